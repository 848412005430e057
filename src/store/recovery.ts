import { dirname, join } from 'node:path';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Finding, Refusal, refusal } from '../domain/problem.ts';
import { type Backup, type Version, everySaved, readHead } from './backup.ts';
import { removeQuietly, storageRefusal, syncFolder, temporaryName, writeDurably } from './durable-file.ts';
import { inFile } from './document.ts';
import { rename } from './files.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { commitLedger } from './ledger-commit.ts';
import { ledgerIn } from './ledger-in.ts';
import { timeInNames, whileLocked } from './ledger-lock.ts';
import { nameBeside } from './name-beside.ts';
import type { Saving } from './saving.ts';
import { ledgerPath, placeIn, type Workspace } from './workspace.ts';

/** What lies where a judge's ledger should: nothing, a sound ledger of this judge, or bytes that are none. */
export type LedgerState =
  | { readonly is: 'missing' }
  | { readonly is: 'sound'; readonly bytes: Uint8Array; readonly ledger: Ledger }
  | { readonly is: 'damaged'; readonly bytes: Uint8Array; readonly mode: number };

/**
 * Looks at a judge's ledger, whatever has become of it. Throws a Refusal where there is something that can be neither read
 * nor kept (a folder, a broken link), or a ledger of a newer format, which is sound for a newer program.
 */
export async function ledgerState(
  workspace: Workspace,
  judge: string,
  kinds: readonly Kind[],
): Promise<LedgerState> {
  const path = ledgerPath(workspace, judge);
  const file = placeIn(workspace, path);
  let read;
  try {
    read = await inFile(file, () => readBytes(path));
  } catch (thrown) {
    if (hasProblem(thrown, 'file-missing')) return { is: 'missing' };
    throw thrown;
  }
  const { bytes, mode } = read;
  try {
    const ledger = await ledgerIn(bytes, file, kinds);
    return ledger.judge.id === judge ? { is: 'sound', bytes, ledger } : { is: 'damaged', bytes, mode };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || hasProblem(thrown, 'format-newer')) throw thrown;
    return { is: 'damaged', bytes, mode };
  }
}

/** The ledger that a backup holds, undefined where it is not what it was when it was made. */
export async function backupLedger(
  { path, name, digest, seq }: Backup,
  judge: string,
  kinds: readonly Kind[],
): Promise<{ readonly ledger: Ledger; readonly bytes: Uint8Array } | undefined> {
  try {
    const { bytes } = await readBytes(path);
    if (!digestOf(bytes).startsWith(digest)) return undefined;
    const ledger = await ledgerIn(bytes, name, kinds);
    return ledger.seq === seq && ledger.judge.id === judge ? { ledger, bytes } : undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

/** A version that was brought back. */
export interface BroughtBack {
  readonly ledger: Ledger;
  /** Where a damaged file that was there is kept, as people are told it. */
  readonly kept: string | undefined;
  readonly confirmed: boolean;
  readonly warnings: readonly Finding[];
}

/**
 * Makes an earlier version the newest one: its entries and their history as they were, under a count above every one that is
 * known. What was there is kept, as a backup where it is sound, else beside its place. `shown` is what a person saw lying
 * there; a Refusal `busy` where it is another by now. In a dry run nothing is written.
 */
export async function bringBack(
  workspace: Workspace,
  version: Ledger,
  shown: LedgerState,
  saving: Saving,
): Promise<BroughtBack> {
  const judge = version.judge.id;
  const path = ledgerPath(workspace, judge);
  const file = placeIn(workspace, path);
  const work = async (): Promise<BroughtBack> => {
    const state = await ledgerState(workspace, judge, saving.kinds);
    if (!isSame(state, shown)) throw refusal('busy', { code: 'ledger-changed-meanwhile' }, { file });
    const base = state.is === 'missing' ? null : versionOf(state.bytes);
    const last = await (await everySaved(workspace)).last(judge);
    const old = state.is === 'sound' ? state.ledger.seq : 0;
    // Where nothing lies there, the version before is the one that was saved last.
    const prev = base?.digest ?? (await readHead(workspace.home, judge))?.digest;
    const ledger = { ...version, seq: Math.max(old, last) + 1, prev };
    const before = { ...version, seq: old, entries: [] };
    if (saving.dryRun) return { ledger, kept: undefined, confirmed: true, warnings: [] };
    if (state.is !== 'damaged')
      return {
        ledger,
        kept: undefined,
        ...(await commitLedger(workspace, { before, ledger, base }, saving)),
      };
    const name = await nameBeside(path, 'damaged', {
      now: timeInNames(saving.at),
      suffix: saving.random(8),
    });
    const kept = join(dirname(path), name);
    const temporary = temporaryName(path, saving.random(8));
    const keepOld = ({ bytes }: Version): Promise<void> => keepBeside(kept, temporary, bytes, state.mode);
    const done = await commitLedger(workspace, { before, ledger, base, keepOld }, saving);
    return { ledger, kept: placeIn(workspace, kept), ...done };
  };
  return saving.dryRun ? work() : whileLocked(workspace, judge, saving, work);
}

/**
 * Keeps bytes that are no good file of theirs as they are, whole or not at all: they get their name, which must be free, once
 * they are on the medium. Throws a Refusal `storage`.
 */
export async function keepBeside(
  path: string,
  temporary: string,
  bytes: Uint8Array,
  mode: number,
): Promise<void> {
  try {
    await writeDurably(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (thrown) {
    await removeQuietly(temporary);
    throw storageRefusal('backup', path, thrown);
  }
  await syncFolder(dirname(path));
}

function isSame(one: LedgerState, other: LedgerState): boolean {
  if (one.is === 'missing' || other.is === 'missing') return one.is === other.is;
  return Buffer.compare(one.bytes, other.bytes) === 0;
}

function versionOf(bytes: Uint8Array): Version {
  return { bytes, digest: digestOf(bytes) };
}

function hasProblem(thrown: unknown, code: 'file-missing' | 'format-newer'): boolean {
  return thrown instanceof Refusal && thrown.findings.some(({ problem }) => problem.code === code);
}
