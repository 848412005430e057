import { error, type Finding } from '../../domain/problem.ts';
import { changeAttribute, changePart } from '../changed-part.ts';
import type { FormulaPlace } from '../formulas/formula.ts';
import type { PartBody } from '../../package/package.ts';
import { areaOf, type Area } from '../formulas/reference.ts';
import { shiftRange, type RowShift } from './row-shift.ts';
import { whereOf } from '../where.ts';
import { foldSheet } from '../sheet-name.ts';
import {
  attributeOf,
  childOf,
  descendantsOf,
  parsePart,
  relationOf,
  rootOf,
  type Element,
} from '../../package/xml.ts';
import type { Sheet, Workbook } from '../workbook.ts';

/** Moves the place where a pivot table stands. */
export function movePivot(pivot: Element, own: RowShift): boolean {
  const location = childOf(pivot, 'location');
  return location ? changeAttribute(location, 'ref', (range) => shiftRange(own, range)) : false;
}

/** Grows the sources of pivot tables over the rows, and lets them be read anew when the workbook is opened. */
export function movePivotSources(
  workbook: Workbook,
  shifts: FormulaPlace['shifts'],
  changed: Map<string, PartBody>,
): void {
  for (const { kind, target } of workbook.relations) {
    if (kind !== 'pivotCacheDefinition') continue;
    changePart(workbook.parts, target, changed, (cache) => {
      for (const source of descendantsOf(cache)) {
        if (/^(worksheetSource|rangeSet)$/.test(source.localName ?? '')) moveSource(source, shifts);
      }
      cache.setAttribute('refreshOnLoad', '1');
      return true;
    });
  }
}

/** Moves a range that is said with its sheet beside it; one of another workbook stays. */
export function moveSource(source: Element, shifts: FormulaPlace['shifts']): boolean {
  const own = shifts.get(foldSheet(attributeOf(source, 'sheet') ?? ''));
  if (!own || relationOf(source) !== undefined) return false;
  return changeAttribute(source, 'ref', (range) => shiftRange(own, range));
}

/** Where the pivot tables of a sheet stand: what is in there is their result, and no text of the clerk's. */
export function pivotAreas(workbook: Pick<Workbook, 'parts'>, sheet: Sheet): Area[] {
  return sheet.relations.flatMap((relation) => {
    const bytes = relation.kind === 'pivotTable' ? workbook.parts.get(relation.target) : undefined;
    const location = bytes && childOf(rootOf(parsePart(bytes)), 'location');
    return (location && areaOf(attributeOf(location, 'ref') ?? '')) ?? [];
  });
}

/** Pivot tables with a detail row among their own rows. */
export function cutPivots(workbook: Workbook, sheet: Sheet, own: RowShift): Finding[] {
  return pivotAreas(workbook, sheet).flatMap((area) => {
    const cut = own.some(({ row, added }) => added > 0 && area.top <= row && row <= area.bottom);
    if (!cut) return [];
    return [error({ code: 'part-unmovable', part: 'pivotTable' }, whereOf(sheet, area.top, area.left))];
  });
}
