/** The last row of a worksheet, counted from 1. */
export const lastRow = 1_048_576;

/** The last column of a worksheet, XFD, counted from 1. */
export const lastColumn = 16_384;

/** A cell's place; row and column count from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column, or undefined where the letters lie beyond XFD. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= lastColumn ? column : undefined;
}

/** The place of `B7` or `$B$7`, or undefined where the text is no cell of a sheet. */
export function placeOf(text: string): Place | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  const column = columnNumber(match?.[1] ?? '');
  const row = Number(match?.[2]);
  return column !== undefined && row >= 1 && row <= lastRow ? { row, column } : undefined;
}

/** `B7`. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + String(row);
}
