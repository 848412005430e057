import { basename, join } from 'node:path';
import type { ReadLedger } from '../domain/consolidation.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { countedOn, type Ledger } from '../domain/ledger.ts';
import { ledgerFromJson } from '../domain/ledger-format.ts';
import { error, Refusal, refusal, warning, type Finding, type Problem } from '../domain/problem.ts';
import type { Locate } from '../domain/shape.ts';
import { type SavedVersions, everySaved, listSaved } from './backup.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { documentIn, inFile } from './document.ts';
import { commitLedger } from './ledger-commit.ts';
import { AT_ONCE, assertReadable } from './ledger-size.ts';
import { ledgerIn } from './ledger-in.ts';
import { assertNewest, copiedProblem, goneProblem, keptVersions, olderProblem } from './last-saved.ts';
import { whileLocked } from './ledger-lock.ts';
import type { LoadedLedger, Saving } from './saving.ts';
import { setApartFrom } from './name-beside.ts';
import { isThere, ledgerPath as pathOf, namesIn, placeIn, type Workspace } from './workspace.ts';

export type { LoadedLedger, Saving } from './saving.ts';

/** A ledger's file as it was read, with what a check of it asks for. */
export interface LedgerFile extends ReadLedger, LoadedLedger {
  /** How many names the file has. */
  readonly links: number;
  readonly locate: Locate;
}

/** A change that was saved, or in a dry run would have been. */
export interface SavedLedger {
  readonly ledger: Ledger;
  /** False where the medium did not say that it has it. */
  readonly confirmed: boolean;
  readonly warnings: readonly Finding[];
}

/** The ids of the judges whose ledgers the workspace holds, by the names of the files, sorted. */
export async function ledgerNames(workspace: Workspace): Promise<readonly string[]> {
  const files = await ledgerFiles(workspace);
  return files
    .map((file) => basename(file, '.json'))
    .filter((name) => /^[a-z0-9][a-z0-9-]{0,31}$/.test(name));
}

/**
 * The ledger of a judge, or undefined where there never was one. Throws a Refusal `invalid` where it can't be read, or is
 * gone (`ledger-gone`): an empty one must never take its place.
 */
export async function loadLedger(
  workspace: Workspace,
  judge: string,
  kinds: readonly Kind[],
  seen?: LoadedLedger,
): Promise<LoadedLedger | undefined> {
  const path = pathOf(workspace, judge);
  const loaded = await readLedger(workspace, path, kinds, seen).catch(async (thrown: unknown) => {
    if (!isMissing(thrown)) throw thrown;
    // Where nobody can say whether there was one, no new one begins.
    const gone = goneProblem(await everySaved(workspace), judge);
    if (gone) throw refusal('invalid', gone, { file: placeIn(workspace, path) });
    return undefined;
  });
  if (!loaded) return undefined;
  const { id } = loaded.ledger.judge;
  // What every count sets apart must not be written to either.
  if (id !== judge) {
    const where = { file: placeIn(workspace, path), judge: id };
    throw refusal('invalid', { code: 'file-name-not-judge', judge: id, expected: `${id}.json` }, where);
  }
  const ledger = countedOn(loaded.ledger);
  return ledger === loaded.ledger ? loaded : { ...loaded, ledger };
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

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Refusal && thrown.findings[0]?.problem.code === 'file-missing';
}

/** That a ledger is an older copy put back, or another PC's laid over it, as a warning for commands that only read it. */
export async function olderWarning(workspace: Workspace, ledger: Ledger): Promise<readonly Finding[]> {
  const problem = await doubtfulVersion(await listSaved(workspace.home), ledger);
  const { id } = ledger.judge;
  return problem ? [warning(problem, { file: placeIn(workspace, pathOf(workspace, id)), judge: id })] : [];
}

