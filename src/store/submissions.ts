import { join } from 'node:path';
import type { FiledSubmission } from '../domain/handing-in.ts';
import type { Ledger } from '../domain/ledger.ts';
import { Refusal, refusal, warning, type Finding } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { submissionFromJson } from '../domain/submission-format.ts';
import type { Submission } from '../domain/submission.ts';
import { digestOf } from './digest.ts';
import { inFile, readDocument } from './document.ts';
import { sweepLeftovers, syncFolder } from './durable-file.ts';
import { readBytes } from './file-bytes.ts';
import { assertNewest } from './last-saved.ts';
import { commitLedger } from './ledger-commit.ts';
import { loadLedger, whileSaving, type SavedLedger, type Saving } from './ledgers.ts';
import { putInto } from './put-into.ts';
import { isThere, ledgerPath, namesIn, placeIn, type Workspace } from './workspace.ts';

/** What is handed in: the ledger with its marks, and the attempt that stands, with its files. */
export interface Handing {
  readonly ledger: Ledger;
  readonly submission: Submission;
  /** False where the last attempt already told the same. */
  readonly isNew: boolean;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** A ledger of which a quarter was handed in. */
export interface HandedIn extends SavedLedger {
  readonly submission: Submission;
  readonly isNew: boolean;
  /** Where the attempt's files are, as people are told it. */
  readonly files: readonly string[];
}

/** Where the sealed submissions of a quarter lie. */
export function submissionsFolder(workspace: Workspace, quarter: Quarter): string {
  return join(workspace.submissions, quarter);
}

/**
 * The sealed submissions of a judge for a quarter that lie in the workspace, and what is wrong with those that may be the
 * judge's and can't be used: they are named and left alone.
 */
export async function filedSubmissions(
  workspace: Workspace,
  judge: string,
  quarter: Quarter,
): Promise<{ readonly filed: readonly FiledSubmission[]; readonly findings: readonly Finding[] }> {
  const folder = submissionsFolder(workspace, quarter);
  const names = await inFile(placeIn(workspace, folder), () => namesIn(folder));
  const filed: FiledSubmission[] = [];
  const findings: Finding[] = [];
  for (const name of names.filter((one) => one.includes(`_${judge}_`) && one.endsWith('.json')).sort()) {
    const path = join(folder, name);
    const file = placeIn(workspace, path);
    try {
      const { value, locate } = await readDocument(path, file);
      const read = submissionFromJson(value, locate, digestOf);
      if ('findings' in read) findings.push(...read.findings.map(asWarning));
      else if (read.submission.judge.id === judge && read.submission.quarter === quarter)
        filed.push({ file, submission: read.submission });
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      findings.push(...thrown.findings.map(asWarning));
    }
  }
  return { filed, findings };
}

function asWarning({ problem, where }: Finding): Finding {
  return warning(problem, where);
}

/**
 * Hands a quarter in: under the ledger's lock the sealed file is written first and the mark in the ledger behind it, so that
 * what died in between is found again and taken over by the next run; files of the attempt that are not there are written
 * again. `plan` is asked with the ledger and what lies sealed
 * in the workspace. Throws as changeLedger does.
 */
export async function handIn(
  workspace: Workspace,
  judge: string,
  quarter: Quarter,
  plan: (ledger: Ledger, filed: readonly FiledSubmission[]) => Handing,
  saving: Saving,
): Promise<HandedIn> {
  const folder = submissionsFolder(workspace, quarter);
  const work = async (): Promise<HandedIn> => {
    const loaded = await loadLedger(workspace, judge, saving.kinds, saving.seen);
    const place = placeIn(workspace, ledgerPath(workspace, judge));
    if (!loaded) throw refusal('invalid', { code: 'file-missing' }, { file: place });
    const doubts = await assertNewest(workspace.home, loaded.ledger, place);
    const { filed, findings } = await filedSubmissions(workspace, judge, quarter);
    const { ledger, submission, isNew, files } = plan(loaded.ledger, filed);
    const places = files.map(({ name }) => placeIn(workspace, join(folder, name)));
    const told = { submission, isNew, files: places };
    if (saving.dryRun) return { ledger, confirmed: true, warnings: [...doubts, ...findings], ...told };
    const unsure = await putFiles(workspace, quarter, judge, files, saving);
    if (ledger === loaded.ledger)
      return {
        ledger,
        confirmed: unsure.length === 0,
        warnings: [...doubts, ...findings, ...unsure],
        ...told,
      };
    const digest = digestOf(loaded.bytes);
    const next = { ...ledger, prev: digest };
    const base = { bytes: loaded.bytes, digest };
    const saved = await commitLedger(workspace, { before: loaded.ledger, ledger: next, base }, saving);
    const warnings = [...doubts, ...findings, ...unsure, ...saved.warnings];
    return { ledger: next, confirmed: saved.confirmed && unsure.length === 0, warnings, ...told };
  };
  return whileSaving(workspace, judge, saving, work);
}

/** Writes the files of an attempt that are not there as they should be; where the medium can't say that it has them, that is told. */
async function putFiles(
  workspace: Workspace,
  quarter: Quarter,
  judge: string,
  files: Handing['files'],
  saving: Saving,
): Promise<readonly Finding[]> {
  const folder = submissionsFolder(workspace, quarter);
  const unsure: Finding[] = [];
  await sweepLeftovers(join(folder, judge));
  for (const { name, text } of files) {
    if (await holds(join(folder, name), text)) continue;
    const owner = { folder, owner: judge, suffix: saving.random(8) };
    const file = placeIn(workspace, join(folder, name));
    const reason = await inFile(file, () =>
      putInto(owner, name, Buffer.from(text), { mode: 0o600, forced: true, action: 'output' }),
    );
    if (reason !== undefined) unsure.push(warning({ code: 'not-confirmed', reason }, { file }));
  }
  // The folders may be new, and their names are not on the medium with what lies in them.
  for (const above of [workspace.submissions, workspace.home]) await syncFolder(above);
  return unsure;
}

async function holds(path: string, text: string): Promise<boolean> {
  if (!(await isThere(path))) return false;
  return Buffer.from(text).equals((await readBytes(path)).bytes);
}
