import { deedOf, type Change, type Entry, type HistoryItem } from './entry.ts';
import { entryToDocument } from './entry-format.ts';
import type { FieldValue } from './fields/field-type.ts';
import { kindOf, type Kind, type Values } from './kinds/kind.ts';
import { changesBetween, type Ledger, type Stamp, type SubmissionMark } from './ledger.ts';
import { erasedAsIn, erasedOnlyIn, type Told } from './redacting.ts';

/** Which of two ledgers an entry is taken from where both changed it. */
export type Side = 'mine' | 'theirs';

/** An entry that both ledgers changed in different ways, and the fields in which they differ. */
export interface MergeConflict {
  readonly mine: Entry;
  readonly theirs: Entry;
  readonly fields: readonly string[];
}

/** What a merge of one judge's two ledgers comes to; entries are theirs but those in `older`, which are newer here. */
export interface MergePlan {
  readonly added: readonly Entry[];
  readonly newer: readonly Entry[];
  readonly older: readonly Entry[];
  readonly same: readonly Entry[];
  readonly conflicts: readonly MergeConflict[];
  /** Quarters that only the other ledger knows as handed in. */
  readonly submissions: readonly SubmissionMark[];
  /** What was erased by law in the other ledger and not here: backups here still tell it. */
  readonly erased: readonly Told[];
  /** Marks of one attempt with different digests: two different submissions under one number. */
  readonly submittedTwice: readonly SubmissionMark[];
}

/**
 * Compares two ledgers of one judge, entry by entry. An entry is newer where its history holds all of the other's and goes on
 * from the other's values; everything else that differs is a conflict, and nothing is decided by a clock.
 */
export function planMerge(own: Ledger, other: Ledger, kinds: readonly Kind[]): MergePlan {
  const mine = withoutErased(own, other, kinds);
  const theirs = withoutErased(other, own, kinds);
  const before = new Map(own.entries.map((entry) => [entry.id, entry]));
  const known = new Map(mine.entries.map((entry) => [entry.id, entry]));
  const found: Record<'added' | 'newer' | 'older' | 'same', Entry[]> = {
    added: [],
    newer: [],
    older: [],
    same: [],
  };
  const conflicts: MergeConflict[] = [];
  for (const their of theirs.entries) {
    const my = known.get(their.id);
    const verdict = my === undefined ? 'added' : compare(my, their, kinds);
    if (verdict !== 'conflict') found[verdict].push(their);
    else if (my) conflicts.push({ mine: my, theirs: their, fields: differing(my, their, kinds) });
  }
  const attempts = new Map(mine.submissions.map((mark) => [attemptOf(mark), mark]));
  return {
    ...found,
    conflicts,
    erased: other.entries.flatMap((their) => {
      const my = before.get(their.id);
      return my ? erasedOnlyIn(their, my).map((field) => ({ id: their.id, field })) : [];
    }),
    submissions: theirs.submissions.filter((mark) => !attempts.has(attemptOf(mark))),
    submittedTwice: theirs.submissions.filter((mark) => {
      const ownMark = attempts.get(attemptOf(mark));
      return ownMark !== undefined && ownMark.sha256 !== mark.sha256;
    }),
  };
}

/**
 * The ledger with what the other has more, all by one step; unchanged where that is nothing. Of a conflict the side that is
 * preferred stands; the history keeps what both did, and what the other side's values were.
 */
export function mergeLedgers(
  mine: Ledger,
  theirs: Ledger,
  kinds: readonly Kind[],
  { at, prefer }: Stamp & { readonly prefer: Side },
): Ledger {
  const { added, newer, conflicts, submissions } = planMerge(mine, theirs, kinds);
  if (added.length + newer.length + conflicts.length + submissions.length === 0) return mine;
  const step = mine.seq + 1;
  const replaced = new Map<string, Entry>([
    ...newer.map((entry) => [entry.id, entry] as const),
    ...conflicts.map(
      (conflict) => [conflict.mine.id, resolved(conflict, kinds, { at, step, prefer })] as const,
    ),
  ]);
  const entries = withoutErased(mine, theirs, kinds).entries.map((entry) => {
    const other = replaced.get(entry.id);
    return other ? broughtBy(step, other, entry.history ?? []) : entry;
  });
  return {
    ...mine,
    ledgerId: mine.ledgerId ?? theirs.ledgerId,
    seq: step,
    entries: [...entries, ...added.map((entry) => broughtBy(step, entry, []))],
    submissions: [...mine.submissions, ...submissions],
  };
}

/** What was erased by law on one side must not come back from the other, nor stay in its history. */
function withoutErased(ledger: Ledger, other: Ledger, kinds: readonly Kind[]): Ledger {
  const others = new Map(other.entries.map((entry) => [entry.id, entry]));
  const entries = ledger.entries.map((entry) => {
    const same = others.get(entry.id);
    return same?.kind === entry.kind ? erasedAsIn(entry, same, kindOf(kinds, entry.kind)) : entry;
  });
  return { ...ledger, entries };
}

