import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, LEDGER, ownWorkspace, type Refused } from './workspaces.ts';

describe('as text', () => {
  test('one line a town in Chinese, aligned on the screen, after the quarter', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['quota', '--quarter', '2024Q3', '--today', '2024-10-08', '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: [
        '2024年第三季度走访次数（2024年7月1日至2024年9月30日）',
        '挂点镇  联系法官      已走访  应走访  尚差  座谈  核对结果',
        '------  ------------  ------  ------  ----  ----  --------',
        '新城镇  何静               4       3     0     1  已达3次',
        '车岗镇  梁浩               4       3     0     0  已达3次',
        '水台镇  苏婷               2       3     1     1  未达3次',
        '稔村镇  潘颖               4       3     0     1  已达3次',
        '东成镇  陈嘉恒             4       3     0     0  已达3次',
        '太平镇  李敏               4       3     0     0  已达3次',
        '里洞镇  叶青               3       3     0     0  已达3次',
        '大江镇  叶青               1       3     2     0  未达3次',
        '天堂镇  黄梓轩             3       3     0     1  已达3次',
        '河头镇  罗芳、钟文杰       4       3     0     1  已达3次',
        '簕竹镇  谭晓琳             0       3     3     0  未达3次',
        '六祖镇  冯健怡             4       3     0     1  已达3次',
        '12个中9个已达标。',
        '',
      ].join('\n'),
    });
  });

  test('a judge’s own towns in English, before the quarter is over', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['quota', '--judge', '叶青']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: [
        'Visits in 2024Q3 (1 Jul 2024 to 30 Sep 2024)',
        'town    liaison judges  visits  required  short  talks  result',
        '------  --------------  ------  --------  -----  -----  --------------------',
        '里洞镇  叶青                 3         3      0      0  reached 3',
        '大江镇  叶青                 0         3      3      0  3 short as of 18 Sep',
        '1 of 2 met the quota, 12 days left in the quarter.',
        '',
      ].join('\n'),
    });
  });

  test('a judge who handed in nothing is not reported, never 0', async () => {
    const box = await sandbox('sample');
    await box.remove('ledgers/tan-xl.json');
    const zh = await box.run(['quota', '--lang', 'zh']);
    expect(zh.stdout).toMatch(/\n簕竹镇 {2}谭晓琳 {13}- {7}3 {5}- {5}- {2}未报\n/u);
    const en = await box.run(['quota']);
    expect(en.stdout).toMatch(/\n簕竹镇 {2}谭晓琳.* {2}not reported\n/u);
  });
});

test('as JSON', async () => {
  const box = await sandbox('sample');
  const ran = await box.run(['quota', '--quarter', '2024Q3', '--judge', 'su-ting', '--json']);
  expect(ran.json()).toEqual({
    schemaVersion: 1,
    quarter: '2024Q3',
    rows: [
      {
        town: '水台镇',
        judges: ['su-ting'],
        required: 3,
        done: 1,
        raw: 2,
        missing: 2,
        met: false,
        talks: 1,
        shared: false,
        daysLeft: 12,
      },
    ],
  });
});

describe('--strict', () => {
  test('is no where one is short', async () => {
    const box = await sandbox('sample');
    expect(await box.run(['quota', '--strict'])).toMatchObject({ code: 1, stderr: '' });
  });

  test('is yes where nobody is', async () => {
    const box = await ownWorkspace();
    expect(await box.run(['quota', '--strict', '--quarter', '2024Q3'])).toMatchObject({ code: 0 });
  });

  test('a town that is shared with a judge whose ledger is elsewhere is not short in one’s own workspace', async () => {
    const box = await ownWorkspace();
    const sample = await sandbox('sample');
    await box.write('ledgers/zhong-wj.json', await sample.read('ledgers/zhong-wj.json'));
    await box.remove(LEDGER);
    const typed = ['quota', '--strict', '--quarter', '2024Q3', '--today', '2024-08-20'];
    const ran = await box.run([...typed, '--json']);
    expect(ran.json()).toMatchObject({ rows: [{ town: '河头镇', met: false, shared: true }] });
    expect(ran.code).toBe(0);
  });
});

test('one bad ledger of several is named, and the exit code says so', async () => {
  const box = await sandbox('sample');
  await box.write(LEDGER, '');
  const ran = await box.run(['quota', '--json']);
  expect(ran.code).toBe(7);
  const text = await box.run(['quota']);
  expect(text.code).toBe(7);
  expect(text.stderr).toMatch(/^error: ledgers\/li-min\.json: The file is empty\./);
});

test('asking writes nothing', async () => {
  const box = await sandbox('sample');
  const before = await box.files();
  await box.run(['quota', '--quarter', '2024Q3']);
  await box.run(['quota', '--json']);
  expect(await box.files()).toEqual(before);
});

test.each([
  ['三季度', '2024Q3'],
  ['上季度', '2024Q2'],
  ['2024年第四季度', '2024Q4'],
  ['this', '2024Q3'],
  ['四季度', '2023Q4'],
])('a quarter may be said as %s', async (typed, quarter) => {
  const box = await ownWorkspace();
  const ran = await box.run(['quota', '--quarter', typed, '--json']);
  expect(ran.json()).toMatchObject({ quarter });
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
    'a misspelt option, before anything that is missing',
    ['--quater', '2024Q3'],
    {
      code: 2,
      en: 'There is no option --quater. Did you mean --quarter?',
      zh: '没有 --quater 这个选项。是不是 --quarter？',
    },
  ],
  [
    'a word too many',
    ['2024Q3'],
    {
      code: 2,
      en: '“2024Q3” is one word too many. Text with spaces needs straight double quotes around it.',
      zh: '多出了“2024Q3”。内容里有空格的，请加英文双引号。',
    },
  ],
])('%s is refused', async (_name, typed, refused) => {
  await expectRefused(await ownWorkspace(), ['quota', ...typed], refused);
});
