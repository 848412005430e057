import { mkdir } from './files.ts';
import { join } from 'node:path';
import { Refusal } from '../domain/problem.ts';
import { inFile } from './document.ts';
import { storageRefusal } from './durable-file.ts';
import { withLock } from './lock.ts';
import { type FoundLock, type LockHolder, readLock } from './lock-record.ts';
import { machineIdIn } from './machine-id.ts';
import { namesIn, placeIn, type Workspace } from './workspace.ts';

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
  return locking.uninterrupted(() => withLock(path, holder, options, work).catch(asPlaced(workspace)));
}

/** What is refused names places as people are told them. */
function asPlaced(workspace: Workspace): (thrown: unknown) => never {
  return (thrown) => {
    if (!(thrown instanceof Refusal)) throw thrown;
    const findings = thrown.findings.map(({ where, ...finding }) => ({
      ...finding,
      where: where.file === undefined ? where : { ...where, file: placeIn(workspace, where.file) },
    }));
    throw new Refusal(thrown.kind, findings, { cause: thrown });
  };
}

/** The locks that lie in the workspace, of one judge's ledger or of all. Throws a Refusal where the folder can't be read. */
export async function ledgerLocks(
  workspace: Workspace,
  judge: string | undefined,
): Promise<readonly { readonly path: string; readonly found: FoundLock }[]> {
  const names = await inFile(placeIn(workspace, workspace.ledgers), () => namesIn(workspace.ledgers));
  const locks = [];
  for (const name of names.toSorted()) {
    const owner = lockOwner(name);
    if (owner === undefined || (judge !== undefined && owner !== judge)) continue;
    const path = join(workspace.ledgers, name);
    const found = await readLock(path);
    if (found) locks.push({ path, found });
  }
  return locks;
}

/** The judge whose lock a file's name says it is; undefined for every other file. A guard of a lock that is being broken is none. */
export function lockOwner(name: string): string | undefined {
  return /^\.([a-z0-9][a-z0-9-]{0,31})\.lock$/u.exec(name)?.[1];
}

/** Where the lock of a judge's ledger lies while somebody writes it. */
function lockPath(workspace: Workspace, judge: string): string {
  return join(workspace.ledgers, `.${judge}.lock`);
}

/** An instant in China's time as the names of files have it: 20240703T102105. */
export function timeInNames(at: string): string {
  return at.slice(0, 19).replace(/[-:]/gu, '');
}
