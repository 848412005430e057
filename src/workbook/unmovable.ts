import { error, type Finding } from '../domain/problem.ts';
import { formulaCells } from './formula-cells.ts';
import { referencesOf, shiftFormula, type FormulaPlace } from './formula.ts';
import { areaOf } from './reference.ts';
import { relationsOf } from './relations.ts';
import { turnedCharts } from './sheet-drawings.ts';
import { isDetailRow, moves, type RowShift } from './row-shift.ts';
import { foldSheet } from './sheet-name.ts';
import { whereOf } from './sheet-marks.ts';
import { attributeOf, childOf, descendantsOf, parsePart, rootOf, textOf } from './xml.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Kinds of relationships of a sheet whose parts hold places in it that only their own program knows how to move. */
const unmovableKinds = new Map([
  ['comments', 'comments'],
  ['threadedComment', 'threadedComments'],
  ['table', 'table'],
  ['pivotTable', 'pivotTable'],
  ['slicer', 'slicer'],
  ['timeline', 'timeline'],
  ['ctrlProp', 'control'],
  ['control', 'control'],
  ['oleObject', 'oleObject'],
  ['queryTable', 'queryTable'],
]);

/** Everything that can't be moved safely where rows are added, all sheets at once. */
export function unmovableParts(workbook: Workbook, shifts: FormulaPlace['shifts']): Finding[] {
  const found = workbook.sheets.flatMap((sheet) => {
    const own = shifts.get(foldSheet(sheet.name)) ?? [];
    const kinds = new Set(moves(own) ? ownParts(sheet) : []);
    const place = { sheet: sheet.name, shifts };
    for (const kind of pointingPivots(workbook, sheet, place)) kinds.add(kind);
    const parts = [...kinds].map((part) => error({ code: 'part-unmovable', part }, { sheet: sheet.name }));
    return [...parts, ...unmovableFormulas(sheet, own, place)];
  });
  return [...found, ...turnedCharts(workbook, shifts)];
}

/** Whether rows added anywhere would change what a formula says. */
export function wouldMove(formula: string, place: FormulaPlace): boolean {
  if (shiftFormula(formula, place) !== formula) return true;
  // A 3-D reference goes through sheets that may be shifted differently, and no one reference can say that.
  const deep = referencesOf(formula).some((reference) => reference.sheets.length > 1);
  return deep && [...place.shifts.values()].some(moves);
}

function ownParts(sheet: Sheet): string[] {
  const kinds = sheet.relations.flatMap((relation) => unmovableKinds.get(relation.kind) ?? []);
  const commented = kinds.includes('comments');
  if (!commented && childOf(sheet.root, 'legacyDrawing')) kinds.push('control');
  for (const element of descendantsOf(sheet.root)) {
    if (element.localName === 'sparklineGroup') kinds.push('sparkline');
    if (element.localName === 'control') kinds.push('control');
    if (element.localName === 'oleObject') kinds.push('oleObject');
    if (element.localName === 'slicer') kinds.push('slicer');
  }
  return kinds;
}

/** Pivot tables of any sheet that take their data from rows that move. */
function pointingPivots(workbook: Workbook, sheet: Sheet, place: FormulaPlace): string[] {
  return sheet.relations.flatMap((relation) => {
    if (relation.kind !== 'pivotTable') return [];
    return relationsOf(workbook.parts, relation.target).flatMap((cache) => {
      const bytes = workbook.parts.get(cache.target);
      if (cache.kind !== 'pivotCacheDefinition' || !bytes) return [];
      const source = [...descendantsOf(rootOf(parsePart(bytes)))].find(
        (child) => child.localName === 'worksheetSource',
      );
      const from = source && place.shifts.get(foldSheet(attributeOf(source, 'sheet') ?? ''));
      return from && moves(from) ? ['pivotTable'] : [];
    });
  });
}

/** Array formulas over several rows with a detail row among them, data tables, and references through sheets. */
function unmovableFormulas(sheet: Sheet, own: RowShift, place: FormulaPlace): Finding[] {
  return formulaCells(sheet.rows).flatMap(({ cell, formula }) => {
    const where = whereOf(sheet, cell.row, cell.column);
    const type = attributeOf(formula, 't');
    const area = areaOf(attributeOf(formula, 'ref') ?? '');
    const growing = own.filter((detail) => detail.added > 0);
    if (type === 'dataTable' && growing.length > 0)
      return [error({ code: 'part-unmovable', part: 'dataTable' }, where)];
    if (type === 'array' && area && area.bottom > area.top) {
      const cut = growing.some((detail) => area.top <= detail.row && detail.row <= area.bottom);
      if (cut || isDetailRow(own, cell.row))
        return [error({ code: 'part-unmovable', part: 'arrayFormula' }, where)];
    }
    const deep = referencesOf(textOf(formula)).some((reference) => reference.sheets.length > 1);
    if (deep && wouldMove(textOf(formula), place)) {
      return [error({ code: 'part-unmovable', part: 'reference3D' }, where)];
    }
    return [];
  });
}
