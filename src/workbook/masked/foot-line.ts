import { areaName, areaOf, cellName, lastColumn, type Area } from '../formulas/reference.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementLike,
  parsePart,
  rootOf,
  textOf,
  type Element,
} from '../../package/xml.ts';
import type { GridCell } from '../grid.ts';
import { printedArea } from './print-area.ts';
import type { Sheet, Workbook } from '../workbook.ts';

/** In points: room to sign by hand. */
const HEIGHT = 30;

/**
 * Adds a line below all that a sheet says and prints, over its whole width and in the look of the cell that begins its last row, and
 * has it printed. It is a row of the template, so that the filling moves it along; a row that is only formatted gives way to it.
 */
export function addFoot(workbook: Workbook, sheet: Sheet, text: string): void {
  const { data, rows, root } = sheet;
  const said = rows.flatMap(({ cells }) => cells.filter(({ element }) => saysSomething(element)));
  const merges = childOf(root, 'mergeCells');
  const areas = areasOf(merges);
  const printed = printedArea(workbook, sheet);
  const bottoms = [...said.map(({ row }) => row), ...areas.map(({ bottom }) => bottom)];
  const row = Math.max(0, printed?.bottom ?? 0, ...bottoms, ...occupiedRows(workbook, sheet)) + 1;
  printed?.growTo(row);
  const left = printed?.left ?? 1;
  const right = Math.max(left, Math.min(lastColumnOf(said, areas), printed?.right ?? lastColumn));
  const line = elementLike(data, 'row');
  line.setAttribute('r', String(row));
  line.setAttribute('ht', String(HEIGHT));
  line.setAttribute('customHeight', '1');
  const lowest = said.at(-1)?.row;
  const begins = said.find((cell) => cell.row === lowest);
  const style = begins && attributeOf(begins.element, 's');
  for (let column = left; column <= right; column += 1) {
    const cell = elementLike(data, 'c');
    cell.setAttribute('r', cellName(row, column));
    if (style !== undefined) cell.setAttribute('s', style);
    if (column === left) fill(cell, text);
    line.appendChild(cell);
  }
  for (const empty of rows) if (empty.row === row) data.removeChild(empty.element);
  data.insertBefore(line, rows.find((below) => below.row > row)?.element ?? null);
  if (merges && right > left) addMerge(merges, { top: row, bottom: row, left, right });
}

/** The last rows of tables, and of what is drawn over cells: a line below them is neither in a list nor behind a chart. */
function occupiedRows({ parts }: Workbook, { relations }: Sheet): readonly number[] {
  return relations.flatMap(({ kind, target }) => {
    const bytes = kind === 'table' || kind === 'drawing' ? parts.get(target) : undefined;
    if (!bytes) return [];
    const root = rootOf(parsePart(bytes));
    if (kind === 'table') return areaOf(attributeOf(root, 'ref') ?? '')?.bottom ?? [];
    return [...descendantsOf(root)]
      .filter(({ localName }) => localName === 'to')
      .flatMap((to) => childrenOf(to, 'row').map((row) => Number(textOf(row)) + 1))
      .filter((row) => Number.isInteger(row));
  });
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
  // A formula that another cell shares has no text of its own.
  return childrenOf(cell).some((child) => child.localName === 'f' || textOf(child) !== '');
}
