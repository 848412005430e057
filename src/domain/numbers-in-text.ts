import { foldTyped } from './typed-text.ts';

/** What a long number in a text looks like, and how many digits it has: all that is ever told of it. */
export interface NumberInText {
  readonly looksLike: 'identity' | 'phone' | 'bank-card';
  readonly length: number;
}

const NUMBERS: readonly { looksLike: NumberInText['looksLike']; pattern: RegExp }[] = [
  { looksLike: 'identity', pattern: /(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])/u },
  { looksLike: 'phone', pattern: /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/u },
  { looksLike: 'bank-card', pattern: /(?<![0-9])(?:[3-6][0-9]{15}|[3-6][0-9]{18})(?![0-9])/u },
];

/** The digits of a mobile phone's number, the shortest of them. */
const SHORTEST_NUMBER = 11;

/** Hardly any text has a long number, and to look for its digits costs less than to compile a pattern. */
function longestRunOfDigits(text: string): number {
  let [longest, run] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isDigit = (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
    run = isDigit ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/** The identity, telephone and bank-card numbers that a text seems to hold, the first of each sort; full-width digits too. */
export function numbersIn(typed: string): readonly NumberInText[] {
  if (longestRunOfDigits(typed) < SHORTEST_NUMBER) return [];
  const text = foldTyped(typed);
  return NUMBERS.flatMap(({ looksLike, pattern }) => {
    const found = pattern.exec(text);
    return found ? [{ looksLike, length: found[0].length }] : [];
  });
}
