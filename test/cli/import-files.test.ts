import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../src/tables/read-tables.ts';
import { readPackage, writePackage } from '../../src/package/package.ts';
import { putWorkbook, type Put } from './import-sheets.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile, smallWorkspace } from './workspaces.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';

const HEADS: readonly Put[] = ['日期', '镇', '村', '方式', '走访情况'];
const ROW: readonly Put[] = ['2024-07-03', '太平镇', '马山社区', '走访', '巷道排水'];
const BAD: readonly Put[] = ['2024-07-33', '太平镇', '马山社区', '走访', '巷道排水'];

async function put(box: Sandbox, file: string, ...rows: readonly (readonly Put[])[]): Promise<void> {
  await putWorkbook(box, file, [{ name: '走访', rows: [['走访座谈台账'], HEADS, ...rows] }]);
}

describe('the files', () => {
  test('may be several, and patterns that no shell has expanded, each file once', async () => {
    const box = await smallWorkspace();
    await put(box, '表/7月.xlsx', ROW);
    await put(box, '表/8月.xlsx', ['2024-08-03', ...ROW.slice(1)]);
    await put(box, '表/8月-标注.xlsx', BAD);
    await box.write('表/~$8月.xlsx', 'open');
    const ran = await box.run(['import', '表/*.xlsx', '表/7月.xlsx', '--json']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.json()).toMatchObject({ added: 2, skipped: 0 });
    expect((await box.run(['import', '表/?月.xlsx', '--json'])).json()).toMatchObject({
      added: 0,
      skipped: 2,
    });
  });

  test('that are not there, or no workbook, are told; with one of several nothing is written', async () => {
    const box = await smallWorkspace();
    await put(box, '7月.xlsx', ROW);
    await box.write('假的.xlsx', '<html><body>表</body></html>');
    const before = await box.read(LEDGER);
    const ran = await box.run(['import', '7月.xlsx', '没有*.xlsx', '假的.xlsx', '--json']);
    expect(ran.code).toBe(3);
    const findings = inside(ran.json(), 'findings');
    expect(
      Array.isArray(findings) && findings.map((one) => [inside(one, 'file'), inside(one, 'code')]),
    ).toEqual([
      ['没有*.xlsx', 'file-missing'],
      ['假的.xlsx', 'workbook-unreadable'],
    ]);
    expect(await box.read(LEDGER)).toBe(before);
    const rest = await box.run(['import', '7月.xlsx', '假的.xlsx', '--skip-errors', '--json']);
    expect([rest.code, inside(rest.json(), 'added')]).toEqual([7, 1]);
  });

  test('of one name have a marked copy each', async () => {
    const box = await smallWorkspace();
    await put(box, '走访.xlsx', BAD);
    await box.write('走访.csv', '日期,镇,村,方式,走访情况\n2024-13-01,太平镇,马山社区,走访,巷道排水\n');
    const ran = await box.run(['import', '走访.xlsx', '走访.csv', '--json']);
    expect([ran.code, inside(ran.json(), 'marked')]).toEqual([3, ['走访-标注.xlsx', '走访-标注2.xlsx']]);
    const texts = await Promise.all(
      ['走访-标注.xlsx', '走访-标注2.xlsx'].map(async (file) =>
        (await readTables(file, await readFile(join(box.home, file)))).tables.flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.map(({ value }) => (value.type === 'text' ? value.text : ''))),
        ),
      ),
    );
    expect(texts.map((found) => ['2024-07-33', '2024-13-01'].filter((day) => found.includes(day)))).toEqual([
      ['2024-07-33'],
      ['2024-13-01'],
    ]);
  });

  test('that can’t be read are told with what to do about each, and --skip-errors is no remedy', async () => {
    const box = await smallWorkspace();
    await box.write('全部.json', '{\n  "entries": []\n}\n');
    await box.write('全部.csv', '{"kind":"visit"}\n');
    await box.write('导出/走访.csv', '日期\n');
    await put(box, '表/走访.xlsx', ROW);
    await put(box, '好.xlsx', ROW);
    const argv = ['import', '好.xlsx', '没有.xlsx', '全部.json', '全部.csv', '导出/', '表', '--lang', 'zh'];
    const { code, stderr } = await box.run(argv);
    expect(code).toBe(3);
    expect(stderr).toContain('没有.xlsx：没有这个文件。');
    for (const name of ['全部.json', '全部.csv'])
      expect(stderr).toContain(
        `${name}：这是 JSON 文件，不是表格；导出的 JSON 不能再导入。请改用 ledger export --format csv 导出，再导入那些 .csv。`,
      );
    expect(stderr).toContain('导出：这里是一个文件夹，不是文件。请写明其中的文件，如 导出/*.csv。');
    expect(stderr).toContain('表：这里是一个文件夹，不是文件。请写明其中的文件，如 表/*.xlsx。');
    expect(stderr).toContain('请改正后再导入一次。');
    expect(stderr).not.toContain('--skip-errors');
  });

  test('with mistakes in some rows could be imported without these', async () => {
    const box = await smallWorkspace();
    await put(box, '表.xlsx', ROW, BAD);
    expect((await box.run(['import', '表.xlsx', '--lang', 'zh'])).stderr).toContain('加 --skip-errors。');
    await put(box, '坏.xlsx', BAD);
    expect((await box.run(['import', '坏.xlsx', '--lang', 'zh'])).stderr).not.toContain('--skip-errors');
  });

  test('that are missing are told together with a judge who is not named', async () => {
    const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
    const ran = await box.run(['import', '没有.xlsx', '--json']);
    expect([ran.code, JSON.parse(ran.stderr)]).toMatchObject([
      2,
      { error: { code: 'judge-needed', others: [{ code: 'file-missing', file: '没有.xlsx' }] } },
    ]);
  });

  test('that hold no ledger are refused', async () => {
    const box = await smallWorkspace();
    await putWorkbook(box, '别的.xlsx', [{ name: '目录', rows: [['目录'], ['一、说明']] }]);
    const ran = await box.run(['import', '别的.xlsx', '--json']);
    expect(ran.code).toBe(3);
    expect(inside(JSON.parse(ran.stderr), 'error', 'code')).toBe('import-nothing');
    expect(await box.files()).not.toHaveProperty('别的-标注.xlsx');
  });

  test('of a newer form are not read any further', async () => {
    const box = await ownWorkspace();
    await box.run(['form', 'visit', '-o', '表.xlsx']);
    const parts = await readPackage(await readFile(`${box.home}/表.xlsx`));
    const custom = Buffer.from(parts.get('docProps/custom.xml') ?? []).toString('utf8');
    parts.set(
      'docProps/custom.xml',
      Buffer.from(custom.replace('<vt:lpwstr>1</vt:lpwstr>', '<vt:lpwstr>2</vt:lpwstr>')),
    );
    await box.write('新表.xlsx', (await writePackage(parts)).bytes);
    const ran = await box.run(['import', '新表.xlsx', '--json']);
    expect([ran.code, inside(JSON.parse(ran.stderr), 'error', 'code')]).toEqual([3, 'format-newer']);
    expect((await box.run(['import', '表.xlsx', '--json'])).json()).toMatchObject({
      added: 0,
      skipped: 0,
      findings: [],
    });
  });

  test('are named: without one the command is refused', async () => {
    await expectRefused(await smallWorkspace(), ['import'], {
      code: 2,
      en: 'FILE is missing. Usage: ledger import FILE.',
      zh: '缺少文件。用法：ledger import 文件。',
    });
  });

  test('may have a year that is none', async () => {
    const box = await smallWorkspace();
    await put(box, '7月.xlsx', ROW);
    const ran = await box.run(['import', '7月.xlsx', '--year', '二四', '--json']);
    expect([ran.code, inside(JSON.parse(ran.stderr), 'error', 'code')]).toEqual([2, 'year-invalid']);
  });
});

