import { placeOf } from './formulas/reference.ts';
import { attributeOf, childrenOf, type Element } from '../package/xml.ts';

/** A cell element with its place as the template has it; row and column count from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly element: Element;
}

/** A row element with its cells. */
export interface GridRow {
  readonly row: number;
  readonly element: Element;
  readonly cells: readonly GridCell[];
}

/** The rows of a sheet's data. Rows and cells may leave their place out and then follow the one before. */
export function readGrid(data: Element): GridRow[] {
  let row = 0;
  return childrenOf(data, 'row').map((element) => {
    row = Number(attributeOf(element, 'r') ?? row + 1);
    let column = 0;
    const cells = childrenOf(element, 'c').map((cell) => {
      const name = attributeOf(cell, 'r');
      column = (name === undefined ? undefined : placeOf(name)?.column) ?? column + 1;
      return { row, column, element: cell };
    });
    return { row, element, cells };
  });
}
