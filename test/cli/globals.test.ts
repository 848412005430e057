import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, VISIT } from './workspaces.ts';

describe('global options stand before or after the command', () => {
  const command = ['visit', 'list', '--limit', '1'];

  test.each([
    [['--judge', 'luo-fang', '--json', ...command]],
    [[...command, '--judge', 'luo-fang', '--json']],
    [['--json', 'visit', '--judge', 'luo-fang', 'list', '--limit', '1']],
    [['--judge=luo-fang', '--json', ...command]],
    [['visit', 'list', '--json', '--limit=1', '--judge=罗芳']],
  ])('%j', async (argv) => {
    const box = await sandbox('sample');
    const ran = await box.run(argv);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ entries: [{ judge: 'luo-fang' }] });
  });

  test('short ones too', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['-n', '-q', 'visit', 'add', ...VISIT]);
    expect(ran.stdout).toMatch(/^Rehearsal, nothing written\. A real run says: Saved: /);
    expect(await box.files()).toEqual(before);
  });
});

describe('the language', () => {
  test.each([
    [['--lang', 'zh'], {}, 'en-US', 'zh'],
    [['--lang=en'], { LEDGER_LANG: 'zh' }, 'zh-CN', 'en'],
    [[], { LEDGER_LANG: 'zh' }, 'en-US', 'zh'],
    [[], { LEDGER_LANG: '' }, 'en_GB.UTF-8', 'en'],
    [[], {}, 'zh_CN.UTF-8', 'zh'],
    [[], {}, 'C', 'zh'],
    [[], {}, '', 'zh'],
    [[], {}, 'fr-FR', 'zh'],
  ] as const)('%j %j on a machine that speaks “%s” is %s', async (argv, variables, locale, language) => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'list', '--text', '无此内容', ...argv], { variables, locale });
    expect(ran.stdout).toBe(language === 'zh' ? '没有符合条件的登记。\n' : 'No entry fits.\n');
  });

  test.each([
    [['--lang', 'xx'], {}, 'en-GB', 'The language “xx” is not there. It should be zh or en.\n'],
    [['--lang', 'xx'], {}, 'zh-CN', '不支持的语言“xx”。应为 zh 或 en。\n'],
    [
      [],
      { LEDGER_LANG: 'English' },
      'en-GB',
      'The language “English” is not there. It should be zh or en.\n',
    ],
  ] as const)('%j %j is refused in the machine’s own (%s)', async (argv, variables, locale, stderr) => {
    const box = await ownWorkspace();
    expect(await box.run([...argv, 'visit', 'list'], { variables, locale })).toMatchObject({
      code: 2,
      stdout: '',
      stderr,
    });
  });
});

describe('today', () => {
  test.each([
    [['--today', '2024-07-31'], {}, '2024-07-31'],
    [[], { LEDGER_TODAY: '2024-07-31' }, '2024-07-31'],
    [['--today', '7月31日'], { LEDGER_TODAY: '2024-01-01' }, '2024-07-31'],
    [['--today', '昨天'], {}, '2024-09-17'],
    [[], { LEDGER_TODAY: '' }, '2024-09-18'],
  ])('%j %j', async (argv, variables, asOf) => {
    const box = await sandbox('sample');
    const typed = ['consolidate', '--quarter', '2024Q3', '--dry-run', '--json'];
    const ran = await box.run([...typed, ...argv], { variables });
    expect(ran.json()).toMatchObject({ asOf });
  });

  test('is the day in China, whatever the zone of the machine', async () => {
    const box = await ownWorkspace();
    const typed = ['visit', 'add', ...VISIT, '--date', '今天', '--json'];
    const late = await box.run(typed, { now: '2024-09-17T16:00:00Z' });
    expect(late.json()).toMatchObject({
      entry: { date: '2024-09-18', createdAt: '2024-09-18T00:00:00+08:00' },
    });
    const early = await box.run([...typed, '--id', 'visit-early'], { now: '2024-09-17T15:59:59Z' });
    expect(early.json()).toMatchObject({ entry: { date: '2024-09-17' } });
  });

  test('never reaches a timestamp', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...VISIT, '--today', '2024-09-12', '--json']);
    expect(ran.json()).toMatchObject({ entry: { createdAt: '2024-09-18T10:00:00+08:00' } });
  });

  test.each([
    [['--today', '24-7-3'], {}, '--today'],
    [[], { LEDGER_TODAY: '24-7-3' }, 'LEDGER_TODAY'],
  ])('that is no day is refused by where it stands: %j %j', async (argv, variables, place) => {
    await expectRefused(
      await ownWorkspace(),
      ['visit', 'list', ...argv],
      {
        code: 2,
        en: `${place}: “24-7-3” has a year of two digits only. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.`,
        zh: `${place}：“24-7-3”的年份只有两位。应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。`,
      },
      { variables },
    );
  });

  test.each(['', ' '])(
    'that was left empty is refused, and never the real day taken for it: %j',
    async (typed) => {
      await expectRefused(await ownWorkspace(), ['visit', 'list', '--today', typed], {
        code: 2,
        en: '--today: No day was given. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
        zh: '--today：没有写日期。应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。',
      });
    },
  );
});

