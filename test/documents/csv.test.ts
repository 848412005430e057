import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../src/documents/csv.ts';
import { parseCsv } from '../support/csv.ts';

describe('a CSV', () => {
  test('begins with a byte order mark, and every line ends with CR LF', () => {
    expect(
      csvText([
        ['编号', '日期'],
        ['a', ''],
      ]),
    ).toBe('\uFEFF编号,日期\r\na,\r\n');
  });

  test.each([
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    ['说“好”', '说“好”'],
    ['说"好"', '"说""好"""'],
    ['一\n二', '"一\n二"'],
    ['\r', '"\r"'],
    [' 前', '" 前"'],
    ['后\u3000', '"后\u3000"'],
  ])('writes %j as %s', (text, cell) => {
    expect(csvText([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  test('is read back as it was, whatever it holds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', ' ')).map((signs) => signs.join('')),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseCsv(csvText(rows).slice(1))).toEqual(rows);
      }),
    );
  });
});
