import type { Change, Entry, Removal } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import { revise, type Ledger, type Stamp } from './ledger.ts';
import { error, type Finding } from './problem.ts';
import { isQuarter, periodOf, type BasisOf } from './quarter.ts';
import { stepsOf, type Standing, type Step, type Touch } from './steps.ts';
import { shownIn } from './submitted.ts';

/** Taking back what was done last, or bringing again what was undone last. */
export type Direction = 'undo' | 'redo';

/** What taking a step back or bringing it again does to one entry. */
export interface Reversal {
  readonly before: Entry;
  readonly after: Entry;
  /** In the order of the entry's history item that is undone or redone. */
  readonly changes: readonly Change[];
}

/** Why an entry is out that was added by an undone step, and one that was restored where its history knows no reason. */
const ADDING_UNDONE = '撤销登记';
const RESTORING_UNDONE = '撤销恢复';

/** The step that undo or redo is about, or undefined where there is none. */
export function nextStep(ledger: Ledger, direction: Direction): Standing | undefined {
  const { done, undone } = stepsOf(ledger);
  return (direction === 'undo' ? done : undone).at(-1);
}

/** What undo or redo of a step does, entry by entry, as the ledger's next step. */
export function reversalsOf(
  ledger: Ledger,
  { last }: Standing,
  direction: Direction,
  stamp: Stamp,
): readonly Reversal[] {
  const step = ledger.seq + 1;
  return last.touches.map((touch) => {
    const { entry } = touch;
    const changes = (touch.item.changes ?? []).map(({ field, from, to }) => ({ field, from: to, to: from }));
    const removed = removalBefore(touch, stamp);
    const reason = removed && changes.length === 0 ? { reason: removed.reason } : {};
    const made = changes.length === 0 ? {} : { changes };
    const after = revise(
      { ...entry, removed, values: withChanges(entry, changes) },
      { at: stamp.at, op: direction, step, ...reason, ...made },
    );
    return { before: entry, after, changes };
  });
}

/** The ledger after these reversals, which are one step. */
export function reversed(ledger: Ledger, reversals: readonly Reversal[]): Ledger {
  const after = new Map(reversals.map((reversal) => [reversal.before.id, reversal.after]));
  return {
    ...ledger,
    seq: ledger.seq + 1,
    entries: ledger.entries.map((entry) => after.get(entry.id) ?? entry),
  };
}

/**
 * What keeps a step from being taken back or brought again: entries that say something else by now, as after a change by
 * hand, and what was handed in after the step. That is changed by `edit` with a reason, so that the office learns of it. What
 * was erased by law stays erased, and of a merge only the whole version before it can be brought back.
 */
export function obstacles(
  ledger: Ledger,
  { origin, last }: Standing,
  reversals: readonly Reversal[],
  { kinds, basisOf }: { readonly kinds: readonly Kind[]; readonly basisOf: BasisOf },
): readonly Finding[] {
  const step = origin.seq;
  if (last.touches.some(({ item }) => item.op === 'redact')) return [error({ code: 'step-erased', step })];
  if (isMerge(last)) return [error({ code: 'step-merged', step })];
  const changed = last.touches.filter((touch) => !isAsLeft(touch)).map(({ entry }) => entry.id);
  const others = changed.length > 0 ? [error({ code: 'step-changed-since', step, entries: changed })] : [];
  const sent = ledger.submissions.flatMap(({ quarter, at }) => {
    if (!isQuarter(quarter) || lastStepBy(ledger, at) < last.seq) return [];
    const period = periodOf(quarter, basisOf);
    const shown = reversals.filter(({ before, after }) =>
      [before, after].some((entry) => shownIn(kindOf(kinds, entry.kind), entry, period)),
    );
    if (shown.length === 0) return [];
    return [error({ code: 'step-submitted', step, quarter, entries: shown.map(({ before }) => before.id) })];
  });
  return [...others, ...sent];
}

/**
 * The last step that was done by a time. Steps before it were too, whatever their own times say: a clock that ran ahead for a
 * while must not bring what was handed in within reach.
 */
function lastStepBy(ledger: Ledger, at: string): number {
  const by = Date.parse(at);
  // A time that can't be read counts as before.
  return stepsOf(ledger).all.findLast((step) => !(Date.parse(step.at) > by))?.seq ?? -1;
}

/** A step that brought another ledger's changes: several of one entry, or the choice between two. */
function isMerge({ touches }: Step): boolean {
  return (
    touches.some(({ item }) => item.op === 'merge') ||
    new Set(touches.map(({ entry }) => entry)).size < touches.length
  );
}

/** Whether an entry is as the step left it. */
function isAsLeft({ entry, item, after }: Touch): boolean {
  const isThere = entry.removed === undefined;
  if (isThere !== (after.type === 'there')) return false;
  return (item.changes ?? []).every(({ field, to }) => isSame(entry.values[field] ?? null, to));
}

function isSame(one: FieldValue | null, other: FieldValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function removalBefore({ before }: Touch, { at }: Stamp): Removal | undefined {
  if (before.type === 'there') return undefined;
  return { at, reason: before.type === 'removed' ? (before.reason ?? RESTORING_UNDONE) : ADDING_UNDONE };
}

function withChanges({ values }: Entry, changes: readonly Change[]): Entry['values'] {
  const changed = new Map(changes.map(({ field, to }) => [field, to]));
  const all = { ...values, ...Object.fromEntries(changed) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]): [string, FieldValue][] =>
      value === null ? [] : [[key, value]],
    ),
  );
}
