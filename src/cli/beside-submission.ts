import { join } from 'node:path';
import { Refusal, type Finding } from '../domain/problem.ts';
import { judgesNamed, townsOf, type Roster } from '../domain/roster.ts';
import { nameInFiles, type Submission } from '../domain/submission.ts';
import type { TemplateData } from '../marks/template-data.ts';
import { official } from '../messages/official.ts';
import { readBytes } from '../store/file-bytes.ts';
import { writeOutputs, type OutputFile } from '../store/outputs.ts';
import { isThere, placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { fillFiles } from './workbook-making.ts';

/** Papers that go with a submission and were written, and what the medium gave to remark. */
export interface GivenBack {
  readonly files: readonly string[];
  readonly warnings: readonly Finding[];
  /** What kept them from being written: what was done before is done all the same, and the next run makes them. */
  readonly refusal?: Refusal;
}

/** Where a paper that goes with a submission lies. */
export function besideSubmission(
  workspace: Workspace,
  roster: Roster,
  sort: 'cover' | 'receipt' | 'return',
  { judge, quarter, attempt }: Submission,
  ending: 'txt' | 'xlsx',
): string {
  const name = nameInFiles(judge, judgesNamed(roster, judge.name).length < 2);
  const file = `${official.besideSubmission(sort, name, quarter, attempt)}.${ending}`;
  return join(workspace.reports, quarter, file);
}

/** The towns that a submission is for, none where the roster does not know the judge. */
export function townsIn(roster: Roster, { judge, period }: Submission): readonly string[] {
  const [known] = judgesNamed(roster, judge.id);
  return known ? townsOf(roster, known, period) : [];
}

/** Filled papers that go with submissions, and what there is to remark of their template. */
export interface Papers {
  readonly files: readonly OutputFile[];
  readonly warnings: readonly Finding[];
}

/** Fills such papers, by where each is to lie. Throws a Refusal where their template is no good. */
export async function fillPapers(
  context: Context,
  workspace: Workspace,
  template: string,
  papers: readonly { readonly path: string; readonly data: TemplateData }[],
): Promise<Papers> {
  const { fillTemplate } = await import('../workbook/fill.ts');
  const jobs = papers.map(({ path, data }) => ({
    template,
    file: path,
    fill: (drawn: Uint8Array) => fillTemplate(drawn, data),
  }));
  const { filled, warnings } = await fillFiles(context, workspace, jobs);
  return { files: filled.map(({ file, bytes }) => ({ path: file, bytes })), warnings };
}

/**
 * Writes papers that go with what is done by now, so that what keeps them from being written is told beside it. One that is
 * there and differs was filled in and kept by somebody: it stays as it is. Gives those that are new.
 */
export async function keepPapers(
  context: Context,
  workspace: Workspace,
  { files: papers, warnings }: Papers,
): Promise<GivenBack> {
  const files: OutputFile[] = [];
  const again: string[] = [];
  for (const paper of papers) {
    const isOld = await isThere(paper.path);
    if (isOld && Buffer.compare((await readBytes(paper.path)).bytes, paper.bytes) !== 0) continue;
    if (isOld) again.push(placeIn(workspace, paper.path));
    files.push(paper);
  }
  // One that is there as it should be is only remembered as ours, which a run that died may not have come to.
  const given = await giveBack(context, workspace, files);
  return {
    ...given,
    files: given.files.filter((file) => !again.includes(file)),
    warnings: [...warnings, ...given.warnings],
  };
}

/** What was received is received by now: what can't be written to give back is told beside it. */
export async function giveBack(
  { dryRun, environment }: Context,
  workspace: Workspace,
  files: readonly OutputFile[],
): Promise<GivenBack> {
  const places = files.map(({ path }) => placeIn(workspace, path));
  if (dryRun || files.length === 0) return { files: places, warnings: [] };
  const writing = { force: true, random: (length: number) => environment.random(length) };
  try {
    const warnings = await environment.uninterrupted(() => writeOutputs(workspace, files, writing));
    return { files: places, warnings };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.kind !== 'storage') throw thrown;
    return { files: [], warnings: [], refusal: thrown };
  }
}
