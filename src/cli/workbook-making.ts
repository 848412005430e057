import { join, resolve } from 'node:path';
import { refusal, type Finding } from '../domain/problem.ts';
import { inFile } from '../store/document.ts';
import { writeOutputs } from '../store/outputs.ts';
import { findTemplate, readTemplate } from '../store/templates.ts';
import { isFolder, isThere, placeIn, type Workspace } from '../store/workspace.ts';
import type { TemplateData } from '../marks/template-data.ts';
import type { OptionSpec } from './command.ts';
import type { Context } from './context.ts';
import { isOn, textOption, type Given } from './given.ts';
import type { MadeWorkbook } from './render/workbooks.ts';

/** The options of every command that makes workbooks or documents. */
export const MAKING_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'output',
    short: 'o',
    value: { zh: '文件夹', en: 'DIR' },
    help: { zh: '放到这个文件夹', en: 'put what is made into this folder' },
  },
  {
    name: 'force',
    short: 'f',
    help: { zh: '覆盖别人改过的文件', en: 'replace what was changed by hand' },
  },
];

/** A workbook to be made. */
export interface WorkbookJob {
  /** The file name of its template. */
  readonly template: string;
  /** Its own file name. */
  readonly file: string;
  readonly data: TemplateData;
}

/** A file to be made from a template, of whatever program. */
export interface TemplateJob {
  /** The file name of its template. */
  readonly template: string;
  /** Its own file name. */
  readonly file: string;
  readonly fill: (template: Uint8Array) => Promise<FilledFile>;
}

/** A filled template: its bytes, the SHA-256 over its parts, and what there is to remark. */
export interface FilledFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly findings: readonly Finding[];
}

/** What is done beside filling: of a masked edition. */
export interface Making {
  /** Makes the template that is filled out of the one that was found. */
  readonly prepare: (template: Uint8Array) => Promise<Uint8Array>;
  /** Refuses a finished workbook that may not be written. */
  readonly inspect: (bytes: Uint8Array) => Promise<void>;
  /** Files that go into the same folder, in front of the workbooks. */
  readonly beside: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** Asked before anything is written: whether the workbooks are, or only what goes beside them. */
  readonly ask: () => Promise<'all' | 'list'>;
}

/** What was made, in the order of the jobs, and what the templates and the medium gave to remark. */
export interface Made {
  readonly workbooks: readonly MadeWorkbook[];
  readonly warnings: readonly Finding[];
  /** Where what goes beside them is. */
  readonly beside: readonly string[];
}

/** Fills the template of every workbook and writes them all, as `makeFiles` does. */
export async function makeWorkbooks(
  context: Context,
  given: Given,
  workspace: Workspace,
  term: string,
  jobs: readonly WorkbookJob[],
  making?: Making,
): Promise<Made> {
  const { fillTemplate } = await import('../workbook/fill.ts');
  const files = jobs.map(({ template, file, data }) => ({
    template,
    file,
    fill: async (bytes: Uint8Array) => {
      const made = await fillTemplate(making ? await making.prepare(bytes) : bytes, data);
      await making?.inspect(made.bytes);
      return made;
    },
  }));
  return makeFiles(context, given, workspace, term, files, making);
}

/**
 * Fills the template of every file and writes them all into the term's folder in `reports/`, or where `--output` says; a dry run
 * only fills. What somebody changed since is not replaced without `--force`: then nothing is written.
 */
export async function makeFiles(
  context: Context,
  given: Given,
  workspace: Workspace,
  term: string,
  jobs: readonly TemplateJob[],
  making?: Pick<Making, 'beside' | 'ask'>,
): Promise<Made> {
  const folder = await outputFolder(context, workspace, term, given);
  const { filled, warnings } = await fillFiles(context, workspace, jobs);
  const files = filled.map(({ file, bytes }) => ({ path: join(folder, file), bytes }));
  const workbooks = filled.map(({ file, digest }) => ({
    path: placeIn(workspace, join(folder, file)),
    digest,
  }));
  const beside = (making?.beside ?? []).map(({ file, bytes }) => ({ path: join(folder, file), bytes }));
  const places = beside.map(({ path }) => placeIn(workspace, path));
  const answer = (await making?.ask()) ?? 'all';
  const made = { workbooks: answer === 'all' ? workbooks : [], beside: places };
  if (context.dryRun || jobs.length === 0) return { ...made, warnings };
  const { environment } = context;
  const writing = { force: isOn(given, 'force'), random: (length: number) => environment.random(length) };
  const wanted = [...beside, ...(answer === 'all' ? files : [])];
  const notes = await environment.uninterrupted(() => writeOutputs(workspace, wanted, writing));
  return { ...made, warnings: [...warnings, ...notes] };
}

/** Fills the template of every file, in their order. Throws a Refusal where a template is no good. */
export async function fillFiles(
  { environment }: Context,
  workspace: Workspace,
  jobs: readonly TemplateJob[],
): Promise<{
  readonly filled: readonly (FilledFile & { readonly file: string })[];
  readonly warnings: readonly Finding[];
}> {
  const filled: (FilledFile & { readonly file: string })[] = [];
  const warnings = new Map<string, Finding>();
  for (const { template: name, file, fill } of jobs) {
    const template = await findTemplate(name, workspace, environment.programFolder);
    const bytes = await readTemplate(template);
    const made = await inFile(template.file, () => fill(bytes));
    filled.push({ ...made, file });
    for (const finding of made.findings) {
      const found = { ...finding, where: { file: template.file, ...finding.where } };
      // What a template lacks is said once, however many files are made from it.
      warnings.set(JSON.stringify(found), found);
    }
  }
  return { filled, warnings: [...warnings.values()] };
}

async function outputFolder(
  context: Context,
  workspace: Workspace,
  term: string,
  given: Given,
): Promise<string> {
  const wish = textOption(given, 'output');
  if (wish === undefined) return join(workspace.reports, term);
  const folder = resolve(context.environment.cwd, wish);
  if ((await isThere(folder)) && !(await isFolder(folder)))
    throw refusal('misuse', { code: 'output-not-folder' }, { file: wish });
  return folder;
}

/** Whether the medium did not say that it has what was written: done, with a reservation. */
export function isUnconfirmed(findings: readonly Finding[]): boolean {
  return findings.some(({ problem }) => problem.code === 'not-confirmed');
}
