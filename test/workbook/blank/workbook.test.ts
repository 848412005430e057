import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { formColumns } from '../../../src/domain/sheet-columns.ts';
import { readPackage } from '../../../src/package/package.ts';
import { typefaces } from '../../../src/workbook/print/typefaces.ts';
import { partText, read } from '../templates.ts';
import { formBytes, headsOf } from './forms.ts';

const bytes = await formBytes();
const workbook = await read(bytes);
const sheets = KINDS.map((kind) => ({ kind, sheet: workbook.getWorksheet(kind.ledger.zh) })).flatMap(
  ({ kind, sheet }) => (sheet ? [{ id: kind.id, kind, sheet }] : []),
);

test('a sheet for every ledger in their order, then the hidden lists', () => {
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ...KINDS.map(({ ledger }) => [ledger.zh, 'visible']),
    ['选项', 'hidden'],
  ]);
});

describe.each(sheets)('the blank sheet of $id', ({ kind, sheet }) => {
  test('has the heads of the form on row 3, a star before those that are required', () => {
    expect(headsOf(sheet)).toEqual(
      formColumns(kind).map((column) =>
        column.type === 'field' && column.field.required === true ? `*${column.head}` : column.head,
      ),
    );
  });

  test('says above them what it is and how to fill it in, with the hints of its fields', () => {
    expect(sheet.getCell('A1').value).toBe(`新兴县人民法院“法官进综治中心”${kind.ledger.zh}`);
    const guidance = sheet.getCell('A2').text;
    expect(guidance).toMatch(/^填写说明：/u);
    for (const { hint } of kind.fields) expect(guidance).toContain(hint?.zh ?? '');
  });

  test('hides only the last column, the id', () => {
    const hidden = headsOf(sheet).map((_head, at) => sheet.getColumn(at + 1).hidden);
    expect(hidden).toEqual([...hidden.slice(0, -1).map(() => false), true]);
  });

  test('has 200 empty rows with lines all around, which number themselves', () => {
    for (let row = 4; row <= 203; row += 1) {
      for (let column = 1; column <= sheet.columnCount; column += 1) {
        const cell = sheet.getCell(row, column);
        expect(Object.keys(cell.border).sort()).toEqual(['bottom', 'left', 'right', 'top']);
        if (column > 1) expect(cell.value).toBeNull();
      }
      const last = sheet.getColumn(sheet.columnCount - 1).letter;
      expect(sheet.getCell(row, 1).formula).toBe(
        `IF(COUNTA(B${String(row)}:${last}${String(row)})=0,"",ROW()-3)`,
      );
    }
    expect(sheet.rowCount).toBe(203);
  });

  test('is printed as the ledgers are: landscape, one page wide, heads repeated and frozen, pages numbered', () => {
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect([8, 9]).toContain(sheet.pageSetup.paperSize);
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, showGridLines: false });
    expect(sheet.headerFooter.oddFooter).toBe('&C&"宋体,Regular"&14— 第 &P 页 共 &N 页 —');
    expect(sheet.headerFooter.oddHeader).toBe('&R&"黑体,Regular"&10内部资料　注意保管');
  });

  test('is set in the typefaces of official documents', () => {
    expect(sheet.getCell('A1').font.name).toBe(typefaces.title.name);
    expect(sheet.getCell('A3').font.name).toBe(typefaces.head.name);
    expect(sheet.getCell('A4').font.name).toBe(typefaces.body.name);
  });

  test('keeps days as days, numbers as numbers, and all else as text, also below the drawn rows', () => {
    formColumns(kind).forEach((column, at) => {
      if (column.type !== 'field') return;
      const { sheet: holds, expects } = column.field.type;
      const format = {
        text: '@',
        day: 'yyyy-mm-dd',
        number: expects === 'amount' ? '#,##0.00' : '0',
      }[holds];
      expect(sheet.getCell(4, at + 1).numFmt, column.head).toBe(format);
      expect(sheet.getColumn(at + 1).numFmt, column.head).toBe(format);
    });
  });
});

test('a row that was begun shades what is required and missing', async () => {
  expect(await partText(bytes)).toContain(
    '<conditionalFormatting sqref="B4:B1003 C4:C1003 E4:E1003 H4:H1003"><cfRule type="expression" dxfId="0" priority="1">' +
      '<formula>AND(COUNTA($B4:$P4)&gt;0,B4="")</formula></cfRule></conditionalFormatting>',
  );
});

test('it bears the version of the form and of the program', async () => {
  const properties = await partText(bytes, 'docProps/custom.xml');
  expect(properties).toContain('name="ledgerForm"><vt:lpwstr>1</vt:lpwstr>');
  expect(properties).toContain('name="ledgerTool"><vt:lpwstr>0.1.0</vt:lpwstr>');
});

test('the parts of a sheet stand in the order of the standard (ECMA-376 18.3.1.99)', async () => {
  const sheet = await partText(bytes);
  const order = [
    ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells'],
    ...[
      'conditionalFormatting',
      'dataValidations',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ],
  ];
  const places = order.map((name) => sheet.indexOf(`<${name}`));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('the same facts give the same bytes', async () => {
  expect(await formBytes()).toEqual(bytes);
});

test('what a name or a court is called never breaks the workbook', async () => {
  const odd = `<&"'>\u0001_x0041_`;
  const made = await formBytes({ court: odd, towns: [{ name: odd, villages: [odd] }], judges: [odd] });
  const sheet = (await read(made)).getWorksheet('选项');
  expect(sheet?.getCell('A2').value).toBe(`<&"'>_x0041_`);
  for (const name of (await readPackage(made)).keys()) expect(name).toMatch(/^[\w./[\]]+$/);
});

test('every column says how it is filled in, in no more than a spreadsheet program shows', async () => {
  for (const [at, { fields }] of KINDS.entries()) {
    const sheet = await partText(bytes, `xl/worksheets/sheet${String(at + 1)}.xml`);
    const said = (name: string) =>
      [...sheet.matchAll(new RegExp(` ${name}="([^"]*)"`, 'gu'))].map(([, text = '']) => text);
    expect(said('prompt')).toHaveLength(fields.length + 1);
    expect(said('promptTitle')).toHaveLength(fields.length + 1);
    for (const title of [...said('promptTitle'), ...said('errorTitle')])
      expect(title.length).toBeLessThanOrEqual(32);
    for (const text of [...said('prompt'), ...said('error')]) expect(text.length).toBeLessThanOrEqual(255);
  }
});
