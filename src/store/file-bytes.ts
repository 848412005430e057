import { type Stats, constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from './files.ts';

import { Refusal, refusal } from '../domain/problem.ts';
import type { FileProblem } from '../domain/problems/file.ts';
import { brokenLink } from './broken-link.ts';
import { errnoOf } from './errno.ts';

/** A file as it was read in one go. */
export interface ReadFile {
  /** The real path: absolute, every link followed. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Permission bits, such as 0o640. */
  readonly mode: number;
  /** How many names the file has; over 1 it is hard-linked. */
  readonly links: number;
}

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Reads a regular file of at most 64 MB; a symbolic link is followed. Throws a Refusal `invalid` (`file-missing`,
 * `file-not-regular`, `file-too-large`, `file-unreadable`), or `misuse` for a `link-broken`, and never waits on a pipe or a
 * device.
 */
export async function readBytes(path: string): Promise<ReadFile> {
  const real = await attempt(path, () =>
    realpath(path).catch(async (thrown: unknown) => {
      throw (await brokenLink(path, thrown)) ?? thrown;
    }),
  );
  const handle = await attempt(path, async () => {
    assertReadable(path, await lstat(real));
    // Without O_NONBLOCK, a pipe put here since the look would hold the program for ever. Windows has no such flag.
    return open(real, constants.O_RDONLY | constants.O_NONBLOCK);
  });
  try {
    return await attempt(path, () => contents(path, real, handle));
  } finally {
    await handle.close().catch(() => undefined);
  }
}

/** At most so many bytes from the beginning of a regular file of any size; throws as readBytes does. */
export async function readStart(path: string, length: number): Promise<Buffer> {
  const handle = await attempt(path, () => open(path, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    return await attempt(path, () => handle.readStart(length));
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function contents(path: string, real: string, handle: FileHandle): Promise<ReadFile> {
  const stats = await handle.stat();
  assertReadable(path, stats);
  const bytes = await handle.readFile();
  return { path: real, bytes, mode: stats.mode & 0o7777, links: stats.nlink };
}

function assertReadable(path: string, stats: Stats): void {
  const problem = problemOf(stats);
  if (problem) throw refusal('invalid', problem, { file: path });
}

function problemOf(stats: Stats): FileProblem | undefined {
  if (stats.isDirectory()) return { code: 'file-not-regular', found: 'folder' };
  if (stats.isFIFO() || stats.isSocket()) return { code: 'file-not-regular', found: 'pipe' };
  if (!stats.isFile()) return { code: 'file-not-regular', found: 'device' };
  return stats.size > LARGEST_FILE
    ? { code: 'file-too-large', bytes: stats.size, limit: LARGEST_FILE }
    : undefined;
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    const reason = errnoOf(thrown);
    const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
    throw refusal(
      'invalid',
      missing ? { code: 'file-missing' } : { code: 'file-unreadable', reason },
      { file },
      { cause: thrown },
    );
  }
}
