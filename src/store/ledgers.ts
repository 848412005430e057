import { mkdir } from './files.ts';
import { basename, join } from 'node:path';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ReadLedger } from '../domain/consolidation.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { ledgerFromJson, ledgerToText } from '../domain/ledger-format.ts';
import { error, Refusal, refusal, type Finding } from '../domain/problem.ts';
import { type Version, listBackups } from './backup.ts';
import { digestOf, readBytes } from './file-bytes.ts';
import { commitText } from './commit.ts';
import { storageRefusal } from './durable-file.ts';
import { inFile, readDocument } from './document.ts';
import { withLock } from './lock.ts';
import type { LockHolder } from './lock-record.ts';
import { isThere, namesIn, placeIn, type Workspace } from './workspace.ts';

/** A ledger and the bytes it was read from, which a change must find again. */
export interface LoadedLedger {
  readonly ledger: Ledger;
  readonly bytes: Uint8Array;
}

/** How a change is saved. */
export interface Saving {
  readonly kinds: readonly Kind[];
  /** Works everything out and writes nothing at all. */
  readonly dryRun: boolean;
  readonly holder: LockHolder;
  readonly isAlive: (pid: number) => boolean;
  /** So many random lower-case letters and digits. */
  readonly random: (length: number) => string;
  /** Runs work that Ctrl-C must not tear. */
  readonly uninterrupted: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The instant in China's time, for the record and for names. */
  readonly at: string;
  /** The day it is by the clock, for the names of backups. */
  readonly day: CalendarDate;
  /** The version that was read before, whose bytes need not be read a second time where they are the same. */
  readonly seen?: LoadedLedger | undefined;
  /** What to begin with where the judge has no ledger yet; without it, a missing ledger is refused. */
  readonly fresh?: () => Ledger;
}

/** A change that was saved, or in a dry run would have been. */
export interface SavedLedger {
  readonly ledger: Ledger;
  /** False where the medium did not say that it has it. */
  readonly confirmed: boolean;
  readonly warnings: readonly Finding[];
}

const LOCK_WAIT_MS = 5000;

/** The ids of the judges whose ledgers the workspace holds, by the names of the files, sorted. */
export async function ledgerNames(workspace: Workspace): Promise<readonly string[]> {
  const files = await ledgerFiles(workspace);
  return files
    .map((file) => basename(file, '.json'))
    .filter((name) => /^[a-z0-9][a-z0-9-]{0,31}$/.test(name));
}

/** The ledger of a judge, or undefined where there is none yet. Throws a Refusal `invalid` where it can't be read. */
export async function loadLedger(
  workspace: Workspace,
  judge: string,
  kinds: readonly Kind[],
  seen?: LoadedLedger,
): Promise<LoadedLedger | undefined> {
  const path = pathOf(workspace, judge);
  if (!(await inFile(placeIn(workspace, path), () => isThere(path)))) return undefined;
  const loaded = await readLedger(workspace, path, kinds, seen);
  const { id } = loaded.ledger.judge;
  // What every count sets apart must not be written to either.
  if (id !== judge) {
    const where = { file: placeIn(workspace, path), judge: id };
    throw refusal('invalid', { code: 'file-name-not-judge', judge: id, expected: `${id}.json` }, where);
  }
  return loaded;
}

/** The ledger of a judge; a missing one is refused. */
export async function requireLedger(
  workspace: Workspace,
  judge: string,
  kinds: readonly Kind[],
): Promise<LoadedLedger> {
  const path = pathOf(workspace, judge);
  const loaded = await loadLedger(workspace, judge, kinds);
  if (!loaded) throw refusal('invalid', { code: 'file-missing' }, { file: placeIn(workspace, path) });
  return loaded;
}

/** The ledgers of some judges, for a count beside one's own: one that is missing or damaged is left out. */
export async function loadLedgersOf(
  workspace: Workspace,
  judges: readonly string[],
  kinds: readonly Kind[],
): Promise<readonly Ledger[]> {
  const loaded = await Promise.all(
    judges.map((judge) =>
      loadLedger(workspace, judge, kinds).catch((thrown: unknown) => {
        if (thrown instanceof Refusal) return undefined;
        throw thrown;
      }),
    ),
  );
  return loaded.flatMap((one) => (one ? [one.ledger] : []));
}

