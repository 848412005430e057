import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox, type Ran, type Sandbox } from '../support/sandbox.ts';
import { BAD_LEDGERS } from './bad-ledgers.ts';
import { rowsOf } from './sheets.ts';
import { expectRefused, inside, LEDGER, sampleFile, type Refused } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];
const Q3 = ['consolidate', '--quarter', '2024Q3', ...LATER];
const LEDGERS = 'reports/2024Q3/汇总台账.xlsx';
const SUMMARY = 'reports/2024Q3/季度汇总表.xlsx';

/** The rows of the ledger's sheet between its heads and its total. */
async function visitRows(box: Sandbox, file = LEDGERS): Promise<readonly (readonly string[])[]> {
  return (await rowsOf(box, file, '走访座谈台账')).filter(([no = '']) => /^\d+$/.test(no));
}

function digestsOf(ran: Ran): unknown {
  return inside(ran.json(), 'workbooks');
}

/** Text with the digests, which hang on the templates, taken out. */
function withoutDigests(text: string): string {
  return text.replace(/ {2}[0-9a-f]{12}$/gmu, '  #');
}

describe('2024Q3 of the sample', () => {
  test('in English: what was merged, who is short, where the workbooks are', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(Q3);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(withoutDigests(ran.stdout)).toBe(
      [
        '2024Q3: 12 ledgers merged; visits and talks: 46 rows,',
        '  matters passed on: 11 rows, disputes: 13 rows, circuit trials: 7 rows,',
        '  deputies: 4 rows, guidance of mediation: 2 rows, publicity and advice: 4 rows,',
        '  mediation by delegation: 4 rows, judicial confirmations: 2 rows,',
        '  online filing and other work: 3 rows.',
        'Short of the quota: 水台镇 (2 visits), 大江镇 (1 visit), 簕竹镇 (0 visits).',
        '1 finding, listed on the sheet 数据核对清单 of 季度汇总表.xlsx.',
        'Workbooks made:',
        `  ${LEDGERS}  #`,
        `  ${SUMMARY}  #`,
        '',
      ].join('\n'),
    );
  });

  test('in Chinese', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(withoutDigests(ran.stdout)).toBe(
      [
        '2024年第三季度：已汇总12份台账，走访座谈46条、联系事项11条、矛盾纠纷13条、',
        '  巡回审判7条、代表委员4条、指导调解2条、普法咨询4条、委派委托调解4条、',
        '  司法确认2条、网上立案及其他3条。',
        '走访未达标：水台镇（2次）、大江镇（1次）、簕竹镇（0次）。',
        '数据核对事项1项，见季度汇总表的“数据核对清单”。',
        '已生成工作簿：',
        `  ${LEDGERS}  #`,
        `  ${SUMMARY}  #`,
        '',
      ].join('\n'),
    );
  });

  test('as JSON: sources, totals, findings and workbooks', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const source = (judge: string, entries: number): object => ({
      judge,
      source: 'ledger',
      file: `ledgers/${judge}.json`,
      entries,
    });
    const digest: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      quarter: '2024Q3',
      asOf: '2024-09-30',
      sources: [
        source('chen-jh', 6),
        source('feng-jy', 8),
        source('he-jing', 8),
        source('huang-zx', 8),
        source('li-min', 19),
        source('liang-hao', 7),
        source('luo-fang', 8),
        source('pan-ying', 8),
        source('su-ting', 9),
        source('tan-xl', 0),
        source('ye-qing', 8),
        source('zhong-wj', 7),
      ],
      totals: {
        ...{ visit: 46, matter: 11, dispute: 13, trial: 7, deputy: 4 },
        ...{ guidance: 2, outreach: 4, mediation: 4, confirmation: 2, service: 3 },
      },
      findings: [
        {
          code: 'hearing-counted-once',
          severity: 'warning',
          message:
            'The hearing of （2024）粤5321民初1139号 on 2024-08-16 is in the ledger of luo-fang too; a department told this one, so it is shown and not counted. Nothing to do, unless there were two hearings.',
          judge: 'zhong-wj',
          entry: 'trial-240816-p3f6',
        },
      ],
      workbooks: [
        { path: LEDGERS, digest },
        { path: SUMMARY, digest },
      ],
    });
  });

  test('makes two workbooks and its record of them, and touches nothing else', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    await box.run(Q3);
    const after = await box.files();
    expect(
      Object.keys(after)
        .filter((file) => !(file in before))
        .sort(),
    ).toEqual(['reports/.made.json', LEDGERS, SUMMARY].sort());
    for (const [file, bytes] of Object.entries(before)) expect(after[file]).toBe(bytes);
  });

  test('the ledger has a row for every entry, by the roster’s towns, then by day', async () => {
    const box = await sandbox('sample');
    await box.run(Q3);
    const rows = await visitRows(box);
    expect(rows).toHaveLength(46);
    expect(rows.map(([no]) => no)).toEqual(rows.map((_, index) => String(index + 1)));
    expect(rows[0]?.slice(0, 5)).toEqual(['1', '2024-07-01', '新城镇', '', '走访']);
    expect(rows[45]?.slice(0, 5)).toEqual(['46', '2024-09-12', '六祖镇', '集西村', '走访']);
    expect(rows.find(([, day, town]) => day === '2024-09-25' && town === '大江镇')?.at(13)).toBe(
      '部门告知（民事审判庭）',
    );
    const all = await rowsOf(box, LEDGERS, '走访座谈台账');
    expect(all.flat()).toContain('共46条');
    expect(all.flat().join('')).not.toMatch(/[{}]/);
  });

  test('the summary counts visits against the quota', async () => {
    const box = await sandbox('sample');
    await box.run(Q3);
    const rows = await rowsOf(box, SUMMARY, '走访达标核对');
    const of = (town: string): readonly string[] => rows.find((row) => row[1] === town) ?? [];
    expect(of('水台镇').slice(1)).toEqual([
      ...['水台镇', '邱志鹏', '苏婷', '2024-07-18', '良田村', '2024-09-26', '石龙岗村', '', ''],
      ...['2', '未达3次', '登记3次，同日同地合并后计2次'],
    ]);
    expect(of('簕竹镇').slice(10, 12)).toEqual(['0', '未达3次']);
    expect(of('河头镇')[3]).toBe('罗芳（至8月16日）、钟文杰（自8月16日）');
    expect(rows.flat()).toContain('9/12');
    expect(rows.flat()).toContain('=SUM(K6:K17)');
    const findings = await rowsOf(box, SUMMARY, '数据核对清单');
    expect(findings.filter(([no = '']) => /^\d+$/.test(no)).map((row) => row.slice(0, 5))).toEqual([
      ['1', '提醒', 'hearing-counted-once', '钟文杰', 'trial-240816-p3f6'],
    ]);
  });
});

