import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { sandbox } from '../support/sandbox.ts';
import { rowsOf } from './sheets.ts';
import { inside } from './workspaces.ts';

const LAST_DAY = '2024-09-30';

/** Every judge of the sample hands the quarter in on its last day; the files by their names. */
async function allHandedIn(judges: Sandbox, ...quarters: readonly (readonly [string, string])[]) {
  const ids = Object.keys(await judges.files())
    .filter((file) => file.startsWith('ledgers/'))
    .map((file) => file.slice('ledgers/'.length, -'.json'.length));
  for (const [quarter, today] of quarters)
    for (const judge of ids) {
      const ran = await judges.run([
        'submit',
        '--judge',
        judge,
        '--quarter',
        quarter,
        '--today',
        today,
        '--yes',
      ]);
      expect(ran.code, ran.stderr).toBe(0);
    }
  const names = Object.keys(await judges.files()).filter(
    (file) => file.startsWith('submissions/') && file.endsWith('.json'),
  );
  expect(names).toHaveLength(ids.length * quarters.length);
  return Promise.all(names.map(async (name) => [name, await judges.read(name)] as const));
}

async function officeOf(judges: Sandbox): Promise<Sandbox> {
  const office = await sandbox();
  await office.write('roster.json', await judges.read('roster.json'));
  return office;
}

async function digests(box: Sandbox, argv: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const ran = await box.run([...argv, '--json']);
  expect(ran.code, ran.stderr).toBe(0);
  const json = ran.json();
  return {
    totals: inside(json, 'totals'),
    findings: inside(json, 'findings'),
    workbooks: inside(json, 'workbooks'),
  };
}

test('any order and any duplication of what was received gives the same workbooks', async () => {
  const judges = await sandbox('sample');
  const files = await allHandedIn(judges, ['2024Q3', '2024-09-18']);
  const forwards = await officeOf(judges);
  for (const [file, text] of files) await forwards.write(`in/${file.split('/').at(-1) ?? ''}`, text);
  await forwards.run(['receive', 'in', '--on', '2024-09-19']);
  const backwards = await officeOf(judges);
  for (const [index, [, text]] of files.toReversed().entries()) {
    await backwards.write(`in/${String(index)}.txt`, text);
    await backwards.run(['receive', 'in', '--on', '2024-09-19']);
  }
  const argv = ['consolidate', '--quarter', '2024Q3'];
  const made = await digests(forwards, argv);
  expect(inside(made['totals'], 'visit')).toBeGreaterThan(30);
  expect(await digests(backwards, argv)).toEqual(made);
});

test('what was handed in gives the ten sheets and all figures of the ledgers it was made from', async () => {
  const judges = await sandbox('sample');
  const files = await allHandedIn(judges, ['2024Q3', LAST_DAY], ['2024Q4', '2024-12-31']);
  const office = await officeOf(judges);
  for (const [file, text] of files) await office.write(`in/${file.split('/').at(-1) ?? ''}`, text);
  const received = await office.run(['receive', 'in', '--on', LAST_DAY]);
  expect(received.code, received.stderr).toBe(0);
  const live = await sandbox('sample');
  for (const quarter of ['2024Q3', '2024Q4']) {
    const argv = ['consolidate', '--quarter', quarter, '--today', '2025-01-31'];
    const [handedIn, own] = [await digests(office, argv), await digests(live, argv)];
    expect(handedIn['totals']).toEqual(own['totals']);
    expect(inside(handedIn['workbooks'], 0)).toEqual(inside(own['workbooks'], 0));
    const file = `reports/${quarter}/季度汇总表.xlsx`;
    for (const sheet of [
      '表一 走访联络',
      '表二 审判及诉调衔接',
      '按纠纷类型',
      '走访达标核对',
      '联系事项按部门',
    ])
      expect(await rowsOf(office, file, sheet), `${quarter} ${sheet}`).toEqual(
        await rowsOf(live, file, sheet),
      );
  }
  expect(KINDS).toHaveLength(10);
});

