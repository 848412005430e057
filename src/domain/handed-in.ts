import type { Consolidation } from './consolidation.ts';
import { owesLedger, type Roster } from './roster.ts';

/** How a quarter's ledgers were handed in (rules of 2024-06-20, 三(二)); names in the order of the judges' ids. */
export interface HandedIn {
  readonly owing: number;
  readonly submitted: number;
  readonly missing: readonly string[];
  /** undefined where the days of receipt are not known. */
  readonly late: readonly string[] | undefined;
  readonly returned: readonly string[];
}

/** What the sources of a consolidation tell of it: whose ledger is there, and whose is not. When it came in they don't know. */
export function handedInBySources({ sources, period }: Consolidation, roster: Roster): HandedIn {
  const owing = sources.filter(({ judge }) => owesLedger(roster, judge.id, period));
  const missing = owing.filter(({ source }) => source === 'missing').map(({ judge }) => judge.name);
  return {
    owing: owing.length,
    submitted: owing.length - missing.length,
    missing,
    late: undefined,
    returned: [],
  };
}