describe('the workspace', () => {
  test('is the nearest folder upward with a roster', async () => {
    const box = await sandbox('sample');
    await mkdir(join(box.home, 'reports/2024Q3'), { recursive: true });
    const ran = await box.run(['roster', 'check'], { cwd: join(box.home, 'reports/2024Q3') });
    expect(ran.code).toBe(0);
  });

  test.each([
    ['--home', ['--home', 'home'], {}],
    ['LEDGER_HOME', [], { LEDGER_HOME: 'home' }],
    ['--home before LEDGER_HOME', ['--home', 'home'], { LEDGER_HOME: 'nowhere' }],
  ])('is where %s says', async (_name, argv, variables) => {
    const box = await sandbox('sample');
    const ran = await box.run(['roster', 'check', ...argv], { cwd: dirname(box.home), variables });
    expect(ran.code).toBe(0);
  });

  test('none: where was looked, and what to do', async () => {
    const box = await sandbox();
    const [elsewhere, user] = [dirname(box.home), join(dirname(box.home), 'user')];
    await expectRefused(
      box,
      ['visit', 'list'],
      {
        code: 2,
        en: `No workspace was found (a folder with roster.json); looked in: ${elsewhere}, ${join(user, 'ledger')}. To begin, run ledger init; to try it out first, run ledger init --sample.`,
        zh: `没有找到工作文件夹（里面应有 roster.json），找过：${elsewhere}、${join(user, 'ledger')}。第一次使用请运行 ledger init；想先试用，运行 ledger init --sample。`,
      },
      { cwd: elsewhere },
    );
    const named = await box.run(['visit', 'list', '--home', 'nowhere']);
    expect(named.stderr).toContain(`looked in: ${join(box.home, 'nowhere')}.`);
  });
});

describe('the judge', () => {
  test.each([
    [['--judge', 'luo-fang'], {}],
    [[], { LEDGER_JUDGE: 'luo-fang' }],
    [['--judge', '罗芳'], { LEDGER_JUDGE: 'li-min' }],
  ])('%j %j', async (argv, variables) => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'list', '--json', ...argv], { variables });
    expect(inside(ran.json(), 'entries')).toHaveLength(3);
  });

  test('of two with one name, the id is asked for', async () => {
    const box = await sandbox('sample');
    const roster = await box.read('roster.json');
    await box.write('roster.json', roster.replace('"name": "罗芳"', '"name": "李敏"'));
    await expectRefused(box, ['visit', 'list', '--judge', '李敏'], {
      code: 2,
      en: 'There is more than one “李敏”. Please write the id: li-min, luo-fang.',
      zh: '有几位“李敏”。请写代号：li-min、luo-fang。',
    });
  });
});

describe('--json', () => {
  test.each([
    [['nosuch'], 2, 'command-unknown'],
    [['visit', 'add', '--nosuch'], 2, 'option-unknown'],
    [['visit', 'show', 'nosuch'], 2, 'entry-unknown'],
    [['visit', 'show'], 2, 'argument-missing'],
    [['visit', 'list', '--lang', 'xx'], 2, 'language-unknown'],
    [['consolidate', '--quarter', '2024Q5'], 2, 'quarter-invalid'],
    [['init', '--office', '--roster', 'nosuch.json', '--home', 'x'], 3, 'file-missing'],
  ])('a failure of %j is one document on stderr', async (argv, exit, code) => {
    const box = await ownWorkspace();
    const ran = await box.run([...argv, '--json']);
    expect(ran).toMatchObject({ code: exit, stdout: '' });
    const error: unknown = JSON.parse(ran.stderr);
    expect(inside(error, 'error', 'code')).toBe(code);
    expect(inside(error, 'error', 'message')).toMatch(/\.$|\?$/);
  });
});

