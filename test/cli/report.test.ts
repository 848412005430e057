import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { retype, rowsOf } from './sheets.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile, type Refused } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];
const Q3 = ['report', '--quarter', '2024Q3', ...LATER];
const LI_MIN = [...Q3, '--judge', 'li-min'];
const LEDGERS = 'reports/2024Q3/li-min-台账.xlsx';
const TABLES = 'reports/2024Q3/li-min-报表.xlsx';
const SHEET = '走访座谈台账';
const DIGEST: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);

/** A workspace of 李敏 alone, with the visits of the sample. */
async function withVisits(): Promise<Sandbox> {
  const box = await ownWorkspace();
  const ledger: unknown = JSON.parse(await sampleFile(LEDGER));
  const entries = inside(ledger, 'entries');
  const visits = Array.isArray(entries)
    ? entries.filter((entry: unknown) => inside(entry, 'kind') === 'visit')
    : [];
  await box.write(LEDGER, JSON.stringify({ ...Object(ledger), entries: visits }));
  return box;
}

/** The same, and one trial. */
async function withTrial(): Promise<Sandbox> {
  const box = await withVisits();
  const trial = [
    '--held-on',
    '2024-09-12',
    '--town',
    '太平镇',
    '--venue',
    '马山社区',
    '--cause',
    '民间借贷纠纷',
  ];
  const more = ['--case-number', '（2024）粤5321民初1020号', '--type', '合同', '--observers', '35', ...LATER];
  expect(await box.run(['trial', 'add', ...trial, ...more])).toMatchObject({ code: 0 });
  return box;
}

/** Text with the digests, which hang on the templates, taken out. */
function withoutDigests(text: string): string {
  return text.replace(/ {2}[0-9a-f]{12}$/gmu, '  #');
}

