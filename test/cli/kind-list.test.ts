import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../support/sandbox.ts';
import { anEntry } from '../support/sound-entries.ts';
import { expectRefused, inside, smallWorkspace, type Refused } from './workspaces.ts';

type Said = Parameters<typeof anEntry>[1];

const DISPUTES: Readonly<Record<string, Said>> = {
  'closed-in-q2': { foundOn: '2024-03-01', outcome: 'settled', closedOn: '2024-06-30' },
  'closed-in-q3': { foundOn: '2024-05-01', outcome: 'transferred', closedOn: '2024-07-01', people: 100 },
  'kept-stable': { foundOn: '2024-06-30', outcome: 'stable', people: 30, village: '禤村村' },
  'no-day-yet': { foundOn: '2024-07-08', outcome: 'settled', type: '合同', subtype: '民间借贷', people: 4 },
  'in-river': { foundOn: '2024-08-01', town: '大江镇', type: '合同', summary: '租赁欠租' },
  'after-q3': { foundOn: '2024-10-02', type: '合同', subtype: '买卖', village: '马山社区' },
};

function disputes(): Promise<Sandbox> {
  return smallWorkspace([
    ...Object.entries(DISPUTES).map(([id, values]) => ({
      id,
      kind: 'dispute',
      ...anEntry('dispute', values).values,
    })),
    {
      ...{ id: 'taken-out', kind: 'dispute', ...anEntry('dispute', { foundOn: '2024-07-20' }).values },
      removed: { at: '2024-07-21T08:00:00+08:00', reason: '重复' },
    },
  ]);
}

async function idsOf(box: Sandbox, ...argv: readonly string[]): Promise<readonly unknown[]> {
  const ran = await box.run([...argv, '--json', '--today', '2024-12-31']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const entries = inside(ran.json(), 'entries');
  return Array.isArray(entries) ? entries.map((one) => inside(one, 'entry', 'id')) : [];
}

describe('disputes', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'all that are not removed, by the day they were found',
      [],
      ['closed-in-q2', 'closed-in-q3', 'kept-stable', 'no-day-yet', 'in-river', 'after-q3'],
    ],
    [
      'open ones: what is kept stable, and what has no closing day',
      ['--open'],
      ['kept-stable', 'no-day-yet', 'in-river', 'after-q3'],
    ],
    [
      'a quarter’s: opened, closed or still open in it',
      ['--quarter', '2024Q3'],
      ['closed-in-q3', 'kept-stable', 'no-day-yet', 'in-river'],
    ],
    ['the one before', ['--quarter', '2024年第二季度'], ['closed-in-q2', 'closed-in-q3', 'kept-stable']],
    ['open ones of a quarter', ['--quarter', '2024Q2', '--open'], ['kept-stable']],
    ['of a town', ['--town', '大江镇'], ['in-river']],
    ['of a village by its alias', ['--village', '禤村'], ['kept-stable']],
    ['of a type, with all its subtypes', ['--type', '合同'], ['no-day-yet', 'in-river', 'after-q3']],
    ['of a type as a 纠纷', ['--type', '邻里纠纷'], ['closed-in-q2', 'closed-in-q3', 'kept-stable']],
    ['of a subtype of the rules', ['--type', '民间借贷'], ['no-day-yet']],
    ['of a type in English', ['--type', 'contracts', '--town', '太平'], ['no-day-yet', 'after-q3']],
    ['that say a text', ['--text', '欠租'], ['in-river']],
    ['that say a label', ['--text', '稳控', '--lang', 'zh'], ['kept-stable']],
    ['from a day', ['--from', '2024-08-01'], ['in-river', 'after-q3']],
    ['to a day', ['--to', '2024年5月1日'], ['closed-in-q2', 'closed-in-q3']],
    ['between two', ['--from', '2024-06-30', '--to', '2024-07-08'], ['kept-stable', 'no-day-yet']],
    [
      'by how many people, fewest first and unsaid before them',
      ['--sort', 'people', '--to', '2024-07-31'],
      ['closed-in-q2', 'no-day-yet', 'kept-stable', 'closed-in-q3'],
    ],
    [
      'by a label',
      ['--sort', '销号日期', '--quarter', '2024Q2'],
      ['kept-stable', 'closed-in-q2', 'closed-in-q3'],
    ],
    ['at most so many', ['--limit', '２'], ['closed-in-q2', 'closed-in-q3']],
    ['removed ones', ['--removed'], ['taken-out']],
    ['removed ones of another quarter', ['--removed', '--quarter', '2024Q2'], []],
  ])('%s', async (_name, argv, ids) => {
    expect(await idsOf(await disputes(), 'dispute', 'list', ...argv)).toEqual(ids);
  });

  test('as text, with how many there are', async () => {
    const box = await disputes();
    const ran = await box.run(['dispute', 'list', '--type', '合同', '--limit', '2', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(
      [
        '编号        排查日期    镇      村（社区）  纠纷类型  化解情况  简要案情',
        '----------  ----------  ------  ----------  --------  --------  ------------',
        'no-day-yet  2024-07-08  太平镇              合同      已化解    巷道排水改道',
        'in-river    2024-08-01  大江镇              合同                租赁欠租',
        '显示2条，共3条',
        '',
      ].join('\n'),
    );
  });

  test.each<readonly [string, readonly string[], Pick<Refused, 'en' | 'zh'>]>([
    [
      'a type that is none',
      ['--type', '天文'],
      {
        en: '--type: “天文” is not one of the choices. The choices are: marriage and family (婚姻家庭), neighbours (邻里)',
        zh: '--type：没有“天文”这个选项。可选：婚姻家庭、邻里、房屋宅基地',
      },
    ],
    [
      'a town that is none, and a bad day with it',
      ['--town', '太乎镇', '--from', '24-1-1'],
      {
        en: '--from: “24-1-1” has a year of two digits only. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.\n--town: The roster has no “太乎镇”.',
        zh: '--from：“24-1-1”的年份只有两位。应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。\n--town：挂点名册里没有“太乎镇”。',
      },
    ],
    [
      'a field of another kind to sort by',
      ['--sort', 'heldOn'],
      { en: '--sort: Entries cannot be sorted by “heldOn”.', zh: '--sort：不能按“heldOn”排序。' },
    ],
    [
      'a limit below one',
      ['--limit=-1'],
      { en: '--limit: “-1” is not a whole number above 0.', zh: '--limit：“-1”不是正整数。' },
    ],
  ])('%s is refused', async (_name, argv, said) => {
    const box = await disputes();
    for (const language of ['en', 'zh'] as const) {
      const ran = await box.run(['dispute', 'list', ...argv, '--lang', language]);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr.startsWith(said[language])).toBe(true);
    }
  });
});

