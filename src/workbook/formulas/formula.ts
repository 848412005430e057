import { isOwn, shiftOf, type FormulaPlace } from './formula-place.ts';
import { mapReferences, type Reference, type ReferenceEnd } from './formula-tokens.ts';
import { lastRow } from './reference.ts';
import { firstRowOf, isDetailRow, lastRowOf, type RowShift } from '../moving/row-shift.ts';
import { foldSheet } from '../sheet-name.ts';

export type { FormulaPlace } from './formula-place.ts';

/**
 * The formula after rows were added: ranges over a detail row grow, what lies below moves, a single cell of a detail
 * row stays on its first copy.
 */
export function shiftFormula(formula: string, place: FormulaPlace): string {
  return mapReferences(formula, (reference) => shiftReference(reference, place));
}

/**
 * The same for what shows a list, such as the values of a chart: a single cell of a detail row is the list with one row
 * in it, and grows too. `甲!$D$3` reads `甲!$D$3:$D$14`.
 */
export function growFormula(formula: string, place: FormulaPlace): string {
  return mapReferences(formula, (reference) => growReference(reference, place));
}

/**
 * What a sparkline of a detail row shows in copy number `offset`: cells of its own row slide, whether or not they carry a
 * dollar, which means nothing there; all else is as in `growFormula`.
 */
export function repeatRange(formula: string, place: FormulaPlace, row: number, offset: number): string {
  const moved = firstRowOf(place.shifts.get(foldSheet(place.sheet)) ?? [], row) + offset;
  return mapReferences(formula, (reference) => {
    const slides = isOwn(reference, place) && reference.ends.every((end) => end.row === row);
    return slides ? withRows(reference, moved, moved) : growReference(reference, place);
  });
}

function growReference(reference: Reference, place: FormulaPlace): Reference {
  const [only, second] = reference.ends;
  const shift = shiftOf(reference, place) ?? [];
  const [first, last] = [firstRowOf(shift, only.row), lastRowOf(shift, only.row)];
  if (second || first === last) return shiftReference(reference, place);
  return {
    ...reference,
    ends: [
      { ...only, row: first },
      { ...only, row: last },
    ],
  };
}

function withRows(reference: Reference, top: number, bottom: number): Reference {
  const [first, second] = reference.ends;
  return {
    ...reference,
    ends: second
      ? [
          { ...first, row: top },
          { ...second, row: bottom },
        ]
      : [{ ...first, row: top }],
  };
}

function shiftReference(reference: Reference, place: FormulaPlace): Reference {
  const shift = shiftOf(reference, place);
  if (!shift) return reference;
  const [first, second] = reference.ends;
  if (!second) {
    const row = reference.endsRange ? lastRowOf(shift, first.row) : firstRowOf(shift, first.row);
    return { ...reference, ends: [{ ...first, row }] };
  }
  const reversed = first.row > second.row;
  return {
    ...reference,
    ends: [
      { ...first, row: reversed ? lastRowOf(shift, first.row) : firstRowOf(shift, first.row) },
      { ...second, row: reversed ? firstRowOf(shift, second.row) : lastRowOf(shift, second.row) },
    ],
  };
}

/**
 * The formula of a detail row in its copy number `offset`, 0 the first. Like filling down: relative references to the
 * own row or to a single row above slide with the copy. Unlike it, what lies below the detail row (its total) and blocks
 * of several rows beside it stay where they are, since the clerk wrote them with one row in mind; so does a one-cell
 * range, which means the whole list: `F5:F5` is `F$5:F$16` in every copy.
 */
export function repeatFormula(formula: string, place: FormulaPlace, row: number, offset: number): string {
  return mapReferences(formula, (reference) => {
    const shift = shiftOf(reference, place);
    if (!shift && !isOwn(reference, place)) return reference;
    const rows = shift ?? [];
    const [first, second] = reference.ends;
    const slides = isOwn(reference, place)
      ? (old: number) => old <= row
      : (old: number) => isDetailRow(rows, old);
    if (!second) return { ...reference, ends: [slideEnd(first, rows, slides(first.row), offset)] };
    const oneCell = endKey(first) === endKey(second) && first.absolute === second.absolute;
    const block = first.row !== second.row && ![first.row, second.row].some((old) => isDetailRow(rows, old));
    const sliding = (end: ReferenceEnd): boolean => !oneCell && !block && !end.absolute && slides(end.row);
    const ends = [first, second].map((end, index) => {
      if (sliding(end)) return slideEnd(end, rows, true, offset);
      const moved = index === 0 ? firstRowOf(rows, end.row) : lastRowOf(rows, end.row);
      return { ...end, row: moved, absolute: end.absolute || (oneCell && isDetailRow(rows, end.row)) };
    });
    const [start = first, end = second] = ends;
    return { ...reference, ends: [start, end] };
  });
}

function endKey(end: ReferenceEnd): string {
  return `${end.column.replace('$', '')}${String(end.row)}`;
}

function slideEnd(end: ReferenceEnd, rows: RowShift, slides: boolean, offset: number): ReferenceEnd {
  const moved = firstRowOf(rows, end.row);
  return { ...end, row: end.absolute || !slides ? moved : Math.min(moved + offset, lastRow) };
}
