/**
 * Characters that nobody sees: format characters (zero-width, bidirectional, soft hyphen), separators of lines, and fillers
 * that look like a blank. A name with one in it is another name, and a bidirectional one can turn a text round.
 */
const INVISIBLE = String.raw`[\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]`;
let compiled: RegExp | undefined;

/** The first invisible character of a text as `U+200B`; control characters are asked about elsewhere. */
export function invisibleIn(text: string): string | undefined {
  if (isPlain(text)) return undefined;
  // Compiled when first needed: it takes as long as reading a ledger, and most texts are plain.
  compiled ??= new RegExp(INVISIBLE, 'u');
  const found = compiled.exec(text);
  return found ? codePointName(found[0]) : undefined;
}

/** A character as `U+200B`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether all is ASCII that prints, Chinese or its punctuation, or a line break: the usual case, and quickly seen. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isAscii = (unit >= 0x20 && unit <= 0x7e) || unit === 0x0a;
    // Dashes, quotation marks and the ellipsis, as Chinese text has them.
    const isPunctuation = unit >= 0x2010 && unit <= 0x2027;
    const isChinese = (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff);
    const isWide = unit >= 0xff01 && unit <= 0xff5e;
    if (!isAscii && !isPunctuation && !isChinese && !isWide) return false;
  }
  return true;
}
