import { cellName, columnNumber } from '../../workbook/formulas/reference.ts';
import { prefixAt, Splice } from './splice.ts';

/** Elements of a sheet that stand before the reference to its comments' shapes (ECMA-376 18.3.1.99). */
const before = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'.split(
    ' ',
  ),
);

/** What a sheet needs: which columns of which rows turn red, and how. */
export interface RedCells {
  readonly rows: ReadonlyMap<number, ReadonlySet<number>>;
  /** The red style for the style that a cell has now, or that its row or column gives it. */
  readonly red: (style: number) => number;
  /** The id of the relationship to the comments' shapes, where the sheet gets its first. */
  readonly shapes: string | undefined;
  /** The namespace of relationships: the strict format has another one. */
  readonly relations: string;
}

/**
 * The sheet with cells in red; cells and rows that are not there are made. Another sheet is put in front and shown, so
 * this one is no longer the chosen one: two chosen sheets would be changed together.
 */
export function redCells(bytes: Uint8Array, wanted: RedCells): Uint8Array {
  const splice = new Splice(bytes);
  const columns: { first: number; last: number; style: number }[] = [];
  const rows = [...wanted.rows.keys()].sort((one, other) => one - other);
  let prefix = '';
  let isData = false;
  let [row, column, rowStyle, shapesAt, nextRow] = [0, 0, 0, 0, 0];
  let cells: number[] = [];
  let spans: { readonly from: number; readonly to: number } | undefined;

  const styleOf = (at: number): number =>
    rowStyle > 0 ? rowStyle : (columns.find(({ first, last }) => at >= first && at <= last)?.style ?? 0);
  const cellXml = (at: number): string =>
    `<${prefix}c r="${cellName(row, at)}" s="${String(wanted.red(styleOf(at)))}"/>`;
  /** Cells that are missing before a column, at the place where they belong. */
  const cellsBefore = (end: number): string => {
    let made = '';
    for (let at = cells[0]; at !== undefined && at < end; at = cells[0]) {
      made += cellXml(at);
      cells.shift();
    }
    if (made !== '' && spans) {
      // `spans="1:14"` with its name and the blank before it: a cell may now lie outside.
      splice.replace(spans.from - 8, spans.to + 1, '');
      spans = undefined;
    }
    return made;
  };
  const columnsOf = (at: number): number[] =>
    [...(wanted.rows.get(at) ?? [])].sort((one, other) => one - other);
  const rowsBefore = (end: number): string => {
    let made = '';
    for (let at = rows[nextRow]; at !== undefined && at < end; at = rows[nextRow]) {
      nextRow += 1;
      row = at;
      rowStyle = 0;
      cells = columnsOf(at);
      spans = undefined;
      made += `<${prefix}row r="${String(at)}">${cellsBefore(Infinity)}</${prefix}row>`;
    }
    return made;
  };

  splice.scan((token, scan) => {
    const { level, name, tag } = scan;
    if (level === 1 && token === 'start') prefix = prefixAt(splice, scan.start);
    if (level === 1 && token === 'end' && wanted.shapes !== undefined) {
      splice.insert(
        shapesAt === 0 ? scan.start : shapesAt,
        `<${prefix}legacyDrawing xmlns:r="${wanted.relations}" r:id="${wanted.shapes}"/>`,
      );
    }
    if (level === 2 && token !== 'text' && before.has(name)) shapesAt = scan.end;
    if (level === 2 && name === 'sheetData') {
      if (token === 'start' && scan.isEmpty) {
        const made = rowsBefore(Infinity);
        if (made !== '')
          splice.replace(scan.start, scan.end, `<${prefix}sheetData>${made}</${prefix}sheetData>`);
      } else if (token === 'end') splice.insert(scan.start, rowsBefore(Infinity));
      isData = token === 'start' && !scan.isEmpty;
    } else if (token === 'start' && level === 3 && name === 'sheetView') {
      const chosen = tag.range('tabSelected');
      if (chosen) splice.replace(chosen.from, chosen.to, '0');
    } else if (token === 'start' && level === 3 && name === 'col') {
      const [first, last] = [tag.integer('min') ?? 0, tag.integer('max') ?? 0];
      columns.push({ first, last, style: tag.integer('style') ?? 0 });
    } else if (isData && level === 3 && name === 'row') {
      if (token === 'start') {
        const at = tag.integer('r') ?? row + 1;
        splice.insert(scan.start, rowsBefore(at));
        row = at;
        column = 0;
        rowStyle = tag.integer('s') ?? 0;
        const isWanted = rows[nextRow] === at;
        cells = isWanted ? columnsOf(at) : [];
        spans = spanned(tag.range('spans'), splice);
        if (isWanted) nextRow += 1;
      }
      if (cells.length > 0 && token === 'start' && scan.isEmpty) {
        const head = splice
          .text(scan.start, scan.end)
          .replace(/\/>$/, '')
          .trimEnd()
          .replace(/\sspans="[^"]*"/, '');
        spans = undefined;
        splice.replace(scan.start, scan.end, `${head}>${cellsBefore(Infinity)}</${prefix}row>`);
      } else if (token === 'end') splice.insert(scan.start, cellsBefore(Infinity));
    } else if (isData && level === 4 && name === 'c' && token === 'start' && cells.length > 0) {
      column = columnAt(tag.text('r')) ?? column + 1;
      splice.insert(scan.start, cellsBefore(column));
      if (cells[0] !== column) return;
      cells.shift();
      const style = tag.range('s');
      const red = String(wanted.red(tag.integer('s') ?? 0));
      if (style) splice.replace(style.from, style.to, red);
      else splice.insert((tag.range('r')?.to ?? scan.start + 1 + prefix.length) + 1, ` s="${red}"`);
    } else if (isData && level === 4 && name === 'c' && token === 'start') {
      column = columnAt(tag.text('r')) ?? column + 1;
    }
  });
  return splice.done();
}

function columnAt(name: string | undefined): number | undefined {
  return name === undefined ? undefined : columnNumber(name.replace(/\d[^]*$/, ''));
}

/** The attribute's value, where it is written as programs write it. */
function spanned(
  range: { readonly from: number; readonly to: number } | undefined,
  splice: Splice,
): { readonly from: number; readonly to: number } | undefined {
  return range && splice.text(range.from - 8, range.from) === ' spans="' ? range : undefined;
}
