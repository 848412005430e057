import { prefixOf } from '../cell-content.ts';
import { escapeMarkup } from '../../package/escape.ts';
import { growFormula, repeatRange, type FormulaPlace } from '../formulas/formula.ts';
import { cellName, placeOf } from '../formulas/reference.ts';
import { firstRowOf, shiftCell, type RowShift } from './row-shift.ts';
import { childOf, setText, textOf, type Element } from '../../package/xml.ts';

/**
 * Moves one sparkline: its range grows with the rows of a list, its cell moves. One in a detail row is drawn in every
 * copy, of that copy's cells; those pieces come back to be put in its place.
 */
export function moveSparkline(
  sparkline: Element,
  place: FormulaPlace,
  own: RowShift,
): { changed: boolean; copies?: Iterable<string> } {
  const cell = childOf(sparkline, 'sqref');
  const range = childOf(sparkline, 'f');
  const at = cell && placeOf(textOf(cell));
  if (!at) return { changed: false };
  const detail = own.find(({ row, added }) => row === at.row && added > 0);
  if (detail) return { changed: true, copies: copies(sparkline, range, at, detail.added + 1, place, own) };
  const moved = range && growFormula(textOf(range), place);
  const movedCell = shiftCell(own, textOf(cell));
  const changed = movedCell !== textOf(cell) || (range !== undefined && moved !== textOf(range));
  if (range) setText(range, moved ?? '');
  setText(cell, movedCell);
  return { changed };
}

function* copies(
  sparkline: Element,
  range: Element | undefined,
  at: { row: number; column: number },
  count: number,
  place: FormulaPlace,
  own: RowShift,
): Generator<string> {
  const tag = `${prefixOf(sparkline)}sparkline`;
  const main = prefixOf(childOf(sparkline, 'sqref') ?? sparkline);
  const first = firstRowOf(own, at.row);
  for (let copy = 0; copy < count; copy += 1) {
    const formula = range ? escapeMarkup(repeatRange(textOf(range), place, at.row, copy)) : '';
    const shown = range ? `<${main}f>${formula}</${main}f>` : '';
    yield `<${tag}>${shown}<${main}sqref>${cellName(first + copy, at.column)}</${main}sqref></${tag}>`;
  }
}
