import { dayInChina } from '../domain/calendar-date.ts';
import type { Saving } from '../store/ledgers.ts';
import type { Context } from './context.ts';

/** How a command saves: who holds the lock, when, and whether it is only a rehearsal. */
export function savingOf(context: Context, command: string): Saving {
  const { environment, at, dryRun, kinds, messages } = context;
  return {
    kinds,
    dryRun,
    holder: {
      pid: environment.process.pid,
      host: environment.process.host,
      startedAt: at,
      command,
      id: environment.random(12),
    },
    settingsFolder: environment.settingsFolder,
    isAlive: (pid) => environment.process.isAlive(pid),
    random: (length) => environment.random(length),
    uninterrupted: (work) => environment.uninterrupted(work),
    waiting: () => {
      if (context.isTalking) environment.stderr.write(`${messages.saved.waiting}\n`);
    },
    at,
    // The record goes by the clock, whatever `--today` says.
    day: dayInChina(environment.now()),
  };
}
