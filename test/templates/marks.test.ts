import { expect, test } from 'vitest';
import { cellsOf, drawnSheets, textsOf } from './drawn-sheets.ts';

const sheets = await drawnSheets();
const visitHeads = [
  '序号',
  '日期',
  '挂点镇',
  '村（社区）',
  '方式',
  '走访（座谈）对象',
  '参加人员',
  '社情民意及矛盾纠纷情况',
  '通报涉诉纠纷情况',
  '处理（转办）情况',
  '报告联系领导日期',
  '联系领导意见',
  '联系法官',
  '登记来源',
  '备注',
];
const quotaColumns = [
  '序号',
  '镇',
  '挂点法官',
  '联系法官',
  '第1次日期',
  '第1次地点',
  '第2次日期',
  '第2次地点',
  '第3次日期',
  '第3次地点',
  '合计',
  '核对结果',
  '说明',
];
const submissionHeads = ['序号', '联系法官', '挂点镇', '报送状态', '数据来源', '走访座谈（条）', '备注'];
const findingHeads = ['序号', '级别', '代码', '联系法官', '登记编号', '位置', '核对事项', '处理建议'];
const common = ['{法院}', '{季度}', '{统计期}', '{截至日}', '{研究室}'];

test('the sheets stand in their order', () => {
  expect(sheets.map(({ name }) => name)).toEqual([
    '走访座谈台账',
    '走访达标核对',
    '报送情况',
    '数据核对清单',
  ]);
});

test.each([
  ['走访座谈台账', '走访座谈', visitHeads, ['{合计.走访座谈}']],
  ['走访达标核对', '走访达标核对', quotaColumns, ['{达标镇数}', '{未报说明}', '{走访口径}']],
  ['报送情况', '报送情况', submissionHeads, ['{报送说明}']],
  ['数据核对清单', '数据核对清单', findingHeads, []],
])(
  '%s has the marks of its list in one row and its single values around it',
  (name, list, columns, singles) => {
    const { sheet, detail } = sheetOf(name);
    expect(textsOf(sheet, detail)).toEqual(columns.map((column) => `{${list}.${column}}`));
    const around = cellsOf(sheet).filter((cell) => Number(cell.row) !== detail);
    const marks = around.flatMap((cell) => cell.text.match(/\{[^{}]*\}/g) ?? []);
    expect(marks.sort()).toEqual([...common, ...singles].sort());
  },
);

test.each([
  ['走访座谈台账', visitHeads],
  ['报送情况', submissionHeads],
  ['数据核对清单', findingHeads],
])('the heads of %s stand right above their marks', (name, heads) => {
  const { sheet, detail } = sheetOf(name);
  expect(textsOf(sheet, detail - 1)).toEqual(heads);
});

test('the visits against the quota have heads of two levels', () => {
  const { sheet, detail } = sheetOf('走访达标核对');
  const upper = ['序号', '镇', '挂点法官', '联系法官', '第1次', '第2次', '第3次', '合计', '核对结果', '说明'];
  expect(textsOf(sheet, detail - 2)).toEqual(upper);
  expect(textsOf(sheet, detail - 1)).toEqual(['日期', '地点', '日期', '地点', '日期', '地点']);
  expect(sheet.getCell(detail - 1, 1).master.address).toBe(`A${String(detail - 2)}`);
  expect(sheet.getCell(detail - 2, 6).master.address).toBe(`E${String(detail - 2)}`);
});

test.each([
  ['走访达标核对', 'K'],
  ['报送情况', 'F'],
])('the total of %s sums the column %s of the detail row', (name, column) => {
  const { sheet, detail } = sheetOf(name);
  const formulas = cellsOf(sheet).flatMap((cell) => (cell.formula ? [[cell.address, cell.formula]] : []));
  const cell = `${column}${String(detail)}`;
  expect(formulas).toEqual([[`${column}${String(detail + 1)}`, `SUM(${cell}:${cell})`]]);
});

test.each(sheets)('$name has no brace outside a well-formed mark', ({ sheet }) => {
  for (const cell of cellsOf(sheet)) {
    expect(cell.text.replaceAll(/\{[^{}.\s]+(?:\.[^{}.\s]+)?\}/g, ''), cell.address).not.toMatch(/[{}｛｝]/);
  }
});

test.each(sheets)('$name ends with the signatures', ({ sheet }) => {
  expect(textsOf(sheet, sheet.rowCount)).toEqual([
    '制表人：',
    '复核人：',
    '审管办（研究室）负责人：',
    '分管院领导审签：',
    '制表日期：',
  ]);
});

function sheetOf(name: string) {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}
