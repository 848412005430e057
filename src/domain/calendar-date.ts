/**
 * A day as `YYYY-MM-DD`, from 2000-01-01 on. Such strings sort as the days do, and none ever passes through a time zone:
 * arithmetic is done in UTC, whose days are all of one length.
 */
export type CalendarDate = string & { readonly calendarDate: never };

/** Days that every month of every year has. */
const IN_EVERY_MONTH = /^[2-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  // Asked thousands of times for one ledger: one pattern answers most, quicker than a loop that is not compiled yet.
  if (IN_EVERY_MONTH.test(text)) return true;
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digitsIn(text, 0, 4);
  const month = digitsIn(text, 5, 7);
  const day = digitsIn(text, 8, 10);
  return year >= 2000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that ASCII digits write; NaN where another character stands among them. */
function digitsIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The day with these numbers, or undefined where the calendar has none (30 February) or the year lies before 2000. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(text) ? text : undefined;
}

/** How many days the month has, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Thrown where a day would lie before 2000 or after 9999. */
export class OutsideCalendar extends RangeError {}

/** The day so many days later; a negative number goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(midnight(date) + days * DAY_MS);
  const found = calendarDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  if (!found) throw new OutsideCalendar(`${date} + ${String(days)} days lies outside the calendar`);
  return found;
}

/** The same day of the month so many months later, or the month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const found = calendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (!found) throw new OutsideCalendar(`${date} + ${String(months)} months lies outside the calendar`);
  return found;
}

/** Days from the first to the second, negative where the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** The numbers of a day; the month counts from 1. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day in UTC+8, China's only time, at an instant, whatever the machine's zone is. */
export function dayInChina(instant: Date): CalendarDate {
  const text = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!isCalendarDate(text)) throw new RangeError('the clock of this machine stands before the year 2000');
  return text;
}

/** The instant as `2024-07-03T10:21:05+08:00`: for the record only, no rule looks at it. */
export function timestampInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
}

const DAY_MS = 86_400_000;

/** Midnight of the day in UTC, in milliseconds: the runtime's zone is never asked for. */
function midnight(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
