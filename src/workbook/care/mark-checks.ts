import { warning, type Finding } from '../../domain/problem.ts';
import { marksOf } from '../../marks/marks.ts';
import { areaName } from '../formulas/reference.ts';
import { mergesOf, type SheetPlan } from '../sheet-marks.ts';
import { roomIn } from '../print/text-room.ts';
import type { Styles } from '../styles.ts';
import { childOf, descendantsOf, parsePart, rootOf, textOf } from '../../package/xml.ts';
import type { Lookup } from '../../marks/vocabulary.ts';
import type { Workbook } from '../workbook.ts';
import { whereOf } from '../where.ts';

const someDay = '2024-07-03';

/** Pixels beside a number that a program needs to show it. */
const daySides = 3;

/** Marks that are known and yet come to nothing: under a merge, where nobody sees a cell, and where none are filled. */
export function markFindings(workbook: Workbook, { sheet, marked }: SheetPlan, lookup: Lookup): Finding[] {
  const merges = mergesOf(sheet);
  const covered = marked.flatMap(({ cell: { row, column }, text }) => {
    const merge = merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    const [mark] = text.marks;
    if (!merge || !mark || (merge.top === row && merge.left === column)) return [];
    const problem = { code: 'mark-under-merge', mark: mark.name, merge: areaName(merge) } as const;
    return [warning(problem, whereOf(sheet, row, column))];
  });
  const header = childOf(sheet.root, 'headerFooter');
  const places = [
    ['header', header ? textOf(header) : ''],
    ...sheet.relations.flatMap(({ kind, target }): [string, string][] => {
      const bytes = kind === 'drawing' ? workbook.parts.get(target) : undefined;
      return bytes ? [['drawing', drawnText(bytes)]] : [];
    }),
  ] as const;
  const nowhere = { sheet: sheet.name, named: new Set<number>(), bare: [] };
  const unreached = places.flatMap(([place, text]) =>
    marksOf(text)
      .marks.filter(({ name }) => 'kind' in lookup.find(name, nowhere))
      .map(({ name: mark }) =>
        warning(
          { code: 'mark-out-of-reach', mark, place: place === 'header' ? place : 'drawing' },
          { sheet: sheet.name },
        ),
      ),
  );
  return [...covered, ...unreached];
}

/** Cells made for days that are too narrow for one: programs then show `####`. */
export function narrowFindings(plan: SheetPlan, styles: Styles | undefined): Finding[] {
  const roomOf = roomIn(plan, styles, undefined);
  return plan.marked.flatMap(({ cell, text }) => {
    const room = text.alone && roomOf(cell);
    if (!room || !room.look.isDate || room.look.shrinks || room.look.turned !== 0) return [];
    const width = (someDay.length * room.look.points) / 2;
    if (width <= (room.pixels - daySides) * 0.75) return [];
    return [warning({ code: 'day-too-wide' }, whereOf(plan.sheet, cell.row, cell.column))];
  });
}

/** The texts of a drawing, each paragraph on its own line: a mark may lie over several runs. */
function drawnText(bytes: Uint8Array): string {
  return [...descendantsOf(rootOf(parsePart(bytes)))]
    .filter(({ localName }) => localName === 'p')
    .map(textOf)
    .join('\n');
}
