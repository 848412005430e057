import { refusal } from '../../domain/problem.ts';
import { inFile } from '../../store/document.ts';
import { ledgerLocks } from '../../store/ledger-lock.ts';
import { unlock as removeLock } from '../../store/lock.ts';
import type { FoundLock } from '../../store/lock-record.ts';
import { machineIdKept } from '../../store/machine-id.ts';
import { placeIn } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { confirm } from '../entry-saving.ts';
import { judgeToRecover } from '../judges-to-recover.ts';
import { show } from '../render/show.ts';

/** So much of a mark that can't be read is shown. */
const SHOWN = 200;

/** `ledger unlock`: shows who holds a ledger, asks, and lets go of exactly what was shown. */
export const unlock: Command = {
  options: [],
  examples: ['unlock', 'unlock --judge li-min'],
  run: async (context) => {
    const { messages, environment } = context;
    const workspace = await context.workspace();
    const judge = context.judge === undefined ? undefined : (await judgeToRecover(context, workspace)).id;
    const locks = await ledgerLocks(workspace, judge);
    if (locks.length === 0) return { json: { locks: [] }, text: messages.unlock.none };
    const own = await machineIdKept(environment.settingsFolder);
    const shown = locks.flatMap(({ path, found }) => [
      messages.unlock.found(show(placeIn(workspace, path))),
      holderLine(context, found, own),
    ]);
    const isAsked = context.questions !== undefined && !context.yes;
    if (isAsked) environment.stderr.write(`${shown.join('\n')}\n`);
    await confirm(context, messages.unlock.ask, false);
    for (const { path, found } of context.dryRun ? [] : locks) {
      const file = placeIn(workspace, path);
      const isGone = await inFile(file, () => removeLock(path, found));
      if (!isGone) throw refusal('busy', { code: 'lock-changed' }, { file });
    }
    const lines = locks.map(({ path }) => messages.unlock.removed(show(placeIn(workspace, path))));
    return {
      json: {
        locks: locks.map(({ path, found }) => ({ file: placeIn(workspace, path), ...holderOf(found) })),
      },
      text: lines.map((line) => (context.dryRun ? messages.saved.dry(line) : line)).join('\n'),
      notes: isAsked ? [] : shown,
    };
  },
};

function holderOf({ holder }: FoundLock): object {
  if (!holder) return {};
  const { pid, host, startedAt, command } = holder;
  return { pid, host, startedAt, command };
}

function holderLine(
  { messages, environment }: Context,
  { holder, bytes }: FoundLock,
  own: string | null,
): string {
  if (!holder) return messages.unlock.unreadable(show(bytes.toString('utf8').slice(0, SHOWN)));
  const { pid, host, startedAt, command, machineId } = holder;
  const here = machineId !== null && machineId === own && host === environment.process.host;
  return messages.unlock.holder({
    command: show(command),
    host: show(host),
    pid,
    startedAt: show(startedAt),
    here,
    alive: here && environment.process.isAlive(pid),
  });
}
