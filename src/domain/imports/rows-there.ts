import type { Entry } from '../entry.ts';
import { fieldOf } from '../kinds/kind.ts';
import type { Ledger } from '../ledger.ts';
import { error, warning, type Finding } from '../problem.ts';
import type { Roster } from '../roster.ts';
import { neverAdded } from '../steps.ts';
import type { Language } from '../words.ts';
import { whereOf, type ImportRow } from './import-row.ts';
import { differences, SameRows } from './same-rows.ts';

/** What comparing rows with a ledger needs to know. */
export interface ThereQuestion {
  readonly roster: Roster;
  readonly language: Language;
}

/** What of the rows a ledger has already. */
export interface RowsThere {
  readonly known: ReadonlySet<ImportRow>;
  /** The rows that contradict it, or each other. */
  readonly broken: ReadonlySet<ImportRow>;
  readonly findings: readonly Finding[];
}

/**
 * Compares the sound ones of rows with a ledger, each row against one entry: by its id, else by what it says. A row equal to an
 * entry that was removed does not bring it back, and one that leaves empty what an entry says by now is that entry: both are told.
 * What an undone step had added stands in nobody's way: after undoing an import the file can be imported again.
 */
export function rowsThere(rows: readonly ImportRow[], ledger: Ledger, question: ThereQuestion): RowsThere {
  const { roster, language } = question;
  const same = new SameRows(
    ledger.entries.filter((entry) => !entry.removed),
    roster,
  );
  const undone = neverAdded(ledger);
  const removed = new SameRows(
    ledger.entries.filter((entry) => entry.removed && !undone.has(entry)),
    roster,
  );
  const byId = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const findings: Finding[] = [];
  const known = new Set<ImportRow>();
  const broken = new Set<ImportRow>();
  const tell = (row: ImportRow, finding: Finding): void => {
    findings.push(finding);
    if (finding.severity === 'error') broken.add(row);
    else known.add(row);
  };
  // Rows that bear an id first: the entry that one names is no other row's.
  for (const row of withIds(rows, tell)) {
    const entry = row.id === undefined ? undefined : byId.get(row.id);
    if (!entry || isBroken(row) || broken.has(row)) continue;
    const finding = compare(row, entry, question);
    (entry.removed ? removed : same).take(entry);
    if (finding) tell(row, finding);
    else known.add(row);
  }
  const nameless = rows.filter((row) => row.id === undefined && !isBroken(row));
  for (const row of nameless) {
    if (same.find(row)) known.add(row);
    else {
      const gone = removed.find(row);
      if (gone) tell(row, warning({ code: 'row-removed', id: gone.id }, whereOf(row)));
    }
  }
  for (const row of nameless) {
    const fuller = known.has(row) ? undefined : same.findFuller(row);
    if (!fuller) continue;
    const fields = differences(row, fuller, roster).map((key) => fieldOf(row.kind, key).label[language]);
    tell(row, warning({ code: 'row-in-fuller-entry', id: fuller.id, fields }, whereOf(row)));
  }
  return { known, broken, findings };
}

/** Whether a row could not be read whole, or is another judge's. */
export function isBroken({ failed, refused }: ImportRow): boolean {
  return failed.size > 0 || refused;
}

/** The rows that bear an id, each id once. */
function withIds(
  rows: readonly ImportRow[],
  tell: (row: ImportRow, finding: Finding) => void,
): readonly ImportRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (row.id === undefined) return false;
    if (!seen.has(row.id)) return seen.add(row.id);
    tell(row, error({ code: 'entry-id-twice', id: row.id }, whereOf(row, 'id')));
    return false;
  });
}

/** What is to be said of a row that bears the id of an entry; nothing where both say the same. */
function compare(row: ImportRow, entry: Entry, { roster, language }: ThereQuestion): Finding | undefined {
  const id = entry.id;
  if (entry.kind !== row.kind.id) return error({ code: 'entry-id-taken', id }, whereOf(row, 'id'));
  const keys = differences(row, entry, roster);
  if (keys.length === 0)
    return entry.removed ? warning({ code: 'row-removed', id }, whereOf(row)) : undefined;
  const fields = keys.map((key) => fieldOf(row.kind, key).label[language]);
  return error({ code: 'row-differs', id, fields }, whereOf(row, keys[0]));
}