async function doubtfulVersion(saved: SavedVersions, ledger: Ledger): Promise<Problem | undefined> {
  return (await olderProblem(saved, ledger)) ?? copiedProblem(saved, ledger);
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
): Promise<{ readonly read: readonly LedgerFile[]; readonly findings: readonly Finding[] }> {
  const read: LedgerFile[] = [];
  const findings: Finding[] = [];
  const saved = await listSaved(workspace.home);
  for (const path of await ledgerFiles(workspace)) {
    const file = placeIn(workspace, path);
    try {
      const found = await readLedgerFile(workspace, path, kinds);
      read.push(found);
      // A copy under another name is told to be one; what it came after tells nothing of the ledger itself.
      const isIt = basename(path) === `${found.ledger.judge.id}.json`;
      const doubt = isIt ? await doubtfulVersion(saved, found.ledger) : undefined;
      if (doubt) findings.push(warning(doubt, { file, judge: found.ledger.judge.id }));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      // One by one: as the arguments of one call, a hundred thousand findings overflow the stack.
      for (const finding of thrown.findings) findings.push(finding);
    }
  }
  findings.push(...(await goneLedgers(workspace, saved)));
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
    const doubts = loaded ? await assertNewest(workspace.home, loaded.ledger, placeIn(workspace, path)) : [];
    const before = loaded?.ledger ?? saving.fresh?.();
    if (!before) throw refusal('invalid', { code: 'file-missing' }, { file: placeIn(workspace, path) });
    const changed = change(before);
    if (changed === before) return { ledger: changed, confirmed: true, warnings: doubts };
    // Of one that is not that large, the text that is saved is looked at.
    if (saving.dryRun || changed.entries.length > AT_ONCE)
      assertReadable(changed, saving.kinds, placeIn(workspace, path));
    if (saving.dryRun) return { ledger: changed, confirmed: true, warnings: doubts };
    const base = loaded ? { bytes: loaded.bytes, digest: digestOf(loaded.bytes) } : null;
    const ledger = base === null ? changed : { ...changed, prev: base.digest };
    const done = await commitLedger(workspace, { before, ledger, base }, saving);
    return { ledger, ...done, warnings: [...doubts, ...done.warnings] };
  };
  return whileSaving(workspace, judge, saving, work);
}

/** Does what saves a ledger under its lock, but in a dry run; a lock that stays behind is a reservation. */
export async function whileSaving<Saved extends SavedLedger>(
  workspace: Workspace,
  judge: string,
  saving: Saving,
  work: () => Promise<Saved>,
): Promise<Saved> {
  if (saving.dryRun) return work();
  const left: Finding[] = [];
  const saved = await whileLocked(workspace, judge, saving, work, (lock) => {
    left.push(warning({ code: 'lock-left' }, { file: lock }));
  });
  return { ...saved, warnings: [...saved.warnings, ...left] };
}

/** A judge's ledger that lies anywhere, such as the one of another PC. Throws a Refusal `invalid` where it can't be read. */
export function readOtherLedger(
  workspace: Workspace,
  path: string,
  kinds: readonly Kind[],
): Promise<LoadedLedger> {
  return readLedger(workspace, path, kinds);
}

async function readLedger(
  workspace: Workspace,
  path: string,
  kinds: readonly Kind[],
  seen?: LoadedLedger,
): Promise<LoadedLedger> {
  const file = placeIn(workspace, path);
  const { bytes } = await inFile(file, () => readBytes(path));
  // The same bytes are the same ledger.
  if (seen && Buffer.compare(bytes, seen.bytes) === 0) return seen;
  const kept = async () => keptVersions(await listSaved(workspace.home), basename(path, '.json'));
  return { ledger: await ledgerIn(bytes, file, kinds, kept), bytes };
}

async function readLedgerFile(
  workspace: Workspace,
  path: string,
  kinds: readonly Kind[],
): Promise<LedgerFile> {
  const file = placeIn(workspace, path);
  const { bytes, links } = await inFile(file, () => readBytes(path));
  const kept = async () => keptVersions(await listSaved(workspace.home), basename(path, '.json'));
  const { value, locate } = await documentIn(bytes, file, kept);
  const result = ledgerFromJson(value, kinds, locate);
  if ('findings' in result) throw new Refusal('invalid', result.findings);
  return { file, ledger: result.ledger, bytes, links, locate };
}

async function ledgerFiles(workspace: Workspace): Promise<readonly string[]> {
  const names = await inFile(placeIn(workspace, workspace.ledgers), () => namesIn(workspace.ledgers));
  return names
    .filter(isLedgerName)
    .sort()
    .map((name) => join(workspace.ledgers, name));
}

/**
 * Whether a file among the ledgers is read as one: helper files begin with a dot, `~$` is how Office says that it has the ledger
 * open, and versions set apart are for a person to look at.
 */
export function isLedgerName(name: string): boolean {
  return (
    name.endsWith('.json') &&
    !name.startsWith('.') &&
    !name.startsWith('~$') &&
    setApartFrom(name) === undefined
  );
}

/** Ledgers of which earlier versions were saved, and whose files are not there any more. */
async function goneLedgers(workspace: Workspace, saved: SavedVersions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const judge of saved.judges) {
    const path = pathOf(workspace, judge);
    const file = placeIn(workspace, path);
    const problem = (await inFile(file, () => isThere(path))) ? undefined : goneProblem(saved, judge);
    if (problem) findings.push(error(problem, { file, judge }));
  }
  return findings;
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
