import { exists, lstat, readdir, realpath, unlink } from './files.ts';
import { join } from 'node:path';

import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts';
import { Refusal } from '../domain/problem.ts';
import { patiently, removeQuietly, sweepLeftovers, syncFolder } from './durable-file.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { parseJsonText } from './json-text.ts';
import { inFile } from './document.ts';
import { errnoOf } from './errno.ts';
import { putInto } from './put-into.ts';
import { decodeText } from './text.ts';
import { namesIn, placeIn, type Workspace } from './workspace.ts';

/** An earlier version of a ledger, as its file's name tells it. */
export interface Backup {
  readonly name: string;
  readonly path: string;
  /** The ledger's own count of versions. */
  readonly seq: number;
  /** The day on which the next version took its place. */
  readonly day: CalendarDate;
  /** The first 8 digits of its SHA-256. */
  readonly digest: string;
}

/** A version of a ledger as it was read, which the next one replaces. */
export interface Version {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly digest: string;
}

/** What a backup of a ledger needs to know; `keepSeqs` are the versions that were submitted, which are never thrown away. */
export interface BackupOptions {
  readonly home: string;
  readonly judgeId: string;
  readonly seq: number;
  readonly day: CalendarDate;
  readonly suffix: string;
  readonly keepSeqs: readonly number[];
}

/** The last version that was saved, kept apart from the ledger: an older copy put back is noticed by it. */
export interface Head {
  readonly seq: number;
  /** SHA-256 of the whole file. */
  readonly digest: string;
}

const BACKUP_NAME = /^([a-z0-9][a-z0-9-]{0,31})\.(\d+)\.(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8})\.json$/;
const newestKept = 20;
const daysKept = 30;
const patienceMs = 10_000;

/**
 * Puts a ledger's version onto the medium, with the rights of the ledger's file, as `backups/<judge-id>.<seq>.<day>.<digest>.json`, and lets go of what is neither among
 * the last 20 versions, nor the last of one of the last 30 days with a version, nor submitted. Throws a Refusal `storage` with
 * `storage-failed` where the copy can't be made; nothing may be written then.
 */
export async function backUp(ledger: string, version: Version, options: BackupOptions): Promise<void> {
  await addVersion(ledger, version, options);
  const kept = await listBackups(options.home, options.judgeId);
  await Promise.all(outdated(kept, options).map((backup) => removeQuietly(backup.path)));
}

/** The same, and lets go of nothing: while versions lie there twice, no count of them tells which are old. */
export async function addVersion(
  ledger: string,
  version: Version,
  options: Omit<BackupOptions, 'keepSeqs'>,
): Promise<void> {
  const mode = await modeOf(ledger);
  const seq = String(options.seq).padStart(6, '0');
  const name = `${options.judgeId}.${seq}.${options.day}.${version.digest.slice(0, 8)}.json`;
  await sweepBackups(options.home, options.judgeId);
  await replace(options, name, version.bytes, { mode, forced: true });
}

/** Removes what a run that died left half-written in `backups/`. Only for who holds the ledger's lock. */
export async function sweepBackups(home: string, judgeId: string): Promise<void> {
  await sweepLeftovers(join(folderOf(home), judgeId));
}

/**
 * Puts a version's other bytes beside it, under the name of their digest and with its rights, and gives that name. Throws a
 * Refusal `storage`.
 */
export async function addBeside(
  home: string,
  judgeId: string,
  { seq, day, path }: Backup,
  bytes: Uint8Array,
  suffix: string,
): Promise<string> {
  const name = `${judgeId}.${String(seq).padStart(6, '0')}.${day}.${digestOf(bytes).slice(0, 8)}.json`;
  await replace({ home, judgeId, suffix }, name, bytes, { mode: await modeOf(path), forced: true });
  return name;
}

/** Removes versions for good, one behind the other; the first that can't be removed and those behind it are given. */
export async function removeBackups(home: string, backups: readonly Backup[]): Promise<readonly Backup[]> {
  for (const [at, { path }] of backups.entries()) {
    try {
      if (await exists(path)) await patiently(() => unlink(path), patienceMs);
    } catch (thrown) {
      errnoOf(thrown);
      return backups.slice(at);
    }
  }
  if (backups.length > 0) await syncFolder(folderOf(home));
  return [];
}

/** The earlier versions of a judge's ledger, newest first; none where the folder can't be read. */
export async function listBackups(home: string, judgeId: string): Promise<readonly Backup[]> {
  return (await listSaved(home)).backupsOf(judgeId);
}

/** What `backups/` tells of all ledgers, listed once. */
export interface SavedVersions {
  /** The judges of whom a version was saved ever, sorted. */
  readonly judges: readonly string[];
  /** The earlier versions of a judge's ledger, newest first. */
  backupsOf(judgeId: string): readonly Backup[];
  /** The version last saved of a judge's ledger, as it was noted; undefined as of readHead. */
  headOf(judgeId: string): Promise<Head | undefined>;
  /** The highest count of versions that a judge's ledger is known to have had; 0 where none was saved. */
  last(judgeId: string): Promise<number>;
}

/** Lists what lies in `backups/`; nothing where the folder can't be read. */
export async function listSaved(home: string): Promise<SavedVersions> {
  return savedAmong(home, await readdir(folderOf(home)).catch((): string[] => []));
}

