import { KINDS } from '../src/domain/kinds/kinds.ts';
import { count, day, grouped, short } from './column.ts';
import type { SheetPlan } from './official-sheet.ts';

/** The sheet of 考核参考数据: what the rules name for appraisals (三(四)), as facts. */
export const appraisalSheets: readonly SheetPlan[] = [
  {
    name: '考核参考数据',
    title: '考核参考数据表',
    list: '考核参考数据',
    paper: 'A3',
    columns: [
      short('序号', 6),
      short('联系法官', 10),
      short('挂点镇', 16),
      short('所属季度', 17),
      ...grouped('走访（次）', [count('完成', 7), count('要求', 7)]),
      short('报送状态', 16),
      day('收件日'),
      count('逾期（天）', 8),
      ...grouped('走访报告领导（次）', [count('及时', 8), count('逾期', 8), count('未报告', 8)]),
      count('超期未办（项）', 10),
      ...grouped(
        '登记数（条）',
        KINDS.map(({ name }) => count(name.zh, 8.2)),
      ),
    ],
    notes: [
      '注：只列事实，供考核参考（实施细则三（四））。走访次数为本人登记并计入的次数；报送状态、逾期以立案庭收件日为准，未知的按研究室收件日计。',
    ],
  },
];
