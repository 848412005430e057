import type { Entry, HistoryItem, Op } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** Whether an entry was there before or after a step; of one taken out the reason, where the history knows it. */
export type Presence =
  { readonly type: 'none' | 'there' } | { readonly type: 'removed'; readonly reason?: string | undefined };

/** What a step did to one entry. */
export interface Touch {
  readonly entry: Entry;
  readonly item: HistoryItem;
  readonly before: Presence;
  readonly after: Presence;
}

/** One command that changed the ledger, whatever the number of its entries: an import of forty rows is one step. */
export interface Step {
  /** The ledger's `seq` after it. */
  readonly seq: number;
  readonly at: string;
  readonly op: Op;
  readonly touches: readonly Touch[];
}

/** A step as the ledger's history lists it. */
export interface StepTold extends Step {
  /** The step that an undo took back or a redo brought again. */
  readonly of?: number;
  /** It was taken back and not brought again. */
  readonly isUndone: boolean;
}

/** A step of somebody's, and the step by which it holds or was taken back: itself, or the undo or redo after it. */
export interface Standing {
  readonly origin: Step;
  readonly last: Step;
}

/** All steps of a ledger, and those that can be taken back and brought again, the next one last. */
export interface Steps {
  /** Oldest first. */
  readonly all: readonly StepTold[];
  readonly done: readonly Standing[];
  readonly undone: readonly Standing[];
}

/**
 * The steps that the entries' histories tell. A step of somebody's can be undone; undo takes back the last one, redo brings
 * back the last one that was undone, and whatever else is done ends what can be redone. What was written by hand without a
 * history has no steps.
 */
export function stepsOf(ledger: Ledger): Steps {
  const all: Step[] = [...touchesByStep(ledger)]
    .sort(([one], [other]) => one - other)
    .flatMap(([seq, touches]) => {
      const [first] = touches;
      return first ? [{ seq, at: first.item.at, op: first.item.op, touches }] : [];
    });
  const done: Standing[] = [];
  let undone: Standing[] = [];
  const takenBack = new Set<number>();
  const of = new Map<number, number>();
  for (const step of all) {
    if (step.op !== 'undo' && step.op !== 'redo') {
      done.push({ origin: step, last: step });
      undone = [];
      continue;
    }
    const [from, to] = step.op === 'undo' ? [done, undone] : [undone, done];
    const moved = from.pop();
    // Without one, somebody changed the history by hand: the step is told and can't be taken back.
    if (!moved) continue;
    to.push({ origin: moved.origin, last: step });
    of.set(step.seq, moved.origin.seq);
    if (step.op === 'undo') takenBack.add(moved.origin.seq);
    else takenBack.delete(moved.origin.seq);
  }
  const told = all.map((step): StepTold => {
    const origin = of.get(step.seq);
    return { ...step, isUndone: takenBack.has(step.seq), ...(origin === undefined ? {} : { of: origin }) };
  });
  return { all: told, done, undone };
}

/** The entries that are out because their adding was undone: it is as if they had never been. */
export function neverAdded(ledger: Ledger): ReadonlySet<Entry> {
  const { all } = stepsOf(ledger);
  const adding = new Set(all.filter(({ op }) => op === 'add').map(({ seq }) => seq));
  const undoing = new Set(
    all.filter(({ op, of }) => op === 'undo' && of !== undefined && adding.has(of)).map(({ seq }) => seq),
  );
  return new Set(
    ledger.entries.filter(({ removed, history }) => removed && undoing.has(history?.at(-1)?.step ?? -1)),
  );
}

function touchesByStep(ledger: Ledger): ReadonlyMap<number, readonly Touch[]> {
  const byStep = new Map<number, Touch[]>();
  for (const entry of ledger.entries) {
    let before = atFirst(entry.history?.[0]);
    for (const item of entry.history ?? []) {
      const after = presenceAfter(item, before);
      const touch: Touch = { entry, item, before, after };
      const touches = byStep.get(item.step);
      if (touches) touches.push(touch);
      else byStep.set(item.step, [touch]);
      before = after;
    }
  }
  return byStep;
}

/** An entry written by hand was there, or taken out, before the first thing that its history tells. */
function atFirst(item: HistoryItem | undefined): Presence {
  if (item?.op === 'add') return { type: 'none' };
  return { type: item?.op === 'restore' ? 'removed' : 'there' };
}

function presenceAfter({ op, reason, changes }: HistoryItem, before: Presence): Presence {
  switch (op) {
    case 'add':
    case 'restore':
      return { type: 'there' };
    case 'edit':
    case 'merge':
    case 'redact':
      return before;
    case 'remove':
      return { type: 'removed', reason };
    case 'undo':
    case 'redo':
      if (changes !== undefined) return before;
      return reason === undefined ? { type: 'there' } : { type: 'removed', reason };
  }
}
