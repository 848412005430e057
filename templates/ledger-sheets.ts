import { day, long, short, type Column } from './column.ts';
import type { SheetPlan } from './official-sheet.ts';

const number = short('序号', 4.6);
const closing = [short('联系法官', 6.4), short('登记来源', 7.4), long('备注', 5.8)];

/**
 * The sheets of 汇总台账, in their order: one line for each ledger, its name without 台账 and what stands between 序号 and
 * 联系法官. A new ledger is a new line here.
 */
export const ledgerSheets: readonly SheetPlan[] = [
  // prettier-ignore
  ledger('走访座谈', [day('日期'), short('挂点镇', 6.8), short('村（社区）', 8.6), short('方式', 4.6), long('走访（座谈）对象', 9.6), long('参加人员', 7.8), long('社情民意及矛盾纠纷情况', 28), long('通报涉诉纠纷情况', 12), long('处理（转办）情况', 12.6), day('报告联系领导日期'), long('联系领导意见', 7.8)]),
];

function ledger(list: string, own: readonly Column[]): SheetPlan {
  const columns = [number, ...own, ...closing];
  return {
    name: `${list}台账`,
    title: `${list}台账`,
    list,
    columns,
    total: [
      { columns: 2, text: '合计' },
      { columns: columns.length - 2, text: `共{合计.${list}}条` },
    ],
  };
}
