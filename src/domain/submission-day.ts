import { addDays, type CalendarDate } from './calendar-date.ts';
import { dueDateOf, type Quarter } from './quarter.ts';
import { rulesFor, type Roster } from './roster.ts';
import { unusualDay, type UnusualDay, type Workdays } from './workdays.ts';

/** 报送期限 of a quarter: the last day on which a submission is in time. */
export interface SubmissionDay {
  readonly quarter: Quarter;
  readonly on: CalendarDate;
  /** The day that the rules name, where `dueDayShift` moved it: it is never moved in silence. */
  readonly movedFrom?: UnusualDay;
  /** What is unusual about `on`: a rest day that was not moved is said, with the working day before it. */
  readonly unusual?: UnusualDay;
}

/**
 * The last day for handing in a quarter's ledgers (rules of 2024-06-20, 三(二): “20日前”). By default the 20th itself still
 * counts, and a rest day stays: the rules are the court's own, so 民事诉讼法 85 moves nothing.
 */
export function submissionDay(roster: Roster, quarter: Quarter, workdays: Workdays): SubmissionDay {
  const { dueDay, dueDayCounts, dueDayShift } = rulesFor(roster, quarter);
  const named = addDays(dueDateOf(quarter, dueDay), dueDayCounts ? 0 : -1);
  const movedFrom = unusualDay(named, workdays);
  if (!movedFrom) return { quarter, on: named };
  // A weekend day that is worked for a holiday is no rest day.
  if (dueDayShift === 'none' || movedFrom.sort === 'make-up')
    return { quarter, on: named, unusual: movedFrom };
  const on = dueDayShift === 'previous' ? movedFrom.workedUpTo : workdays.onOrAfter(named);
  const unusual = unusualDay(on, workdays);
  return { quarter, on, movedFrom, ...(unusual ? { unusual } : {}) };
}
