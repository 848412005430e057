/** Excel holds no more UTF-16 units in one cell, and calls a workbook damaged that does. */
export const cellTextLimit = 32_767;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Anything that a cell can't hold as it is. */
const unusual = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Text as it may stand in an element or a quoted attribute; in attributes also line breaks and tabs as references. */
export function escapeMarkup(text: string, inAttribute = false): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
  if (!inAttribute) return escaped;
  return escaped.replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/**
 * A string as a cell may hold it: no characters that XML 1.0 forbids, at most 32,767 units with no pair cut in two, and
 * line breaks as one LF, since Excel shows a CR as a box.
 */
export function cellText(text: string): string {
  if (!unusual.test(text) && text.length <= cellTextLimit) return text;
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(loneSurrogate, '');
  // The cut may leave the first half of a pair behind.
  return clean.length <= cellTextLimit ? clean : clean.slice(0, cellTextLimit).replace(loneSurrogate, '');
}

/** The XML of a cell's text: `_x0041_` would be read as `A` (ECMA-376 22.9.2.19), so its underscore is written out. */
export function escapeCellText(text: string): string {
  const clean = cellText(text);
  return escapeMarkup(clean.includes('_x') ? clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : clean);
}
