import type { StatusRow, SubmissionState } from './receiving/status.ts';

/** How a quarter's ledgers were handed in (rules of 2024-06-20, 三(二)); names in the roster's order. */
export interface HandedIn {
  readonly owing: number;
  readonly submitted: number;
  /** Whose ledger is at hand without having been handed in. */
  readonly drafts: readonly string[];
  readonly missing: readonly string[];
  readonly returned: readonly string[];
  /** What came can't be decided yet. */
  readonly conflict: readonly string[];
  /** undefined where nothing came as such, and no day of receipt is known. */
  readonly late: readonly string[] | undefined;
}

/** Sums up where the judges stand. */
export function handedInOf(rows: readonly StatusRow[]): HandedIn {
  const named = (wanted: SubmissionState): readonly string[] =>
    rows.filter(({ state }) => state === wanted).map(({ judge }) => judge.name);
  const submitted = rows.filter(({ state }) => state === 'submitted');
  return {
    owing: rows.length,
    submitted: submitted.length,
    drafts: named('draft'),
    missing: named('missing'),
    returned: named('returned'),
    conflict: named('conflict'),
    late:
      submitted.length === 0
        ? undefined
        : submitted.filter(({ daysLate }) => daysLate > 0).map(({ judge }) => judge.name),
  };
}
