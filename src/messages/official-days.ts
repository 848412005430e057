import { partsOf, type CalendarDate } from '../domain/calendar-date.ts';

/** 2024年9月18日. */
export function fullDay(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** 9月18日. */
export function shortDay(date: CalendarDate): string {
  const { month, day } = partsOf(date);
  return `${String(month)}月${String(day)}日`;
}
