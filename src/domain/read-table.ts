import type { CalendarDate } from './calendar-date.ts';

/**
 * What a cell of a sheet says, whatever the format of its file was. Every string is only a string: a text that looks like a
 * number stays a text.
 */
export type ReadValue =
  | { readonly type: 'text'; readonly text: string }
  /** `text` holds the digits as they stand in the file: a long number loses its last digits on its way to `value`. */
  | { readonly type: 'number'; readonly value: number; readonly text: string }
  /** A number that its format shows as a day; the time of day, if any, is cut off. */
  | { readonly type: 'day'; readonly day: CalendarDate }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** What the spreadsheet program reckoned in error, such as `#N/A`. */
  | { readonly type: 'error'; readonly text: string }
  /** A formula that no program has reckoned yet. */
  | { readonly type: 'unreckoned' };

/** One cell that holds something. */
export interface ReadCell {
  /** From 1: column A. */
  readonly column: number;
  readonly value: ReadValue;
}

/** One row with cells that hold something, by column. */
export interface ReadRow {
  /** From 1, as the spreadsheet program counts; of a CSV the record's first line. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly ReadCell[];
}

/** Cells shown as one, clipped to the rows and columns that hold something: its first cell holds the value. */
export interface ReadMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as it was read, its rows in order; rows and columns without content are not there, however they are formatted. */
export interface ReadTable {
  /** The sheet's name; of a CSV the file's, without its ending. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly ReadRow[];
  readonly merges: readonly ReadMerge[];
}

/** A workbook or a CSV as it was read. */
export interface ReadTables {
  /** Whether days are counted from 1904, for numbers that are days without looking it: 45476. */
  readonly date1904: boolean;
  /** The custom properties of the workbook, such as the version of the form. */
  readonly properties: ReadonlyMap<string, string>;
  readonly tables: readonly ReadTable[];
}
