import type { TemplateRows } from './print/page-watch.ts';
import { builtInName } from './print/print-page.ts';
import { areaOf } from './formulas/reference.ts';
import { rowBreakIds } from './print/row-breaks.ts';
import { rowHeightsOf } from './print/row-heights.ts';
import { childrenOf, type Element } from '../package/xml.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** The rows of a template as pages are reckoned from them, once its single marks are filled and its breaks moved. */
export function templateRows(workbook: Workbook, sheet: Sheet, breaks: Element): TemplateRows {
  const heights = rowHeightsOf(sheet);
  const ends = new Set(rowBreakIds(breaks));
  const area = areaOf(builtInName(workbook, sheet, '_xlnm.Print_Area')?.split('!').at(-1) ?? '');
  const filled = sheet.rows.filter(({ cells }) =>
    cells.some(({ element }) => childrenOf(element).length > 0),
  );
  return {
    heightOf: (row) => heights.between(row - 1, row),
    last: area?.bottom ?? filled.at(-1)?.row ?? 0,
    beginsPage: (row) => ends.has(row - 1),
  };
}
