import type { Entry, HistoryItem } from '../entry.ts';
import type { Kind } from '../kinds/kind.ts';
import { nearest } from '../nearest.ts';
import { error, warning, type Finding } from '../problem.ts';
import type { Language } from '../words.ts';

/** What a question about an entry's history may look at beside the entry. */
interface HistoryContext {
  readonly kind: Kind;
  /** The ledger's count of steps. */
  readonly seq: number;
  readonly language: Language;
}

/** One named question asked of an entry and its history. An entry written by hand has none, and none is wanted. */
interface HistoryCheck {
  readonly name: string;
  run(entry: Entry, history: readonly HistoryItem[], context: HistoryContext): readonly Finding[];
}

/** The questions, each of its own: a history is the record of what was done, and must not contradict its entry. */
const HISTORY_CHECKS: readonly HistoryCheck[] = [
  { name: 'revision', run: checkRevision },
  { name: 'gaps', run: checkGaps },
  { name: 'order of steps', run: checkStepOrder },
  { name: 'steps ahead', run: checkStepsAhead },
  { name: 'removal', run: checkRemoval },
  { name: 'values', run: checkValues },
  { name: 'fields', run: checkFields },
];

/** All findings on the history of one entry, without saying whose it is. */
export function checkHistory(entry: Entry, context: HistoryContext): readonly Finding[] {
  const { history = [] } = entry;
  if (history.length === 0) return [];
  return HISTORY_CHECKS.flatMap((check) => check.run(entry, history, context)).map((finding) => ({
    ...finding,
    where: { entry: entry.id, ...finding.where },
  }));
}

function checkRevision({ rev }: Entry, history: readonly HistoryItem[]): readonly Finding[] {
  const last = history.at(-1)?.rev ?? rev;
  return last === rev ? [] : [error({ code: 'rev-not-history', rev, last }, { field: 'rev' })];
}

/** Each item raises the revision by one, and the history of what the tool added begins with 1. */
function checkGaps({ createdAt }: Entry, history: readonly HistoryItem[]): readonly Finding[] {
  const gaps = history.flatMap(({ rev, op }, index) => {
    const before = history[index - 1]?.rev;
    // An entry written by hand was never added, and may bear any revision when its history begins.
    const after = before ?? (op === 'add' || createdAt !== undefined ? 0 : rev - 1);
    return rev === after + 1 ? [] : [inHistory({ code: 'history-gap', rev, after })];
  });
  return gaps.slice(0, 1);
}

/** Steps rise; a merge may bring several changes by one, and lays those of two ledgers one behind the other. */
function checkStepOrder(_entry: Entry, history: readonly HistoryItem[]): readonly Finding[] {
  const merged = history.findLastIndex(({ op }) => op === 'merge');
  const back = history.slice(Math.max(merged, 0)).flatMap(({ step }, index, since) => {
    const after = since[index - 1]?.step;
    return after === undefined || step >= after
      ? []
      : [inHistory({ code: 'history-step-order', step, after })];
  });
  return back.slice(0, 1);
}

function checkStepsAhead(
  _entry: Entry,
  history: readonly HistoryItem[],
  { seq }: HistoryContext,
): readonly Finding[] {
  const step = Math.max(...history.map((item) => item.step));
  return step <= seq ? [] : [inHistory({ code: 'history-step-ahead', step, seq })];
}

/** Whether the last removal or restoring agrees with the mark. What other operations did to it is told by no name. */
function checkRemoval(entry: Entry, history: readonly HistoryItem[]): readonly Finding[] {
  const known: Readonly<Partial<Record<string, boolean>>> = { add: false, remove: true, restore: false };
  const last = history.findLast(({ op }) => op !== 'edit');
  const expected = last && known[last.op];
  const removed = entry.removed !== undefined;
  if (expected === undefined || expected === removed) return [];
  return [error({ code: 'history-removal-differs', removed }, { field: removed ? 'removed' : 'history' })];
}

/** A field's last change says what it holds. A removed entry may have lost its values: they may be erased by law. */
function checkValues(
  entry: Entry,
  history: readonly HistoryItem[],
  { kind, language }: HistoryContext,
): readonly Finding[] {
  if (entry.removed) return [];
  const changes = history.flatMap((item) => item.changes ?? []);
  return kind.fields.flatMap(({ key, label }) => {
    const last = changes.findLast(({ field }) => field === key);
    const isSame =
      last === undefined || JSON.stringify(last.to) === JSON.stringify(entry.values[key] ?? null);
    return isSame ? [] : [warning({ code: 'history-value-differs', label: label[language] }, { field: key })];
  });
}

function checkFields(
  _entry: Entry,
  history: readonly HistoryItem[],
  { kind }: HistoryContext,
): readonly Finding[] {
  const known = kind.fields.map(({ key }) => key);
  const changed = new Set(history.flatMap((item) => (item.changes ?? []).map(({ field }) => field)));
  return [...changed]
    .filter((field) => !known.includes(field))
    .map((field) => {
      const close = nearest(field, known);
      return inHistory({ code: 'history-field-unknown', field, ...(close ? { nearest: close } : {}) });
    });
}

function inHistory(problem: Parameters<typeof error>[0]): Finding {
  return error(problem, { field: 'history' });
}
