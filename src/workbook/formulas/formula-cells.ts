import type { GridCell, GridRow } from '../grid.ts';
import { shiftFormula, type FormulaPlace } from './formula.ts';
import { areaOf, isIn } from './reference.ts';
import { changeAttribute } from '../changed-part.ts';
import { shiftCell, shiftRange, type RowShift } from '../moving/row-shift.ts';
import { attributeOf, childOf, setText, textOf, type Element } from '../../package/xml.ts';

/** A cell that holds a formula. */
export interface FormulaCell {
  readonly cell: GridCell;
  readonly formula: Element;
}

/** The cells of a sheet with formulas. */
export function formulaCells(rows: readonly GridRow[]): FormulaCell[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const formula = childOf(cell.element, 'f');
      return formula ? [{ cell, formula }] : [];
    }),
  );
}

/** Takes the result away that was stored with a formula: it belongs to the template's data, not to ours. */
export function dropResult({ cell }: Pick<FormulaCell, 'cell'>): void {
  const value = childOf(cell.element, 'v');
  if (value) cell.element.removeChild(value);
  cell.element.removeAttribute('t');
}

/** The cells that an array formula fills beside its own: they hold results, and no formula. */
export function spilledCells(rows: readonly GridRow[]): GridCell[] {
  const areas = formulaCells(rows).flatMap(({ formula }) =>
    /^(array|dataTable)$/.test(attributeOf(formula, 't') ?? '')
      ? (areaOf(attributeOf(formula, 'ref') ?? '') ?? [])
      : [],
  );
  const isSpilled = (cell: GridCell): boolean => areas.some((area) => isIn(area, cell));
  return rows.flatMap((row) =>
    row.cells.filter((cell) => isSpilled(cell) && childOf(cell.element, 'f') === undefined),
  );
}

/** Moves and grows the references of a formula, the range of an array formula, and the input cells of a data table. */
export function moveFormula({ formula }: FormulaCell, place: FormulaPlace, own: RowShift): void {
  const text = textOf(formula);
  if (text !== '') setText(formula, shiftFormula(text, place));
  const range = attributeOf(formula, 'ref');
  if (range !== undefined) formula.setAttribute('ref', shiftRange(own, range));
  for (const input of ['r1', 'r2']) changeAttribute(formula, input, (cell) => shiftCell(own, cell));
}
