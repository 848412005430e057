import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import { quotaRows, type QuotaRow } from '../../src/domain/quota.ts';
import type { Rules } from '../../src/domain/roster.ts';
import { anyCounting, nearLedgers, nearRoster, nearVisit } from '../support/arbitraries.ts';
import { day, quarter } from '../support/builders.ts';

const asOfs = fc.constantFrom(
  '2024-06-30',
  '2024-07-01',
  '2024-08-15',
  '2024-09-20',
  '2024-09-30',
  '2024-12-31',
);

function rowsOf(ledgers: readonly Ledger[], rules: Partial<Rules>, asOf: string): readonly QuotaRow[] {
  return quotaRows({ quarter: quarter('2024Q3'), asOf: day(asOf), roster: nearRoster(rules), ledgers });
}

function numbers(rows: readonly QuotaRow[]) {
  return rows.map(({ done, raw, missing, met, talks }) => ({ done, raw, missing, met, talks }));
}

test('done is never more than raw, missing never less than 0, and met just where nothing is missing', () => {
  fc.assert(
    fc.property(nearLedgers, anyCounting, asOfs, (ledgers, rules, asOf) => {
      for (const row of rowsOf(ledgers, rules, asOf)) {
        expect(row.done).toBeLessThanOrEqual(row.raw);
        expect(row.inVillages).toBeLessThanOrEqual(row.done);
        expect(row.missing).toBeGreaterThanOrEqual(Math.max(0, row.required - row.done));
        expect(row.met).toBe(row.missing === 0);
        expect(row.visits).toHaveLength(row.done);
        expect(row.daysLeft).toBeGreaterThanOrEqual(0);
        if (rules.visitScope === 'any') expect(row.missing).toBe(Math.max(0, row.required - row.done));
        if (!rules.countDistinct) expect(row.done).toBe(row.raw);
      }
    }),
  );
});

test('a visit written twice changes raw and not done', () => {
  fc.assert(
    fc.property(nearLedgers, fc.nat(), anyCounting, (ledgers, at, rules) => {
      const distinct = { ...rules, countDistinct: true };
      const before = rowsOf(ledgers, distinct, '2024-09-30');
      const counted = before.flatMap(({ visits }) => visits);
      fc.pre(counted.length > 0);
      const twice = counted[at % counted.length];
      const doubled = ledgers.map((ledger) =>
        ledger.judge.id === twice?.judge
          ? { ...ledger, entries: [...ledger.entries, { ...twice.entry, id: 'zz-again' }] }
          : ledger,
      );
      const after = rowsOf(doubled, distinct, '2024-09-30');
      expect(after.map(({ done }) => done)).toEqual(before.map(({ done }) => done));
      expect(sum(after) - sum(before)).toBe(1);
    }),
  );
});

function sum(rows: readonly QuotaRow[]): number {
  return rows.reduce((total, { raw }) => total + raw, 0);
}

test('visits that a department told, and removed ones, never change a number', () => {
  fc.assert(
    fc.property(nearLedgers, fc.array(nearVisit), anyCounting, (ledgers, extra, rules) => {
      const ignored = extra.map((entry, index) =>
        index % 2 === 0
          ? { ...entry, values: { ...entry.values, source: 'department' } }
          : { ...entry, removed: { at: '2024-09-01T08:00:00+08:00', reason: '误记' } },
      );
      const more = ledgers.map((ledger) => ({ ...ledger, entries: [...ledger.entries, ...ignored] }));
      expect(numbers(rowsOf(more, rules, '2024-09-30'))).toEqual(
        numbers(rowsOf(ledgers, rules, '2024-09-30')),
      );
    }),
  );
});

test('one more visit never makes less of anything done, nor more of what is missing from the number', () => {
  fc.assert(
    fc.property(nearLedgers, nearVisit, anyCounting, (ledgers, entry, rules) => {
      const asked = { ...rules, visitScope: 'any' } as const;
      const more = ledgers.map((ledger) => ({ ...ledger, entries: [...ledger.entries, entry] }));
      const [before, after] = [ledgers, more].map((ones) => rowsOf(ones, asked, '2024-09-30'));
      before?.forEach((row, index) => {
        expect(after?.[index]?.done).toBeGreaterThanOrEqual(row.done);
        expect(after?.[index]?.missing).toBeLessThanOrEqual(row.missing);
      });
    }),
  );
});

test('no order of ledgers or entries changes a row', () => {
  fc.assert(
    fc.property(nearLedgers, anyCounting, asOfs, (ledgers, rules, asOf) => {
      const reversed = ledgers
        .map((ledger) => ({ ...ledger, entries: [...ledger.entries].reverse() }))
        .reverse();
      expect(rowsOf(reversed, rules, asOf)).toEqual(rowsOf(ledgers, rules, asOf));
    }),
  );
});
