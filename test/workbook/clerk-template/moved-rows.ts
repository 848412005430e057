/** Where the rows of one sheet are after its list was filled in. */
export interface MovedRows {
  /** The row that a row of the template became; of the list's row, the first copy. */
  readonly first: (row: number) => number;
  /** The same with the last copy of the list's row. */
  readonly last: (row: number) => number;
  /** All rows that the row became. */
  readonly copies: (row: number) => number[];
  /** A range that grows over the copies and moves below them, as a sheet writes it. */
  readonly range: (text: string) => string;
}

/** Where the rows of the template's two filled sheets are. */
export interface Moved {
  /** 走访座谈: the list's row is 5, a second list's 9. */
  readonly main: MovedRows;
  /** 表格: the list's row is 3. */
  readonly places: MovedRows;
}

/** Where everything goes for so many rows of the first and of the second list. */
export function movedOnSheets(count: number, second: number): Moved {
  const main = new Map([
    [5, count],
    [9, second],
  ]);
  return { main: movedRows(main), places: movedRows(new Map([[3, count]])) };
}

/** Told by going through the sheet row by row; `lists` are the template's rows with how often each stands in the sheet. */
function movedRows(lists: ReadonlyMap<number, number>): MovedRows {
  const places: number[][] = [[]];
  let next = 1;
  for (let row = 1; row <= 100; row += 1) {
    const times = Math.max(1, lists.get(row) ?? 1);
    places.push(Array.from({ length: times }, (_, copy) => next + copy));
    next += times;
  }
  const copies = (row: number): number[] => places[row] ?? [];
  const first = (row: number): number => copies(row)[0] ?? 0;
  const last = (row: number): number => copies(row).at(-1) ?? 0;
  const range = (text: string): string => {
    const [start = '', end = start] = text.split(':');
    const move = (cell: string, to: (row: number) => number): string =>
      cell.replace(/\d+$/, (row) => String(to(Number(row))));
    const [from, till] = [move(start, first), move(end, last)];
    return from === till ? from : `${from}:${till}`;
  };
  return { first, last, copies, range };
}