describe('the same, byte for byte', () => {
  test('when it is run twice', async () => {
    const box = await sandbox('sample');
    const first = await box.run([...Q3, '--json']);
    const before = await box.files();
    const second = await box.run([...Q3, '--json']);
    expect(digestsOf(second)).toEqual(digestsOf(first));
    expect(await box.files()).toEqual(before);
  });

  test('in either language, on another day, on another computer', async () => {
    const [one, other] = [await sandbox('sample'), await sandbox('sample')];
    const first = await one.run([...Q3, '--json', '--lang', 'zh']);
    const second = await other.run(['consolidate', '--quarter', '2024Q3', '--json'], {
      now: '2026-01-05T07:00:00Z',
      locale: 'en-US',
    });
    expect(digestsOf(second)).toEqual(digestsOf(first));
    expect((await other.files())[LEDGERS]).toBe((await one.files())[LEDGERS]);
    expect((await other.files())[SUMMARY]).toBe((await one.files())[SUMMARY]);
  });

  test('but not when an entry changes', async () => {
    const box = await sandbox('sample');
    const first = await box.run([...Q3, '--json']);
    await box.run(['visit', 'edit', '7kq2', '--judge', 'li-min', '--note', '同行', ...LATER]);
    expect(digestsOf(await box.run([...Q3, '--json']))).not.toEqual(digestsOf(first));
  });
});

describe('the edges of a quarter', () => {
  test('its first and last day are in, the days around it are out', async () => {
    const box = await sandbox('sample');
    for (const day of ['2024-06-30', '2024-07-01', '2024-09-30', '2024-10-01']) {
      const typed = ['--date', day, '--town', '太平镇', '--form', 'visit', '--findings', `在${day}`];
      const ran = await box.run([
        'visit',
        'add',
        '--judge',
        'li-min',
        ...typed,
        '--id',
        `edge-${day}`,
        ...LATER,
      ]);
      expect(ran.code).toBe(0);
    }
    const ran = await box.run([...Q3, '--json']);
    expect(ran.json()).toMatchObject({ totals: { visit: 48 } });
    const mine = (await visitRows(box))
      .map((row) => row[7] ?? '')
      .filter((text) => text.startsWith('在2024-'));
    expect(mine).toEqual(['在2024-07-01', '在2024-09-30']);
    const next = await box.run(['consolidate', '--quarter', '2024Q4', ...LATER]);
    expect(next.code).toBe(0);
    const rows = await visitRows(box, 'reports/2024Q4/汇总台账.xlsx');
    expect(rows.map((row) => row[7])).toContain('在2024-10-01');
    expect(rows.map((row) => row[7])).not.toContain('在2024-09-30');
  });

  test('while it runs, what lies after today is not there yet', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['consolidate', '--quarter', '三季度', '--lang', 'zh']);
    expect(ran.stdout).toContain(
      '截至9月18日走访尚未达标：水台镇（1次）、大江镇（0次）、天堂镇（2次）、簕竹镇（0次）。',
    );
    expect((await visitRows(box)).every((row) => (row[1] ?? '') <= '2024-09-18')).toBe(true);
  });

  test('--as-of says up to which day', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '--as-of', '2024-07-31', '--json']);
    expect(ran.json()).toMatchObject({ asOf: '2024-07-31', totals: { visit: 19 } });
  });
});

