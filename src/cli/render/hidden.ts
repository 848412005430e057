/**
 * Every character that a terminal obeys or hides but the line break: controls, bidirectional and zero-width characters, tags,
 * line separators, half characters and fillers.
 */
const HIDDEN = String.raw`(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0]`;

/** The text with each hidden character replaced by what stands for it; a line break is none. */
export function replaceHidden(text: string, standIn: (character: string) => string): string {
  return isPlain(text) ? text : text.replace(pattern(), standIn);
}

let compiled: RegExp | undefined;

/** Compiled when first needed: most runs never meet anything but plain text. */
function pattern(): RegExp {
  return (compiled ??= new RegExp(HIDDEN, 'gu'));
}

/** Whether all is ASCII that prints, Chinese or its punctuation, or a line break: the usual case, and quickly seen. */
function isPlain(text: string): boolean {
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