test('a case that opens on the 22nd and closes on the 27th of the last month reaches the office in one quarter', async () => {
  const judges = await sandbox('sample');
  const dispute = [
    ...['dispute', 'add', '--id', 'dispute-late', '--judge', 'li-min', '--today', '2024-10-08', '--yes'],
    ...['--found-on', '2024-09-22', '--town', '太平镇', '--village', '马山社区', '--type', '邻里'],
    ...['--parties', '梁甲、陈乙', '--people', '2', '--summary', '排水沟堵塞'],
    ...['--responsible', '太平镇综治中心', '--outcome', 'settled', '--closed-on', '2024-09-27'],
  ];
  const added = await judges.run(dispute);
  expect(added.code, added.stderr).toBe(0);
  const office = await officeOf(judges);
  for (const [quarter, today] of [
    ['2024Q3', '2024-10-08'],
    ['2024Q4', '2024-12-19'],
  ] as const) {
    const argv = ['submit', '--judge', 'li-min', '--quarter', quarter, '--today', today, '--yes', '--json'];
    const file = String(inside((await judges.run(argv)).json(), 'file'));
    await office.write(`in/${quarter}.json`, await judges.read(file));
  }
  await office.run(['receive', 'in', '--on', '2024-12-19']);
  const found: string[] = [];
  for (const quarter of ['2024Q3', '2024Q4', '2025Q1']) {
    await office.run(['consolidate', '--quarter', quarter, '--today', '2025-03-31']);
    const rows = await rowsOf(office, `reports/${quarter}/汇总台账.xlsx`, '矛盾纠纷排查化解台账');
    if (rows.some((row) => row.includes('排水沟堵塞'))) found.push(quarter);
  }
  expect(found).toEqual(['2024Q3']);
});

test('what is handed in later is told in the quarter it belongs to, and in the next', async () => {
  const judges = await sandbox('sample');
  const office = await officeOf(judges);
  const bring = async (quarter: string, today: string): Promise<void> => {
    const argv = ['submit', '--judge', 'li-min', '--quarter', quarter, '--today', today, '--yes', '--json'];
    const json = (await judges.run([...argv, '--problems', `个别村道路未通（${today}）`])).json();
    await office.write(`in/${today}.json`, await judges.read(String(inside(json, 'file'))));
    expect((await office.run(['receive', 'in', '--on', today])).code).toBe(0);
  };
  await bring('2024Q3', '2024-09-18');
  const visit = ['--date', '2024-09-25', '--town', '太平镇', '--village', '马山社区', '--form', '走访'];
  const add = [
    'visit',
    'add',
    '--id',
    'visit-late',
    '--judge',
    'li-min',
    ...visit,
    '--findings',
    '灌溉水渠淤塞',
  ];
  expect((await judges.run([...add, '--today', '2024-10-08', '--yes'])).code).toBe(0);
  await bring('2024Q3', '2024-10-08');
  await bring('2024Q4', '2024-12-18');
  for (const quarter of ['2024Q3', '2024Q4'])
    await office.run(['consolidate', '--quarter', quarter, '--today', '2025-01-31']);
  const rows = (quarter: string, sheet: string, file = '季度汇总表') =>
    rowsOf(office, `reports/${quarter}/${file}.xlsx`, sheet);
  const supplement = ['李敏', '2024年第三季度', '太平镇', '走访座谈', 'visit-late', '2024-09-25', '补报'];
  expect((await rows('2024Q4', '上季补报')).map((row) => row.slice(1, 8))).toContainEqual(supplement);
  expect((await rows('2024Q3', '报送后修改')).map((row) => row.slice(1, 8))).toContainEqual(supplement);
  expect((await rows('2024Q3', '上季补报')).flat()).not.toContain('visit-late');
  const visits = await rows('2024Q3', '走访座谈台账', '汇总台账');
  expect(
    visits.find((row) => row.includes('灌溉水渠淤塞'))?.some((cell) => cell.startsWith('〔补报〕')),
  ).toBe(true);
  const said = (await rows('2024Q4', '工作问题及建议')).find((row) => row.includes('李敏'));
  expect(said?.[3]).toBe('个别村道路未通（2024-12-18）');
  const states = (await rows('2024Q3', '报送情况')).find((row) => row[1] === '李敏');
  expect(states?.slice(3, 6)).toEqual(['已报（第2次）', '报送件', '2024-09-18']);
  expect(states?.at(-1)).toBe('按研究室收件日计');
});

