import { firstRowOf, type RowShift } from './row-shift.ts';
import { attributeOf, childOf, childrenOf, setText, textOf, type Element } from './xml.ts';

/**
 * Moves the anchors of a sheet's drawing with the cells they are fixed to, as Excel does when rows are inserted below
 * each detail row: what may be resized stretches over added rows, what only moves keeps its size, what is fixed to the
 * page stays.
 */
export function moveAnchors(drawing: Element, shift: RowShift): boolean {
  let changed = false;
  for (const anchor of childrenOf(drawing)) {
    const from = rowElement(anchor, 'from');
    if (!from || attributeOf(anchor, 'editAs') === 'absolute') continue;
    const start = Number(textOf(from)) + 1;
    const by = firstRowOf(shift, start) - start;
    const to = rowElement(anchor, 'to');
    if (to) {
      const end = Number(textOf(to)) + 1;
      const moved = attributeOf(anchor, 'editAs') === 'oneCell' ? end + by : firstRowOf(shift, end);
      setText(to, String(moved - 1));
      changed ||= moved !== end;
    }
    setText(from, String(start + by - 1));
    changed ||= by !== 0;
  }
  return changed;
}

function rowElement(anchor: Element, end: 'from' | 'to'): Element | undefined {
  const marker = childOf(anchor, end);
  return marker && childOf(marker, 'row');
}
