/**
 * Text from files, arguments and names as a terminal may show it: every control, bidirectional, zero-width and other
 * invisible character becomes visible as `<U+202E>`, so that no ledger can move the cursor or hide what it says. Line
 * breaks and tabs become a space where `oneLine` is asked for.
 */
export function show(text: string, options: { readonly oneLine: boolean } = { oneLine: true }): string {
  const lines = options.oneLine ? text.replace(/[\t\r\n]+/gu, ' ') : text;
  return lines.replace(
    /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0]/gu,
    (char) => {
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `<U+${code}>`;
    },
  );
}
