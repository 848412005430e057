import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { rowsOf } from './sheets.ts';
import { inside } from './workspaces.ts';

test('each judge’s quarter has a row of facts: visits, the day of handing in, reports in time, what is overdue, entries', async () => {
  const judges = await sandbox('sample');
  const office = await sandbox();
  await office.write('roster.json', await judges.read('roster.json'));
  const argv = [
    'submit',
    '--judge',
    'li-min',
    '--quarter',
    '2024Q3',
    '--today',
    '2024-09-30',
    '--yes',
    '--json',
  ];
  const file = String(inside((await judges.run(argv)).json(), 'file'));
  await office.write('in/a.json', await judges.read(file));
  await office.run(['receive', 'in', '--filing-on', '2024-09-23', '--on', '2024-09-24']);
  const ran = await office.run(['appraise', '--quarter', '2024Q3', '--today', '2024-12-31', '--json']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(inside(ran.json(), 'rows', 5)).toEqual({
    judge: 'li-min',
    towns: ['太平镇'],
    quarter: '2024Q3',
    state: 'submitted',
    receivedOn: '2024-09-23',
    receivedBy: 'filing',
    late: true,
    daysLate: 3,
    visits: 4,
    required: 3,
    reports: { inTime: 4, late: 0, open: 0 },
    overdue: 4,
    entries: {
      visit: 4,
      matter: 2,
      dispute: 3,
      trial: 1,
      deputy: 1,
      guidance: 1,
      outreach: 1,
      mediation: 3,
      confirmation: 2,
      service: 1,
    },
  });
  // Who handed in nothing has no counts: 未报 is never 0.
  expect(inside(ran.json(), 'rows', 0)).toEqual({
    judge: 'he-jing',
    towns: ['新城镇'],
    quarter: '2024Q3',
    state: 'missing',
  });
  const rows = await rowsOf(office, 'reports/2024Q3/考核参考数据.xlsx', '考核参考数据');
  expect(rows.find((row) => row[1] === '何静')?.slice(4, 8)).toEqual(['未报', '未报', '未报', '']);
  expect(rows.find((row) => row[1] === '李敏')?.slice(4, 13)).toEqual([
    ...['4', '3', '已报（第1次）', '2024-09-23', '3', '4', '0', '0', '4'],
  ]);
  const shown = await office.run([
    'appraise',
    '--quarter',
    '2024Q3',
    '--today',
    '2024-12-31',
    '--lang',
    'zh',
    '--dry-run',
  ]);
  expect(shown.stdout).toMatch(/^李敏 +2024Q3 +\d\/3 +已报 +逾期3天 +及时4 逾期0 未报告0 /mu);
});

test('a visit that the leader was told of late, and one not yet, are told apart', async () => {
  const box = await sandbox('sample');
  const before = inside(
    (await box.run(['appraise', '--quarter', '2024Q3', '--json'])).json(),
    'rows',
    5,
    'reports',
  );
  expect(before).toMatchObject({ late: 0 });
  const visit = ['--date', '2024-08-01', '--town', '太平镇', '--village', '马山社区', '--form', 'visit'];
  const add = ['visit', 'add', '--judge', 'li-min', ...visit, '--yes'];
  await box.run([...add, '--id', 'visit-told-late', '--findings', '水渠淤塞', '--reported-on', '2024-09-01']);
  await box.run([...add, '--id', 'visit-not-told', '--findings', '路灯不亮']);
  const after = await box.run(['appraise', '--year', '2024', '--json']);
  const rows: unknown = inside(after.json(), 'rows');
  const row: unknown = Array.isArray(rows)
    ? rows.find((one) => inside(one, 'judge') === 'li-min' && inside(one, 'quarter') === '2024Q3')
    : undefined;
  expect(inside(row, 'reports', 'late')).toBe(1);
  expect(inside(row, 'reports', 'open')).toBe(Number(inside(before, 'open')) + 1);
});
