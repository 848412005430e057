import { dayInChina } from '../domain/calendar-date.ts';
import { checkLedger } from '../domain/checks.ts';
import { checkIntegrity } from '../domain/integrity/integrity.ts';
import { warning, type Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { checkRoster } from '../domain/roster-checks.ts';
import { workdaysFrom } from '../domain/workdays.ts';
import { readStore } from '../store/fsck.ts';
import { loadImportHeads } from '../store/import-heads.ts';
import { readAllLedgers, type LedgerFile } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import { placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { withLine } from './finding-lines.ts';
import { findingsOf } from './findings-answer.ts';
import { thisMachine } from './this-machine.ts';
import { workdaysOf } from './workdays.ts';

/** What is wrong or doubtful with a workspace, and its roster where that can be read. */
export interface WorkspaceFindings {
  readonly roster: Roster | undefined;
  readonly ofRoster: readonly Finding[];
  readonly ofStore: readonly Finding[];
}

/** Reads every file of the workspace that is data, and asks every check. */
export async function workspaceFindings(context: Context, workspace: Workspace): Promise<WorkspaceFindings> {
  const { kinds, language, today, environment } = context;
  const clock = dayInChina(environment.now());
  // Who names a day ahead as today knows that the clock is not the measure.
  const byClock = clock < today ? today : clock;
  const { roster, findings: ofRoster } = await rosterFindings(context, workspace);
  const { read, findings: unreadable } = await readAllLedgers(workspace, context.kinds);
  const facts = await readStore(workspace, read, await thisMachine(context));
  const ofEntries = roster ? await entryFindings(context, workspace, roster, read) : [];
  const ofHeads = await findingsOf(async () => {
    await loadImportHeads(workspace, context.kinds);
    return [];
  });
  const isEmpty = read.length === 0 && unreadable.length === 0;
  const none = isEmpty ? [warning({ code: 'no-ledgers' })] : [];
  const ofLedgers = unreadable.map((finding) =>
    isWrongCopy(finding) ? { ...finding, severity: 'error' as const } : finding,
  );
  const ofStore = [
    ...none,
    ...ofLedgers,
    ...ofHeads,
    ...ofEntries,
    ...checkIntegrity(facts, { kinds, language, byClock }),
  ];
  return { roster, ofRoster, ofStore: ofStore.map((finding) => withLine(finding, read)) };
}

/** Who reads an older copy, or one laid over another version, is warned of it; that it lies there is wrong. */
function isWrongCopy({ problem }: Finding): boolean {
  return problem.code === 'older-copy' || problem.code === 'copied-over';
}

/** The roster of the workspace where it can be read, and what is wrong with it. */
export async function rosterFindings(
  context: Context,
  workspace: Workspace,
): Promise<{ readonly roster: Roster | undefined; readonly findings: readonly Finding[] }> {
  const file = placeIn(workspace, workspace.roster);
  let roster: Roster | undefined;
  const findings = await findingsOf(async () => {
    roster = await loadRoster(workspace);
    return checkRoster(roster, context.today);
  });
  return { roster, findings: findings.map((finding) => ({ ...finding, where: { file, ...finding.where } })) };
}

async function entryFindings(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  read: readonly LedgerFile[],
): Promise<readonly Finding[]> {
  const { kinds, today, language } = context;
  let workdays = workdaysFrom([]);
  const ofHolidays = await findingsOf(async () => {
    workdays = await workdaysOf(workspace);
    return [];
  });
  const ofLedgers = read.flatMap(({ file, ledger }) =>
    checkLedger(ledger, { kinds, roster, workdays, today, language }).map((finding) => ({
      ...finding,
      where: { file, ...finding.where },
    })),
  );
  return [...ofHolidays, ...ofLedgers];
}
