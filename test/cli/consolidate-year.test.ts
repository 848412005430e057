import { describe, expect, test } from 'vitest';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { rowsOf } from './sheets.ts';
import { expectRefused, inside, type Refused } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];
const YEAR = ['consolidate', '--year', '2024', ...LATER];
const LEDGERS = 'reports/2024/年度汇总台账.xlsx';
const SUMMARY = 'reports/2024/年度汇总表.xlsx';

/** How many entries of a kind lie in the four quarters of 2024. */
async function entriesOf(box: Sandbox, kind: string): Promise<number> {
  const ran = await box.run([kind, 'list', '--from', '2024-01-01', '--to', '2024-12-31', '--json', ...LATER]);
  const entries = inside(ran.json(), 'entries');
  return Array.isArray(entries) ? entries.length : -1;
}

describe('a year of the sample', () => {
  test('as JSON: the year in place of the quarter', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...YEAR, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.json()).toMatchObject({
      schemaVersion: 1,
      year: 2024,
      asOf: '2024-12-31',
      totals: { visit: await entriesOf(box, 'visit'), service: await entriesOf(box, 'service') },
      workbooks: [{ path: LEDGERS }, { path: SUMMARY }],
    });
    expect(ran.json()).not.toHaveProperty('quarter');
  });

  test.each([
    ['en', /^2024: 12 ledgers merged; visits and talks: \d+ rows/u],
    ['zh', /^2024年度：已汇总12份台账，走访座谈\d+条/u],
  ])('in words (%s), without the quota of any one quarter', async (language, first) => {
    const box = await sandbox('sample');
    const ran = await box.run([...YEAR, '--lang', language]);
    expect(ran.stdout).toMatch(first);
    expect(ran.stdout).not.toMatch(/达标|quota/u);
  });

  test('every visit of the year is in the ledger, and the quarters stand side by side', async () => {
    const box = await sandbox('sample');
    await box.run(YEAR);
    const ledger = await rowsOf(box, LEDGERS, '走访座谈台账');
    expect(ledger.filter(([no = '']) => /^\d+$/.test(no))).toHaveLength(await entriesOf(box, 'visit'));
    expect(ledger.flat().join()).toContain('2024年度（统计期：2024年1月1日至2024年12月31日');
    const check = await rowsOf(box, SUMMARY, '走访达标核对');
    const town = check.find((row) => row[1] === '水台镇') ?? [];
    // The programme began with the third quarter.
    expect(town.slice(4, 7)).toEqual(['—', '—', '2']);
    const whole = Number(town[6]) + Number(town[7]);
    expect(Number(town[8])).toBe(whole);
    const table = await rowsOf(box, SUMMARY, '表一 走访联络');
    expect(table.find((row) => row[1] === '水台镇')?.[5]).toBe(String(whole));
    expect(table.map(([first]) => first)).toEqual(expect.arrayContaining(['合计', '上年', '同比增减']));
  });

  test('while it runs, as of today', async () => {
    const box = await sandbox('sample');
    const text = await box.run(['consolidate', '--year', '今年', '--lang', 'zh']);
    expect(text.stdout).not.toContain('达标');
    const ran = await box.run(['consolidate', '--year', '今年', '--json']);
    expect(ran.json()).toMatchObject({ year: 2024, asOf: '2024-09-18' });
    const check = await rowsOf(box, SUMMARY, '走访达标核对');
    expect(check.find((row) => row[1] === '新城镇')?.[7]).toBe('—');
    const table = await rowsOf(box, SUMMARY, '表一 走访联络');
    expect(table.flat()).toContain('数据截至2024年9月18日，统计期尚未结束；对比的各期为整期数据。');
  });

  test('the year before is what it is set against', async () => {
    const box = await sandbox('sample');
    const typed = ['--date', '2024-12-30', '--town', '太平镇', '--form', 'visit', '--findings', '年末走访'];
    await box.run(['visit', 'add', '--judge', 'li-min', ...typed, ...LATER]);
    await box.run(YEAR);
    await box.run(['consolidate', '--year', '2025', ...LATER]);
    const [before, now] = [
      await rowsOf(box, SUMMARY, '表一 走访联络'),
      await rowsOf(box, 'reports/2025/年度汇总表.xlsx', '表一 走访联络'),
    ];
    const sum = before
      .filter(([no = '', town = '']) => /^\d+$/.test(no) && town.endsWith('镇'))
      .reduce((all, row) => all + Number(row[5]), 0);
    expect(now.find(([first]) => first === '上年')?.[5]).toBe(String(sum));
  });

  test('the same, byte for byte, in another language on another day', async () => {
    const box = await sandbox('sample');
    const first = await box.run([...YEAR, '--json', '--lang', 'zh']);
    const second = await box.run(['consolidate', '--year', '2024年', '--today', '2025-03-01', '--json']);
    expect(inside(second.json(), 'workbooks')).toEqual(inside(first.json(), 'workbooks'));
  });
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'a year and a quarter',
    ['--year', '2024', '--quarter', '2024Q3'],
    {
      code: 2,
      en: '--quarter, --year do not go together. Please give only one of them.',
      zh: '--quarter、--year 不能同时使用。请只写其中一个。',
    },
  ],
  [
    'what is no year',
    ['--year', '24'],
    {
      code: 2,
      en: '--year: “24” is not a year. It should be written 2024, this or last.',
      zh: '--year：“24”不是年度。应写成 2024、2024年、今年 或 去年。',
    },
  ],
  [
    'a year that has not begun',
    ['--year', '2025'],
    {
      code: 2,
      en: '2025 has not begun yet (it begins on 2025-01-01, today is 2024-09-18). Please check the year.',
      zh: '2025年度还没有开始（从 2025-01-01 起，今天是 2024-09-18）。请核对年份。',
    },
  ],
])('%s is refused', async (_, typed, refused) => {
  const box = await sandbox('sample');
  await expectRefused(box, ['consolidate', ...typed], refused);
});
