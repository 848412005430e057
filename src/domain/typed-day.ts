import { addDays, calendarDate, daysInMonth, partsOf, type CalendarDate } from './calendar-date.ts';
import { foldTyped, type Read } from './typed-text.ts';

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['昨天', -1],
  ['昨日', -1],
  ['yesterday', -1],
  ['前天', -2],
]);

/**
 * Reads a day as people type it: `2024-07-03 2024-7-3 2024/7/3 2024.7.3 20240703 2024年7月3日`, without a year `7月3日`
 * and `7-3`, the words for today and the two days before it, full-width digits too. A day without a year is the latest
 * such day not after today or, `ahead`, the first on or after the day given.
 */
export function readDay(
  typed: string,
  today: CalendarDate,
  ahead?: { readonly from: CalendarDate },
): Read<CalendarDate> {
  const text = foldTyped(typed);
  const offset = RELATIVE.get(text.toLowerCase());
  if (offset !== undefined) return { value: addDays(today, offset) };

  const full = /^(\d{4})([-/.年])(\d{1,2})(?:([-/.月])(\d{1,2})(日|号)?)$/.exec(text);
  if (full && separatorsAgree(full[2], full[4], full[6])) return exact(typed, full[1], full[3], full[5]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return exact(typed, compact[1], compact[2], compact[3]);
  const short = /^(\d{1,2})([-/.月])(\d{1,2})(日|号)?$/.exec(text);
  if (short && (short[2] === '月' || short[4] === undefined)) {
    return withoutYear(typed, Number(short[1]), Number(short[3]), today, ahead?.from);
  }
  const twoDigitYear = /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text);
  return refuse(typed, twoDigitYear ? 'two-digit-year' : 'format');
}

function separatorsAgree(first?: string, second?: string, end?: string): boolean {
  return first === '年' ? second === '月' : first === second && end === undefined;
}

function exact(typed: string, year?: string, month?: string, day?: string): Read<CalendarDate> {
  if (Number(year) < 2000) return refuse(typed, 'before-2000');
  const date = calendarDate(Number(year), Number(month), Number(day));
  return date ? { value: date } : refuse(typed, 'no-such-day');
}

/** 29 February without a year is looked for over eight years, the longest that leap years lie apart (1896–1904, 2096–2104). */
function withoutYear(
  typed: string,
  month: number,
  day: number,
  today: CalendarDate,
  from: CalendarDate | undefined,
): Read<CalendarDate> {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month))
    return refuse(typed, 'no-such-day');
  const start = partsOf(from ?? today).year;
  for (let step = 0; step <= 8; step += 1) {
    const date = calendarDate(from ? start + step : start - step, month, day);
    if (date && (from ? date >= from : date <= today)) return { value: date };
  }
  return refuse(typed, 'no-such-day');
}

function refuse(
  typed: string,
  reason: 'format' | 'no-such-day' | 'two-digit-year' | 'before-2000',
): Read<CalendarDate> {
  return { problem: { code: 'day-invalid', found: typed, reason } };
}
