import { attributeOf, childOf, childrenOf, type Element } from '../../package/xml.ts';

/** Width of a column as the sheet has it, in digits of the default font, its padding included; 0 where it is hidden. */
export type ColumnWidths = (column: number) => number;

/** Reads the widths of a sheet's columns. */
export function columnWidthsOf(sheet: Element): ColumnWidths {
  const format = childOf(sheet, 'sheetFormatPr');
  const base = Number((format && attributeOf(format, 'baseColWidth')) ?? 8) + 0.71;
  const standard = Number((format && attributeOf(format, 'defaultColWidth')) ?? base);
  const spans = childrenOf(sheet, 'cols').flatMap((cols) =>
    childrenOf(cols, 'col').map((col) => ({
      from: Number(attributeOf(col, 'min')),
      to: Number(attributeOf(col, 'max')),
      width: /^(1|true)$/.test(attributeOf(col, 'hidden') ?? '')
        ? 0
        : Number(attributeOf(col, 'width') ?? standard),
    })),
  );
  return (column) => spans.find(({ from, to }) => from <= column && column <= to)?.width ?? standard;
}

/**
 * Pixels of one unit of column width where the default font has so many points: a digit, half as wide as its font is high
 * and set on whole pixels. Programs that have the font at hand differ by a pixel at most.
 */
export function unitPixels(defaultPoints: number): number {
  return Math.max(1, Math.round((defaultPoints * 96) / 72 / 2));
}
