import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basisOf,
  DEFAULT_RULES,
  judgesNamed,
  leadersOf,
  liaisonsIn,
  liaisonsOf,
  nearestTown,
  partOf,
  postedOf,
  rulesFor,
  serves,
  townNamed,
  townsOf,
  villageNamed,
  villagesOn,
} from '../../src/domain/roster.ts';
import { anyDay } from '../support/arbitraries.ts';
import {
  aJudge,
  aLeader,
  aRoster,
  aTown,
  aVillage,
  day,
  quarter,
  serving,
  someRules,
} from '../support/builders.ts';

const third = { from: day('2024-07-01'), to: day('2024-09-30') };

describe('the rules of a quarter', () => {
  const dated = aRoster({
    rules: [
      someRules({ from: quarter('2024Q3'), visitsPerQuarter: 3 }),
      someRules({ from: quarter('2025Q1'), visitsPerQuarter: 4, quarterBasis: 'cutoff20' }),
    ],
  });

  test.each([
    ['2024Q2', 3],
    ['2024Q3', 3],
    ['2024Q4', 3],
    ['2025Q1', 4],
    ['2031Q4', 4],
  ])('of %s ask for %i visits', (text, visits) => {
    expect(rulesFor(dated, quarter(text)).visitsPerQuarter).toBe(visits);
  });

  test('say where quarters end', () => {
    expect([quarter('2024Q4'), quarter('2025Q1')].map(basisOf(dated))).toEqual(['calendar', 'cutoff20']);
  });

  test('without a date hold always, and none are the defaults', () => {
    const always = aRoster({ rules: [someRules({ visitsPerQuarter: 5 })] });
    expect(rulesFor(always, quarter('2001Q1')).visitsPerQuarter).toBe(5);
    expect(rulesFor(aRoster(), quarter('2024Q3'))).toEqual(DEFAULT_RULES);
  });
});

