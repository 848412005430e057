import { columnWidthsOf, unitPixels } from './column-widths.ts';
import { definedNames } from '../formulas/defined-names.ts';
import { areaOf } from '../formulas/reference.ts';
import { rowHeightsOf } from './row-heights.ts';
import { mergesOf } from '../sheet-marks.ts';
import type { Styles } from '../styles.ts';
import { attributeOf, childOf, textOf } from '../../package/xml.ts';
import type { Sheet, Workbook } from '../workbook.ts';

/** What the pages of a printed sheet hold, in points of its own rows: of what scaling makes of them there is no need to know. */
export interface PrintPage {
  readonly first: number;
  /** On every page after the first, below the heads that are repeated there. */
  readonly further: number;
}

/** Papers by their number in the format (ECMA-376 18.3.1.63): the short and the long side in mm. */
const papers = new Map<number, readonly [number, number]>([
  [1, [215.9, 279.4]],
  [5, [215.9, 355.6]],
  [8, [297, 420]],
  [9, [210, 297]],
  [11, [148, 210]],
  [12, [257, 364]],
  [13, [182, 257]],
]);

/** Of any other number, and where none is said: a Chinese office prints on A4. */
const a4 = [210, 297] as const;

/**
 * How wide a digit of the default font is, in sizes of the font, which is the unit of column widths: first as its own font has
 * it, then as the fonts do that programs on Linux take where 宋体 is missing (Noto, DejaVu). Wider columns print smaller where a sheet has to fit
 * its page, and then a page holds more rows.
 */
const digitWidths = [0.5, 0.555, 0.636] as const;

const pointsPerMm = 72 / 25.4;
const pointsPerPixel = 0.75;

/**
 * The pages of a sheet as it will be printed: first as it is meant to, then as it comes out where fonts are missing. None where
 * all of it goes on a fixed number of pages, whose scale follows its rows.
 */
export function printPages(
  workbook: Workbook,
  sheet: Sheet,
  styles: Styles | undefined,
): readonly PrintPage[] {
  const setup = childOf(sheet.root, 'pageSetup');
  const said = (name: string): string | undefined => setup && attributeOf(setup, name);
  const [short, long] = papers.get(Number(said('paperSize') ?? 9)) ?? a4;
  const lies = said('orientation') === 'landscape';
  const margins = childOf(sheet.root, 'pageMargins');
  const margin = (side: string, usual: number): number =>
    Number((margins && attributeOf(margins, side)) ?? usual) * 72;
  const width = (lies ? long : short) * pointsPerMm - margin('left', 0.7) - margin('right', 0.7);
  const height = (lies ? short : long) * pointsPerMm - margin('top', 0.75) - margin('bottom', 0.75);
  const heads = headRows(workbook, sheet);
  const repeated = heads ? rowHeightsOf(sheet).between(heads.top - 1, heads.bottom) : 0;
  const at = (scale: number): PrintPage => ({ first: height / scale, further: height / scale - repeated });
  if (!fitsToPages(sheet)) return [at(Number(said('scale') ?? 100) / 100)];
  if (Number(said('fitToHeight') ?? 1) > 0) return [];
  const across = width * Math.max(1, Number(said('fitToWidth') ?? 1));
  const columns = columnsWidth(workbook, sheet, styles);
  const [own] = digitWidths;
  // Programs scale by whole per cent, and never up.
  return digitWidths.map((digit) =>
    at(Math.min(1, Math.floor((100 * across) / ((columns * digit) / own)) / 100)),
  );
}

/** The rows that are repeated at the top of every page. */
export function headRows(workbook: Workbook, sheet: Sheet): { top: number; bottom: number } | undefined {
  const rows = /!\$?(\d+):\$?(\d+)/.exec(builtInName(workbook, sheet, '_xlnm.Print_Titles') ?? '');
  return rows ? { top: Number(rows[1]), bottom: Number(rows[2]) } : undefined;
}

/** What a name of the program's own says for a sheet. */
export function builtInName(workbook: Workbook, sheet: Sheet, name: string): string | undefined {
  const place = String(workbook.sheetNames.indexOf(sheet.name));
  const found = definedNames(workbook).find(
    (one) => attributeOf(one, 'name') === name && attributeOf(one, 'localSheetId') === place,
  );
  return found && textOf(found);
}

function fitsToPages({ root }: Sheet): boolean {
  const properties = childOf(root, 'sheetPr');
  const pages = properties && childOf(properties, 'pageSetUpPr');
  return /^(1|true)$/.test((pages && attributeOf(pages, 'fitToPage')) ?? '');
}

function columnsWidth(workbook: Workbook, sheet: Sheet, styles: Styles | undefined): number {
  const width = columnWidthsOf(sheet.root);
  const area = areaOf(builtInName(workbook, sheet, '_xlnm.Print_Area')?.split('!').at(-1) ?? '');
  const used = sheet.rows.flatMap(({ cells }) => cells.at(-1)?.column ?? []);
  const merged = mergesOf(sheet).map(({ right }) => right);
  const last = area?.right ?? used.concat(merged).reduce((most, one) => Math.max(most, one), 1);
  let units = 0;
  for (let column = area?.left ?? 1; column <= last; column += 1) units += width(column);
  return Math.max(1, units * unitPixels(styles?.defaultPoints ?? 11) * pointsPerPixel);
}