describe('days without a year', () => {
  test('in a form take --year, else what its title names, and the report says which year it was', async () => {
    const box = await smallWorkspace();
    const rows = [['走访座谈台账（2024年）'], ['日期写成 2023-07-03'], HEADS];
    const days = ['7月3日', '8-3'].map((typed) => [typed, ...ROW.slice(1)]);
    await putWorkbook(box, '表.xlsx', [{ name: '走访', rows: [...rows, ...days] }]);
    const ran = await box.run(['import', '表.xlsx', '--lang', 'zh', '--dry-run']);
    expect(ran.stdout).toContain('\n没有写年份的日期2处，按2024年（工作表标题）。\n');
    const wished = await box.run(['import', '表.xlsx', '--year', '2023', '--json', '--dry-run']);
    expect(wished.json()).toMatchObject({ years: [{ year: 2023, from: 'option', days: 2 }] });
  });
});

describe('rows of other judges', () => {
  test('are told once a judge and sheet, with all rows, and each is marked', async () => {
    const box = await smallWorkspace();
    const rows = ['王强', '李敏', '王强', '陈静'].map((judge, at) => [
      `2024-07-0${String(at + 1)}`,
      ...ROW.slice(1),
      judge,
    ]);
    const sheet = [['走访座谈台账'], [...HEADS, '联系法官'], ...rows];
    await putWorkbook(box, '表.xlsx', [
      { name: '走访', rows: sheet },
      { name: '走访2', rows: sheet },
    ]);
    const ran = await box.run(['import', '表.xlsx', '--lang', 'zh', '--json']);
    const found = (name: string): readonly object[] => [
      { code: 'row-of-another', sheet: name, cell: 'F3', cells: ['F3', 'F5'], value: '王强' },
      { code: 'row-of-another', sheet: name, cell: 'F6', value: '陈静' },
    ];
    const findings = inside(ran.json(), 'findings');
    expect(
      Array.isArray(findings) && findings.filter((one) => inside(one, 'severity') === 'error'),
    ).toMatchObject([...found('走访'), ...found('走访2')]);
    expect(ran.stdout).toContain('有2行（第3、5行）的联系法官是“王强”');
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.readFile(`${box.home}/表-标注.xlsx`);
    const isMarked = (cell: string): boolean => copy.getWorksheet('走访')?.getCell(cell).note !== undefined;
    expect(['F3', 'F4', 'F5', 'F6'].map(isMarked)).toEqual([true, false, true, true]);
    expect(copy.worksheets[0]?.getColumn(4).values).toContain('王强');
  });
});

