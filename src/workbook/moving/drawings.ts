import { shiftFormula, type FormulaPlace } from '../formulas/formula.ts';
import { firstRowOf, type RowShift } from './row-shift.ts';
import type { RowHeights } from '../print/row-heights.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  setText,
  textOf,
  type Element,
} from '../../package/xml.ts';

const pointInEmu = 12_700;

/**
 * Moves the anchors of a drawing with the cells they are fixed to, as Excel does when rows are inserted below each detail
 * row, wherever they stand (alternatives for other programs are anchors of their own). What lies over a detail row and
 * only shows something (a picture, a chart, a text box) keeps its size, whereas lines and frames stretch over the added
 * rows; what is fixed to the page stays.
 */
export function moveAnchors(drawing: Element, shift: RowShift, heights: RowHeights): boolean {
  let changed = false;
  for (const anchor of descendantsOf(drawing)) {
    if (!/^(oneCell|twoCell)Anchor$/.test(anchor.localName ?? '')) continue;
    if (attributeOf(anchor, 'editAs') === 'absolute') continue;
    const keeps = attributeOf(anchor, 'editAs') === 'oneCell' || !childrenOf(anchor).some(isStretched);
    changed = moveAnchor(anchor, shift, heights, keeps) || changed;
  }
  return changed;
}

/** Moves the two markers of an anchor, `from` and, where it has one, `to`; `keeps` its height. Rows count from 0 there. */
export function moveAnchor(anchor: Element, shift: RowShift, heights: RowHeights, keeps: boolean): boolean {
  const from = markerOf(anchor, 'from');
  if (!from) return false;
  const to = markerOf(anchor, 'to');
  const top = firstRowOf(shift, from.row + 1) - 1;
  let changed = top !== from.row;
  if (to) {
    const bottom = firstRowOf(shift, to.row + 1) - 1;
    if (keeps && bottom - to.row !== top - from.row) {
      const height = heights.between(from.row, to.row) * pointInEmu - from.offset + to.offset;
      const end = heights.endAfter(shift, top, (height + from.offset) / pointInEmu);
      setText(to.rowElement, String(end.row));
      if (to.offsetElement) setText(to.offsetElement, String(Math.round(end.rest * pointInEmu)));
    } else setText(to.rowElement, String(bottom));
    changed ||= bottom !== to.row;
  }
  setText(from.rowElement, String(top));
  return changed;
}

/** Moves what a shape shows of a cell: the text of a linked text box, the range of a linked picture. */
export function moveLinks(drawing: Element, place: FormulaPlace): boolean {
  let changed = false;
  for (const element of descendantsOf(drawing)) {
    for (const name of ['textlink', 'cellRange']) {
      const text = attributeOf(element, name);
      const moved = text === undefined ? undefined : shiftFormula(text, place);
      if (moved === undefined || moved === text) continue;
      element.setAttribute(name, moved);
      changed = true;
    }
  }
  return changed;
}

/** The row and column of an anchor's first cell, counted from 1, or undefined where it is fixed to the page. */
export function anchoredAt(anchor: Element): { row: number; column: number } | undefined {
  const from = markerOf(anchor, 'from');
  return from && { row: from.row + 1, column: from.column + 1 };
}

/** A shape without text of its own, a connector: what a clerk draws round or along a list. */
function isStretched(content: Element): boolean {
  if (content.localName === 'cxnSp' || content.localName === 'grpSp') return true;
  if (content.localName === 'AlternateContent')
    return childrenOf(content, 'Choice').some((way) => childrenOf(way).some(isStretched));
  if (content.localName !== 'sp') return false;
  return ![...descendantsOf(content)].some(
    (element) => element.localName === 'cNvSpPr' && /^(1|true)$/.test(attributeOf(element, 'txBox') ?? ''),
  );
}

interface Marker {
  readonly row: number;
  readonly column: number;
  /** In EMU from the top of the row. */
  readonly offset: number;
  readonly rowElement: Element;
  readonly offsetElement: Element | undefined;
}

function markerOf(anchor: Element, end: 'from' | 'to'): Marker | undefined {
  const marker = childOf(anchor, end);
  const rowElement = marker && childOf(marker, 'row');
  if (!rowElement) return undefined;
  const column = childOf(marker, 'col');
  const offsetElement = childOf(marker, 'rowOff');
  return {
    row: Number(textOf(rowElement)),
    column: Number(column ? textOf(column) : 0),
    offset: Number(offsetElement ? textOf(offsetElement) : 0),
    rowElement,
    offsetElement,
  };
}
