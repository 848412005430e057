import { isWindows } from './files.ts';
import { dirname, join } from 'node:path';

import { type Finding, Refusal, refusal, warning } from '../domain/problem.ts';
import {
  moveOver,
  removeQuietly,
  storageRefusal,
  syncFolder,
  temporaryName,
  writeDurably,
} from './durable-file.ts';
import { errnoOf } from './errno.ts';
import { readBytes } from './file-bytes.ts';
import { nameBeside } from './name-beside.ts';
import { mayPass } from './patient-rename.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

/** What a write under compare-and-swap needs to know. */
export interface AtomicWrite {
  /** The bytes of the version that this one replaces; null where there must be none yet. */
  readonly expected: Uint8Array | null;
  /** Random ASCII text for the names of helper files. */
  readonly suffix: string;
  /** The time in a form fit for names, such as 20240703T102105, should a second version have to be kept. */
  readonly now: string;
  /** Called once where another program makes us wait for longer than a second. */
  readonly waiting?: (() => void) | undefined;
}

/** What became of a write that is done. */
export interface Written {
  /** False where the medium could not say that the new name is on it: saved, not confirmed. */
  readonly confirmed: boolean;
  /** `file-linked` and `not-confirmed`. */
  readonly warnings: readonly Finding[];
}

const patienceMs = 10_000;

/**
 * Replaces a file by rename, so that after any crash it is the whole old or the whole new version; link and mode are kept.
 * Throws a Refusal `busy` (`changed-meanwhile`) where the file is not `expected` any more: ours is then kept beside it as
 * `<name>.conflict-<now>.json`. Throws `storage` where the medium fails: the file is untouched, the helper file removed;
 * with `file-held` where Windows lets nobody replace the file for ten seconds: ours is kept beside it then, too.
 */
export async function writeAtomically(
  file: string,
  bytes: Uint8Array,
  options: AtomicWrite,
): Promise<Written> {
  const target = await attempt('write', file, () => writeTarget(file));
  const temporary = temporaryName(target.path, options.suffix);
  await attempt('write', file, () => writeDurably(temporary, bytes, target.old?.mode ?? 0o600));
  try {
    if (!(await isStill(target.path, options.expected)))
      throw await keepBeside(file, temporary, target, options);
    await replace(file, temporary, target, options);
  } catch (thrown) {
    await removeQuietly(temporary);
    throw thrown;
  }
  return outcome(file, target, await syncFolder(dirname(target.path)));
}

async function replace(
  file: string,
  temporary: string,
  target: WriteTarget,
  options: AtomicWrite,
): Promise<void> {
  try {
    await moveOver(temporary, target.path, patienceMs, options.waiting);
  } catch (thrown) {
    if (!isWindows() || !mayPass(thrown)) throw storageRefusal('replace', file, thrown);
    const kept = await moveBeside(file, temporary, target, options);
    throw refusal(
      'storage',
      { code: 'file-held', reason: errnoOf(thrown), kept },
      { file },
      { cause: thrown },
    );
  }
}

function outcome(file: string, target: WriteTarget, reason: string | undefined): Written {
  const links = target.old?.links ?? 1;
  const warnings: Finding[] = [];
  if (links > 1) warnings.push(warning({ code: 'file-linked', links }, { file }));
  if (reason !== undefined) warnings.push(warning({ code: 'not-confirmed', reason }, { file }));
  return { confirmed: reason === undefined, warnings };
}

/** Whether a file holds these bytes, or with null is not there. */
async function isStill(path: string, expected: Uint8Array | null): Promise<boolean> {
  try {
    const { bytes } = await readBytes(path);
    return expected !== null && Buffer.compare(bytes, expected) === 0;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const problem = thrown.findings[0]?.problem;
    if (problem?.code === 'file-missing') return expected === null;
    if (problem?.code !== 'file-unreadable') return false;
    throw refusal(
      'storage',
      { code: 'storage-failed', action: 'read', reason: problem.reason },
      { file: path },
      { cause: thrown },
    );
  }
}

async function keepBeside(
  file: string,
  temporary: string,
  target: WriteTarget,
  options: AtomicWrite,
): Promise<Refusal> {
  return refusal(
    'busy',
    { code: 'changed-meanwhile', kept: await moveBeside(file, temporary, target, options) },
    { file },
  );
}

/** Keeps what was to be written as a version of its own, and gives the name. */
async function moveBeside(
  file: string,
  temporary: string,
  target: WriteTarget,
  options: AtomicWrite,
): Promise<string> {
  const folder = dirname(target.path);
  const kept = await nameBeside(target.path, 'conflict', options);
  await attempt('write', file, () => moveOver(temporary, join(folder, kept), patienceMs, options.waiting));
  await syncFolder(folder);
  return kept;
}

async function attempt<T>(action: 'write' | 'replace', file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : storageRefusal(action, file, thrown);
  }
}
