import type { Worksheet } from 'exceljs';

const mmPerInch = 25.4;
const sideMargin = 15;
const topMargin = 15;
const bottomMargin = 17;
const paperWidth = 297;

/** The number of A4 in the file format (ECMA-376 18.3.1.63). */
const a4 = 9;

/** Pixels of one unit of column width: a digit of the default font, 宋体 12 (see `default-font.ts`). */
const unit = 8;

const inches = (mm: number) => mm / mmPerInch;

/**
 * Column width units that fill the printed width of A4 landscape at full size: one unit is a digit of the default
 * font, and a pixel the 96th part of an inch.
 */
export const unitsAtFullSize = (inches(paperWidth - 2 * sideMargin) * 96) / unit;

/** Pixels of a column that Excel keeps free at its sides, in column width units. */
export const cellPadding = 5 / unit;

/** How wide `count` Chinese characters of `points` size are, in column width units. */
export function charactersWide(count: number, points: number): number {
  return (count * points * 96) / 72 / unit;
}

/**
 * Sets a sheet up for paper as ledgers are: A4 landscape, one page wide and as long as need be, the head rows on every
 * page and frozen on the screen, the page number in the foot as in official documents (GB/T 9704 7.5).
 */
export function setUpPage(
  sheet: Worksheet,
  headRows: { readonly first: number; readonly last: number },
): void {
  Object.assign(sheet.pageSetup, { paperSize: a4 });
  Object.assign(sheet.pageSetup, {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
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
