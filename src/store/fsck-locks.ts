import { readdir } from './files.ts';
import { join } from 'node:path';
import type { LockFacts } from '../domain/integrity/facts.ts';
import { isDead, readLock } from './lock-record.ts';
import { lockOwner } from './ledger-lock.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** The machine at work, as locks know it. */
export interface Machine {
  readonly machineId: string | null;
  readonly host: string;
  isAlive(pid: number): boolean;
}

/** Every lock among the ledgers, and whether its holder can still be at work. */
export async function readLockFacts(workspace: Workspace, machine: Machine): Promise<readonly LockFacts[]> {
  const names = await readdir(workspace.ledgers).catch((): string[] => []);
  const locks: LockFacts[] = [];
  for (const name of names.sort()) {
    const judge = lockOwner(name);
    if (judge === undefined) continue;
    const path = join(workspace.ledgers, name);
    const found = await readLock(path);
    // Gone since the look: that run is done.
    if (!found) continue;
    const { holder } = found;
    locks.push({ file: placeIn(workspace, path), judge, holder, state: stateOf(holder, machine) });
  }
  return locks;
}

function stateOf(holder: Parameters<typeof isDead>[0] | undefined, machine: Machine): LockFacts['state'] {
  if (!holder) return 'unreadable';
  if (isDead(holder, machine, (pid) => machine.isAlive(pid))) return 'dead';
  // Whoever is of this machine and not dead is alive.
  return isDead(holder, machine, () => false) ? 'alive' : 'elsewhere';
}
