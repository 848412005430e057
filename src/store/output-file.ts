import { isWindows, lstat, open } from './files.ts';
import { basename, dirname, join } from 'node:path';

import { type Finding, Refusal, refusal, warning } from '../domain/problem.ts';
import {
  moveOver,
  removeQuietly,
  storageRefusal,
  sweepAbandoned,
  syncFolder,
  temporaryName,
  writeDurably,
} from './durable-file.ts';
import { errnoOf } from './errno.ts';
import { officeSigns } from './open-signs.ts';
import { mayPass } from './patient-rename.ts';
import type { Written } from './atomic-file.ts';
import { writeTarget } from './write-target.ts';

const patienceMs = 2_000;
/** What POSIX answers while a program holds a file. */
const heldBy: ReadonlySet<string> = new Set(['EBUSY', 'ETXTBSY']);

/**
 * Writes an output, such as a workbook, so that after any crash it is the whole old or the whole new one; whether it may be
 * replaced is for the caller to ask. Throws a Refusal `storage`: `output-open` where a program has it open, else as the
 * medium failed. `suffix` is random ASCII text for the helper file's name.
 */
export async function writeOutput(
  file: string,
  bytes: Uint8Array,
  options: { readonly suffix: string },
): Promise<Written> {
  const target = await attempt(file, () => writeTarget(file));
  const temporary = temporaryName(target.path, options.suffix);
  await attempt(file, () => writeDurably(temporary, bytes, target.old?.mode));
  await sweepAbandoned(target.path, temporary);
  try {
    await attempt(file, () => moveOver(temporary, target.path, patienceMs));
  } catch (thrown) {
    await removeQuietly(temporary);
    throw thrown;
  }
  const reason = await syncFolder(dirname(target.path));
  const warnings: Finding[] =
    reason === undefined ? [] : [warning({ code: 'not-confirmed', reason }, { file })];
  return { confirmed: reason === undefined, warnings };
}

/**
 * Throws a Refusal `storage` with `output-open` where a spreadsheet program has the output open, seen by the sign it lays
 * beside it or by a refused open; to be asked before long work begins.
 */
export async function assertNotOpen(file: string): Promise<void> {
  for (const sign of officeSigns(basename(file))) {
    if (await exists(join(dirname(file), sign)))
      throw refusal('storage', { code: 'output-open', sign }, { file });
  }
  if (!(await exists(file))) return;
  const { path } = await attempt(file, () => writeTarget(file));
  await attempt(file, async () => (await open(path, 'r+')).close());
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    if (isWindows() ? mayPass(thrown) : heldBy.has(errnoOf(thrown)))
      throw refusal('storage', { code: 'output-open' }, { file }, { cause: thrown });
    throw storageRefusal('output', file, thrown);
  }
}
