import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { anEntry } from '../support/sound-entries.ts';
import { expectRefused, inside, LEDGER, smallWorkspace } from './workspaces.ts';

/** One entry of each kind, all about one quarrel over drainage, and some that are not. */
function ledger(): Promise<Sandbox> {
  const all = KINDS.map(({ id }) => ({
    id: `${id}-one`,
    kind: id,
    ...anEntry(id).values,
    note: '与排水有关',
  }));
  return smallWorkspace([
    ...all,
    { id: 'visit-gone', kind: 'visit', ...anEntry('visit').values, removed: { at: AT, reason: '重复' } },
    { id: 'visit-late', kind: 'visit', ...anEntry('visit', { date: '2024-09-02', town: '大江镇' }).values },
    { id: 'dispute-old', kind: 'dispute', ...anEntry('dispute', { foundOn: '2024-02-01' }).values },
    { id: 'visit-else', kind: 'visit', ...anEntry('visit', { findings: 'ＷＴＯ与 iPhone 售后' }).values },
  ]);
}

const AT = '2024-07-05T08:40:00+08:00';

async function idsOf(argv: readonly string[]): Promise<readonly unknown[]> {
  const ran = await (await ledger()).run(['search', ...argv, '--json', '--lang', 'zh']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const entries = inside(ran.json(), 'entries');
  return Array.isArray(entries) ? entries.map((one) => inside(one, 'entry', 'id')) : [];
}

describe('as text', () => {
  test('every kind by day, with its headline and the fields that say it', async () => {
    const ran = await (await ledger()).run(['search', '排水', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(
      [
        '台账            日期        编号              事项                                     见于',
        '--------------  ----------  ----------------  ---------------------------------------  ----------------------------',
        '矛盾纠纷        2024-02-01  dispute-old       排查太平镇邻里纠纷                       简要案情',
        '司法确认        2024-07-03  confirmation-one  太平镇合同纠纷司法确认                   备注',
        '代表委员        2024-07-03  deputy-one        联系太平镇人大代表                       备注',
        '矛盾纠纷        2024-07-03  dispute-one       排查太平镇邻里纠纷                       简要案情、备注',
        '指导调解        2024-07-03  guidance-one      综治中心申请太平镇山林土地指导调解       备注',
        '联系事项        2024-07-03  matter-one        镇转法院太平镇联系事项                   备注',
        '委派委托调解    2024-07-03  mediation-one     太平镇立案后委托调解：租赁合同纠纷       备注',
        '普法咨询        2024-07-03  outreach-one      在太平镇开展圩日（集市）宣传             备注',
        '网上立案及其他  2024-07-03  service-one       在太平镇指引网上立案                     备注',
        '巡回审判        2024-07-03  trial-one         在太平镇巡回审理（2024）粤5321民初123号  备注',
        '走访座谈        2024-07-03  visit-one         走访太平镇                               社情民意及矛盾纠纷情况、备注',
        '走访座谈        2024-09-02  visit-late        走访大江镇                               社情民意及矛盾纠纷情况',
        '共12条',
        '',
      ].join('\n'),
    );
  });

  test('in English, and cut where a limit says so', async () => {
    const ran = await (await ledger()).run(['search', '排水', '--limit', '2']);
    expect(ran.stdout).toBe(
      [
        'ledger                  date        id                entry                          found in',
        '----------------------  ----------  ----------------  -----------------------------  --------',
        'disputes                2024-02-01  dispute-old       dispute in 太平镇 neighbours   summary',
        'judicial confirmations  2024-07-03  confirmation-one  太平镇 contracts confirmation  note',
        '2 of 12 entries',
        '',
      ].join('\n'),
    );
  });

  test('over several ledgers it says whose', async () => {
    const box = await ledger();
    const own = await box.read(LEDGER);
    await box.write(
      'ledgers/luo-fang.json',
      own.replace('"id":"li-min","name":"李敏"', '"id":"luo-fang","name":"罗芳"'),
    );
    const ran = await box.run(['search', '售后', '--lang', 'zh']);
    expect(ran.stdout).toMatch(/visit-else {2}li-min .*\n.*visit-else {2}luo-fang /u);
    const one = await box.run(['search', '售后', '--judge', 'li-min', '--lang', 'zh']);
    expect(one.stdout).toMatch(/\n共1条\n$/u);
  });

  test.each([
    ['en', 'No entry fits.\n'],
    ['zh', '没有符合条件的登记。\n'],
  ])('nothing found is said (%s)', async (language, stdout) => {
    const ran = await (await ledger()).run(['search', '天文', '--lang', language]);
    expect(ran).toMatchObject({ code: 0, stdout });
  });
});

describe('what is found', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['a label as people read it, not the id', ['圩日（集市）'], ['outreach-one']],
    ['no id of a choice', ['market'], []],
    ['a number in any brackets’ width', ['５３２１民初１２３'], ['trial-one']],
    ['in any case and width', ['wto', 'IPHONE'], ['visit-else']],
    ['all of several words, in whatever fields', ['人大代表', '有关'], ['deputy-one']],
    ['a phrase in quotes', ['与 iphone'], ['visit-else']],
    ['of a quarter: what it opened, closed or left open', ['排水', '--quarter', '2024Q1'], ['dispute-old']],
    [
      'of a town by its alias, and of a number at most',
      ['排水', '--town', '太平', '--limit', '1'],
      ['dispute-old'],
    ],
    ['of another town', ['排水', '--town', '大江镇'], ['visit-late']],
  ])('%s', async (_name, argv, ids) => {
    expect(await idsOf(argv)).toEqual(ids);
  });

  test('a quarter shows what was waiting to be applied for in it', async () => {
    expect(await idsOf(['排水', '--quarter', '2024Q3'])).toContain('confirmation-one');
    expect(await idsOf(['排水', '--quarter', '2024Q2'])).not.toContain('confirmation-one');
  });

  test('each entry as it stands in its file, with its judge', async () => {
    const box = await ledger();
    const ran = await box.run(['search', '售后', '--json']);
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      entries: [
        {
          judge: 'li-min',
          entry: {
            id: 'visit-else',
            kind: 'visit',
            rev: 1,
            ...anEntry('visit').values,
            findings: 'ＷＴＯ与 iPhone 售后',
          },
        },
      ],
    });
  });
});