/**
 * All ledgers of the workspace that can be used, and what is wrong with the others. A file whose name is not its judge's id,
 * and both of two files of one judge, are named and set apart: a copy merged by mistake would count every row twice.
 */
export async function readAllLedgers(
  workspace: Workspace,
  kinds: readonly Kind[],
): Promise<{ readonly read: readonly ReadLedger[]; readonly findings: readonly Finding[] }> {
  const read: ReadLedger[] = [];
  const findings: Finding[] = [];
  for (const path of await ledgerFiles(workspace)) {
    try {
      const { ledger } = await readLedger(workspace, path, kinds);
      read.push({ file: placeIn(workspace, path), ledger });
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      findings.push(...thrown.findings);
    }
  }
  const apart = [...wrongNames(read), ...twice(read)];
  return {
    read: read.filter(({ file }) => !apart.some(({ files }) => files.includes(file))),
    findings: [...findings, ...apart.map(({ finding }) => finding)],
  };
}

/**
 * Changes a judge's ledger: under the lock, read, change, check what would be written by reading it again, keep the version
 * before, replace. `change` may be called on a newer version than the caller has seen; returning its argument saves nothing.
 */
export async function changeLedger(
  workspace: Workspace,
  judge: string,
  change: (ledger: Ledger) => Ledger,
  saving: Saving,
): Promise<SavedLedger> {
  const path = pathOf(workspace, judge);
  const work = async (): Promise<SavedLedger> => {
    const loaded = await loadLedger(workspace, judge, saving.kinds, saving.seen);
    const before = loaded?.ledger ?? saving.fresh?.();
    if (!before) throw refusal('invalid', { code: 'file-missing' }, { file: placeIn(workspace, path) });
    const changed = change(before);
    if (changed === before || saving.dryRun) return { ledger: changed, confirmed: true, warnings: [] };
    const base = loaded ? { bytes: loaded.bytes, digest: digestOf(loaded.bytes) } : null;
    const ledger = base === null ? changed : { ...changed, prev: base.digest };
    const done = await commit(workspace, path, before, ledger, base, saving);
    return { ledger, ...done };
  };
  if (saving.dryRun) return work();
  await mkdir(workspace.ledgers).catch((thrown: unknown) => {
    throw storageRefusal('write', placeIn(workspace, workspace.ledgers), thrown);
  });
  const options = { waitMs: LOCK_WAIT_MS, random: () => fraction(saving.random), isAlive: saving.isAlive };
  return saving.uninterrupted(() => withLock(lockOf(workspace, judge), saving.holder, options, work));
}

async function commit(
  workspace: Workspace,
  path: string,
  before: Ledger,
  ledger: Ledger,
  base: Version | null,
  saving: Saving,
): Promise<{ confirmed: boolean; warnings: readonly Finding[] }> {
  const text = ledgerToText(ledger, saving.kinds);
  const { confirmed, warnings } = await inFile(placeIn(workspace, path), () =>
    commitText(path, {
      base,
      text,
      verify: (written) => {
        assertSame(written, before, ledger, saving.kinds);
      },
      home: workspace.home,
      judgeId: ledger.judge.id,
      seq: { old: before.seq, new: ledger.seq },
      day: saving.day,
      keepSeqs: [],
      suffix: saving.random(8),
      now: saving.at.slice(0, 19).replace(/[-:]/gu, ''),
    }),
  );
  return { confirmed, warnings };
}

/**
 * What will be written must read back as what was meant: a ledger that its own reader refuses is never saved. Entries that
 * were not touched were validated when they were read; of them the id and the version are compared.
 */
