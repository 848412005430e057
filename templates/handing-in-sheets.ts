import { code, count, long, short } from './column.ts';
import type { SheetPlan } from './official-sheet.ts';

const counted = [short('序号', 16), short('台账', 32), { ...count('条数', 14), total: 'all' } as const];

/** 报送单: what a judge signs and hands in with the sealed file. */
export const coverSheets: readonly SheetPlan[] = [
  {
    name: '报送单',
    title: '台账、报表报送单',
    list: '报送清单',
    columns: [...counted, short('报送次数', 16), code('核对码', 18), long('说明', 30)],
    total: [{ columns: 2, text: '合计' }, { columns: 1, sum: 'all' }, { columns: 3 }],
    notes: [
      '报送期限：{报送期限}（{报送早晚}）　　工作中遇到的问题及建议：{问题及建议}',
      '注：核对码由报送件内容算出，与报送件、回执上的一致，即为同一份内容；可电话核对。',
    ],
  },
];

/** 报送回执: what the office signs and gives back. */
export const receiptSheets: readonly SheetPlan[] = [
  {
    name: '报送回执',
    title: '台账、报表报送回执',
    list: '收件清单',
    columns: [...counted, short('报送次数', 16), code('核对码', 18), long('备注', 30)],
    total: [{ columns: 2, text: '合计' }, { columns: 1, sum: 'all' }, { columns: 3 }],
    notes: [
      '收件日：{收件日}　　立案庭收件日：{立案庭收件日}　　报送期限：{报送期限}，{收件结论}报送',
      '注：核对码与报送单上的一致，即为同一份内容。是否逾期以立案庭收件日为准，未知的按研究室收件日计。',
    ],
  },
];
