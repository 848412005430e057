import type { Worksheet } from 'exceljs';

const mmPerInch = 25.4;
const sideMargin = 15;
const topMargin = 15;
const bottomMargin = 17;

/** The papers of official tables: their number in the file format (ECMA-376 18.3.1.63), and how wide they lie, in mm. */
const papers = {
  A4: { code: 9, width: 297 },
  A3: { code: 8, width: 420 },
} as const;

/** A paper that sheets are made for. */
export type Paper = keyof typeof papers;

/** Pixels of one unit of column width: a digit of the default font, 宋体 12 (see `default-font.ts`). */
const unit = 8;

const inches = (mm: number) => mm / mmPerInch;

/**
 * Column width units that fill the printed width of the paper at full size: one unit is a digit of the default font, and
 * a pixel the 96th part of an inch.
 */
export function unitsAtFullSize(paper: Paper): number {
  return (inches(papers[paper].width - 2 * sideMargin) * 96) / unit;
}

/** Pixels of a column that Excel keeps free at its sides, in column width units. */
export const cellPadding = 5 / unit;

/** How wide `count` Chinese characters of `points` size are, in column width units. */
export function charactersWide(count: number, points: number): number {
  return (count * points * 96) / 72 / unit;
}

/**
 * Sets a sheet up for paper as ledgers are: landscape unless said, one page wide and as long as need be (or one page in all), the head rows
 * on every page and frozen on the screen, the page number in the foot as in official documents (GB/T 9704 7.5).
 */
export function setUpPage(
  sheet: Worksheet,
  paper: Paper,
  headRows: { readonly first: number; readonly last: number },
  pages: 'one' | 'many' = 'many',
  orientation: 'landscape' | 'portrait' = 'landscape',
): void {
  Object.assign(sheet.pageSetup, { paperSize: papers[paper].code });
  Object.assign(sheet.pageSetup, {
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages === 'one' ? 1 : 0,
    horizontalCentered: true,
    printTitlesRow: `${String(headRows.first)}:${String(headRows.last)}`,
    margins: {
      left: inches(sideMargin),
      right: inches(sideMargin),
      top: inches(topMargin),
      bottom: inches(bottomMargin),
      header: inches(7),
      footer: inches(8),
    },
  } satisfies Worksheet['pageSetup']);
  sheet.headerFooter.oddFooter = '&C&"宋体,Regular"&14— 第 &P 页 共 &N 页 —';
  sheet.views = [
    {
      state: 'frozen',
      xSplit: 0,
      ySplit: headRows.last,
      topLeftCell: `A${String(headRows.last + 1)}`,
      showGridLines: false,
    },
  ];
}
