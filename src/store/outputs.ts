import { mkdir } from './files.ts';
import { dirname, join, sep } from 'node:path';
import { error, Refusal, warning, type Finding } from '../domain/problem.ts';
import { storageRefusal } from './durable-file.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { parseJsonText } from './json-text.ts';
import { decodeText } from './text.ts';
import { assertNotOpen, writeOutput } from './output-file.ts';
import { isThere, placeIn, type Workspace } from './workspace.ts';

/** A file to be made. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How outputs are written. */
export interface Making {
  /** Replaces what the tool did not make, or what somebody changed since. */
  readonly force: boolean;
  /** So many random lower-case letters and digits. */
  readonly random: (length: number) => string;
}

/**
 * Writes files, each whole or not at all. What the tool did not make, or what somebody changed since, is refused (`busy`)
 * before anything is written; one that is open elsewhere is refused (`storage`) after the others were written. Gives the
 * warnings of the medium.
 */
export async function writeOutputs(
  workspace: Workspace,
  files: readonly OutputFile[],
  making: Making,
): Promise<readonly Finding[]> {
  refuseOwn(workspace, files);
  const made = await readMade(workspace);
  if (!making.force) await refuseForeign(workspace, files, made);
  const warnings: Finding[] = [];
  const failed: Finding[] = [];
  const written = new Map(Object.entries(made));
  for (const { path, bytes } of files) {
    const file = placeIn(workspace, path);
    try {
      await assertNotOpen(path);
      await folderFor(path);
      const done = await writeOutput(path, bytes, { suffix: making.random(8) });
      warnings.push(...done.warnings);
      written.set(file, digestOf(bytes));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      failed.push(...thrown.findings.map((finding) => ({ ...finding, where: { ...finding.where, file } })));
    }
  }
  if (written.size > 0) warnings.push(...(await noteMade(workspace, written, making)));
  if (failed.length > 0) throw new Refusal('storage', failed);
  return warnings;
}

/** The workspace's own data is never an output, whatever is forced. */
function refuseOwn(workspace: Workspace, files: readonly OutputFile[]): void {
  const { roster, holidays, importHeads, ledgers, backups, submissions } = workspace;
  const own = [roster, holidays, importHeads, ledgers, backups, submissions];
  const findings = files
    .filter(({ path }) => own.some((place) => path === place || path.startsWith(place + sep)))
    .map(({ path }) => error({ code: 'output-is-data' }, { file: placeIn(workspace, path) }));
  if (findings.length > 0) throw new Refusal('misuse', findings);
}

async function folderFor(path: string): Promise<void> {
  try {
    await mkdir(dirname(path));
  } catch (thrown) {
    throw storageRefusal('output', path, thrown);
  }
}

/** The outputs are written by now: a record that can't be kept is a reservation, never a failure. */
async function noteMade(
  workspace: Workspace,
  written: ReadonlyMap<string, string>,
  making: Making,
): Promise<readonly Finding[]> {
  try {
    const sorted = [...written].sort(([one], [other]) => (one < other ? -1 : 1));
    await writeMade(workspace, Object.fromEntries(sorted), making);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const problem = thrown.findings[0]?.problem;
    const reason = problem?.code === 'storage-failed' ? problem.reason : thrown.kind;
    return [warning({ code: 'not-confirmed', reason }, { file: placeIn(workspace, recordOf(workspace)) })];
  }
}

async function refuseForeign(
  workspace: Workspace,
  files: readonly OutputFile[],
  made: Readonly<Record<string, string>>,
): Promise<void> {
  const findings: Finding[] = [];
  for (const { path, bytes } of files) {
    if (!(await isThere(path))) continue;
    const file = placeIn(workspace, path);
    const digest = digestOf((await readBytes(path)).bytes);
    if (digest === digestOf(bytes) || digest === made[file]) continue;
    findings.push(error({ code: made[file] === undefined ? 'output-not-ours' : 'output-edited' }, { file }));
  }
  if (findings.length > 0) throw new Refusal('busy', findings);
}

/** What the tool made, by path, with the digest of the bytes it wrote. A damaged record only makes it more careful. */
async function readMade(workspace: Workspace): Promise<Readonly<Record<string, string>>> {
  const path = recordOf(workspace);
  if (!(await isThere(path))) return {};
  try {
    const { bytes } = await readBytes(path);
    const made = parseJsonText(decodeText(bytes)).value;
    if (typeof made !== 'object' || made === null || Array.isArray(made)) return {};
    return Object.fromEntries(
      Object.entries(made).flatMap(([file, digest]) => (typeof digest === 'string' ? [[file, digest]] : [])),
    );
  } catch (thrown) {
    if (thrown instanceof Refusal) return {};
    throw thrown;
  }
}

async function writeMade(
  workspace: Workspace,
  made: Readonly<Record<string, string>>,
  making: Making,
): Promise<void> {
  await folderFor(recordOf(workspace));
  const bytes = Buffer.from(`${JSON.stringify(made, null, 2)}\n`);
  await writeOutput(recordOf(workspace), bytes, { suffix: making.random(8) });
}

function recordOf(workspace: Workspace): string {
  return join(workspace.reports, '.made.json');
}
