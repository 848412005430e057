import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPlainCell, toPlainCell } from '../../src/domain/plain-cell.ts';

/** Texts that begin as hostile ones do, and any others. */
const texts = fc.oneof(
  fc
    .tuple(fc.stringMatching(/^['=+\-@＝＋－＠\t\r]{0,4}$/u), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('a cell of a CSV', () => {
  test('begins with nothing that a spreadsheet program reckons', () => {
    fc.assert(fc.property(texts, (text) => !/^[=+\-@＝＋－＠\t\r]/u.test(toPlainCell(text))));
  });

  test('gives back exactly the text it was made from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fromPlainCell(toPlainCell(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["'80年代", "'80年代"],
    ["'", "'"],
    ['－5', "'－5"],
    ['2024-07-03', '2024-07-03'],
    ['', ''],
  ])('of %j is %j', (text, cell) => {
    expect(toPlainCell(text)).toBe(cell);
  });
});
