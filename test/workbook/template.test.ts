import { describe, expect, test } from 'vitest';
import type ExcelJS from 'exceljs';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { checkTemplate } from '../../src/workbook/template.ts';
import { dataOf, draw, edit, ledger, readSheet, someVisits } from './templates.ts';

const data = dataOf(someVisits(0));
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function drawn(more: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    ledger(sheet);
    more(sheet, workbook);
  });
}

const drawingHead =
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">';
const anchorHead =
  '<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>';

/** The sheet with a drawing that holds this. */
async function withDrawing(sheet: number, content: string, chartRange = ''): Promise<Uint8Array> {
  const template = await drawn((_, workbook) => {
    workbook.addWorksheet('图').getCell('A1').value = '图表';
  });
  return edit(template, {
    [`xl/worksheets/sheet${String(sheet)}.xml`]: (xml) =>
      xml.replace('</worksheet>', '<drawing r:id="rId7"/></worksheet>'),
    [`xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`]: () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${relationships}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    'xl/drawings/drawing1.xml': () =>
      `${drawingHead}${anchorHead}${content}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/chart" Target="/xl/charts/chart1.xml"/></Relationships>`,
    'xl/charts/chart1.xml': () => `<c:chartSpace xmlns:c="urn:c"><c:f>${chartRange}</c:f></c:chartSpace>`,
  });
}

const chart =
  '<xdr:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></xdr:graphicFrame>';

describe('a template that is sound', () => {
  test('has no findings', async () => {
    expect(await checkTemplate(await drawn(() => undefined), data)).toEqual([]);
  });

  test('may have a comment where no rows are added', async () => {
    const template = await drawn((_, workbook) => {
      workbook.addWorksheet('说明').getCell('A1').note = '照此填写';
    });
    expect(await checkTemplate(template, data)).toEqual([]);
  });
});

describe('what stops a template', () => {
  const unmovable = (part: string, sheet = '走访座谈') => ({
    severity: 'error',
    problem: { code: 'part-unmovable', part },
    where: { sheet },
  });

  test.each<[string, () => Promise<Uint8Array>, string, string]>([
    ['a comment', () => drawn((sheet) => (sheet.getCell('A9').note = '注')), 'comments', '走访座谈'],
    [
      'a table',
      () =>
        drawn((sheet) =>
          sheet.addTable({ name: '表', ref: 'H1', columns: [{ name: '甲' }], rows: [['乙']] }),
        ),
      'table',
      '走访座谈',
    ],
    ['a chart', () => withDrawing(1, chart), 'chart', '走访座谈'],
    [
      'a text box',
      () => withDrawing(1, '<xdr:sp><xdr:nvSpPr><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr></xdr:sp>'),
      'textBox',
      '走访座谈',
    ],
    [
      'a shape',
      () => withDrawing(1, '<xdr:sp><xdr:nvSpPr><xdr:cNvSpPr/></xdr:nvSpPr></xdr:sp>'),
      'shape',
      '走访座谈',
    ],
    ['a chart on another sheet', () => withDrawing(2, chart, '走访座谈!$D$3:$D$3'), 'chart', '图'],
  ])('%s', async (_, make, part, sheet) => {
    const template = await make();
    expect(await checkTemplate(template, data)).toEqual([unmovable(part, sheet)]);
    await expect(fillTemplate(template, dataOf(someVisits(2)))).rejects.toMatchObject({
      kind: 'invalid',
      findings: [unmovable(part, sheet)],
    });
    await expect(fillTemplate(template, dataOf(someVisits(1)))).resolves.toMatchObject({ findings: [] });
  });

  test('a sheet that is a chart', async () => {
    const template = await edit(await withDrawing(2, chart, '走访座谈!$D$4'), {
      'xl/_rels/workbook.xml.rels': (xml) =>
        xml.replace(
          /\/worksheet" Target="worksheets\/sheet2.xml"/,
          '/chartsheet" Target="worksheets/sheet2.xml"',
        ),
    });
    expect(await checkTemplate(template, data)).toEqual([unmovable('chart', '图')]);
  });

  test.each([
    ['an array formula over a detail row', 't="array" ref="H2:H4"', 'A2:A4*2', 'arrayFormula'],
    ['a data table', 't="dataTable" ref="H2:H4" dt2D="0" dtr="0" r1="A1"', '', 'dataTable'],
    ['a reference through sheets', '', 'SUM(走访座谈:图!D3)', 'reference3D'],
  ])('%s', async (_, attributes, formula, part) => {
    const template = await edit(
      await drawn((sheet, workbook) => {
        sheet.getCell('H2').value = 1;
        workbook.addWorksheet('图').getCell('A1').value = 1;
      }),
      {
        'xl/worksheets/sheet1.xml': (xml) =>
          xml.replace(/<c r="H2"[^>]*>.*?<\/c>/, `<c r="H2"><f ${attributes}>${formula}</f><v>1</v></c>`),
      },
    );
    expect(await checkTemplate(template, data)).toEqual([
      { ...unmovable(part), where: { sheet: '走访座谈', cell: 'H2' } },
    ]);
  });

  test('not a chart that looks at rows that stay', async () => {
    expect(await checkTemplate(await withDrawing(2, chart, '走访座谈!$D$1:$D$2'), data)).toEqual([]);
  });

  test('a list twice on a sheet, two lists in one row', async () => {
    const contacts = { names: ['联系'], columns: [{ names: ['姓名'] }], rows: [] };
    const template = await drawn((sheet) => {
      sheet.getCell('B8').value = '{走访座谈.日期}';
      sheet.getCell('F3').value = '{联系.姓名}';
    });
    expect(await checkTemplate(template, dataOf(someVisits(0), contacts))).toEqual([
      {
        severity: 'error',
        problem: { code: 'row-of-two-lists', lists: ['走访座谈', '联系'] },
        where: { sheet: '走访座谈', cell: 'A3' },
      },
      {
        severity: 'error',
        problem: { code: 'list-twice', list: '走访座谈', firstCell: 'A3' },
        where: { sheet: '走访座谈', cell: 'B8' },
      },
    ]);
  });

  test('a file that is no workbook', async () => {
    const finding = (reason: string) => [
      { severity: 'error', problem: { code: 'workbook-unreadable', reason }, where: {} },
    ];
    const sound = await drawn(() => undefined);
    const text = (content: string) => new TextEncoder().encode(content);
    expect(await checkTemplate(new Uint8Array(), data)).toEqual(finding('empty'));
    expect(await checkTemplate(text('<html>'), data)).toEqual(finding('html'));
    expect(await checkTemplate(sound.slice(0, sound.length / 2), data)).toEqual(finding('cut'));
    const noSheets = await edit(sound, { 'xl/workbook.xml': () => '<workbook><sheets/></workbook>' });
    expect(await checkTemplate(noSheets, data)).toEqual(finding('no-sheets'));
    const other = await edit(sound, { '_rels/.rels': () => undefined });
    expect(await checkTemplate(other, data)).toEqual(finding('no-sheets'));
    const doctype = await edit(sound, {
      'xl/styles.xml': (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY x "y">]>'),
    });
    expect(await checkTemplate(doctype, data)).toEqual(finding('doctype'));
    const broken = await edit(sound, {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace('</sheetData>', ''),
    });
    expect(await checkTemplate(broken, data)).toEqual(finding('broken-part'));
  });
});

