import { lstat } from './files.ts';
import { basename, dirname, join, parse } from 'node:path';

import { type Finding, Refusal, refusal, warning } from '../domain/problem.ts';
import {
  moveOver,
  removeQuietly,
  storageRefusal,
  syncFolder,
  temporaryName,
  writeDurably,
} from './durable-file.ts';
import { readBytes } from './file-bytes.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

/** What a write under compare-and-swap needs to know. */
export interface AtomicWrite {
  /** The bytes of the version that this one replaces; null where there must be none yet. */
  readonly expected: Uint8Array | null;
  /** Random ASCII text for the names of helper files. */
  readonly suffix: string;
  /** The time in a form fit for names, such as 20240703T102105, should a second version have to be kept. */
  readonly now: string;
}

/** What became of a write that is done. */
export interface Written {
  /** False where the medium could not say that the new name is on it: saved, not confirmed. */
  readonly confirmed: boolean;
  /** `file-linked` and `not-confirmed`. */
  readonly warnings: readonly Finding[];
}

const patienceMs = 10_000;
const longestStem = 180;

/**
 * Replaces a file by rename, so that after any crash it is the whole old or the whole new version; link and mode are kept.
 * Throws a Refusal `busy` (`changed-meanwhile`) where the file is not `expected` any more: ours is then kept beside it as
 * `<name>.conflict-<now>.json`. Throws `storage` where the medium fails: the file is untouched, the helper file removed.
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
    await attempt('replace', file, () => moveOver(temporary, target.path, patienceMs));
  } catch (thrown) {
    await removeQuietly(temporary);
    throw thrown;
  }
  return outcome(file, target, await syncFolder(dirname(target.path)));
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
  const folder = dirname(target.path);
  const kept = await conflictName(target.path, options);
  await attempt('write', file, () => moveOver(temporary, join(folder, kept), patienceMs));
  await syncFolder(folder);
  return refusal('busy', { code: 'changed-meanwhile', kept }, { file });
}

async function conflictName(path: string, { now, suffix }: AtomicWrite): Promise<string> {
  const stem = shortened(parse(path).name);
  const plain = `${stem}.conflict-${now}.json`;
  const taken = await lstat(join(dirname(path), plain)).then(
    () => true,
    () => false,
  );
  return taken ? `${stem}.conflict-${now}-${suffix}.json` : plain;
}

/** At most so many bytes of UTF-8, whole characters, since names end at 255 bytes. */
function shortened(name: string): string {
  let short = '';
  for (const character of basename(name)) {
    if (Buffer.byteLength(short + character) > longestStem) break;
    short += character;
  }
  return short;
}

async function attempt<T>(action: 'write' | 'replace', file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : storageRefusal(action, file, thrown);
  }
}
