import type { CalendarDate } from '../calendar-date.ts';
import { checkEntry } from '../checks.ts';
import { newEntryId, type Entry } from '../entry.ts';
import { dayIn, dayKey, fieldOf, type Kind } from '../kinds/kind.ts';
import type { Ledger, NewEntry } from '../ledger.ts';
import type { Finding } from '../problem.ts';
import type { Roster } from '../roster.ts';
import type { Language } from '../words.ts';
import type { Workdays } from '../workdays.ts';
import { whereOf, rowReference, type ImportRow } from './import-row.ts';
import { Neighbours } from './neighbours.ts';
import { isBroken, rowsThere } from './rows-there.ts';

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

/** Compares rows with a ledger: what it has is skipped; the rest is checked as `add` would check it. */
export function planImport(rows: readonly ImportRow[], ledger: Ledger, question: PlanQuestion): ImportPlan {
  const { known, broken: contradicting, findings: compared } = rowsThere(rows, ledger, question);
  const findings = [...compared];
  const neighbours = new Neighbours(
    question.kinds,
    question.roster,
    ledger.entries.filter((entry) => !entry.removed),
  );
  const taken = new Set(ledger.entries.map(({ id }) => id));
  for (const { id } of rows) if (id !== undefined) taken.add(id);
  const added: NewEntry[] = [];
  let refused = 0;
  for (const row of rows) {
    if (known.has(row)) continue;
    const entry = draftOf(row);
    const found = check(row, entry, ledger, neighbours, question);
    const errors = found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || isBroken(row) || contradicting.has(row)) {
      refused += 1;
      for (const finding of errors) findings.push(finding);
      continue;
    }
    for (const finding of found) findings.push(finding);
    neighbours.add(entry);
    added.push(newEntry(row, taken, question));
  }
  return { added, skipped: known.size, refused, findings };
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
  const { roster, workdays, today, language } = question;
  const findings = checkEntry(entry, {
    ...{ roster, workdays, today, language },
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
    .map((finding) => ({ ...finding, where: whereOf(row, finding.where.field) }));
}

function newEntry(row: ImportRow, taken: Set<string>, { random, today }: PlanQuestion): NewEntry {
  const { kind, values } = row;
  const day = dayIn(values, dayKey(kind, values)) ?? today;
  let id = row.id ?? newEntryId(kind, day, random(4));
  while (row.id === undefined && taken.has(id)) id = newEntryId(kind, day, random(4));
  taken.add(id);
  return { id, kind: kind.id, values };
}