describe('a ledger that cannot be read', () => {
  test.each(BAD_LEDGERS)('$name is set apart and named; the others are merged', async ({ make, en, zh }) => {
    const box = await sandbox('sample');
    await box.write(LEDGER, make(await sampleFile(LEDGER)));
    const ran = await box.run(Q3);
    expect(ran).toMatchObject({ code: 7, stderr: `${en.map((line) => `error: ${line}`).join('\n')}\n` });
    expect(withoutDigests(ran.stdout)).toBe(
      [
        '2024Q3: 11 ledgers merged; visits and talks: 42 rows, matters passed on: 9 rows,',
        '  disputes: 10 rows, circuit trials: 6 rows, deputies: 3 rows,',
        '  guidance of mediation: 1 row, publicity and advice: 3 rows,',
        '  mediation by delegation: 1 row, online filing and other work: 2 rows.',
        'Could not be read and were left out: ledgers/li-min.json.',
        'Short of the quota: 水台镇 (2 visits), 大江镇 (1 visit), 簕竹镇 (0 visits).',
        `${String(en.length + 1)} findings, listed on the sheet 数据核对清单 of 季度汇总表.xlsx.`,
        'Workbooks made:',
        `  ${LEDGERS}  #`,
        `  ${SUMMARY}  #`,
        '',
      ].join('\n'),
    );
    const listed = await rowsOf(box, SUMMARY, '数据核对清单');
    expect(listed.filter((row) => row[1] === '错误')).toHaveLength(zh.length);
    const check = await rowsOf(box, SUMMARY, '走访达标核对');
    expect(check.find((row) => row[1] === '太平镇')?.slice(10, 12)).toEqual(['未报', '未报']);
  });

  test('is in the JSON as missing, with what is wrong', async () => {
    const box = await sandbox('sample');
    await box.write(LEDGER, '');
    const ran = await box.run([...Q3, '--json']);
    expect(ran.code).toBe(7);
    expect(inside(ran.json(), 'sources', 4)).toEqual({ judge: 'li-min', source: 'missing', entries: 0 });
    expect(inside(ran.json(), 'findings')).toMatchObject([
      { code: 'text-empty', severity: 'error', file: 'ledgers/li-min.json' },
      { code: 'hearing-counted-once', severity: 'warning', entry: 'trial-240816-p3f6' },
    ]);
  });

  test('with --strict nothing is merged and nothing written', async () => {
    const box = await sandbox('sample');
    const bad = BAD_LEDGERS.find(({ name }) => name === 'with a key twice');
    await box.write(LEDGER, bad?.make(await sampleFile(LEDGER)) ?? '');
    await expectRefused(box, [...Q3, '--strict'], {
      code: 3,
      en: bad?.en.join('\n') ?? '',
      zh: bad?.zh.join('\n') ?? '',
    });
  });

  test('two files of one judge are both set apart', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/li-min (1).json', await sampleFile(LEDGER));
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.code).toBe(7);
    expect(ran.stdout).toContain('已汇总11份台账，走访座谈42条、联系事项9条、');
    expect(ran.stdout).toContain('读不了、没有纳入：ledgers/li-min (1).json、ledgers/li-min.json。\n');
    expect(ran.stdout).not.toContain('未报：');
    expect(ran.stderr.split('\n').filter((line) => line.startsWith('错误：'))).toHaveLength(2);
  });
});