describe('rows as high as their text', () => {
  const wrapped = (height: number | undefined, width: number) =>
    drawn((sheet) => {
      sheet.getColumn(3).width = width;
      sheet.getCell('C3').alignment = { wrapText: true };
      if (height !== undefined) sheet.getRow(3).height = height;
    });
  const place = (text: string) => {
    const list = someVisits(2);
    return dataOf({ ...list, rows: [...list.rows].map(([date = null, , ...rest]) => [date, text, ...rest]) });
  };

  test('a short text leaves the height of the template', async () => {
    const sheet = await readSheet((await fillTemplate(await wrapped(40, 20), place('短'))).bytes);
    expect([3, 4].map((row) => sheet.getRow(row).height)).toEqual([40, 40]);
  });

  test('a long one gets as many lines as it needs', async () => {
    const sheet = await readSheet((await fillTemplate(await wrapped(40, 20), place('字'.repeat(100)))).bytes);
    // Nine characters a line, twelve lines of 11 points.
    for (const row of [3, 4]) {
      expect(sheet.getRow(row).height).toBeGreaterThan(12 * 11 * 1.2);
      expect(sheet.getRow(row).height).toBeLessThan(15 * 11 * 1.6);
    }
  });

  test('no row is higher than Excel allows, and that is said', async () => {
    const { bytes, findings } = await fillTemplate(await wrapped(undefined, 10), place('字'.repeat(500)));
    expect((await readSheet(bytes)).getRow(4).height).toBe(409);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        problem: { code: 'row-too-high', limit: 409 },
        where: { sheet: '走访座谈', cell: 'C3' },
      },
      { problem: { code: 'row-too-high' }, where: { cell: 'C4' } },
    ]);
  });

  test('text that does not wrap needs no height', async () => {
    const template = await drawn((sheet) => (sheet.getColumn(3).width = 5));
    const sheet = await readSheet((await fillTemplate(template, place('字'.repeat(100)))).bytes);
    expect(sheet.getRow(3).height).toBeUndefined();
  });
});
