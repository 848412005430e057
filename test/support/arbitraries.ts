import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import {
  addEntries,
  addEntry,
  editEntry,
  emptyLedger,
  removeEntry,
  restoreEntry,
  type Ledger,
} from '../../src/domain/ledger.ts';
import type { BasisOf, Quarter } from '../../src/domain/quarter.ts';
import type { Roster } from '../../src/domain/roster.ts';
import {
  aJudge,
  aRoster,
  aTown,
  aVillage,
  aVisit,
  day,
  ledgerOf,
  quarter,
  serving,
  someRules,
} from './builders.ts';

const FIRST = Date.UTC(2000, 0, 1) / 86_400_000;

/** Any day from 2000 to 2099. */
export const anyDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => day(new Date((FIRST + days) * 86_400_000).toISOString().slice(0, 10)));

/** Any quarter from 2001 to 2099, so that there is one before and one after. */
export const anyQuarter: fc.Arbitrary<Quarter> = fc
  .tuple(fc.integer({ min: 2001, max: 2099 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => quarter(`${String(year)}Q${String(number)}`));

/** A court that changes its basis at some quarters, near one another or years apart. */
export const anyBasis: fc.Arbitrary<BasisOf> = fc
  .record({
    first: fc.constantFrom('calendar', 'cutoff20'),
    changes: fc.uniqueArray(anyQuarter, { maxLength: 12 }),
  })
  .map(({ first, changes }) => (asked) => {
    const isChanged = changes.filter((change) => change <= asked).length % 2 === 1;
    const second = first === 'calendar' ? 'cutoff20' : 'calendar';
    return isChanged ? second : first;
  });

/** Text as nobody should type it and somebody will; never empty. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '"},{"',
    '\\u0000',
    '\u0000',
    '\ud800',
    '\u202e反',
    '\ufeff',
    '神',
    '{走访.日期}',
    '_x0041_',
    '__proto__',
    '第一行\n第二行\r\n',
    ' ',
    '𠮷'.repeat(2500),
  ),
);

const optionalText = fc.option(hostileText, { nil: undefined });

/** A visit with hostile text in all its texts. */
export const hostileVisit: fc.Arbitrary<Entry> = fc
  .record({
    date: anyDay,
    village: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: undefined }),
    form: fc.constantFrom('visit', 'talk', 'other'),
    met: optionalText,
    findings: hostileText,
    leaderOpinion: optionalText,
    reportedOn: fc.option(anyDay, { nil: undefined }),
    source: fc.constantFrom(undefined, 'own', 'department'),
    sourceDepartment: optionalText,
    note: optionalText,
  })
  .map((values) => aVisit(values));

const PLACES: readonly { readonly town: string; readonly village: string | undefined }[] = [
  { town: '太平镇', village: '马山社区' },
  { town: '太平', village: '马山' },
  { town: '太平镇', village: undefined },
  { town: '大江镇', village: '里洞村' },
  { town: '大江镇', village: '没有的村' },
  { town: '外地镇', village: undefined },
];

/** A visit in or next to 2024Q3, to one of few days and places, so that many coincide. */
export const nearVisit: fc.Arbitrary<Entry> = fc
  .record({
    date: fc.constantFrom('2024-06-30', '2024-07-01', '2024-07-02', '2024-08-15', '2024-09-30', '2024-10-01'),
    place: fc.constantFrom(...PLACES),
    form: fc.constantFrom('visit', 'visit', 'talk', 'other'),
    source: fc.constantFrom(undefined, 'own', 'department'),
    removed: fc.constantFrom(undefined, undefined, { at: '2024-09-01T08:00:00+08:00', reason: '重复' }),
  })
  .map(({ place, removed, ...values }) => aVisit({ ...values, ...place }, { removed }));

/** The court that `nearVisit` visits: two towns, three liaison judges, one of them in the middle of the quarter. */
export function nearRoster(over: Partial<Parameters<typeof someRules>[0]> = {}): Roster {
  return aRoster({
    rules: [someRules(over)],
    towns: [
      aTown('太平镇', { aliases: ['太平'], villages: [aVillage('马山社区', { aliases: ['马山'] })] }),
      aTown('大江镇', { villages: [aVillage('里洞村')] }),
    ],
    judges: [
      aJudge('an'),
      aJudge('bai', { assignments: [serving('大江镇', '2024-08-01')] }),
      aJudge('chen', { assignments: [serving('太平镇', '2024-07-01', '2024-07-31'), serving('大江镇')] }),
    ],
  });
}

/** Ledgers of some of the judges of that court, and sometimes of one who isn't there. */
export const nearLedgers: fc.Arbitrary<readonly Ledger[]> = fc
  .uniqueArray(fc.constantFrom('an', 'bai', 'chen', 'gone'), { maxLength: 4 })
  .chain((judges) =>
    fc.tuple(
      ...judges.map((judge) =>
        fc.array(nearVisit, { maxLength: 12 }).map((entries) => ledgerOf(judge, ...entries)),
      ),
    ),
  );

/** Any answer a court may give to what the rules leave open about counting. */
export const anyCounting = fc.record({
  visitsPerQuarter: fc.integer({ min: 0, max: 5 }),
  visitForms: fc.subarray(['visit', 'talk', 'other']),
  visitScope: fc.constantFrom('any', 'townAndVillage'),
  countDistinct: fc.boolean(),
  quotaPer: fc.constantFrom('town', 'judge'),
  quarterBasis: fc.constantFrom('calendar', 'cutoff20'),
});

const AT = '2024-07-03T10:21:05+08:00';

export type Step = (ledger: Ledger) => Ledger;

/** One change of one of the entries a ledger has by then, or an import of several; none where the change would be none. */
export const anyStep: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom('add', 'import', 'edit', 'remove', 'restore'), fc.nat(), hostileVisit, hostileText)
  .map(([op, at, { id, values }, reason]) => (ledger) => {
    const entry = ledger.entries[at % Math.max(ledger.entries.length, 1)];
    // The same step may be run on several ledgers, and twice on one.
    const fresh = `${id}-${String(ledger.seq)}`;
    if (op === 'import')
      return addEntries(
        ledger,
        [1, 2, 3].map((row) => ({ id: `${fresh}-${String(row)}`, kind: visit.id, values })),
        { at: AT },
      );
    if (op === 'add' || !entry) return addEntry(ledger, visit, fresh, values, { at: AT });
    if (op === 'edit') return editEntry(ledger, visit, entry.id, values, { at: AT, reason });
    if (op === 'remove' && !entry.removed) return removeEntry(ledger, entry.id, { at: AT, reason });
    return op === 'restore' && entry.removed ? restoreEntry(ledger, entry.id, { at: AT }) : ledger;
  });

/** A ledger that the tool kept: made by any changes in any order, with hostile text. */
export const changedLedger: fc.Arbitrary<Ledger> = fc
  .tuple(
    fc.array(anyStep, { maxLength: 12 }),
    fc.option(fc.constant('0'.repeat(64)), { nil: undefined }),
    fc.array(fc.constant({ quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: AT }), {
      maxLength: 2,
    }),
  )
  .map(([steps, prev, submissions]) => {
    const empty = emptyLedger('新兴县人民法院', { id: 'li-min', name: '李敏' }, 'ledger-1');
    return { ...steps.reduce((ledger, step) => step(ledger), empty), prev, submissions };
  });
