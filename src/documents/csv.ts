/**
 * A CSV file as spreadsheet programs read one (RFC 4180): UTF-8 behind a byte order mark, by which Excel knows it, and lines that
 * end with CR LF. A cell that holds a quote, a line break, a blank at either end or any sign by which
 * programs tell fields apart (comma, semicolon, tab) stands in quotes, so that nobody who guesses that sign guesses wrong.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