test('a judge who is gone keeps the open cases of the last submission, which are to be handed over', async () => {
  const judges = await sandbox('sample');
  const office = await officeOf(judges);
  const argv = ['submit', '--judge', 'li-min', '--quarter', '2024Q3', '--today', LAST_DAY, '--yes', '--json'];
  const json = (await judges.run(argv)).json();
  await office.write('in/a.json', await judges.read(String(inside(json, 'file'))));
  await office.run(['receive', 'in', '--on', LAST_DAY]);
  const next = await office.run(['consolidate', '--quarter', '2024Q4', '--today', '2024-12-31', '--json']);
  expect(inside(next.json(), 'sources')).toContainEqual({ judge: 'li-min', source: 'missing', entries: 0 });
  expect(inside(next.json(), 'findings')).toContainEqual(
    expect.objectContaining({ code: 'cases-carried', judge: 'li-min' }),
  );
  const rows = await rowsOf(office, 'reports/2024Q4/季度汇总表.xlsx', '走访达标核对');
  expect(rows.find((row) => row[1] === '太平镇')?.slice(10, 12)).toEqual(['未报', '未报']);
});

test('who is named anywhere in the office is masked, also before a correction, in another quarter and in a live ledger', async () => {
  const office = await sandbox('sample');
  const run = async (...argv: readonly string[]): Promise<void> => {
    const ran = await office.run([...argv, '--judge', 'li-min', '--yes', '--today', '2024-10-20']);
    expect(ran.code, ran.stderr).toBe(0);
  };
  const dispute = (id: string, parties: string, day: string) => [
    ...['dispute', 'add', '--id', id, '--found-on', day, '--town', '太平镇', '--type', '邻里'],
    ...['--parties', parties, '--people', '2', '--summary', '排水沟堵塞', '--responsible', '太平镇综治中心'],
    ...['--outcome', 'unsettled'],
  ];
  await run(...dispute('dispute-one', '侯志坚、詹文海', '2024-09-12'));
  await run('dispute', 'edit', 'dispute-one', '--parties', '侯某、詹某', '--reason', '改为化名');
  await run(...dispute('dispute-two', '滕大为、苗小凤', '2024-10-16'));
  const visit = ['--date', '2024-09-13', '--town', '太平镇', '--village', '马山社区', '--form', 'visit'];
  await run(
    'visit',
    'add',
    '--id',
    'visit-names',
    ...visit,
    '--findings',
    '侯志坚、詹文海、滕大为、苗小凤来访',
  );
  await run('submit', '--quarter', '2024Q3');
  await office.run(['receive', 'submissions', '--on', '2024-10-20']);
  const masked = [
    'consolidate',
    '--quarter',
    '2024Q3',
    '--masked',
    '--today',
    '2024-10-20',
    '--no-input',
    '--json',
  ];
  const ran = await office.run(masked);
  expect(ran.code, ran.stderr).toBe(0);
  expect(inside(ran.json(), 'sources')).toContainEqual(
    expect.objectContaining({ judge: 'li-min', source: 'submission' }),
  );
  const sheet = await rowsOf(office, 'reports/2024Q3/汇总台账-院内流转版.xlsx', '走访座谈台账');
  const text = sheet.flat().find((cell) => cell.includes('来访'));
  expect(text).toBe('侯某1、詹某1、滕某、苗某来访');
});
