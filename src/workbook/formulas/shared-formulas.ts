import { copyFormula } from './formula-copy.ts';
import type { GridCell, GridRow } from '../grid.ts';
import { attributeOf, childOf, setText, textOf, type Element } from '../../package/xml.ts';

/**
 * Gives every cell of a shared formula a formula of its own: cells that share one may be parted when rows are added.
 * True where the sheet had any.
 */
export function unshareFormulas(rows: readonly GridRow[]): boolean {
  const masters = new Map<string, { cell: GridCell; text: string }>();
  const shared: { cell: GridCell; formula: Element; group: string }[] = [];
  for (const cell of rows.flatMap((row) => row.cells)) {
    const formula = childOf(cell.element, 'f');
    if (!formula || attributeOf(formula, 't') !== 'shared') continue;
    const group = attributeOf(formula, 'si') ?? '';
    shared.push({ cell, formula, group });
    const text = textOf(formula);
    if (text !== '' && !masters.has(group)) masters.set(group, { cell, text });
  }
  for (const { cell, formula, group } of shared) {
    const master = masters.get(group);
    if (master && textOf(formula) === '') {
      setText(
        formula,
        copyFormula(master.text, cell.row - master.cell.row, cell.column - master.cell.column),
      );
    }
    for (const name of ['t', 'ref', 'si']) formula.removeAttribute(name);
  }
  return shared.length > 0;
}