describe('the list of mistakes', () => {
  test('shows what stands in a cell that is not personal, the town’s too', async () => {
    const box = await smallWorkspace();
    await put(box, '坏.xlsx', ['2024-07-03', '水抬镇', '马山社区', '走访', '巷道排水']);
    const ran = await box.run(['import', '坏.xlsx', '--json']);
    expect(ran.json()).toMatchObject({ findings: [{ cell: 'B3', value: '水抬镇' }] });
  });
});

describe('an import', () => {
  test('in a dry run writes nothing, neither rows nor marked copies', async () => {
    const box = await smallWorkspace();
    await put(box, '好.xlsx', ROW);
    await put(box, '坏.xlsx', BAD);
    const before = await box.files();
    expect((await box.run(['import', '好.xlsx', '--dry-run', '--json'])).json()).toMatchObject({ added: 1 });
    expect((await box.run(['import', '坏.xlsx', '--dry-run'])).code).toBe(3);
    expect(await box.files()).toEqual(before);
  });

  test('marks its mistakes in a copy beside the file, replaced only while nobody changed it, or where it is said', async () => {
    const box = await smallWorkspace();
    await put(box, '坏.xlsx', BAD);
    const marked = async (...more: readonly string[]): Promise<unknown> =>
      inside((await box.run(['import', '坏.xlsx', ...more, '--json'])).json(), 'marked');
    expect(await marked()).toEqual(['坏-标注.xlsx']);
    expect(await marked()).toEqual(['坏-标注.xlsx']);
    expect(await marked('-o', '核对/改.xlsx')).toEqual(['核对/改.xlsx']);
    expect(await marked('-o', '核对')).toEqual(['核对/坏-标注.xlsx']);
    await box.write('坏-标注.xlsx', 'changed');
    const ran = await box.run(['import', '坏.xlsx', '--json']);
    expect(ran.code).toBe(3);
    const findings = inside(ran.json(), 'findings');
    expect(
      Array.isArray(findings) && findings.map((one) => [inside(one, 'severity'), inside(one, 'code')]),
    ).toEqual([
      ['error', 'day-invalid'],
      ['warning', 'output-edited'],
    ]);
    expect(await box.read('坏-标注.xlsx')).toBe('changed');
    expect(await marked('--force')).toEqual(['坏-标注.xlsx']);
  });

  test('of mistakes in several files marks each in a folder', async () => {
    const box = await smallWorkspace();
    await put(box, '坏.xlsx', BAD);
    await box.write('更坏.csv', '\ufeff日期,镇,方式,走访情况\r\n2024-07-33,太平镇,走访,排水\r\n');
    const ran = await box.run(['import', '坏.xlsx', '更坏.csv', '-o', '核对', '--json']);
    expect(inside(ran.json(), 'marked')).toEqual(['核对/坏-标注.xlsx', '核对/更坏-标注.xlsx']);
  });

  test('for a judge who has left the roster knows the name by the ledger', async () => {
    const box = await smallWorkspace();
    await box.write(
      'ledgers/gone.json',
      (await box.read(LEDGER)).replaceAll('li-min', 'gone').replaceAll('李敏', '区某'),
    );
    const rows = [['走访座谈台账'], [...HEADS, '联系法官'], [...ROW, '区某']];
    await putWorkbook(box, '7月.xlsx', [{ name: '走访', rows }]);
    expect((await box.run(['import', '7月.xlsx', '--judge', 'gone', '--json'])).json()).toMatchObject({
      added: 1,
    });
  });

  test('into the ledger of a judge who has none yet begins it', async () => {
    const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
    await put(box, '7月.xlsx', ROW);
    expect((await box.run(['import', '7月.xlsx', '--judge', '李敏', '--json'])).json()).toMatchObject({
      added: 1,
    });
    expect(await box.read(LEDGER)).toContain('"seq": 1');
  });

  test('asks on a terminal whether to go on where something is doubtful, and takes no for an answer', async () => {
    const box = await smallWorkspace();
    await put(box, '7月.xlsx', ['2024-07-03', '太平镇', '没有的村', '走访', '巷道排水']);
    const before = await box.read(LEDGER);
    const declined = await box.run(['import', '7月.xlsx'], { answers: ['no'] });
    expect(declined.code).toBe(130);
    expect(await box.read(LEDGER)).toBe(before);
    const done = await box.run(['import', '7月.xlsx'], { answers: ['yes'] });
    expect(done.code).toBe(0);
    // What was asked about is not told once more.
    expect(done.stderr.split('没有的村')).toHaveLength(2);
  });
});

