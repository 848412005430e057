import { Refusal } from '../domain/problem.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Roster } from '../domain/roster.ts';
import { ledgerNames, loadLedgersOf, olderWarning, readAllLedgers, requireLedger } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { judgeNamed } from './judges.ts';
import { findingLines } from './render/findings.ts';

/** What a command that only reads has before it. */
export interface Reading {
  readonly workspace: Workspace;
  readonly roster: Roster;
  readonly ledgers: readonly Ledger[];
  /** The judge that was named, if one was. */
  readonly judge: string | undefined;
  /** What could not be read, and what is doubtful about what could, for stderr. */
  readonly notes: readonly string[];
  /** Some of the ledgers could not be read, so that the answer is not whole. */
  readonly isPartial: boolean;
}

/** The ledger of the judge that was named, else all ledgers of the workspace; one that can't be read is named, the rest are used. */
export async function readableLedgers(context: Context): Promise<Reading> {
  const workspace = await context.workspace();
  const roster = await loadRoster(workspace);
  const owner = await judgeNamed(context, workspace, roster);
  if (owner) {
    const { ledger } = await requireLedger(workspace, owner.id, context.kinds);
    const notes = findingLines(context.messages, await olderWarning(workspace, ledger));
    return { workspace, roster, ledgers: [ledger], judge: owner.id, notes, isPartial: false };
  }
  const { read, findings } = await readAllLedgers(workspace, context.kinds);
  // With a single ledger there are no others to go on with.
  if (read.length === 0 && findings.length > 0) throw new Refusal('invalid', findings);
  const ledgers = read.map(({ ledger }) => ledger);
  return {
    workspace,
    roster,
    ledgers,
    judge: undefined,
    notes: findingLines(context.messages, findings),
    isPartial: findings.some(({ severity }) => severity === 'error'),
  };
}

/** The ledgers of the others, where one judge was named: a town's visits add up over all its judges, whoever asks. */
export async function colleaguesOf(
  context: Context,
  { workspace, judge }: Reading,
): Promise<readonly Ledger[]> {
  if (judge === undefined) return [];
  const others = (await ledgerNames(workspace)).filter((id) => id !== judge);
  return loadLedgersOf(workspace, others, context.kinds);
}

/** The judge whose ledger alone is there, or undefined where there are several or none. */
export function ownerOf(ledgers: readonly Ledger[]): string | undefined {
  const [only, ...others] = ledgers;
  return others.length === 0 ? only?.judge.id : undefined;
}
