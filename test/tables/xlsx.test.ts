import { describe, expect, test } from 'vitest';
import type { ReadTable, ReadValue } from '../../src/domain/read-table.ts';
import { readTables } from '../../src/tables/read-tables.ts';
import {
  relsXml,
  sheetOf,
  sheetXml,
  stringsXml,
  stylesXml,
  workbookOf,
  workbookXml,
} from '../support/workbook-parts.ts';

async function tableOf(bytes: Uint8Array): Promise<ReadTable> {
  const [table] = (await readTables('台账.xlsx', bytes)).tables;
  if (!table) throw new RangeError('no table');
  return table;
}

/** The values of all cells, by their places as text. */
async function valuesOf(bytes: Uint8Array): Promise<Record<string, ReadValue>> {
  const { rows } = await tableOf(bytes);
  return Object.fromEntries(
    rows.flatMap(({ number, cells }) =>
      cells.map(({ column, value }) => [`${String(number)}:${String(column)}`, value]),
    ),
  );
}

const text = (value: string): ReadValue => ({ type: 'text', text: value });
const day = (value: string): unknown => ({ type: 'day', day: value });
const number = (value: string): ReadValue => ({ type: 'number', value: Number(value), text: value });

describe('texts', () => {
  const strings = (items: string, changes = {}) => ({
    'xl/sharedStrings.xml': stringsXml(items),
    ...changes,
  });

  test.each([
    ['plain', '<si><t>马山社区</t></si>', '马山社区'],
    [
      'in runs, joined',
      '<si><r><t>马山</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 社区</t></r></si>',
      '马山 社区',
    ],
    [
      'without their readings',
      '<si><t>马山</t><rPh sb="0" eb="2"><t>mashan</t></rPh><phoneticPr fontId="1"/></si>',
      '马山',
    ],
    [
      'with escaped characters',
      '<si><t>_x0041_&amp;&#x4e00;&#20108;&lt;_x005F_x0041_</t></si>',
      'A&一二<_x0041_',
    ],
    ['whose blanks belong to them', '<si><t xml:space="preserve"> a </t></si>', ' a '],
    ['whose blanks do not', '<si><t>\n  a  b\n</t></si>', 'a  b'],
    ['whose full-width blanks stay', '<si><t>　a　</t></si>', '　a　'],
    ['with line breaks of any kind', '<si><t>a\r\nb\rc&#13;&#10;d_x000D_e</t></si>', 'a\nb\nc\nd\ne'],
    ['in CDATA', '<si><t><![CDATA[a<b&c]]></t></si>', 'a<b&c'],
    ['around a comment', '<si><t>a<!-- > <t> -->b</t></si>', 'ab'],
    ['beyond the basic plane', '<si><t>𠮷&#x20BB7;</t></si>', '𠮷𠮷'],
  ])('%s', async (_, item, expected) => {
    const shared = sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings(item));
    const inline = sheetOf(
      `<row r="1"><c r="A1" t="inlineStr">${item.replace('<si>', '<is>').replace('</si>', '</is>')}</c></row>`,
    );
    expect(await valuesOf(shared)).toEqual({ '1:1': text(expected) });
    expect(await valuesOf(inline)).toEqual({ '1:1': text(expected) });
  });

  test('that look like numbers stay texts', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>007</v></c></row>',
      strings('<si><t>445321198001010011</t></si>'),
    );
    expect(await valuesOf(bytes)).toEqual({ '1:1': text('445321198001010011'), '1:2': text('007') });
  });

  test('that are empty are no content', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t/></is></c><c r="C1" t="str"><f>A1</f><v></v></c></row>',
      strings('<si><t/></si>'),
    );
    expect((await tableOf(bytes)).rows).toEqual([]);
  });
});

