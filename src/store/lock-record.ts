import { lstat, readFile } from './files.ts';

import { Refusal } from '../domain/problem.ts';
import { errnoOf } from './errno.ts';
import { parseJsonText } from './json-text.ts';
import { decodeText } from './text.ts';

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Random id of this machine's own; null where none can be kept, and then no lock is ever taken for a dead one's. */
  readonly machineId: string | null;
  /** For people to read; no rule looks at it. */
  readonly startedAt: string;
  readonly command: string;
  /** Random, new for every lock. */
  readonly id: string;
}

/** What lies at a lock's name; `holder` is undefined where it can't be read, which counts as held. */
export interface FoundLock {
  readonly bytes: Buffer;
  readonly holder: LockHolder | undefined;
}

const longestShown = 200;
const largestRecord = 64 * 1024;

/** The lock file's bytes for a holder. */
export function lockRecord(holder: LockHolder): Buffer {
  const { id, pid, host, machineId, startedAt, command } = holder;
  return Buffer.from(`${JSON.stringify({ id, pid, host, machineId, startedAt, command })}\n`);
}

/** Reads what lies at a lock's name, following no link; undefined where nothing does. */
export async function readLock(path: string): Promise<FoundLock | undefined> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size > largestRecord) return { bytes: Buffer.alloc(0), holder: undefined };
    const bytes = await readFile(path);
    return { bytes, holder: holderIn(bytes) };
  } catch (thrown) {
    return errnoOf(thrown) === 'ENOENT' ? undefined : { bytes: Buffer.alloc(0), holder: undefined };
  }
}

/**
 * Whether who made a record can't be at work any more: the machine is ours, and no process has its number. The name must
 * be ours as well: a profile that roams, or a home on a share, gives several machines one id.
 */
export function isDead(
  holder: LockHolder,
  own: Pick<LockHolder, 'machineId' | 'host'>,
  isAlive: (pid: number) => boolean,
): boolean {
  const isOurs =
    own.machineId !== null && holder.machineId === own.machineId && holder.host === shown(own.host);
  return isOurs && !isAlive(holder.pid);
}

function holderIn(bytes: Buffer): LockHolder | undefined {
  try {
    const { value } = parseJsonText(decodeText(bytes));
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
    const { id, pid, host, machineId = null, startedAt, command } = value;
    if (typeof id !== 'string' || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0)
      return undefined;
    if (machineId !== null && typeof machineId !== 'string') return undefined;
    return { id, pid, machineId, host: shown(host), startedAt: shown(startedAt), command: shown(command) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestShown) : '';
}
