import ExcelJS from 'exceljs';
import type { Sandbox } from '../support/sandbox.ts';

/** What a test puts into a cell; a formula is reckoned to what is said, or not at all. */
export type Put =
  | string
  | number
  | boolean
  | null
  | { readonly day: string }
  | ExcelJS.CellFormulaValue
  | ExcelJS.CellErrorValue;

/** A sheet as a clerk makes it. */
export interface PutSheet {
  readonly name: string;
  readonly rows: readonly (readonly Put[])[];
  readonly merges?: readonly string[];
  /** Whatever else is done to it. */
  readonly touch?: (sheet: ExcelJS.Worksheet) => void;
}

/** Puts a workbook into a sandbox, made by a library of which the program reads nothing. */
export async function putWorkbook(
  box: Sandbox,
  file: string,
  sheets: readonly PutSheet[],
  touch: (workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], touch: touchSheet } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const [at, row] of rows.entries())
      for (const [column, put] of row.entries()) {
        if (put === null) continue;
        const cell = sheet.getCell(at + 1, column + 1);
        if (typeof put === 'object' && 'day' in put) {
          cell.value = new Date(`${put.day}T00:00:00Z`);
          cell.numFmt = 'yyyy-mm-dd';
        } else cell.value = put;
      }
    for (const merge of merges) sheet.mergeCells(merge);
    touchSheet?.(sheet);
  }
  touch(workbook);
  await box.write(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}
