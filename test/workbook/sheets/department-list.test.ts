import { expect, test } from 'vitest';
import { departmentLists } from '../../../src/workbook/sheets/department-list.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table } from './consolidated.ts';

const figures = {
  department: '立案庭',
  carried: 1,
  opened: 2,
  closed: 2,
  open: 1,
  overdue: 1,
  meanDays: 7.25,
};

test('a department a row, the mean to one place, or — where nothing was answered', () => {
  const none = { ...figures, department: '', closed: 0, meanDays: undefined };
  const [list, total] = departmentLists({ rows: [figures, none], total: figures }, plainWords);
  if (!list || !total) throw new Error('no lists');
  expect(table(list).map((row) => Object.values(row))).toEqual([
    [1, '立案庭', 1, 2, 2, 1, 1, 7.3],
    [2, 'no department', 1, 2, 0, 1, 1, '-'],
  ]);
  expect(table(total).map((row) => Object.values(row))).toEqual([[null, null, 1, 2, 2, 1, 1, 7.3]]);
  expect(Object.keys(table(list)[0] ?? {})).toEqual([
    ...['序号', '部门', '旧存', '转达', '办结', '未结', '其中超期', '平均办理天数'],
  ]);
});