describe('who and what is not on the roster', () => {
  test('a town stands under 名册外, last, and is in the total', async () => {
    const box = await sandbox('sample');
    await box.write(LEDGER, (await sampleFile(LEDGER)).replace('"town": "太平镇"', '"town": "大平镇"'));
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('，走访座谈46条、');
    expect(ran.stdout).toContain('数据核对事项3项，见季度汇总表的“数据核对清单”。');
    const rows = await visitRows(box);
    expect(rows.at(-1)?.slice(1, 3)).toEqual(['2024-07-03', '大平镇']);
    const check = await rowsOf(box, SUMMARY, '走访达标核对');
    expect(check.find((row) => row[1] === '名册外')?.at(10)).toBe('1');
    expect(check.find((row) => row[1] === '太平镇')?.at(10)).toBe('3');
    const listed = (await rowsOf(box, SUMMARY, '数据核对清单')).filter((row) => row[1] === '提醒');
    expect(listed.map((row) => row.slice(2, 5))).toEqual([
      ['town-off-roster', '', ''],
      ['town-not-listed', '李敏', 'visit-240703-7kq2'],
      ['hearing-counted-once', '钟文杰', 'trial-240816-p3f6'],
    ]);
  });

  test('a judge’s ledger is merged and marked', async () => {
    const box = await sandbox('sample');
    const ledger = (await sampleFile(LEDGER)).replace('"li-min"', '"wang-wu"').replace('"李敏"', '"王五"');
    await box.write('ledgers/wang-wu.json', ledger);
    const ran = await box.run([...Q3, '--json']);
    expect(ran.json()).toMatchObject({ totals: { visit: 50 } });
    expect(inside(ran.json(), 'sources', 10)).toEqual({
      judge: 'wang-wu',
      source: 'ledger',
      file: 'ledgers/wang-wu.json',
      entries: 19,
    });
    expect(inside(ran.json(), 'findings')).toMatchObject([
      { code: 'entry-copied', severity: 'error', judge: 'wang-wu' },
      { code: 'judge-not-on-roster', judge: 'wang-wu' },
      { code: 'hearing-counted-once', judge: 'zhong-wj' },
    ]);
    const rows = await rowsOf(box, SUMMARY, '报送情况');
    expect(rows.find((row) => row[1] === '王五')?.at(-1)).toBe('不在挂点名册');
  });

  test('a judge who handed in nothing is 未报, and that alone is no failure', async () => {
    const box = await sandbox('sample');
    await box.remove('ledgers/tan-xl.json');
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('未报：谭晓琳。\n走访未达标：水台镇（2次）、大江镇（1次）。\n');
    const rows = await rowsOf(box, SUMMARY, '走访达标核对');
    expect(rows.find((row) => row[1] === '簕竹镇')?.slice(10, 12)).toEqual(['未报', '未报']);
  });
});

