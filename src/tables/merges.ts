import type { ReadMerge, ReadRow } from '../domain/read-table.ts';
import type { Area } from '../workbook/formulas/reference.ts';

/** The merges as far as they lie on rows and columns that hold something: one over a whole sheet covers what is used. */
export function clippedMerges(merges: readonly Area[], rows: readonly ReadRow[]): ReadMerge[] {
  const lastRow = rows.at(-1)?.number ?? 0;
  let lastColumn = 0;
  for (const row of rows) lastColumn = Math.max(lastColumn, row.cells.at(-1)?.column ?? 0);
  return merges.flatMap((merge) => {
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    const isOne = merge.top === bottom && merge.left === right;
    return merge.top > bottom || merge.left > right || isOne ? [] : [{ ...merge, bottom, right }];
  });
}
