/**
 * A text that a spreadsheet program would reckon if it opened a CSV with it, behind any apostrophes (CWE-1236): it begins with
 * `=`, `+`, `-` or `@`, ASCII or full-width, or with a tab or a carriage return, behind which such a sign would still be seen.
 */
const RECKONED = /^'*[=+\-@＝＋－＠\t\r]/u;

/**
 * A text as a cell of a CSV holds it: one more apostrophe before what would be reckoned, `=1+1` as `'=1+1` and `'=1+1` as
 * `''=1+1`. Everything else stays as it is, an apostrophe before other text too, so that `fromPlainCell` gives back exactly
 * what there was.
 */
export function toPlainCell(text: string): string {
  return RECKONED.test(text) ? `'${text}` : text;
}

/** The text that `toPlainCell` was given. */
export function fromPlainCell(cell: string): string {
  return cell.startsWith("'") && RECKONED.test(cell) ? cell.slice(1) : cell;
}
