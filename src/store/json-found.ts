import type { JsonExpectation } from '../domain/problems/file.ts';

/** What a Chinese keyboard or a word processor types in place of JSON's own characters. */
const lookAlikes: ReadonlyMap<string, JsonExpectation> = new Map<string, JsonExpectation>([
  ['，', ','],
  ['、', ','],
  ['﹐', ','],
  ['：', ':'],
  ['﹕', ':'],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['＂', '"'],
  ['‘', '"'],
  ['’', '"'],
  ["'", '"'],
  ['＇', '"'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
]);

/** The single characters that each wider expectation allows. */
const allowed: Partial<Record<JsonExpectation, string>> = {
  value: '"{[',
  key: '"',
  'key-or-brace': '"}',
  'comma-or-brace': ',}',
  'comma-or-bracket': ',]',
};

/**
 * Names what stands in the text where JSON expects something else, without quoting content: punctuation and full-width
 * digits as they are, words and ASCII digits by kind, the invisible by code point.
 */
export function nameOf(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === '\n' || character === '\r') return 'line-break';
  if (/[0-9]/.test(character)) return 'digit';
  if (/[\p{L}\p{M}]/u.test(character)) return 'word';
  if (/[\p{P}\p{S}\p{N}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The expectation made exact where the character found is a look-alike of one that is allowed there: `“` for `"`. */
export function expectedFor(found: string, expected: JsonExpectation): JsonExpectation {
  if (expected === 'value' && /^\p{Nd}$/u.test(found)) return 'digit';
  const meant = lookAlikes.get(found);
  return meant !== undefined && allowed[expected]?.includes(meant) ? meant : expected;
}