describe('a column that nobody knows', () => {
  async function unknown(): Promise<Sandbox> {
    const box = await smallWorkspace();
    const rows = [['走访座谈台账'], [...HEADS, '成效', '天气'], [...ROW, '已化解', '晴']];
    await putWorkbook(box, '7月.xlsx', [{ name: '走访', rows }]);
    return box;
  }

  test('is asked about on a terminal, and remembered', async () => {
    const box = await unknown();
    const ran = await box.run(['import', '7月.xlsx', '--lang', 'zh'], { answers: ['handling', '-'] });
    expect(ran.asked.map(({ message }) => message)).toEqual([
      '工作表“走访”里的“成效”这一列（如“已化解”）是哪一项？',
      '工作表“走访”里的“天气”这一列（如“晴”）是哪一项？',
    ]);
    expect(ran.asked.map(({ options }) => options.at(-1))).toEqual(['-', '-']);
    expect(ran.asked[0]?.options).toContain('participants');
    expect(ran.asked[1]?.options).not.toContain('handling');
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(
      '已记在 import-heads.json，下次不再问：“成效”是处理（转办）情况（第7行）、“天气”不导入（第12行）。选错了的，改那一行，或删去文件再问一次。\n',
    );
    expect(JSON.parse(await box.read(LEDGER))).toMatchObject({ entries: [{ handling: '已化解' }] });
    expect(JSON.parse(await box.read('import-heads.json'))).toEqual({
      format: 'liaison-import-heads/1',
      heads: [
        { kind: 'visit', head: '成效', field: 'handling' },
        { kind: 'visit', head: '天气', field: null },
      ],
    });
    const again = await box.run(['import', '7月.xlsx', '--json']);
    expect(again.json()).toMatchObject({
      added: 0,
      skipped: 1,
      findings: [{ code: 'column-left-out-again' }],
    });
  });

  test('is shown with up to three of its texts, each cut, and the likeliest field first', async () => {
    const box = await smallWorkspace();
    const texts = ['处理'.repeat(11), '晴\n转雨', '晴\n转雨', '阴', '雪'];
    const rows = texts.map((text, at) => [`2024-07-0${String(at + 1)}`, ...ROW.slice(1), text]);
    await putWorkbook(box, '7月.xlsx', [
      { name: '走访', rows: [['走访座谈台账'], [...HEADS, '后续处理'], ...rows] },
    ]);
    const ran = await box.run(['import', '7月.xlsx', '--lang', 'zh'], { answers: ['handling'] });
    expect(ran.asked[0]).toMatchObject({
      message: `工作表“走访”里的“后续处理”这一列（如“${'处理'.repeat(10)}…”、“晴 转雨”、“阴”）是哪一项？`,
    });
    expect(ran.asked[0]?.options.slice(0, 2)).toEqual(['?', 'handling']);
  });

  test('is left out by a careless Enter, told, and asked about again', async () => {
    const box = await unknown();
    const first = await box.run(['import', '7月.xlsx', '--lang', 'zh'], { answers: ['?', '?', 'yes'] });
    expect(first.asked.slice(0, 2).map(({ options }) => options[0])).toEqual(['?', '?']);
    expect(first.stderr).toContain('不认识“成效”这一列');
    expect(await box.files()).not.toHaveProperty('import-heads.json');
    const again = await box.run(['import', '7月.xlsx'], { answers: ['?', '?', 'yes'] });
    expect(again.asked).toHaveLength(3);
  });

  test('is offered first the field that it is nearly sure to be, which says so', async () => {
    const box = await smallWorkspace();
    const rows = [['走访座谈台账'], [...HEADS, '联系领导之意见'], [...ROW, '请跟进']];
    await putWorkbook(box, '7月.xlsx', [{ name: '走访', rows }]);
    const ran = await box.run(['import', '7月.xlsx'], { answers: ['leaderOpinion'] });
    expect(ran.asked[0]?.options.slice(0, 2)).toEqual(['leaderOpinion', '?']);
  });

  test('is left out elsewhere, and told with how to name it', async () => {
    const ran = await (await unknown()).run(['import', '7月.xlsx', '--json']);
    expect([ran.code, ran.json()]).toMatchObject([
      0,
      {
        added: 1,
        findings: [
          { code: 'column-left-out', cell: 'F2' },
          { code: 'column-left-out', cell: 'G2' },
        ],
      },
    ]);
  });

  test('is remembered by nobody in a dry run', async () => {
    const box = await unknown();
    await box.run(['import', '7月.xlsx', '--dry-run'], { answers: ['handling', '-', 'yes'] });
    expect(await box.files()).not.toHaveProperty('import-heads.json');
  });
});

