import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consolidate, type Consolidation } from '../../src/domain/consolidation.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Rules } from '../../src/domain/roster.ts';
import { anyCounting, nearLedgers, nearRoster } from '../support/arbitraries.ts';
import { day, quarter } from '../support/builders.ts';

function merge(ledgers: readonly Ledger[], rules: Partial<Rules>, asOf: string): Consolidation {
  return consolidate({
    quarter: quarter('2024Q3'),
    asOf: day(asOf),
    roster: nearRoster(rules),
    kinds: KINDS,
    ledgers: ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger })),
  });
}

/** All that workbooks are made of: everything but the ledgers themselves. */
function said({ sources, rows, ...rest }: Consolidation) {
  return {
    ...rest,
    rows: [...rows],
    sources: sources.map(({ judge, source, file }) => ({ judge, source, file })),
  };
}

const asOfs = fc.constantFrom('2024-07-01', '2024-08-15', '2024-09-30');

/** Any order of the ledgers, and of the entries in each. */
const shuffled = nearLedgers.chain((ledgers) =>
  fc
    .tuple(
      fc.shuffledSubarray([...ledgers], { minLength: ledgers.length }),
      fc.tuple(
        ...ledgers.map(({ entries }) => fc.shuffledSubarray([...entries], { minLength: entries.length })),
      ),
    )
    .map(([order, entries]) => ({
      ledgers,
      other: order.map((ledger) => ({ ...ledger, entries: entries[ledgers.indexOf(ledger)] ?? [] })),
    })),
);

test('no order of ledgers or entries changes what is said', () => {
  fc.assert(
    fc.property(shuffled, anyCounting, asOfs, ({ ledgers, other }, rules, asOf) => {
      expect(said(merge(other, rules, asOf))).toEqual(said(merge(ledgers, rules, asOf)));
    }),
  );
});

test('ledgers that hold just the rows of a consolidation give the same rows and the same quota again', () => {
  fc.assert(
    fc.property(nearLedgers, anyCounting, asOfs, (ledgers, rules, asOf) => {
      const first = merge(ledgers, rules, asOf);
      const rows = [...first.rows.values()].flat();
      const again = ledgers.map((ledger) => ({
        ...ledger,
        entries: rows.filter(({ judge }) => judge.id === ledger.judge.id).map(({ entry }) => entry),
      }));
      const second = merge(again, rules, asOf);
      expect([...second.rows]).toEqual([...first.rows]);
      expect(second.quota).toEqual(first.quota);
    }),
  );
});

test('every entry of the quarter is in the rows once, and no other', () => {
  fc.assert(
    fc.property(nearLedgers, asOfs, (ledgers, asOf) => {
      const rows = [...merge(ledgers, {}, asOf).rows.values()].flat();
      const wanted = ledgers.flatMap(({ judge, entries }) =>
        entries
          .filter(
            ({ removed, values }) =>
              !removed && String(values['date']) >= '2024-07-01' && String(values['date']) <= asOf,
          )
          .map(({ id }) => `${judge.id}/${id}`),
      );
      expect(rows.map(({ judge, entry }) => `${judge.id}/${entry.id}`).sort()).toEqual(wanted.sort());
    }),
  );
});
