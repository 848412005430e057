import { isWindows, lstat, open, pause, readdir, rename, rm, unlink } from './files.ts';
import { basename, dirname, join } from 'node:path';

import { type Refusal, refusal } from '../domain/problem.ts';
import type { StorageAction } from '../domain/problems/file.ts';
import { errnoOf } from './errno.ts';
import { digestOf } from './digest.ts';
import { renamePatiently } from './patient-rename.ts';

/** The refusal `storage` for what the operating system said no to; anything thrown that is no such error goes on. */
export function storageRefusal(action: StorageAction, file: string, thrown: unknown): Refusal {
  return refusal(
    'storage',
    { code: 'storage-failed', action, reason: errnoOf(thrown) },
    { file },
    { cause: thrown },
  );
}

/**
 * The name under which a file's next version is first written: in the same folder, so that no rename crosses a medium, and
 * short, since a name of 85 Chinese characters leaves no room for an ending.
 */
export function temporaryName(path: string, suffix: string): string {
  return join(dirname(path), `${temporaryPrefix(path)}${suffix}.tmp`);
}

/** Whether a name is that of a helper file, whichever file it was to become the next version of. */
export function isTemporaryName(name: string): boolean {
  return name.startsWith('.ll-') && name.endsWith('.tmp');
}

/** Removes what runs that died left of this file's next version. Only for who holds the file's lock. */
export async function sweepLeftovers(path: string): Promise<void> {
  await Promise.all((await leftoversOf(path)).map(removeQuietly));
}

/**
 * The same for what no lock guards, where another run may be at work: what is an hour older than `own`, our next version just
 * begun, by the medium's own clock.
 */
export async function sweepAbandoned(path: string, own: string): Promise<void> {
  const ageOf = async (file: string): Promise<number> => (await lstat(file)).mtimeMs;
  try {
    const now = await ageOf(own);
    for (const file of await leftoversOf(path))
      if (now - (await ageOf(file)) > ABANDONED_MS) await rm(file, { recursive: true, force: true });
  } catch (thrown) {
    // What can't be swept today is swept another day.
    errnoOf(thrown);
  }
}

async function leftoversOf(path: string): Promise<readonly string[]> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  const prefix = temporaryPrefix(path);
  const left = names.filter((name) => name.startsWith(prefix) && name.endsWith('.tmp'));
  return left.map((name) => join(dirname(path), name));
}

/**
 * Writes a new file whole onto the medium (exclusive create, write, fsync, size compared), or leaves none behind and throws
 * the operating system's error. `mode` undefined takes the rights that new files have here.
 */
export function writeDurably(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  return write(path, bytes, mode, true);
}

/** Writes a new file whole, as writeDurably does, and leaves it to the system when it comes onto the medium. */
export function writeNew(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  return write(path, bytes, mode, false);
}

async function write(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  forced: boolean,
): Promise<void> {
  const handle = await open(path, 'wx', mode ?? 0o666);
  try {
    try {
      await handle.writeFile(bytes);
      // The mode given to open is lessened by the umask. Media without modes may refuse, and then there is none to keep.
      if (mode !== undefined) await handle.chmod(mode).catch(() => undefined);
      if (forced) await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    await removeQuietly(path);
    throw thrown;
  }
}

/**
 * Renames over what is there. Windows refuses while a virus scanner or indexer looks at the file: there it waits up to
 * `patienceMs`, and calls `waiting` once that takes longer than anybody expects.
 */
export async function moveOver(
  from: string,
  to: string,
  patienceMs: number,
  waiting?: () => void,
): Promise<void> {
  await patiently(() => rename(from, to), patienceMs, waiting);
}

/** Does to a name what Windows refuses while another program looks at the file; there it waits, as moveOver does. */
export async function patiently(
  work: () => Promise<void>,
  patienceMs: number,
  waiting?: () => void,
): Promise<void> {
  await renamePatiently(work, isWindows() ? patienceMs : 0, pause, waiting);
}

/** Puts a rename onto the medium; returns the operating system's reason where it can't say so. Windows has no such call. */
export async function syncFolder(folder: string): Promise<string | undefined> {
  if (isWindows()) return undefined;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (thrown) {
    return errnoOf(thrown);
  }
}

/** Removes a helper file; where that fails, a later sweep does it. */
export async function removeQuietly(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

/** Tells the helper files of one file from those of its neighbours, which other runs may be writing. */
function temporaryPrefix(path: string): string {
  const name = basename(path);
  let prefix = PREFIXES.get(name);
  if (prefix === undefined) {
    prefix = `.ll-${digestOf(name).slice(0, 8)}-`;
    PREFIXES.set(name, prefix);
  }
  return prefix;
}

const ABANDONED_MS = 3_600_000;

/** Each is asked for several times in one commit. */
const PREFIXES = new Map<string, string>();
