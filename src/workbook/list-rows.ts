import type { CellValue } from '../marks/template-data.ts';

/** The rows of a list, to be gone through as often as needed without ever being all in memory. */
export interface ListRows {
  readonly count: number;
  /** Columns with a day in any row. */
  readonly days: ReadonlySet<number>;
  /** The rows from number `from` on (0 for the first), `most` of them. */
  readonly take: (from: number, most: number) => Iterable<readonly CellValue[]>;
}

/**
 * Counts the rows once. What makes its rows anew each time it is asked, as an array does, is not kept; what can be read
 * only once is. Throws a RangeError where the rows are fewer when they are read again.
 */
export function openRows(rows: Iterable<readonly CellValue[]>): ListRows {
  const isUsedUp = Object.is(rows[Symbol.iterator](), rows);
  const source = isUsedUp ? [...rows] : rows;
  const days = new Set<number>();
  let count = 0;
  for (const row of source) {
    count += 1;
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (typeof value === 'object' && value !== null) days.add(column);
    }
  }
  return { count, days, take: (from, most) => part(source, from, Math.min(count, from + most)) };
}

function* part(
  rows: Iterable<readonly CellValue[]>,
  from: number,
  end: number,
): Generator<readonly CellValue[]> {
  let at = 0;
  for (const row of rows) {
    if (at >= end) return;
    if (at >= from) yield row;
    at += 1;
  }
  if (at < end) throw new RangeError('a list has fewer rows than when they were counted');
}