describe('a town', () => {
  const roster = aRoster({
    towns: [
      aTown('太平镇', { aliases: ['太平', 'T1'] }),
      aTown('大江镇'),
      aTown('大江', { aliases: ['太平'] }),
    ],
  });

  test.each([
    ['太平镇', '太平镇'],
    ['太平', '太平镇'],
    [' 太 平\u3000镇 ', '太平镇'],
    ['Ｔ１', '太平镇'],
    ['大江', '大江'],
    ['太平村', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('called %j is %s', (name, found) => {
    expect(townNamed(roster, name)?.name).toBe(found);
  });

  test.each([
    ['太平真', '太平镇'],
    ['新城镇', undefined],
  ])('called %s was most likely %s', (name, meant) => {
    expect(nearestTown(roster, name)).toBe(meant);
  });

  test('has villages under their names and aliases, each town its own', () => {
    const [town, other] = [
      aTown('太平镇', { villages: [aVillage('禤村村', { aliases: ['禤村'] })] }),
      aTown('大江镇', { villages: [aVillage('禤村')] }),
    ];
    expect(villageNamed(town, '禤 村')?.name).toBe('禤村村');
    expect(villageNamed(other, '禤村')?.name).toBe('禤村');
    expect(villageNamed(other, '禤村村')).toBeUndefined();
  });

  test('has on a day the villages that are there, first and last day included', () => {
    const town = aTown('太平镇', {
      villages: [
        aVillage('旧村', { to: day('2024-07-31') }),
        aVillage('马山社区'),
        aVillage('新村', { from: day('2024-08-01') }),
      ],
    });
    expect(villagesOn(town, day('2024-07-31'))).toEqual(['旧村', '马山社区']);
    expect(villagesOn(town, day('2024-08-01'))).toEqual(['马山社区', '新村']);
  });
});

describe('people', () => {
  const roster = aRoster({
    towns: [aTown('太平镇'), aTown('大江镇')],
    judges: [
      aJudge('late', { assignments: [serving('太平镇', '2024-08-16')] }),
      aJudge('early', { assignments: [serving('太平镇', undefined, '2024-08-15')] }),
      aJudge('posted', { role: 'posted' }),
      aJudge('gone', { assignments: [serving('太平镇', '2024-01-01', '2024-06-30')] }),
      aJudge('next', { assignments: [serving('大江镇', '2024-10-01')] }),
      aJudge('both', { name: '张 三', assignments: [serving('大江镇'), serving('太平镇', '2024-09-30')] }),
    ],
    leaders: [
      aLeader('zhao', { assignments: [serving('太平镇', '2024-07-01', '2024-07-31')] }),
      aLeader('qian', { assignments: [serving('大江镇')] }),
    ],
  });

  test('the liaison judges of a town stand in the order in which they served', () => {
    expect(liaisonsOf(roster, '太平镇', third).map(({ person }) => person.id)).toEqual([
      'early',
      'late',
      'both',
    ]);
    expect(liaisonsOf(roster, '大江镇', third).map(({ person }) => person.id)).toEqual(['both']);
    expect(liaisonsOf(roster, '外地镇', third)).toEqual([]);
  });

  test('posted judges and leaders are not liaison judges', () => {
    expect(postedOf(roster, '太平镇', third).map(({ person }) => person.id)).toEqual(['posted']);
    expect(leadersOf(roster, '太平镇', third).map(({ person }) => person.id)).toEqual(['zhao']);
    expect(leadersOf(roster, '太平镇', { from: day('2024-08-01'), to: day('2024-09-30') })).toEqual([]);
  });

  test('who owes a ledger is a liaison judge with a town in the period', () => {
    expect(liaisonsIn(roster, third).map(({ id }) => id)).toEqual(['late', 'early', 'both']);
  });

  test('the towns of a judge stand in the order of the roster', () => {
    const [both] = judgesNamed(roster, 'both');
    if (!both) throw new Error('no judge');
    expect(townsOf(roster, both, third)).toEqual(['太平镇', '大江镇']);
    expect(townsOf(roster, both, { from: day('2024-04-01'), to: day('2024-06-30') })).toEqual(['大江镇']);
    expect(['2024-09-29', '2024-09-30'].map((text) => serves(both, '太平镇', day(text)))).toEqual([
      false,
      true,
    ]);
  });

  test('a judge is known by id or by name, and two of one name are both found', () => {
    const twins = aRoster({ judges: [aJudge('a', { name: '陈明' }), aJudge('b', { name: '陈明' })] });
    expect(judgesNamed(roster, '张三').map(({ id }) => id)).toEqual(['both']);
    expect(judgesNamed(twins, '陈明').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(judgesNamed(twins, 'b').map(({ id }) => id)).toEqual(['b']);
    expect(judgesNamed(twins, 'c')).toEqual([]);
  });

  test.each([
    [undefined, undefined, undefined, undefined],
    ['2024-07-01', '2024-09-30', undefined, undefined],
    ['2024-07-02', '2024-09-29', '2024-07-02', '2024-09-29'],
    ['2024-09-30', '2024-12-31', '2024-09-30', undefined],
    ['2024-01-01', '2024-07-01', undefined, '2024-07-01'],
  ])('service from %s to %s cuts the quarter at %s and %s', (from, to, first, last) => {
    expect(partOf(serving('太平镇', from, to), third)).toEqual({
      from: first,
      to: last,
    });
  });

  test('who serves on a day serves in every period that has the day', () => {
    fc.assert(
      fc.property(fc.option(anyDay), fc.option(anyDay), anyDay, (from, to, date) => {
        const judge = aJudge('one', { assignments: [{ town: '太平镇', from, to }] });
        const found = liaisonsOf(aRoster({ judges: [judge] }), '太平镇', { from: date, to: date });
        expect(found.length > 0).toBe(serves(judge, '太平镇', date));
        expect(serves(judge, '太平镇', date)).toBe((from ?? '') <= date && date <= (to ?? '9'));
      }),
    );
  });
});
