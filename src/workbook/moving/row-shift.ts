import { areaName, areaOf, cellName, lastRow, placeOf, type Area } from '../formulas/reference.ts';

/** A row of the template that is repeated, and how many rows that adds (0 for a list of one row or none). */
export interface DetailRow {
  readonly row: number;
  readonly added: number;
}

/** Where the rows of one sheet go: its detail rows, from the top down. */
export type RowShift = readonly DetailRow[];

/** The row that an old row becomes; of a repeated row, the first copy. */
export function firstRowOf(shift: RowShift, row: number): number {
  let moved = row;
  for (const detail of shift) if (detail.row < row) moved += detail.added;
  return Math.min(moved, lastRow);
}

/** The row that an old row becomes where it ends a range; of a repeated row, the last copy. */
export function lastRowOf(shift: RowShift, row: number): number {
  let moved = row;
  for (const detail of shift) if (detail.row <= row) moved += detail.added;
  return Math.min(moved, lastRow);
}

/** The old row that a row of the filled sheet comes from. */
export function originOf(shift: RowShift, row: number): number {
  let above = 0;
  for (const detail of shift) {
    const first = detail.row + above;
    if (row <= first) break;
    if (row <= first + detail.added) return detail.row;
    above += detail.added;
  }
  return row - above;
}

/** Whether any row of the sheet goes anywhere. */
export function moves(shift: RowShift): boolean {
  return shift.some((detail) => detail.added > 0);
}

/** The row is a detail row of the sheet. */
export function isDetailRow(shift: RowShift, row: number): boolean {
  return shift.some((detail) => detail.row === row);
}

/** The area grown over the copies of the detail rows that it covers and moved below those above it. */
export function shiftArea(shift: RowShift, area: Area): Area {
  return { ...area, top: firstRowOf(shift, area.top), bottom: lastRowOf(shift, area.bottom) };
}

/** The same for the text of a range, `B5:C5`; a text that is no range stays. */
export function shiftRange(shift: RowShift, text: string): string {
  const area = areaOf(text);
  if (!area) return text;
  const moved = shiftArea(shift, area);
  return moved.top === area.top && moved.bottom === area.bottom ? text : areaName(moved);
}

/** The same for several ranges with spaces between them, as `sqref` has them. */
export function shiftRanges(shift: RowShift, text: string): string {
  return text
    .split(/\s+/)
    .filter((range) => range !== '')
    .map((range) => shiftRange(shift, range))
    .join(' ');
}

/** The text of a single cell, moved; of a detail row's cell, the first copy. */
export function shiftCell(shift: RowShift, text: string): string {
  const place = placeOf(text);
  return place ? cellName(firstRowOf(shift, place.row), place.column) : text;
}
