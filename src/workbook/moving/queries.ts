import { error, type Finding } from '../../domain/problem.ts';
import { definedNames } from '../formulas/defined-names.ts';
import { referencesOf } from '../formulas/formula-tokens.ts';
import { columnNumber } from '../formulas/reference.ts';
import type { RowShift } from './row-shift.ts';
import { foldSheet } from '../sheet-name.ts';
import { whereOf } from '../where.ts';
import { attributeOf, parsePart, rootOf, textOf } from '../../package/xml.ts';
import type { Sheet, Workbook } from '../workbook.ts';

/** Queries that fill a range of a sheet, known by the name of that range, with a detail row in it. */
export function cutQueries(workbook: Workbook, sheet: Sheet, own: RowShift): Finding[] {
  return sheet.relations.flatMap((relation) => {
    const bytes = relation.kind === 'queryTable' ? workbook.parts.get(relation.target) : undefined;
    const name = bytes && attributeOf(rootOf(parsePart(bytes)), 'name');
    const ranges = definedNames(workbook)
      .filter((defined) => attributeOf(defined, 'name') === name)
      .flatMap((defined) => referencesOf(textOf(defined)))
      .filter(({ sheets }) => foldSheet(sheets[0] ?? '') === foldSheet(sheet.name));
    const [cut] = ranges.filter(({ ends: [first, second = first] }) =>
      own.some(({ row, added }) => added > 0 && first.row <= row && row <= second.row),
    );
    if (!cut) return [];
    const [{ row, column }] = cut.ends;
    const where = whereOf(sheet, row, columnNumber(column.replace('$', '')) ?? 1);
    return [error({ code: 'part-unmovable', part: 'queryTable' }, where)];
  });
}
