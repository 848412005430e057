import { mkdir } from './files.ts';
import { join } from 'node:path';
import { storageRefusal } from './durable-file.ts';
import { withLock } from './lock.ts';
import type { LockHolder } from './lock-record.ts';
import { machineIdIn } from './machine-id.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** Who writes, and how the lock is waited for. */
export interface Locking {
  readonly holder: Omit<LockHolder, 'machineId'>;
  /** The user's folder in which the machine's id is kept. */
  readonly settingsFolder: string;
  readonly isAlive: (pid: number) => boolean;
  /** So many random lower-case letters and digits. */
  readonly random: (length: number) => string;
  /** Runs work that Ctrl-C must not tear. */
  readonly uninterrupted: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Called once where another program makes us wait for longer than a second. */
  readonly waiting?: (() => void) | undefined;
}

const WAIT_MS = 5000;

/**
 * Does work on a judge's ledger while no other run can write it, and Ctrl-C can't tear it. Refuses as withLock does. `left`
 * is told of the lock where it stays behind although the work is done.
 */
export async function whileLocked<Result>(
  workspace: Workspace,
  judge: string,
  locking: Locking,
  work: () => Promise<Result>,
  left: (lock: string) => void = () => undefined,
): Promise<Result> {
  const { settingsFolder, random, isAlive, waiting } = locking;
  const path = lockPath(workspace, judge);
  const holder = { ...locking.holder, machineId: await machineIdIn(settingsFolder, random) };
  const options = {
    waitMs: WAIT_MS,
    random: () => Number.parseInt(random(6), 36) / 36 ** 6,
    isAlive,
    waiting,
    left: () => {
      left(placeIn(workspace, path));
    },
  };
  await mkdir(workspace.ledgers).catch((thrown: unknown) => {
    throw storageRefusal('lock', placeIn(workspace, workspace.ledgers), thrown);
  });
  return locking.uninterrupted(() => withLock(path, holder, options, work));
}

/** Where the lock of a judge's ledger lies while somebody writes it. */
export function lockPath(workspace: Workspace, judge: string): string {
  return join(workspace.ledgers, `.${judge}.lock`);
}

/** An instant in China's time as the names of files have it: 20240703T102105. */
export function timeInNames(at: string): string {
  return at.slice(0, 19).replace(/[-:]/gu, '');
}
