import { addDays, calendarDate, daysInMonth, partsOf, type CalendarDate } from './calendar-date.ts';

/** A quarter as `2024Q3`. Such strings sort as the quarters do. */
export type Quarter = string & { readonly quarter: never };

/** Where quarters begin and end: `calendar` on months, `cutoff20` on the 21st and the 20th of a quarter's last month. */
export type QuarterBasis = 'calendar' | 'cutoff20';

/** The basis in force for each quarter; a court may change it from one quarter on. */
export type BasisOf = (quarter: Quarter) => QuarterBasis;

/** The first quarter there is: days begin with 2000-01-01. */
export const FIRST_QUARTER = quarterOf(2000, 1);
/** The last quarter there is: years have four digits. */
export const LAST_QUARTER = quarterOf(9999, 4);

/** First and last day, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Whether the text is a quarter written `2024Q3`, of the years that days have: 2000 to 9999. */
export function isQuarter(text: string): text is Quarter {
  return /^[2-9]\d{3}Q[1-4]$/.test(text);
}

/** The quarter with these numbers, 1 to 4. */
export function quarterOf(year: number, number: number): Quarter {
  const text = `${String(year)}Q${String(number)}`;
  if (!isQuarter(text)) throw new RangeError(`no quarter ${text}`);
  return text;
}

/** The numbers of a quarter. */
export function quarterParts(quarter: Quarter): { year: number; number: number } {
  return { year: Number(quarter.slice(0, 4)), number: Number(quarter.slice(5)) };
}

/** The quarter so many quarters later; a negative number goes back. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const { year, number } = quarterParts(quarter);
  const index = year * 4 + (number - 1) + count;
  return quarterOf(Math.floor(index / 4), (index % 4) + 1);
}

/**
 * The days of a quarter. Quarters always partition time: each begins the day after the last one ended, so where a court
 * changes its basis one quarter is shorter or longer, and no day lies in two or in none. The first of all begins with the
 * first day there is, the last ends with the last one.
 */
export function periodOf(quarter: Quarter, basisOf: BasisOf): Period {
  const to = lastDay(quarter, basisOf(quarter));
  if (quarter === FIRST_QUARTER) return { from: dayOf(2000, 1, 1), to };
  const before = addQuarters(quarter, -1);
  return { from: addDays(lastDay(before, basisOf(before)), 1), to };
}

/** The four quarters of a calendar year. */
export function quartersOf(year: number): readonly Quarter[] {
  return [1, 2, 3, 4].map((number) => quarterOf(year, number));
}

/** The days of some quarters that follow one another, from the first day of the first to the last day of the last. */
export function periodOver(quarters: readonly Quarter[], basisOf: BasisOf): Period {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('no quarter');
  return { from: periodOf(first, basisOf).from, to: periodOf(last, basisOf).to };
}

/** The quarter that a day lies in. */
export function quarterAt(date: CalendarDate, basisOf: BasisOf): Quarter {
  const { year, month } = partsOf(date);
  const byMonth = quarterOf(year, Math.ceil(month / 3));
  // A cut-off ends quarters before their months do, never after: a day may lie in the next quarter, not in the one before.
  return date > periodOf(byMonth, basisOf).to ? addQuarters(byMonth, 1) : byMonth;
}

/** Whether a day lies in a period. */
export function contains(period: Period, date: string): boolean {
  return date >= period.from && date <= period.to;
}

/** The day of submission, `dueDay` of the quarter's last month (rules of 2024-06-20, 三(二): before the 20th). */
export function dueDateOf(quarter: Quarter, dueDay: number): CalendarDate {
  const { year, number } = quarterParts(quarter);
  return dayOf(year, number * 3, dueDay);
}

function lastDay(quarter: Quarter, basis: QuarterBasis): CalendarDate {
  const { year, number } = quarterParts(quarter);
  const month = number * 3;
  const isCut = basis === 'cutoff20' && quarter !== LAST_QUARTER;
  return dayOf(year, month, isCut ? 20 : daysInMonth(year, month));
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  const date = calendarDate(year, month, day);
  if (!date) throw new RangeError(`no day ${String(year)}-${String(month)}-${String(day)}`);
  return date;
}
