import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agenda, clockOf, identityOf, type AgendaQuestion } from '../../src/domain/agenda.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { changedLedger } from '../support/arbitraries.ts';
import {
  aJudge,
  aLedger,
  aRoster,
  aTown,
  aVisit,
  day,
  ledgerOf,
  present,
  quarter,
  serving,
  someRules,
} from '../support/builders.ts';
import { SHIPPED } from '../support/holidays.ts';

const MARK = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: '2024-09-17T10:00:00+08:00' };

/** The agenda on a day, of 李敏 and a court with one town unless said. */
function agendaOf(today: string, over: Partial<Omit<AgendaQuestion, 'today'>> = {}) {
  return agenda({
    kinds: KINDS,
    roster: aRoster(),
    workdays: SHIPPED,
    days: 30,
    ledgers: [aLedger()],
    colleagues: [],
    ...over,
    today: day(today),
  });
}

/** Its items as `day clock judge what`. */
function linesOf(today: string, over: Partial<Omit<AgendaQuestion, 'today'>> = {}): readonly string[] {
  return agendaOf(today, over).items.map((item) =>
    [item.due, clockOf(item), ...identityOf(item).filter((part) => part !== clockOf(item))].join(' '),
  );
}

function anEntry(kind: string, id: string, values: Readonly<Record<string, FieldValue | undefined>>): Entry {
  return { id, kind, rev: 1, values: present(values) };
}

function aDispute(id: string, values: Readonly<Record<string, FieldValue | undefined>> = {}): Entry {
  const all = {
    foundOn: '2024-08-01',
    town: '太平镇',
    type: '邻里',
    summary: '巷道',
    dueOn: '2024-09-18',
    ...values,
  };
  return anEntry('dispute', id, all);
}

/** A ledger that handed in and met its quota, so that only its entries are on the agenda. */
function quiet(...entries: readonly Entry[]): Ledger {
  const met = ['2024-07-01', '2024-08-01', '2024-09-02'].map((date) => aVisit({ date, reportedOn: date }));
  return { ...aLedger({ entries: [...met, ...entries] }), submissions: [MARK] };
}

