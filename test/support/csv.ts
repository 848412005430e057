/**
 * Reads a CSV as RFC 4180 says, sign by sign: an independent reader. Takes nothing else: a line that does not end with CR LF or a
 * quote in the middle of a plain cell throws.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const next = (sign: string): boolean => text.startsWith(sign, at);
  while (at < text.length) {
    if (next('"')) {
      if (cell !== '') throw new Error(`a quote within a cell at ${String(at)}`);
      at += 1;
      while (!next('"') || text.startsWith('""', at)) {
        if (at >= text.length) throw new Error('a quote without its end');
        cell += text.charAt(at);
        at += next('"') ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && !next(',') && !next('\r\n')) {
        if (/["\r\n]/.test(text.charAt(at))) throw new Error(`a bare sign at ${String(at)}`);
        cell += text.charAt(at);
        at += 1;
      }
    }
    row.push(cell);
    cell = '';
    if (next(',')) {
      at += 1;
      if (at === text.length || next('\r\n')) row.push('');
    }
    if (next('\r\n')) {
      at += 2;
      rows.push(row);
      row = [];
    } else if (at === text.length) throw new Error('a line without its end');
  }
  return rows;
}
