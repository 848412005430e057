import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { markedCopy, type CellMark, type FindingList } from '../../src/tables/marked-copy.ts';
import { readTables } from '../../src/tables/read-tables.ts';
import { readPackage } from '../../src/package/package.ts';
import {
  sheetOf,
  sheetXml,
  stringsXml,
  stylesXml,
  workbookOf,
  workbookXml,
  relsXml,
} from '../support/workbook-parts.ts';
import { draw, read } from '../workbook/templates.ts';

const heads = ['序号', '工作表', '单元格', '内容', '问题', '应如何改'] as const;

function listOf(marks: readonly CellMark[]): FindingList {
  return {
    name: '问题清单',
    title: '问题清单',
    heads,
    author: 'ledger',
    rows: marks.map(({ sheet, row, column, sentence }) => ({
      sheet,
      place: { row, column },
      content: '=1+1',
      problem: sentence,
      remedy: '请改成 2024-07-03',
    })),
  };
}

const mark = (row: number, column: number, sentence = '没有这一天', sheet = '走访'): CellMark => ({
  sheet,
  row,
  column,
  sentence,
});

async function marked(bytes: Uint8Array, marks: readonly CellMark[], name = 'a.xlsx'): Promise<Uint8Array> {
  return markedCopy(name, bytes, marks, listOf(marks));
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return new TextDecoder().decode((await readPackage(bytes)).get(name));
}

/** The children of one list of a part of styles. */
function elementsOf(styles: string, list: string, child: string): string[] {
  const content = new RegExp(`<(?:x:)?${list}\\b[^>]*>(.*?)</(?:x:)?${list}>`).exec(styles)?.[1] ?? '';
  return content.split(new RegExp(`<(?=(?:x:)?${child}\\b)`)).slice(1);
}

/** A clerk's workbook with what a marked copy must keep. */
async function clerks(): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访', { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.getCell('A1').value = '七月走访';
    sheet.mergeCells('A1:C1');
    sheet.getRow(2).values = ['序号', '日期', '村'];
    sheet.getRow(3).values = [1, '2024.13.5', '马山'];
    sheet.getCell('B3').font = { bold: true, color: { argb: 'FF0000FF' } };
    sheet.getCell('B3').alignment = { horizontal: 'center' };
    sheet.getCell('C3').note = '问过村委';
    sheet.getColumn(2).width = 30;
    sheet.getCell('C3').dataValidation = { type: 'list', formulae: ['"马山,太平"'] };
    const other = workbook.addWorksheet('座谈');
    other.getCell('A1').value = '原样';
    workbook.definedNames.add('走访!$A$1:$C$3', '范围');
  });
}

function sheetIn(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new RangeError(name);
  return sheet;
}

/** A comment's text as exceljs reads it. */
function noteOf(cell: ExcelJS.Cell): string {
  const { note } = cell;
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
}

