import { fileURLToPath } from 'node:url';
import ExcelJS, { type Cell, type Worksheet } from 'exceljs';
import { WORKBOOKS } from '../../src/workbook/sheets/workbooks.ts';

/** A sheet of a committed template as exceljs reads it. */
export interface DrawnSheet {
  readonly fileName: string;
  readonly name: string;
  readonly sheet: Worksheet;
  /** The row with the marks of the list. */
  readonly detail: number;
}

/** The sheets of some committed templates, of all unless said, in the order of the workbooks. */
export async function drawnSheets(
  fileNames: readonly string[] = WORKBOOKS.map(({ name }) => name),
): Promise<readonly DrawnSheet[]> {
  const sheets: DrawnSheet[] = [];
  for (const fileName of fileNames) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(fileURLToPath(new URL(`../../templates/${fileName}`, import.meta.url)));
    for (const sheet of workbook.worksheets) {
      const detail = cellsOf(sheet).find((cell) => cell.text.endsWith('.序号}'));
      sheets.push({ fileName, name: sheet.name, sheet, detail: Number(detail?.row) });
    }
  }
  return sheets;
}

/** The cells that hold something, a merged area only once, by rows. */
export function cellsOf(sheet: Worksheet): readonly Cell[] {
  const cells: Cell[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.master === cell) cells.push(cell);
    });
  });
  return cells;
}

/** The texts of one row, a merged area only once, each in one line. */
export function textsOf(sheet: Worksheet, row: number): readonly string[] {
  return cellsOf(sheet)
    .filter((cell) => Number(cell.row) === row)
    .map((cell) => cell.text.replaceAll('\n', ''));
}
