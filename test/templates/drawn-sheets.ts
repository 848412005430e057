import { fileURLToPath } from 'node:url';
import ExcelJS, { type Cell, type Worksheet } from 'exceljs';

/** A sheet of a committed template as exceljs reads it. */
export interface DrawnSheet {
  readonly name: string;
  readonly sheet: Worksheet;
  /** The row with the marks of the list. */
  readonly detail: number;
}

/** All sheets of the committed templates, in the order of the workbooks. */
export async function drawnSheets(): Promise<readonly DrawnSheet[]> {
  const sheets: DrawnSheet[] = [];
  for (const fileName of ['汇总台账.xlsx', '季度汇总表.xlsx']) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(fileURLToPath(new URL(`../../templates/${fileName}`, import.meta.url)));
    for (const sheet of workbook.worksheets) {
      const detail = cellsOf(sheet).find((cell) => cell.text.endsWith('.序号}'));
      sheets.push({ name: sheet.name, sheet, detail: Number(detail?.row) });
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

/** The texts of one row, a merged area only once. */
export function textsOf(sheet: Worksheet, row: number): readonly string[] {
  return cellsOf(sheet)
    .filter((cell) => Number(cell.row) === row)
    .map((cell) => cell.text);
}
