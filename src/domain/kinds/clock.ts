import { OutsideCalendar, type CalendarDate } from '../calendar-date.ts';
import type { Workdays } from '../workdays.ts';
import type { Words } from '../words.ts';
import type { Values } from './values.ts';

/** The clocks that a program around `ledger` may tell apart, as `agenda --json` names them. */
export type ClockId =
  | 'visitReport'
  | 'matterDue'
  | 'disputeDue'
  | 'mediationDue'
  | 'applyBy'
  | 'acceptBy'
  | 'reviewBy'
  | 'proposalDue'
  | 'quota'
  | 'submission'
  | 'supplement';

/** What a clock may ask beside the entry. */
export interface ClockContext {
  readonly workdays: Workdays;
  /** 及时报告: working days within which a visit is told to the contact leader. */
  readonly reportWithinWorkdays: number;
}

/** When something must be done, and why then. */
export interface Due {
  readonly on: CalendarDate;
  /** From this day on it is listed however far the last day is. */
  readonly warnOn?: CalendarDate;
  /** What the reader should know of how the day was found, such as that it was counted from another day. */
  readonly note?: Words;
}

/** One time limit of a kind: what is to be done, by when, and the article it rests on. */
export interface Clock {
  readonly id: ClockId;
  /** What is to be done, as a line of the agenda says it. */
  readonly what: Words;
  /** The statute or rule, for whoever doubts the day. */
  readonly basis: Words;
  /** Undefined where the clock does not run: nothing to count from, or it was done. */
  readonly due: (values: Values, context: ClockContext) => Due | undefined;
  /** Whether what was to be done has been done. */
  readonly done: (values: Values) => boolean;
  /** Gives the sheet a column with the day, whether it is done or not: 期限届满日. */
  readonly column?: { readonly key: string; readonly head: Words };
}

/** When a clock ends, or undefined where it does not run, or its end would lie outside the calendar: 9999 is far enough. */
export function dueBy({ due }: Clock, values: Values, context: ClockContext): Due | undefined {
  return insideCalendar(() => due(values, context));
}

/** What is reckoned, or undefined where a day of it would lie outside the calendar. */
export function insideCalendar<Result>(reckon: () => Result): Result | undefined {
  try {
    return reckon();
  } catch (thrown) {
    if (thrown instanceof OutsideCalendar) return undefined;
    throw thrown;
  }
}
