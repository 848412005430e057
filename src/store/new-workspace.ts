import { cp, mkdir, readdir, rm, rmdir } from './files.ts';
import { dirname, join } from 'node:path';
import { refusal, warning, type Finding } from '../domain/problem.ts';
import { moveOver, sweepAbandoned, syncFolder, temporaryName, writeDurably } from './durable-file.ts';
import { errnoOf } from './errno.ts';
import { readBytes } from './file-bytes.ts';
import { isThere, workspaceAt, type Workspace } from './workspace.ts';

/** What a new workspace is made from: the sample that ships with the program, or a court's own roster. */
export type WorkspacePlan =
  | { readonly from: 'sample'; readonly folder: string }
  | {
      readonly from: 'roster';
      readonly file: string;
      readonly ledger?: { readonly judge: string; readonly text: string };
    };

/** How long Windows may look at what was just written. */
const PATIENCE_MS = 10_000;

/** Refuses a place where something lies already: a workspace is never made over anything. */
export async function assertFree(home: string): Promise<void> {
  if (!(await isThere(home))) return;
  const names = await readdir(home).catch(() => ['']);
  if (names.length > 0) throw refusal('misuse', { code: 'workspace-exists', path: home });
}

/** Makes a workspace beside its place and moves it there whole, so that none is ever half made. Gives the warnings of the medium. */
export async function makeWorkspace(
  home: string,
  plan: WorkspacePlan,
  suffix: string,
): Promise<readonly Finding[]> {
  await assertFree(home);
  const half = temporaryName(home, suffix);
  try {
    await mkdir(half);
    await sweepAbandoned(home, half);
    const made = workspaceAt(half);
    if (plan.from === 'sample')
      // What the sample says of itself is for readers of the program, not for its users.
      await cp(plan.folder, half, { recursive: true, filter: (from) => !from.endsWith('README.md') });
    else await fromRoster(made, plan);
    await mkdir(made.ledgers);
    await syncFolder(made.ledgers);
    await syncFolder(half);
    // An empty folder may stand there: rename replaces it on POSIX, not on Windows.
    if (await isThere(home)) await rmdir(home);
    await moveOver(half, home, PATIENCE_MS);
  } catch (cause) {
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
    throw refusal(
      'storage',
      { code: 'storage-failed', action: 'write', reason: errnoOf(cause) },
      { file: home },
      { cause },
    );
  }
  const reason = await syncFolder(dirname(home));
  return reason === undefined ? [] : [warning({ code: 'not-confirmed', reason }, { file: home })];
}

async function fromRoster(made: Workspace, plan: Extract<WorkspacePlan, { from: 'roster' }>): Promise<void> {
  const { bytes } = await readBytes(plan.file);
  await writeDurably(made.roster, bytes, undefined);
  if (!plan.ledger) return;
  await mkdir(made.ledgers);
  await writeDurably(join(made.ledgers, `${plan.ledger.judge}.json`), Buffer.from(plan.ledger.text), 0o600);
}
