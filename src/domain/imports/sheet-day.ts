import type { CalendarDate } from '../calendar-date.ts';
import type { ReadValue } from '../read-table.ts';
import { dayOfSerial } from '../serial-day.ts';
import { readDay } from '../typed-day.ts';
import { foldTyped, type Read } from '../typed-text.ts';
import type { SheetTime } from './sheet-title.ts';

/** What reading a day of a sheet may need to know. */
export interface DayContext extends SheetTime {
  readonly today: CalendarDate;
  /** Days are counted from 1904. */
  readonly date1904: boolean;
  /** A time limit lies on or after this day; without it the year is the sheet's. */
  readonly from?: CalendarDate;
}

/**
 * The day that a cell of a sheet says: a real day, the number of one (45476 is 2024-07-03), or a text as people write it, with a
 * time of day, a weekday or 上午 behind it. A text without a year takes that of the sheet; 3日 its month too. Several days, and
 * numbers such as 7.1 that may have been 7.10, are refused.
 */
export function readSheetDay(value: ReadValue, context: DayContext): Read<CalendarDate> {
  if (value.type === 'day') return { value: value.day };
  if (value.type === 'number') return ofNumber(value.value, value.text, context);
  const typed = value.type === 'text' ? value.text : value.type === 'boolean' ? String(value.value) : '';
  return ofText(typed, context);
}

/** Whether a cell holds a day or what was meant for one; only then the row is a row of a ledger for sure. */
export function holdsDay(value: ReadValue): boolean {
  if (value.type === 'day') return true;
  if (value.type === 'number') return dayMeant(value.value, false) !== undefined || value.value > 2e7;
  const text = value.type === 'text' ? foldTyped(value.text).replace(/\s+/gu, '') : '';
  return /^(?:\d{5}|\d{8}|\d{1,2}[日号]|(?:\d{2,4}[-./年])?\d{1,2}[-./月]\d{1,2}(?!\d))/u.test(text);
}

/** What is meant for a day of a ledger lies before 2101: a larger number is something else. */
function dayMeant(serial: number, date1904: boolean): CalendarDate | undefined {
  const day = dayOfSerial(serial, date1904);
  return day !== undefined && day < '2101' ? day : undefined;
}

function ofNumber(number: number, text: string, context: DayContext): Read<CalendarDate> {
  const day = dayMeant(number, context.date1904);
  if (day) return { value: day };
  if (Number.isInteger(number)) return readDay(String(number), context.today);
  return { problem: { code: 'day-as-number', found: text } };
}

function ofText(typed: string, context: DayContext): Read<CalendarDate> {
  const text = bare(typed);
  if (/^\d{5}$/u.test(text)) return ofNumber(Number(text), text, context);
  // Neither 今天 nor any other word: a sheet is read on another day than it was written.
  if (!/^\d/u.test(text)) return { problem: { code: 'day-invalid', found: typed, reason: 'format' } };
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u.test(text)) return readDay(text, context.today);
  if (isRange(text)) return { problem: { code: 'day-range', found: typed } };
  const short = shortDay(text);
  if (short) return withoutYear(typed, short.month, short.number, context);
  return readDay(text, context.today);
}

/** Whether a cell's day is written without its year. */
export function lacksYear(value: ReadValue): boolean {
  return value.type === 'text' && shortDay(bare(value.text)) !== undefined;
}

function shortDay(text: string): { readonly month: string | undefined; readonly number: string } | undefined {
  const [, month, number, end = ''] = /^(?:(\d{1,2})[-/.月])?(\d{1,2})([日号]?)$/u.exec(text) ?? [];
  return number === undefined || (month === undefined && end === '') ? undefined : { month, number };
}

/** The text of a day without the time of day, the weekday, and the part of the day. */
function bare(typed: string): string {
  return foldTyped(typed)
    .replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?$/u, '')
    .replace(/\s+/gu, '')
    .replace(/(?:上午|下午|早上|中午|晚上|全天)$/u, '')
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?$/u, '');
}

const DAY = /(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}[日号]?/u.source;
const RANGE = new RegExp(`^${DAY}(?:至|到|~|～|—+|–|-|、|,|和|及)(?:${DAY}|\\d{1,2}[日号]?)`, 'u');

/** 7月3日-5日, 2024.7.3-7.5, 7月3日、5日. */
function isRange(text: string): boolean {
  return RANGE.test(text) && !/^\d{4}([-/.])\d{1,2}\1\d{1,2}$/u.test(text);
}

function withoutYear(
  typed: string,
  month: string | undefined,
  number: string,
  { year, month: ofSheet, today, from }: DayContext,
): Read<CalendarDate> {
  const inMonth = month ?? ofSheet;
  const text = `${String(inMonth)}月${number}日`;
  if (inMonth === undefined) return { problem: { code: 'day-without-year', found: typed } };
  if (from) return readDay(text, today, { from });
  if (year === undefined) return { problem: { code: 'day-without-year', found: typed } };
  const read = readDay(`${String(year)}年${text}`, today);
  return 'problem' in read && read.problem.code === 'day-invalid'
    ? { problem: { ...read.problem, found: typed } }
    : read;
}
