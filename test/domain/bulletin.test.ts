import { describe, expect, test } from 'vitest';
import { bulletinOf, type Bulletin } from '../../src/domain/bulletin.ts';
import { consolidate } from '../../src/domain/consolidation.ts';
import { handedInOf } from '../../src/domain/handed-in.ts';
import type { StatusRow, SubmissionState } from '../../src/domain/receiving/status.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { summarize } from '../../src/domain/summary.ts';
import { workdaysFrom } from '../../src/domain/workdays.ts';
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
import { anEntry } from '../support/entries.ts';

const towns = [aTown('太平镇'), aTown('大江镇'), aTown('簕竹镇')];
const judges = [
  aJudge('an', { assignments: [serving('太平镇')] }),
  aJudge('bai', { assignments: [serving('大江镇')] }),
  aJudge('cai', { assignments: [serving('簕竹镇')] }),
];
const roster = aRoster({ rules: [someRules({ visitsPerQuarter: 2 })], towns, judges });

const AN = ledgerOf(
  'an',
  aVisit({ date: '2024-07-03' }),
  aVisit({ date: '2024-08-03' }),
  aVisit({ date: '2024-05-03' }),
  anEntry('dispute', { foundOn: '2024-08-01', town: '太平镇' }),
);
const BAI = ledgerOf('bai', aVisit({ date: '2024-07-05', town: '大江镇' }));

function bulletin(ledgers: readonly Ledger[] = [AN, BAI], asOf = '2024-09-30', court = roster): Bulletin {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  const consolidation = consolidate({
    quarter: quarter('2024Q3'),
    asOf: day(asOf),
    roster: court,
    kinds: KINDS,
    ledgers: read,
  });
  const summary = summarize(consolidation, court, KINDS);
  return bulletinOf({
    consolidation,
    summary,
    status: [],
    roster: court,
    kinds: KINDS,
    workdays: workdaysFrom([]),
  });
}

function numbers({ groups }: Bulletin, name: string): readonly object[] {
  return groups
    .filter((group) => group.name.zh === name)
    .flatMap(({ figures }) =>
      figures.map(({ label, now, lastQuarter, lastYear }) => ({ [label.zh]: now, lastQuarter, lastYear })),
    );
}

describe('the figures of a quarter', () => {
  test('stand beside those of the quarter before and of last year', () => {
    expect(numbers(bulletin(), '走访座谈')).toEqual([
      { 走访: 3, lastQuarter: 1, lastYear: 0 },
      { '其中到村（社区）': 3, lastQuarter: 1, lastYear: 0 },
      { 座谈: 0, lastQuarter: 0, lastYear: 0 },
    ]);
    expect(numbers(bulletin(), '矛盾纠纷')).toContainEqual({ 新收: 1, lastQuarter: 0, lastYear: 0 });
  });

  test('have nothing to be compared with before the programme', () => {
    const since = judges.map((judge) => ({
      ...judge,
      assignments: judge.assignments.map(({ town }) => serving(town, '2024-07-01')),
    }));
    const first = bulletin([BAI], '2024-09-30', aRoster({ towns, judges: since }));
    expect(first.compared).toEqual({ lastQuarter: false, lastYear: false });
    expect(numbers(first, '走访座谈')[0]).toEqual({ 走访: 1, lastQuarter: undefined, lastYear: undefined });
  });

  test('are those of both tables by towns, each once', () => {
    const figures = bulletin().groups.flatMap((group) => group.figures);
    const inTables = KINDS.flatMap((kind) => kind.figures ?? []).filter(({ table }) => table !== undefined);
    // The three of the visits are counted by the quota.
    expect(figures.length).toBe(inTables.length + 3);
  });

  test('of cases and what comes first are set against those before', () => {
    const leading = (name: string) =>
      bulletin()
        .groups.filter((group) => group.name.zh === name)
        .flatMap(({ figures }) => figures.filter(({ isLeading }) => isLeading).map(({ label }) => label.zh));
    expect(leading('矛盾纠纷')).toEqual(['新收', '办结']);
    expect(leading('法治宣传')).toEqual(['场次']);
    expect(leading('走访座谈')).toEqual(['走访', '座谈']);
  });
});

describe('visits against the quota', () => {
  test('who is short is named once the quarter is over; who reported nothing is not', () => {
    expect(bulletin().quota).toEqual({
      counts: 'town',
      required: 2,
      all: 3,
      met: 1,
      short: [{ name: '大江镇', done: 1, required: 2 }],
      unreported: ['簕竹镇'],
    });
  });

  test('nobody is short before', () => {
    const running = bulletin([AN, BAI], '2024-09-29');
    expect(running.runsOn).toBe(true);
    expect(running.quota).toMatchObject({ met: 1, short: [], unreported: ['簕竹镇'] });
  });

  test('by judge, where the court counts so', () => {
    const court = aRoster({ rules: [someRules({ visitsPerQuarter: 2, quotaPer: 'judge' })], towns, judges });
    expect(bulletin([AN, BAI], '2024-09-30', court).quota).toMatchObject({
      counts: 'judge',
      short: [{ name: 'bai', done: 1 }],
      unreported: ['cai'],
    });
  });
});

describe('who handed in', () => {
  const row = (name: string, state: SubmissionState, daysLate = 0): StatusRow => ({
    judge: { id: name, name },
    towns: [],
    state,
    daysLate,
  });

  test('by where each judge stands; late is who came late, not who did not come', () => {
    const rows = [
      ...[row('an', 'submitted'), row('bai', 'submitted', 2), row('cai', 'missing', 9)],
      ...[row('du', 'draft', 9), row('e', 'returned', 1), row('fu', 'conflict')],
    ];
    expect(handedInOf(rows)).toEqual({
      owing: 6,
      submitted: 2,
      drafts: ['du'],
      missing: ['cai'],
      returned: ['e'],
      conflict: ['fu'],
      late: ['bai'],
    });
  });

  test('where nothing came as such, nobody was late', () => {
    expect(handedInOf([row('an', 'draft', 9)]).late).toBeUndefined();
  });
});

test('a town says who serves it, and that nobody reported for it', () => {
  expect(bulletin().towns.map(({ town, liaisons, unreported }) => [town, liaisons, unreported])).toEqual([
    ['太平镇', ['an'], false],
    ['大江镇', ['bai'], false],
    ['簕竹镇', ['cai'], true],
  ]);
  expect(bulletin().unreportedTowns).toEqual(['簕竹镇']);
});

test('is the same whatever order the ledgers were read in', () => {
  expect(bulletin([BAI, AN])).toEqual(bulletin([AN, BAI]));
});
