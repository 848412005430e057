import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import { casesOf, uncounted, type Row } from '../../src/domain/cases.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { countable, figureIn, type CountedRow } from '../../src/domain/figures.ts';
import type { Figure, Measure } from '../../src/domain/kinds/figure.ts';
import { kindOf, type Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { periodOf, type Period } from '../../src/domain/quarter.ts';
import { anyDay } from '../support/arbitraries.ts';
import { day, quarter } from '../support/builders.ts';
import { anEntry } from '../support/sound-entries.ts';

const Q3 = periodOf(quarter('2024Q3'), () => 'calendar');

function counted(entries: readonly Entry[], judge = 'li-min'): readonly CountedRow[] {
  return entries.map((entry) => ({ judge: { id: judge }, entry, counted: true }));
}

/** A figure of a kind by its key, over a period. */
function figure(
  kind: Kind,
  key: string,
  rows: readonly CountedRow[],
  period: Period = Q3,
  among?: (row: CountedRow) => boolean,
): number | undefined {
  const wanted = kind.figures?.find((one) => one.key === key);
  if (!wanted) throw new Error(`${kind.id} has no figure ${key}`);
  return figureIn(countable(kind, rows), wanted, period, among);
}

function plain(measure: Measure): Figure {
  return { key: 'plain', group: { zh: '', en: '' }, label: { zh: '', en: '' }, unit: '件', measure };
}

const CASE_KINDS = KINDS.filter(({ span }) => span.type === 'case');

/** Entries of a kind of cases on any days, sound or not: closed before they opened, without a result, under few numbers. */
function anyEntries(kind: Kind): fc.Arbitrary<readonly Entry[]> {
  const { span } = kind;
  if (span.type === 'event') throw new Error(`${kind.id} has no cases`);
  const dayInYear = fc.integer({ min: 0, max: 500 }).map((days) => addDays(day('2024-01-01'), days));
  const maybe = fc.option(dayInYear, { nil: undefined });
  return fc.array(
    fc
      .record({
        opened: fc.tuple(...span.opened.map(() => maybe)),
        closed: maybe,
        outcome: fc.constantFrom('settled', 'stable', 'agreed', undefined),
        number: fc.constantFrom('（2024）粤5321民初1号', '（2024）粤5321民初2号', '（2024）粤5321民初3号'),
        opinion: fc.constantFrom('无', '建议增加巡回审判'),
      })
      .map(({ opened, closed, outcome, number, opinion }) =>
        anEntry(kind.id, {
          ...Object.fromEntries(span.opened.map((key, index) => [key, opened[index]])),
          [span.closed]: closed,
          ...(span.outcome === undefined ? {} : { [span.outcome]: outcome }),
          ...(kind.id === 'trial' ? { caseNumber: number } : {}),
          ...(kind.id === 'deputy' ? { opinion } : {}),
        }),
      ),
    { maxLength: 15 },
  );
}

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]) => ({
    from: addDays(day('2024-01-01'), from),
    to: addDays(day('2024-01-01'), from + length),
  }));

describe.each(CASE_KINDS)('the stock of $id, whatever its entries and the period', (kind) => {
  const four = (rows: readonly CountedRow[], period: Period): readonly number[] =>
    (['carried', 'opened', 'closed', 'open'] as const).map(
      (of) => figureIn(countable(kind, rows), plain({ of }), period) ?? NaN,
    );

  test('carried over and opened are closed and open', () => {
    fc.assert(
      fc.property(anyEntries(kind), anyPeriod, (entries, period) => {
        const [carried = NaN, opened = NaN, closed = NaN, open = NaN] = four(counted(entries), period);
        expect(carried + opened).toBe(closed + open);
      }),
    );
  });

  test('what is open at the end is carried into what follows', () => {
    fc.assert(
      fc.property(
        anyEntries(kind),
        anyPeriod,
        fc.integer({ min: 0, max: 120 }),
        (entries, period, length) => {
          const from = addDays(period.to, 1);
          const next = { from, to: addDays(from, length) };
          const [carried] = four(counted(entries), next);
          expect(carried).toBe(four(counted(entries), period)[3]);
        },
      ),
    );
  });

  test('two periods together have opened and closed what each has', () => {
    fc.assert(
      fc.property(
        anyEntries(kind),
        anyPeriod,
        fc.integer({ min: 0, max: 120 }),
        (entries, period, length) => {
          const next = { from: addDays(period.to, 1), to: addDays(period.to, 1 + length) };
          const rows = counted(entries);
          const [, opened, closed] = four(rows, { from: period.from, to: next.to });
          const [one, other] = [four(rows, period), four(rows, next)];
          expect([opened, closed]).toEqual([
            (one[1] ?? 0) + (other[1] ?? 0),
            (one[2] ?? 0) + (other[2] ?? 0),
          ]);
        },
      ),
    );
  });

  test('no order of rows changes anything', () => {
    fc.assert(
      fc.property(anyEntries(kind), anyPeriod, (entries, period) => {
        const rows = counted(entries);
        expect(four([...rows].reverse(), period)).toEqual(four(rows, period));
        expect(casesOf(kind, [...rows].reverse())).toHaveLength(casesOf<Row>(kind, rows).length);
      }),
    );
  });
});

