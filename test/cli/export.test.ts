import { describe, expect, test } from 'vitest';
import { fromPlainCell } from '../../src/domain/plain-cell.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { parseCsv } from '../support/csv.ts';
import { anEntry } from '../support/sound-entries.ts';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, smallWorkspace } from './workspaces.ts';

const VISITS = ['export', '--kind', 'visit'];
const PERSONAL = {
  en: 'Note: this is everything as it was written, with personal data in it. Keep it safe and pass it to nobody.\n',
  zh: '注意：导出的是未脱敏的完整内容，含个人信息，请妥善保管，不要外传。\n',
};

/** Two visits, one of hostile text, and one that was removed. */
const ENTRIES = [
  {
    ...{ id: 'visit-240703-aaaa', kind: 'visit', date: '2024-07-03', town: '太平镇', village: '马山社区' },
    ...{ form: 'visit', findings: '=HYPERLINK("http://x","y"),\n第二行', note: "'80年代的旧案" },
  },
  {
    ...{ id: 'visit-240403-bbbb', kind: 'visit', date: '2024-04-03', town: '大江镇', form: 'talk' },
    ...{ findings: "'=1+1", reportedOn: '2024-04-08', source: 'department', sourceDepartment: '民事审判庭' },
  },
  {
    ...{ id: 'visit-240704-cccc', kind: 'visit', date: '2024-07-04', town: '太平镇', form: 'visit' },
    ...{ findings: '重复', removed: { at: '2024-07-05T08:00:00+08:00', reason: '重复' } },
  },
];

const HEADS =
  '编号,序号,日期,挂点镇,村（社区）,方式,走访（座谈）对象,参加人员,社情民意及矛盾纠纷情况,通报涉诉纠纷情况,处理（转办）情况,报告联系领导日期,联系领导意见,联系法官,登记来源,告知部门,备注';
const CSV = [
  `\uFEFF${HEADS}`,
  "visit-240403-bbbb,1,2024-04-03,大江镇,,座谈,,,''=1+1,,,2024-04-08,,李敏,部门告知,民事审判庭,",
  `visit-240703-aaaa,2,2024-07-03,太平镇,马山社区,走访,,,"'=HYPERLINK(""http://x"",""y""),\n第二行",,,,,李敏,,,'80年代的旧案`,
  '',
].join('\r\n');

