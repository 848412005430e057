import { describe, expect, test } from 'vitest';
import { quotaRows, type QuotaQuestion } from '../../src/domain/quota.ts';
import type { Rules } from '../../src/domain/roster.ts';
import {
  aJudge,
  aRoster,
  aTown,
  aVisit,
  day,
  ledgerOf,
  quarter,
  serving,
  someRules,
} from '../support/builders.ts';

/** 太平镇 changes from an to bai in the quarter; chen has 大江镇 and helps at 太平镇; 新城镇 has nobody. */
function court(rules: Partial<Rules> = {}) {
  return aRoster({
    rules: [someRules(rules)],
    towns: [aTown('新城镇'), aTown('太平镇'), aTown('大江镇')],
    judges: [
      aJudge('bai', { assignments: [serving('太平镇', '2024-08-16')] }),
      aJudge('an', { assignments: [serving('太平镇', undefined, '2024-08-15')] }),
      aJudge('chen', { assignments: [serving('大江镇'), serving('太平镇', '2024-09-01')] }),
      aJudge('posted', { role: 'posted', assignments: [serving('大江镇')] }),
    ],
  });
}

const an = ledgerOf('an', aVisit({ date: '2024-07-01' }), aVisit({ date: '2024-09-01' }));
const bai = ledgerOf('bai', aVisit({ date: '2024-09-01' }), aVisit({ date: '2024-09-02' }));
const chen = ledgerOf('chen', aVisit({ date: '2024-09-03' }), aVisit({ date: '2024-09-04', town: '大江镇' }));

function rowsOf(over: Partial<QuotaQuestion> = {}) {
  return quotaRows({
    quarter: quarter('2024Q3'),
    asOf: day('2024-09-30'),
    roster: court(),
    ledgers: [an, bai, chen],
    ...over,
  });
}

describe('per town', () => {
  test('every town has a row in the roster’s order, with its judges in the order in which they served', () => {
    expect(rowsOf()).toMatchObject([
      { town: '新城镇', judges: [], done: 0, missing: 3, shared: false },
      { town: '太平镇', judges: ['an', 'bai', 'chen'], raw: 5, done: 4, missing: 0, shared: false },
      { town: '大江镇', judges: ['chen'], raw: 1, done: 1, missing: 2, shared: false },
    ]);
  });

  test('two judges who went together went once, and the first by id keeps it', () => {
    const [, row] = rowsOf();
    expect(row?.visits.map(({ day: on, judge }) => [on, judge])).toEqual([
      ['2024-07-01', 'an'],
      ['2024-09-01', 'an'],
      ['2024-09-02', 'bai'],
      ['2024-09-03', 'chen'],
    ]);
  });

  test('visits of a judge who does not have the town in the quarter are not counted', () => {
    const stranger = ledgerOf('chen', aVisit({ date: '2024-05-01' }));
    const second = { quarter: quarter('2024Q2'), asOf: day('2024-06-30') };
    expect(rowsOf({ ...second, ledgers: [stranger] })[1]).toMatchObject({
      town: '太平镇',
      judges: ['an'],
      raw: 0,
    });
  });

  test('a posted judge’s visits are not counted', () => {
    const posted = ledgerOf('posted', aVisit({ town: '大江镇' }));
    expect(rowsOf({ ledgers: [posted] })[2]).toMatchObject({ raw: 0 });
  });

  test('with one judge’s ledger alone, a town that had others is shared', () => {
    expect(rowsOf({ ledgers: [bai], judge: 'bai' })).toMatchObject([
      { town: '太平镇', raw: 2, shared: true },
    ]);
    expect(rowsOf({ ledgers: [chen], judge: 'chen' }).map(({ town, shared }) => [town, shared])).toEqual([
      ['太平镇', true],
      ['大江镇', false],
    ]);
  });

  test('a town with one judge is not shared, though that ledger is not here', () => {
    const rows = rowsOf({ ledgers: [an, bai] });
    expect(rows.map(({ town, shared }) => [town, shared])).toEqual([
      ['新城镇', false],
      ['太平镇', true],
      ['大江镇', false],
    ]);
  });

  test('with all of them it is not, and a judge nobody knows has no towns', () => {
    expect(rowsOf({ judge: 'bai' })).toMatchObject([{ town: '太平镇', raw: 5, shared: false }]);
    expect(rowsOf({ judge: 'nobody' })).toEqual([]);
  });
});

describe('per judge', () => {
  const perJudge = court({ quotaPer: 'judge' });

  test('every judge has a row over all towns of the quarter; going together counts for each', () => {
    expect(rowsOf({ roster: perJudge })).toMatchObject([
      { town: null, judges: ['bai'], raw: 2, done: 2, missing: 1 },
      { town: null, judges: ['an'], raw: 2, done: 2, missing: 1 },
      { town: null, judges: ['chen'], raw: 2, done: 2, missing: 1 },
    ]);
  });

  test('one judge alone has one row, which is never shared', () => {
    expect(rowsOf({ roster: perJudge, judge: 'chen', ledgers: [chen] })).toMatchObject([
      { town: null, judges: ['chen'], done: 2, shared: false },
    ]);
  });

  test('a visit to a town the judge does not have in the quarter is not counted', () => {
    const entries = [aVisit({ town: '大江镇' }), aVisit({ town: '太平镇', date: '2024-09-20' })];
    expect(rowsOf({ roster: perJudge, judge: 'bai', ledgers: [ledgerOf('bai', ...entries)] })).toMatchObject([
      { raw: 1 },
    ]);
  });
});
