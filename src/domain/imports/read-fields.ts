import type { CalendarDate } from '../calendar-date.ts';
import type { FieldValue } from '../fields/field-type.ts';
import { dayIn, dayKeys, NOTE_KEY, type Field } from '../kinds/kind.ts';
import { fromPlainCell } from '../plain-cell.ts';
import type { Problem } from '../problem.ts';
import type { ReadValue } from '../read-table.ts';
import { brokenCell, readCell, type CellContext } from './cell-value.ts';
import type { GridRow } from './grid-row.ts';
import { readPlaces, type SaidPlaces } from './row-places.ts';
import type { SectionColumns } from './section-columns.ts';
import { lacksYear } from './sheet-day.ts';
import { textIn } from './value-text.ts';

/** What reading the fields of a row needs to know. */
export interface FieldsContext extends CellContext {
  /** The town that the title names, where there is no column for it. */
  readonly town: string | undefined;
  /** The cells of a CSV, in which what a spreadsheet program would reckon is neutralised. */
  readonly plain: boolean;
  /** What the official sheet puts in front of the note of a row that counts elsewhere. */
  readonly notCounted: string;
  /** The keys of fields that no row of the section can have, as was told once. */
  readonly failed: ReadonlySet<string>;
}

/** The fields of a row, as far as they could be read. */
export interface ReadFields {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** The keys that a value said something of beside its own. */
  readonly said: readonly string[];
  /** How many of its days took the year of the sheet. */
  readonly yearless: number;
  /** What could not be read; `value` is what stands there. */
  readonly problems: readonly FieldProblem[];
}

interface FieldProblem {
  readonly field: Field;
  readonly problem: Problem;
  readonly value?: ReadValue;
}

/** Reads the cells of a row, each as the type of its field does; town and village together. */
export function readFields(columns: SectionColumns, row: GridRow, context: FieldsContext): ReadFields {
  const { kind } = columns.head;
  const values: Record<string, FieldValue> = {};
  const said: string[] = [];
  let yearless = 0;
  const problems: FieldProblem[] = [];
  for (const field of kind.fields) {
    if (!context.exact && field === columns.village) continue;
    if (!context.exact && field === columns.town) {
      const places = readPlaces(saidPlaces(columns, row, context), columns, context);
      for (const [key, value] of Object.entries(places.values)) {
        values[key] = value;
        said.push(key);
      }
      problems.push(...places.problems, ...brokenPlaces(columns, row));
      continue;
    }
    const value = columns.valueIn(row, field);
    if (!value || context.failed.has(field.key)) continue;
    // Only a time limit hangs on the day of its row.
    const dated = isAhead(field) ? withDay(context, openingDay(columns, values)) : context;
    const cell = readCell(field, meant(field, value, context), dated, columns.unitOf(field));
    if (!cell) continue;
    if ('problem' in cell) problems.push({ field, problem: cell.problem, value });
    else {
      for (const [key, implied] of Object.entries(cell.implies ?? {})) {
        values[key] = implied;
        said.push(key);
      }
      values[field.key] = cell.value;
      if (takesYear(field, value, dated)) yearless += 1;
    }
  }
  return { values, said, yearless, problems };
}

/** The first of the opening days that has been read. */
function openingDay(
  { head }: SectionColumns,
  values: Readonly<Record<string, FieldValue>>,
): CalendarDate | undefined {
  for (const key of dayKeys(head.kind)) {
    const day = dayIn(values, key);
    if (day) return day;
  }
  return undefined;
}

function isAhead({ type: { offer } }: Field): boolean {
  return offer.type === 'day' && offer.ahead;
}

function withDay(context: FieldsContext, day: CalendarDate | undefined): FieldsContext {
  return day === undefined ? context : { ...context, day };
}

/** Whether a day got its year from the sheet: it has none of its own, and is no time limit, which follows from its row. */
function takesYear({ type: { offer } }: Field, value: ReadValue, { exact, day }: FieldsContext): boolean {
  return offer.type === 'day' && !exact && day === undefined && lacksYear(value);
}

function saidPlaces(columns: SectionColumns, row: GridRow, context: FieldsContext): SaidPlaces {
  const textOf = (field: Field | undefined): string => {
    const value = columns.valueIn(row, field);
    const text = field && value && value.type !== 'error' ? textIn(meant(field, value, context)).trim() : '';
    return /^(?:[/／\\—–-]+|无)$/u.test(text) ? '' : text;
  };
  return { town: textOf(columns.town), village: textOf(columns.village), ofSheet: context.town };
}

/** Formulas in the cells of a place that came to nothing. */
function brokenPlaces(columns: SectionColumns, row: GridRow): readonly FieldProblem[] {
  return [columns.town, columns.village].flatMap((field) => {
    const value = columns.valueIn(row, field);
    const problem = value && brokenCell(value);
    return field && value && problem ? [{ field, problem, value }] : [];
  });
}

/** A cell's value as the one who wrote the sheet meant it: without the marks that the tool itself puts in front. */
function meant({ key }: Field, value: ReadValue, { plain, notCounted }: FieldsContext): ReadValue {
  if (value.type !== 'text') return value;
  const text = plain ? fromPlainCell(value.text) : value.text;
  if (key !== NOTE_KEY || !text.startsWith(notCounted))
    return text === value.text ? value : { type: 'text', text };
  return { type: 'text', text: text.slice(notCounted.length).replace(/^；/u, '') };
}
