import type { CellLook } from '../../src/workbook/styles.ts';

/** A cell of 10 points whose text breaks into lines, and nothing more. */
export const plainLook: CellLook = {
  points: 10,
  bold: false,
  wraps: true,
  shrinks: false,
  turned: 0,
  indent: 0,
  font: undefined,
  isDate: false,
  isPlain: true,
  isBordered: true,
};