describe('entries', () => {
  const disputes = (...entries: readonly Entry[]) => ({ ledgers: [quiet(...entries)] });

  test.each([
    ['2024-08-18', 31, false, []],
    ['2024-08-19', 30, false, ['due-1']],
    ['2024-09-18', 0, false, ['due-1']],
    ['2024-09-19', -1, true, ['due-1']],
    ['2024-09-30', -12, true, ['due-1']],
  ])('on %s it is %i days to the due day', (today, daysLeft, overdue, ids) => {
    const { items } = agendaOf(today, disputes(aDispute('due-1')));
    const ofEntries = items.filter(({ about }) => about === 'entry');
    expect(ofEntries.flatMap((item) => (item.about === 'entry' ? [item.entry.id] : []))).toEqual(ids);
    for (const item of ofEntries) expect(item).toMatchObject({ daysLeft, overdue, judge: 'li-min' });
  });

  test.each([
    [0, ['2024-09-18']],
    [1, ['2024-09-18', '2024-09-19']],
    [366, ['2024-09-18', '2024-09-19', '2025-09-19']],
  ])('%i days ahead, the last one included', (days, dues) => {
    const entries = ['2024-09-18', '2024-09-19', '2025-09-19', '2025-09-20'].map((dueOn, at) =>
      aDispute(`due-${String(at)}`, { dueOn }),
    );
    const { items } = agendaOf('2024-09-18', { ...disputes(...entries), days });
    expect(items.filter(({ about }) => about === 'entry').map(({ due }) => due)).toEqual(dues);
  });

  test('what is done, was removed, or lies after today is not there', () => {
    const removed = { at: '2024-09-01T08:00:00+08:00', reason: '重复' };
    const entries = [
      aDispute('done', { outcome: 'settled', closedOn: '2024-09-17' }),
      { ...aDispute('removed'), removed },
      aDispute('later', { foundOn: '2024-09-19', dueOn: '2024-09-25' }),
    ];
    expect(linesOf('2024-09-18', disputes(...entries))).toEqual([]);
  });

  test('what was done after today is not done yet', () => {
    const entry = aDispute('closed-later', { outcome: 'settled', closedOn: '2024-09-19' });
    expect(linesOf('2024-09-18', disputes(entry))).toEqual(['2024-09-18 disputeDue li-min closed-later']);
    expect(linesOf('2024-09-19', disputes(entry))).toEqual([]);
  });

  test('from its day of warning on it is listed however far the last day is', () => {
    const review = anEntry('confirmation', 'review', {
      effectiveOn: '2024-08-01',
      town: '太平镇',
      appliedOn: '2024-08-02',
      acceptedOn: '2024-08-05',
      extendedTo: '2024-12-31',
    });
    const reviews = (today: string) => linesOf(today, { ...disputes(review), days: 3 });
    expect(reviews('2024-08-19').filter((line) => line.includes('reviewBy'))).toEqual([]);
    expect(reviews('2024-08-20').filter((line) => line.includes('reviewBy'))).toEqual([
      '2024-12-31 reviewBy li-min review',
    ]);
  });

  test('a visit is to be told of within the days that the rules of its quarter say', () => {
    const before = someRules({ reportWithinWorkdays: 1, from: quarter('2024Q1') });
    const roster = aRoster({
      rules: [before, someRules({ reportWithinWorkdays: 3, from: quarter('2024Q3') })],
    });
    const visits = ['2024-06-28', '2024-09-10'].map((date) => aVisit({ date }));
    const { items } = agendaOf('2024-09-18', { ...disputes(...visits), roster });
    expect(items.map(({ due }) => due)).toEqual(['2024-07-01', '2024-09-13']);
  });

  test('a due day that is no plain working day is said', () => {
    const { items } = agendaOf('2024-09-18', disputes(aDispute('sat', { dueOn: '2024-09-21' })));
    expect(items).toMatchObject([
      { due: '2024-09-21', unusual: { sort: 'weekend', workedUpTo: '2024-09-20' } },
    ]);
  });
});