test('one ledger of several that cannot be read is named, and the others are searched', async () => {
  const box = await ledger();
  await box.write('ledgers/luo-fang.json', '');
  const ran = await box.run(['search', '售后', '--lang', 'zh']);
  expect(ran.code).toBe(7);
  expect(ran.stdout).toContain('visit-else');
  expect(ran.stderr).toMatch(/^错误：ledgers\/luo-fang\.json：文件是空的。/u);
});

describe('is refused', () => {
  test.each([
    [
      'without a text',
      ['search'],
      'TEXT is missing. Usage: ledger search TEXT.',
      '缺少文字。用法：ledger search 文字。',
    ],
    [
      'with an empty one',
      ['search', ' '],
      'TEXT is missing. Usage: ledger search TEXT.',
      '缺少文字。用法：ledger search 文字。',
    ],
    [
      'in a town that is none',
      ['search', '排水', '--town', '太乎镇'],
      '--town: The roster has no “太乎镇”. Its towns are: 大江镇, 太平镇. Did you mean “太平镇”?',
      '--town：挂点名册里没有“太乎镇”。名册中有：大江镇、太平镇。是不是“太平镇”？',
    ],
    [
      'with a limit that is no number',
      ['search', '排水', '--limit', '0'],
      '--limit: “0” is not a whole number above 0. For example 20.',
      '--limit：“0”不是正整数。例如 20。',
    ],
  ])('%s', async (_name, argv, en, zh) => {
    await expectRefused(await ledger(), argv, { code: 2, en, zh });
  });
});
