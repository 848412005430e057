import { codePointName } from '../../domain/invisible.ts';

/**
 * Text from files, arguments and names as a terminal may show it: every control, bidirectional, zero-width and other
 * invisible character becomes visible as `<U+202E>`, so that no ledger can move the cursor or hide what it says. Line
 * breaks and tabs become a space where `oneLine` is asked for.
 */
export function show(text: string, options: { readonly oneLine: boolean } = { oneLine: true }): string {
  if (isPlain(text)) return text;
  const lines = options.oneLine ? text.replace(/[\t\r\n]+/gu, ' ') : text;
  return lines.replace(
    /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0]/gu,
    (char) => `<${codePointName(char)}>`,
  );
}

/** Whether all is ASCII that prints, Chinese or its punctuation, the usual case: then the pattern need not even be compiled. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isAscii = unit >= 0x20 && unit <= 0x7e;
    const isChinese = (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff);
    const isWide = unit >= 0xff01 && unit <= 0xff5e;
    if (!isAscii && !isChinese && !isWide) return false;
  }
  return true;
}
