import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { UnmovablePart } from '../../../src/domain/problems/template.ts';
import type { DataList } from '../../../src/marks/template-data.ts';
import { fillTemplate } from '../../../src/workbook/fill.ts';
import { checkTemplate } from '../../../src/workbook/template.ts';
import { dataOf, draw, edit, ledger, someVisits } from '../templates.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetPart = 'xl/worksheets/sheet1.xml';
const sheetRelations = 'xl/worksheets/_rels/sheet1.xml.rels';

/** A ledger with its detail row in row 3, a second sheet, and more. */
function drawn(more: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    ledger(sheet);
    more(sheet);
    workbook.addWorksheet('图').getCell('A1').value = 1;
  });
}

/** The ledger with one part more beside its first sheet. */
async function withPart(kind: string, part: string, xml: string, inSheet = ''): Promise<Uint8Array> {
  return edit(await drawn(), {
    [sheetRelations]: () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relationships}/${kind}" Target="../${part}"/></Relationships>`,
    [`xl/${part}`]: () => xml,
    [sheetPart]: (sheet) =>
      sheet
        .replace('<worksheet ', `<worksheet xmlns:r="${relationships}" `)
        .replace('</worksheet>', `${inSheet}</worksheet>`)
        .replace(/(xmlns:r="[^"]*") (.*?)xmlns:r="[^"]*"/, '$1 $2'),
  });
}

function withFormula(attributes: string, formula: string, cell = 'H2'): Promise<Uint8Array> {
  return drawn((sheet) => {
    sheet.getCell(cell).value = 1;
  }).then((template) =>
    edit(template, {
      [sheetPart]: (xml) =>
        xml.replace(
          new RegExp(`<c r="${cell}"[^>]*>.*?</c>`),
          `<c r="${cell}"><f ${attributes}>${formula}</f><v>1</v></c>`,
        ),
    }),
  );
}

const table = (ref: string, more = '') =>
  `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表" displayName="表" ref="${ref}" ${more}><tableColumns count="1"><tableColumn id="1" name="甲"/></tableColumns></table>`;
const pivot = (ref: string) =>
  `<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="透视"><location ref="${ref}"/></pivotTableDefinition>`;
const control =
  '<controls><control shapeId="1" r:id="rId9" name="钮"><controlPr><anchor moveWithCells="1"><from><col>5</col><row>7</row></from><to><col>6</col><row>8</row></to></anchor></controlPr></control></controls>';

