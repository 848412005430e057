import { comparedRows } from './compared-rows.ts';
import type { SheetPlan } from './official-sheet.ts';
import { contactTable, trialTable, type TownTable } from './town-tables.ts';

/** The sheets of a judge's 报表: the office's tables with the judge's towns alone, and room for what the judge has to say. */
export const judgeReportSheets: readonly SheetPlan[] = [
  { ...judgeSheet(contactTable), name: '表一 走访联络', title: '走访联络情况报表（表一）' },
  {
    ...judgeSheet(trialTable),
    name: '表二 审判及诉调衔接',
    title: '审判及诉调衔接情况报表（表二）',
    box: '工作中遇到的问题及建议',
  },
];

function judgeSheet({ list, columns, identities }: TownTable): Omit<SheetPlan, 'name' | 'title'> {
  return {
    list,
    columns,
    paper: 'A3',
    rowHeight: 28,
    below: comparedRows(list, columns, [], {}),
    notes: [...identities, ...(list === contactTable.list ? ['注：{走访口径}'] : [])],
  };
}
