import { error, type Finding } from '../domain/problem.ts';
import { formulaCells } from './formula-cells.ts';
import { referencesOf, shiftFormula, type FormulaPlace } from './formula.ts';
import { areaOf } from './reference.ts';
import { relationsOf } from './relations.ts';
import { isDetailRow, moves, type RowShift } from './row-shift.ts';
import { foldSheet } from './sheet-name.ts';
import { whereOf } from './sheet-marks.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parsePart, rootOf, textOf } from './xml.ts';
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
    const kinds = new Set(moves(own) ? ownParts(workbook, sheet) : []);
    const place = { sheet: sheet.name, shifts };
    if (pointingCharts(workbook, sheet.part, place)) kinds.add('chart');
    for (const kind of pointingPivots(workbook, sheet, place)) kinds.add(kind);
    const parts = [...kinds].map((part) => error({ code: 'part-unmovable', part }, { sheet: sheet.name }));
    return [...parts, ...unmovableFormulas(sheet, own, place)];
  });
  const chartSheets = workbook.chartSheets
    .filter(({ name, part }) => pointingCharts(workbook, part, { sheet: name, shifts }))
    .map(({ name }) => error({ code: 'part-unmovable', part: 'chart' }, { sheet: name }));
  return [...found, ...chartSheets];
}

/** Whether rows added anywhere would change what a formula says. */
export function wouldMove(formula: string, place: FormulaPlace): boolean {
  if (shiftFormula(formula, place) !== formula) return true;
  // A 3-D reference goes through sheets that may be shifted differently, and no one reference can say that.
  const deep = referencesOf(formula).some((reference) => reference.sheets.length > 1);
  return deep && [...place.shifts.values()].some(moves);
}

function ownParts(workbook: Workbook, sheet: Sheet): string[] {
  const kinds = sheet.relations.flatMap((relation) => unmovableKinds.get(relation.kind) ?? []);
  const commented = kinds.includes('comments');
  if (!commented && childOf(sheet.root, 'legacyDrawing')) kinds.push('control');
  for (const element of descendantsOf(sheet.root)) {
    if (element.localName === 'sparklineGroup') kinds.push('sparkline');
    if (element.localName === 'control') kinds.push('control');
    if (element.localName === 'oleObject') kinds.push('oleObject');
    if (element.localName === 'slicer') kinds.push('slicer');
  }
  for (const relation of sheet.relations) {
    const bytes = relation.kind === 'drawing' ? workbook.parts.get(relation.target) : undefined;
    if (!bytes) continue;
    for (const anchor of childrenOf(rootOf(parsePart(bytes)))) kinds.push(...anchoredKinds(anchor));
  }
  return kinds;
}

/** What an anchor holds: pictures move, everything else is named in the format's own words. */
function anchoredKinds(anchor: Parameters<typeof childrenOf>[0]): string[] {
  return childrenOf(anchor).flatMap((child) => {
    if (child.localName === 'sp') {
      const properties = [...descendantsOf(child)].find((element) => element.localName === 'cNvSpPr');
      return [properties && attributeOf(properties, 'txBox') === '1' ? 'textBox' : 'shape'];
    }
    if (child.localName === 'cxnSp' || child.localName === 'grpSp') return ['shape'];
    if (child.localName === 'graphicFrame') {
      const data = [...descendantsOf(child)].find((element) => element.localName === 'graphicData');
      return [/chart/.test((data && attributeOf(data, 'uri')) ?? '') ? 'chart' : 'graphicFrame'];
    }
    if (child.localName === 'AlternateContent') {
      return childrenOf(child, 'Choice').flatMap((choice) =>
        onlyPictures(choice) ? [] : [alternateKind(choice)],
      );
    }
    return [];
  });
}

function onlyPictures(choice: Parameters<typeof childrenOf>[0]): boolean {
  return childrenOf(choice).every((child) => child.localName === 'pic');
}

function alternateKind(choice: Parameters<typeof childrenOf>[0]): string {
  return anchoredKinds(choice)[0] ?? 'shape';
}

/** Charts that a sheet shows and whose ranges point to rows that move. */
function pointingCharts(workbook: Workbook, part: string, place: FormulaPlace): boolean {
  const drawings = relationsOf(workbook.parts, part).filter((relation) => relation.kind === 'drawing');
  const charts = drawings
    .flatMap((drawing) => relationsOf(workbook.parts, drawing.target))
    .filter((relation) => relation.kind.startsWith('chart'));
  return charts.some((chart) => {
    const bytes = workbook.parts.get(chart.target);
    if (!bytes) return false;
    const elements = [...descendantsOf(rootOf(parsePart(bytes)))];
    return elements.some((element) => element.localName === 'f' && wouldMove(textOf(element), place));
  });
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
