import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../support/sandbox.ts';
import { STORIES } from './every-kind.ts';
import { expectRefused, inside, LEDGER, smallWorkspace } from './workspaces.ts';

describe('what hangs on another answer', () => {
  const closed = ['--result', '调解成功', '--closed-on', '9-9'];
  const basis = [
    ...[
      '--basis',
      'postFiling',
      '--nature',
      'civil',
      '--town',
      '太平镇',
      '--cause',
      '租赁',
      '--type',
      '合同',
    ],
    ...['--delegated-on', '9-2', '--organisation', '太平镇人民调解委员会', '--procedure', 'summary'],
  ];

  test('is named with it where the other is edited away', async () => {
    const box = await smallWorkspace();
    expect((await box.run(['mediation', 'add', ...basis, ...closed])).code).toBe(0);
    await expectRefused(box, ['mediation', 'edit', '0001', '--result', ''], {
      code: 2,
      en: '--closed-on: “closed on” is given without “result”. Please give “result” too, or clear “closed on”.',
      zh: '--closed-on：填了“结束日期”，没有填“调解结果”。请补填“调解结果”，或清空“结束日期”。',
    });
    const cleared = await box.run(['mediation', 'edit', '0001', '--result', '', '--closed-on', '']);
    expect(cleared).toMatchObject({ code: 0, stderr: '' });
    expect(cleared.stdout).toContain('(result, closed on)');
  });

  test('a bare flag says yes and leaves the id alone', async () => {
    const box = await smallWorkspace();
    const flags = ['--found-on', '9-1', '--town', '太平镇', '--type', '合同', '--summary', '欠租'];
    await box.run(['dispute', 'add', ...flags]);
    const heavy = async (...argv: readonly string[]): Promise<unknown> => {
      const ran = await box.run(['dispute', 'edit', ...argv, '--json']);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      return inside(ran.json(), 'entry', 'policyHeavy');
    };
    expect(await heavy('--policy-heavy', '0001')).toBe(true);
    expect(await heavy('--policy-heavy', '否', '0001')).toBe(false);
    expect(await heavy('0001', '--policy-heavy')).toBe(true);
    expect(await heavy('--policy-heavy=no', '0001')).toBe(false);
    expect(await heavy('--policy-heavy', '', '0001')).toBeUndefined();
    expect(await heavy('--note=--policy-heavy', '0001')).toBeUndefined();
  });

  test('a bare flag with another value is refused where no id may follow', async () => {
    const flags = ['--found-on', '9-1', '--town', '太平镇', '--type', '合同', '--summary', '欠租'];
    await expectRefused(await smallWorkspace(), ['dispute', 'add', ...flags, '--policy-heavy', '也许'], {
      code: 2,
      en: '--policy-heavy: “也许” is neither yes nor no. Write yes or no.',
      zh: '--policy-heavy：“也许”既不是“是”也不是“否”。应写 是 或 否。',
    });
  });

  test('a field called like the reason for a change has a flag of its own in edit', async () => {
    const box = await smallWorkspace();
    const flags = ['--date', '9-1', '--town', '太平镇', '--category', 'filing', '--content', '协助立案'];
    await box.run(['service', 'add', ...flags, '--reason', '地处偏远']);
    const ran = await box.run([
      'service',
      'edit',
      '0001',
      '--new-reason',
      '交通不便',
      '--reason',
      '核对',
      '--json',
    ]);
    expect(inside(ran.json(), 'entry')).toMatchObject({
      reason: 'transport',
      history: [{}, { reason: '核对', changes: [{ field: 'reason', from: 'remote', to: 'transport' }] }],
    });
  });

  test('a time limit without a year is the first after the opening day, in edit too', async () => {
    const box = await smallWorkspace();
    const flags = ['--found-on', '2024-03-01', '--town', '太平镇', '--type', '合同', '--summary', '欠租'];
    await box.run(['dispute', 'add', ...flags]);
    const ran = await box.run(['dispute', 'edit', '0001', '--due-on', '6-1', '--json']);
    expect(inside(ran.json(), 'entry', 'dueOn')).toBe('2024-06-01');
  });
});