describe('a marked copy', () => {
  test('has each wrong cell in red with its own look, and a comment', async () => {
    const workbook = await read(
      await marked(await clerks(), [mark(3, 2, '没有这一天'), mark(3, 3, '没有这个村')]),
    );
    const sheet = sheetIn(workbook, '走访');
    for (const name of ['B3', 'C3'])
      expect(sheet.getCell(name).fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFF9999' } });
    expect(sheet.getCell('B3')).toMatchObject({
      value: '2024.13.5',
      font: { bold: true, color: { argb: 'FF0000FF' } },
      alignment: { horizontal: 'center' },
    });
    expect(noteOf(sheet.getCell('B3'))).toBe('没有这一天');
    expect(noteOf(sheet.getCell('C3'))).toBe('问过村委\n没有这个村');
    expect(sheet.getCell('A3').fill).toBeUndefined();
    expect(noteOf(sheet.getCell('B3'))).not.toContain('村委');
  });

  test('keeps all other parts byte for byte, and of the sheet all but the cells', async () => {
    const before = await clerks();
    const [old, now] = [await readPackage(before), await readPackage(await marked(before, [mark(3, 2)]))];
    const changed = [...old].flatMap(([name, bytes]) =>
      Buffer.from(bytes).equals(Buffer.from(now.get(name) ?? new Uint8Array())) ? [] : [name],
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const [one, other] = ['xl/worksheets/sheet1.xml'].map((name) => [old.get(name), now.get(name)])[0] ?? [];
    const text = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);
    expect(text(other).replace(/(<c r="B3" s=")\d+/, '$1')).toBe(
      text(one).replace(/(<c r="B3" s=")\d+/, '$1'),
    );
  });

  test('has all findings in front, with links to their cells; what a cell says is no formula there', async () => {
    const copy = await marked(await clerks(), [mark(3, 2), mark(3, 3, '没有这个村')]);
    const { tables } = await readTables('b.xlsx', copy);
    expect(tables.map(({ name }) => name)).toEqual(['问题清单', '走访', '座谈']);
    const texts = tables[0]?.rows.map(({ cells }) =>
      cells.map(({ value }) => (value.type === 'text' ? value.text : value.type)),
    );
    expect(texts).toEqual([
      ['问题清单'],
      [...heads],
      ['number', '走访', 'B3', '=1+1', '没有这一天', '请改成 2024-07-03'],
      ['number', '走访', 'C3', '=1+1', '没有这个村', '请改成 2024-07-03'],
    ]);
    expect(await partOf(copy, 'xl/worksheets/sheet3.xml')).toContain(`ref="C4" location="'走访'!C3"`);
  });

  test('shows that list, and only that one is chosen', async () => {
    const chosenSheet = sheetXml('').replace(
      '<sheetData>',
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>',
    );
    const bytes = workbookOf({
      'xl/worksheets/sheet1.xml': chosenSheet,
      'xl/worksheets/sheet2.xml': chosenSheet,
      'xl/chartsheets/sheet1.xml': chosenSheet.replaceAll('worksheet', 'chartsheet'),
      'xl/workbook.xml': workbookXml(
        '<sheet name="走访" sheetId="1" r:id="rId1"/><sheet name="座谈" sheetId="2" r:id="rId2"/><sheet name="图" sheetId="3" r:id="rId3"/>',
        '',
        '<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews>',
      ),
      'xl/_rels/workbook.xml.rels': relsXml({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['worksheet', 'worksheets/sheet2.xml'],
        rId3: ['chartsheet', 'chartsheets/sheet1.xml'],
        rId4: ['styles', 'styles.xml'],
      }),
    });
    const copy = await marked(bytes, [mark(3, 2)]);
    expect(await partOf(copy, 'xl/workbook.xml')).toContain('<workbookView activeTab="0" firstSheet="0"/>');
    const chosen: string[] = [];
    for (const [name, bytes] of await readPackage(copy))
      if (/tabSelected="1"/.test(new TextDecoder().decode(bytes))) chosen.push(name);
    expect(chosen).toEqual(['xl/worksheets/sheet3.xml']);
  });

  test('makes cells and rows that are not there, in their places', async () => {
    const rows =
      '<row r="2" spans="1:2"><c r="B2"><v>1</v></c></row><row r="4" s="2" customFormat="1"/><row r="6"><c r="A6"><v>2</v></c></row>';
    const copy = await marked(sheetOf(rows), [
      mark(1, 1),
      mark(2, 1),
      mark(2, 2),
      mark(2, 30),
      mark(4, 3),
      mark(5, 2),
      mark(6, 2),
      mark(9, 1),
    ]);
    const xml = await partOf(copy, 'xl/worksheets/sheet1.xml');
    expect([...xml.matchAll(/<(row|c) r="([A-Z\d]+)"/g)].map(([, , place]) => place)).toEqual(
      '1 A1 2 A2 B2 AD2 4 C4 5 B5 6 A6 B6 9 A9'.split(' '),
    );
    expect(xml).not.toContain('spans');
    const [, table] = (await readTables('b.xlsx', copy)).tables;
    expect(table?.rows.map(({ number }) => number)).toEqual([2, 6]);
  });

  test('of an empty sheet with another prefix has the cell', async () => {
    const bytes = workbookOf({
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/><x:pageMargins left="1"/></x:worksheet>',
    });
    const xml = await partOf(await marked(bytes, [mark(2, 2)]), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(
      /<x:sheetData><x:row r="2"><x:c r="B2" s="\d+"\/><\/x:row><\/x:sheetData><x:pageMargins left="1"\/><x:legacyDrawing [^>]*\/><\/x:worksheet>$/,
    );
  });

  test('marks the first cell of a merge, since the others show nothing', async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B9"/></mergeCells>',
    );
    const copy = await marked(workbookOf({ 'xl/worksheets/sheet1.xml': sheet }), [mark(5, 2)]);
    expect(await partOf(copy, 'xl/comments1.xml')).toContain('ref="A1"');
    expect(await partOf(copy, 'xl/worksheets/sheet1.xml')).not.toContain('r="5"');
  });

  test('leaves conversations on a cell alone: it turns red and no more', async () => {
    const bytes = workbookOf({
      'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
      'xl/worksheets/_rels/sheet1.xml.rels': relsXml({
        rId1: ['threadedComment', '../threadedComments/threadedComment1.xml'],
      }),
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment ref="A1"/></ThreadedComments>',
    });
    const parts = await readPackage(await marked(bytes, [mark(1, 1)]));
    expect([...parts.keys()].filter((name) => /comments\d/.test(name))).toEqual([]);
    expect(new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'))).toMatch(/<c r="A1" s="[1-9]/);
  });

  test('moves the names of single sheets on, and takes a free name for the list', async () => {
    const bytes = workbookOf({
      'xl/workbook.xml': workbookXml(
        '<sheet name="问题清单" sheetId="7" r:id="rId1"/>',
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">问题清单!$A$1</definedName></definedNames>',
      ),
    });
    const xml = await partOf(await marked(bytes, [mark(1, 1, 'x', '问题清单')]), 'xl/workbook.xml');
    expect(xml).toMatch(
      /<sheets><sheet [^>]*name="问题清单\(2\)" sheetId="8"[^>]*\/><sheet name="问题清单" sheetId="7"/,
    );
    expect(xml).toContain('localSheetId="1"');
  });

  test('can be marked again', async () => {
    const once = await marked(await clerks(), [mark(3, 2, '一')]);
    const twice = await marked(once, [mark(3, 2, '二'), mark(3, 1, '三')]);
    const sheet = sheetIn(await read(twice), '走访');
    expect([noteOf(sheet.getCell('B3')), noteOf(sheet.getCell('A3'))]).toEqual(['一\n二', '三']);
    const ids = [...(await partOf(twice, 'xl/_rels/workbook.xml.rels')).matchAll(/ Id="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same bytes for the same input', async () => {
    const bytes = await clerks();
    const [one, other] = [await marked(bytes, [mark(3, 2)]), await marked(bytes, [mark(3, 2)])];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('stays red where a rule of the sheet paints its cells, whatever lists the styles have', async () => {
    const rule = (priority: number): string =>
      `<conditionalFormatting sqref="A1:C9"><cfRule type="expression" dxfId="0" priority="${String(priority)}"><formula>A1=""</formula></cfRule></conditionalFormatting>`;
    const sheet = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', `${rule(1)}${rule(4)}<pageMargins/>`);
    const plain = stylesXml({}, [0]);
    const lists = ['', '<dxfs count="0"/>', '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>'];
    for (const [looks, list] of lists.entries()) {
      const styles = plain.replace('</styleSheet>', `${list}</styleSheet>`);
      const changes = { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles };
      const copy = await marked(workbookOf(changes), [mark(1, 2)]);
      const look = looks === 2 ? '1' : '0';
      expect(await partOf(copy, 'xl/worksheets/sheet1.xml')).toContain(
        `</sheetData><conditionalFormatting sqref="B1"><cfRule type="expression" dxfId="${look}" priority="1" stopIfTrue="1"><formula>TRUE</formula></cfRule></conditionalFormatting>${rule(2)}${rule(5)}`,
      );
      expect((await partOf(copy, 'xl/styles.xml')).match(/<dxfs count="(\d)">/u)?.[1]).toBe(
        looks === 2 ? '2' : '1',
      );
    }
  });

  test('of a workbook without styles has some', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': stringsXml('<si><t>a</t></si>'),
      'xl/styles.xml': undefined,
      'xl/_rels/workbook.xml.rels': relsXml({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['sharedStrings', 'sharedStrings.xml'],
      }),
    });
    const sheet = sheetIn(await read(await marked(bytes, [mark(1, 1)])), '走访');
    expect(sheet.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FFFF9999' } });
  });

  test.each([
    ['formats alone', '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'],
    ['empty lists', '<fonts/><fills count="0"/><borders></borders><cellXfs/><dxfs count="0"/>'],
    [
      'what stands before and behind the lists',
      '<numFmts><numFmt numFmtId="164" formatCode="0"/></numFmts><dxfs/>',
    ],
    ['only what stands behind them', '<cellStyles/>'],
    ['one ground', '<fills count="1"><fill/></fills><cellXfs><xf fillId="0"/></cellXfs>'],
    ['nothing', ''],
  ])('of a workbook whose styles have %s', async (_, lists) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    for (const [prefix, named] of [
      ['', lists],
      ['x:', lists.replace(/<(\/?)/g, '<$1x:')],
    ] as const) {
      const xmlns = prefix === '' ? 'xmlns' : 'xmlns:x';
      const empty = named === '' && prefix === '';
      const bytes = sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', {
        'xl/styles.xml': `<${prefix}styleSheet ${xmlns}="${main}"${empty ? '/>' : `>${named}</${prefix}styleSheet>`}`,
      });
      const copy = await marked(bytes, [mark(1, 2)]);
      const styles = await partOf(copy, 'xl/styles.xml');
      const order = [
        ...styles.matchAll(/<(?:x:)?(numFmts|fonts|fills|borders|cellStyleXfs|cellXfs|cellStyles|dxfs)\b/g),
      ].map(([, list]) => list);
      expect(order).toEqual(
        ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'].filter(
          (list) => order.includes(list),
        ),
      );
      expect(order).toEqual(expect.arrayContaining(['fonts', 'fills', 'borders', 'cellXfs']));
      const sheet = await partOf(copy, 'xl/worksheets/sheet1.xml');
      const format = elementsOf(styles, 'cellXfs', 'xf')[Number(/r="B1" s="(\d+)"/.exec(sheet)?.[1])] ?? '';
      const ground = elementsOf(styles, 'fills', 'fill')[Number(/fillId="(\d+)"/.exec(format)?.[1])] ?? '';
      expect(ground).toContain('FFFF9999');
      expect(elementsOf(styles, 'fills', 'fill').findIndex((xml) => xml.includes('rgb'))).toBeGreaterThan(1);
      for (const [list, child] of [
        ['fonts', 'font'],
        ['fills', 'fill'],
        ['borders', 'border'],
        ['cellXfs', 'xf'],
      ] as const) {
        const count = new RegExp(`<(?:x:)?${list}[^>]* count="(\\d+)"`).exec(styles)?.[1];
        if (count !== undefined) expect(Number(count)).toBe(elementsOf(styles, list, child).length);
      }
    }
  });

  test('of a CSV is a workbook with its cells as texts on their own lines', async () => {
    const csv = new TextEncoder().encode('序号,日期\r\n"1\r\n",2024.13.5\r\n=1+1,007\r\n');
    const copy = await marked(csv, [mark(2, 2), mark(4, 3)], '七月/走访*台账.csv');
    const { tables } = await readTables('b.xlsx', copy);
    expect(tables.map(({ name }) => name)).toEqual(['问题清单', '走访_台账']);
    expect(tables[1]?.rows.map(({ number, cells }) => [number, ...cells.map(({ value }) => value)])).toEqual([
      [1, { type: 'text', text: '序号' }, { type: 'text', text: '日期' }],
      [2, { type: 'text', text: '1\n' }, { type: 'text', text: '2024.13.5' }],
      [4, { type: 'text', text: '=1+1' }, { type: 'text', text: '007' }],
    ]);
    const sheet = sheetIn(await read(copy), '走访_台账');
    expect(noteOf(sheet.getCell('B2'))).toBe('没有这一天');
    expect(await partOf(copy, 'xl/worksheets/sheet2.xml')).toContain(`ref="C3" location="'走访_台账'!B2"`);
  });
});
