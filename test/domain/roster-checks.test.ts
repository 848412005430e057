import { expect, test } from 'vitest';
import type { Roster } from '../../src/domain/roster.ts';
import { checkRoster } from '../../src/domain/roster-checks.ts';
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

const today = day('2024-09-18');
const people = {
  judges: [aJudge('li-min'), aJudge('chen-g', { role: 'posted' })],
  leaders: [aLeader('zhao')],
} as const;

function problems(over: Partial<Roster>) {
  return checkRoster(aRoster({ ...people, ...over }), today).map(({ severity, problem, where }) => ({
    severity,
    ...problem,
    ...where,
  }));
}

test('a roster that has everything has no findings', () => {
  expect(problems({})).toEqual([]);
});

test.each([
  ['two towns', { towns: [aTown('太平镇'), aTown('太平镇')] }, '太平镇'],
  ['the alias of another', { towns: [aTown('太平镇'), aTown('大江镇', { aliases: ['太平镇'] })] }, '太平镇'],
  ['a name that differs by a space only', { towns: [aTown('太平镇'), aTown('太平 镇')] }, '太平 镇'],
  [
    'two villages of a town',
    { towns: [aTown('太平镇', { villages: [aVillage('里村'), aVillage('外村', { aliases: ['里村'] })] })] },
    '里村',
  ],
])('a name twice, of %s, is an error', (_, over, name) => {
  expect(problems(over)).toContainEqual({ severity: 'error', code: 'roster-name-twice', name });
});

test('villages of different towns may share a name', () => {
  const towns = ['太平镇', '大江镇'].map((name) => aTown(name, { villages: [aVillage('新村')] }));
  expect(problems({ towns }).filter(({ code }) => code === 'roster-name-twice')).toEqual([]);
});

test('an id three times is named once, also among leaders', () => {
  const twice = { severity: 'error', code: 'roster-id-twice' };
  expect(problems({ judges: [...people.judges, aJudge('li-min'), aJudge('li-min')] })).toEqual([
    { ...twice, id: 'li-min' },
  ]);
  expect(problems({ leaders: [aLeader('zhao'), aLeader('zhao')] })).toEqual([{ ...twice, id: 'zhao' }]);
});

test('an assignment to an unknown town and one that ends before it begins are errors of that person', () => {
  const judges = [
    ...people.judges,
    aJudge('x', { assignments: [serving('太平真'), serving('不存在的地方')] }),
  ];
  const leaders = [
    ...people.leaders,
    aLeader('y', { assignments: [serving('太平镇', '2024-07-02', '2024-07-01')] }),
  ];
  expect(problems({ judges, leaders })).toEqual([
    { severity: 'error', code: 'roster-town-unknown', town: '太平真', nearest: '太平镇', judge: 'x' },
    { severity: 'error', code: 'roster-town-unknown', town: '不存在的地方', judge: 'x' },
    {
      severity: 'error',
      code: 'roster-period-reversed',
      from: '2024-07-02',
      to: '2024-07-01',
      judge: 'y',
    },
  ]);
});

test('an assignment of one day is sound', () => {
  const judges = [
    ...people.judges,
    aJudge('x', { assignments: [serving('太平镇', '2024-07-01', '2024-07-01')] }),
  ];
  expect(problems({ judges })).toEqual([]);
});

test.each([
  [[undefined, '2024Q3', '2025Q1'], []],
  [['2024Q3', '2024Q3'], ['2024Q3']],
  [['2025Q1', '2024Q3'], ['2024Q3']],
  [['2024Q3', undefined], ['']],
  [[undefined, undefined], ['']],
])('sets of rules from %j are out of order at %j', (dates, wrong) => {
  const rules = dates.map((from) => someRules(from === undefined ? {} : { from: quarter(from) }));
  expect(problems({ rules })).toEqual(
    wrong.map((at) => ({ severity: 'error', code: 'roster-rules-order', quarter: at })),
  );
});

test('what a town lacks of 一中心、一法官、一法庭、一联络员 is named part by part', () => {
  const bare = aTown('大江镇', { centre: undefined, circuitPoint: undefined, tribunal: '' });
  const found = problems({ towns: [aTown('太平镇'), bare] });
  expect(found.map((one) => [one.severity, one.code, 'lacks' in one ? one.lacks : ''])).toEqual(
    ['liaison', 'posted', 'leader', 'centre', 'circuitPoint', 'tribunal'].map((part) => [
      'warning',
      'roster-town-lacks',
      part,
    ]),
  );
});

test('who is not there today is lacking, on the last day not yet', () => {
  const judges = (to: string) => [
    aJudge('li-min', { assignments: [serving('太平镇', undefined, to)] }),
    aJudge('chen-g', { role: 'posted' }),
  ];
  expect(problems({ judges: judges('2024-09-18') })).toEqual([]);
  expect(problems({ judges: judges('2024-09-17') })).toEqual([
    { severity: 'warning', code: 'roster-town-lacks', town: '太平镇', lacks: 'liaison' },
  ]);
});
