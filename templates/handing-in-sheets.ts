import { count, long, short, summed, type Column } from './column.ts';
import type { SheetPlan } from './official-sheet.ts';

/** A sheet of what each ledger counts; the last column is the paper's own. */
function paper(name: string, title: string, list: string, last: Column, notes: readonly string[]): SheetPlan {
  const sum = last.total === undefined ? [{ columns: 1 }] : [{ columns: 1, sum: last.total }];
  return {
    name,
    title,
    list,
    columns: [short('序号', 10), short('台账', 38), summed(count('条数', 28)), last],
    total: [{ columns: 2, text: '合计' }, { columns: 1, sum: 'all' }, ...sum],
    notes: ['第几次报送：{报送次数}　　核对码：{核对码}', ...notes],
  };
}

/** 报送单: what a judge signs and hands in with the sealed file. */
export const coverSheets: readonly SheetPlan[] = [
  paper('报送单', '台账、报表报送单', '报送清单', summed(count('其中未登记报告联系领导', 50)), [
    '走访：{走访达标}',
    '报送期限：{报送期限}（{报送早晚}）　　工作中遇到的问题及建议：{问题及建议}',
    '注：核对码由报送件内容算出，与报送件、回执上的一致，即为同一份内容；可电话核对。',
  ]),
];

/** 报送回执: what the office signs and gives back. */
export const receiptSheets: readonly SheetPlan[] = [
  paper('报送回执', '台账、报表报送回执', '收件清单', long('备注', 50), [
    '收件日：{收件日}　　立案庭收件日：{立案庭收件日}　　报送期限：{报送期限}，{收件结论}报送',
    '注：核对码与报送单上的一致，即为同一份内容。是否逾期以立案庭收件日为准，未知的按研究室收件日计。',
  ]),
];
