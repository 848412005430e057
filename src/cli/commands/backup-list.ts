import { everySaved, type Backup } from '../../store/backup.ts';
import { backupLedger, ledgerState, type LedgerState } from '../../store/recovery.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { judgeToRecover } from '../judges-to-recover.ts';
import { show } from '../render/show.ts';
import { table } from '../render/table.ts';

/** One backup, as it was found. */
interface Row {
  readonly seq: number;
  readonly day: string;
  readonly changedAt: string | undefined;
  readonly entries: number | undefined;
  readonly bytes: number | undefined;
  readonly lastOfDay: boolean;
  /** It is the first with the mark of a submission. */
  readonly submitted: boolean;
  readonly file: string;
  readonly reference: string;
}

/** `ledger backup list`: the earlier versions of a judge's ledger, and whether each is sound. */
export const backupList: Command = {
  options: [],
  examples: ['backup list --judge li-min', 'backup list --judge li-min --json'],
  run: async (context) => {
    const { messages, kinds } = context;
    const workspace = await context.workspace();
    const { id, name } = await judgeToRecover(context, workspace);
    const backups = (await everySaved(workspace)).backupsOf(id);
    const rows = await rowsOf(context, workspace, id, backups);
    const state = await ledgerState(workspace, id, kinds);
    const { heads, states } = messages.backup;
    const lines = rows.map((row) => [
      row.reference,
      row.day,
      row.changedAt?.slice(0, 16).replace('T', ' ') ?? '-',
      row.entries === undefined ? '-' : String(row.entries),
      row.bytes === undefined ? '-' : String(row.bytes),
      messages.list.join([
        row.entries === undefined ? states.damaged : states.sound,
        ...(row.lastOfDay ? [states.lastOfDay] : []),
        ...(row.submitted ? [states.submitted] : []),
      ]),
    ]);
    const newest = rows.find(({ entries }) => entries !== undefined);
    return {
      json: { judge: id, current: currentJson(state), backups: rows.map(rowJson) },
      text: [
        messages.backup.current(show(name), currentOf(state)),
        ...(rows.length === 0
          ? [messages.backup.none]
          : [
              table(
                [
                  { head: heads.seq, right: true },
                  { head: heads.day },
                  { head: heads.changed },
                  { head: heads.entries, right: true },
                  { head: heads.bytes, right: true },
                  { head: heads.state },
                ],
                lines,
              ),
            ]),
        ...(newest ? [messages.backup.next(newest.reference, id)] : []),
      ].join('\n'),
    };
  },
};

/** What lies where the ledger should: its version and entries, or why there are none. */
function currentOf(state: LedgerState): { seq: number; entries: number } | 'missing' | 'damaged' {
  if (state.is !== 'sound') return state.is;
  const { seq, entries } = state.ledger;
  return { seq, entries: entries.filter(({ removed }) => !removed).length };
}

function currentJson(state: LedgerState): object {
  const current = currentOf(state);
  return typeof current === 'string' ? { state: current } : { state: 'sound', ...current };
}

async function rowsOf(
  context: Context,
  workspace: Workspace,
  judge: string,
  backups: readonly Backup[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const found = [];
  for (const backup of backups)
    found.push({ backup, read: await backupLedger(backup, judge, context.kinds) });
  for (const [index, { backup, read }] of found.entries()) {
    const older = found.slice(index + 1).find((one) => one.read)?.read?.ledger.submissions.length ?? 0;
    const entries = read?.ledger.entries;
    const { seq, day, path, digest } = backup;
    const twice = backups.some((other) => other !== backup && other.seq === seq);
    rows.push({
      seq,
      day,
      changedAt: entries
        ?.map(({ updatedAt }) => updatedAt ?? '')
        .toSorted()
        .at(-1),
      entries: entries?.filter(({ removed }) => !removed).length,
      bytes: read?.bytes.length,
      lastOfDay: backups[index - 1]?.day !== day,
      submitted: (read?.ledger.submissions.length ?? 0) > older,
      file: placeIn(workspace, path),
      reference: twice ? `${String(seq)}.${digest}` : String(seq),
    });
  }
  return rows;
}

function rowJson({ seq, day, changedAt, entries, bytes, lastOfDay, submitted, file }: Row): object {
  return {
    seq,
    day,
    ...(changedAt ? { changedAt } : {}),
    entries: entries ?? null,
    bytes: bytes ?? null,
    sound: entries !== undefined,
    lastOfDay,
    submitted,
    file,
  };
}
