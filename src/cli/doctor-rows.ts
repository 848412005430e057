import { checkLock } from '../domain/integrity/files.ts';
import {
  checkFolderClock,
  checkNetwork,
  checkSpace,
  checkTried,
  type Disk,
  type TriedFolder,
} from '../domain/place/disk.ts';
import { checkFolderPath } from '../domain/place/folder-path.ts';
import { checkColumns, checkLocale, checkNode } from '../domain/place/machine.ts';
import { Refusal, refusal, type Finding } from '../domain/problem.ts';
import { diskOf, tryFolder } from '../store/folder-trials.ts';
import { readLockFacts } from '../store/fsck-locks.ts';
import { findTemplate } from '../store/templates.ts';
import { isFolder, type Workspace } from '../store/workspace.ts';
import type { DoctorLine } from './render/doctor.ts';
import type { Context } from './context.ts';
import { isFirstOfItsFont, templateFindings } from './template-findings.ts';
import { thisMachine } from './this-machine.ts';
import { rosterFindings } from './workspace-findings.ts';

/** Looks at everything, from the machine to the files. Without a workspace, what needs one is left out. */
export async function doctorRows(context: Context): Promise<readonly DoctorLine[]> {
  const { environment } = context;
  const { version } = environment.process;
  const { isTerminal, columns } = environment.stdout;
  const machine: readonly DoctorLine[] = [
    { subject: 'program', found: `Node ${version}`, findings: checkNode(version) },
    {
      subject: 'console',
      ...(isTerminal ? { found: String(columns) } : {}),
      findings: [...checkLocale(environment.locale), ...(isTerminal ? checkColumns(columns) : [])],
    },
  ];
  const workspace = await workspaceOr(context);
  if ('findings' in workspace) {
    const templates = await templatesRow(context, undefined);
    return [...machine, { subject: 'folder', findings: workspace.findings }, templates];
  }
  return [
    ...machine,
    ...(await placeRows(context, workspace)),
    { subject: 'roster', findings: (await rosterFindings(context, workspace)).findings },
    await templatesRow(context, workspace),
    {
      subject: 'locks',
      findings: (await readLockFacts(workspace, await thisMachine(context))).flatMap(checkLock),
    },
  ];
}

/** That there is no workspace is something to tell of, here. */
async function workspaceOr(context: Context): Promise<Workspace | { readonly findings: readonly Finding[] }> {
  try {
    return await context.workspace();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { findings: thrown.findings };
  }
}

async function placeRows(context: Context, workspace: Workspace): Promise<readonly DoctorLine[]> {
  // Ledgers are what is saved; a workspace without any has no folder for them yet.
  const folder = (await isFolder(workspace.ledgers)) ? workspace.ledgers : workspace.home;
  const disk = await diskOf(folder);
  const ofPath = checkFolderPath(workspace.home);
  const isTold = ofPath.some(({ problem }) => problem.code === 'folder-on-network');
  const tried = context.dryRun ? undefined : await triedIn(context, folder);
  return [
    {
      subject: 'folder',
      found: workspace.home,
      findings: [...ofPath, ...(disk && !isTold ? checkNetwork(disk) : [])],
    },
    { subject: 'saving', ...(tried ? { findings: checkTried(tried) } : { skipped: true, findings: [] }) },
    {
      subject: 'disk',
      ...(disk ? { found: sizeOf(disk) } : { skipped: true as const }),
      findings: disk ? checkSpace(disk) : [],
    },
    {
      subject: 'clock',
      ...(tried?.clockAhead === undefined
        ? { skipped: true as const }
        : { found: context.at.slice(0, 16).replace('T', ' ') }),
      findings: tried ? checkFolderClock(tried) : [],
    },
  ];
}

/** What is free, as people say it. */
function sizeOf({ freeBytes }: Disk): string {
  const megabytes = Math.floor(freeBytes / 1048576);
  return megabytes < 10_000 ? `${String(megabytes)} MB` : `${String(Math.floor(megabytes / 1024))} GB`;
}

/** Ctrl-C waits until the trial has cleaned up after itself. */
async function triedIn(context: Context, folder: string): Promise<TriedFolder> {
  const { environment } = context;
  const options = { suffix: environment.random(8), now: () => environment.now() };
  try {
    return await environment.uninterrupted(() => tryFolder(folder, options));
  } catch (thrown) {
    // Nothing was to be saved, so nothing was.
    if (thrown instanceof Refusal && thrown.kind === 'declined')
      throw refusal('declined', { code: 'declined' });
    throw thrown;
  }
}

async function templatesRow(context: Context, workspace: Workspace | undefined): Promise<DoctorLine> {
  const { TEMPLATES } = await import('./templates.ts');
  const { programFolder } = context.environment;
  const findings: Finding[] = [];
  for (const workbook of TEMPLATES) {
    const template = await findTemplate(workbook.name, workspace, programFolder);
    findings.push(...(await templateFindings(context, workbook, template)));
  }
  return { subject: 'templates', findings: findings.filter(isFirstOfItsFont) };
}
