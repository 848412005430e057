import { consolidate, type Consolidation } from '../../../src/domain/consolidation.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import type { CellValue, DataList } from '../../../src/marks/template-data.ts';
import { day, quarter } from '../../support/builders.ts';

/** The third quarter of 2024 out of some ledgers, as of its last day unless said. */
export function thirdQuarter(roster: Roster, ledgers: readonly Ledger[], asOf = '2024-09-30'): Consolidation {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  return consolidate({ quarter: quarter('2024Q3'), asOf: day(asOf), roster, kinds: KINDS, ledgers: read });
}

/** The rows of a list with each cell under the first name of its column. */
export function table(list: DataList): readonly Readonly<Record<string, CellValue>>[] {
  return [...list.rows].map((row) => {
    if (row.length !== list.columns.length) throw new Error(`${String(row.length)} cells in a row`);
    return Object.fromEntries(row.map((value, index) => [list.columns[index]?.names[0] ?? '', value]));
  });
}
