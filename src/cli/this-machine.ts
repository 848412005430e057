import { machineIdKept } from '../store/machine-id.ts';
import type { Machine } from '../store/fsck-locks.ts';
import type { Context } from './context.ts';

/** The machine at work, as locks know it; a reader makes no id where there is none yet. */
export async function thisMachine({ environment }: Context): Promise<Machine> {
  const { host } = environment.process;
  const machineId = await machineIdKept(environment.settingsFolder);
  return { machineId, host, isAlive: (pid) => environment.process.isAlive(pid) };
}
