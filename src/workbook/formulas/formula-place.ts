import { referencesOf, type Reference } from './formula-tokens.ts';
import { firstRowOf, lastRowOf, type RowShift } from '../moving/row-shift.ts';
import { foldSheet } from '../sheet-name.ts';

/**
 * Where a formula stands and where the rows of every sheet go; the keys of `shifts` are folded names of sheets, in the
 * order of the workbook.
 */
export interface FormulaPlace {
  readonly sheet: string;
  readonly shifts: ReadonlyMap<string, RowShift>;
}

/** Whether a reference goes to this sheet, said or unsaid. */
export function isOwn(reference: Reference, place: { readonly sheet: string }): boolean {
  const [sheet] = reference.sheets;
  return (
    sheet === undefined || (reference.sheets.length === 1 && foldSheet(sheet) === foldSheet(place.sheet))
  );
}

/**
 * Whether a formula has a 3-D reference whose cells go different ways on its sheets, so that no one reference can say
 * where all of them are.
 */
export function isTorn(formula: string, place: FormulaPlace): boolean {
  return referencesOf(formula).some(
    (reference) => reference.sheets.length > 1 && waysOf(reference, place).length > 1,
  );
}

/** Where the rows go that a reference is about; of a 3-D one, where they go on all of its sheets alike. */
export function shiftOf(reference: Reference, place: FormulaPlace): RowShift | undefined {
  if (reference.sheets.length < 2) return place.shifts.get(foldSheet(reference.sheets[0] ?? place.sheet));
  const ways = waysOf(reference, place);
  return ways.length === 1 ? ways[0] : undefined;
}

/** The different ways that the rows of a 3-D reference go on the sheets between its two. */
function waysOf(reference: Reference, place: FormulaPlace): RowShift[] {
  const order = [...place.shifts.keys()];
  const [start = -1, end = -1] = reference.sheets
    .map((name) => order.indexOf(foldSheet(name)))
    .sort((one, other) => one - other);
  const ways = new Map<string, RowShift>();
  for (const shift of start < 0 ? [] : [...place.shifts.values()].slice(start, end + 1)) {
    const rows = reference.ends.flatMap(({ row }) => [firstRowOf(shift, row), lastRowOf(shift, row)]);
    ways.set(rows.join(), shift);
  }
  return [...ways.values()];
}
