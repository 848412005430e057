import { isCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import type { ReadValue } from '../domain/read-table.ts';
import { dayOfSerial } from '../domain/serial-day.ts';
import { unreadable } from '../package/unreadable.ts';
import type { Budget } from './budget.ts';
import type { SharedStrings } from './shared-strings.ts';

/** A cell as its element has it. */
export interface RawCell {
  /** The attribute `t`; `n` where it is left out. */
  readonly type: string;
  readonly style: number;
  readonly hasFormula: boolean;
  /** The text of `v`, or undefined where there is none. */
  readonly value: string | undefined;
  /** The number in `v` of a shared string, NaN where it is none. */
  readonly index: number;
  /** The text of an inline string. */
  readonly inline: string;
}

/** What the cells of a workbook share. */
export interface CellContext {
  readonly date1904: boolean;
  readonly shared: SharedStrings;
  readonly isDay: (style: number) => boolean;
  readonly budget: Budget;
}

const numeral = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Values are small and many the same: those of short numbers and of days are made once. */
const [cachedLength, cacheLimit] = [6, 20_000];

/** Turns cells into values; undefined where a cell holds nothing. A formula has the value that a program reckoned last. */
export function valueReader(context: CellContext): (cell: RawCell) => ReadValue | undefined {
  const numbers = new Map<string, ReadValue>();
  const days = new Map<string, ReadValue>();

  const numberOf = (text: string, style: number): ReadValue | undefined => {
    const known = (context.isDay(style) ? days : numbers).get(text);
    if (known) return known;
    const number = Number(text);
    if (!Number.isFinite(number) || !numeral.test(text)) return undefined;
    const day = context.isDay(style) ? dayOfSerial(number, context.date1904) : undefined;
    context.budget.value(text);
    const value: ReadValue =
      day === undefined ? { type: 'number', value: number, text } : { type: 'day', day };
    const cache = context.isDay(style) ? days : numbers;
    if (text.length <= cachedLength && cache.size < cacheLimit) cache.set(text, value);
    return value;
  };
  const textOf = (text: string): ReadValue | undefined => {
    if (text === '') return undefined;
    context.budget.value(text);
    return { type: 'text', text };
  };

  return (cell) => {
    const { type } = cell;
    if (type === 's' && cell.value !== undefined) return sharedAt(cell.index, context.shared);
    if (type === 'inlineStr') return textOf(cell.inline);
    if (cell.value === undefined || (cell.value === '' && type !== 'str'))
      return cell.hasFormula ? { type: 'unreckoned' } : undefined;
    if (type === 'str') return textOf(cell.value);
    const value = cell.value.trim();
    if (type === 'b') return { type: 'boolean', value: value === '1' || value === 'true' };
    if (type === 'e') return { type: 'error', text: value };
    if (type === 'd') {
      const day = isoDay(value);
      return day === undefined ? textOf(value) : { type: 'day', day };
    }
    return numeral.test(value) && Number.isFinite(Number(value))
      ? numberOf(value, cell.style)
      : textOf(value);
  };
}

function sharedAt(index: number, shared: SharedStrings): ReadValue | undefined {
  if (!(index < shared.length)) throw unreadable('bad-string');
  return shared[index];
}

/** `2024-07-03T00:00:00` of a cell of type `d`. */
function isoDay(text: string): CalendarDate | undefined {
  const day = text.slice(0, 10);
  return isCalendarDate(day) && /^(T[\d:.]*Z?)?$/.test(text.slice(10)) ? day : undefined;
}