describe('visits still missing', () => {
  const handedIn = (ledger: Ledger): Ledger => ({ ...ledger, submissions: [MARK] });
  const one = (...entries: readonly Entry[]) => ({ ledgers: [handedIn(aLedger({ entries }))] });

  test.each([
    ['2024-08-30', 0],
    ['2024-08-31', 1],
    ['2024-09-30', 1],
  ])('on %s the quarter’s last day is near enough: %i', (today, count) => {
    const { items } = agendaOf(today, one());
    expect(items.filter(({ about }) => about === 'quota')).toHaveLength(count);
  });

  test('say how many, are due on the last day of the quarter and never overdue', () => {
    const { items } = agendaOf('2024-09-18', one(aVisit({ date: '2024-09-02', reportedOn: '2024-09-02' })));
    expect(items).toMatchObject([
      { about: 'quota', due: '2024-09-30', overdue: false, row: { town: '太平镇', missing: 2 } },
    ]);
    const cut = aRoster({ rules: [someRules({ quarterBasis: 'cutoff20' })] });
    expect(agendaOf('2024-09-18', { ...one(), roster: cut }).items[0]).toMatchObject({
      about: 'quota',
      due: '2024-09-20',
    });
  });

  test('are gone once the quota is met, and not before', () => {
    expect(linesOf('2024-09-18', { ledgers: [quiet()] })).toEqual([]);
    expect(linesOf('2024-09-01', { ledgers: [quiet()] })).toEqual(['2024-09-30 quota li-min 2024Q3 太平镇']);
  });

  const shared: Roster = aRoster({
    towns: [aTown('太平镇'), aTown('大江镇')],
    judges: [
      aJudge('an', { assignments: [serving('太平镇', '2024-07-01', '2024-08-15')] }),
      aJudge('bai', { assignments: [serving('太平镇', '2024-08-16')] }),
      aJudge('chen', { assignments: [serving('大江镇')] }),
    ],
  });
  const visitOf = (judge: string, ...dates: readonly string[]) =>
    handedIn(ledgerOf(judge, ...dates.map((date) => aVisit({ date, reportedOn: date }))));

  test('of a town that is shared add up, and whoever serves it today is asked', () => {
    const ledgers = [visitOf('an', '2024-07-03'), visitOf('bai', '2024-09-03')];
    expect(linesOf('2024-09-18', { roster: shared, ledgers })).toEqual([
      '2024-09-30 quota bai 2024Q3 太平镇',
    ]);
    const { items } = agendaOf('2024-09-18', {
      roster: shared,
      ledgers: ledgers.slice(1),
      colleagues: ledgers.slice(0, 1),
    });
    expect(items).toMatchObject([{ judge: 'bai', row: { missing: 1, shared: false } }]);
  });

  test('the judge before is not asked, and the one after is told that visits may be elsewhere', () => {
    expect(linesOf('2024-09-18', { roster: shared, ledgers: [visitOf('an', '2024-07-03')] })).toEqual([]);
    const { items } = agendaOf('2024-09-18', { roster: shared, ledgers: [visitOf('bai')] });
    expect(items).toMatchObject([{ judge: 'bai', row: { missing: 3, shared: true } }]);
  });

  test('of a town that nobody serves any more the last judge is asked', () => {
    const gone = aRoster({
      judges: [aJudge('an', { assignments: [serving('太平镇', '2024-07-01', '2024-08-15')] })],
    });
    expect(linesOf('2024-09-18', { roster: gone, ledgers: [visitOf('an')] })).toEqual([
      '2024-09-30 quota an 2024Q3 太平镇',
    ]);
  });

  test('a town without any ledger is not reported, rather than short', () => {
    expect(linesOf('2024-09-18', { roster: shared, ledgers: [visitOf('bai', '2024-08-20')] })).toEqual([
      '2024-09-30 quota bai 2024Q3 太平镇',
    ]);
  });

  test('are counted by judge where the rules say so', () => {
    const roster = aRoster({ rules: [someRules({ quotaPer: 'judge' })] });
    expect(agendaOf('2024-09-18', { ...one(), roster }).items).toMatchObject([
      { about: 'quota', judge: 'li-min', row: { town: null } },
    ]);
  });
});

describe('the submission', () => {
  const submissions = (today: string, over: Partial<Omit<AgendaQuestion, 'today'>> = {}) =>
    agendaOf(today, over)
      .items.filter(({ about }) => about === 'submission')
      .map(({ due, daysLeft, overdue }) => [due, daysLeft, overdue]);

  test.each<readonly [string, readonly (readonly [string, number, boolean])[]]>([
    ['2024-08-20', []],
    ['2024-08-21', [['2024-09-20', 30, false]]],
    ['2024-09-20', [['2024-09-20', 0, false]]],
    ['2024-09-21', [['2024-09-20', -1, true]]],
    ['2024-09-30', [['2024-09-20', -10, true]]],
    ['2024-10-01', []],
  ])('on %s', (today, expected) => {
    expect(submissions(today)).toEqual(expected);
  });

  test('of the 20th stays overdue to the month’s end also where the court’s quarter ended on the 20th', () => {
    const roster = aRoster({ rules: [someRules({ quarterBasis: 'cutoff20' })] });
    expect(submissions('2024-09-25', { roster })).toEqual([['2024-09-20', -5, true]]);
    expect(submissions('2024-10-01', { roster })).toEqual([]);
  });

  test('was handed in: only that of the next quarters is to come', () => {
    const ledgers = [aLedger({ submissions: [MARK] })];
    expect(submissions('2024-09-18', { ledgers })).toEqual([]);
    expect(submissions('2024-09-18', { ledgers, days: 366 }).map(([due]) => due)).toEqual([
      '2024-12-20',
      '2025-03-20',
      '2025-06-20',
    ]);
  });

  test('is owed by whoever has a town in the quarter, and by nobody else', () => {
    const roster = aRoster({
      judges: [aJudge('li-min', { assignments: [serving('太平镇', '2024-10-01')] })],
    });
    expect(submissions('2024-09-18', { roster })).toEqual([]);
    expect(submissions('2024-12-01', { roster })).toEqual([['2024-12-20', 19, false]]);
    expect(submissions('2024-09-18', { ledgers: [ledgerOf('gone')] })).toEqual([]);
  });

  test('at the end of time there is no next one', () => {
    expect(submissions('9999-12-25', { days: 366 })).toEqual([['9999-12-20', -5, true]]);
  });
});

