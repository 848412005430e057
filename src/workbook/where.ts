import { cellName } from './formulas/reference.ts';
import type { Sheet } from './workbook.ts';

/** Where a cell is, for a finding. */
export function whereOf(
  sheet: Pick<Sheet, 'name'>,
  row: number,
  column: number,
): { sheet: string; cell: string } {
  return { sheet: sheet.name, cell: cellName(row, column) };
}