describe('what nobody knows', () => {
  test.each([
    [
      'a command, with the nearest',
      ['visti', 'list'],
      'There is no command “visti”. Did you mean ledger visit?',
      '没有“visti”这个命令。是不是 ledger visit？',
    ],
    [
      'a command like no other',
      ['frobnicate'],
      'There is no command “frobnicate”. ledger help lists all commands.',
      '没有“frobnicate”这个命令。输入 ledger help 查看全部命令。',
    ],
    [
      'a second word, with the nearest',
      ['visit', 'ad'],
      'There is no command “visit ad”. Did you mean ledger visit add?',
      '没有“visit ad”这个命令。是不是 ledger visit add？',
    ],
    [
      'an option, with the nearest, before what is missing',
      ['visit', 'add', '--twon', '太平镇'],
      'There is no option --twon. Did you mean --town?',
      '没有 --twon 这个选项。是不是 --town？',
    ],
    [
      'an option like no other',
      ['visit', 'list', '--frobnicate'],
      'There is no option --frobnicate. ledger visit list --help lists the options.',
      '没有 --frobnicate 这个选项。输入 ledger visit list --help 查看可用的选项。',
    ],
    [
      'an option where no command is',
      ['--frobnicate'],
      'There is no option --frobnicate. ledger help --help lists the options.',
      '没有 --frobnicate 这个选项。输入 ledger help --help 查看可用的选项。',
    ],
    [
      'an option before the command, with its value',
      ['--frobnicate', '2024Q3', 'consolidate'],
      'There is no option --frobnicate. ledger help --help lists the options.',
      '没有 --frobnicate 这个选项。输入 ledger help --help 查看可用的选项。',
    ],
    [
      'an option behind a first word alone',
      ['visit', '--frobnicate'],
      'There is no option --frobnicate. ledger visit --help lists the options.',
      '没有 --frobnicate 这个选项。输入 ledger visit --help 查看可用的选项。',
    ],
  ])('%s', async (_name, argv, en, zh) => {
    await expectRefused(await ownWorkspace(), argv, { code: 2, en, zh });
  });
});

describe('--version', () => {
  test.each([[['--version']], [['-V']], [['visit', 'add', '--version']]])('%j', async (argv) => {
    const ran = await (await sandbox()).run(argv);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('colour', () => {
  const colours = /\u001b\[/u;

  test('is off where the output shows none, on with --color, and off again with --no-color', async () => {
    const box = await sandbox('sample');
    expect((await box.run(['quota'])).stdout).not.toMatch(colours);
    expect((await box.run(['quota', '--color'])).stdout).toMatch(colours);
    expect((await box.run(['quota', '--color', '--no-color'])).stdout).not.toMatch(colours);
  });

  test('never changes what is said', async () => {
    const box = await sandbox('sample');
    const [plain, coloured] = [await box.run(['quota']), await box.run(['quota', '--color'])];
    expect(coloured.stdout.replaceAll(/\u001b\[\d+m/gu, '')).toBe(plain.stdout);
  });
});

describe('a bug', () => {
  test('is 8, sends to look what was saved, and shows no stack unless asked', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'show', '7kq2'], { now: 'never' });
    expect(ran.code).toBe(8);
    expect(ran.stderr).toMatch(/^The program made a mistake \(RangeError\)\. /);
    expect(ran.stderr).not.toMatch(/\n {4}at /);
    const debugged = await box.run(['visit', 'show', '7kq2', '--debug'], { now: 'never' });
    expect(debugged.stderr).toMatch(/\n {4}at /);
  });
});

describe('an option without its value', () => {
  test('never takes the next option for it: a dry run stays one', async () => {
    const box = await ownWorkspace();
    const before = await box.read(LEDGER);
    const visit = ['--date', '2024-08-05', '--town', '太平镇', '--form', '走访', '--findings', '反映水渠'];
    await expectRefused(box, ['visit', 'add', ...visit, '--met', '--dry-run'], {
      code: 2,
      en: '--met needs a value after it. To clear a field, write ""; text that begins with a dash is given as --met=-….',
      zh: '--met 后面缺少内容。要清空一个字段，写成 ""；内容以短横线开头的，写成 --met=-…。',
    });
    expect(await box.read(LEDGER)).toBe(before);
  });

  test('text that begins with a dash stands behind an equals sign', async () => {
    const box = await ownWorkspace();
    const ran = await box.run([
      ...['visit', 'add', '--date', '2024-08-05', '--town', '太平镇', '--form', '走访'],
      ...['--findings=-两户', '--json'],
    ]);
    expect(inside(ran.json(), 'entry', 'findings')).toBe('-两户');
  });
});
