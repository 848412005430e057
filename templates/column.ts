/** One column of a drawn table: its head, and how the marks under it are to look once filled. */
export interface Column {
  /** The head above several columns, where the table's heads have two levels. */
  readonly group?: string;
  readonly head: string;
  /**
   * In column width units: 1.75 to a Chinese character of 10.5 points, and 0.6 for the sides. Not exactly 9, which exceljs
   * takes for its default and leaves out.
   */
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly format?: string;
}

/** The name of a column in its mark: its head, after the head above it where there is one (第1次日期). */
export function markName(column: Column): string {
  return (column.group ?? '') + column.head;
}

/** Few characters or a number, centred. */
export function short(head: string, width: number): Column {
  return { head, width, align: 'center' };
}

/** Text of any length, from the left. */
export function long(head: string, width: number): Column {
  return { head, width, align: 'left' };
}

/** A day, as `2024-07-01`. */
export function day(head: string, width = 10.4): Column {
  return { head, width, align: 'center', format: 'yyyy-mm-dd' };
}

/** Digits that are a name and no number, such as a code: text, also when a clerk types over it. */
export function code(head: string, width: number): Column {
  return { head, width, align: 'center', format: '@' };
}

/** The same columns under one common head. */
export function grouped(group: string, columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => ({ ...column, group }));
}
