import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, ownWorkspace, type Refused } from './workspaces.ts';

/** The ids in the JSON of a list. */
async function idsOf(argv: readonly string[]): Promise<readonly string[]> {
  const box = await sandbox('sample');
  const ran = await box.run(['visit', 'list', ...argv, '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return [...ran.stdout.matchAll(/^ {8}"id": "([^"]+)"/gmu)].map(([, id]) => id ?? '');
}

describe('as text', () => {
  test('one entry a line, by day, under heads, cut to the width of the terminal', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'list', '--quarter', '2024Q3']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: [
        'id                 date        town    village   form   reported on  findings',
        '-----------------  ----------  ------  --------  -----  -----------  -------------------------------',
        'visit-240703-7kq2  2024-07-03  太平镇  马山社区  visit  2024-07-04   社区反映安置小区第三期仍有十...',
        'visit-240725-3f8n  2024-07-25  太平镇  禤村村    visit  2024-07-29   村民禤某与邻居禤某明因围墙占...',
        'visit-240821-6ta0  2024-08-21  太平镇  社圩村    visit  2024-08-22   村小组去年卖掉一块农用地做加...',
        'visit-240923-9zl4  2024-09-23  太平镇  悦塘村    visit  2024-09-24   悦塘村果场雇工被机器绞断右手...',
        '4 entries',
        '',
      ].join('\n'),
    });
  });

  test('in Chinese, over several ledgers with the judge', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'list', '--village', '禤村', '--lang', 'zh']);
    expect(ran.stdout).toBe(
      [
        '编号               联系法官  日期        挂点镇  村（社区）  方式  报告联系领导日期  社情民意及矛盾纠纷情况',
        '-----------------  --------  ----------  ------  ----------  ----  ----------------  ----------------------',
        'visit-240725-3f8n  li-min    2024-07-25  太平镇  禤村村      走访  2024-07-29        村民禤某与邻居禤...',
        '共1条',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['en', 'No entry fits.\n'],
    ['zh', '没有符合条件的登记。\n'],
  ])('nothing found is said (%s)', async (language, stdout) => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'list', '--text', '无此内容', '--lang', language]);
    expect(ran).toMatchObject({ code: 0, stdout });
  });

  test.each([
    ['en', /\n2 of 14 entries\n$/],
    ['zh', /\n显示2条，共14条\n$/u],
  ])('a limit says how many there are (%s)', async (language, end) => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'list', '--limit', '2', '--lang', language]);
    expect(ran.stdout).toMatch(end);
  });

  test('what is invisible in a file is shown', async () => {
    const box = await ownWorkspace();
    const ledger = await box.read('ledgers/li-min.json');
    await box.write('ledgers/li-min.json', ledger.replace('"马山社区"', '"马\u202e山\u200b"'));
    const ran = await box.run(['visit', 'list', '--quarter', '2024Q3']);
    expect(ran.stdout).toContain('马<U+202E>山<U+200B>');
    expect(ran.stdout).not.toMatch(/[\u202e\u200b]/u);
  });
});

describe('filters', () => {
  test('without one, every entry that is not removed, without a limit', async () => {
    const ids = await idsOf([]);
    expect(ids).toHaveLength(162);
    expect(ids).not.toContain('visit-240820-u9c4');
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['removed ones', ['--removed'], ['visit-240820-u9c4']],
    [
      'one judge by name',
      ['--judge', '罗芳'],
      ['visit-240711-b6p2', 'visit-240724-n3y7', 'visit-240816-s0d5'],
    ],
    [
      'from and to, both inclusive',
      ['--from', '2024-07-01', '--to', '7-3'],
      ['visit-240701-2c8m', 'visit-240703-7kq2'],
    ],
    [
      'a quarter and a town by its alias',
      ['--quarter', '三季度', '--town', '大江'],
      ['visit-240920-b1y6', 'visit-240925-0u7s'],
    ],
    ['a text', ['--text', '宅基地', '--limit', '1'], ['visit-240709-5w2q']],
    [
      'sorted by a field, by its label',
      ['--judge', 'luo-fang', '--sort', '村（社区）', '--limit', '1'],
      ['visit-240724-n3y7'],
    ],
  ])('%s', async (_name, argv, expected) => {
    expect(await idsOf(argv)).toEqual(expected);
  });
});

