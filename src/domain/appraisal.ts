import type { CalendarDate } from './calendar-date.ts';
import type { Consolidation } from './consolidation.ts';
import { dayOf, entryDay } from './entry.ts';
import type { Kind } from './kinds/kind.ts';
import { tellsOf } from './ledger.ts';
import { contains, type Quarter } from './quarter.ts';
import { quotaRows } from './quota.ts';
import type { StatusRow } from './receiving/status.ts';
import type { Roster } from './roster.ts';
import { timeLimits } from './time-limits.ts';
import type { Workdays } from './workdays.ts';

/**
 * What a judge did in a quarter, as the rules name it for reference in appraisals (三(四)): facts, and no score made of them.
 * Of whom nothing came for the quarter there is nothing to count: 未报, never 0.
 */
export interface AppraisalRow {
  readonly judge: StatusRow['judge'];
  readonly towns: readonly string[];
  readonly quarter: Quarter;
  readonly status: StatusRow;
  readonly counted?: AppraisalCounts;
}

/** The counts of a judge's own entries in a quarter. */
export interface AppraisalCounts {
  /** The judge's own visits as the quota counts them, and what it asks of the judge's towns. */
  readonly visits: number;
  readonly required: number;
  /** Visits that the contact leader was told of within the days of the rules, later, and not yet though the days are over. */
  readonly reports: { readonly inTime: number; readonly late: number; readonly open: number };
  /** Other time limits that ended in the quarter and were not met by the as-of day. */
  readonly overdue: number;
  /** How many rows each ledger has, by the kind's id. */
  readonly entries: Readonly<Record<string, number>>;
}

/** What the facts of a quarter are taken from. */
export interface AppraisalQuestion {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly workdays: Workdays;
  readonly status: readonly StatusRow[];
}

/** One row for every judge who owes the quarter, in the roster's order. */
export function appraisalRows(question: AppraisalQuestion): readonly AppraisalRow[] {
  const { consolidation, status } = question;
  const { quarter, sources } = consolidation;
  return status.map((one): AppraisalRow => {
    const { judge, towns } = one;
    const tells = sources.some(({ ledger }) => ledger !== undefined && tellsOf(ledger, judge.id, quarter));
    const counted = tells ? countsOf(judge.id, question) : undefined;
    return { judge, towns, quarter, status: one, ...(counted ? { counted } : {}) };
  });
}

function countsOf(
  judge: string,
  { consolidation, roster, kinds, workdays }: AppraisalQuestion,
): AppraisalCounts {
  const { quarter, period, asOf, sources, rows, snapshot } = consolidation;
  const upTo = asOf < period.to ? asOf : period.to;
  const ledgers = sources.flatMap(({ ledger }) => (ledger?.judge.id === judge ? [ledger] : []));
  const quota = quotaRows({ quarter, asOf: upTo, roster, ledgers, judge });
  const reports = { inTime: 0, late: 0, open: 0 };
  let overdue = 0;
  for (const kind of kinds) {
    for (const { entry } of (snapshot.rows.get(kind.id) ?? []).filter((row) => row.judge.id === judge)) {
      const day = entryDay(kind, entry);
      const isOfQuarter = day !== undefined && contains(period, day);
      for (const { clock, due, done } of timeLimits(kind, entry, { roster, workdays })) {
        const told = kind.reported === undefined ? undefined : dayOf(entry, kind.reported);
        const isMissed = !done && due.on < upTo;
        if (clock.id !== 'visitReport') overdue += isMissed && contains(period, due.on) ? 1 : 0;
        else if (!isOfQuarter) continue;
        else if (told !== undefined) reports[isInTime(told, due.on) ? 'inTime' : 'late'] += 1;
        else if (isMissed) reports.open += 1;
      }
    }
  }
  const entriesOf = ({ id }: Kind): number =>
    (rows.get(id) ?? []).filter((row) => row.judge.id === judge).length;
  return {
    visits: quota.reduce((sum, { done }) => sum + done, 0),
    required: quota.reduce((sum, { required }) => sum + required, 0),
    reports,
    overdue,
    entries: Object.fromEntries(kinds.map((kind) => [kind.id, entriesOf(kind)])),
  };
}

function isInTime(told: CalendarDate, due: CalendarDate): boolean {
  return told <= due;
}
