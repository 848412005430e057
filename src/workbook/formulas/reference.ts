/** The last row of a worksheet, counted from 1. */
export const lastRow = 1_048_576;

/** The last column of a worksheet, XFD, counted from 1. */
export const lastColumn = 16_384;

/** A cell's place; row and column count from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, its first corner at the top left. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
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

/** The area of `B7` or `B7:C9`, or undefined where the text is neither. */
export function areaOf(text: string): Area | undefined {
  const [first = '', second = first] = text.split(':');
  const [one, other] = [placeOf(first), placeOf(second)];
  if (!one || !other) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** Whether a place lies in an area. */
export function isIn(area: Area, { row, column }: Place): boolean {
  return area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}

/** `B7:C9`, or `B7` for an area of one cell. */
export function areaName(area: Area): string {
  const first = cellName(area.top, area.left);
  const second = cellName(area.bottom, area.right);
  return first === second ? first : `${first}:${second}`;
}
