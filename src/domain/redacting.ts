import type { Change, Entry, HistoryItem } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import { fieldOf, type Field, type Kind, type Values } from './kinds/kind.ts';
import type { Ledger, Stamp } from './ledger.ts';

/** What stands where a text was erased by law; a value of any other type is just gone. */
export const ERASED = '（已依法删除）';

/** A field of an entry whose value is to be erased. */
export interface Redaction {
  readonly id: string;
  readonly kind: Kind;
  readonly field: string;
}

/**
 * The ledger with the field's value erased in the entry and in its history, and that it was, why and when, but not what it
 * was. `rev` rises by one; the history's other items stay as they are but for the value.
 */
export function redactEntry(
  ledger: Ledger,
  redaction: Redaction,
  { at, reason }: Stamp & { readonly reason: string },
): Ledger {
  const step = ledger.seq + 1;
  const entries = ledger.entries.map((entry) => {
    if (!isMeant(entry, redaction)) return entry;
    const erased = withoutValue(entry, redaction);
    const left = erased.values[redaction.field] ?? null;
    const changes: readonly Change[] = [{ field: redaction.field, from: left, to: left }];
    const item: HistoryItem = { rev: entry.rev + 1, at, op: 'redact', step, reason, changes };
    return { ...erased, rev: item.rev, updatedAt: at, history: [...(erased.history ?? []), item] };
  });
  return { ...ledger, seq: step, entries };
}

/** An earlier version of the ledger without the value, and nothing else changed; the same object where it never had it. */
export function withoutValueIn(ledger: Ledger, redaction: Redaction): Ledger {
  const entries = ledger.entries.map((entry) =>
    isMeant(entry, redaction) && erasedValues(entry, redaction).length > 0
      ? withoutValue(entry, redaction)
      : entry,
  );
  return entries.every((entry, at) => entry === ledger.entries[at]) ? ledger : { ...ledger, entries };
}

/**
 * An entry in which what was erased from another version of it is erased too. An erasure that both know is over: what the
 * field was given since is another value, and stays.
 */
export function erasedAsIn(entry: Entry, other: Entry, kind: Kind): Entry {
  return erasedOnlyIn(other, entry).reduce(
    (left, field) => withoutValue(left, { id: entry.id, kind, field }),
    entry,
  );
}

/** The fields that were erased in one version of an entry by erasures that another version does not know. */
export function erasedOnlyIn(entry: Entry, other: Entry | undefined): readonly string[] {
  const known = new Set(erasuresOf(other).map(erasureKey));
  const fields = erasuresOf(entry)
    .filter((item) => !known.has(erasureKey(item)))
    .flatMap(({ changes = [] }) => changes.map(({ field }) => field));
  return [...new Set(fields)];
}

function erasuresOf(entry: Entry | undefined): readonly HistoryItem[] {
  return (entry?.history ?? []).filter(({ op }) => op === 'redact');
}

/** An erasure by when and what; each ledger counts its steps for itself, and another erasure may reach into a reason. */
function erasureKey({ at, changes = [] }: HistoryItem): string {
  return JSON.stringify([at, changes.map(({ field }) => field)]);
}

/** All values that the field has or had and that are not erased yet, as text. */
export function erasedValues(entry: Entry, { field }: Redaction): readonly string[] {
  const changed = (entry.history ?? []).flatMap(({ changes = [] }) =>
    changes.filter((change) => change.field === field).flatMap(({ from, to }) => [from, to]),
  );
  const values = [entry.values[field] ?? null, ...changed];
  return [...new Set(values.flatMap((value) => (value === null || value === ERASED ? [] : [String(value)])))];
}

/** Stands for the reasons of an entry's changes where a field would be named: no field has this key. */
export const HISTORY = 'history';

/** A field of an entry, by their ids; or `history`. */
export interface Told {
  readonly id: string;
  readonly field: string;
}

/**
 * Where else in a ledger a text stands that was erased: values of today and before, of this entry and others. One character
 * alone is not looked for.
 */
export function toldElsewhere(ledger: Ledger, erased: readonly string[]): readonly Told[] {
  const texts = erased.filter(({ length }) => length >= SHORTEST_TOLD);
  return ledger.entries.flatMap(({ id, values, removed, history = [] }) => {
    const reasons = [removed?.reason, ...history.map(({ reason }) => reason)];
    const told: readonly (readonly [string, FieldValue | null])[] = [
      ...Object.entries(values),
      ...reasons.map((reason) => [HISTORY, reason ?? null] as const),
      ...history.flatMap(({ changes = [] }) =>
        changes.flatMap(({ field, from, to }) => [[field, from] as const, [field, to] as const]),
      ),
    ];
    const fields = told.flatMap(([field, value]) =>
      texts.some((text) => String(value ?? '').includes(text)) ? [field] : [],
    );
    return [...new Set(fields)].map((field) => ({ id, field }));
  });
}

/** Whether an entry that is not removed would lack what it must have: then only a removed one can be stripped of it. */
export function cannotLack(field: Field): boolean {
  return field.required === true && !isText(field);
}

function isMeant(entry: Entry, { id, kind }: Redaction): boolean {
  return entry.id === id && entry.kind === kind.id;
}

function withoutValue(entry: Entry, redaction: Redaction): Entry {
  const { field, kind } = redaction;
  // The longest first: a name within a longer text would leave the rest of it. A number would be found in days.
  const told = !isText(fieldOf(kind, field))
    ? []
    : erasedValues(entry, redaction)
        .filter(({ length }) => length >= SHORTEST_TOLD)
        .toSorted((one, other) => other.length - one.length);
  const scrub = (text: string): string => told.reduce((left, value) => left.replaceAll(value, ERASED), text);
  const mark = isText(fieldOf(kind, field)) ? ERASED : null;
  const erase = (value: FieldValue | null): FieldValue | null => (value === null ? null : mark);
  const history = entry.history?.map((item) => ({
    ...item,
    ...(item.reason === undefined ? {} : { reason: scrub(item.reason) }),
    ...(item.changes === undefined
      ? {}
      : {
          changes: item.changes.map((change) =>
            change.field === field ? { field, from: erase(change.from), to: erase(change.to) } : change,
          ),
        }),
  }));
  const removed = entry.removed && { ...entry.removed, reason: scrub(entry.removed.reason) };
  return { ...entry, removed, values: withMark(entry.values, field, mark), history };
}

/** A reason is looked through for what was erased; one character alone would tell nothing. */
const SHORTEST_TOLD = 2;

function withMark(values: Values, field: string, mark: string | null): Values {
  const kept = Object.entries(values).flatMap(([key, value]): [string, FieldValue][] =>
    key !== field ? [[key, value]] : mark === null ? [] : [[key, mark]],
  );
  return Object.fromEntries(kept);
}

function isText({ type }: Field): boolean {
  return type.offer.type === 'text' || type.offer.type === 'village';
}
