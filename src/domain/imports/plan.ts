import type { CalendarDate } from '../calendar-date.ts';
import { checkEntry } from '../checks.ts';
import { newEntryId, type Entry } from '../entry.ts';
import { dayIn, dayKey, fieldOf, type Kind } from '../kinds/kind.ts';
import type { Ledger, NewEntry } from '../ledger.ts';
import { error, warning, type Finding } from '../problem.ts';
import type { Roster } from '../roster.ts';
import { neverAdded } from '../steps.ts';
import type { Language } from '../words.ts';
import type { Workdays } from '../workdays.ts';
import { placeOf, rowReference, type ImportRow } from './import-row.ts';
import { Neighbours } from './neighbours.ts';
import { differences, SameRows } from './same-rows.ts';

/** What planning an import needs to know beside the rows and the ledger. */
export interface PlanQuestion {
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly today: CalendarDate;
  readonly language: Language;
  /** So many random lower-case letters and digits. */
  readonly random: (length: number) => string;
}

/** What an import would do to a ledger. */
export interface ImportPlan {
  /** The rows without errors that the ledger does not have yet, as entries. */
  readonly added: readonly NewEntry[];
  /** How many rows the ledger has already. */
  readonly skipped: number;
  /** How many rows have errors. */
  readonly refused: number;
  /** What is wrong with rows beside what reading them told. */
  readonly findings: readonly Finding[];
}

/**
 * Compares rows with a ledger: what it has is skipped, each row against one entry; the rest is checked as `add` would check it.
 * A row equal to an entry that was removed does not bring it back, and one that leaves empty what an entry says by now is that
 * entry: both are told. What an undone step had added stands in nobody's way: after undoing an import the file can be imported
 * again.
 */
export function planImport(rows: readonly ImportRow[], ledger: Ledger, question: PlanQuestion): ImportPlan {
  const { roster, kinds } = question;
  const active = ledger.entries.filter((entry) => !entry.removed);
  const same = new SameRows(active, roster);
  const undone = neverAdded(ledger);
  const removed = new SameRows(
    ledger.entries.filter((entry) => entry.removed && !undone.has(entry)),
    roster,
  );
  const byId = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const findings: Finding[] = [];
  const known = new Set<ImportRow>();
  const broken = new Set<ImportRow>(rows.filter(isBroken));
  const tell = (row: ImportRow, finding: Finding): void => {
    findings.push(finding);
    if (finding.severity === 'error') broken.add(row);
    else known.add(row);
  };
  // Rows that bear an id first: the entry that one names is no other row's.
  for (const row of withIds(rows, tell)) {
    const entry = row.id === undefined ? undefined : byId.get(row.id);
    if (!entry || broken.has(row)) continue;
    const finding = compare(row, entry, question);
    (entry.removed ? removed : same).take(entry);
    if (finding) tell(row, finding);
    else known.add(row);
  }
  for (const row of rows) {
    if (row.id !== undefined || broken.has(row)) continue;
    if (same.find(row)) known.add(row);
    else {
      const gone = removed.find(row);
      if (gone) tell(row, warning({ code: 'row-removed', id: gone.id }, placeOf(row)));
    }
  }
  for (const row of rows) {
    if (row.id !== undefined || broken.has(row) || known.has(row)) continue;
    const fuller = same.findFuller(row);
    if (!fuller) continue;
    const fields = differences(row, fuller, roster).map(
      (key) => fieldOf(row.kind, key).label[question.language],
    );
    tell(row, warning({ code: 'row-in-fuller-entry', id: fuller.id, fields }, placeOf(row)));
  }
  const fresh = rows.filter((row) => !known.has(row));
  const neighbours = new Neighbours(kinds, roster, active);
  const drafts = fresh.map((row) => ({ row, entry: draftOf(row) }));
  const taken = new Set([...byId.keys(), ...rows.flatMap(({ id }) => id ?? [])]);
  const added: NewEntry[] = [];
  for (const { row, entry } of drafts) {
    const found = check(row, entry, ledger, neighbours, question);
    if (found.some(({ severity }) => severity === 'error')) broken.add(row);
    if (broken.has(row)) findings.push(...found.filter(({ severity }) => severity === 'error'));
    else {
      findings.push(...found);
      neighbours.add(entry);
      added.push(newEntry(row, taken, question));
    }
  }
  return { added, skipped: known.size, refused: broken.size, findings };
}

function isBroken({ failed, refused }: ImportRow): boolean {
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
    tell(row, error({ code: 'entry-id-twice', id: row.id }, placeOf(row, 'id')));
    return false;
  });
}

/** What is to be said of a row that bears the id of an entry; nothing where both say the same. */
function compare(row: ImportRow, entry: Entry, { roster, language }: PlanQuestion): Finding | undefined {
  const id = entry.id;
  if (entry.kind !== row.kind.id) return error({ code: 'entry-id-taken', id }, placeOf(row, 'id'));
  const keys = differences(row, entry, roster);
  if (keys.length === 0)
    return entry.removed ? warning({ code: 'row-removed', id }, placeOf(row)) : undefined;
  const fields = keys.map((key) => fieldOf(row.kind, key).label[language]);
  return error({ code: 'row-differs', id, fields }, placeOf(row, keys[0]));
}

function draftOf(row: ImportRow): Entry {
  return { id: row.id ?? rowReference(row), kind: row.kind.id, rev: 1, values: row.values };
}

/** The findings of `add` on a row, without those that follow from what could not be read. */
function check(
  row: ImportRow,
  entry: Entry,
  ledger: Ledger,
  neighbours: Neighbours,
  question: PlanQuestion,
): readonly Finding[] {
  const { kind, failed } = row;
  const findings = checkEntry(entry, {
    ...question,
    kind,
    judge: ledger.judge.id,
    others: neighbours.of(entry),
  });
  return findings
    .filter(({ problem, where: { field } }) => {
      if (failed.size === 0 || field === undefined) return true;
      // What hangs on a value that could not be read can't be judged.
      const hangs = fieldOf(kind, field);
      const isOpen = typeof hangs.required === 'function' || hangs.appliesWhen !== undefined;
      if (problem.code === 'field-required') return !failed.has(field) && !isOpen;
      if (problem.code === 'field-out-of-place') return !isOpen;
      return problem.code !== 'field-needs' || hangs.needs === undefined || !failed.has(hangs.needs);
    })
    .map((finding) => ({ ...finding, where: placeOf(row, finding.where.field) }));
}

function newEntry(row: ImportRow, taken: Set<string>, { random, today }: PlanQuestion): NewEntry {
  const { kind, values } = row;
  const day = dayIn(values, dayKey(kind, values)) ?? today;
  let id = row.id ?? newEntryId(kind, day, random(4));
  while (row.id === undefined && taken.has(id)) id = newEntryId(kind, day, random(4));
  taken.add(id);
  return { id, kind: kind.id, values };
}
