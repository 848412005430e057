import type { Change, Entry, HistoryItem } from './entry.ts';
import type { Kind, Values } from './kinds/kind.ts';

/** That a quarter of this ledger was handed in, and with which digest. */
export interface SubmissionMark {
  readonly quarter: string;
  readonly attempt: number;
  readonly sha256: string;
  readonly at: string;
}

/** 台账: all entries of one liaison judge. A file written by hand may lack what the tool keeps for itself. */
export interface Ledger {
  readonly ledgerId?: string | undefined;
  readonly court: string;
  readonly judge: { readonly id: string; readonly name: string };
  /** How many times the ledger was changed; each change is one step. */
  readonly seq: number;
  /** SHA-256 of the version before. */
  readonly prev?: string | undefined;
  readonly entries: readonly Entry[];
  readonly submissions: readonly SubmissionMark[];
  /** Never in a file: of a ledger put together from what was handed in, the quarters for which nothing counts. */
  readonly missingIn?: readonly string[] | undefined;
}

/** Whether a judge's ledger tells of a quarter at all. */
export function tellsOf({ judge, missingIn }: Ledger, id: string, quarter: string): boolean {
  return judge.id === id && missingIn?.includes(quarter) !== true;
}

/** When a change is made, for the record. */
export interface Stamp {
  readonly at: string;
}

/** A judge's first, empty ledger. */
export function emptyLedger(court: string, judge: { id: string; name: string }, ledgerId: string): Ledger {
  return { ledgerId, court, judge: { id: judge.id, name: judge.name }, seq: 0, entries: [], submissions: [] };
}

/** The ledger with a new entry at its end. */
export function addEntry(ledger: Ledger, kind: Kind, id: string, values: Values, stamp: Stamp): Ledger {
  return addEntries(ledger, [{ id, kind: kind.id, values }], stamp);
}

/** What a new entry is made of. */
export type NewEntry = Pick<Entry, 'id' | 'kind' | 'values'>;

/** The ledger with new entries at its end, all by one step; unchanged where there are none. */
export function addEntries(ledger: Ledger, added: readonly NewEntry[], { at }: Stamp): Ledger {
  if (added.length === 0) return ledger;
  const step = ledger.seq + 1;
  const item: HistoryItem = { rev: 1, at, op: 'add', step };
  const entries = added.map(({ id, kind, values }): Entry => {
    return { id, kind, rev: 1, createdAt: at, updatedAt: at, values, history: [item] };
  });
  return { ...ledger, seq: step, entries: [...ledger.entries, ...entries] };
}

/** The ledger with an entry's values replaced; unchanged where they are the same. */
export function editEntry(
  ledger: Ledger,
  kind: Kind,
  id: string,
  values: Values,
  { at, reason }: Stamp & { readonly reason?: string },
): Ledger {
  return replaceEntry(ledger, id, (entry) => {
    const changes = changesBetween(kind, entry.values, values);
    if (changes.length === 0) return entry;
    return revise(
      { ...entry, values },
      { at, op: 'edit', step: ledger.seq + 1, ...(reason ? { reason } : {}), changes },
    );
  });
}

/** The ledger with an entry marked as removed; it stays in the file. */
export function removeEntry(
  ledger: Ledger,
  id: string,
  { at, reason }: Stamp & { readonly reason: string },
): Ledger {
  return replaceEntry(ledger, id, (entry) =>
    revise({ ...entry, removed: { at, reason } }, { at, op: 'remove', step: ledger.seq + 1, reason }),
  );
}

/** The ledger with a removed entry put back. */
export function restoreEntry(ledger: Ledger, id: string, { at }: Stamp): Ledger {
  return replaceEntry(ledger, id, (entry) =>
    revise({ ...entry, removed: undefined }, { at, op: 'restore', step: ledger.seq + 1 }),
  );
}

/** What differs between two sets of values, in the order of the kind's fields. */
export function changesBetween(kind: Kind, from: Values, to: Values): readonly Change[] {
  return kind.fields
    .map(({ key }) => ({ field: key, from: from[key] ?? null, to: to[key] ?? null }))
    .filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to));
}

/** The entries whose id is this, or begins or ends with it: one, where the reference is good. */
export function entriesReferredTo(ledger: Ledger, reference: string): readonly Entry[] {
  const exact = ledger.entries.filter((entry) => entry.id === reference);
  if (exact.length > 0 || reference === '') return exact;
  return ledger.entries.filter((entry) => entry.id.startsWith(reference) || entry.id.endsWith(reference));
}

/** The shortest way to name an entry to a command: the ending of its id where only this entry of its kind has it, else the id. */
export function shortReference(ledgers: readonly Ledger[], { id, kind }: Entry): string {
  const ending = id.slice(id.lastIndexOf('-') + 1);
  const meant = ledgers
    .flatMap((ledger) => entriesReferredTo(ledger, ending))
    .filter((entry) => entry.kind === kind);
  return ending.length >= SHORTEST_REFERENCE && meant.length === 1 ? ending : id;
}

/** What the tool itself puts at the end of an id; a shorter ending would soon be that of another entry too. */
const SHORTEST_REFERENCE = 4;

/**
 * The ledger with a count of versions that no step of its entries is above: one written by hand may lack its count, and the
 * next step must not be taken for one of before. The same object where the count is sound.
 */
export function countedOn(ledger: Ledger): Ledger {
  let seq = ledger.seq;
  for (const { history = [] } of ledger.entries) for (const { step } of history) if (step > seq) seq = step;
  return seq === ledger.seq ? ledger : { ...ledger, seq };
}

/**
 * The counts of the versions in which something was handed in, which are kept for good: of each mark the last step that was
 * done by its time, and the one behind it, which noted the mark.
 */
export function submittedSeqs({ entries, submissions }: Ledger): readonly number[] {
  if (submissions.length === 0) return [];
  const items = entries.flatMap(({ history = [] }) => history);
  return submissions.flatMap(({ at }) => {
    const by = Date.parse(at);
    const step = items.reduce(
      (last, item) => (Date.parse(item.at) > by ? last : Math.max(last, item.step)),
      0,
    );
    return [step, step + 1];
  });
}

/** Whether a quarter of this ledger was handed in already. */
export function wasSubmitted(ledger: Ledger, quarter: string): boolean {
  return ledger.submissions.some((mark) => mark.quarter === quarter);
}

function replaceEntry(ledger: Ledger, id: string, change: (entry: Entry) => Entry): Ledger {
  const entries = ledger.entries.map((entry) => (entry.id === id ? change(entry) : entry));
  return entries.every((entry, index) => entry === ledger.entries[index])
    ? ledger
    : { ...ledger, seq: ledger.seq + 1, entries };
}

/** The entry's next version, with what made it at the end of its history. */
export function revise(entry: Entry, item: Omit<HistoryItem, 'rev'>): Entry {
  const rev = entry.rev + 1;
  return { ...entry, rev, updatedAt: item.at, history: [...(entry.history ?? []), { rev, ...item }] };
}
