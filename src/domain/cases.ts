import type { CalendarDate } from './calendar-date.ts';
import { dayOf, entryDay, textOf, type Entry } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import { isOffered, FROM_DEPARTMENT, type CaseSpan, type Kind, type Values } from './kinds/kind.ts';
import { contains, type Period } from './quarter.ts';

/** An entry in somebody's ledger. */
export interface Row {
  readonly judge: { readonly id: string };
  readonly entry: Entry;
}

/** One case: a single entry, or all those that share its number, in the order of their days. */
export interface Case<Of extends Row> {
  readonly rows: readonly Of[];
  /** The entry that opened it: its town and type are the case's. */
  readonly first: Of;
  /** The entry that closed it, else the last one. */
  readonly last: Of;
  readonly opened: CalendarDate;
  readonly closed: CalendarDate | undefined;
}

/** The day a case opened; undefined for an event, for a contact without an opinion, and for what is not applied for yet. */
export function openedOn(kind: Kind, entry: Entry): CalendarDate | undefined {
  const { span } = kind;
  if (span.type === 'event' || span.isCase?.(entry.values) === false) return undefined;
  const key = span.opened.find((one) => entry.values[one] !== undefined);
  return key === undefined ? undefined : dayOf(entry, key);
}

/** The day a case closed; a day beside an outcome that keeps it open (稳控中) closes nothing. */
export function closedOn(kind: Kind, entry: Entry): CalendarDate | undefined {
  const { span } = kind;
  if (span.type === 'event' || !endsCase(span, entry)) return undefined;
  return dayOf(entry, span.closed);
}

function endsCase(span: CaseSpan, entry: Entry): boolean {
  return span.ending === undefined || span.ending.includes(textOf(entry, span.outcome ?? ''));
}

/** The cases among some rows of one kind. */
export function casesOf<Of extends Row>(kind: Kind, rows: readonly Of[]): readonly Case<Of>[] {
  const shared = kind.span.type === 'case' ? kind.span.sharedBy : undefined;
  const groups = new Map<string, Of[]>();
  for (const row of rows) {
    if (!openedOn(kind, row.entry)) continue;
    const number = shared === undefined ? '' : textOf(row.entry, shared);
    const key = number === '' ? `${row.judge.id}/${row.entry.id}` : number;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const ordered = group.length === 1 ? group : inOrder(kind, group);
    const first = ordered[0];
    const opened = first && openedOn(kind, first.entry);
    if (!first || !opened) return [];
    const ends = ordered
      .map((row) => ({ row, day: closedOn(kind, row.entry) }))
      .filter(({ day }) => day !== undefined)
      .sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? -1 : 1))[0];
    // A case that a file closes before it opened is closed as it opens, or the four figures of a period would not add up.
    const closed = ends?.day !== undefined && ends.day < opened ? opened : ends?.day;
    return [{ rows: ordered, first, last: ends?.row ?? ordered.at(-1) ?? first, opened, closed }];
  });
}

function inOrder<Of extends Row>(kind: Kind, rows: readonly Of[]): readonly Of[] {
  // Of two rows of one day the judge's own comes before what a department told: the case is of the town that counts it.
  const key = ({ judge, entry }: Of): string =>
    [
      openedOn(kind, entry) ?? '',
      textOf(entry, 'source') === FROM_DEPARTMENT ? 'told' : 'own',
      judge.id,
      entry.id,
    ].join('\n');
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/**
 * The rows that a period's list of a kind shows: events of its days, every case that it touches, opened, closed or open, and a
 * hearing of its days even where its case was closed before.
 */
export function rowsIn<Of extends Row>(kind: Kind, rows: readonly Of[], period: Period): readonly Of[] {
  const touched = new Set(
    casesOf(kind, rows)
      .filter((one) => isIn(one, period))
      .flatMap((one) => one.rows),
  );
  return rows.filter((row) => {
    const day = entryDay(kind, row.entry);
    if (!day || day > period.to) return false;
    if (touched.has(row)) return true;
    const isEvent = kind.span.type === 'event' || kind.span.isCase?.(row.entry.values) === false;
    const opened = isEvent ? day : openedOn(kind, row.entry);
    return opened !== undefined && contains(period, opened);
  });
}

/** Whether a case was open on some day of a period. */
export function isIn(one: Case<Row>, period: Period): boolean {
  return one.opened <= period.to && (one.closed === undefined || one.closed >= period.from);
}

/**
 * The entry as it could be known on a day (截至日): later days are not there yet, nor what hangs on them, such as the result
 * of a case that closed later. Undefined where the entry itself is later, or was removed.
 */
export function asKnownOn(kind: Kind, entry: Entry, asOf: CalendarDate): Entry | undefined {
  const day = entryDay(kind, entry);
  if (entry.removed || !day || day > asOf) return undefined;
  const later = new Set<string>();
  for (const { key, type } of kind.fields) {
    if (type.offer.type === 'day' && !type.offer.ahead && textOf(entry, key) > asOf) later.add(key);
  }
  if (later.size === 0) return entry;
  const { span } = kind;
  if (span.type === 'case' && later.has(span.closed)) {
    if (span.outcome !== undefined) later.add(span.outcome);
    for (const key of span.closing ?? []) later.add(key);
  }
  const kept = Object.entries(entry.values).filter(([key]) => !later.has(key));
  return { ...entry, values: withoutDangling(kind, entry.values, Object.fromEntries<FieldValue>(kept)) };
}

/** Without what hung on a value that was taken away, and what hung on that: the number of an application not made yet. */
function withoutDangling(kind: Kind, before: Values, values: Values): Values {
  const dangling = kind.fields.filter(
    (field) => values[field.key] !== undefined && isOffered(field, before) && !isOffered(field, values),
  );
  if (dangling.length === 0) return values;
  const kept = Object.entries(values).filter(([key]) => !dangling.some((field) => field.key === key));
  return withoutDangling(kind, before, Object.fromEntries<FieldValue>(kept));
}

/**
 * The rows that count for nothing since the same event counts elsewhere: what a department told of one hearing (same number,
 * same day) to a second judge. Rows of two judges' own stay, as likely twins; where a department told both, the first judge's
 * counts.
 */
export function uncounted<Of extends Row>(kind: Kind, rows: readonly Of[]): ReadonlyMap<Of, Of> {
  const shared = kind.span.type === 'case' ? kind.span.sharedBy : undefined;
  const found = new Map<Of, Of>();
  if (shared === undefined) return found;
  const groups = new Map<string, Of[]>();
  for (const row of rows) {
    const key = `${textOf(row.entry, shared)}\n${entryDay(kind, row.entry) ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const byJudge = group.toSorted((one, other) => (one.judge.id < other.judge.id ? -1 : 1));
    const told = byJudge.filter(({ entry }) => textOf(entry, 'source') === FROM_DEPARTMENT);
    const counted = byJudge.find((row) => !told.includes(row)) ?? told[0];
    if (!counted) continue;
    for (const row of told) if (row.judge.id !== counted.judge.id) found.set(row, counted);
  }
  return found;
}
