import { link, pause as sleepFor, readdir, unlink } from './files.ts';
import { basename, dirname, join } from 'node:path';

import { type Refusal, refusal } from '../domain/problem.ts';
import { removeQuietly, storageRefusal, writeDurably } from './durable-file.ts';
import { digestOf } from './digest.ts';
import { errnoOf } from './errno.ts';
import { TELL_AFTER_MS } from './patient-rename.ts';
import { type FoundLock, type LockHolder, isDead, lockRecord, readLock } from './lock-record.ts';

/** How a lock is waited for. `random` gives numbers from 0 up to 1; `isAlive` tells whether a process has the number. */
export interface LockOptions {
  readonly waitMs: number;
  readonly random: () => number;
  readonly isAlive: (pid: number) => boolean;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** Called once where somebody else's work makes us wait for longer than a second. */
  readonly waiting?: (() => void) | undefined;
  /** Called where the lock can't be removed after the work, so that people learn why the next one waits. */
  readonly left?: () => void;
}

const longestPauseMs = 100;

/**
 * Does the work while no other writer can. Waits up to `waitMs`, then throws a Refusal `busy` (`locked` with the holder, or
 * `lock-unreadable`); `storage` where no lock can be made at all. A lock is broken only where its machine is ours and its
 * process is gone, never by age or clock.
 */
export async function withLock<T>(
  lockPath: string,
  holder: LockHolder,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const record = lockRecord(holder);
  await acquire(lockPath, holder, record, options);
  try {
    await removeLeftovers(lockPath, holder, options);
    return await work();
  } finally {
    await removeIfStill(lockPath, record).catch(() => options.left?.());
  }
}

/**
 * Removes a lock that somebody has looked at and judged; false where it is another one by now, which stays. Throws a Refusal
 * `storage` where the system lets nobody remove it.
 */
export async function unlock(lockPath: string, judged: FoundLock): Promise<boolean> {
  try {
    return await removeIfStill(lockPath, judged.bytes);
  } catch (thrown) {
    throw storageRefusal('unlock', lockPath, thrown);
  }
}

async function acquire(
  path: string,
  holder: LockHolder,
  record: Buffer,
  options: LockOptions,
): Promise<void> {
  const sleep = options.sleep ?? sleepFor;
  let seen: FoundLock | undefined;
  let told = false;
  for (let waited = 0, longest = 10; ; longest = Math.min(longest * 2, longestPauseMs)) {
    if (await take(path, record, holder.id)) return;
    const found = await readLock(path);
    if (found?.holder && isDead(found.holder, holder, options.isAlive)) {
      if (await breakLock(path, found, holder, record, options)) continue;
    }
    seen = found ?? seen;
    if (seen && waited >= options.waitMs) throw busy(path, seen);
    if (!told && waited >= TELL_AFTER_MS) {
      told = true;
      options.waiting?.();
    }
    const pause = 5 + options.random() * longest;
    await sleep(pause);
    waited += pause;
  }
}

/** A link appears with its content and only where nothing is; media without links make the file first and fill it then. */
async function take(path: string, record: Buffer, id: string): Promise<boolean> {
  const own = `${path}.${id}`;
  try {
    await writeDurably(own, record, 0o600);
    try {
      await link(own, path);
      return true;
    } catch (thrown) {
      if (errnoOf(thrown) === 'EEXIST' || errnoOf(thrown) === 'ENOENT') return false;
      await writeDurably(path, record, 0o600);
      return true;
    } finally {
      await removeQuietly(own);
    }
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return false;
    throw storageRefusal('lock', path, thrown);
  }
}

/**
 * Removes a dead process's lock, under a guard that belongs to this very lock (ids are never used twice). Who finds the
 * guard of a breaker that died too takes the next number. No guard goes before its lock is gone, so no two who live can
 * ever stand between the second look and the removal. False where it was not we who removed it.
 */
async function breakLock(
  path: string,
  judged: FoundLock,
  holder: LockHolder,
  record: Buffer,
  options: LockOptions,
): Promise<boolean> {
  const guard = (number: number): string =>
    `${path}.${digestOf(judged.bytes).slice(0, 16)}.${String(number)}`;
  let number = 0;
  while (!(await take(guard(number), record, holder.id))) {
    const other = await readLock(guard(number));
    if (!other?.holder || !isDead(other.holder, holder, options.isAlive)) return false;
    number += 1;
  }
  const removed = await removeIfStill(path, judged.bytes).catch(() => false);
  for (; number >= 0; number -= 1) await removeQuietly(guard(number));
  return removed;
}

async function removeIfStill(path: string, bytes: Buffer): Promise<boolean> {
  const found = await readLock(path);
  if (!found?.bytes.equals(bytes)) return false;
  await unlink(path);
  return true;
}

/** Private files and guards of runs that died. One whose owner lives may vanish too while it is empty: its owner tries again. */
async function removeLeftovers(path: string, holder: LockHolder, options: LockOptions): Promise<void> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.`))) {
    const left = join(dirname(path), name);
    const found = await readLock(left);
    if (found && (!found.holder || isDead(found.holder, holder, options.isAlive))) await removeQuietly(left);
  }
}

function busy(path: string, found: FoundLock): Refusal {
  if (!found.holder) return refusal('busy', { code: 'lock-unreadable' }, { file: path });
  const { pid, host, startedAt, command } = found.holder;
  return refusal('busy', { code: 'locked', pid, host, startedAt, command }, { file: path });
}