describe('export', () => {
  test.each(['en', 'zh'] as const)(
    'one ledger as CSV on stdout, in Chinese whatever the screen speaks (%s)',
    async (language) => {
      const box = await smallWorkspace(ENTRIES);
      const ran = await box.run([...VISITS, '--lang', language]);
      expect(ran).toMatchObject({ code: 0, stdout: CSV, stderr: PERSONAL[language] });
    },
  );

  test('the same bytes into a file', async () => {
    const box = await smallWorkspace(ENTRIES);
    const ran = await box.run([...VISITS, '-o', '走访.csv', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stdout: '已导出：\n  走访.csv（2条）\n', stderr: PERSONAL.zh });
    expect(await box.read('走访.csv')).toBe(CSV);
  });

  test('several ledgers as CSV into a folder, a file each, also of those without entries', async () => {
    const box = await smallWorkspace(ENTRIES);
    const ran = await box.run(['export', '--kind', '走访座谈、dispute', '-o', '导出']);
    expect(ran).toMatchObject({
      code: 0,
      stdout: 'Exported:\n  导出/走访座谈台账.csv (2 entries)\n  导出/矛盾纠纷排查化解台账.csv (0 entries)\n',
    });
    expect(await box.read('导出/走访座谈台账.csv')).toBe(CSV);
    expect(parseCsv((await box.read('导出/矛盾纠纷排查化解台账.csv')).slice(1))).toHaveLength(1);
    const all = await box.run(['export', '-o', '导出', '--json']);
    expect(all.json()).toMatchObject({ schemaVersion: 1, format: 'csv' });
    expect(inside(all.json(), 'files')).toHaveLength(KINDS.length);
    expect(inside(all.json(), 'files', 0)).toEqual({ path: '导出/走访座谈台账.csv', entries: 2 });
  });

  test('one ledger into a folder that is there, under its name', async () => {
    const box = await smallWorkspace(ENTRIES);
    const ran = await box.run([...VISITS, '-o', 'ledgers/..', '--json']);
    expect(inside(ran.json(), 'files')).toEqual([{ path: '走访座谈台账.csv', entries: 2 }]);
  });

  test('as JSON, by the format or by the global option', async () => {
    const box = await smallWorkspace(ENTRIES);
    const [second, first] = ENTRIES;
    const expected = {
      schemaVersion: 1,
      entries: [first, second].map((entry) => ({ judge: 'li-min', entry: { rev: 1, ...entry } })),
    };
    const ran = await box.run(['export', '--format', 'JSON']);
    expect(ran).toMatchObject({ code: 0, stderr: PERSONAL.en });
    expect(ran.stdout.endsWith('}\n')).toBe(true);
    expect(ran.json()).toEqual(expected);
    const global = await box.run(['export', '--json']);
    expect(global).toMatchObject({ code: 0, stderr: '' });
    expect(global.json()).toEqual(expected);
    await box.run(['export', '--format', 'json', '-o', 'ledgers/..']);
    expect(JSON.parse(await box.read('ledger.json'))).toEqual(expected);
  });

  test('as NDJSON, a line an entry', async () => {
    const box = await smallWorkspace(ENTRIES);
    const ran = await box.run(['export', '--format', 'ndjson', '--quiet']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => inside(JSON.parse(line), 'entry', 'id'))).toEqual([
      'visit-240403-bbbb',
      'visit-240703-aaaa',
    ]);
  });

  test('of a quarter, the entries that its list shows', async () => {
    const box = await sandbox('sample');
    for (const { id } of KINDS) {
      const listed = await box.run([id, 'list', '--quarter', '2024Q3', '--json']);
      const exported = await box.run(['export', '--kind', id, '--quarter', '2024Q3', '--json']);
      expect(exported.json(), id).toEqual(listed.json());
    }
    const own = await box.run([...VISITS, '--judge', 'su-ting', '--json']);
    const listed = await box.run(['visit', 'list', '--judge', 'su-ting', '--json']);
    expect(own.json()).toEqual(listed.json());
  });

  test('in the office, of all judges, each row with its judge’s name', async () => {
    const box = await sandbox('sample');
    const rows = parseCsv((await box.run(VISITS)).stdout.slice(1));
    const [heads = []] = rows;
    const names = new Set(rows.slice(1).map((row) => row[heads.indexOf('联系法官')]));
    expect(names.size).toBe(12);
    const ids = inside((await box.run(['visit', 'list', '--json'])).json(), 'entries');
    expect(rows).toHaveLength(1 + (Array.isArray(ids) ? ids.length : 0));
  });

  test('what can be read, where a ledger cannot: it is named', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/su-ting.json', '{');
    const ran = await box.run([...VISITS, '-o', 'v.csv']);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain('ledgers/su-ting.json');
    expect(await box.read('v.csv')).not.toContain('苏婷,');
  });

  test('a rehearsal writes nothing', async () => {
    const box = await smallWorkspace(ENTRIES);
    const before = await box.files();
    const ran = await box.run([...VISITS, '-o', 'v.csv', '-n']);
    expect(ran.stdout).toBe('Rehearsal, nothing written. A real run says: Exported:\n  v.csv (2 entries)\n');
    expect(await box.files()).toEqual(before);
  });

  test('what is not ours is not replaced, unless forced; a ledger never', async () => {
    const box = await smallWorkspace(ENTRIES);
    await box.write('v.csv', 'x');
    expect((await box.run([...VISITS, '-o', 'v.csv'])).code).toBe(5);
    expect(await box.read('v.csv')).toBe('x');
    expect((await box.run([...VISITS, '-o', 'v.csv', '-f'])).code).toBe(0);
    const before = await box.read(LEDGER);
    expect((await box.run(['export', '--format', 'json', '-f', '-o', LEDGER])).code).toBe(2);
    expect(await box.read(LEDGER)).toBe(before);
  });
});

describe('export refuses', () => {
  const several = {
    code: 2,
    en: 'A csv file holds one ledger, and there are 10 to export. Please name a folder with -o, for a file each, or one ledger with --kind.',
    zh: 'csv 每个文件只放一类台账，这里有10类。请用 -o 写明一个文件夹，每类一个文件；或者用 --kind 只导出一类。',
  };

  test('several ledgers as CSV to one place', async () => {
    await expectRefused(await ownWorkspace(), ['export'], several);
    await expectRefused(await ownWorkspace(), ['export', '-o', '全部.csv'], several);
  });

  test('a format that is none', async () => {
    await expectRefused(await ownWorkspace(), ['export', '--format', 'jsn'], {
      code: 2,
      en: '--format: “jsn” is not one of the choices. The choices are: csv, ndjson, json. Did you mean “json”?',
      zh: '--format：没有“jsn”这个选项。可选：csv、ndjson、json。是不是“json”？',
    });
  });

  test('a ledger that is none', async () => {
    const ran = await (await ownWorkspace()).run(['export', '--kind', 'visit,走坊座谈', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^--kind：没有“走坊座谈”这个选项。.*是不是“走访座谈”？\n$/u);
  });
});

test('an exported row names every value of an entry of every kind', async () => {
  const entries = KINDS.map(({ id }) => {
    const { values, ...entry } = anEntry(id, { note: '-无' });
    return { ...entry, ...values };
  });
  const box = await smallWorkspace(entries);
  for (const { id } of KINDS) {
    const [heads = [], row = []] = parseCsv((await box.run(['export', '--kind', id])).stdout.slice(1));
    expect(fromPlainCell(row[heads.indexOf('备注')] ?? ''), id).toBe('-无');
    expect(row[heads.indexOf('备注')], id).toBe("'-无");
  }
});
