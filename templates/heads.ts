import type { Worksheet } from 'exceljs';
import type { Column } from './column.ts';
import { cellPadding, charactersWide } from './official-page.ts';
import { styleOf, typefaces, type Look } from './official-style.ts';

const look: Look = { face: 'head', align: 'center', lines: true };
const groupHeight = 22;

/**
 * Writes the heads of a table from row `first` on and gives their last row: one row, or two where columns stand in
 * groups, a column without a group then reaching over both.
 */
export function writeHeads(sheet: Worksheet, first: number, columns: readonly Column[]): number {
  const twoLevels = columns.some((column) => column.group !== undefined);
  const last = twoLevels ? first + 1 : first;
  if (twoLevels) sheet.getRow(first).height = groupHeight;
  sheet.getRow(last).height = headHeight(columns);
  columns.forEach((column, at) => {
    const number = at + 1;
    if (column.group === undefined) {
      head(sheet, { first, last, from: number, to: number }, column.head);
      return;
    }
    head(sheet, { first: last, last, from: number, to: number }, column.head);
    if (columns[at - 1]?.group === column.group) return;
    const after = columns.findIndex((other, index) => index > at && other.group !== column.group);
    head(sheet, { first, last: first, from: number, to: after < 0 ? columns.length : after }, column.group);
  });
  return last;
}

interface Area {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

function head(sheet: Worksheet, { first, last, from, to }: Area, text: string): void {
  const cell = sheet.getCell(first, from);
  cell.style = styleOf(look);
  cell.value = text;
  if (last > first || to > from) sheet.mergeCells(first, from, last, to);
}

function headHeight(columns: readonly Column[]): number {
  const { size } = typefaces.head;
  const lines = columns.map(({ head: text, width }) =>
    Math.ceil(text.length / Math.max(1, Math.floor((width - cellPadding) / charactersWide(1, size)))),
  );
  return Math.max(26, Math.max(...lines) * size * 1.4 + 6);
}
