import { changeAttribute } from '../changed-part.ts';
import { shiftCell, type RowShift } from './row-shift.ts';
import { childrenOf, descendantsOf, type Element } from '../../package/xml.ts';

/** Moves the comments of a sheet, of either kind, with their cells; one on a detail row stays on its first copy. */
export function moveComments(root: Element, shift: RowShift): boolean {
  let changed = false;
  for (const comment of descendantsOf(root)) {
    if (!/^(comment|threadedComment)$/.test(comment.localName ?? '')) continue;
    changed = changeAttribute(comment, 'ref', (cell) => shiftCell(shift, cell)) || changed;
  }
  return changed;
}

/** Moves cells that are bound to a map of custom XML. */
export function moveSingleCells(root: Element, shift: RowShift): boolean {
  let changed = false;
  for (const cell of childrenOf(root, 'singleXmlCell'))
    changed = changeAttribute(cell, 'r', (name) => shiftCell(shift, name)) || changed;
  return changed;
}
