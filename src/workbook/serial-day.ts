import { partsOf, type CalendarDate } from '../domain/calendar-date.ts';

/**
 * A day as Excel's serial number: 45292 is 2024-01-01, and 1,462 less in a workbook of the 1904 date system. Counted in
 * UTC, so that no zone can move it.
 */
export function serialOf(date: CalendarDate, date1904: boolean): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (date1904 ? 1_462 : 0);
}