describe('import-heads.json', () => {
  const heads = (...all: readonly object[]): string =>
    JSON.stringify({ format: 'liaison-import-heads/1', heads: all }, null, 2);

  test.each([
    ['another format', '{ "format": "x" }', 'format-unknown', 1],
    ['a kind that is none', heads({ kind: 'visits', head: '甲', field: null }), 'kind-unknown', 5],
    [
      'a field that is none',
      heads({ kind: 'visit', head: '甲', field: 'note' }, { kind: 'visit', head: '乙', field: 'notes' }),
      'head-field-unknown',
      12,
    ],
    [
      'a head twice',
      heads({ kind: 'visit', head: '甲', field: 'note' }, { kind: 'visit', head: '甲 ：', field: null }),
      'head-twice',
      11,
    ],
    ['a key that is none', heads({ kind: 'visit', head: '甲', field: null, note: '' }), 'key-unknown', 8],
  ])('with %s is refused, with the line', async (_name, content, code, line) => {
    const box = await smallWorkspace();
    await box.write('import-heads.json', content);
    await put(box, '7月.xlsx', ROW);
    const ran = await box.run(['import', '7月.xlsx', '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code, file: 'import-heads.json', line } });
  });

  test('is read as FORMAT.md shows it', async () => {
    const format = await readFile(new URL('../../FORMAT.md', import.meta.url), 'utf8');
    const box = await smallWorkspace();
    await box.write('import-heads.json', /^```json import-heads\n(.*?)^```$/msu.exec(format)?.[1] ?? '');
    const rows = [['走访座谈台账'], [...HEADS, '成效', '天气'], [...ROW, '已化解', '晴']];
    await putWorkbook(box, '7月.xlsx', [{ name: '走访', rows }]);
    const ran = await box.run(['import', '7月.xlsx', '--json']);
    expect(ran.json()).toMatchObject({ added: 1, findings: [{ code: 'column-left-out-again' }] });
    expect(await box.read(LEDGER)).toContain('"handling": "已化解"');
  });

  test('is never an output', async () => {
    const box = await smallWorkspace();
    await put(box, '坏.xlsx', BAD);
    const ran = await box.run(['import', '坏.xlsx', '-o', 'import-heads.json', '--force', '--json']);
    expect(ran.json()).toMatchObject({ findings: [{ code: 'day-invalid' }, { code: 'output-is-data' }] });
  });
});

describe('what the tool itself wrote', () => {
  test('the 汇总台账 gives a judge’s own rows, and the others are told', async () => {
    const box = await sandbox('sample');
    await box.run(['consolidate', '--quarter', '2024Q3', '-o', '汇总']);
    await box.remove('ledgers/li-min.json');
    const file = '汇总/汇总台账.xlsx';
    const ran = await box.run(['import', file, '--judge', 'li-min', '--json'], {
      now: '2025-07-01T02:00:00Z',
    });
    expect(ran.code).toBe(3);
    const findings = inside(ran.json(), 'findings');
    const codes = Array.isArray(findings)
      ? new Set(
          findings.filter((one) => inside(one, 'severity') === 'error').map((one) => inside(one, 'code')),
        )
      : [];
    expect([...codes]).toEqual(['row-of-another']);
    const rest = await box.run(['import', file, '--judge', 'li-min', '--skip-errors', '--json'], {
      now: '2025-07-01T02:00:00Z',
    });
    expect(rest.code).toBe(7);
    const own: unknown = JSON.parse(await sampleFile('ledgers/li-min.json'));
    const entries = inside(own, 'entries');
    const before = Array.isArray(entries)
      ? entries.filter((one) => inside(one, 'removed') === undefined)
      : [];
    expect(Number(inside(rest.json(), 'added'))).toBeGreaterThan(10);
    expect(Number(inside(rest.json(), 'added'))).toBeLessThanOrEqual(before.length);
  });

  test('the 汇总台账 over a ledger that is there adds nothing', async () => {
    const box = await sandbox('sample');
    await box.run(['consolidate', '--quarter', '2024Q3', '-o', '汇总']);
    const before = await box.read(LEDGER);
    const argv = ['import', '汇总/汇总台账.xlsx', '--judge', 'li-min', '--skip-errors', '--json'];
    const ran = await box.run(argv, { now: '2025-07-01T02:00:00Z' });
    expect(ran.json()).toMatchObject({ added: 0 });
    expect(await box.read(LEDGER)).toBe(before);
  });

  test('a judge’s own 台账 adds nothing to it', async () => {
    const box = await ownWorkspace();
    await box.run(['report', '--quarter', '2024Q3', '-o', '报送']);
    const ran = await box.run(['import', '报送/li-min-台账.xlsx', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ added: 0 });
    expect(Number(inside(ran.json(), 'skipped'))).toBeGreaterThan(5);
  });

  test('an export comes back exactly, under its ids', async () => {
    const box = await ownWorkspace();
    await box.run(['export', '--format', 'csv', '-o', '导出']);
    const before: unknown = JSON.parse(await box.read(LEDGER));
    const again = await box.run(['import', '导出/*.csv', '--json'], { now: '2025-07-01T02:00:00Z' });
    expect(again.json()).toMatchObject({ added: 0, findings: [] });
    await box.remove(LEDGER);
    const ran = await box.run(['import', '导出/*.csv', '--judge', 'li-min', '--json'], {
      now: '2025-07-01T02:00:00Z',
    });
    expect([ran.code, inside(ran.json(), 'skipped')]).toEqual([0, 0]);
    const values = (ledger: unknown): unknown => {
      const entries = inside(ledger, 'entries');
      if (!Array.isArray(entries)) return undefined;
      return entries
        .filter((one) => inside(one, 'removed') === undefined)
        .map((one) => JSON.stringify({ ...Object(one), rev: 0, createdAt: 0, updatedAt: 0, history: 0 }))
        .sort();
    };
    expect(values(JSON.parse(await box.read(LEDGER)))).toEqual(values(before));
  });
});

describe('rows above the heads', () => {
  test.each<[string, readonly (readonly Put[])[]]>([
    ['an entry', [['2024-07-03', '太平镇', '马山社区', '走访', '排水'], HEADS, ROW]],
    [
      'a table under heads that nobody knows',
      [['时间点', '去往', '村居名', '怎样', '谈了什么'], ROW, ['走访座谈台账（8月）'], HEADS, ROW],
    ],
  ])('that look like %s are told, and nothing is imported', async (_, rows) => {
    const box = await smallWorkspace();
    await putWorkbook(box, 'a.xlsx', [{ name: '走访', rows: [['走访座谈台账'], ...rows] }]);
    const before = await box.read(LEDGER);
    const ran = await box.run(['import', 'a.xlsx', '--json']);
    expect(ran.code).toBe(3);
    const findings = inside(ran.json(), 'findings');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'rows-above-heads', severity: 'error' }));
    expect(await box.read(LEDGER)).toBe(before);
  });

  test('that say who made the sheet and when are none', async () => {
    const box = await smallWorkspace();
    const made: readonly Put[] = ['填报单位', '太平镇', '填报日期', '2024-09-18'];
    await putWorkbook(box, 'a.xlsx', [{ name: '走访', rows: [['走访座谈台账'], made, HEADS, ROW] }]);
    expect((await box.run(['import', 'a.xlsx', '--json'])).json()).toMatchObject({ added: 1 });
  });
});
