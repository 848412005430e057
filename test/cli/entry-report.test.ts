import { expect, test } from 'vitest';
import { expectRefused, LEDGER, ownWorkspace, VISIT, type Refused } from './workspaces.ts';

test.each([
  ['en', [], 'Noted: visit 太平镇 马山社区, contact leader told on 18 Sep.\n', '2024-09-18'],
  ['zh', ['--on', '9月13日'], '已登记：走访太平镇马山社区，9月13日报告联系领导。\n', '2024-09-13'],
])('notes the day the contact leader was told (%s)', async (language, on, stdout, day) => {
  const box = await ownWorkspace();
  await box.run(['visit', 'add', ...VISIT]);
  const ran = await box.run(['visit', 'report', '0001', ...on, '--lang', language]);
  expect(ran).toMatchObject({ code: 0, stdout, stderr: '' });
  expect(await box.read(LEDGER)).toContain(`"reportedOn": "${day}"`);
});

test('without a day it is today, whatever day that is said to be', async () => {
  const box = await ownWorkspace();
  await box.run(['visit', 'add', ...VISIT]);
  const ran = await box.run(['visit', 'report', '0001', '--today', '2024-09-14', '--json']);
  expect(ran.json()).toMatchObject({
    schemaVersion: 1,
    judge: 'li-min',
    entry: {
      reportedOn: '2024-09-14',
      updatedAt: '2024-09-18T10:00:00+08:00',
      history: [{}, { op: 'edit' }],
    },
    quota: { town: '太平镇', daysLeft: 16 },
    warnings: [],
  });
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'a day before the visit',
    ['0001', '--on', '2024-09-11'],
    {
      code: 2,
      en: '--on: “reported on” 2024-09-11 is before “date” 2024-09-12. Please check the two days.',
      zh: '--on：“报告联系领导日期”2024-09-11 早于“日期”2024-09-12。请核对这两个日期。',
    },
  ],
  [
    'a day after today',
    ['0001', '--on', '2024-09-19'],
    {
      code: 2,
      en: '--on: 2024-09-19 has not come yet (today is 2024-09-18). Please check the day; only what has happened can be entered.',
      zh: '--on：2024-09-19 还没有到（今天是 2024-09-18）。请核对日期；已经发生的事才能登记。',
    },
  ],
  [
    'an unknown id',
    ['zzzz'],
    {
      code: 2,
      en: 'There is no entry “zzzz”. list shows the ids.',
      zh: '没有编号为“zzzz”的登记。请用 list 查看编号。',
    },
  ],
])('%s is refused, and nothing changes', async (_name, typed, refused) => {
  const box = await ownWorkspace();
  await box.run(['visit', 'add', ...VISIT]);
  await expectRefused(box, ['visit', 'report', ...typed], refused);
});
