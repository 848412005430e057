import type { Finding } from '../domain/problem.ts';
import { filledRuns, shellOf, valueXml, valuesOf, type ValueContext } from './cell-content.ts';
import { fitFindings, fittedText, type FittedText, type TextRoom } from './print/fitted-text.ts';
import type { GridCell } from './grid.ts';
import { heightLimit, roundedHeight } from './print/row-height.ts';
import { mergesOf, type MarkedCell } from './sheet-marks.ts';
import { standardHeight } from './print/standard-height.ts';
import type { TemplateData } from '../marks/template-data.ts';
import type { Sheet } from './workbook.ts';
import { attributeOf } from '../package/xml.ts';

/**
 * A cell with marks that stands outside of every detail row, filled. What doesn't break into lines may run on over the empty
 * cells beside it, as titles do, and stays as the clerk made it.
 */
export function singleCell(
  marked: MarkedCell,
  name: string,
  room: TextRoom | undefined,
  context: ValueContext & { readonly data: TemplateData },
): FittedText {
  const shell = shellOf(marked.cell.element);
  const values = valuesOf(marked, context.data, undefined, 0);
  const [value = null] = values;
  const alone = marked.text.alone !== undefined;
  if (alone && typeof value !== 'string')
    return { xml: valueXml(shell, name, value, context), fit: { height: 0 }, text: '' };
  const runs = alone && typeof value === 'string' ? [{ text: value }] : filledRuns(marked, values);
  return fittedText(shell, name, runs, room?.look.wraps ? room : undefined, context.styles);
}

/** Makes the row of such a cell as high as its text; of a cell merged over several rows, the last of them. */
export function growRow(sheet: Sheet, { row, column }: GridCell, made: FittedText, name: string): Finding[] {
  if (made.fit.height === 0) return [];
  const merge = mergesOf(sheet).find((area) => area.top === row && area.left === column);
  const bottom = merge?.bottom ?? row;
  const heightOf = (number: number): number => {
    const found = sheet.rows.find((one) => one.row === number)?.element;
    return Number((found && attributeOf(found, 'ht')) ?? standardHeight(sheet.root));
  };
  let missing = made.fit.height;
  for (let covered = row; covered <= bottom; covered += 1) missing -= heightOf(covered);
  const last = sheet.rows.find((one) => one.row === bottom)?.element;
  if (missing > 0 && last) {
    last.setAttribute('ht', String(Math.min(heightLimit, roundedHeight(heightOf(bottom) + missing))));
    last.setAttribute('customHeight', '1');
  }
  return fitFindings(made, { sheet: sheet.name, cell: name });
}
