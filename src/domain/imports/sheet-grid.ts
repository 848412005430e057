import type { ReadMerge, ReadTable, ReadValue } from '../read-table.ts';
import { GridRow, type Cover } from './grid-row.ts';
import { textIn } from './value-text.ts';

const NO_COVERS: readonly Cover[] = [];

/** The rows of a sheet with merged areas filled down and to the right. */
export function gridOf(table: ReadTable): readonly GridRow[] {
  const merges = [...table.merges].sort((one, other) => one.top - other.top || one.left - other.left);
  let next = 0;
  let covers = NO_COVERS;
  let nextEnd = Infinity;
  return table.rows.map((row) => {
    const plain = new GridRow(row, NO_COVERS);
    const begun: ReadMerge[] = [];
    for (let merge = merges[next]; merge && merge.top <= row.number; merge = merges[next]) {
      if (merge.bottom >= row.number) begun.push(merge);
      next += 1;
    }
    // Rows share their areas until one begins or ends.
    if (begun.length > 0 || nextEnd < row.number) {
      covers = withoutOverlaps([
        ...covers.filter(({ bottom }) => bottom >= row.number),
        ...begun.map((merge) => ({ ...merge, value: firstValue(merge, plain) })),
      ]);
      nextEnd = covers.reduce((end, { bottom }) => Math.min(end, bottom), Infinity);
    }
    return covers.length === 0 ? plain : new GridRow(row, covers);
  });
}

/** What is shown in an area, by its first row that holds something: nothing where that isn't its own first one. */
function firstValue({ top, left }: ReadMerge, row: GridRow): ReadValue | undefined {
  return top === row.number ? row.valueAt(left) : undefined;
}

/** The areas from the left. One over another is what no spreadsheet program writes: the one that began first stands. */
function withoutOverlaps(covers: readonly Cover[]): readonly Cover[] {
  const sorted = [...covers].sort((one, other) => one.left - other.left || one.top - other.top);
  const kept: Cover[] = [];
  for (const cover of sorted) {
    const last = kept.at(-1);
    if (!last || last.right < cover.left) kept.push(cover);
    else if (cover.top < last.top) kept[kept.length - 1] = cover;
  }
  return kept;
}

/** The texts that stand in a row itself, from the left. */
export function ownTexts({ own }: GridRow): readonly string[] {
  return own.map(({ value }) => textIn(value).trim()).filter((text) => text !== '');
}