function assertSame(text: string, before: Ledger, meant: Ledger, kinds: readonly Kind[]): void {
  const untouched = new Set(before.entries);
  const written: unknown = JSON.parse(text);
  const touched = meant.entries.map((entry) => !untouched.has(entry));
  const read = ledgerFromJson(onlyEntries(written, touched), kinds, { value: () => ({}), key: () => ({}) });
  if ('findings' in read) throw new Refusal('invalid', read.findings);
  const expected = { ...meant, entries: meant.entries.filter((_, index) => touched[index]) };
  if (ledgerToText(read.ledger, kinds) !== ledgerToText(expected, kinds)) throw notAsMeant();
  entriesOf(written).forEach((entry, index) => {
    const { id, rev } = meant.entries[index] ?? {};
    if (Reflect.get(entry, 'id') !== id || Reflect.get(entry, 'rev') !== rev) throw notAsMeant();
  });
  if (entriesOf(written).length !== meant.entries.length) throw notAsMeant();
}

function onlyEntries(document: unknown, wanted: readonly boolean[]): unknown {
  return { ...Object(document), entries: entriesOf(document).filter((_, index) => wanted[index]) };
}

function entriesOf(document: unknown): readonly object[] {
  const isLedger = typeof document === 'object' && document !== null && 'entries' in document;
  const entries: unknown = isLedger ? document.entries : undefined;
  return Array.isArray(entries) ? entries.filter(isObject) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function notAsMeant(): Error {
  return new Error('the ledger would not read back as it was meant');
}

async function readLedger(
  workspace: Workspace,
  path: string,
  kinds: readonly Kind[],
  seen?: LoadedLedger,
): Promise<LoadedLedger> {
  const file = placeIn(workspace, path);
  // The same bytes are the same ledger.
  if (seen && Buffer.compare((await inFile(file, () => readBytes(path))).bytes, seen.bytes) === 0)
    return seen;
  const { value, bytes, locate } = await readDocument(path, file, async () => {
    const backups = await listBackups(workspace.home, basename(path, '.json'));
    return backups.map((backup) => placeIn(workspace, backup.path));
  });
  const result = ledgerFromJson(value, kinds, locate);
  if ('findings' in result) throw new Refusal('invalid', result.findings);
  return { ledger: result.ledger, bytes };
}

async function ledgerFiles(workspace: Workspace): Promise<readonly string[]> {
  const names = await inFile(placeIn(workspace, workspace.ledgers), () => namesIn(workspace.ledgers));
  // Helper files begin with a dot; `.conflict-` versions are kept for a person to look at, not to be counted.
  const wanted = names.filter(
    (name) => name.endsWith('.json') && !name.startsWith('.') && !name.includes('.conflict-'),
  );
  return wanted.sort().map((name) => join(workspace.ledgers, name));
}

interface Apart {
  readonly files: readonly string[];
  readonly finding: Finding;
}

function wrongNames(read: readonly ReadLedger[]): readonly Apart[] {
  return read
    .filter(({ file, ledger }) => basename(file) !== `${ledger.judge.id}.json`)
    .map(({ file, ledger }) => ({
      files: [file],
      finding: error(
        { code: 'file-name-not-judge', judge: ledger.judge.id, expected: `${ledger.judge.id}.json` },
        { file, judge: ledger.judge.id },
      ),
    }));
}

function twice(read: readonly ReadLedger[]): readonly Apart[] {
  const judges = [...new Set(read.map(({ ledger }) => ledger.judge.id))];
  return judges.flatMap((judge) => {
    const files = read.filter(({ ledger }) => ledger.judge.id === judge).map(({ file }) => file);
    if (files.length < 2) return [];
    return [{ files, finding: error({ code: 'judge-in-two-files', judge, files }, { judge }) }];
  });
}

function pathOf(workspace: Workspace, judge: string): string {
  return join(workspace.ledgers, `${judge}.json`);
}

function lockOf(workspace: Workspace, judge: string): string {
  return join(workspace.ledgers, `.${judge}.lock`);
}

function fraction(random: (length: number) => string): number {
  return Number.parseInt(random(6), 36) / 36 ** 6;
}
