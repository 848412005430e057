import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { ReceivedSubmission } from '../domain/receiving/standing.ts';
import type { ReadLedger } from '../domain/consolidation.ts';
import type { Finding } from '../domain/problem.ts';
import { FIRST_QUARTER, quartersOf, type Quarter } from '../domain/quarter.ts';
import { counting, standingKey, standingsOf } from '../domain/receiving/plan.ts';
import { handingInOf, type HandingIn } from '../domain/receiving/changes.ts';
import { ledgerOf, officeLedgers, type OfficeBooks } from '../domain/receiving/office-ledgers.ts';
import { statusRows, type StatusRow } from '../domain/receiving/status.ts';
import type { Roster } from '../domain/roster.ts';
import { submissionDay } from '../domain/submission-day.ts';
import type { Workdays } from '../domain/workdays.ts';
import { readReceived, readRecords, unrecorded } from '../store/received.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import type { Term } from './terms.ts';

/** What the office has by now: where each judge's quarters stand, and what is wrong with the record and its files. */
export interface OfficeState extends Pick<OfficeBooks, 'standings' | 'lost'> {
  /** Everything received that could be read, counted or not. */
  readonly submissions: readonly ReceivedSubmission[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the record of what was received, and the sealed files of the quarters up to one, or `all` there are. Throws a Refusal `invalid` where the
 * record is damaged: nothing may be counted by a part of it.
 */
export async function officeState(
  { kinds }: Context,
  workspace: Workspace,
  roster: Roster,
  upTo: Quarter,
  all = false,
): Promise<OfficeState> {
  const records = await readRecords(workspace);
  const received = await readReceived(workspace, records, kinds, (quarter) => all || quarter <= upTo);
  const standings = standingsOf(counting(received.submissions, roster), records.facts.decisions);
  // A workspace without a record is a judge's own: what lies there was sent.
  const stray = records.records.length === 0 ? [] : await unrecorded(workspace, records, upTo);
  return {
    standings,
    lost: new Set(received.lost.map(({ quarter, judge }) => standingKey(quarter, judge))),
    submissions: received.submissions,
    findings: [...records.findings, ...received.lost.flatMap((one) => one.findings), ...stray],
  };
}

/** What a consolidation is made from: each judge's ledger as the office has it, and what is to be said of what was handed in. */
export interface OfficeReading {
  readonly ledgers: readonly ReadLedger[];
  /** All that is here, counted or not, for who is named in it. */
  readonly everything: readonly Ledger[];
  /** Judges of whom what was handed in counts for the term. */
  readonly handedIn: readonly string[];
  readonly findings: readonly Finding[];
  readonly handing: (quarter: Quarter) => HandingIn;
  readonly status: (quarter: Quarter, asOf: CalendarDate, workdays: Workdays) => readonly StatusRow[];
}

/** Of a term that nothing is handed in for as such: a year. */
export const NOTHING_HANDED_IN: HandingIn = { supplements: [], changes: [], problems: [], findings: [] };

/**
 * Reads what was handed in for a term and before it, or `all` of it, and puts the live ledgers beside it.
 */
export async function officeReading(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  term: Term,
  live: readonly ReadLedger[],
  all = false,
): Promise<OfficeReading> {
  const asked = term.type === 'quarter' ? [term.quarter] : quartersOf(term.year);
  const upTo = asked.at(-1) ?? FIRST_QUARTER;
  const { kinds } = context;
  const state = await officeState(context, workspace, roster, upTo, all);
  const { standings, lost, findings, submissions } = state;
  const ledgers = officeLedgers({ roster, kinds, standings, lost, live }, upTo, asked);
  return {
    ledgers,
    everything: [
      ...live.map(({ ledger }) => ledger),
      ...submissions.map(({ submission }) => ledgerOf(submission, kinds)),
    ],
    handedIn: ledgers.flatMap(({ source, ledger }) => (source === 'submission' ? [ledger.judge.id] : [])),
    findings,
    handing: (quarter) => handingInOf(standings, kinds, quarter),
    // The same files say the same whatever day it is.
    status: (quarter, asOf, workdays) =>
      statusIn(state, roster, quarter, {
        today: asOf,
        workdays,
        ledgers: live.map(({ ledger }) => ledger.judge.id),
      }),
  };
}

/** Where every judge who owes a quarter stands; `ledgers` are the judges whose live ledger is here. */
export function statusIn(
  { standings, lost }: OfficeState,
  roster: Roster,
  quarter: Quarter,
  {
    today,
    workdays,
    ledgers,
  }: { readonly today: CalendarDate; readonly workdays: Workdays; readonly ledgers: readonly string[] },
): readonly StatusRow[] {
  return statusRows({
    roster,
    quarter,
    due: submissionDay(roster, quarter, workdays).on,
    today,
    standingOf: (judge) => standings.get(standingKey(quarter, judge)),
    isLost: (judge) => lost.has(standingKey(quarter, judge)),
    hasLedger: (judge) => ledgers.includes(judge),
  });
}
