import type { ReadLedger } from '../domain/consolidation.ts';
import type { Finding } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { counting, standingKey, standingsOf } from '../domain/receiving/plan.ts';
import type { OfficeBooks } from '../domain/receiving/office-ledgers.ts';
import type { Roster } from '../domain/roster.ts';
import { readReceived, readRecords, unrecorded, type LostSubmission } from '../store/received.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';

/** What the office has by now: where each judge's quarters stand, and what is wrong with the record and its files. */
export interface OfficeState extends Pick<OfficeBooks, 'standings' | 'lost'> {
  readonly lostFiles: readonly LostSubmission[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the record of what was received, and the sealed files of the quarters up to one. Throws a Refusal `invalid` where the
 * record is damaged: nothing may be counted by a part of it.
 */
export async function officeState(workspace: Workspace, roster: Roster, upTo: Quarter): Promise<OfficeState> {
  const records = await readRecords(workspace);
  const received = await readReceived(workspace, records, (quarter) => quarter <= upTo);
  const standings = standingsOf(counting(received.submissions, roster), records.facts.decisions);
  // A workspace without a record is a judge's own: what lies there was sent.
  const stray = records.records.length === 0 ? [] : await unrecorded(workspace, records, upTo);
  return {
    standings,
    lost: new Set(received.lost.map(({ quarter, judge }) => standingKey(quarter, judge))),
    lostFiles: received.lost,
    findings: [...records.findings, ...received.lost.map(({ finding }) => finding), ...stray],
  };
}

/** The same with the live ledgers beside it. */
export function officeBooks(
  { kinds }: Context,
  roster: Roster,
  { standings, lost }: OfficeState,
  live: readonly ReadLedger[],
): OfficeBooks {
  return { roster, kinds, standings, lost, live };
}
