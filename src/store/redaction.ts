import { basename, join } from 'node:path';
import { ledgerFromJson, ledgerToText } from '../domain/ledger-format.ts';
import type { Ledger } from '../domain/ledger.ts';
import { Refusal } from '../domain/problem.ts';
import { writeAtomically } from './atomic-file.ts';
import { listBackups, replaceBackup, writeHead } from './backup.ts';
import { readDocument } from './document.ts';
import { digestOf } from './file-bytes.ts';
import { exists, lstat, readdir } from './files.ts';
import { timeInNames, whileLocked } from './ledger-lock.ts';
import { loadLedger, type Saving } from './ledgers.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** What became of a ledger's backups. */
export interface RedactedBackups {
  readonly rewritten: number;
  /** Backups that can't be read, so that nothing can be erased in them. */
  readonly unread: readonly string[];
  /** False where the medium did not say that it has the ledger. */
  readonly confirmed: boolean;
}

/**
 * Erases a value in all backups of a judge, oldest first: each is written anew under the name of its new digest before the old
 * file goes, the version behind it names the new digest in its `prev`, and so does the ledger at the end, as the head. Run
 * again after a crash, it does the rest.
 */
export async function redactBackups(
  workspace: Workspace,
  judge: string,
  redact: (ledger: Ledger) => Ledger,
  saving: Saving,
): Promise<RedactedBackups> {
  const work = async (): Promise<RedactedBackups> => {
    const digests = new Map<string, string>();
    const unread: string[] = [];
    for (const backup of (await listBackups(workspace.home, judge)).toReversed()) {
      const place = placeIn(workspace, backup.path);
      const read = await readBackup(backup.path, place, saving);
      if (!read) unread.push(place);
      if (!read) continue;
      const text = chained(redact(read.ledger), read.ledger, digests, saving);
      if (text === undefined) continue;
      const bytes = Buffer.from(text);
      digests.set(digestOf(read.bytes), digestOf(bytes));
      if (!saving.dryRun) await replaceBackup(workspace.home, judge, backup, bytes, saving.random(8));
    }
    const confirmed = saving.dryRun || (await renameBefore(workspace, judge, digests, saving));
    return { rewritten: digests.size, unread, confirmed };
  };
  return saving.dryRun ? work() : whileLocked(workspace, judge, saving, work);
}

/** Files that were made of the ledger or kept beside it: copies of conflicts, damaged ones, workbooks, what was handed in. */
export async function otherHolders(workspace: Workspace, judge: string): Promise<readonly string[]> {
  const beside = (await names(workspace.ledgers)).filter(
    (name) => name.startsWith(`${judge}.`) && /\.(?:conflict|damaged)-/.test(name),
  );
  const found = beside.map((name) => join(workspace.ledgers, name));
  for (const folder of ['reports', 'submissions'])
    found.push(...(await below(join(workspace.home, folder), 3)));
  return found.map((path) => placeIn(workspace, path)).sort();
}

async function readBackup(
  path: string,
  place: string,
  { kinds }: Saving,
): Promise<{ readonly ledger: Ledger; readonly bytes: Uint8Array } | undefined> {
  try {
    const { value, bytes, locate } = await readDocument(path, place);
    const result = ledgerFromJson(value, kinds, locate);
    return 'findings' in result ? undefined : { ledger: result.ledger, bytes };
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
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

async function renameBefore(
  workspace: Workspace,
  judge: string,
  digests: ReadonlyMap<string, string>,
  saving: Saving,
): Promise<boolean> {
  const loaded = await loadLedger(workspace, judge, saving.kinds);
  const text = loaded && chained(loaded.ledger, loaded.ledger, digests, saving);
  if (!loaded || text === undefined) return true;
  const bytes = Buffer.from(text);
  const now = timeInNames(saving.at);
  const path = join(workspace.ledgers, `${judge}.json`);
  const written = await writeAtomically(path, bytes, {
    expected: loaded.bytes,
    suffix: saving.random(8),
    now,
  });
  const head = { seq: loaded.ledger.seq, digest: digestOf(bytes) };
  await writeHead(workspace.home, judge, head, saving.random(8));
  return written.confirmed;
}

async function below(folder: string, depth: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await names(folder)) {
    const path = join(folder, name);
    const stats = await lstat(path);
    if (stats.isDirectory() && depth > 0) found.push(...(await below(path, depth - 1)));
    else if (stats.isFile() && !basename(path).startsWith('.')) found.push(path);
  }
  return found;
}

async function names(folder: string): Promise<readonly string[]> {
  return (await exists(folder)) ? readdir(folder) : [];
}
