import { addDays, weekday, type CalendarDate } from './calendar-date.ts';

/** The days that a year's holiday arrangement moves: working days off, and weekend days worked for them (调休). */
export interface HolidayTable {
  /** The years that the arrangement covers, as `2024`. */
  readonly years: readonly string[];
  readonly off: readonly CalendarDate[];
  readonly worked: readonly CalendarDate[];
}

/** Which days are worked: weekends aside, but for what the State Council's arrangement of the year moves. */
export interface Workdays {
  isWorkday(date: CalendarDate): boolean;
  /** The day itself where it is worked, else the first worked day after it (民事诉讼法 85). */
  onOrAfter(date: CalendarDate): CalendarDate;
  /** The day itself where it is worked, else the last worked day before it. */
  onOrBefore(date: CalendarDate): CalendarDate;
  /** So many worked days later, the first day not counted. */
  add(date: CalendarDate, count: number): CalendarDate;
  /** Whether the arrangement of the day's year is known; without it only weekends are days off. */
  knows(date: CalendarDate): boolean;
}

/** A table that leaves no day to work in so many is a mistake, and no reason to search on for ever. */
const LONGEST_HOLIDAY = 366;

/** The last day of the calendar each way. */
const END = { 1: '9999-12-31', [-1]: '2000-01-01' } as const;

/** The worked days by some tables; where two speak of one year, the last one does. */
export function workdaysFrom(tables: readonly HolidayTable[]): Workdays {
  const years = new Map<
    string,
    { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string> }
  >();
  for (const { years: covered, off, worked } of tables) {
    const table = { off: new Set(off), worked: new Set(worked) };
    for (const year of covered) years.set(year, table);
  }
  const isWorkday = (date: CalendarDate): boolean => {
    const table = years.get(date.slice(0, 4));
    return weekday(date) <= 5 ? table?.off.has(date) !== true : table?.worked.has(date) === true;
  };
  const seek = (date: CalendarDate, step: 1 | -1): CalendarDate => {
    let day = date;
    for (let tried = 0; tried < LONGEST_HOLIDAY; tried += 1) {
      if (isWorkday(day)) return day;
      if (day === END[step]) return date;
      day = addDays(day, step);
    }
    return date;
  };
  return {
    isWorkday,
    onOrAfter: (date) => seek(date, 1),
    onOrBefore: (date) => seek(date, -1),
    add: (date, count) => {
      let day = date;
      for (let left = count; left > 0; left -= 1) day = seek(addDays(day, 1), 1);
      return day;
    },
    knows: (date) => years.has(date.slice(0, 4)),
  };
}

/** A day that is not what its place in the week says, or is no working day at all. */
export interface UnusualDay {
  readonly day: CalendarDate;
  /** A weekend day worked for a holiday (调休), a day off at the weekend, or a weekday that is off. */
  readonly sort: 'make-up' | 'weekend' | 'holiday';
  /** The day itself where it is worked, else the last worked day before it. */
  readonly workedUpTo: CalendarDate;
}

/** What is unusual about a day on which something is due; nothing, where it is a plain working day. */
export function unusualDay(day: CalendarDate, workdays: Workdays): UnusualDay | undefined {
  const isWorked = workdays.isWorkday(day);
  const isWeekend = weekday(day) > 5;
  if (isWorked && !isWeekend) return undefined;
  const sort = isWorked ? 'make-up' : isWeekend ? 'weekend' : 'holiday';
  return { day, sort, workedUpTo: workdays.onOrBefore(day) };
}

/** The same worked days, and every year they were asked about whose arrangement is not known. */
export function watched(workdays: Workdays): {
  readonly workdays: Workdays;
  readonly unknownYears: ReadonlySet<string>;
} {
  const unknownYears = new Set<string>();
  const seen = (date: CalendarDate): CalendarDate => {
    if (!workdays.knows(date)) unknownYears.add(date.slice(0, 4));
    return date;
  };
  return {
    workdays: {
      isWorkday: (date) => workdays.isWorkday(seen(date)),
      onOrAfter: (date) => seen(workdays.onOrAfter(seen(date))),
      onOrBefore: (date) => seen(workdays.onOrBefore(seen(date))),
      add: (date, count) => seen(workdays.add(seen(date), count)),
      knows: (date) => workdays.knows(date),
    },
    unknownYears,
  };
}
