import { expect, test } from 'vitest';
import { FINDINGS, findingList } from '../../../src/workbook/sheets/finding-list.ts';
import { table } from './consolidated.ts';

const finding = {
  severity: '提示',
  code: 'likely-twin',
  judge: '李敏',
  entry: 'visit-240703-7kq2',
  place: '第3行',
  what: '与另一条相似',
  next: '请核对',
};

test('findings stand in the order given, numbered, with empty cells for what is not known', () => {
  const bare = { ...finding, judge: '', entry: '', place: '', next: '' };
  expect(table(findingList([finding, bare])).map((row) => Object.values(row))).toEqual([
    [1, '提示', 'likely-twin', '李敏', 'visit-240703-7kq2', '第3行', '与另一条相似', '请核对'],
    [2, '提示', 'likely-twin', null, null, null, '与另一条相似', null],
  ]);
  expect([...findingList([]).rows]).toEqual([]);
});

test('columns have their official heads', () => {
  expect(FINDINGS.columns.map(({ names }) => names[0])).toEqual([
    ...['序号', '级别', '代码', '联系法官', '登记编号', '位置', '核对事项', '处理建议'],
  ]);
});
