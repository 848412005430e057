import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Columns that a text takes on a terminal: two for a Chinese character, none for a mark that combines with the one before.
 * Text that is measured has gone through `show`, so nothing invisible is in it.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x7f) width += 1;
    // Most of what is measured: no table needs to be asked about a Chinese character.
    else if (codePoint >= 0x4e00 && codePoint <= 0x9fff) width += 2;
    else if (!/\p{Mark}/u.test(character)) width += eastAsianWidth(codePoint);
  }
  return width;
}