function compare(
  mine: Entry,
  theirs: Entry,
  kinds: readonly Kind[],
): 'same' | 'newer' | 'older' | 'conflict' {
  if (mine.kind !== theirs.kind) return 'conflict';
  if (contentOf(mine, kinds) === contentOf(theirs, kinds)) return 'same';
  if (goesOnFrom(mine, theirs, kinds)) return 'newer';
  return goesOnFrom(theirs, mine, kinds) ? 'older' : 'conflict';
}

/** Whether an entry was made of another by the items that its history has more. */
function goesOnFrom(before: Entry, after: Entry, kinds: readonly Kind[]): boolean {
  const old = before.history ?? [];
  const all = after.history ?? [];
  if (after.rev <= before.rev || all.length <= old.length) return false;
  if (!holdsInOrder(all.map(factOf), old.map(factOf))) return false;
  const isValueOf = (values: Values): boolean =>
    changesBetween(kindOf(kinds, before.kind), before.values, values).length === 0;
  const isPrefix = old.every((item, index) => factOf(item) === factOf(all[index]));
  if (isPrefix && isValueOf(rewound(after.values, all.slice(old.length)))) return true;
  // Where conflicts were resolved, the other ledger has the values of one of the two sides of one of them.
  return all.some(
    ({ op }, resolution) =>
      op === 'merge' &&
      [all.slice(resolution + 1), all.slice(resolution)].some((items) =>
        isValueOf(rewound(after.values, items)),
      ),
  );
}

/** What was done, without the numbers, which each ledger counts for itself, and whoever calls it an undo. */
function factOf(item: HistoryItem | undefined): string {
  return JSON.stringify([item && deedOf(item), item?.at, item?.reason ?? null, item?.changes ?? null]);
}

function holdsInOrder(all: readonly string[], some: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === some[at]) at += 1;
  return at === some.length;
}

function rewound(values: Values, items: readonly HistoryItem[]): Values {
  const before = new Map<string, FieldValue>(Object.entries(values));
  for (const { changes = [] } of items.toReversed())
    for (const { field, from } of changes)
      if (from === null) before.delete(field);
      else before.set(field, from);
  return Object.fromEntries(before);
}

function contentOf(entry: Entry, kinds: readonly Kind[]): string {
  const history = (entry.history ?? []).map((item) => ({ ...item, op: deedOf(item), step: 0 }));
  return JSON.stringify(entryToDocument(kindOf(kinds, entry.kind), { ...entry, history }));
}

/** The fields in which two entries differ; where none does, what else. */
function differing(mine: Entry, theirs: Entry, kinds: readonly Kind[]): readonly string[] {
  if (mine.kind !== theirs.kind) return ['kind'];
  const fields = changesBetween(kindOf(kinds, mine.kind), mine.values, theirs.values).map(
    ({ field }) => field,
  );
  const isGone = JSON.stringify(mine.removed ?? null) !== JSON.stringify(theirs.removed ?? null);
  const found = [...fields, ...(isGone ? ['removed'] : [])];
  return found.length > 0 ? found : ['history'];
}

function resolved(
  { mine, theirs }: MergeConflict,
  kinds: readonly Kind[],
  { at, step, prefer }: { readonly at: string; readonly step: number; readonly prefer: Side },
): Entry {
  const [kept, other] = prefer === 'mine' ? [mine, theirs] : [theirs, mine];
  const common = new Set((mine.history ?? []).map(factOf));
  const shared = (theirs.history ?? []).filter((item) => common.has(factOf(item)));
  const sharedFacts = new Set(shared.map(factOf));
  const own = ({ history = [] }: Entry): readonly HistoryItem[] =>
    history.filter((item) => !sharedFacts.has(factOf(item)));
  const changes: readonly Change[] =
    kept.kind === other.kind ? changesBetween(kindOf(kinds, kept.kind), other.values, kept.values) : [];
  const items = [...shared, ...own(other), ...own(kept), { rev: 0, at, op: 'merge' as const, step, changes }];
  // Entries of before the first history item are counted too: the number rises above both.
  const first = Math.max(mine.rev, theirs.rev, items.length) + 1 - items.length;
  const history = items.map((item, index) => ({ ...item, rev: first + index }));
  return { ...kept, rev: first + items.length - 1, updatedAt: at, history };
}

/**
 * What another ledger did has come into this one by this step; what both have keeps its own. Its undoing is a plain change here:
 * it took back a step of the other ledger, and must not be taken for one of this ledger's.
 */
function broughtBy(step: number, entry: Entry, own: readonly HistoryItem[]): Entry {
  if (!entry.history) return entry;
  const known = new Map(own.map((item) => [factOf(item), item]));
  return {
    ...entry,
    history: entry.history.map((item) => {
      const here = known.get(factOf(item));
      return { ...item, op: here?.op ?? deedOf(item), step: here?.step ?? step };
    }),
  };
}

function attemptOf({ quarter, attempt }: SubmissionMark): string {
  return `${quarter} ${String(attempt)}`;
}