describe('rows are not added', () => {
  test.each<[string, UnmovablePart, string, () => Promise<Uint8Array>]>([
    ['to the head of a table', 'table', 'G3', () => withPart('table', 'tables/table1.xml', table('G3:G5'))],
    [
      'to the total of a table',
      'table',
      'G3',
      () => withPart('table', 'tables/table1.xml', table('G1:G3', 'totalsRowCount="1"')),
    ],
    [
      'to a pivot table',
      'pivotTable',
      'G2',
      () => withPart('pivotTable', 'pivotTables/pivotTable1.xml', pivot('G2:H4')),
    ],
    [
      'where an ActiveX control stands',
      'control',
      'F8',
      () => withPart('control', 'activeX/activeX1.xml', '<a/>', control),
    ],
    ['to an array formula', 'arrayFormula', 'H2', () => withFormula('t="array" ref="H2:H4"', 'A2:A4*2')],
    [
      'to an array formula that begins there',
      'arrayFormula',
      'H3',
      () => withFormula('t="array" ref="H3:H4"', 'A3:A4*2', 'H3'),
    ],
    [
      'to a data table',
      'dataTable',
      'H2',
      () => withFormula('t="dataTable" ref="H2:H4" dt2D="0" dtr="0" r1="A1"', ''),
    ],
    [
      'to one sheet of a reference through sheets',
      'reference3D',
      'H2',
      () => withFormula('', 'SUM(走访座谈:图!D4)'),
    ],
  ])('%s', async (_, part, cell, make) => {
    const findings = [
      { severity: 'error', problem: { code: 'part-unmovable', part }, where: { sheet: '走访座谈', cell } },
    ];
    const template = await make();
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toEqual(findings);
    await expect(fillTemplate(template, dataOf(someVisits(2)))).rejects.toMatchObject({
      kind: 'invalid',
      findings,
    });
  });

  test('to a table that a query fills', async () => {
    const template = await edit(await withPart('table', 'tables/table1.xml', table('G2:G5')), {
      'xl/tables/_rels/table1.xml.rels': () =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/queryTable" Target="../queryTables/queryTable1.xml"/></Relationships>`,
    });
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toMatchObject([
      { problem: { code: 'part-unmovable', part: 'queryTable' }, where: { cell: 'G3' } },
    ]);
  });

  test.each([
    [
      '$A$2:$E$9',
      [{ problem: { code: 'part-unmovable', part: 'queryTable' }, where: { sheet: '走访座谈', cell: 'A2' } }],
    ],
    ['$A$5:$E$9', []],
  ])('to a range that a query fills, %s', async (range, findings) => {
    const query = `<queryTable xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="外部数据_1"/>`;
    const template = await edit(await withPart('queryTable', 'queryTables/queryTable1.xml', query), {
      'xl/workbook.xml': (xml) =>
        xml.replace(
          /<calcPr/,
          `<definedNames><definedName name="外部数据_1" localSheetId="0">走访座谈!${range}</definedName></definedNames><calcPr`,
        ),
    });
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toMatchObject(findings);
  });

  test('where a name goes through sheets', async () => {
    const template = await edit(await drawn(), {
      'xl/workbook.xml': (xml) =>
        xml.replace(
          /<calcPr/,
          '<definedNames><definedName name="各表">走访座谈:图!$D$4</definedName></definedNames><calcPr',
        ),
    });
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toMatchObject([
      { problem: { code: 'part-unmovable', part: 'reference3D' }, where: { sheet: '走访座谈', cell: 'D4' } },
    ]);
  });

  test('to sheets of a reference through them, each with a list of its own', async () => {
    const contacts = (count: number): DataList => ({ ...someVisits(count), names: ['联系'] });
    const template = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'));
      ledger(workbook.addWorksheet('联系'), '联系');
      workbook.addWorksheet('汇总').getCell('A1').value = { formula: 'SUM(走访座谈:联系!D9)', result: 0 };
    });
    const findings = [
      {
        severity: 'error',
        problem: { code: 'part-unmovable', part: 'reference3D' },
        where: { sheet: '汇总', cell: 'A1' },
      },
    ];
    expect(await checkTemplate(template, dataOf(someVisits(0), contacts(0)))).toEqual(findings);
    await expect(fillTemplate(template, dataOf(someVisits(2), contacts(3)))).rejects.toMatchObject({
      findings,
    });
    await expect(fillTemplate(template, dataOf(someVisits(3), contacts(3)))).resolves.toBeDefined();
  });

  test('beside a part that can’t be read', async () => {
    const template = await withPart('drawing', 'drawings/drawing1.xml', '<wsDr></xdr>');
    const findings = [{ problem: { code: 'workbook-unreadable', reason: 'broken-part' } }];
    await expect(fillTemplate(template, dataOf(someVisits(2)))).rejects.toMatchObject({ findings });
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toMatchObject(findings);
  });

  test('but a mark among the heads of a table is refused even where none are', async () => {
    const template = await withPart('table', 'tables/table1.xml', table('A1:E2'));
    await expect(fillTemplate(template, dataOf(someVisits(1)))).rejects.toMatchObject({
      findings: [
        { problem: { code: 'part-unmovable', part: 'tableHeads' }, where: { sheet: '走访座谈', cell: 'A1' } },
      ],
    });
  });

  test.each([
    ['one row', () => withFormula('t="array" ref="H2:H4"', 'A2:A4*2'), 1],
    ['a table below', () => withPart('table', 'tables/table1.xml', table('G7:G9')), 3],
    ['a pivot table below', () => withPart('pivotTable', 'pivotTables/pivotTable1.xml', pivot('G7:H9')), 3],
    ['an array formula below', () => withFormula('t="array" ref="H7:H9"', 'A7:A9*2', 'H7'), 3],
    ['a data table below', () => withFormula('t="dataTable" ref="H7:H9" r1="A8"', '', 'H7'), 3],
    ['a reference through sheets above', () => withFormula('', 'SUM(走访座谈:图!D1)'), 3],
    ['a name that is no sheet', () => withFormula('', 'SUM(别的:没有!D4)'), 3],
  ])('%s stops nothing', async (_, make, count) => {
    await expect(fillTemplate(await make(), dataOf(someVisits(count)))).resolves.toMatchObject({
      findings: [],
    });
  });
});
