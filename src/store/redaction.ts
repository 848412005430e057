import { basename, dirname, join } from 'node:path';
import { ledgerFromJson, ledgerToText } from '../domain/ledger-format.ts';
import type { Ledger } from '../domain/ledger.ts';
import { Refusal, refusal } from '../domain/problem.ts';
import { judgeIdShape } from '../domain/shape.ts';
import { writeAtomically } from './atomic-file.ts';
import {
  type Backup,
  addBeside,
  addVersion,
  backupOwner,
  everySaved,
  readHead,
  removeBackups,
  sweepBackups,
  writeHead,
} from './backup.ts';
import { noteHead } from './commit.ts';
import { inFile, readDocument } from './document.ts';
import { errnoOf } from './errno.ts';
import { digestOf } from './digest.ts';
import { lstat } from './files.ts';
import { assertNewest } from './last-saved.ts';
import { commitLedger } from './ledger-commit.ts';
import { timeInNames } from './ledger-lock.ts';
import { loadLedger, type LoadedLedger, type SavedLedger, type Saving, whileSaving } from './ledgers.ts';
import { setApartFrom } from './name-beside.ts';
import { ledgerPath, namesIn, placeIn, type Workspace } from './workspace.ts';

/** How a value is erased. */
export interface Erasure {
  /** The ledger without it, and with the step that says so; the same object where nothing is left to erase. */
  readonly erase: (ledger: Ledger) => Ledger;
  /** An earlier version without it, and nothing else changed; the same object where it never had it. */
  readonly eraseIn: (version: Ledger) => Ledger;
}

/** A ledger of which a value was erased. */
export interface RedactedLedger extends SavedLedger {
  /** How many backups are without the value now and were not before. */
  readonly rewritten: number;
  /** Backups that still have it or may: those that make no sense, and old ones that could not be removed. */
  readonly still: readonly string[];
}

/** A backup that is to be replaced. */
interface Renewal {
  readonly backup: Backup;
  readonly bytes: Uint8Array;
}

/**
 * Erases a value in a judge's ledger and in all its backups. Each backup is first written anew beside the old one, under the
 * name of its new digest and with the new digest of the version before it as `prev`; then the ledger is replaced, whose
 * forerunner is kept without the value; only then the old backups go, the newest first. So until the ledger is replaced all
 * is as before, and wherever it stops, what is left is a whole chain from the oldest version on, of which another run makes
 * the same files and does the rest. Throws as changeLedger does, and a Refusal `invalid` where a backup can't be read off the
 * medium.
 */
export async function redactLedger(
  workspace: Workspace,
  judge: string,
  { erase, eraseIn }: Erasure,
  saving: Saving,
): Promise<RedactedLedger> {
  const { home } = workspace;
  const work = async (): Promise<RedactedLedger> => {
    const loaded = await loadLedger(workspace, judge, saving.kinds, saving.seen);
    const file = placeIn(workspace, ledgerPath(workspace, judge));
    if (!loaded) throw refusal('invalid', { code: 'file-missing' }, { file });
    await assertNewest(home, loaded.ledger, file);
    const changed = erase(loaded.ledger);
    const isChanged = changed !== loaded.ledger;
    const { renewals, digests, unread } = await renewedBackups(workspace, judge, eraseIn, saving);
    const done = { rewritten: renewals.length + (isChanged ? 1 : 0), still: unread };
    if (saving.dryRun) return { ledger: changed, confirmed: true, warnings: [], ...done };
    await sweepBackups(home, judge);
    const names = new Set<string>();
    for (const { backup, bytes } of renewals)
      names.add(await addBeside(home, judge, backup, bytes, saving.random(8)));
    const saved = isChanged
      ? await replaceLedger(workspace, loaded, { changed, eraseIn, digests }, saving)
      : await renameBefore(workspace, loaded, digests, saving);
    const replaced = renewals.map(({ backup }) => backup).filter(({ name }) => !names.has(name));
    const left = await removeBackups(home, replaced.toReversed());
    return { ...saved, ...done, still: [...unread, ...left.map(({ path }) => placeIn(workspace, path))] };
  };
  return whileSaving(workspace, judge, saving, work);
}

/** Saves the ledger without the value; the version that it replaces is kept without it too. */
async function replaceLedger(
  workspace: Workspace,
  { ledger: before, bytes }: LoadedLedger,
  {
    changed,
    eraseIn,
    digests,
  }: {
    readonly changed: Ledger;
    readonly eraseIn: Erasure['eraseIn'];
    readonly digests: ReadonlyMap<string, string>;
  },
  saving: Saving,
): Promise<SavedLedger> {
  const judgeId = changed.judge.id;
  const text = chained(eraseIn(before), before, digests, saving);
  const kept = text === undefined ? bytes : Buffer.from(text);
  const ledger = { ...changed, prev: digestOf(kept) };
  const keepOld = (): Promise<void> =>
    addVersion(
      ledgerPath(workspace, judgeId),
      { bytes: kept, digest: ledger.prev },
      {
        home: workspace.home,
        judgeId,
        seq: before.seq,
        day: saving.day,
        suffix: saving.random(8),
      },
    );
  const base = { bytes, digest: digestOf(bytes) };
  const { confirmed, warnings } = await commitLedger(workspace, { before, ledger, base, keepOld }, saving);
  return { ledger, confirmed, warnings };
}

