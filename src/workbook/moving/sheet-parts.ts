import { changePart } from '../changed-part.ts';
import { moveComments, moveSingleCells } from './comments.ts';
import { moveControl } from './controls.ts';
import type { FormulaPlace } from '../formulas/formula.ts';
import type { PartBody } from '../../package/package.ts';
import { movePivot } from './pivots.ts';
import type { RowShift } from './row-shift.ts';
import { foldSheet } from '../sheet-name.ts';
import { moveTable } from './tables.ts';
import { movedVml } from './vml-shapes.ts';
import type { Element } from '../../package/xml.ts';
import type { Workbook } from '../workbook.ts';

/** How the parts beside a sheet move with its rows, by the kind of their relationship. */
const movers: Readonly<Record<string, (root: Element, place: FormulaPlace, own: RowShift) => boolean>> = {
  comments: (root, _, own) => moveComments(root, own),
  threadedComment: (root, _, own) => moveComments(root, own),
  table: moveTable,
  tableSingleCells: (root, _, own) => moveSingleCells(root, own),
  ctrlProp: moveControl,
  pivotTable: (root, _, own) => movePivot(root, own),
};

/** Moves what stands in parts of their own beside every sheet: comments, tables, controls, pivot tables. */
export function moveSheetParts(
  workbook: Workbook,
  shifts: FormulaPlace['shifts'],
  changed: Map<string, PartBody>,
): void {
  for (const sheet of workbook.sheets) {
    const place = { sheet: sheet.name, shifts };
    const own = shifts.get(foldSheet(sheet.name)) ?? [];
    for (const { kind, target } of sheet.relations) {
      const mover = movers[kind];
      if (mover) changePart(workbook.parts, target, changed, (root) => mover(root, place, own));
      // The pictures of headers are VML too, but stand on no cell: they have no data of a client.
      const vml = kind === 'vmlDrawing' ? workbook.parts.get(target) : undefined;
      const moved = vml && movedVml(vml, place, own);
      if (moved) changed.set(target, moved);
    }
  }
}
