import { codePointName } from '../../domain/invisible.ts';
import { replaceHidden } from './hidden.ts';

/**
 * Text from files, arguments and names as a terminal may show it: every control, bidirectional, zero-width and other
 * invisible character becomes visible as `<U+202E>`, so that no ledger can move the cursor or hide what it says. Line
 * breaks and tabs become a space where `oneLine` is asked for. What was shown once stays as it is.
 */
export function show(text: string, options: { readonly oneLine: boolean } = { oneLine: true }): string {
  const lines = options.oneLine ? text.replace(/[\t\r\n]+/gu, ' ') : text;
  return replaceHidden(lines, codePointOf);
}

/** The same for a line that a person edits, where a tab and a line break are characters too: nothing is lost. */
export function spellOut(text: string): string {
  return replaceHidden(text, codePointOf).replace(/\n/gu, codePointOf);
}

/** What an edited line means: the characters that `spellOut` has spelled out in it are meant themselves. */
export function spelledIn(edited: string, original: string): string {
  return edited.replace(/<U\+[0-9A-F]{4,6}>/gu, (spelled) => {
    const character = String.fromCodePoint(Number.parseInt(spelled.slice(3, -1), 16));
    return original.includes(character) ? character : spelled;
  });
}

function codePointOf(character: string): string {
  return `<${codePointName(character)}>`;
}
