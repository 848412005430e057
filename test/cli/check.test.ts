import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, LEDGER, ownWorkspace, sampleFile, type Refused } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];

/** The one doubt that the sample is meant to raise: an application that came one day late. */
const LATE = {
  en: 'warning: ledgers/liang-hao.json line 807 confirmation-250310-i7d5 applied on: Applied for on 2025-04-10, after the last day 2025-04-09 (30 days from taking effect). Please check the two days.\n',
  zh: '提醒：ledgers/liang-hao.json 第807行 confirmation-250310-i7d5 申请日期：2025-04-10 才申请，已过申请期限届满日 2025-04-09（自协议生效之日起三十日）。请核对协议生效日期和申请日期。\n',
};
const LATE_JSON: unknown = expect.objectContaining({
  code: 'applied-late',
  severity: 'warning',
  judge: 'liang-hao',
  entry: 'confirmation-250310-i7d5',
});

test('says of the sample what is meant to be doubtful, and changes nothing', async () => {
  const box = await sandbox('sample');
  const before = await box.files();
  const en = await box.run(['check', ...LATER]);
  expect(en).toMatchObject({ code: 0, stdout: `${LATE.en}0 errors, 1 warning.\n`, stderr: '' });
  const zh = await box.run(['check', ...LATER, '--lang', 'zh']);
  expect(zh).toMatchObject({ code: 0, stdout: `${LATE.zh}错误0项，提醒1项。\n`, stderr: '' });
  const json = await box.run(['check', ...LATER, '--json']);
  expect(json.json()).toEqual({ schemaVersion: 1, findings: [LATE_JSON] });
  expect(await box.files()).toEqual(before);
});

test('is silent when all is well', async () => {
  const box = await ownWorkspace();
  const before = await box.files();
  expect(await box.run(['check', ...LATER])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const json = await box.run(['check', ...LATER, '--json']);
  expect(json.json()).toEqual({ schemaVersion: 1, findings: [] });
  expect(await box.files()).toEqual(before);
});

describe('what is only doubtful', () => {
  const warning = {
    en: 'warning: ledgers/li-min.json line 19 visit-240703-7kq2 town: The roster has no “大平镇”; in the consolidated workbooks it stands off the roster. Did you mean “太平镇”?\n',
    zh: '提醒：ledgers/li-min.json 第19行 visit-240703-7kq2 挂点镇：挂点名册里没有“大平镇”，汇总时列在名册外。是不是“太平镇”？\n',
  };

  test.each([
    ['en', [], 0],
    ['zh', [], 0],
    ['en', ['--strict'], 1],
  ] as const)('is listed; only --strict makes it a no (%s %j)', async (language, strict, code) => {
    const box = await sandbox('sample');
    await box.write(LEDGER, (await sampleFile(LEDGER)).replace('"town": "太平镇"', '"town": "大平镇"'));
    const ran = await box.run(['check', ...LATER, ...strict, '--lang', language]);
    const counts = { en: '0 errors, 2 warnings.\n', zh: '错误0项，提醒2项。\n' };
    const stdout = `${warning[language]}${LATE[language]}${counts[language]}`;
    expect(ran).toMatchObject({ code, stdout, stderr: '' });
  });

  test('as JSON', async () => {
    const box = await sandbox('sample');
    await box.write(LEDGER, (await sampleFile(LEDGER)).replace('"town": "太平镇"', '"town": "大平镇"'));
    const ran = await box.run(['check', ...LATER, '--json', '--lang', 'zh']);
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      findings: [
        {
          code: 'town-not-listed',
          severity: 'warning',
          message: '挂点名册里没有“大平镇”，汇总时列在名册外。是不是“太平镇”？',
          file: 'ledgers/li-min.json',
          line: 19,
          judge: 'li-min',
          entry: 'visit-240703-7kq2',
          field: 'town',
        },
        LATE_JSON,
      ],
    });
  });
});

