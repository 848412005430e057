import type { Entry } from '../../domain/entry.ts';
import { kindOf, type Kind } from '../../domain/kinds/kind.ts';
import type { Standing, StepTold } from '../../domain/steps.ts';
import type { Direction, Reversal } from '../../domain/undoing.ts';
import type { Messages } from '../../messages/messages.ts';
import { changeText, headlineOf, minuteOf } from './entries.ts';
import { show } from './show.ts';
import { table } from './table.ts';

/** So many entries of a step are shown one by one; an import may have added hundreds. */
const SHOWN = 20;

/** What undo or redo of a step changes, entry by entry and field by field. */
export function reversalLines(
  messages: Messages,
  kinds: readonly Kind[],
  direction: Direction,
  { origin }: Standing,
  reversals: readonly Reversal[],
): readonly string[] {
  const { steps, entries, list } = messages;
  const rest = reversals.length - SHOWN;
  return [
    steps.preview(direction, origin.seq, minuteOf(origin.at), entries.op[origin.op]),
    ...reversals.slice(0, SHOWN).flatMap(({ before, after, changes }) => {
      const kind = kindOf(kinds, after.kind);
      return [
        `  ${headlineOf(kind, after.values, messages.language)}  ${after.id}`,
        ...presenceLines(messages, before, after),
        ...changes.map((change) => `    ${changeText(messages, kind, change)}`),
      ];
    }),
    ...(rest > 0 ? [`  ${list.more(rest)}`] : []),
  ];
}

function presenceLines({ steps }: Messages, before: Entry, after: Entry): readonly string[] {
  if (after.removed && !before.removed) return [`    ${steps.takenOut(show(after.removed.reason))}`];
  return before.removed && !after.removed ? [`    ${steps.putBack}`] : [];
}

/** What a step is about, in a few words: its entry, or the first of several. */
export function aboutStep(messages: Messages, kinds: readonly Kind[], entries: readonly Entry[]): string {
  const [first] = entries;
  if (!first) return '';
  const headline = headlineOf(kindOf(kinds, first.kind), first.values, messages.language);
  return entries.length === 1 ? headline : messages.steps.first(headline, entries.length);
}

/** Steps one a line, in the order given. */
export function stepTable(
  messages: Messages,
  kinds: readonly Kind[],
  steps: readonly StepTold[],
  columns: number,
): string {
  const { heads } = messages.steps;
  const rows = steps.map((step) => [
    String(step.seq),
    minuteOf(step.at),
    whatOf(messages, step),
    String(step.touches.length),
    step.touches.length === 1 ? (step.touches[0]?.entry.id ?? '') : '',
    aboutStep(
      messages,
      kinds,
      step.touches.map(({ entry }) => entry),
    ),
  ]);
  return table(
    [
      { head: heads.step, right: true },
      { head: heads.at },
      { head: heads.what },
      { head: heads.entries, right: true },
      { head: messages.entries.id },
      { head: heads.about },
    ],
    rows,
    columns,
  );
}

function whatOf({ entries, steps }: Messages, { op, of, isUndone }: StepTold): string {
  const direction: Direction | undefined = op === 'undo' || op === 'redo' ? op : undefined;
  const what = direction && of !== undefined ? steps.back(direction, of) : entries.op[op];
  return isUndone ? `${what}${steps.isUndone}` : what;
}

/** A step as JSON. */
export function stepJson({ seq, at, op, of, isUndone, touches }: StepTold): Record<string, unknown> {
  return {
    step: seq,
    at,
    op,
    ...(of === undefined ? {} : { of }),
    undone: isUndone,
    entries: touches.map(({ entry }) => entry.id),
    changes: touches.flatMap(({ entry, item }) =>
      (item.changes ?? []).map(({ field, from, to }) => ({ entry: entry.id, field, from, to })),
    ),
  };
}
