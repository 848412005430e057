import { prefixOf } from '../cell-content.ts';
import { areaName, areaOf, type Area } from '../formulas/reference.ts';
import { firstRowOf, isDetailRow, shiftArea, type RowShift } from './row-shift.ts';
import { attributeOf, childrenOf, type Element } from '../../package/xml.ts';

/**
 * The sheet's merges after rows were added, as the XML of its `mergeCells`: those inside a detail row stand in every
 * copy, those over it grow, those below move.
 */
export function* mergesXml(merges: Element, shift: RowShift): Generator<string> {
  const prefix = prefixOf(merges);
  const areas = childrenOf(merges, 'mergeCell').map((merge) => areaOf(attributeOf(merge, 'ref') ?? ''));
  let count = 0;
  for (const area of areas) if (area) count += copiesOf(area, shift);
  yield `<${prefix}mergeCells count="${String(count)}">`;
  for (const area of areas) {
    if (!area) continue;
    const copies = copiesOf(area, shift);
    const first = firstRowOf(shift, area.top);
    if (!isRepeated(area, shift)) yield `<${prefix}mergeCell ref="${areaName(shiftArea(shift, area))}"/>`;
    else {
      for (let row = first; row < first + copies; row += 1) {
        yield `<${prefix}mergeCell ref="${areaName({ ...area, top: row, bottom: row })}"/>`;
      }
    }
  }
  yield `</${prefix}mergeCells>`;
}

function isRepeated(area: Area, shift: RowShift): boolean {
  return area.top === area.bottom && isDetailRow(shift, area.top);
}

function copiesOf(area: Area, shift: RowShift): number {
  const detail = shift.find((candidate) => candidate.row === area.top);
  return detail && isRepeated(area, shift) ? detail.added + 1 : 1;
}
