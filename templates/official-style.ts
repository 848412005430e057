import type { Alignment, Font, Style } from 'exceljs';
import { typefaces, type Typeface } from '../src/workbook/print/typefaces.ts';

const chineseCharset = 134;
const thin = { style: 'thin', color: { argb: 'FF000000' } } as const;

/** How a cell looks; what is not said is left, middle, wrapped, without lines, and of no number format. */
export interface Look {
  readonly face: Typeface;
  readonly align?: 'left' | 'center' | 'right';
  readonly lines?: boolean;
  readonly format?: string;
  /** A number too long for its column is set smaller, where wrapping would leave only ###. */
  readonly shrinks?: true;
}

/** A style of its own for one cell: exceljs lets cells share style objects, so that a change to one would reach others. */
export function styleOf(look: Look): Partial<Style> {
  const face = typefaces[look.face];
  const font: Partial<Font> = { ...face, charset: chineseCharset };
  const alignment: Partial<Alignment> = {
    horizontal: look.align ?? 'left',
    vertical: 'middle',
    ...(look.shrinks === true ? { shrinkToFit: true } : { wrapText: true }),
  };
  return {
    font,
    alignment,
    ...(look.lines === true && { border: { top: thin, left: thin, bottom: thin, right: thin } }),
    ...(look.format !== undefined && { numFmt: look.format }),
  };
}
