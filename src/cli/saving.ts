import { dayInChina } from '../domain/calendar-date.ts';
import type { Saving } from '../store/ledgers.ts';
import type { Context } from './context.ts';

/** How a command saves: who holds the lock, when, and whether it is only a rehearsal. */
export function savingOf(context: Context, command: string): Saving {
  const { environment, at, dryRun, kinds } = context;
  return {
    kinds,
    dryRun,
    holder: {
      pid: environment.process.pid,
      host: environment.process.host,
      machineId: environment.process.machineId,
      startedAt: at,
      command,
      id: environment.random(12),
    },
    isAlive: (pid) => environment.process.isAlive(pid),
    random: (length) => environment.random(length),
    uninterrupted: (work) => environment.uninterrupted(work),
    at,
    // The record goes by the clock, whatever `--today` says.
    day: dayInChina(environment.now()),
  };
}
