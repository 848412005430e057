import type { Ledger } from '../../domain/ledger.ts';
import { differencesBetween, isUnchanged, type LedgerDifferences } from '../../domain/ledger-differences.ts';
import { refusal } from '../../domain/problem.ts';
import { everySaved, type SavedVersions } from '../../store/backup.ts';
import { requireLedger } from '../../store/ledgers.ts';
import { keptVersions, olderProblem } from '../../store/last-saved.ts';
import { backupLedger, bringBack, ledgerState, type LedgerState } from '../../store/recovery.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { mindEditor } from '../before-change.ts';
import { EDITOR_FORCE_OPTION } from '../entry-options.ts';
import { confirm } from '../entry-saving.ts';
import { isOn, type Given } from '../given.ts';
import { judgeToRecover } from '../judges-to-recover.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { savingOf } from '../saving.ts';

/** `ledger backup restore SEQ`: an earlier version becomes the newest; nothing that is there is lost by it. */
export const backupRestore: Command = {
  options: [
    {
      name: 'current',
      help: {
        zh: '就用现在这一份（较旧的副本），作为最新版本',
        en: 'go on with the file that is there now, an older copy',
      },
    },
    EDITOR_FORCE_OPTION,
  ],
  arguments: [{ name: { zh: '版本', en: 'SEQ' }, optional: true }],
  examples: ['backup restore 58 --judge li-min --dry-run', 'backup restore 58 --judge li-min'],
  run: async (context, given) => {
    const { messages, kinds } = context;
    const reference = referenceIn(given);
    const workspace = await context.workspace();
    const { id } = await judgeToRecover(context, workspace);
    const saved = await everySaved(workspace);
    const state = await ledgerState(workspace, id, kinds);
    const now = state.is === 'sound' ? state.ledger : undefined;
    const version =
      reference === undefined
        ? (await requireLedger(workspace, id, kinds)).ledger
        : await versionNamed(context, workspace, saved, id, reference);
    const differences = differencesBetween(now, version, kinds);
    const isOlder = now !== undefined && (await olderProblem(saved, now)) !== undefined;
    if (now && isUnchanged(differences) && !isOlder)
      return { json: { judge: id, seq: now.seq, changes: differences }, text: messages.backup.same };
    await mindEditor(context, workspace, id);
    const shown = differenceLines(context, differences, state);
    if (context.questions && !context.yes) {
      context.environment.stderr.write(`${shown.join('\n')}\n`);
      await confirm(context, messages.backup.ask(version.seq));
    }
    const done = await bringBack(workspace, version, state, savingOf(context, 'backup restore'));
    const lost = await lostVersion(saved, id, state);
    const line = messages.backup.restored(version.seq, done.ledger.seq);
    return {
      json: {
        judge: id,
        restored: version.seq,
        seq: done.ledger.seq,
        ...(done.kept === undefined ? {} : { kept: done.kept }),
        changes: differences,
        warnings: done.warnings.map((finding) => findingJson(messages, finding)),
      },
      text: [
        context.dryRun ? messages.saved.dry(line) : line,
        ...(done.kept === undefined ? [] : [messages.backup.kept(done.kept)]),
      ].join('\n'),
      notes: [
        ...(context.questions && !context.yes ? [] : shown),
        ...(lost === undefined ? [] : [messages.backup.lost(lost)]),
        ...findingLines(messages, done.warnings),
      ],
      ...(done.confirmed ? {} : { exit: 7 }),
    };
  },
};

/** The version that was saved last, where it lies nowhere any more: what its step did is gone. */
async function lostVersion(
  saved: SavedVersions,
  judge: string,
  state: LedgerState,
): Promise<number | undefined> {
  const last = (await saved.headOf(judge))?.seq ?? 0;
  const kept = saved.backupsOf(judge)[0]?.seq ?? 0;
  return last > kept && !(state.is === 'sound' && state.ledger.seq >= last) ? last : undefined;
}

/** The version that is wanted, undefined for the file that is there now. */
function referenceIn(given: Given): string | undefined {
  const [reference] = given.words;
  if (!isOn(given, 'current')) {
    if (reference !== undefined) return reference;
    const argument = { zh: '版本', en: 'SEQ' };
    throw refusal('misuse', { code: 'argument-missing', argument, command: 'backup restore' });
  }
  if (reference === undefined) return undefined;
  throw refusal('misuse', { code: 'options-exclusive', options: ['SEQ', '--current'] });
}

/** The version that a reference means: its number, with the digest behind it where two have one number. */
async function versionNamed(
  context: Context,
  workspace: Workspace,
  saved: SavedVersions,
  judge: string,
  reference: string,
): Promise<Ledger> {
  const all = saved.backupsOf(judge);
  const [seq = '', digest = ''] = reference.split('.');
  const meant = all.filter(
    (backup) => /^\d+$/.test(seq) && backup.seq === Number(seq) && backup.digest.startsWith(digest),
  );
  const [backup, ...others] = meant;
  if (!backup) {
    const known = [...new Set(all.map((one) => one.seq))];
    throw refusal('misuse', { code: 'backup-unknown', found: reference, known });
  }
  if (others.length > 0) {
    const names = meant.map((one) => `${String(one.seq)}.${one.digest}`);
    throw refusal('misuse', { code: 'backup-ambiguous', found: reference, names });
  }
  const read = await backupLedger(backup, judge, context.kinds);
  if (read) return read.ledger;
  const rest = keptVersions(saved, judge).filter((one) => one.seq !== backup.seq);
  const where = { file: placeIn(workspace, backup.path) };
  throw refusal('integrity', { code: 'backup-damaged', judge, others: rest }, where);
}

function differenceLines(context: Context, differences: LedgerDifferences, state: LedgerState): string[] {
  const { backup } = context.messages;
  const { added, removed, changed } = differences;
  return [
    ...(state.is === 'sound' ? [] : [backup.nothingSound(state.is)]),
    ...(added.length > 0 ? [backup.differences.added(added)] : []),
    ...(removed.length > 0 ? [backup.differences.removed(removed)] : []),
    ...(changed.length > 0 ? [backup.differences.changed(changed)] : []),
  ];
}
