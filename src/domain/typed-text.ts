import type { Problem } from './problem.ts';

/** What a typed value was read as: the value, or why it could not be. */
export type Read<Value> = { readonly value: Value } | { readonly problem: Problem };

/**
 * Folds what an input method may have typed into what was meant: full-width letters, digits and punctuation become
 * narrow ones, spaces at the ends go. For matching and for digits only: text that is stored stays as typed, since the
 * compatibility forms of Unicode change names (U+FA19 is not U+795E to the person who bears it).
 */
export function foldTyped(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\u3000\u00A0]/gu, ' ')
    .trim();
}
