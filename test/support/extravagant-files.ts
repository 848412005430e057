import { Buffer } from 'node:buffer';
import { rawZip } from './raw-zip.ts';
import { sheetXml, stringsXml, workbookParts, workbookXml } from './workbook-parts.ts';

/** A workbook as offices have them: large or formatted without end, and to be read. */
export interface ExtravagantFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** Set where no template is like it: it has more content than a tree can hold. */
  readonly only?: 'import';
  /** The ending of its name, unless that of a workbook. */
  readonly ending?: 'csv';
}

const last = 1_048_576;
const letters = 'A B C D E F G H I J K L M N'.split(' ');
const mark = '<row r="1"><c r="A1" t="inlineStr"><is><t>{走访座谈.地点}</t></is></c></row>';

function workbook(
  rows: Iterable<string>,
  tail = '',
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const [head = '', foot = ''] = sheetXml('@', tail).split('@');
  const sheet = inPieces([head, ...chunksOf(rows), foot]);
  return rawZip(workbookParts({ 'xl/worksheets/sheet1.xml': sheet, ...more }));
}

function* chunksOf(rows: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const row of rows) {
    waiting += row;
    if (waiting.length < 1_000_000) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

function inPieces(texts: readonly string[]): Uint8Array {
  return Buffer.concat(texts.map((text) => Buffer.from(text)));
}

function* rowsOf(from: number, to: number, row: (number: string) => string): Generator<string> {
  yield mark;
  for (let number = from; number <= to; number += 1) yield row(String(number));
}

const cells = (row: string, cell: (letter: string, index: number) => string): string =>
  `<row r="${row}" spans="1:14">${letters.map(cell).join('')}</row>`;

/** Files that must be read within bounds. */
export const EXTRAVAGANT_FILES: readonly ExtravagantFile[] = [
  {
    name: '20,000 lines that may each be heads',
    bytes: () => Buffer.from('姓名,电话\n'.repeat(20_000)),
    only: 'import',
    ending: 'csv',
  },
  {
    name: '1,048,576 rows with a format',
    bytes: () =>
      workbook(rowsOf(2, last, (row) => `<row r="${row}" s="3" customFormat="1" ht="20" customHeight="1"/>`)),
  },
  {
    name: '1,048,576 rows of 14 empty cells with a format',
    bytes: () => workbook(rowsOf(2, last, (row) => cells(row, (letter) => `<c r="${letter}${row}" s="3"/>`))),
  },
  {
    name: 'a merge over A1:XFD1048576',
    bytes: () =>
      workbook(
        ['<row r="1"><c r="A1"><v>1</v></c></row>'],
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
  },
  {
    name: 'names over whole columns',
    bytes: () =>
      workbook([mark], '', {
        'xl/workbook.xml': workbookXml(
          '<sheet name="走访" sheetId="1" r:id="rId1"/>',
          '<definedNames><definedName name="a">走访!$A:$N</definedName><definedName name="b">走访!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
      }),
  },
  {
    name: '100,000 rows of 14 cells with content',
    bytes: () =>
      workbook(
        rowsOf(2, 100_001, (row) =>
          cells(row, (letter, index) =>
            index % 3 === 0
              ? `<c r="${letter}${row}" s="1"><v>${String(45_000 + (Number(row) % 400))}</v></c>`
              : `<c r="${letter}${row}" t="s"><v>${String((Number(row) * 7 + index * 13) % 200_000)}</v></c>`,
          ),
        ),
        '',
        {
          'xl/sharedStrings.xml': stringsXml(
            Array.from(
              { length: 200_000 },
              (_, at) => `<si><t>村民反映巷道排水引发相邻纠纷第${String(at)}宗</t></si>`,
            ).join(''),
          ),
        },
      ),
    only: 'import',
  },
];
