import type { GridCell, GridRow } from './grid.ts';
import { shiftFormula, type FormulaPlace } from './formula.ts';
import { shiftRange, type RowShift } from './row-shift.ts';
import { attributeOf, childOf, setText, textOf, type Element } from './xml.ts';

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
export function dropResult({ cell }: FormulaCell): void {
  const value = childOf(cell.element, 'v');
  if (value) cell.element.removeChild(value);
  cell.element.removeAttribute('t');
}

/** Moves and grows the references of a formula, and the range of an array formula. */
export function moveFormula({ formula }: FormulaCell, place: FormulaPlace, own: RowShift): void {
  const text = textOf(formula);
  if (text !== '') setText(formula, shiftFormula(text, place));
  const range = attributeOf(formula, 'ref');
  if (range !== undefined) formula.setAttribute('ref', shiftRange(own, range));
}
