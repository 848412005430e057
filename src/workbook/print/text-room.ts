import { columnWidthsOf, unitPixels } from './column-widths.ts';
import type { TextRoom } from './fitted-text.ts';
import type { GridCell } from '../grid.ts';
import type { PrintPage } from './print-page.ts';
import { heightLimit } from './row-height.ts';
import { mergesOf, type SheetPlan } from '../sheet-marks.ts';
import type { Styles } from '../styles.ts';
import { attributeOf } from '../../package/xml.ts';

/**
 * What room the cells of a sheet have for text: a merged cell has the width of all its columns, and one that a merge covers
 * or whose columns are hidden shows nothing and has none.
 */
export function roomIn(
  { sheet }: SheetPlan,
  styles: Styles | undefined,
  page: PrintPage | undefined,
): (cell: GridCell) => TextRoom | undefined {
  const width = columnWidthsOf(sheet.root);
  const merges = mergesOf(sheet);
  const highest = highestRow(page);
  return ({ row, column, element }) => {
    if (!styles) return undefined;
    const merge = merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    if (merge && (merge.top < row || merge.left < column)) return undefined;
    let units = 0;
    for (let covered = column; covered <= (merge?.right ?? column); covered += 1) units += width(covered);
    const look = styles.look(Number(attributeOf(element, 's') ?? 0));
    return units === 0 ? undefined : { look, pixels: units * unitPixels(styles.defaultPoints), highest };
  };
}

/** A row higher than what a page holds below its heads would be torn; a page that holds hardly anything tells nothing. */
function highestRow(page: PrintPage | undefined): number {
  const room = page ? page.further * 0.96 : heightLimit;
  return room < 100 ? heightLimit : Math.min(heightLimit, room);
}
