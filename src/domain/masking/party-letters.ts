import { partiesIn } from './parties.ts';
import type { PersonField } from './person-field.ts';

/** 天干, the letters by which parties are told apart. */
const LETTERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/**
 * Gives the parties of one entry their letters, the same party the same one in each of its fields: 当事人甲、乙等四人. Where it is
 * not sure who is one party there is no letter: 当事人.
 */
export function partyLetters(): (persons: PersonField) => string {
  const letters = new Map<string, string>();
  return (persons) => {
    const { parties, hasMore, count } = partiesIn(persons);
    for (const party of parties) if (!letters.has(party)) letters.set(party, letterOf(letters.size));
    const named = parties.map((party) => letters.get(party) ?? '').join('、');
    const more = count !== '' ? count : hasMore && named !== '' ? '等' : '';
    return `当事人${named}${more}`;
  };
}

function letterOf(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}