/** The same for who must not miss one: throws a Refusal `invalid` where the folder is there and can't be read. */
export async function everySaved(workspace: Workspace): Promise<SavedVersions> {
  const { home, backups } = workspace;
  return savedAmong(home, await inFile(placeIn(workspace, backups), () => namesIn(backups)));
}

function savedAmong(home: string, names: readonly string[]): SavedVersions {
  const folder = folderOf(home);
  const versions = new Map<string, Backup[]>();
  const heads = new Set<string>();
  for (const name of names) {
    const head = headOwner(name);
    if (head !== undefined) heads.add(head);
    const told = toldBy(name);
    if (!told) continue;
    const { judge, version } = told;
    const backup = { name, path: join(folder, name), ...version };
    const others = versions.get(judge);
    if (others) others.push(backup);
    else versions.set(judge, [backup]);
  }
  const read = new Map<string, Promise<Head | undefined>>();
  const headOf = (judgeId: string): Promise<Head | undefined> => {
    const head =
      read.get(judgeId) ?? (heads.has(judgeId) ? readHead(home, judgeId) : Promise.resolve(undefined));
    read.set(judgeId, head);
    return head;
  };
  const backupsOf = (judgeId: string): readonly Backup[] =>
    (versions.get(judgeId) ?? []).toSorted(
      (a, b) => b.seq - a.seq || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0),
    );
  return {
    judges: [...new Set([...versions.keys(), ...heads])].sort(),
    backupsOf,
    headOf,
    last: async (judgeId) => Math.max((await headOf(judgeId))?.seq ?? 0, backupsOf(judgeId)[0]?.seq ?? 0),
  };
}

/** The judge whose backup or head a file's name says it is; undefined for every other file. */
export function backupOwner(name: string): string | undefined {
  return toldBy(name)?.judge ?? headOwner(name);
}

function headOwner(name: string): string | undefined {
  return /^([a-z0-9][a-z0-9-]{0,31})\.head$/.exec(name)?.[1];
}

function toldBy(
  name: string,
): { readonly judge: string; readonly version: Pick<Backup, 'seq' | 'day' | 'digest'> } | undefined {
  const [, judge, seq, day, digest] = BACKUP_NAME.exec(name) ?? [];
  if (judge === undefined || day === undefined || digest === undefined || !isCalendarDate(day))
    return undefined;
  return { judge, version: { seq: Number(seq), day, digest } };
}

/**
 * Notes the version just saved in `backups/<judge-id>.head`. Throws a Refusal `storage` where that fails. The note is not
 * forced onto the medium: one that a power cut takes or damages tells nothing, and the one before it names an older
 * version, so it can never accuse a good ledger.
 */
export async function writeHead(home: string, judgeId: string, head: Head, suffix: string): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify({ seq: head.seq, digest: head.digest })}\n`);
  await replace({ home, judgeId, suffix }, headName(judgeId), bytes, { mode: 0o600, forced: false });
}

/** The version last saved; undefined where none was noted, or the note is damaged: it only ever adds a warning. */
export async function readHead(home: string, judgeId: string): Promise<Head | undefined> {
  try {
    const { value } = parseJsonText(decodeText((await readBytes(headPath(home, judgeId))).bytes));
    if (typeof value !== 'object' || value === null || !('seq' in value)) return undefined;
    const { seq, digest } = value;
    return typeof seq === 'number' && typeof digest === 'string' ? { seq, digest } : undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

/** Of a file that is gone by now, those of a private one: the write that follows will find that out and say so. */
async function modeOf(ledger: string): Promise<number> {
  try {
    return (await lstat(await realpath(ledger))).mode & 0o7777;
  } catch (thrown) {
    errnoOf(thrown);
    return 0o600;
  }
}

/**
 * Days are those of versions: by the clock, one that runs ahead for once would take all of them for old. Two files of one
 * count, such as an erasure that was broken off leaves, are one version and stay or go together.
 */
function outdated(backups: readonly Backup[], { keepSeqs }: BackupOptions): readonly Backup[] {
  const kept = new Set(keepSeqs);
  const days = new Set<string>();
  const seqs = new Set<number>();
  for (const { seq, day } of backups) {
    seqs.add(seq);
    if (seqs.size <= newestKept || (!days.has(day) && days.size < daysKept)) kept.add(seq);
    days.add(day);
  }
  return backups.filter(({ seq }) => !kept.has(seq));
}

async function replace(
  { home, judgeId, suffix }: { readonly home: string; readonly judgeId: string; readonly suffix: string },
  name: string,
  bytes: Uint8Array,
  { mode, forced }: { readonly mode: number; readonly forced: boolean },
): Promise<void> {
  const owner = { folder: folderOf(home), owner: judgeId, suffix };
  await putInto(owner, name, bytes, { mode, forced, action: 'backup' });
}

function folderOf(home: string): string {
  return join(home, 'backups');
}

/** Where the version last saved is noted. */
export function headPath(home: string, judgeId: string): string {
  return join(folderOf(home), headName(judgeId));
}

function headName(judgeId: string): string {
  return `${judgeId}.head`;
}
