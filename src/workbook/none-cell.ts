import type { ValueContext } from './cell-content.ts';
import { isLookedAt } from './formulas/looked-at.ts';
import { foldName } from '../marks/mark-name.ts';
import type { MarkedCell, SheetPlan } from './sheet-marks.ts';
import type { TemplateData } from '../marks/template-data.ts';
import type { Workbook } from './workbook.ts';
import { attributeOf } from '../package/xml.ts';

/**
 * The column of the first cell of a detail row that is made for text, where 无 goes when its list has no rows; none
 * where a formula of the template looks at that cell.
 */
export function noneColumn(
  workbook: Workbook,
  plan: SheetPlan,
  row: number,
  data: TemplateData,
  context: ValueContext,
): number | undefined {
  const listed = plan.marked.filter(
    (marked) => marked.cell.row === row && marked.targets.some((target) => target.kind === 'column'),
  );
  const first = listed.find((marked) => isForText(marked, data, context)) ?? listed[0];
  if (!first || isLookedAt(workbook, plan.sheet.name, row, first.cell.column)) return undefined;
  return first.cell.column;
}

function isForText(marked: MarkedCell, data: TemplateData, context: ValueContext): boolean {
  const look = context.styles?.look(Number(attributeOf(marked.cell.element, 's') ?? 0));
  if (look && !look.isPlain) return false;
  return !marked.targets.some((target) => {
    if (target.kind === 'single') return false;
    const names = data.lists[target.list]?.columns[target.column]?.names ?? ['序号'];
    return names.some((name) => /^(序号|no|number)$/.test(foldName(name)));
  });
}