describe('files that are not where they belong', () => {
  test('two files of one judge are both named', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/li-min (1).json', await sampleFile(LEDGER));
    const ran = await box.run(['check', ...LATER]);
    expect(ran).toMatchObject({
      code: 1,
      stdout: [
        'error: ledgers/li-min (1).json: The name of the file is not its owner’s (the ledger in it is li-min’s); it was left out. The file should be called li-min.json. If it is an old copy, please move it away; otherwise give it the right name.',
        'error: li-min: li-min has two ledger files, and both were left out: ledgers/li-min (1).json, ledgers/li-min.json. Please compare them and keep one.',
        `${LATE.en}2 errors, 1 warning.`,
        '',
      ].join('\n'),
    });
    const zh = await box.run(['check', ...LATER, '--lang', 'zh']);
    expect(zh.stdout).toBe(
      [
        '错误：ledgers/li-min (1).json：文件名与台账主人不符（里面是 li-min 的台账），没有纳入。文件名应为 li-min.json。若是复制出来的旧副本，请移走；否则请改正文件名。',
        '错误：li-min：li-min 有两份台账文件，都没有纳入：ledgers/li-min (1).json、ledgers/li-min.json。请核对后只留一份。',
        `${LATE.zh}错误2项，提醒1项。`,
        '',
      ].join('\n'),
    );
  });

  test('a ledger under another judge’s name', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/tan-xl.json', await sampleFile(LEDGER));
    await box.remove(LEDGER);
    const ran = await box.run(['check', ...LATER]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('The file should be called li-min.json.');
  });

  test('a judge who is not on the roster', async () => {
    const box = await sandbox('sample');
    const ledger = (await sampleFile(LEDGER)).replace('"li-min"', '"wang-wu"').replace('"李敏"', '"王五"');
    await box.write('ledgers/wang-wu.json', ledger);
    await box.remove(LEDGER);
    const zh = await box.run(['check', ...LATER, '--lang', 'zh']);
    expect(zh).toMatchObject({
      code: 0,
      stdout: `${LATE.zh}提醒：ledgers/wang-wu.json：联系法官 wang-wu 不在挂点名册。请研究室核对名册；汇总时照样列入并标明。\n错误0项，提醒2项。\n`,
    });
    const en = await box.run(['check', ...LATER, 'wang-wu']);
    expect(en.stdout).toBe(
      'warning: ledgers/wang-wu.json: The liaison judge wang-wu is not on the roster. Please ask the research office to check it; the ledger is consolidated all the same, and marked.\n0 errors, 1 warning.\n',
    );
  });

  test('no ledger at all', async () => {
    const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
    expect(await box.run(['check', ...LATER, '--lang', 'zh'])).toMatchObject({
      code: 0,
      stdout: '提醒：还没有任何台账。请用 ledger visit add 登记第一条。\n错误0项，提醒1项。\n',
    });
  });
});

describe('by name', () => {
  test.each(['li-min', '李敏'])('%s: only what concerns that judge', async (name) => {
    const box = await sandbox('sample');
    await box.write(LEDGER, '');
    await box.write('ledgers/tan-xl.json', '');
    const ran = await box.run(['check', name, ...LATER]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('ledgers/li-min.json');
    expect(ran.stdout).not.toContain('tan-xl');
  });

  test('a name that nobody bears is refused: silence would say that all is well', async () => {
    const known = [
      ...['he-jing', 'liang-hao', 'su-ting', 'pan-ying', 'chen-jh', 'li-min'],
      ...['ye-qing', 'huang-zx', 'luo-fang', 'zhong-wj', 'tan-xl', 'feng-jy'],
    ];
    await expectRefused(await sandbox('sample'), ['check', 'li-mni'], {
      code: 2,
      en: `The roster has no liaison judge “li-mni”. The choices are: ${known.join(', ')}. Did you mean “li-min”?`,
      zh: `挂点名册里没有联系法官“li-mni”。可选：${known.join('、')}。是不是“li-min”？`,
    });
  });
});

test.each<readonly [string, string, Refused]>([
  [
    'cut',
    '{ "format": "liaison-roster/1", "court": {',
    {
      code: 3,
      en: 'roster.json line 1 column 43: The file is incomplete: it breaks off here, as if it had not been copied to the end. Please don’t put a new file of this name over it: ask the ledger’s owner for it again, or look for a copy on a USB stick or in the mail.',
      zh: 'roster.json 第1行第43列：文件不完整，内容到这里断了，像是没有复制完。请不要新建同名文件覆盖它；向台账的主人重新索取，或从U盘、邮件中的副本找回。',
    },
  ],
  [
    'of a newer format',
    '{ "format": "liaison-roster/2" }',
    {
      code: 3,
      en: 'roster.json line 1 column 13: The file format liaison-roster/2 is newer than liaison-roster/1, the newest this program knows. Please install a newer ledger and open it then; to do no damage, the file was neither read nor changed.',
      zh: 'roster.json 第1行第13列：文件格式 liaison-roster/2 比本程序支持的 liaison-roster/1 新。请安装新版 ledger 后再打开；为免损坏，文件没有读取，也没有改动。',
    },
  ],
])('a roster %s stops every command, and is an answer of check', async (_name, content, refused) => {
  const box = await sandbox('sample');
  await box.write('roster.json', content);
  await expectRefused(box, ['visit', 'list'], refused);
  await expectRefused(box, ['roster', 'show'], refused);
  await expectRefused(box, ['consolidate', '--quarter', '2024Q3'], refused);
  const ran = await box.run(['check', ...LATER]);
  expect(ran).toMatchObject({ code: 1, stdout: `error: ${refused.en}\n1 error, 0 warnings.\n` });
});
