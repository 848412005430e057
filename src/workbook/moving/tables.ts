import { error, type Finding } from '../../domain/problem.ts';
import { changeAttribute } from '../changed-part.ts';
import { shiftFormula, type FormulaPlace } from '../formulas/formula.ts';
import { areaOf, isIn } from '../formulas/reference.ts';
import { relationsOf } from '../../package/relations.ts';
import { shiftRange, type RowShift } from './row-shift.ts';
import type { SheetPlan } from '../sheet-marks.ts';
import { whereOf } from '../where.ts';
import {
  attributeOf,
  descendantsOf,
  parsePart,
  rootOf,
  setText,
  textOf,
  type Element,
} from '../../package/xml.ts';
import type { Workbook } from '../workbook.ts';

/** Moves a table of a sheet, grows it over the copies of a detail row inside, and moves what its columns calculate. */
export function moveTable(table: Element, place: FormulaPlace, own: RowShift): boolean {
  let changed = changeAttribute(table, 'ref', (range) => shiftRange(own, range));
  for (const element of descendantsOf(table)) {
    changed = changeAttribute(element, 'ref', (range) => shiftRange(own, range)) || changed;
    if (!/^(calculatedColumn|totalsRow)Formula$/.test(element.localName ?? '')) continue;
    const text = textOf(element);
    const moved = shiftFormula(text, place);
    changed ||= moved !== text;
    setText(element, moved);
  }
  return changed;
}

/**
 * Tables that rows can't be put into: a detail row that is the table's head or total, a table that a query fills, and
 * marks in the heads, which are the names of the table's columns and have to be what the table says they are.
 */
export function unfillableTables(workbook: Workbook, plan: SheetPlan, own: RowShift): Finding[] {
  const { sheet } = plan;
  return sheet.relations.flatMap((relation) => {
    const bytes = relation.kind === 'table' ? workbook.parts.get(relation.target) : undefined;
    const table = bytes && rootOf(parsePart(bytes));
    const area = table && areaOf(attributeOf(table, 'ref') ?? '');
    if (!table || !area) return [];
    const heads = Number(attributeOf(table, 'headerRowCount') ?? 1);
    const totals = Number(attributeOf(table, 'totalsRowCount') ?? 0);
    const queried = relationsOf(workbook.parts, relation.target).some(({ kind }) => kind === 'queryTable');
    const isEdge = (row: number): boolean => row < area.top + heads || row > area.bottom - totals;
    const cut = own.find(
      ({ row, added }) => added > 0 && isIn(area, { row, column: area.left }) && (queried || isEdge(row)),
    );
    const part = queried ? 'queryTable' : 'table';
    const marked = plan.marked
      .filter(({ cell }) => cell.row < area.top + heads && isIn(area, cell))
      .map(({ cell }) =>
        error({ code: 'part-unmovable', part: 'tableHeads' }, whereOf(sheet, cell.row, cell.column)),
      );
    return [
      ...marked,
      ...(cut ? [error({ code: 'part-unmovable', part }, whereOf(sheet, cut.row, area.left))] : []),
    ];
  });
}
