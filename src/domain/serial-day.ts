import { calendarDate, partsOf, type CalendarDate } from './calendar-date.ts';

/**
 * A day as Excel's serial number: 45292 is 2024-01-01, and 1,462 less in a workbook of the 1904 date system. Counted in
 * UTC, so that no zone can move it.
 */
export function serialOf(date: CalendarDate, date1904: boolean): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS + EPOCH - (date1904 ? SINCE_1904 : 0);
}

/**
 * The day of a serial number, its time cut off. Undefined before 2000, which leaves out the 29 February 1900 that Excel counts
 * and no calendar has.
 */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDate | undefined {
  const day = Math.floor(serial) + (date1904 ? SINCE_1904 : 0);
  if (!(day > 0 && day <= LAST_SERIAL)) return undefined;
  const date = new Date((day - EPOCH) * DAY_MS);
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const DAY_MS = 86_400_000;
/** The serial number of 1970-01-01. */
const EPOCH = 25_569;
/** Days by which the count from 1904 is behind. */
const SINCE_1904 = 1_462;
/** The serial number of 9999-12-31. */
const LAST_SERIAL = 2_958_465;
