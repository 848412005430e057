import { lastRow } from '../formulas/reference.ts';
import { originOf, type RowShift } from '../moving/row-shift.ts';
import { attributeOf, childOf } from '../../package/xml.ts';
import type { Sheet } from '../workbook.ts';

/** How high the rows of a template's sheet are, in points; rows count from 0, as anchors count them. */
export interface RowHeights {
  /** From the top of one row to the top of another below. */
  readonly between: (top: number, bottom: number) => number;
  /** The row of the filled sheet where so many points below the top of a row end, and how many of them lie in it. */
  readonly endAfter: (shift: RowShift, top: number, points: number) => { row: number; rest: number };
}

/** The heights of a sheet as its rows say them; how far text may raise the copies of a detail row is not in them. */
export function rowHeightsOf(sheet: Pick<Sheet, 'root' | 'rows'>): RowHeights {
  const format = childOf(sheet.root, 'sheetFormatPr');
  const usual = Number((format && attributeOf(format, 'defaultRowHeight')) ?? 15);
  const own = new Map(
    sheet.rows.map(({ row, element }) => {
      const hidden = /^(1|true)$/.test(attributeOf(element, 'hidden') ?? '');
      return [row, hidden ? 0 : Number(attributeOf(element, 'ht') ?? usual)] as const;
    }),
  );
  const heightOf = (row: number): number => own.get(row) ?? usual;
  return {
    between: (top, bottom) => {
      let sum = 0;
      for (let row = top; row < bottom; row += 1) sum += heightOf(row + 1);
      return sum;
    },
    endAfter: (shift, top, points) => {
      let rest = Math.max(0, points);
      let row = top;
      for (; row < lastRow - 1; row += 1) {
        const height = heightOf(originOf(shift, row + 1));
        if (rest < height) break;
        rest -= height;
      }
      return { row, rest };
    },
  };
}
