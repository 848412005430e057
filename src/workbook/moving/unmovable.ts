import { error, type Finding } from '../../domain/problem.ts';
import { activeControls } from './controls.ts';
import { definedNames } from '../formulas/defined-names.ts';
import { formulaCells } from '../formulas/formula-cells.ts';
import { isTorn, type FormulaPlace } from '../formulas/formula-place.ts';
import { referencesOf } from '../formulas/formula-tokens.ts';
import { cutPivots } from './pivots.ts';
import { cutQueries } from './queries.ts';
import { areaOf, cellName, columnNumber } from '../formulas/reference.ts';
import { isDetailRow, moves, type RowShift } from './row-shift.ts';
import { turnedCharts } from './sheet-drawings.ts';
import type { SheetPlan } from '../sheet-marks.ts';
import { whereOf } from '../where.ts';
import { foldSheet } from '../sheet-name.ts';
import { unfillableTables } from './tables.ts';
import { attributeOf, textOf } from '../../package/xml.ts';
import type { Sheet, Workbook } from '../workbook.ts';

/** Everything that can't be moved safely where rows are added, of all sheets at once, each with its cell. */
export function unmovableParts(
  workbook: Workbook,
  plans: readonly SheetPlan[],
  shifts: FormulaPlace['shifts'],
): Finding[] {
  const found = plans.flatMap((plan) => {
    const { sheet } = plan;
    const own = shifts.get(foldSheet(sheet.name)) ?? [];
    return [
      ...unfillableTables(workbook, plan, own),
      ...cutPivots(workbook, sheet, own),
      ...cutQueries(workbook, sheet, own),
      ...(moves(own) ? activeControls(sheet) : []),
      ...unmovableFormulas(sheet, own, { sheet: sheet.name, shifts }),
    ];
  });
  return [...found, ...tornNames(workbook, shifts), ...turnedCharts(workbook, shifts)];
}

/** Array formulas and data tables with a detail row among their cells, and references through sheets. */
function unmovableFormulas(sheet: Sheet, own: RowShift, place: FormulaPlace): Finding[] {
  return formulaCells(sheet.rows).flatMap(({ cell, formula }) => {
    const where = whereOf(sheet, cell.row, cell.column);
    const type = attributeOf(formula, 't');
    const area = areaOf(attributeOf(formula, 'ref') ?? '');
    const isTable = type === 'dataTable';
    if (area && (isTable || (type === 'array' && area.bottom > area.top))) {
      const cut = own.some(({ row, added }) => added > 0 && area.top <= row && row <= area.bottom);
      const part = isTable ? 'dataTable' : 'arrayFormula';
      if (cut || isDetailRow(own, cell.row)) return [error({ code: 'part-unmovable', part }, where)];
    }
    return isTorn(textOf(formula), place)
      ? [error({ code: 'part-unmovable', part: 'reference3D' }, where)]
      : [];
  });
}

/** Names that refer through sheets whose rows go different ways; where they are is the first cell that they name. */
function tornNames(workbook: Workbook, shifts: FormulaPlace['shifts']): Finding[] {
  return definedNames(workbook).flatMap((name) => {
    const deep = referencesOf(textOf(name)).find(({ sheets }) => sheets.length > 1);
    const [sheet = ''] = deep?.sheets ?? [];
    if (!deep || !isTorn(textOf(name), { sheet, shifts })) return [];
    const [{ row, column }] = deep.ends;
    const cell = cellName(row, columnNumber(column.replace('$', '')) ?? 1);
    return [error({ code: 'part-unmovable', part: 'reference3D' }, { sheet, cell })];
  });
}
