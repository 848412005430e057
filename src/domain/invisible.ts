/**
 * Characters that nobody sees: format characters (zero-width, bidirectional, soft hyphen), separators of lines, and fillers
 * that look like a blank. A name with one in it is another name, and a bidirectional one can turn a text round.
 */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;

/** The first invisible character of a text as `U+200B`; control characters are asked about elsewhere. */
export function invisibleIn(text: string): string | undefined {
  const found = INVISIBLE.exec(text);
  return found ? codePointName(found[0]) : undefined;
}

/** A character as `U+200B`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
