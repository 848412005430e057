import type { ReadMerge, ReadTable, ReadValue } from '../read-table.ts';

/** A cell as it is read: what is shown in a merged area is the value of its first cell, unless a covered cell holds another. */
export interface GridCell {
  readonly column: number;
  readonly value: ReadValue;
  /** The first row and column of the area it is shown in; its own unless merged. */
  readonly top: number;
  readonly left: number;
  /** Whether the value stands in this very cell. */
  readonly own: boolean;
}

/** A row with everything that is seen in it. */
export interface GridRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, GridCell>;
}

/** The rows of a sheet with merged areas filled down and to the right. Each merge is looked at once a row that it covers. */
export function gridOf(table: ReadTable): readonly GridRow[] {
  const merges = [...table.merges].sort((one, other) => one.top - other.top);
  const firsts = new Map<ReadMerge, ReadValue>();
  let next = 0;
  let open: ReadMerge[] = [];
  return table.rows.map((row) => {
    for (let merge = merges[next]; merge && merge.top <= row.number; merge = merges[next]) {
      open.push(merge);
      next += 1;
    }
    open = open.filter(({ bottom }) => bottom >= row.number);
    const cells = new Map<number, GridCell>();
    for (const { column, value } of row.cells)
      cells.set(column, { column, value, top: row.number, left: column, own: true });
    for (const merge of open) {
      const first = merge.top === row.number ? cells.get(merge.left)?.value : firsts.get(merge);
      if (first) fill(cells, merge, first, row.number);
      if (first && merge.top === row.number) firsts.set(merge, first);
    }
    return { number: row.number, hidden: row.hidden, cells };
  });
}

/**
 * Shows a value in the cells of an area on one row. What stands under a merge is out of sight, but somebody's entry: where it
 * differs it stays, so that a merge over a whole sheet makes no row vanish.
 */
function fill(cells: Map<number, GridCell>, merge: ReadMerge, value: ReadValue, row: number): void {
  for (let column = merge.left; column <= merge.right; column += 1) {
    const own = row === merge.top && column === merge.left;
    const covered = cells.get(column);
    if (covered?.own === true && !own && !isNothing(covered.value, value)) continue;
    cells.set(column, { column, value, top: merge.top, left: merge.left, own });
  }
}

/** Whether a covered value says nothing beside the one that is shown. */
function isNothing(covered: ReadValue, shown: ReadValue): boolean {
  if (covered.type === 'unreckoned') return false;
  const text = textIn(covered).trim();
  return text === '' || text === textIn(shown).trim();
}

/** What a cell says, as text; empty where it holds none of its own. */
export function textIn(value: ReadValue): string {
  switch (value.type) {
    case 'text':
    case 'number':
    case 'error':
      return value.text;
    case 'day':
      return value.day;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'unreckoned':
      return '';
  }
}

/** The texts that stand in a row itself, each once, from the left. */
export function ownTexts(row: GridRow): readonly string[] {
  return [...row.cells.values()]
    .filter(({ own }) => own)
    .map(({ value }) => textIn(value).trim())
    .filter((text) => text !== '');
}

/** The name of a cell as spreadsheet programs show it: column 28 of row 3 is `AB3`. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${String(row)}`;
}

/** The row and column of a cell by its name. */
export function placeNamed(cell: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(cell) ?? [];
  if (letters === undefined || row === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}
