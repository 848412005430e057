import type { Worksheet } from 'exceljs';
import type { Column } from './column.ts';
import { headLines } from '../src/workbook/print/head-lines.ts';
import { cellPadding, charactersWide } from './official-page.ts';
import { styleOf, type Look } from './official-style.ts';
import { typefaces } from '../src/workbook/print/typefaces.ts';

const look: Look = { face: 'head', align: 'center', lines: true };
const leastGroupHeight = 22;

/**
 * Writes the heads of a table from row `first` on and gives their last row: one row, or two where columns stand in
 * groups, a column without a group then reaching over both.
 */
export function writeHeads(sheet: Worksheet, first: number, columns: readonly Column[]): number {
  const twoLevels = columns.some((column) => column.group !== undefined);
  const last = twoLevels ? first + 1 : first;
  if (twoLevels) sheet.getRow(first).height = groupHeight(columns);
  sheet.getRow(last).height = headHeight(columns);
  columns.forEach((column, at) => {
    const number = at + 1;
    if (column.group === undefined) {
      head(sheet, { first, last, from: number, to: number }, linesOf(column).join('\n'));
      return;
    }
    head(sheet, { first: last, last, from: number, to: number }, linesOf(column).join('\n'));
    if (columns[at - 1]?.group === column.group) return;
    const to = at + membersOf(columns, at).length;
    head(sheet, { first, last: first, from: number, to }, groupLines(columns, at).join('\n'));
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

/** The columns of the group that begins at a column. */
function membersOf(columns: readonly Column[], at: number): readonly Column[] {
  const { group } = columns[at] ?? {};
  const after = columns.findIndex((other, index) => index > at && other.group !== group);
  return columns.slice(at, after < 0 ? columns.length : after);
}

function groupLines(columns: readonly Column[], at: number): readonly string[] {
  const members = membersOf(columns, at);
  const width = members.reduce((sum, member) => sum + member.width, 0);
  return linesOf({ head: members[0]?.group ?? '', width });
}

function groupHeight(columns: readonly Column[]): number {
  const lines = columns.map(({ group }, at) =>
    group === undefined || columns[at - 1]?.group === group ? 1 : groupLines(columns, at).length,
  );
  return Math.max(leastGroupHeight, Math.max(...lines) * typefaces.head.size * 1.4 + 6);
}

function linesOf({ head: text, width }: Pick<Column, 'head' | 'width'>): readonly string[] {
  const perLine = Math.floor((width - cellPadding) / charactersWide(1, typefaces.head.size));
  return headLines(text, Math.max(1, perLine));
}

function headHeight(columns: readonly Column[]): number {
  const lines = Math.max(...columns.map((column) => linesOf(column).length));
  return Math.max(26, lines * typefaces.head.size * 1.4 + 6);
}
