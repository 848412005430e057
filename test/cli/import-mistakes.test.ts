import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../support/sandbox.ts';
import { putWorkbook, type Put } from './import-sheets.ts';
import { inside, LEDGER, smallWorkspace } from './workspaces.ts';

const HEADS: readonly Put[] = [
  ...['序号', '日期', '镇', '村', '方式', '社情民意及矛盾纠纷情况', '走访（座谈）对象', '报告联系领导日期'],
  ...['联系法官', '登记来源', '告知部门', '编号'],
];

/** A visit about which nothing is wrong but for what is said, by column from 日期 on. */
function visit(at: number, over: Readonly<Record<number, Put>> = {}): readonly Put[] {
  const row: Put[] = [
    at,
    '2024-07-03',
    '太平镇',
    '马山社区',
    '走访',
    `第${String(at)}件事`,
    '书记',
    null,
    '李敏',
    null,
    null,
    null,
  ];
  for (const [column, put] of Object.entries(over)) row[Number(column)] = put;
  return row;
}

/** The columns that mistakes are made in, from 0. */
const [DAY, TOWN, FORM, FINDINGS, MET, REPORTED, JUDGE, DEPARTMENT, ID] = [1, 2, 4, 5, 6, 7, 8, 10, 11];

/** What is wrong, in one row each; the code is told at the cell. */
const VISITS: readonly (readonly [code: string, cell: string, over: Readonly<Record<number, Put>>])[] = [
  ['day-invalid', 'B3', { [DAY]: '七月初三' }],
  ['day-invalid', 'B4', { [DAY]: '2024-02-30' }],
  ['day-invalid', 'B5', { [DAY]: '24.7.3' }],
  ['day-invalid', 'B6', { [DAY]: '1999-7-3' }],
  ['day-ahead', 'B7', { [DAY]: '2024-12-01' }],
  ['day-without-year', 'B8', { [DAY]: '7月3日' }],
  ['day-range', 'B9', { [DAY]: '2024年7月3日-5日' }],
  ['day-as-number', 'B10', { [DAY]: 7.1 }],
  ['cell-error', 'B11', { [DAY]: { error: '#N/A' } }],
  ['cell-unreckoned', 'F12', { [FINDINGS]: { formula: 'A1&"x"' } }],
  ['number-lost-digits', 'G13', { [MET]: 445_321_199_001_011_230 }],
  ['text-as-day', 'G14', { [MET]: { day: '2024-03-05' } }],
  ['row-of-another', 'I15', { [JUDGE]: '王强' }],
  ['town-unknown', 'C16', { [TOWN]: '大平镇' }],
  ['choice-invalid', 'E17', { [FORM]: '电话' }],
  ['field-required', 'F18', { [FINDINGS]: null }],
  ['day-order', 'H19', { [REPORTED]: '2024-07-01' }],
  ['field-out-of-place', 'K20', { [DEPARTMENT]: '立案庭' }],
  ['text-too-long', 'F21', { [FINDINGS]: '长'.repeat(5001) }],
  ['text-control', 'F22', { [FINDINGS]: '_x0007_' }],
  ['text-line-break', 'G23', { [MET]: '甲\n乙' }],
  ['entry-id-invalid', 'L24', { [ID]: 'Visit-1' }],
  ['row-differs', 'D25', { [ID]: 'visit-there' }],
  ['entry-id-twice', 'L27', { [ID]: 'visit-new' }],
  ['entry-id-taken', 'L28', { [ID]: 'matter-there' }],
];

/** A row with the id that a later one bears again, which itself is right. */
const FIRST_OF_TWO = visit(24, { [ID]: 'visit-new' });

const OTHERS = {
  guidance: [
    [
      '指导来源',
      '指导日期',
      '镇',
      '纠纷类型',
      '纠纷简要情况',
      '指导方式',
      '金额（元）',
      '是否申请司法确认',
      '结束日期',
    ],
    ['主动', '2024-07-03', '太平镇', '邻里', '甲', '、', null, null, null],
    ['主动', '2024-07-03', '太平镇', '邻里', '乙', '法律', '若干', null, null],
    ['主动', '2024-07-03', '太平镇', '邻里', '丙', '法律', null, '也许', null],
    ['主动', '2024-07-03', '太平镇', '邻里', '丁', '法律', null, null, '2024-07-09'],
  ],
  trial: [
    ['审理日期', '镇', '地点', '案号', '案由', '纠纷类型', '旁听人数'],
    ['2024-07-03', '太平镇', '审判点', '粤5321民初1号', '借贷', '合同', null],
    ['2024-07-03', '太平镇', '审判点', '（2024）粤5321民初1号', '借贷', '合同', '很多'],
  ],
  matter: [
    ['接收日期', '镇', '转达方向', '提出单位及联系人', '提出单位及联系人'],
    ['2024-07-03', '太平镇', '镇转法院', '综治中心', '综治中心'],
  ],
} satisfies Readonly<Record<string, readonly (readonly Put[])[]>>;

/** Every mistake once: what is told, on which sheet, at which cell. */
const EXPECTED: readonly (readonly [code: string, sheet: string, cell: string])[] = [
  ...VISITS.map(([code, cell]) => [code, '走访', cell] as const),
  ['choices-empty', '指导调解', 'F2'],
  ['amount-invalid', '指导调解', 'G3'],
  ['yes-no-invalid', '指导调解', 'H4'],
  ['field-needs', '指导调解', 'I5'],
  ['case-number-invalid', '巡回审判', 'D2'],
  ['count-invalid', '巡回审判', 'G3'],
  ['column-missing', '联系事项台账', 'A1'],
  ['column-twice', '联系事项台账', 'E1'],
  ['sheet-without-heads', '司法确认台账', 'A1'],
  ['sheet-of-several', '不知道', 'A1'],
];