describe('other kinds', () => {
  test('all hearings of an open case are open, and none of a closed one', async () => {
    const hearing = (id: string, values: Said) => ({ id, kind: 'trial', ...anEntry('trial', values).values });
    const other = '（2024）粤5321民初9号';
    const box = await smallWorkspace([
      hearing('first', { heldOn: '2024-07-01' }),
      hearing('last', { heldOn: '2024-08-01', closure: 'judged', closedOn: '2024-08-01' }),
      hearing('waits', { heldOn: '2024-07-02', caseNumber: other }),
      hearing('waits-on', { heldOn: '2024-08-02', caseNumber: other }),
    ]);
    expect(await idsOf(box, 'trial', 'list', '--open')).toEqual(['waits', 'waits-on']);
  });

  test('a contact without an opinion is never open', async () => {
    const box = await smallWorkspace([
      { id: 'contact', kind: 'deputy', ...anEntry('deputy', { opinion: '无' }).values },
      { id: 'opinion', kind: 'deputy', ...anEntry('deputy').values },
    ]);
    expect(await idsOf(box, 'deputy', 'list', '--open')).toEqual(['opinion']);
    expect(await idsOf(box, 'deputy', 'list', '--quarter', '2024Q4')).toEqual(['opinion']);
  });

  test('an agreement that waits to be applied for is open, and listed in every quarter until it is', async () => {
    const box = await smallWorkspace([
      { id: 'waits', kind: 'confirmation', ...anEntry('confirmation').values },
      {
        ...{ id: 'given-up', kind: 'confirmation' },
        ...anEntry('confirmation', { result: 'notApplied', closedOn: '2024-08-05' }).values,
      },
    ]);
    expect(await idsOf(box, 'confirmation', 'list', '--open')).toEqual(['waits']);
    expect(await idsOf(box, 'confirmation', 'list', '--quarter', '2024Q2')).toEqual([]);
    expect(await idsOf(box, 'confirmation', 'list', '--quarter', '2024Q3')).toEqual(['given-up', 'waits']);
    expect(await idsOf(box, 'confirmation', 'list', '--quarter', '2024Q4')).toEqual(['waits']);
  });

  test('guidance stands by its day whether it was asked for or not', async () => {
    const given = { origin: 'initiative', requestedOn: undefined, requestedBy: undefined };
    const box = await smallWorkspace([
      { id: 'asked-for', kind: 'guidance', ...anEntry('guidance').values },
      {
        id: 'given-late',
        kind: 'guidance',
        ...anEntry('guidance', { ...given, guidedOn: '2024-08-01' }).values,
      },
      {
        id: 'given-early',
        kind: 'guidance',
        ...anEntry('guidance', { ...given, guidedOn: '2024-07-01' }).values,
      },
    ]);
    expect(await idsOf(box, 'guidance', 'list')).toEqual(['given-early', 'asked-for', 'given-late']);
  });

  test('amounts stand by their size', async () => {
    const mediation = (id: string, amount: string) => ({
      id,
      kind: 'mediation',
      ...anEntry('mediation', { amount }).values,
    });
    const box = await smallWorkspace([
      mediation('large', '120000.00'),
      mediation('small', '9000.50'),
      mediation('middle', '12000.00'),
    ]);
    expect(await idsOf(box, 'mediation', 'list', '--sort', 'amount')).toEqual(['small', 'middle', 'large']);
  });

  test.each([
    ['outreach', '--open'],
    ['outreach', '--type'],
    ['deputy', '--village'],
  ])('%s has no %s', async (kind, option) => {
    const ran = await (await smallWorkspace()).run([kind, 'list', option, '合同']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`There is no option ${option}`);
  });
});

test('what no filter names is refused in words, not shown', async () => {
  await expectRefused(await disputes(), ['dispute', 'list', '合同'], {
    code: 2,
    en: '“合同...” is one word too many. Text with spaces needs straight double quotes around it.',
    zh: '多出了“合同...”。内容里有空格的，请加英文双引号。',
  });
});
