import { kindOf } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { Refusal, refusal } from '../domain/problem.ts';
import { basisOf } from '../domain/roster.ts';
import type { Standing } from '../domain/steps.ts';
import {
  nextStep,
  obstacles,
  reversalsOf,
  reversed,
  type Direction,
  type Reversal,
} from '../domain/undoing.ts';
import { changeLedger, requireLedger } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import { mindBeforeChange } from './before-change.ts';
import type { Answer, Command } from './command.ts';
import type { Context } from './context.ts';
import { EDITOR_FORCE_OPTION } from './entry-options.ts';
import { confirm } from './entry-saving.ts';
import { judgeFor } from './judges.ts';
import { entryJson } from './render/entries.ts';
import { findingLines } from './render/findings.ts';
import { aboutStep, reversalLines } from './render/steps.ts';
import { savingOf } from './saving.ts';

/** `ledger undo` or `ledger redo`: shows what would change, asks, and saves it as a new version. */
export function stepCommand(direction: Direction, examples: readonly string[]): Command {
  return {
    options: [EDITOR_FORCE_OPTION],
    examples,
    run: async (context, _given) => {
      const { messages, dryRun, kinds, at } = context;
      const workspace = await context.workspace();
      const roster = await loadRoster(workspace);
      const owner = await judgeFor(context, workspace, roster);
      const seen = await requireLedger(workspace, owner.id, kinds);
      const { ledger } = seen;
      await mindBeforeChange(context, workspace, owner.id, ledger);
      const standing = nextStep(ledger, direction);
      if (!standing) {
        throw refusal('misuse', { code: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
      }
      const reversals = reversalsOf(ledger, standing, direction, { at });
      const findings = obstacles(ledger, standing, reversals, { kinds, basisOf: basisOf(roster) });
      if (findings.length > 0) throw new Refusal('misuse', findings);
      const preview = reversalLines(messages, kinds, direction, standing, reversals);
      const isAsked = context.questions !== undefined && !context.yes && !dryRun;
      if (isAsked) {
        context.environment.stderr.write(`${preview.join('\n')}\n`);
        await confirm(context, messages.steps.ask(direction, reversals.length));
      }
      const change = (current: Ledger): Ledger => {
        // What was shown and confirmed is what is saved, and only the very same ledger is what was shown.
        if (current !== ledger) throw refusal('busy', { code: 'ledger-changed-meanwhile' });
        return reversed(current, reversals);
      };
      const saved = await changeLedger(workspace, owner.id, change, {
        ...savingOf(context, direction),
        seen,
      });
      const line = doneLine(context, direction, standing, reversals, owner.id);
      return {
        json: answerJson(context, direction, standing, reversals, saved.ledger),
        text: dryRun ? [...preview, messages.saved.dry(line)].join('\n') : line,
        notes: [...(isAsked || dryRun ? [] : preview), ...findingLines(messages, saved.warnings)],
        ...(saved.confirmed ? {} : { exit: 7 }),
      };
    },
  };
}

function doneLine(
  { messages, kinds, judge }: Context,
  direction: Direction,
  { origin }: Standing,
  reversals: readonly Reversal[],
  owner: string,
): string {
  const { steps, entries } = messages;
  const entriesAfter = reversals.map(({ after }) => after);
  const reverse = `ledger ${direction === 'undo' ? 'redo' : 'undo'}${judge === undefined ? '' : ` --judge ${owner}`}`;
  return steps.done(
    direction,
    origin.seq,
    entries.op[origin.op],
    aboutStep(messages, kinds, entriesAfter),
    reverse,
  );
}

function answerJson(
  { kinds }: Context,
  direction: Direction,
  { origin }: Standing,
  reversals: readonly Reversal[],
  after: Ledger,
): Answer['json'] {
  return {
    judge: after.judge.id,
    step: after.seq,
    [direction === 'undo' ? 'undone' : 'redone']: origin.seq,
    entries: reversals.map(({ after: { id } }) => id),
    changes: reversals.flatMap(({ before, after: now, changes }) => {
      const wasRemoved = before.removed !== undefined;
      const isRemoved = now.removed !== undefined;
      return [
        ...(wasRemoved === isRemoved
          ? []
          : [{ entry: now.id, field: 'removed', from: removalJson(before), to: removalJson(now) }]),
        ...changes.map((change) => ({ entry: now.id, ...change })),
      ];
    }),
  };

  function removalJson(entry: Reversal['after']): unknown {
    return entryJson(kindOf(kinds, entry.kind), entry)['removed'] ?? null;
  }
}
