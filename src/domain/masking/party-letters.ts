import { partiesIn } from './parties.ts';

/** 天干, the letters by which parties are told apart. */
const LETTERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/** Gives the parties of one entry their letters, the same party the same one in each of its fields. */
export function partyLetters(): (text: string) => string {
  const letters = new Map<string, string>();
  return (text) => {
    const { parties, more } = partiesIn(text);
    for (const party of parties) if (!letters.has(party)) letters.set(party, letterOf(letters.size));
    return `当事人${parties.map((party) => letters.get(party) ?? '').join('、')}${more}`;
  };
}

function letterOf(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}
