import type { GridCell, GridRow } from './grid.ts';
import { foldName } from '../marks/mark-name.ts';
import type { Area } from './formulas/reference.ts';
import { joined, runsOfCell } from './rich-text.ts';
import { index, type Vocabulary } from '../marks/vocabulary.ts';
import type { Workbook } from './workbook.ts';

/** Heads stand in the first rows of a form; further down there is data. */
const headRows = 30;

/** The heads of a form that name the columns of one list. */
export interface FormHeads {
  readonly list: number;
  /** The lowest row of the heads. */
  readonly row: number;
  /** The list's column (-1 its running number) by the sheet's column. */
  readonly columns: ReadonlyMap<number, number>;
}

/** The folded text that a place shows, and where its cell or merge begins. */
export interface ShownText {
  readonly text: string;
  readonly top: number;
  readonly left: number;
}

/** What a sheet shows at a row and column. */
export type TextAt = (row: number, column: number) => ShownText;

/** Looks texts up, merges minded: all of a merge shows the text of its first cell. */
export function textsOf(workbook: Workbook, rows: readonly GridRow[], merges: readonly Area[]): TextAt {
  const cells = new Map<string, GridCell>();
  for (const row of rows) {
    for (const cell of row.cells) cells.set(`${String(row.row)}:${String(cell.column)}`, cell);
  }
  return (row, column) => {
    const merge = merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    const [top, left] = [merge?.top ?? row, merge?.left ?? column];
    const cell = cells.get(`${String(top)}:${String(left)}`);
    const runs = cell && runsOfCell(cell.element, workbook.shared);
    return { text: foldName(joined(runs ?? [])), top, left };
  };
}

/**
 * The heads that fit one of the lists best: at least three of its columns and at least half of them, and more than any
 * other list has there. A head of two levels counts as both its words, or as the lower one if that one is alone.
 */
export function headsOf(
  rows: readonly GridRow[],
  textAt: TextAt,
  vocabulary: Vocabulary,
  lists: readonly number[],
): FormHeads | undefined {
  const found = lists.flatMap((list) => {
    const columns = vocabulary.lists[list]?.columns ?? [];
    const names = index(columns);
    const heads = rows
      .slice(0, headRows)
      .map((row) => matchRow(list, row, textAt, names))
      .filter((head) => known(head) >= 3 && known(head) * 2 >= columns.length);
    const best = Math.max(0, ...heads.map(known));
    // Of equals the lowest: a merge over both levels counts in the upper one too.
    return heads.findLast((head) => known(head) === best) ?? [];
  });
  const most = Math.max(0, ...found.map(known));
  const [best, rival] = found.filter((head) => known(head) === most);
  return rival ? undefined : best;
}

function known(head: FormHeads): number {
  return [...head.columns.values()].filter((column) => column >= 0).length;
}

function matchRow(list: number, row: GridRow, textAt: TextAt, names: ReadonlyMap<string, number>): FormHeads {
  const heads = row.cells
    .map((cell) => ({ column: cell.column, own: textAt(row.row, cell.column) }))
    .filter(({ column, own }) => own.text !== '' && own.left === column);
  const columns = new Map<number, number>();
  const taken = new Set<number>();
  const take = (column: number, name: string): void => {
    const target = names.get(name) ?? (name === '序号' ? -1 : undefined);
    if (target === undefined || taken.has(target) || columns.has(column)) return;
    columns.set(column, target);
    taken.add(target);
  };
  for (const { column, own } of heads) {
    const above = own.top > 1 ? textAt(own.top - 1, column).text : '';
    if (above !== '') take(column, above + own.text);
  }
  for (const { column, own } of heads) {
    if (heads.filter((head) => head.own.text === own.text).length === 1) take(column, own.text);
  }
  return { list, row: row.row, columns };
}
