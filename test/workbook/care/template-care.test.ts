import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { substituteOf } from '../../../src/workbook/care/office-fonts.ts';
import { careForTemplate } from '../../../src/workbook/care/template-care.ts';
import { dataOf, draw, edit, ledger, someVisits } from '../templates.ts';

const data = dataOf(someVisits(0));

/** A plain ledger on a page of its own, of which nothing is to be said. */
function drawn(more: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    ledger(sheet);
    sheet.pageSetup.printTitlesRow = '2:2';
    more(sheet);
  });
}

const remark = (problem: object, cell?: string) => ({
  severity: 'warning',
  problem,
  where: { sheet: '走访座谈', ...(cell !== undefined && { cell }) },
});

test('of a template that comes out as it is meant to there is nothing to say', async () => {
  expect(await careForTemplate(await drawn(), data)).toEqual([]);
});

test('a file that is no workbook is not its matter', async () => {
  expect(await careForTemplate(new Uint8Array([1, 2, 3]), data)).toEqual([]);
});

describe('marks that come to nothing', () => {
  test('under a merge', async () => {
    const template = await edit(
      await drawn((sheet) => {
        sheet.mergeCells('D6:E6');
      }),
      {
        'xl/worksheets/sheet1.xml': (xml) => xml.replace('ref="D6:E6"', 'ref="D3:E3"'),
      },
    );
    const problem = { code: 'mark-under-merge', mark: '走访座谈.备注', merge: 'D3:E3' };
    expect(await careForTemplate(template, data)).toEqual([remark(problem, 'E3')]);
  });

  test('in a header or footer, where a mark is known and where it is only text in braces', async () => {
    const template = await drawn((sheet) => {
      sheet.headerFooter.oddHeader = '&L{季度} {随便}';
    });
    const problem = { code: 'mark-out-of-reach', mark: '季度', place: 'header' };
    expect(await careForTemplate(template, data)).toEqual([remark(problem)]);
  });

  test('in a text box', async () => {
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const template = await edit(await drawn(), {
      'xl/worksheets/_rels/sheet1.xml.rels': () =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml': () =>
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody><a:p><a:r><a:t>截至{截</a:t></a:r><a:r><a:t>至日}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
    });
    const problem = { code: 'mark-out-of-reach', mark: '截至日', place: 'drawing' };
    expect(await careForTemplate(template, data)).toEqual([remark(problem)]);
  });

  test('so far down that a long list would run over the end of the sheet', async () => {
    const template = await edit(await drawn(), {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace(/<row r="3".*?<\/row>/, (row) => row.replaceAll(/r="([A-E]?)3"/g, 'r="$11048570"')),
    });
    expect(await careForTemplate(template, data)).toContainEqual({
      severity: 'error',
      problem: { code: 'too-many-rows', rows: 1_058_570, limit: 1_048_576 },
      where: { sheet: '走访座谈', cell: 'A1048570' },
    });
  });
});

describe('what would be missing on paper', () => {
  test('days in a column that is too narrow for them', async () => {
    const template = (width: number, shrinkToFit = false) =>
      drawn((sheet) => {
        sheet.getColumn(2).width = width;
        sheet.getCell('B3').numFmt = 'yyyy-mm-dd';
        sheet.getCell('B3').alignment = { shrinkToFit };
      });
    expect(await careForTemplate(await template(8), data)).toEqual([remark({ code: 'day-too-wide' }, 'B3')]);
    expect(await careForTemplate(await template(12), data)).toEqual([]);
    expect(await careForTemplate(await template(8, true), data)).toEqual([]);
  });

  test('cells outside the print area', async () => {
    const template = await drawn((sheet) => (sheet.pageSetup.printArea = 'A1:D6'));
    expect(await careForTemplate(template, data)).toEqual([
      remark({ code: 'print-area-misses', area: 'A1:D6' }, 'E3'),
    ]);
  });

  test('heads on the second page, unless all of it is one page', async () => {
    const without = (fitToHeight: number) =>
      draw((workbook) => {
        const fit = { fitToPage: true, fitToWidth: 1, fitToHeight };
        ledger(workbook.addWorksheet('走访座谈', { pageSetup: fit }));
      });
    expect(await careForTemplate(await without(0), data)).toEqual([
      remark({ code: 'print-titles-missing', row: 2 }, 'A3'),
    ]);
    expect(await careForTemplate(await without(1), data)).toEqual([]);
  });

  test('heads with the list’s own row among them', async () => {
    const template = await drawn((sheet) => (sheet.pageSetup.printTitlesRow = '2:3'));
    expect(await careForTemplate(template, data)).toEqual([
      remark({ code: 'print-titles-repeat-rows', rows: '2:3' }, 'A3'),
    ]);
  });
});

describe('fonts', () => {
  test.each([
    ['宋体', undefined],
    ['SimSun', undefined],
    ['@黑体', undefined],
    ['仿宋', undefined],
    ['Times New Roman', undefined],
    ['仿宋_GB2312', '仿宋'],
    ['楷体_GB2312', '楷体'],
    ['方正小标宋简体', '华文中宋'],
    ['方正小标宋_GBK', '华文中宋'],
    ['方正仿宋_GBK', '仿宋'],
  ])('%s is everywhere, or else %s comes closest', (font, similar) => {
    expect(substituteOf(font)).toEqual(similar === undefined ? undefined : { shown: '宋体', similar });
  });

  test('a font that nothing comes close to', () => {
    expect(substituteOf('Papyrus')).toEqual({ shown: '宋体' });
  });

  test('are named with the first cell that shows something in them, once each, those of runs and footers too', async () => {
    const template = await drawn((sheet) => {
      sheet.getCell('B1').font = { name: '方正黑体_GBK' };
      sheet.getCell('B2').font = { name: '仿宋_GB2312' };
      sheet.getCell('C2').font = { name: '仿宋_GB2312' };
      sheet.getCell('A5').value = {
        richText: [{ text: '填报人' }, { font: { name: '汉仪润圆' }, text: '：' }],
      };
      sheet.headerFooter.oddFooter = '&C&"方正书宋简体,Regular"&P';
    });
    expect(await careForTemplate(template, data)).toEqual([
      remark({ code: 'font-missing', font: '仿宋_GB2312', shown: '宋体', similar: '仿宋' }, 'B2'),
      remark({ code: 'font-missing', font: '汉仪润圆', shown: '宋体' }, 'A5'),
      remark({ code: 'font-missing', font: '方正书宋简体', shown: '宋体' }),
    ]);
  });
});