async function workspace(): Promise<Sandbox> {
  const there = { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '别的事' };
  const box = await smallWorkspace([
    { id: 'visit-there', kind: 'visit', ...there },
    {
      id: 'matter-there',
      kind: 'matter',
      receivedOn: '2024-07-03',
      town: '太平镇',
      direction: 'toCourt',
      raisedBy: '中心',
      content: '请求',
    },
  ]);
  const rows = VISITS.map(([, cell, over]) => visit(Number(cell.slice(1)), over));
  rows.splice(23, 0, FIRST_OF_TWO);
  await putWorkbook(box, '错误.xlsx', [
    { name: '走访', rows: [['走访座谈台账'], HEADS, ...rows] },
    { name: '指导调解', rows: OTHERS.guidance },
    { name: '巡回审判', rows: OTHERS.trial },
    { name: '联系事项台账', rows: OTHERS.matter },
    {
      name: '司法确认台账',
      rows: [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    },
    {
      name: '不知道',
      rows: [
        ['日期', '镇', '形式', '情况', '地点'],
        ['2024-07-03', '太平镇', '走访', '排水', '圩镇'],
      ],
    },
  ]);
  return box;
}

describe('a workbook with every kind of mistake', () => {
  test('gives one finding each, with sheet and cell, and leaves the ledger as it was', async () => {
    const box = await workspace();
    const before = await box.read(LEDGER);
    const ran = await box.run(['import', '错误.xlsx', '--json']);
    expect(ran.code).toBe(3);
    expect(await box.read(LEDGER)).toBe(before);
    const findings = inside(ran.json(), 'findings');
    if (!Array.isArray(findings)) throw new Error('there are findings');
    const errors = findings
      .filter((one) => inside(one, 'severity') === 'error')
      .map((one) => ['code', 'sheet', 'cell'].map((key) => inside(one, key)));
    expect(errors.sort()).toEqual(EXPECTED.map((one) => [...one]).sort());
    expect(new Set(EXPECTED.map(([code]) => code)).size).toBeGreaterThanOrEqual(30);
    expect(ran.json()).toMatchObject({ added: 0 });
    const others = inside(JSON.parse(ran.stderr), 'error', 'others');
    expect(Array.isArray(others) && others.length + 1).toBe(errors.length);
  });

  test('gives a copy that opens, wrong cells red with a comment, all mistakes listed in front', async () => {
    const box = await workspace();
    await box.run(['import', '错误.xlsx', '--lang', 'zh']);
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.readFile(join(box.home, '错误-标注.xlsx'));
    const [list, ...sheets] = copy.worksheets;
    expect(sheets.map(({ name }) => name)).toEqual([
      '走访',
      '指导调解',
      '巡回审判',
      '联系事项台账',
      '司法确认台账',
      '不知道',
    ]);
    expect(list?.name).toBe('问题清单');
    const places = list
      ?.getColumn(3)
      .values.filter((value) => /^[A-Z]+\d+$/u.test(JSON.stringify(value).replace(/[^A-Z\d]/gu, '')));
    expect(places).toHaveLength(EXPECTED.length);
    for (const [, sheet, cell] of EXPECTED) {
      const marked = copy.getWorksheet(sheet)?.getCell(cell);
      expect([sheet, cell, marked?.fill.type, marked?.note !== undefined]).toEqual([
        sheet,
        cell,
        'pattern',
        true,
      ]);
    }
    const again = await box.run(['import', '错误-标注.xlsx', '--json']);
    expect(again.code).toBe(3);
    expect(again.json()).toMatchObject({ marked: ['错误-标注2.xlsx'] });
    const findings = inside(again.json(), 'findings');
    expect(
      Array.isArray(findings) && findings.filter((one) => inside(one, 'severity') === 'error').length,
    ).toBe(EXPECTED.length);
  });

  test('never tells what stands in a personal field, only kind and length', async () => {
    const box = await workspace();
    for (const language of ['zh', 'en']) {
      const { stdout, stderr } = await box.run(['import', '错误.xlsx', '--lang', language]);
      expect(stdout).toBe('');
      expect(stderr).not.toContain('445321199001011');
      expect(stderr).not.toContain('长长');
    }
    const ran = await box.run(['import', '错误.xlsx', '--json']);
    expect(ran.stdout).not.toContain('445321199001011');
    const findings = inside(ran.json(), 'findings');
    const valued = Array.isArray(findings)
      ? findings.filter((one) => inside(one, 'value') !== undefined)
      : [];
    expect(valued.map((one) => [inside(one, 'cell'), inside(one, 'value')])).toContainEqual(['E17', '电话']);
  });

  test('gives the rows without any, where that is asked for', async () => {
    const box = await workspace();
    const ran = await box.run(['import', '错误.xlsx', '--skip-errors', '--json']);
    expect(ran.code).toBe(7);
    expect(ran.json()).toMatchObject({ added: 1, skipped: 0 });
    expect(await box.read(LEDGER)).toContain('"id": "visit-new"');
  });

  test.each(['zh', 'en'])('is told in %s as the transcript says', async (language) => {
    const ran = await (await workspace()).run(['import', '错误.xlsx', '--lang', language]);
    await expect(`${ran.stderr}→ ${String(ran.code)}\n`).toMatchFileSnapshot(
      `transcripts/import mistakes.${language}.txt`,
    );
  });
});
