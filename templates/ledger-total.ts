import type { Column } from './column.ts';
import type { TotalCell } from './official-sheet.ts';

/** The 合计 row of a ledger: how many rows it has, and the sums of those columns whose sum means something. */
export function ledgerTotal(list: string, columns: readonly Column[]): readonly TotalCell[] {
  const cells: TotalCell[] = [{ columns: 2, text: '合计' }];
  let next = 2;
  const reach = (to: number, text?: string): void => {
    if (to > next) cells.push({ columns: to - next, ...(text !== undefined && { text }) });
    next = to;
  };
  const summed = columns.flatMap(({ total }, at) => (total === undefined ? [] : [{ total, at }]));
  const [first = { at: columns.length }] = summed;
  reach(first.at, `共{合计.${list}}条`);
  for (const { total, at } of summed) {
    reach(at);
    cells.push({ columns: 1, sum: total });
    next = at + 1;
  }
  reach(columns.length);
  return cells;
}
