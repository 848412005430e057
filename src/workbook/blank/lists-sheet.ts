import { columnLetters } from '../formulas/reference.ts';
import type { Drawing } from './drawing.ts';

/** The part of the hidden sheet that the drop-downs read. */
export function listsSheet({ lists, looks, texts }: Drawing): string {
  const style = looks.numberOf({ face: 'body', align: 'left', format: '@' });
  const rows = Math.max(...lists.columns.map(({ cells }) => cells.length)) + 1;
  const cellOf = (row: number, column: number): string => {
    const { head, cells } = lists.columns[column] ?? { head: '', cells: [] };
    const value = row === 1 ? head : cells[row - 2];
    if (value === undefined || value === '') return '';
    const cell = `<c r="${columnLetters(column + 1)}${String(row)}"`;
    return typeof value === 'number'
      ? `${cell}><v>${String(value)}</v></c>`
      : `${cell} s="${String(style)}" t="s"><v>${String(texts.numberOf(value))}</v></c>`;
  };
  const data = Array.from({ length: rows }, (_, at) => {
    const cells = lists.columns.map((_column, column) => cellOf(at + 1, column));
    return `<row r="${String(at + 1)}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData></worksheet>`;
}
