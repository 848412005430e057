import type { CalendarDate } from '../domain/calendar-date.ts';

/**
 * What may reach a cell: text stays text whatever it begins with, numbers and days are typed, null leaves the cell empty.
 * A day is written as a serial number of the workbook's date system, never as a `Date`.
 */
export type CellValue = string | number | { readonly day: CalendarDate } | null;

/** A value or column under every name a clerk may write for it, the first one being the name in messages. */
export interface Named {
  readonly names: readonly string[];
}

/** A value that stands for itself: `{季度}` or `{quarter}`. */
export interface Single extends Named {
  readonly value: CellValue;
}

/** One column of a list, with every name of it: key, label zh, label en, head. */
export type Column = Named;

/** Rows for one list of a template; `{走访座谈.日期}` or `{visit.date}` is its column. */
export interface DataList extends Named {
  readonly columns: readonly Column[];
  /** A template may leave it out without a word: a row to compare with, say. */
  readonly optional?: true;
  /** One array a row, in the order of `columns`. */
  readonly rows: Iterable<readonly CellValue[]>;
}

/** All that a template can be filled with: what the sheets of a workbook are to say, with nothing of Excel in it. */
export interface TemplateData {
  readonly singles: readonly Single[];
  readonly lists: readonly DataList[];
  /** What the first text cell of a detail row says where a list has no rows: 无. */
  readonly none: string;
}
