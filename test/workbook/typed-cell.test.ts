import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from './templates.ts';
import { valueXml, type CellShell } from '../../src/workbook/cell-content.ts';
import { fittedText, type TextRoom } from '../../src/workbook/print/fitted-text.ts';
import type { Styles } from '../../src/workbook/styles.ts';
import type { CellValue } from '../../src/marks/template-data.ts';
import { typedWriter } from '../../src/workbook/typed-cell.ts';
import { XmlBytes } from '../../src/workbook/xml-bytes.ts';
import { plainLook } from './plain-look.ts';

const shell: CellShell = { prefix: 'x:', attributes: ' ph="1"', style: 3 };

/** Days get style 7, what breaks style 9; of the document nothing is asked. */
const styles: Styles = {
  document: new DOMParser().parseFromString('<styleSheet/>', 'text/xml'),
  look: () => plainLook,
  dayStyle: () => 7,
  wrappingStyle: () => 9,
  defaultPoints: 11,
  wasChanged: () => false,
};

const sign = fc.oneof(
  fc.constantFrom(
    '一',
    '，',
    '。',
    '（',
    '）',
    '&',
    ' ',
    '<',
    '>',
    '"',
    "'",
    '_',
    '_x0041_',
    'é',
    '①',
    'a',
    'W',
    '0',
    '-',
  ),
  fc.constantFrom(
    '\r',
    '\n',
    '\t',
    '\u0000',
    '\u3000',
    '\u00a0',
    '\ufeff',
    '\uffff',
    '\ud800',
    '\udc00',
    '😀',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const text = fc.oneof(
  fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
  fc.array(fc.constantFrom('村', '民', '，', '1', ' '), { maxLength: 60 }).map((signs) => signs.join('')),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(-0),
  fc.constantFrom(day('2024-07-01'), day('2000-02-29'), null),
);
const look = fc.record({
  wraps: fc.boolean(),
  shrinks: fc.boolean(),
  bold: fc.boolean(),
  turned: fc.constantFrom(0, 90, 'stacked' as const),
  indent: fc.nat({ max: 3 }),
});
const room = fc.option(
  fc.record({ look, pixels: fc.integer({ min: 5, max: 200 }), highest: fc.constantFrom(20, 60, 409) }),
  { nil: undefined },
);

test('what is written byte by byte is what is made as a text otherwise', () => {
  let written = 0;
  fc.assert(
    fc.property(
      value,
      room,
      fc.integer({ min: 1, max: 1_048_576 }),
      fc.boolean(),
      (given, wanted, row, date1904) => {
        const place: TextRoom | undefined = wanted && { ...wanted, look: { ...plainLook, ...wanted.look } };
        const context = { date1904, styles };
        const xml = new XmlBytes();
        xml.xml('<before/>');
        const height = typedWriter(shell, 'AB', place, context)(xml, row, given);
        const bytes = Buffer.from(xml.take()).toString();
        if (height === undefined) {
          expect(bytes).toBe('<before/>');
          return;
        }
        written += 1;
        const name = `AB${String(row)}`;
        const otherwise =
          typeof given === 'string'
            ? fittedText(shell, name, [{ text: given }], place, styles)
            : { xml: valueXml(shell, name, given, context), fit: { height: 0 } };
        expect(bytes).toBe(`<before/>${otherwise.xml}`);
        expect(otherwise.fit).toEqual({ height });
      },
    ),
    { numRuns: 2000 },
  );
  expect(written).toBeGreaterThan(500);
});

test.each(['村民反映巷道排水', 'A “B” c', '第1号', ''])('%j is written byte by byte', (given) => {
  expect(typedWriter(shell, 'A', undefined, { date1904: false, styles })(new XmlBytes(), 2, given)).toBe(0);
});

test('bytes beyond the room at the beginning, and more than once', () => {
  const xml = new XmlBytes();
  const long = '字'.repeat(10_000);
  expect([xml.plainText(long), xml.plainText('甲')]).toEqual([true, true]);
  const first = Buffer.from(xml.take()).toString();
  xml.number(1_234_567_890_123);
  const place = xml.leave(10);
  xml.number(42);
  xml.fill(place, 10, '<行>');
  expect([first, Buffer.from(xml.take()).toString()]).toEqual([`${long}甲`, '1234567890123<行>42']);
});