test('as JSON: each entry as it stands in its file, with its judge', async () => {
  const box = await sandbox('sample');
  const ran = await box.run(['visit', 'list', '--judge', 'luo-fang', '--limit', '1', '--json']);
  const ledger: unknown = JSON.parse(await box.read('ledgers/luo-fang.json'));
  expect(ran.json()).toEqual({
    schemaVersion: 1,
    entries: [{ judge: 'luo-fang', entry: inside(ledger, 'entries', 0) }],
  });
  expect(ledger).toHaveProperty('entries.0.id', 'visit-240711-b6p2');
});

describe('where one ledger of several cannot be read', () => {
  test('the others are listed, the bad one is named, and the exit code says so', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/li-min.json', '');
    const ran = await box.run(['visit', 'list', '--quarter', '2024Q3', '--limit', '1']);
    expect(ran.code).toBe(7);
    expect(ran.stdout).toContain('visit-240701-2c8m');
    expect(ran.stderr).toMatch(/^error: ledgers\/li-min\.json: The file is empty\. /);
  });

  test('a judge’s own bad ledger is refused', async () => {
    const box = await ownWorkspace();
    await box.write('ledgers/li-min.json', '{"format":"liaison-ledger/2"}');
    await expectRefused(box, ['visit', 'list'], {
      code: 3,
      en: 'ledgers/li-min.json line 1 column 11: The file format liaison-ledger/2 is newer than liaison-ledger/1, the newest this program knows. Please install a newer ledger and open it then; to do no damage, the file was neither read nor changed.',
      zh: 'ledgers/li-min.json 第1行第11列：文件格式 liaison-ledger/2 比本程序支持的 liaison-ledger/1 新。请安装新版 ledger 后再打开；为免损坏，文件没有读取，也没有改动。',
    });
  });

  test('a judge without a ledger has nothing to list', async () => {
    const box = await sandbox('sample');
    await box.remove('ledgers/li-min.json');
    await expectRefused(box, ['visit', 'list', '--judge', 'li-min'], {
      code: 3,
      en: 'ledgers/li-min.json: There is no such file. Please check the name of the file and of its folder.',
      zh: 'ledgers/li-min.json：没有这个文件。请核对文件名和所在的文件夹。',
    });
  });
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'a quarter that does not exist',
    ['--quarter', '2024Q5'],
    {
      code: 2,
      en: '--quarter: “2024Q5” is not a quarter. It should be written 2024Q3, 2024年第三季度, this or last.',
      zh: '--quarter：“2024Q5”不是季度。应写成 2024Q3、2024年第三季度、三季度 或 上季度。',
    },
  ],
  [
    'both bad days',
    ['--from', '24-1-1', '--to', '2024-02-30'],
    {
      code: 2,
      en: [
        '--from: “24-1-1” has a year of two digits only. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
        '--to: “2024-02-30”: the calendar has no such day. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
      ].join('\n'),
      zh: [
        '--from：“24-1-1”的年份只有两位。应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。',
        '--to：“2024-02-30”：日历上没有这一天。应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。',
      ].join('\n'),
    },
  ],
  [
    'a limit that is no number',
    ['--limit', '0'],
    {
      code: 2,
      en: '--limit: “0” is not a whole number above 0. For example 20.',
      zh: '--limit：“0”不是正整数。例如 20。',
    },
  ],
  [
    'a field to sort by that is none',
    ['--sort', 'day'],
    {
      code: 2,
      en: '--sort: Entries cannot be sorted by “day”. The choices are: date, town, village, form, met, participants, findings, litigationNotice, handling, reportedOn, leaderOpinion, source, sourceDepartment, note.',
      zh: '--sort：不能按“day”排序。可选：date、town、village、form、met、participants、findings、litigationNotice、handling、reportedOn、leaderOpinion、source、sourceDepartment、note。',
    },
  ],
  [
    'an option without its value',
    ['--town'],
    {
      code: 2,
      en: '--town needs a value after it. To clear a field, write ""; text that begins with a dash is given as --town=-….',
      zh: '--town 后面缺少内容。要清空一个字段，写成 ""；内容以短横线开头的，写成 --town=-…。',
    },
  ],
])('%s is refused', async (_name, argv, refused) => {
  // What a missing value would swallow stands in front.
  const box = await ownWorkspace();
  const before = await box.files();
  for (const language of ['en', 'zh'] as const) {
    const ran = await box.run(['--lang', language, 'visit', 'list', ...argv]);
    expect(ran).toMatchObject({ code: refused.code, stdout: '', stderr: `${refused[language]}\n` });
  }
  expect(await box.files()).toEqual(before);
});