describe('an entry of a quarter that was handed in', () => {
  const submissions = [
    { quarter: '2024Q2', attempt: 1, sha256: 'a'.repeat(64), at: '2024-07-01T08:00:00+08:00' },
  ];
  const opened = {
    id: 'dispute-240501-aaaa',
    kind: 'dispute',
    foundOn: '2024-05-01',
    town: '太平镇',
    type: '合同',
    summary: '欠租',
  };
  const handedIn = async (): Promise<Sandbox> => {
    const box = await smallWorkspace([opened]);
    const ledger = await box.read(LEDGER);
    await box.write(LEDGER, ledger.replace(/\}$/u, `,"submissions":${JSON.stringify(submissions)}}`));
    return box;
  };

  test('is closed in a later one without a reason', async () => {
    const ran = await (
      await handedIn()
    ).run(['dispute', 'edit', 'aaaa', '--outcome', '已化解', '--closed-on', '9-1']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ['closing it within the quarter', ['--outcome', '已化解', '--closed-on', '6-1']],
    ['another text', ['--summary', '欠租三万元']],
    ['another town', ['--town', '大江镇']],
    ['a day that takes it out of the quarter', ['--found-on', '9-1']],
  ])('needs a reason for %s', async (_name, flags) => {
    const box = await handedIn();
    await expectRefused(box, ['dispute', 'edit', 'aaaa', ...flags], {
      code: 2,
      en: 'A reason is needed. Please add --reason, for example --reason "entered twice".',
      zh: '需要写明原因。请加 --reason，如 --reason 重复登记。',
    });
    expect((await box.run(['dispute', 'edit', 'aaaa', ...flags, '--reason', '核对'])).code).toBe(0);
  });
});

describe('what is only asked for under conditions', () => {
  test.each([
    ['a channel beside no opinion', 'deputy', ['--opinion', '无', '--channel', '走访联系', '--category', '']],
    ['a limit beside a proposal', 'deputy', ['--channel', '人大代表建议', '--due-on', '2024-12-01']],
    ['a complex motion', 'deputy', ['--channel', '政协提案', '--complex']],
    ['what follows before the result', 'mediation', ['--next', '自动履行']],
  ])('%s may be given all the same', async (_what, kind, more) => {
    const box = await smallWorkspace();
    const flags = STORIES.find((story) => story.kind === kind)?.flags ?? [];
    const added = await box.run([kind, 'add', ...withoutOnes(flags, more), ...more, '--json']);
    expect(added).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a type that is typed anew', () => {
  test('takes its subtype back, unless that is given too', async () => {
    const box = await smallWorkspace();
    const flags = STORIES.find(({ kind }) => kind === 'dispute')?.flags ?? [];
    await box.run([
      'dispute',
      'add',
      ...withoutOnes(flags, ['--type', '', '--subtype', '']),
      '--type',
      '民间借贷',
    ]);
    const subtypeAfter = async (...change: readonly string[]) =>
      inside((await box.run(['dispute', 'edit', '0001', ...change, '--json'])).json(), 'entry', 'subtype');
    expect(await subtypeAfter('--type', '相邻纠纷')).toBe('相邻纠纷');
    expect(await subtypeAfter('--type', '邻里')).toBeUndefined();
    expect(await subtypeAfter('--type', '邻里', '--subtype', '采光')).toBe('采光');
    expect(await subtypeAfter('--type', '合同')).toBe('采光');
  });
});

test('a table of holidays that can’t be read stops an entry before it is saved', async () => {
  const box = await smallWorkspace();
  await box.write('holidays.json', '{');
  const before = await box.read(LEDGER);
  const flags = STORIES.find(({ kind }) => kind === 'matter')?.flags ?? [];
  expect((await box.run(['matter', 'add', ...flags])).code).toBe(3);
  expect(await box.read(LEDGER)).toBe(before);
});

test('what is wrong with a reason for filing online is told at its own flag', async () => {
  const box = await smallWorkspace();
  await box.run(['service', 'add', ...(STORIES.find(({ kind }) => kind === 'service')?.flags ?? [])]);
  const ran = await box.run(['service', 'edit', '0001', '--category', '其他']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--new-reason: ');
});

/** Flags without those that others give. */
function withoutOnes(flags: readonly string[], others: readonly string[]): readonly string[] {
  const at = flags.flatMap((flag, index) => (flag.startsWith('--') && others.includes(flag) ? [index] : []));
  return flags.filter(
    (flag, index) => !at.includes(index) && !(at.includes(index - 1) && !flag.startsWith('--')),
  );
}

test.each([
  ['zh', '已保存：2023年9月25日排查太平镇'],
  ['en', 'Saved: dispute in 太平镇 马山社区 neighbours, 25 Sep 2023 (id 0001).'],
])(
  'a day typed without a year that lies in another year than today is told with it (%s)',
  async (lang, said) => {
    const flags = STORIES.find(({ kind }) => kind === 'dispute')?.flags ?? [];
    const plain = ['--found-on', '--village', '--type', '--subtype', '--due-on', '--outcome', '--closed-on'];
    const ran = await (
      await smallWorkspace()
    ).run([
      ...['dispute', 'add', ...withoutOnes(flags, plain), '--found-on', '9-25'],
      ...['--village', '马山社区', '--type', '邻里', '--lang', lang],
    ]);
    expect(ran.stdout.startsWith(said), `${ran.stdout}${ran.stderr}`).toBe(true);
  },
);
