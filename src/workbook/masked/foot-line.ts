import { areaName, areaOf, cellName, type Area } from '../formulas/reference.ts';
import { attributeOf, childOf, childrenOf, elementLike, textOf, type Element } from '../xml.ts';
import type { GridCell } from '../grid.ts';
import type { Sheet } from '../workbook.ts';

/** In points: room to sign by hand. */
const HEIGHT = 30;

/**
 * Adds a line below all that a sheet says, over its whole width and in the look of the cell that begins its last row, and gives
 * the row's number. It is a row of the template, so that the filling moves it along.
 */
export function addFoot(sheet: Sheet, text: string): number {
  const { data, rows, root } = sheet;
  const said = rows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ element }) => saysSomething(element)),
  }));
  const last = said.findLast(({ cells }) => cells.length > 0);
  const merges = childOf(root, 'mergeCells');
  const row = Math.max(rows.at(-1)?.row ?? 0, ...areasOf(merges).map(({ bottom }) => bottom)) + 1;
  const line = elementLike(data, 'row');
  line.setAttribute('r', String(row));
  line.setAttribute('ht', String(HEIGHT));
  line.setAttribute('customHeight', '1');
  const width = lastColumnOf(
    said.flatMap(({ cells }) => cells),
    areasOf(merges),
  );
  const style = last?.cells[0] && attributeOf(last.cells[0].element, 's');
  for (let column = 1; column <= width; column += 1) {
    const cell = elementLike(data, 'c');
    cell.setAttribute('r', cellName(row, column));
    if (style !== undefined) cell.setAttribute('s', style);
    if (column === 1) fill(cell, text);
    line.appendChild(cell);
  }
  data.appendChild(line);
  if (merges && width > 1) addMerge(merges, { top: row, bottom: row, left: 1, right: width });
  return row;
}

function fill(cell: Element, text: string): void {
  cell.setAttribute('t', 'inlineStr');
  const inline = elementLike(cell, 'is');
  const piece = elementLike(cell, 't');
  piece.textContent = text;
  inline.appendChild(piece);
  cell.appendChild(inline);
}

function addMerge(merges: Element, area: Area): void {
  const merge = elementLike(merges, 'mergeCell');
  merge.setAttribute('ref', areaName(area));
  merges.appendChild(merge);
  merges.setAttribute('count', String(childrenOf(merges, 'mergeCell').length));
}

/** As far to the right as anything is said; a merge belongs to what its first cell says. */
function lastColumnOf(cells: readonly GridCell[], areas: readonly Area[]): number {
  const merged = areas.filter(({ top, left }) =>
    cells.some(({ row, column }) => row === top && column === left),
  );
  return Math.max(1, ...cells.map(({ column }) => column), ...merged.map(({ right }) => right));
}

function areasOf(merges: Element | undefined): readonly Area[] {
  const found = merges ? childrenOf(merges, 'mergeCell') : [];
  return found.flatMap((merge) => areaOf(attributeOf(merge, 'ref') ?? '') ?? []);
}

function saysSomething(cell: Element): boolean {
  return childrenOf(cell).some((child) => textOf(child) !== '');
}
