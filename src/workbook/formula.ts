import { referenceText, tokensOf, type Reference, type ReferenceEnd } from './formula-tokens.ts';
import { columnLetters, columnNumber, lastColumn, lastRow } from './reference.ts';
import { firstRowOf, isDetailRow, lastRowOf, type RowShift } from './row-shift.ts';
import { foldSheet } from './sheet-name.ts';

/**
 * Where a formula stands and where the rows of every sheet go; the keys of `shifts` are folded names of sheets, in the
 * order of the workbook.
 */
export interface FormulaPlace {
  readonly sheet: string;
  readonly shifts: ReadonlyMap<string, RowShift>;
}

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

/** The formula as it reads when its cell is copied so many rows and columns away: how shared formulas are told apart. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(
    formula,
    (reference) => {
      const moved = reference.ends.map((end) => ({
        ...end,
        column: moveColumn(end.column, columns),
        row: end.absolute ? end.row : wrap(end.row + rows, lastRow),
      }));
      const [first, second] = moved;
      if (!first) return reference;
      return { ...reference, ends: second ? [first, second] : [first] };
    },
    columns,
  );
}

/** Every reference of a formula with the areas it covers; whole columns are left out. */
export function referencesOf(formula: string): Reference[] {
  return tokensOf(formula).filter((token): token is Reference => typeof token !== 'string');
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
function shiftOf(reference: Reference, place: FormulaPlace): RowShift | undefined {
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

function endKey(end: ReferenceEnd): string {
  return `${end.column.replace('$', '')}${String(end.row)}`;
}

function slideEnd(end: ReferenceEnd, rows: RowShift, slides: boolean, offset: number): ReferenceEnd {
  const moved = firstRowOf(rows, end.row);
  return { ...end, row: end.absolute || !slides ? moved : Math.min(moved + offset, lastRow) };
}

function mapReferences(formula: string, change: (reference: Reference) => Reference, columns = 0): string {
  return tokensOf(formula)
    .map((token) => {
      if (typeof token !== 'string') return referenceText(change(token));
      return columns === 0 ? token : moveWholeColumns(token, columns);
    })
    .join('');
}

/** `A:C` and `$A:C` are text to the rows, but not to a copy that goes sideways. */
function moveWholeColumns(text: string, columns: number): string {
  const pattern =
    /("(?:[^"]|"")*")|(?<![\p{L}\p{N}_.$:\\])(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_.(!:\\])/gu;
  return text.replace(pattern, (whole: string, string: string | undefined, from: string, to: string) =>
    string === undefined ? `${moveColumn(from, columns)}:${moveColumn(to, columns)}` : whole,
  );
}

function moveColumn(column: string, by: number): string {
  if (column === '' || column.startsWith('$')) return column;
  const number = columnNumber(column);
  return number === undefined ? column : columnLetters(wrap(number + by, lastColumn));
}

/** Excel counts round the sheet's edge. */
function wrap(number: number, limit: number): number {
  return ((((number - 1) % limit) + limit) % limit) + 1;
}
