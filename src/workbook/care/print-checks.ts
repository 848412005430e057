import { warning, type Finding } from '../../domain/problem.ts';
import { builtInName, headRows, printPages } from '../print/print-page.ts';
import { areaName, areaOf } from '../formulas/reference.ts';
import type { SheetPlan } from '../sheet-marks.ts';
import type { Styles } from '../styles.ts';
import type { Workbook } from '../workbook.ts';
import { whereOf } from '../where.ts';

/** What would be missing on paper: cells outside the print area, heads that are not repeated, or rows that are. */
export function printFindings(workbook: Workbook, plan: SheetPlan, styles: Styles | undefined): Finding[] {
  const { sheet, details, marked } = plan;
  const [detail] = details;
  if (!detail) return [];
  const found: Finding[] = [];
  const area = areaOf(builtInName(workbook, sheet, '_xlnm.Print_Area')?.split('!').at(-1) ?? '');
  const outside = marked.find(
    ({ cell: { row, column } }) =>
      area && (row < area.top || row > area.bottom || column < area.left || column > area.right),
  );
  if (area && outside) {
    const where = whereOf(sheet, outside.cell.row, outside.cell.column);
    found.push(warning({ code: 'print-area-misses', area: areaName(area) }, where));
  }
  const first = marked.find(({ cell }) => cell.row === detail.row);
  const where = whereOf(sheet, detail.row, first?.cell.column ?? 1);
  const heads = headRows(workbook, sheet);
  if (heads && details.some(({ row }) => heads.top <= row && row <= heads.bottom)) {
    const rows = `${String(heads.top)}:${String(heads.bottom)}`;
    found.push(warning({ code: 'print-titles-repeat-rows', rows }, where));
  }
  // What fits on a fixed number of pages may do without.
  if (!heads && detail.row > 1 && printPages(workbook, sheet, styles).length > 0)
    found.push(warning({ code: 'print-titles-missing', row: detail.row - 1 }, where));
  return found;
}