describe('where the workbooks go', () => {
  test('-o puts them into another folder', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '-o', 'out/三季度', '--json']);
    expect(ran.code).toBe(0);
    expect(digestsOf(ran)).toMatchObject([
      { path: 'out/三季度/汇总台账.xlsx' },
      { path: 'out/三季度/季度汇总表.xlsx' },
    ]);
    expect(await readdir(join(box.home, 'out/三季度'))).toEqual(['季度汇总表.xlsx', '汇总台账.xlsx']);
    expect(await readdir(join(box.home, 'reports'))).toEqual(['.made.json']);
  });

  test('a rehearsal says what would be made, with the same digests, and writes nothing', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const rehearsed = await box.run([...Q3, '--dry-run', '--json']);
    expect(await box.files()).toEqual(before);
    expect(await readdir(box.home)).not.toContain('reports');
    expect(digestsOf(await box.run([...Q3, '--json']))).toEqual(digestsOf(rehearsed));
    const text = await box.run([...Q3, '--dry-run', '--lang', 'zh']);
    expect(text.stdout).toContain('演示，没有写入。正式运行时生成：\n');
  });

  test('a workbook that somebody changed is not replaced, unless forced', async () => {
    const box = await sandbox('sample');
    await box.run(Q3);
    await box.write(SUMMARY, 'edited');
    await expectRefused(box, Q3, {
      code: 5,
      en: `${SUMMARY}: Somebody has changed this file since it was made; it was not overwritten. Please save the changed file under another name first; to overwrite it all the same, add --force.`,
      zh: `${SUMMARY}：这个文件在生成之后被人改过，没有覆盖。请先另存改过的文件；确实要覆盖的，加 --force。`,
    });
    expect(await box.run([...Q3, '--force'])).toMatchObject({ code: 0 });
    expect((await box.files())[SUMMARY]).not.toBe('edited');
    expect(await box.run(Q3)).toMatchObject({ code: 0 });
  });

  test('a file where a folder is asked for is left alone', async () => {
    const box = await sandbox('sample');
    await box.write('报表.xlsx', 'somebody’s');
    await expectRefused(box, [...Q3, '-o', '报表.xlsx'], {
      code: 2,
      en: '报表.xlsx: This is a file; workbooks go into a folder. Please name a folder behind -o, for example -o reports.',
      zh: '报表.xlsx：这是一个文件，工作簿要放进文件夹。请在 -o 后面给出一个文件夹，例如 -o 报表。',
    });
  });

  test('a file that the tool did not make is not replaced, unless forced', async () => {
    const box = await sandbox('sample');
    await box.write(LEDGERS, 'somebody else’s');
    await expectRefused(box, Q3, {
      code: 5,
      en: `${LEDGERS}: A file of this name that ledger did not make is here already; it was not overwritten. Please move it away, or choose another folder with -o; to overwrite it all the same, add --force.`,
      zh: `${LEDGERS}：这里已有一个不是本程序生成的同名文件，没有覆盖。请移走它，或用 -o 换一个文件夹；确实要覆盖的，加 --force。`,
    });
    expect(await box.run([...Q3, '-f'])).toMatchObject({ code: 0 });
  });

  test.each(['~$汇总台账.xlsx', '.~lock.汇总台账.xlsx#'])(
    'a workbook that is open (%s) is not replaced',
    async (sign) => {
      const box = await sandbox('sample');
      await box.run(Q3);
      await box.write(`reports/2024Q3/${sign}`, '');
      const before = await box.files();
      const ran = await box.run(Q3);
      expect(ran).toMatchObject({
        code: 6,
        stdout: '',
        stderr: `${LEDGERS}: The file is open in Excel or WPS and was not replaced. Please close it and run the command again.\n`,
      });
      expect(await box.files()).toEqual(before);
      const zh = await box.run([...Q3, '--lang', 'zh']);
      expect(zh.stderr).toBe(`${LEDGERS}：文件正在 Excel 或 WPS 中打开，没有替换。请关闭它，再运行一次。\n`);
    },
  );
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'no quarter',
    ['consolidate'],
    {
      code: 2,
      en: '--quarter is missing (the quarter: 2024Q3, this, last). For example --quarter 2024Q3.',
      zh: '缺少 --quarter（季度，如 2024Q3、三季度、上季度）。例如 --quarter 2024Q3。',
    },
  ],
  [
    'a quarter that does not exist',
    ['consolidate', '--quarter', '2024Q5'],
    {
      code: 2,
      en: '--quarter: “2024Q5” is not a quarter. It should be written 2024Q3, 2024年第三季度, this or last.',
      zh: '--quarter：“2024Q5”不是季度。应写成 2024Q3、2024年第三季度、三季度 或 上季度。',
    },
  ],
  [
    'a quarter that has not begun',
    ['consolidate', '--quarter', '2024Q4'],
    {
      code: 2,
      en: '2024Q4 has not begun yet (it begins on 2024-10-01, today is 2024-09-18). Please check the year and the quarter.',
      zh: '2024年第四季度还没有开始（从 2024-10-01 起，今天是 2024-09-18）。请核对年份和季度。',
    },
  ],
  [
    'an as-of day that has not come',
    ['consolidate', '--quarter', '2024Q3', '--as-of', '2024-09-19'],
    {
      code: 2,
      en: '--as-of: 2024-09-19 has not come yet (today is 2024-09-18). Please check the day; only what has happened can be entered.',
      zh: '--as-of：2024-09-19 还没有到（今天是 2024-09-18）。请核对日期；已经发生的事才能登记。',
    },
  ],
  [
    'a misspelt option, and not the missing quarter',
    ['consolidate', '--quater', '2024Q3'],
    {
      code: 2,
      en: 'There is no option --quater. Did you mean --quarter?',
      zh: '没有 --quater 这个选项。是不是 --quarter？',
    },
  ],
  [
    'a misspelt command',
    ['consolidte', '--quarter', '2024Q3'],
    {
      code: 2,
      en: 'There is no command “consolidte”. Did you mean ledger consolidate?',
      zh: '没有“consolidte”这个命令。是不是 ledger consolidate？',
    },
  ],
])('%s is refused', async (_name, typed, refused) => {
  await expectRefused(await sandbox('sample'), typed, refused);
});

test('a folder where a workbook should go is refused', async () => {
  const box = await sandbox('sample');
  await mkdir(join(box.home, LEDGERS), { recursive: true });
  const before = await box.files();
  const ran = await box.run(Q3);
  expect(ran.code).not.toBe(0);
  expect(ran.code).not.toBe(8);
  expect(await box.files()).toEqual(before);
});