describe('one judge’s report', () => {
  test('in English: what was registered, where the workbooks are, what to do with them', async () => {
    const ran = await (await withTrial()).run(Q3);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(withoutDigests(ran.stdout)).toBe(
      [
        '2024Q3 as of 30 Sep:',
        '  李敏: visits and talks: 4 rows, circuit trials: 1 row',
        'Workbooks made:',
        `  ${LEDGERS}  #`,
        `  ${TABLES}  #`,
        'Next: print and sign them, then hand them to the contact leader and the filing division.',
        '',
      ].join('\n'),
    );
  });

  test('in Chinese', async () => {
    const ran = await (await withTrial()).run([...Q3, '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(withoutDigests(ran.stdout)).toBe(
      [
        '2024年第三季度（截至9月30日）：',
        '  李敏：走访座谈4条、巡回审判1条',
        '已生成工作簿：',
        `  ${LEDGERS}  #`,
        `  ${TABLES}  #`,
        '下一步：打印签名，报联系领导审核后送立案庭。',
        '',
      ].join('\n'),
    );
  });

  test('as JSON', async () => {
    const ran = await (await withTrial()).run([...Q3, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      quarter: '2024Q3',
      asOf: '2024-09-30',
      judges: [
        {
          judge: 'li-min',
          entries: 5,
          workbooks: [
            { path: LEDGERS, digest: DIGEST },
            { path: TABLES, digest: DIGEST },
          ],
        },
      ],
      findings: [],
    });
  });

  test('the workbook has a sheet for every ledger, with the judge’s entries and the places to sign', async () => {
    const box = await withTrial();
    await box.run(Q3);
    for (const { ledger } of KINDS) {
      const rows = await rowsOf(box, LEDGERS, ledger.zh);
      expect(rows[1]?.[0]).toBe(`新兴县人民法院“法官进综治中心”${ledger.zh}`);
      expect(rows[2]?.filter(Boolean)).toEqual([
        '填报人（联系法官）：李敏　挂点镇：太平镇',
        '2024年第三季度（统计期：2024年7月1日至2024年9月30日，数据截至：2024年9月30日）',
      ]);
      expect(rows.at(-1)?.filter(Boolean)).toEqual([
        ...['填报人：', '挂点法官：', '联系领导审核：', '填报日期：', '｜　立案庭收件人：', '收件日期：'],
      ]);
    }
    const visits = (await rowsOf(box, LEDGERS, SHEET)).filter(([no = '']) => /^\d+$/.test(no));
    expect(visits.map((row) => row.slice(0, 4))).toEqual([
      ['1', '2024-07-03', '太平镇', '马山社区'],
      ['2', '2024-07-25', '太平镇', '禤村村'],
      ['3', '2024-08-21', '太平镇', '社圩村'],
      ['4', '2024-09-23', '太平镇', '悦塘村'],
    ]);
    const trials = await rowsOf(box, LEDGERS, '巡回审判台账');
    expect(trials[4]?.slice(0, 8)).toEqual([
      ...['1', '2024-09-12', '太平镇', '马山社区', '（2024）粤5321民初1020号', '民间借贷纠纷', '合同', ''],
    ]);
    expect(trials[5]?.slice(0, 13)).toEqual([
      '合计',
      '',
      '共1条',
      ...Array.from({ length: 9 }, () => ''),
      '=SUMIF(T5:T5,"<>〔不计数〕*",M5:M5)',
    ]);
    expect((await rowsOf(box, LEDGERS, '司法确认台账'))[4]?.[1]).toBe('无');
  });

  test('the tables have a row for the town, a total, and room for what the judge has to say', async () => {
    const box = await withTrial();
    await box.run(Q3);
    const contact = await rowsOf(box, TABLES, '表一 走访联络');
    expect(contact[7]?.slice(0, 10)).toEqual([
      ...['1', '太平镇', '赵启文', '陈国安', '李敏', '4', '4', '0', '已达3次', '2'],
    ]);
    expect(contact[8]?.slice(0, 9)).toEqual([
      '合计',
      '',
      '',
      '',
      '',
      '=SUM(F8:F8)',
      '=SUM(G8:G8)',
      '=SUM(H8:H8)',
      '',
    ]);
    const trial = await rowsOf(box, TABLES, '表二 审判及诉调衔接');
    expect(trial[7]?.slice(0, 11)).toEqual([
      '1',
      '太平镇',
      '陈国安',
      '李敏',
      '1',
      '0',
      '1',
      '0',
      '0',
      '1',
      '35',
    ]);
    expect(trial.at(-2)?.filter(Boolean)).toEqual(['工作中遇到的问题及建议']);
    expect(trial.at(-1)?.[0]).toBe('填报人：');
    expect([...contact, ...trial].flat().join('')).not.toMatch(/[{}]/);
  });

  test('a judge who changed towns has them with their days', async () => {
    const box = await sandbox('sample');
    await box.run([...Q3, '--judge', '罗芳']);
    const rows = await rowsOf(box, 'reports/2024Q3/luo-fang-台账.xlsx', SHEET);
    expect(rows[2]?.[0]).toBe('填报人（联系法官）：罗芳　挂点镇：河头镇（至8月16日）');
  });

  test('is the same in the judge’s workspace and in the office’s', async () => {
    const [own, office] = [await ownWorkspace(), await sandbox('sample')];
    await own.run([...Q3, '--lang', 'zh']);
    await office.run(['report', '--quarter', '2024Q3', '--judge', '李敏'], {
      now: '2026-01-05T07:00:00Z',
      locale: 'en-US',
    });
    for (const file of [LEDGERS, TABLES])
      expect((await office.files())[file]).toBe((await own.files())[file]);
  });

  test('what is doubtful is said, and stops nothing', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, (await sampleFile(LEDGER)).replace('"town": "太平镇"', '"town": "大平镇"'));
    const ran = await box.run([...Q3, '--json', '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(inside(ran.json(), 'findings')).toMatchObject([
      { code: 'town-off-roster', severity: 'warning' },
      { code: 'town-not-listed', file: LEDGER, entry: 'visit-240703-7kq2' },
    ]);
    const said = await box.run([...Q3, '--lang', 'zh']);
    expect(said.stderr.split('\n').filter((line) => line.startsWith('提醒：'))).toHaveLength(2);
  });
});

describe('the reports of all judges', () => {
  test('a workbook each, and a line each', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^2024年第三季度（截至9月30日）：\n {2}陈嘉恒：走访座谈4条/u);
    expect(ran.stdout).toContain('\n  谭晓琳：没有登记\n');
    const made = (await readdir(join(box.home, 'reports/2024Q3'))).filter((file) =>
      file.endsWith('-台账.xlsx'),
    );
    expect(made).toHaveLength(12);
    const json = await box.run([...Q3, '--json']);
    expect(inside(json.json(), 'judges', 9)).toEqual({
      judge: 'tan-xl',
      entries: 0,
      workbooks: [
        { path: 'reports/2024Q3/tan-xl-台账.xlsx', digest: DIGEST },
        { path: 'reports/2024Q3/tan-xl-报表.xlsx', digest: DIGEST },
      ],
    });
  });

  test('one that cannot be read is named, and the others are made', async () => {
    const box = await sandbox('sample');
    await box.write(LEDGER, '');
    const ran = await box.run([...Q3, '--json']);
    expect(ran.code).toBe(7);
    expect(inside(ran.json(), 'judges')).toHaveLength(11);
    expect(inside(ran.json(), 'findings')).toMatchObject([{ code: 'text-empty', file: LEDGER }]);
  });

  test('without any ledger there is nothing to make, and that is said', async () => {
    const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
    const before = await box.files();
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '提醒：还没有任何台账。请用 ledger visit add 登记第一条。\n',
    });
    expect(ran.stdout.trim()).toBe('');
    expect(await box.files()).toEqual(before);
  });
});

