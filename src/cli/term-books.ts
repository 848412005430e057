import type { Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { readAllLedgers } from '../store/ledgers.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { officeReading, type OfficeReading } from './office-state.ts';
import type { Term } from './terms.ts';

/** What the office has of a term, and what is wrong with its files. */
export interface TermBooks {
  readonly office: OfficeReading;
  /** What keeps a ledger from being merged. */
  readonly unread: readonly Finding[];
  /** What is only doubtful about one that is. */
  readonly doubtful: readonly Finding[];
}

/** Reads everything that a term is consolidated from; `isMasked` also what only the names in it are wanted of. */
export async function termBooks(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  term: Term,
  isMasked: boolean,
): Promise<TermBooks> {
  const { read, findings: ofFiles } = await readAllLedgers(workspace, context.kinds);
  const office = await officeReading(context, workspace, roster, term, read, isMasked);
  const findings = [
    // A live ledger is not asked for where what was handed in counts, but for the names in it.
    ...ofFiles.filter((finding) => isMasked || !office.handedIn.includes(judgeOf(finding))),
    ...office.findings,
  ];
  return {
    office,
    unread: findings.filter(isError),
    doubtful: findings.filter((finding) => !isError(finding)),
  };
}

/** Whether it keeps something from being merged. */
export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Whose file it is about. */
export function judgeOf({ where }: Finding): string {
  return where.judge ?? /([^/]+)\.json$/.exec(where.file ?? '')?.[1] ?? '';
}
