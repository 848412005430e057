import type { CalendarDate } from '../calendar-date.ts';
import type { FieldType, ReadContext, ReadField } from '../fields/field-type.ts';
import type { Field } from '../kinds/kind.ts';
import type { Problem } from '../problem.ts';
import type { ReadValue } from '../read-table.ts';
import { foldTyped } from '../typed-text.ts';
import type { AmountUnit } from './amount-unit.ts';
import { readSheetDay } from './sheet-day.ts';
import { textIn } from './value-text.ts';
import type { SheetTime } from './sheet-title.ts';
import { choiceMeant } from './short-choice.ts';

/** What reading a cell needs to know beside what reading a typed value does. */
export interface CellContext extends ReadContext {
  readonly time: SheetTime;
  readonly date1904: boolean;
  /** The row was written by the tool: a text means itself, whatever a clerk might mean by it. */
  readonly exact: boolean;
}

/** The most digits that spreadsheet programs keep of a number. */
const KEPT_DIGITS = 15;

/** What is longer is quoted as its type does. */
const LONGEST_QUOTE = 200;

/** What the cell of a field says; undefined where it says nothing. `unit`: what plain numbers count where they are amounts. */
export function readCell(
  field: Field,
  value: ReadValue,
  context: CellContext,
  unit: AmountUnit,
): ReadField | undefined {
  const broken = brokenCell(value);
  if (broken) return { problem: broken };
  const { offer } = field.type;
  const text = textIn(value).trim();
  if (text === '') return undefined;
  if (context.exact && value.type === 'text') return field.type.read(value.text, context);
  if (offer.type !== 'text' && saysNothing(text, field.type)) return undefined;
  if (offer.type === 'day') return readDayCell(field.type, value, offer.ahead, context);
  if (value.type === 'day' && offer.type !== 'line')
    return { problem: { code: 'text-as-day', found: value.day } };
  if (value.type === 'number') return readNumberCell(field.type, value, context, unit);
  return quoting(text, field.type, readTyped(field.type, text, context, unit));
}

/** A refused value is quoted as it stands in the cell; of several choices, the one that is wrong. */
function quoting(text: string, { offer }: FieldType, read: ReadField): ReadField {
  if ('value' in read || offer.type === 'several' || text.length > LONGEST_QUOTE) return read;
  const { problem } = read;
  switch (problem.code) {
    case 'choice-invalid':
    case 'count-invalid':
    case 'amount-invalid':
    case 'yes-no-invalid':
      return { problem: { ...problem, found: text } };
    default:
      return read;
  }
}

/** What is wrong with a formula that came to nothing. */
export function brokenCell(value: ReadValue): Problem | undefined {
  if (value.type === 'error') return { code: 'cell-error', found: value.text };
  return value.type === 'unreckoned' ? { code: 'cell-unreckoned' } : undefined;
}

/** Clerks draw a stroke, or write 无, where there is nothing to say; text keeps what it says, and where 无 is a choice it is one. */
function saysNothing(text: string, type: FieldType): boolean {
  const { offer } = type;
  if (/^[/／\\—–-]+$/u.test(text)) return true;
  if (text !== '无' || offer.type === 'yes-no') return false;
  return !('choices' in offer) || !offer.choices.some(({ label }) => label.zh === text);
}

function readDayCell(type: FieldType, value: ReadValue, ahead: boolean, context: CellContext): ReadField {
  const { time, date1904, today, day } = context;
  const from: CalendarDate | undefined = ahead ? day : undefined;
  const read = readSheetDay(value, { ...time, date1904, today, ...(from ? { from } : {}) });
  // The type has the last word: what has happened lies not ahead.
  if ('value' in read) return type.read(read.value, context);
  const { problem } = read;
  return { problem: problem.code === 'day-invalid' ? { ...problem, inSheet: true } : problem };
}

function readNumberCell(
  type: FieldType,
  value: Extract<ReadValue, { type: 'number' }>,
  context: CellContext,
  unit: AmountUnit,
): ReadField {
  const digits = /^-?\d+$/u.test(value.text) ? value.text : plain(value.value);
  const length = digits.replace(/\D/gu, '').length;
  if (type.sheet === 'text' && Number.isInteger(value.value) && length > KEPT_DIGITS)
    return { problem: { code: 'number-lost-digits', length } };
  return readTyped(type, digits, context, unit);
}

/** A number without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function plain(number: number): string {
  const rounded = Number(number.toPrecision(KEPT_DIGITS));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

/** A bare number of ten thousand yuan that is as large as this would be more than any town quarrels about: it may be of yuan. */
const LARGEST_OF_TEN_THOUSANDS = 10_000;

/** Reads a cell's text as if it were typed. An amount whose unit nobody can be sure of may be wrong ten thousand times over. */
function readTyped(type: FieldType, text: string, context: CellContext, unit: AmountUnit): ReadField {
  const typed = asTyped(type, text);
  const bare = foldTyped(text).replace(/[,\s]/gu, '');
  if (type.expects !== 'amount' || unit === 'yuan' || !/^\d+(?:\.\d+)?$/u.test(bare) || Number(bare) === 0)
    return type.read(typed, context);
  return unit === 'unclear' || Number(bare) >= LARGEST_OF_TEN_THOUSANDS
    ? { problem: { code: 'amount-times-ten-thousand', found: text } }
    : type.read(`${typed}万`, context);
}

/** A cell's text as it would be typed. */
function asTyped(type: FieldType, text: string): string {
  const { offer } = type;
  if (offer.type === 'choice') return offerMeant(offer.choices, text, type);
  if (offer.type === 'several')
    return text
      .split(/[,，、;；/／\n]+/u)
      .map((part) => choiceMeant(offer.choices, part)?.id ?? part)
      .join('、');
  if (offer.type === 'yes-no') return MARKS.get(foldTyped(text)) ?? text;
  if (type.expects === 'whole-number' && /^\d{1,3}(?:,\d{3})+(?![\d,])/u.test(foldTyped(text)))
    return foldTyped(text).replaceAll(',', '');
  return text;
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ...['√', '✓', '✔', '☑', '对'].map((mark): [string, string] => [mark, '是']),
  ...['×', '✗', '✘', '☒', 'x', 'X', '错'].map((mark): [string, string] => [mark, '否']),
]);

/** Names that the type itself knows, such as 民间借贷, are left to it. */
function offerMeant(choices: Parameters<typeof choiceMeant>[0], text: string, { offer }: FieldType): string {
  const within = offer.type === 'choice' ? (offer.within ?? []) : [];
  if (within.some(({ name }) => text.includes(name.zh))) return text;
  return choiceMeant(choices, text)?.id ?? text;
}
