import { resolve } from 'node:path';
import { kindOf } from '../../domain/kinds/kind.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { mergeLedgers, planMerge, type MergePlan, type Side } from '../../domain/merging.ts';
import { error, Refusal, refusal } from '../../domain/problem.ts';
import type { Told } from '../../domain/redacting.ts';
import { changeLedger, readOtherLedger, requireLedger } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import { placeIn } from '../../store/workspace.ts';
import { mindBeforeChange } from '../before-change.ts';
import type { Answer, Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EDITOR_FORCE_OPTION } from '../entry-options.ts';
import { confirm, doubtNotes } from '../entry-saving.ts';
import { textOption, type Given } from '../given.ts';
import { judgeFor } from '../judges.ts';
import { savingOf } from '../saving.ts';

const SIDES: readonly Side[] = ['mine', 'theirs'];

/** `ledger merge FILE`: brings in what the same judge's ledger of another PC has more, as one step. */
export const merge: Command = {
  options: [
    {
      name: 'prefer',
      value: { zh: '哪边', en: 'SIDE' },
      help: {
        zh: '两边都改过的：mine 以本机为准，theirs 以对方为准',
        en: 'where both changed an entry: mine or theirs stands',
      },
    },
    EDITOR_FORCE_OPTION,
  ],
  arguments: [{ name: { zh: '台账文件', en: 'FILE' } }],
  examples: [
    'merge ledgers/li-min.json --judge li-min',
    'merge ledgers/li-min.json --judge li-min --prefer mine --dry-run',
  ],
  run: async (context, given) => {
    const prefer = sideOf(given);
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const owner = await judgeFor(context, workspace, roster);
    const path = resolve(context.environment.cwd, given.words[0] ?? '');
    const file = placeIn(workspace, path);
    const seen = await requireLedger(workspace, owner.id, context.kinds);
    await mindBeforeChange(context, workspace, owner.id, seen.ledger);
    const { ledger: theirs } = await readOtherLedger(workspace, path, context.kinds);
    assertSameJudge(seen.ledger, theirs, file);
    const plan = planMerge(seen.ledger, theirs, context.kinds);
    assertMergeable(context, plan, prefer, file);
    const lines = planLines(context, plan, prefer);
    if (changed(plan) === 0) return answerOf(context, owner.id, undefined, plan, lines);
    if (context.questions && !context.yes) context.environment.stderr.write(`${lines.join('\n')}\n`);
    if (!context.dryRun) await confirm(context, context.messages.merge.goOn);
    const saved = await changeLedger(
      workspace,
      owner.id,
      (current) => {
        if (current.seq !== seen.ledger.seq)
          assertMergeable(context, planMerge(current, theirs, context.kinds), prefer, file);
        return mergeLedgers(current, theirs, context.kinds, { at: context.at, prefer: prefer ?? 'mine' });
      },
      { ...savingOf(context, 'merge'), seen },
    );
    return {
      ...answerOf(context, owner.id, saved.ledger, plan, lines),
      notes: [
        ...(plan.erased.length > 0
          ? [context.messages.merge.erased(plan.erased.map(erasing(owner.id)))]
          : []),
        ...doubtNotes(context, [], saved.warnings),
      ],
      ...(saved.confirmed ? {} : { exit: 7 }),
    };
  },
};

function sideOf(given: Given): Side | undefined {
  const typed = textOption(given, 'prefer');
  if (typed === undefined) return undefined;
  const side = SIDES.find((one) => one === typed);
  if (side) return side;
  const choices = SIDES.map((id) => ({ id, label: id }));
  throw refusal('misuse', { code: 'choice-invalid', found: typed, choices }, { field: '--prefer' });
}

/** Only two ledgers that were one are merged; a file written by hand may lack the id that tells. */
function assertSameJudge(mine: Ledger, theirs: Ledger, file: string): void {
  const [judge, expected] = [theirs.judge.id, mine.judge.id];
  if (judge !== expected) throw refusal('invalid', { code: 'merge-other-judge', judge, expected }, { file });
  if (theirs.court !== mine.court) throw refusal('invalid', { code: 'merge-other-court' }, { file });
  const ids = [mine.ledgerId, theirs.ledgerId].filter((id) => id !== undefined);
  if (new Set(ids).size > 1) throw refusal('invalid', { code: 'merge-other-ledger' }, { file });
}

function assertMergeable(context: Context, plan: MergePlan, prefer: Side | undefined, file: string): void {
  const twice = plan.submittedTwice.map(({ quarter, attempt }) =>
    error({ code: 'merge-submitted-twice', quarter, attempt }, { file }),
  );
  if (twice.length > 0) throw new Refusal('busy', twice);
  if (plan.conflicts.length === 0 || prefer !== undefined) return;
  const conflicts = plan.conflicts.map(({ mine, fields }) =>
    error(
      { code: 'merge-conflict', fields: fields.map((field) => labelOf(context, mine.kind, field)) },
      { file, entry: mine.id },
    ),
  );
  throw new Refusal('busy', conflicts);
}

/** The command that erases in the backups here what the other PC erased. */
function erasing(judge: string): (told: Told) => string {
  return ({ id, field }) => `ledger redact ${id} --field ${field} --judge ${judge}`;
}

/** What differs besides fields is told by the words of the commands that change it. */
function labelOf(context: Context, kind: string, key: string): string {
  const { entries } = context.messages;
  const field = kindOf(context.kinds, kind).fields.find((one) => one.key === key);
  if (field) return field.label[context.language];
  return key === 'removed' ? entries.removed : key === 'history' ? entries.history : key;
}

function planLines({ messages }: Context, plan: MergePlan, prefer: Side | undefined): readonly string[] {
  const { added, newer, older, same, conflicts } = plan;
  const counts = { added: added.length, newer: newer.length, older: older.length, same: same.length };
  return [
    messages.merge.plan(counts),
    ...(conflicts.length > 0 && prefer ? [messages.merge.resolved(conflicts.length, prefer)] : []),
  ];
}

function changed({ added, newer, conflicts, submissions }: MergePlan): number {
  return added.length + newer.length + conflicts.length + submissions.length;
}

function answerOf(
  context: Context,
  judge: string,
  ledger: Ledger | undefined,
  plan: MergePlan,
  lines: readonly string[],
): Answer {
  const { messages, dryRun } = context;
  const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);
  const { added, newer, older, same, conflicts } = plan;
  const done = messages.merge.done(added.length + newer.length + conflicts.length);
  const result = ledger === undefined ? messages.merge.nothing : dryRun ? messages.saved.dry(done) : done;
  return {
    json: {
      judge,
      step: ledger?.seq ?? null,
      added: ids(added),
      newer: ids(newer),
      older: ids(older),
      same: same.length,
      conflicts: conflicts.map(({ mine, fields }) => ({ entry: mine.id, fields })),
    },
    text: [...lines, result].join('\n'),
  };
}