describe('numbers, days and the rest', () => {
  const formats = {
    164: 'yyyy"年"m"月"',
    165: '0"年月日"',
    166: '[$-804]m月d日',
    167: 'h:mm',
    168: '[h]:mm:ss',
  };
  const styles = stylesXml(formats, [0, 14, 31, 57, 164, 165, 166, 167, 168, 32, 10]);

  test.each([
    ['General', 0, number('45476')],
    ['the short date', 1, day('2024-07-03')],
    ["a Chinese Excel's own long date", 2, day('2024-07-03')],
    ["a Chinese Excel's own month", 3, day('2024-07-03')],
    ['year and month', 4, day('2024-07-03')],
    ['words in quotes only', 5, number('45476')],
    ['a format with its language', 6, day('2024-07-03')],
    ['a time', 7, number('45476')],
    ['hours beyond a day', 8, number('45476')],
    ["a Chinese Excel's own time", 9, number('45476')],
    ['a percentage', 10, number('45476')],
  ])('a number in %s', async (_, style, expected) => {
    const cell = `<row r="1"><c r="A1" s="${String(style)}"><v>45476</v></c></row>`;
    expect(await valuesOf(sheetOf(cell, { 'xl/styles.xml': styles }))).toEqual({ '1:1': expected });
  });

  test.each([
    ['45476.99', false, day('2024-07-03')],
    ['36526', false, day('2000-01-01')],
    ['36525', false, number('36525')],
    ['60', false, number('60')],
    ['-1', false, number('-1')],
    ['2958465', false, day('9999-12-31')],
    ['2958466', false, number('2958466')],
    ['44014', true, day('2024-07-03')],
  ])('the serial number %s, from 1904: %s', async (serial, date1904, expected) => {
    const properties = `<workbookPr date1904="${String(date1904)}"/>`;
    const bytes = sheetOf(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`, {
      'xl/styles.xml': styles,
      'xl/workbook.xml': workbookXml('<sheet name="走访" sheetId="1" r:id="rId1"/>', '', properties),
    });
    expect(await valuesOf(bytes)).toEqual({ '1:1': expected });
    expect((await readTables('a.xlsx', bytes)).date1904).toBe(date1904);
  });

  test.each([
    ['<c r="A1" t="d"><v>2024-07-03T00:00:00</v></c>', day('2024-07-03')],
    ['<c r="A1" t="d"><v>2024-02-30</v></c>', text('2024-02-30')],
    ['<c r="A1" t="b"><v>1</v></c>', { type: 'boolean', value: true }],
    ['<c r="A1" t="b"><v>0</v></c>', { type: 'boolean', value: false }],
    ['<c r="A1" t="e"><v>#N/A</v></c>', { type: 'error', text: '#N/A' }],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', number('2')],
    ['<c r="A1"><f>1+1</f></c>', { type: 'unreckoned' }],
    ['<c r="A1"><f t="shared" si="0"/><v/></c>', { type: 'unreckoned' }],
    ['<c r="A1"><v>445321198001010011</v></c>', number('445321198001010011')],
    ['<c r="A1"><v>1.5E-3</v></c>', number('1.5E-3')],
    ['<c r="A1"><v>0x1F</v></c>', text('0x1F')],
    ["<c t = 'b'\n r\t=\t'A1' ><v>1</v></c >", { type: 'boolean', value: true }],
  ])('%s', async (cell, expected) => {
    expect(await valuesOf(sheetOf(`<row r="1">${cell}</row>`))).toEqual({ '1:1': expected });
  });
});

describe('rows and sheets', () => {
  test('without places follow each other', async () => {
    const bytes = sheetOf(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>',
    );
    expect(Object.keys(await valuesOf(bytes))).toEqual(['1:1', '1:3', '5:3', '5:4', '6:1']);
  });

  test('without content are not there, merges end where content ends', async () => {
    const bytes = workbookOf({
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="1" s="1" customFormat="1"/><row r="2" hidden="1"><c r="A2"/><c r="B2"><v>1</v></c></row><row r="3"><c r="A3" s="1"/></row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:B9"/><mergeCell ref="C1:D2"/></mergeCells>',
      ),
    });
    const { rows, merges } = await tableOf(bytes);
    expect(rows).toEqual([{ number: 2, hidden: true, cells: [{ column: 2, value: number('1') }] }]);
    expect(merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
  });

  test('are read whatever the prefixes, and in the strict format', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const bytes = workbookOf({
      'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="a"><p:Relationship Id="a" Type="${strict}/officeDocument/relationships/worksheet" Target="/XL/worksheets/Sheet1.xml"/></p:Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="走访" sheetId="1" q:id="a"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await valuesOf(bytes)).toEqual({ '1:1': number('1') });
  });

  test('in UTF-16 are read as in UTF-8', async () => {
    const xml = sheetXml('<row r="1"><c r="A1" t="str"><v>马山</v></c></row>').replace('UTF-8', 'UTF-16');
    const bytes = workbookOf({ 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') });
    expect(await valuesOf(bytes)).toEqual({ '1:1': text('马山') });
  });

  test('are as many as the workbook lists; charts are none, names over whole columns no content', async () => {
    const bytes = workbookOf({
      'xl/workbook.xml': workbookXml(
        '<sheet name="图" sheetId="3" r:id="rId9"/><sheet name="七月" sheetId="1" r:id="rId1"/><sheet name="旧" sheetId="2" state="veryHidden" r:id="rId2"/>',
        '<definedNames><definedName name="a">七月!$A:$XFD</definedName></definedNames>',
      ),
      'xl/_rels/workbook.xml.rels': relsXml({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['worksheet', 'worksheets/sheet2.xml'],
        rId9: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
      'xl/worksheets/sheet2.xml': sheetXml(''),
    });
    const { tables } = await readTables('a.xlsx', bytes);
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['七月', false],
      ['旧', true],
    ]);
  });

  test('come with the custom properties of the workbook', async () => {
    const bytes = workbookOf({
      '_rels/.rels': relsXml({
        rId1: ['officeDocument', 'xl/workbook.xml'],
        rId2: ['custom-properties', 'docProps/custom.xml'],
      }),
      'docProps/custom.xml':
        '<Properties xmlns="a" xmlns:vt="b"><property fmtid="{}" pid="2" name="ledgerForm"><vt:lpwstr>1</vt:lpwstr></property><property name="x"><vt:i4>7</vt:i4></property></Properties>',
    });
    expect([...(await readTables('a.xlsx', bytes)).properties]).toEqual([
      ['ledgerForm', '1'],
      ['x', '7'],
    ]);
  });
});
