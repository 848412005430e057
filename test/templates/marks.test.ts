import type { Cell, Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { official } from '../../src/messages/official.ts';
import { ledgerHeads } from '../support/ledger-heads.ts';
import { cellsOf, drawnSheets, textsOf } from './drawn-sheets.ts';

const sheets = await drawnSheets();
/** The number formats of the values that have one. */
const FORMATS: Readonly<Record<string, string | undefined>> = {
  day: 'yyyy-mm-dd',
  amount: '#,##0.00',
  'whole-number': '0',
  'case-number': '@',
};
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
const counts = [...KINDS.map(({ name }) => name.zh), '合计'];
const submissionColumns = [
  ...['序号', '联系法官', '挂点镇', '报送状态', '数据来源', '收件日'],
  ...counts.map((head) => `登记数（条）${head}`),
  '备注',
];
const findingHeads = ['序号', '级别', '代码', '联系法官', '登记编号', '位置', '核对事项', '处理建议'];
const changeHeads = [
  ...['序号', '联系法官', '所属季度', '镇', '台账', '登记编号', '日期', '情况', '修改项目'],
];
const problemHeads = ['序号', '联系法官', '挂点镇', '工作中遇到的问题及建议', '办理意见'];
const ledgers = KINDS.map(({ ledger }) => ledger.zh);
const summary = [
  ...['表一 走访联络', '表二 审判及诉调衔接', '按纠纷类型', '走访达标核对', '联系事项按部门'],
  ...['报送情况', '数据核对清单'],
];
const handedIn = ['上季补报', '报送后修改', '工作问题及建议'];
const common = ['{法院}', '{统计期}', '{截至日}'];

/** What stands around the tables of a workbook: the marks of the line under the title, and who signs. */
const office = {
  by: ['{研究室}'],
  signatures: ['制表人：', '复核人：', '审管办（研究室）负责人：', '分管院领导审签：', '制表日期：'],
};
const judge = {
  by: ['{填报人}', '{挂点镇}'],
  signatures: ['填报人：', '挂点法官：', '联系领导审核：', '填报日期：', '｜　立案庭收件人：', '收件日期：'],
};
const sender = {
  by: judge.by,
  signatures: ['报送人：', '联系领导审核：', '｜　立案庭收件人、日期：'],
};
const receiver = {
  by: judge.by,
  signatures: ['收件部门（盖章）：', '收件人、日期：', '｜　联系法官签收、日期：'],
};

/** Sheets with more below them than a total, and those of a year, have a test file of their own. */
const tables = ['表一 走访联络', '表二 审判及诉调衔接', '按纠纷类型', '联系事项按部门', '图表'];
const plain = sheets.filter(({ fileName, name }) => fileName !== '年度汇总表.xlsx' && !tables.includes(name));

test.each([
  ['汇总台账.xlsx', ledgers],
  ['季度汇总表.xlsx', [...summary.slice(0, -1), ...handedIn, '数据核对清单', '图表']],
  ['年度汇总台账.xlsx', ledgers],
  ['年度汇总表.xlsx', summary],
  ['法官台账.xlsx', ledgers],
])('the sheets of %s stand in their order', (fileName, names) => {
  expect(sheets.filter((sheet) => sheet.fileName === fileName).map(({ name }) => name)).toEqual(names);
});

test.each([
  ...KINDS.map((kind) => {
    const list = listOf(kind);
    return [kind.ledger.zh, list, ledgerHeads(kind).map(({ head }) => head), [`{合计.${list}}`]] as const;
  }),
  ['走访达标核对', '走访达标核对', quotaColumns, ['{达标镇数}', '{未报说明}', '{走访口径}']],
  ['报送情况', '报送情况', submissionColumns, ['{报送说明}']],
  ['上季补报', '上季补报', changeHeads, []],
  ['报送后修改', '报送后修改', changeHeads, []],
  ['工作问题及建议', '工作问题及建议', problemHeads, []],
  ['数据核对清单', '数据核对清单', findingHeads, []],
  [
    '报送单',
    '报送清单',
    ['序号', '台账', '条数', '其中未登记报告联系领导'],
    ['{报送次数}', '{核对码}', '{走访达标}', '{报送期限}', '{报送早晚}', '{问题及建议}'],
  ],
  [
    '报送回执',
    '收件清单',
    ['序号', '台账', '条数', '备注'],
    ['{报送次数}', '{核对码}', '{收件日}', '{立案庭收件日}', '{报送期限}', '{收件结论}'],
  ],
] as const)(
  '%s has the marks of its list in one row and its single values around it',
  (name, list, columns, singles) => {
    const drawn = plain.filter((one) => one.name === name);
    expect(drawn).not.toHaveLength(0);
    for (const { fileName, sheet, detail } of drawn) {
      expect(textsOf(sheet, detail)).toEqual(columns.map((column) => `{${list}.${column}}`));
      const around = cellsOf(sheet).filter((cell) => Number(cell.row) !== detail);
      const marks = around.flatMap((cell) => cell.text.match(/\{[^{}]*\}/g) ?? []);
      expect(marks.sort()).toEqual(
        [...common, termOf(fileName), ...issuerOf(fileName).by, ...singles].sort(),
      );
    }
  },
);

test.each([
  ...KINDS.map((kind) => [kind.ledger.zh, ledgerHeads(kind).map(({ head }) => head)] as const),
  ['数据核对清单', findingHeads],
] as const)('the heads of %s stand right above their marks', (name, heads) => {
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

/** What is summed below each list, by its heads; under all others nothing is. */
const sums: Readonly<Record<string, readonly string[]>> = {
  报送单: ['条数', '其中未登记报告联系领导'],
  报送回执: ['条数'],
  两代表一委员联络台账: [],
  巡回审判台账: ['旁听人次'],
  指导人民调解台账: ['涉及金额（元）'],
  '法治宣传、法律咨询台账': ['受众人次', '发放资料（份）', '解答咨询（人次）'],
  '委派（委托）调解台账': ['标的额（元）'],
  司法确认台账: ['涉及金额（元）'],
  走访达标核对: ['合计'],
  报送情况: counts,
};

test.each(plain)(
  'the total of $fileName $name sums the columns of the detail row whose sum means something',
  ({ name, sheet, detail }) => {
    const summed = cellsOf(sheet).filter((cell) => cell.formula);
    expect(summed.map((cell) => headAbove(sheet, detail, cell))).toEqual(sums[name] ?? []);
    for (const cell of summed) {
      const range = (letter: string) => `${letter}${String(detail)}:${letter}${String(detail)}`;
      const letter = cell.address.replace(/\d+/, '');
      // Of two rows of one hearing only the one that counts is summed.
      expect(cell.formula).toBe(
        name === '巡回审判台账'
          ? `SUMIF(${range('T')},"<>${official.notCounted}*",${range(letter)})`
          : `SUM(${range(letter)})`,
      );
      expect(Number(cell.row)).toBe(detail + 1);
      expect(cell.numFmt).toBe(sheet.getCell(detail, cell.col).numFmt);
    }
  },
);

describe.each(KINDS)('$ledger.zh', (kind) => {
  test('shows every value in the format of its type', () => {
    const { sheet, detail } = sheetOf(kind.ledger.zh);
    ledgerHeads(kind).forEach(({ type = '' }, index) => {
      const { numFmt, text } = sheet.getCell(detail, index + 1);
      // Text may be made for digits that are no number, such as a telephone's.
      if (FORMATS[type] === undefined) expect([undefined, '@'], text).toContain(numFmt);
      else expect(numFmt, text).toBe(FORMATS[type]);
    });
  });
});

test.each(sheets)('$fileName $name has no brace outside a well-formed mark', ({ sheet }) => {
  for (const cell of cellsOf(sheet)) {
    expect(cell.text.replaceAll(/\{[^{}.\s]+(?:\.[^{}.\s]+)?\}/g, ''), cell.address).not.toMatch(/[{}｛｝]/);
  }
});

test.each(sheets)('$fileName $name ends with the signatures', ({ fileName, sheet }) => {
  expect(textsOf(sheet, sheet.rowCount)).toEqual(issuerOf(fileName).signatures);
});

function termOf(fileName: string): string {
  return fileName.startsWith('年度') ? '{年度}' : '{季度}';
}

function issuerOf(fileName: string) {
  if (fileName === '报送单.xlsx') return sender;
  if (fileName === '报送回执.xlsx') return receiver;
  return fileName.startsWith('法官') ? judge : office;
}

function headAbove(sheet: Worksheet, detail: number, { col }: Cell): string {
  return sheet.getCell(detail - 1, col).text.replaceAll('\n', '');
}

function listOf({ ledger }: Kind): string {
  return ledger.zh.replace(/台账$/u, '');
}

function sheetOf(name: string) {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}
