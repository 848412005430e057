import type { Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { YEAR_WORKBOOKS, QUARTER_WORKBOOKS } from '../../src/workbook/sheets/quarter-workbooks.ts';
import { cellsOf, drawnSheets, textsOf, type DrawnSheet } from './drawn-sheets.ts';

const quarter = await drawnSheets(['季度汇总表.xlsx']);
const year = await drawnSheets(['年度汇总表.xlsx']);
const names = (sheets: readonly DrawnSheet[]) => sheets.map(({ name }) => name);

/** 表一 and 表二 as the office's design has them, the heads in groups written 组{栏, 栏}. */
const TABLES = {
  '表一 走访联络':
    '序号 镇 联系领导 挂点法官 联系法官 走访座谈{走访次数 其中村（社区） 座谈次数 核对结果} 通报涉诉纠纷{次数} ' +
    '矛盾纠纷{旧存 新收 办结 其中引导人民调解 未结} 联系事项{旧存 新收 办结 未结} 两代表一委员{联系人次 旧存 意见建议 已答复 未答复} ' +
    '法治宣传{场次 受众人次} 法律咨询{人次} 网上立案指引{件} 联系领导下沉{次} 其他{件} 立案庭收件日期 备注',
  '表二 审判及诉调衔接':
    '序号 镇 挂点法官 联系法官 巡回审判{场次 旧存 新收 结案 其中就地调解 未结 旁听人次} ' +
    '指导调解{旧存 新收 办结 其中达成协议 未结} 委派调解{旧存 新收 办结 其中成功 未结} 委托调解{旧存 新收 办结 其中成功 未结} ' +
    '司法确认{旧存 申请 办结 其中确认有效 其中出具调解书 未结} 备注',
} as const;

describe.each(Object.entries(TABLES))('%s', (name, heads) => {
  const list = name.slice(0, 2);
  const { sheet, detail } = sheetOf(quarter, name);
  const columns = columnsOf(heads);
  const letters = columns.map((_, at) => sheet.getColumn(at + 1).letter);
  const figures = columns.flatMap(({ group, head }, at) =>
    group !== '' && head !== '核对结果' ? [{ group, head, letter: letters[at] ?? '' }] : [],
  );

  test('has the columns of the office’s table, in their order', () => {
    expect(textsOf(sheet, detail)).toEqual(columns.map(({ group, head }) => `{${list}.${group}${head}}`));
    expect(textsOf(sheet, detail - 3)).toEqual(
      columns.flatMap(({ group, head }) => (group === '' ? [] : head)),
    );
    expect(textsOf(sheet, detail - 4)).toEqual(
      columns
        .map(({ group, head }) => group || head)
        .filter((text, at, all) => columns[at]?.group === '' || text !== all[at - 1]),
    );
  });

  test('has every figure that a kind gives to it, with its unit', () => {
    const table = list === '表一' ? 'contact' : 'trial';
    const wanted = KINDS.flatMap((kind) => kind.figures ?? []).filter((figure) => figure.table === table);
    const units = columns.map((_, at) => sheet.getCell(detail - 2, at + 1).text);
    for (const { group, label, unit } of wanted) {
      const at = columns.findIndex((column) => column.group === group.zh && column.head === label.zh);
      expect([group.zh, label.zh, units[at]]).toEqual([group.zh, label.zh, unit]);
    }
    expect(textsOf(sheet, detail - 2)[0]).toBe('单位');
    expect(textsOf(sheet, detail - 1)).toEqual(columns.map((_, at) => String(at + 1)));
  });

  test('is set against the quarter before, the same of last year and the year to date, by formulas', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((below) => textsOf(sheet, detail + below)[0]);
    expect(rows).toEqual([
      ...['合计', '上季度', '环比增减', '环比增减（%）'],
      ...['上年同期', '同比增减', '同比增减（%）', '本年累计'],
    ]);
    const at = (letter: string, below: number) => `${letter}${String(detail + below)}`;
    for (const { group, head, letter } of figures) {
      const cell = (below: number) => sheet.getCell(at(letter, below));
      expect(cell(1).formula).toBe(`SUM(${at(letter, 0)}:${at(letter, 0)})`);
      for (const [below, period] of [
        [2, '上季度'],
        [5, '上年同期'],
      ] as const) {
        const [total, base] = [at(letter, 1), at(letter, below)];
        expect(cell(below).text).toBe(`{${list}${period}.${group}${head}}`);
        expect(cell(below + 1).formula).toBe(`IF(ISNUMBER(${base}),${total}-${base},"—")`);
        expect(cell(below + 2).formula).toBe(`IF(N(${base})=0,"—",(${total}-${base})/${base})`);
        expect(cell(below + 2).numFmt).toContain('%');
      }
      expect(cell(8).text).toBe(`{${list}本年累计.${group}${head}}`);
      // Wrapping would show ### for a number that is too long.
      for (const below of [0, 1, 2, 3, 4, 8]) expect(cell(below).alignment.shrinkToFit).toBe(true);
    }
  });

  test('says below it whether 旧存 and 新收 are 办结 and 未结, by formulas over the towns', () => {
    const checks = cellsOf(sheet)
      .filter(({ row }) => Number(row) > detail + 8)
      .map(({ formula }) => formula)
      .filter(Boolean);
    expect(checks).toHaveLength(list === '表一' ? 3 : 5);
    for (const formula of checks) {
      const found = /^"(\S+?)：.*　"&IF\(SUM\((.+),(.+)\)=SUM\((.+),(.+)\),"相符","不符，请核对"\)$/u.exec(
        formula,
      );
      const [, group, ...ranges] = found ?? [];
      const columnsOfIt = ranges.map((range) =>
        figures.find(({ letter }) => range === whole(letter, detail)),
      );
      expect(new Set(columnsOfIt.map((column) => column?.group))).toEqual(new Set([group]));
      const said = [...formula.matchAll(/([^＋＝："]+)（(\d+)）/gu)].map(([, head, no]) => [
        head,
        Number(no),
      ]);
      expect(said).toEqual(
        columnsOfIt.map((column) => [column?.head, letters.indexOf(column?.letter ?? '') + 1]),
      );
    }
  });

  test('over a year it is set against the year before', () => {
    const ofYear = sheetOf(year, name);
    const rows = [1, 2, 3, 4].map((below) => textsOf(ofYear.sheet, ofYear.detail + below)[0]);
    expect(rows).toEqual(['合计', '上年', '同比增减', '同比增减（%）']);
    expect(ofYear.sheet.getCell(ofYear.detail + 2, 6).text).toMatch(new RegExp(`^\\{${list}上年\\.`));
  });

  test('fits on one page of A3 with twelve towns', () => {
    let points = 0;
    for (let row = 1; row <= sheet.rowCount; row += 1) points += sheet.getRow(row).height;
    const withTowns = points + 11 * sheet.getRow(detail).height;
    // Printed at 86 per cent; the paper is 297 mm high, less its margins of 32.
    expect(withTowns * 0.86).toBeLessThan(((297 - 32) / 25.4) * 72);
  });
});

describe('按纠纷类型', () => {
  const { sheet, detail } = sheetOf(quarter, '按纠纷类型');

  test('has the columns of the office’s table', () => {
    expect(textsOf(sheet, detail)).toEqual(
      ['序号', '纠纷类型', '排查旧存', '排查新收', '排查办结', '排查未结', '化解率', '指导调解', '委派调解']
        .concat(['委托调解', '司法确认', '巡回审判', '涉及金额（元）', '占比', '环比增减'])
        .map((column) => `{按纠纷类型.${column}}`),
    );
    expect(textsOf(sheetOf(year, '按纠纷类型').sheet, detail).at(-1)).toBe('{按纠纷类型.同比增减}');
  });

  test('sums only rows with a number, for 其中 rows are within another', () => {
    const total = (letter: string) => sheet.getCell(`${letter}${String(detail + 1)}`);
    const numbers = `$A${String(detail)}:$A${String(detail)}`;
    for (const letter of ['C', 'D', 'E', 'F', 'H', 'I', 'J', 'K', 'L', 'M']) {
      expect(total(letter).formula).toBe(`SUMIF(${numbers},">0",${whole(letter, detail)})`);
    }
    expect(['G', 'N', 'O'].map((letter) => total(letter).text)).toEqual(
      ['化解率', '占比', '环比增减'].map((column) => `{按纠纷类型合计.${column}}`),
    );
    const notes = cellsOf(sheet).map(({ text }) => text);
    expect(notes.join()).toContain('合计只加有序号的各行');
    expect(notes.join()).toContain('司法确认所确认的就是这些协议，不重复计入');
  });
});

test('departments are summed, but for the mean, which is that of all', () => {
  const { sheet, detail } = sheetOf(quarter, '联系事项按部门');
  for (const letter of ['C', 'D', 'E', 'F', 'G']) {
    expect(sheet.getCell(`${letter}${String(detail + 1)}`).formula).toBe(`SUM(${whole(letter, detail)})`);
  }
  expect(sheet.getCell(`H${String(detail + 1)}`).text).toBe('{联系事项按部门合计.平均办理天数}');
});

test('a year’s visits have a column a quarter, and no 0 where there was none to count', () => {
  const { sheet, detail } = sheetOf(year, '走访达标核对');
  expect(textsOf(sheet, detail).slice(4, 10)).toEqual(
    [
      '走访次数第一季度',
      '走访次数第二季度',
      '走访次数第三季度',
      '走访次数第四季度',
      '合计',
      '达标季度数',
    ].map((column) => `{走访达标核对.${column}}`),
  );
  const range = whole('E', detail);
  expect(sheet.getCell(`E${String(detail + 1)}`).formula).toBe(`IF(COUNT(${range})=0,"—",SUM(${range}))`);
});

test('the sheets of a year are those of a quarter without its charts and what is handed in for a quarter', async () => {
  const ofQuarter = ['上季补报', '报送后修改', '工作问题及建议', '图表'];
  expect(names(year)).toEqual(names(quarter).filter((name) => !ofQuarter.includes(name)));
  expect(names(quarter)).toHaveLength(names(year).length + ofQuarter.length);
  const [ledgers, ofYear] = [await drawnSheets(['汇总台账.xlsx']), await drawnSheets(['年度汇总台账.xlsx'])];
  const texts = (sheet: Worksheet) => cellsOf(sheet).map(({ text }) => text);
  expect(ofYear.map(({ sheet }) => texts(sheet))).toEqual(
    ledgers.map(({ sheet }) => texts(sheet).map((text) => text.replace('{季度}', '{年度}'))),
  );
});

test.each([
  ['季度汇总表.xlsx', quarter, QUARTER_WORKBOOKS],
  ['年度汇总表.xlsx', year, YEAR_WORKBOOKS],
])('%s has a place for every list there is', (name, sheets, workbooks) => {
  const lists = workbooks.find((workbook) => workbook.name === name)?.lists(KINDS) ?? [];
  const text = sheets.flatMap(({ sheet }) => cellsOf(sheet).map((cell) => cell.text)).join();
  expect(lists.map(({ names: [first = ''] }) => first).filter((list) => !text.includes(`{${list}.`))).toEqual(
    [],
  );
});

function whole(letter: string, row: number): string {
  return `${letter}${String(row)}:${letter}${String(row)}`;
}

function columnsOf(heads: string): readonly { readonly group: string; readonly head: string }[] {
  return [...heads.matchAll(/([^\s{}]+)(?:\{([^}]*)\})?/gu)].flatMap(([, group = '', within]) =>
    within === undefined ? [{ group: '', head: group }] : within.split(' ').map((head) => ({ group, head })),
  );
}

function sheetOf(sheets: readonly DrawnSheet[], name: string): DrawnSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}
