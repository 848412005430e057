/** How much of two texts must agree for them to be much the same: a word changed in a sentence still is. */
const THRESHOLD = 0.6;

/** Whether two texts say much the same: the share of common pairs of neighbouring characters (Dice), blanks and punctuation aside. */
export function alike(one: string, other: string): boolean {
  const [left, right] = [pairs(one), pairs(other)];
  if (left.size === 0 || right.size === 0) return bare(one) === bare(other);
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size) >= THRESHOLD;
}

/** A ledger's texts are compared with each other again and again. */
const KNOWN = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 5000;

function pairs(text: string): ReadonlySet<string> {
  const known = KNOWN.get(text) ?? pairsIn(text);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, known);
  return known;
}

function pairsIn(text: string): ReadonlySet<string> {
  const characters = Array.from(bare(text));
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}