describe('where and when', () => {
  test('a rehearsal says what would be made, with the same digests, and writes nothing', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const rehearsed = await box.run([...Q3, '--dry-run', '--json']);
    const text = await box.run([...Q3, '--dry-run']);
    expect(await box.files()).toEqual(before);
    expect(text.stdout).toContain('Rehearsal, nothing written. A real run makes:\n');
    expect(text.stdout).not.toContain('Next:');
    expect((await box.run([...Q3, '--json'])).json()).toEqual(rehearsed.json());
  });

  test('-o puts the workbooks into another folder', async () => {
    const box = await ownWorkspace();
    const ran = await box.run([...Q3, '-o', 'out', '--json']);
    expect(inside(ran.json(), 'judges', 0, 'workbooks')).toMatchObject([
      { path: 'out/li-min-台账.xlsx' },
      { path: 'out/li-min-报表.xlsx' },
    ]);
    expect(await readdir(join(box.home, 'out'))).toEqual(['li-min-台账.xlsx', 'li-min-报表.xlsx']);
  });

  test('--as-of leaves out what came later; while the quarter runs, it is today', async () => {
    const box = await withVisits();
    const early = await box.run([...Q3, '--as-of', '2024-07-31', '--json']);
    expect(early.json()).toMatchObject({ asOf: '2024-07-31', judges: [{ entries: 2 }] });
    const running = await box.run(['report', '--quarter', '三季度', '--json']);
    expect(running.json()).toMatchObject({ asOf: '2024-09-18', judges: [{ entries: 3 }] });
  });

  test('the office’s own template wins', async () => {
    const box = await ownWorkspace();
    await box.run(['template', 'export', '法官台账']);
    await retype(box, 'templates/法官台账.xlsx', '合计', '总计');
    expect(await box.run(Q3)).toMatchObject({ code: 0 });
    expect((await rowsOf(box, LEDGERS, SHEET)).flat()).toContain('总计');
  });

  test('a workbook that somebody changed is not replaced, unless forced', async () => {
    const box = await ownWorkspace();
    await box.run(Q3);
    await box.write(LEDGERS, 'signed');
    await expectRefused(box, Q3, {
      code: 5,
      en: `${LEDGERS}: Somebody has changed this file since it was made; it was not overwritten. Please save the changed file under another name first; to overwrite it all the same, add --force.`,
      zh: `${LEDGERS}：这个文件在生成之后被人改过，没有覆盖。请先另存改过的文件；确实要覆盖的，加 --force。`,
    });
    expect(await box.run([...Q3, '--force'])).toMatchObject({ code: 0 });
  });
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'no quarter',
    ['report', '--judge', 'li-min'],
    {
      code: 2,
      en: '--quarter is missing (the quarter: 2024Q3, this, last). For example --quarter 2024Q3.',
      zh: '缺少 --quarter（季度，如 2024Q3、三季度、上季度）。例如 --quarter 2024Q3。',
    },
  ],
  [
    'a quarter that has not begun',
    ['report', '--quarter', '2024Q4', '--judge', 'li-min'],
    {
      code: 2,
      en: '2024Q4 has not begun yet (it begins on 2024-10-01, today is 2024-09-18). Please check the year and the quarter.',
      zh: '2024年第四季度还没有开始（从 2024-10-01 起，今天是 2024-09-18）。请核对年份和季度。',
    },
  ],
  [
    'a posted judge, who keeps no ledger',
    [...Q3, '--judge', '邱志鹏'],
    {
      code: 2,
      en: '邱志鹏 is a posted judge and keeps no ledger. Please write the id or name of a liaison judge.',
      zh: '邱志鹏是挂点法官，不登记台账。请写联系法官的代号或姓名。',
    },
  ],
  [
    'an as-of day that has not come',
    ['report', '--quarter', '2024Q3', '--as-of', '2024-09-19', '--judge', 'li-min'],
    {
      code: 2,
      en: '--as-of: 2024-09-19 has not come yet (today is 2024-09-18). Please check the day; only what has happened can be entered.',
      zh: '--as-of：2024-09-19 还没有到（今天是 2024-09-18）。请核对日期；已经发生的事才能登记。',
    },
  ],
])('%s is refused', async (_name, typed, refused) => {
  await expectRefused(await sandbox('sample'), typed, refused);
});

test('a judge whose ledger is not here, or cannot be read, is refused', async () => {
  const box = await ownWorkspace();
  await expectRefused(box, [...Q3, '--judge', 'tan-xl'], {
    code: 3,
    en: 'ledgers/tan-xl.json: There is no such file. Please check the name of the file and of its folder.',
    zh: 'ledgers/tan-xl.json：没有这个文件。请核对文件名和所在的文件夹。',
  });
  await box.write(LEDGER, '');
  expect(await box.run(LI_MIN)).toMatchObject({ code: 3, stdout: '' });
  expect(await box.run(Q3)).toMatchObject({ code: 3, stdout: '' });
});
