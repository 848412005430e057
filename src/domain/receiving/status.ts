import type { CalendarDate } from '../calendar-date.ts';
import { daysBetween } from '../calendar-date.ts';
import { periodOf, type Quarter } from '../quarter.ts';
import { basisOf, liaisonsIn, townsOf, type Roster } from '../roster.ts';
import { sealCode } from '../seal.ts';
import { entriesHandedIn } from '../submission.ts';
import type { Standing } from './standing.ts';

/** 报送状态 of a judge's quarter. `draft` is missing with a live ledger at hand. */
export type SubmissionState = 'missing' | 'draft' | 'submitted' | 'returned' | 'conflict';

/** One judge who owes a quarter, and where it stands. */
export interface StatusRow {
  readonly judge: { readonly id: string; readonly name: string };
  readonly towns: readonly string[];
  readonly state: SubmissionState;
  /** The attempt that counts; of one returned or in conflict, the last that came. */
  readonly attempt?: number;
  /** The day that decides whether it was late, and whose record it is out of. */
  readonly receivedOn?: CalendarDate;
  readonly receivedBy?: 'filing' | 'office';
  /** How many days behind the last day; 0 in time. Of what did not come yet, until today. */
  readonly daysLate: number;
  readonly entries?: number;
  /** The day up to which it tells. */
  readonly asOf?: CalendarDate;
  /** 核对码. */
  readonly code?: string;
}

/** What the status of a quarter is worked out from. */
export interface StatusQuestion {
  readonly roster: Roster;
  readonly quarter: Quarter;
  /** The last day for handing in. */
  readonly due: CalendarDate;
  readonly today: CalendarDate;
  /** By judge. */
  readonly standingOf: (judge: string) => Standing | undefined;
  /** What was received and can't be read any more: it came, and counts for nothing. */
  readonly isLost: (judge: string) => boolean;
  readonly hasLedger: (judge: string) => boolean;
}

/** Every judge who owes a submission for the quarter, in the roster's order of towns as the roster lists the judges. */
export function statusRows(question: StatusQuestion): readonly StatusRow[] {
  const { roster, quarter, due, today } = question;
  const period = periodOf(quarter, basisOf(roster));
  return liaisonsIn(roster, period).map((judge): StatusRow => {
    const standing = question.standingOf(judge.id);
    const about = {
      judge: { id: judge.id, name: judge.name },
      towns: townsOf(roster, judge, period),
    };
    if (!standing) {
      const state = question.isLost(judge.id)
        ? 'conflict'
        : question.hasLedger(judge.id)
          ? 'draft'
          : 'missing';
      return { ...about, state, daysLate: lateBy(today, due) };
    }
    const { state, counted, handedIn, attempts } = standing;
    const shown = state === 'submitted' ? counted : attempts.at(-1)?.received;
    return {
      ...about,
      state,
      ...(handedIn ? { receivedOn: handedIn.on, receivedBy: handedIn.by } : {}),
      daysLate: lateBy(handedIn?.on ?? today, due),
      ...(shown
        ? {
            attempt: shown.submission.attempt,
            entries: entriesHandedIn(shown.submission),
            asOf: shown.submission.asOf,
            code: sealCode(shown.submission.seal.value),
          }
        : {}),
    };
  });
}

function lateBy(day: CalendarDate, due: CalendarDate): number {
  return Math.max(daysBetween(due, day), 0);
}

/** Who still owes the quarter: nothing came, or what came was returned or can't be decided. */
export function owing(rows: readonly StatusRow[]): readonly StatusRow[] {
  return rows.filter(({ state }) => state !== 'submitted');
}