describe('the figures of a quarter', () => {
  const trial = kindOf(KINDS, 'trial');
  const dispute = kindOf(KINDS, 'dispute');
  const settled = (closed: string, more = {}): Entry =>
    anEntry('dispute', { foundOn: '2024-05-01', outcome: 'settled', closedOn: closed, ...more });

  test('场次 counts hearings, 件 counts numbers', () => {
    const rows = counted([
      anEntry('trial', { heldOn: '2024-07-01', observers: 30 }),
      anEntry('trial', {
        heldOn: '2024-08-01',
        observers: 12,
        closure: 'mediated',
        closedOn: '2024-08-01',
        mediatedOnSite: true,
      }),
      anEntry('trial', { heldOn: '2024-06-30', caseNumber: '（2024）粤5321民初7号', observers: 99 }),
    ]);
    const keys = ['hearings', 'carried', 'opened', 'closed', 'mediatedOnSite', 'open', 'observers'];
    expect(keys.map((key) => figure(trial, key, rows))).toEqual([2, 1, 1, 1, 1, 1, 42]);
  });

  test('a row that does not count is not among the entries, and its case counts once', () => {
    const own = anEntry('trial', { observers: 30 });
    const told = anEntry('trial', { observers: 30, source: 'department' });
    const rows = [...counted([own]), ...counted([told], 'su-ting')];
    const twice = uncounted(trial, rows);
    const marked = rows.map((row) => ({ ...row, counted: !twice.has(row) }));
    expect(['hearings', 'opened', 'observers'].map((key) => figure(trial, key, marked))).toEqual([1, 1, 30]);
  });

  test('a case is of the town of its first hearing', () => {
    const rows = counted([
      anEntry('trial', { heldOn: '2024-07-01', town: '太平镇' }),
      anEntry('trial', { heldOn: '2024-08-01', town: '大江镇' }),
    ]);
    const inTown = (town: string) => (row: CountedRow) => row.entry.values['town'] === town;
    expect(figure(trial, 'opened', rows, Q3, inTown('太平镇'))).toBe(1);
    expect(figure(trial, 'opened', rows, Q3, inTown('大江镇'))).toBe(0);
    expect(figure(trial, 'hearings', rows, Q3, inTown('大江镇'))).toBe(1);
  });

  test('the rate is that of the closed ones, and none where none was closed', () => {
    const rows = counted([
      settled('2024-07-01'),
      settled('2024-09-30'),
      settled('2024-08-01', { outcome: 'transferred' }),
      settled('2024-08-01', { outcome: 'stable' }),
      settled('2024-10-01'),
    ]);
    expect(figure(dispute, 'settledRate', rows)).toBe(2 / 3);
    expect(
      figure(
        dispute,
        'settledRate',
        rows,
        periodOf(quarter('2024Q2'), () => 'calendar'),
      ),
    ).toBeUndefined();
  });

  test('contacts are distinct persons of a day', () => {
    const deputy = kindOf(KINDS, 'deputy');
    const rows = counted([
      anEntry('deputy', { metOn: '2024-07-03', name: '伍某' }),
      anEntry('deputy', { metOn: '2024-07-03', name: '伍某', opinion: '无' }),
      anEntry('deputy', { metOn: '2024-07-03', name: '区某', opinion: '无' }),
      anEntry('deputy', { metOn: '2024-07-04', name: '伍某', repliedOn: '2024-08-01' }),
    ]);
    const keys = ['contacts', 'opened', 'closed', 'open'];
    expect(keys.map((key) => figure(deputy, key, rows))).toEqual([3, 2, 1, 1]);
  });

  test('amounts of agreements add up to the fen', () => {
    const mediation = kindOf(KINDS, 'mediation');
    const agreed = (amount: string | undefined, result = 'agreed'): Entry =>
      anEntry('mediation', { amount, result, closedOn: '2024-07-20' });
    const rows = counted([agreed('0.10'), agreed('0.20'), agreed(undefined), agreed('99.00', 'failed')]);
    expect(figure(mediation, 'agreedAmount', rows)).toBe(0.3);
    expect(figure(mediation, 'agreedAmount', [])).toBe(0);
  });

  test('a mediation stands under its basis, before filing or after it', () => {
    const mediation = kindOf(KINDS, 'mediation');
    const rows = counted([
      anEntry('mediation', { basis: 'preFiling', procedure: undefined }),
      anEntry('mediation', { result: 'agreed', closedOn: '2024-07-20' }),
      anEntry('mediation', { result: 'failed', closedOn: '2024-07-20' }),
    ]);
    const keys = [
      'preFilingOpened',
      'preFilingOpen',
      'postFilingOpened',
      'postFilingClosed',
      'postFilingAgreed',
    ];
    expect(keys.map((key) => figure(mediation, key, rows))).toEqual([1, 1, 2, 2, 1]);
  });

  test('advice is no publicity, but whoever asked at either is counted', () => {
    const outreach = kindOf(KINDS, 'outreach');
    const rows = counted([
      anEntry('outreach', { form: 'market', attendance: 60, consultations: 12 }),
      anEntry('outreach', { form: 'advice', attendance: 20, consultations: 20 }),
      anEntry('outreach', { form: 'lecture', attendance: 100, heldOn: '2024-10-01' }),
    ]);
    expect(['events', 'attendance', 'consultations'].map((key) => figure(outreach, key, rows))).toEqual([
      1, 60, 32,
    ]);
  });
});

test('the sum of whole numbers is theirs, for any of them on any days', () => {
  const outreach = kindOf(KINDS, 'outreach');
  const entries = fc.array(
    fc.record({
      heldOn: anyDay,
      attendance: fc.option(fc.integer({ min: 0, max: 9_999_999 }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(entries, (all) => {
      const rows = counted(all.map((values) => anEntry('outreach', values)));
      const ever = { from: day('2000-01-01'), to: day('2100-12-31') };
      expect(figure(outreach, 'attendance', rows, ever)).toBe(
        all.reduce((sum, { attendance = 0 }) => sum + attendance, 0),
      );
    }),
  );
});
