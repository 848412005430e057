import ExcelJS, { type CellValue } from 'exceljs';
import { join } from 'node:path';
import type { Sandbox } from '../support/sandbox.ts';

/** A workbook of the sandbox as exceljs reads it: an independent reader. */
async function open(box: Sandbox, file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(box.home, file));
  return workbook;
}

/** The rows of one sheet: days as `2024-07-03`, a merged area only in its first cell, empty cells as nothing. */
export async function rowsOf(
  box: Sandbox,
  file: string,
  sheetName: string,
): Promise<readonly (readonly string[])[]> {
  const sheet = (await open(box, file)).getWorksheet(sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.master === cell ? shown(cell.value) : '');
    });
    rows.push(cells);
  });
  return rows;
}

/** Replaces a text in the cells of a workbook, as a clerk would. */
export async function retype(box: Sandbox, file: string, from: string, to: string): Promise<void> {
  const workbook = await open(box, file);
  const typed: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.master !== cell || cell.value !== from) return;
        cell.value = to;
        typed.push(cell.address);
      });
    });
  }
  if (typed.length === 0) throw new Error(`no cell says ${from}`);
  await workbook.xlsx.writeFile(join(box.home, file));
}

function shown(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'formula' in value ? `=${value.formula}` : JSON.stringify(value);
}
