import { describe, expect, test } from 'vitest';
import type ExcelJS from 'exceljs';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { checkTemplate } from '../../src/workbook/template.ts';
import { dataOf, draw, edit, ledger, readSheet, someVisits } from './templates.ts';

const data = dataOf(someVisits(0));

function drawn(more: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    ledger(sheet);
    more(sheet, workbook);
  });
}

describe('a template that is sound', () => {
  test('has no findings', async () => {
    expect(await checkTemplate(await drawn(() => undefined), data)).toEqual([]);
  });

  test('may have comments and tables beside and below the rows', async () => {
    const template = await drawn((sheet) => {
      sheet.getCell('A3').note = '填到村';
      sheet.getCell('A9').note = '照此填写';
      sheet.addTable({ name: '表', ref: 'H8', columns: [{ name: '甲' }], rows: [['乙']] });
    });
    expect(await checkTemplate(template, data)).toEqual([]);
  });
});

describe('what stops a template', () => {
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
    const macros = await edit(sound, {
      'xl/_rels/workbook.xml.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
    });
    expect(await checkTemplate(macros, data)).toEqual(finding('xlsm'));
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

  test('what its cell keeps on one line breaks into lines where it would be cut off, and only then', async () => {
    const template = await drawn((sheet) => (sheet.getColumn(3).width = 20));
    const long = await readSheet((await fillTemplate(template, place('字'.repeat(100)))).bytes);
    expect(long.getCell('C3').alignment).toEqual({ wrapText: true });
    expect(long.getRow(3).height).toBeGreaterThan(12 * 11 * 1.2);
    const short = await readSheet((await fillTemplate(template, place('字'.repeat(8)))).bytes);
    expect(short.getCell('C3').alignment).toBeUndefined();
    expect(short.getRow(3).height).toBeUndefined();
  });

  test('what would be higher than any row is set smaller, and that is said', async () => {
    const text = '字'.repeat(500);
    const { bytes, findings } = await fillTemplate(await wrapped(undefined, 30), place(text));
    const cell = (await readSheet(bytes)).getCell('C4');
    expect(cell.text).toBe(text);
    // exceljs reads 8.5 as 8.
    expect(cell.value).toMatchObject({ richText: [{ font: { name: 'Calibri', size: 8 }, text }] });
    expect((await readSheet(bytes)).getRow(4).height).toBeLessThanOrEqual(409);
    expect(findings).toEqual(
      ['C3', 'C4'].map((found) => ({
        severity: 'warning',
        problem: { code: 'text-set-smaller', points: 8.5 },
        where: { sheet: '走访座谈', cell: found },
      })),
    );
  });

  test('a line under the table grows with what it says, over all the columns of its merge', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      for (const column of [1, 2, 3, 4, 5]) sheet.getColumn(column).width = 10;
      sheet.getCell('A5').value = '注：{季度}';
      sheet.getCell('A5').alignment = { wrapText: true };
      sheet.mergeCells('A5:E5');
      sheet.getRow(5).height = 20;
    });
    const heightOf = async (value: string): Promise<number | undefined> => {
      const filled = { ...dataOf(someVisits(1)), singles: [{ names: ['季度'], value }] };
      return (await readSheet((await fillTemplate(template, filled)).bytes)).getRow(5).height;
    };
    expect(await heightOf('短')).toBe(20);
    // 23 characters a line, five lines of 11 points.
    const height = await heightOf('字'.repeat(100));
    expect(height).toBeGreaterThan(5 * 11 * 1.2);
    expect(height).toBeLessThan(5 * 11 * 1.6);
  });
});