test('items are in the order of days, then judges, clocks and entries', () => {
  const roster = aRoster({ judges: [aJudge('an'), aJudge('bai')] });
  const ledger = (judge: string): Ledger => ({
    ...ledgerOf(
      judge,
      aVisit({ date: '2024-09-10' }, { id: `${judge}-v` }),
      aDispute(`${judge}-2`),
      aDispute(`${judge}-1`),
    ),
  });
  expect(linesOf('2024-09-18', { roster, ledgers: [ledger('bai'), ledger('an')] })).toEqual([
    '2024-09-18 disputeDue an an-1',
    '2024-09-18 disputeDue an an-2',
    '2024-09-18 visitReport an an-v',
    '2024-09-18 disputeDue bai bai-1',
    '2024-09-18 disputeDue bai bai-2',
    '2024-09-18 visitReport bai bai-v',
    '2024-09-20 submission an 2024Q3',
    '2024-09-20 submission bai 2024Q3',
    '2024-09-30 quota an 2024Q3 太平镇',
    '2024-09-30 quota bai 2024Q3 太平镇',
  ]);
});

describe('years whose holidays are not known', () => {
  const visits = ['2027-03-01', '2027-03-02', '2026-12-30'].map((date) => aVisit({ date }));

  test('are named once each, for what is listed', () => {
    const { findings } = agendaOf('2027-03-10', { ledgers: [quiet(...visits)] });
    expect(findings).toEqual([
      { severity: 'warning', problem: { code: 'holidays-unknown', year: '2027' }, where: {} },
    ]);
  });

  test('are not named where all days are of years that are', () => {
    expect(agendaOf('2024-09-18', { ledgers: [quiet(aVisit({ date: '2024-09-10' }))] }).findings).toEqual([]);
    // The visits of 2027 were not yet made, and the quarter’s end is too far.
    expect(agendaOf('2026-11-01', { ledgers: [quiet(...visits)] }).findings).toEqual([]);
  });
});

test('without any ledger it says so, rather than that nothing is to be done', () => {
  const { items, findings } = agendaOf('2024-09-18', { ledgers: [] });
  expect(items).toEqual([]);
  expect(findings.map(({ problem }) => problem.code)).toEqual(['no-ledgers']);
});

test('more days ahead only add, and no two items are about the same', () => {
  fc.assert(
    fc.property(changedLedger, fc.nat({ max: 366 }), fc.nat({ max: 366 }), (ledger, one, other) => {
      const [few, many] = one < other ? [one, other] : [other, one];
      const identities = (days: number) =>
        agendaOf('2024-09-18', { ledgers: [ledger], days }).items.map((item) => identityOf(item).join(' '));
      expect(identities(many)).toEqual(expect.arrayContaining([...identities(few)]));
      expect(new Set(identities(many)).size).toBe(identities(many).length);
    }),
  );
});