/** The backups that change, oldest first, and the digests that change with them. */
async function renewedBackups(
  workspace: Workspace,
  judge: string,
  eraseIn: Erasure['eraseIn'],
  saving: Saving,
): Promise<{
  readonly renewals: readonly Renewal[];
  readonly digests: ReadonlyMap<string, string>;
  readonly unread: readonly string[];
}> {
  const digests = new Map<string, string>();
  const renewals: Renewal[] = [];
  const unread: string[] = [];
  const backups = (await everySaved(workspace)).backupsOf(judge);
  for (const backup of backups.toReversed()) {
    const place = placeIn(workspace, backup.path);
    const read = await readBackup(backup, place, saving);
    if (!read) {
      unread.push(place);
      continue;
    }
    const text = chained(eraseIn(read.ledger), read.ledger, digests, saving);
    if (text === undefined) continue;
    const bytes = Buffer.from(text);
    digests.set(digestOf(read.bytes), digestOf(bytes));
    renewals.push({ backup, bytes });
    if (await hasOtherNames(backup.path)) unread.push(place);
  }
  return { renewals, digests, unread };
}

/** Whether what a backup's name stands for stays where the name goes: behind a link, or under another name of the file. */
async function hasOtherNames(path: string): Promise<boolean> {
  try {
    const stats = await lstat(path);
    return stats.isSymbolicLink() || stats.nlink > 1;
  } catch (thrown) {
    // Where nobody can say, it is named.
    errnoOf(thrown);
    return true;
  }
}

/**
 * Files that were made of the ledger or kept beside it: copies of any name, conflicts, damaged ones, workbooks, what was handed in; for
 * a folder that can't be read the folder.
 */
export async function otherHolders(workspace: Workspace, judge: string): Promise<readonly string[]> {
  const found = (await below(workspace.ledgers, 3)).filter((path) => mayBeOf(judge, path, workspace));
  for (const path of await below(workspace.backups, 3))
    if (dirname(path) !== workspace.backups || backupOwner(basename(path)) === undefined) found.push(path);
  for (const folder of ['reports', 'submissions'])
    found.push(...(await below(join(workspace.home, folder), 3)));
  return found.map((path) => placeIn(workspace, path)).sort();
}

/** Whether a file among the ledgers may be a copy of a judge's: no ledger itself, nor set apart from another's. */
function mayBeOf(judge: string, path: string, { ledgers }: Workspace): boolean {
  if (dirname(path) === ledgers && isLedgerFile(basename(path))) return false;
  const of = setApartFrom(basename(path))?.of;
  return of === undefined || of === `${judge}.json`;
}

/** Whether a file's name is that of a judge's ledger. */
function isLedgerFile(name: string): boolean {
  return name.endsWith('.json') && judgeIdShape.accepts(name.slice(0, -'.json'.length));
}

/** A backup that is what its name says. One that was changed stays as it is: written anew it would look sound. */
async function readBackup(
  { path, digest, seq }: Backup,
  place: string,
  { kinds }: Saving,
): Promise<{ readonly ledger: Ledger; readonly bytes: Uint8Array } | undefined> {
  try {
    const { value, bytes, locate } = await readDocument(path, place);
    const result = ledgerFromJson(value, kinds, locate);
    if ('findings' in result || result.ledger.seq !== seq) return undefined;
    return digestOf(bytes).startsWith(digest) ? { ledger: result.ledger, bytes } : undefined;
  } catch (thrown) {
    // What the medium does not give today it may give tomorrow, and then it would be left as it is.
    if (thrown instanceof Refusal && !isUnreadable(thrown)) return undefined;
    throw thrown;
  }
}

function isUnreadable({ findings }: Refusal): boolean {
  return findings.some(({ problem }) => problem.code === 'file-unreadable');
}

/** The text of a version that lost the value or whose forerunner has another digest now; undefined where neither is so. */
function chained(
  redacted: Ledger,
  before: Ledger,
  digests: ReadonlyMap<string, string>,
  { kinds }: Saving,
): string | undefined {
  const prev = before.prev === undefined ? undefined : digests.get(before.prev);
  if (redacted === before && prev === undefined) return undefined;
  return ledgerToText(prev === undefined ? redacted : { ...redacted, prev }, kinds);
}

/**
 * Lets a ledger that is without the value name the version before it by its new digest, and the head the ledger, where an
 * earlier run did not get so far.
 */
async function renameBefore(
  workspace: Workspace,
  { ledger, bytes: old }: LoadedLedger,
  digests: ReadonlyMap<string, string>,
  saving: Saving,
): Promise<SavedLedger> {
  const { home } = workspace;
  const judge = ledger.judge.id;
  const path = ledgerPath(workspace, judge);
  const text = chained(ledger, ledger, digests, saving);
  const bytes = text === undefined ? old : Buffer.from(text);
  const write = { expected: old, suffix: saving.random(8), now: timeInNames(saving.at) };
  const { confirmed, warnings } =
    text === undefined
      ? { confirmed: true, warnings: [] }
      : await inFile(placeIn(workspace, path), () => writeAtomically(path, bytes, write));
  const head = { seq: ledger.seq, digest: digestOf(bytes) };
  if ((await readHead(home, judge))?.digest === head.digest) return { ledger, confirmed, warnings };
  const unnoted = await noteHead(path, () => writeHead(home, judge, head, saving.random(8)));
  return { ledger, confirmed: confirmed && unnoted.length === 0, warnings: [...warnings, ...unnoted] };
}

/** The files below a folder; the folder itself where it can't be read. */
async function below(folder: string, depth: number): Promise<readonly string[]> {
  try {
    const found: string[] = [];
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      const stats = await lstat(path);
      if (stats.isDirectory() && depth > 0) found.push(...(await below(path, depth - 1)));
      else if ((stats.isFile() || stats.isSymbolicLink()) && !name.startsWith('.')) found.push(path);
    }
    return found;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) errnoOf(thrown);
    return [folder];
  }
}
