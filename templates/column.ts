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
  readonly align: 'left' | 'center' | 'right';
  readonly format?: string;
  /**
   * The 合计 row sums the column: all of it, or `counted` only the rows that count, without those that the 备注 in the last
   * column begins by calling 不计数.
   */
  readonly total?: 'all' | 'counted';
  /** What it counts, in a table that has a row of units: 件、次、人次. */
  readonly unit?: string;
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

/** A whole number. */
export function count(head: string, width: number): Column {
  return { head, width, align: 'center', format: '0' };
}

/** Yuan with two places, from the right and summed: as wide as a county's quarter may add up to, 12,345,678.00. */
export function amount(head: string, width = 13.4): Column {
  return { head, width, align: 'right', format: '#,##0.00', total: 'all' };
}

/** A number of things or people, with the unit that the row of units says, and summed. */
export function figure(head: string, unit: string, width: number): Column {
  return { ...count(head, width), unit, total: 'all' };
}

/** The column, summed in the 合计 row. */
export function summed(column: Column, total: 'all' | 'counted' = 'all'): Column {
  return { ...column, total };
}

/** The same columns under one common head. */
export function grouped(group: string, columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => ({ ...column, group }));
}
