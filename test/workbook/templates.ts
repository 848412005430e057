import ExcelJS from 'exceljs';
import { isCalendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { readPackage, writePackage, type PartBody } from '../../src/package/package.ts';
import type { CellValue, DataList, TemplateData } from '../../src/marks/template-data.ts';

/** A day in a test, which must exist. */
export function day(text: string): { readonly day: CalendarDate } {
  if (!isCalendarDate(text)) throw new RangeError(text);
  return { day: text };
}

/** A workbook drawn with exceljs. */
export async function draw(build: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  build(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The workbook as exceljs reads it: an independent reader. */
export async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

/** One sheet of it, which must be there. */
export async function readSheet(bytes: Uint8Array, name = '走访座谈'): Promise<ExcelJS.Worksheet> {
  const sheet = (await read(bytes)).getWorksheet(name);
  if (!sheet) throw new RangeError(name);
  return sheet;
}

/** The text of one part. */
export async function partText(bytes: Uint8Array, name = 'xl/worksheets/sheet1.xml'): Promise<string> {
  const part = (await readPackage(bytes)).get(name);
  if (!part) throw new RangeError(name);
  return new TextDecoder().decode(part);
}

/** The workbook with parts changed, added (from empty text) or, where the change returns undefined, taken away. */
export async function edit(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string | undefined>>,
): Promise<Uint8Array> {
  const parts = new Map<string, PartBody>(await readPackage(bytes));
  for (const [name, change] of Object.entries(changes)) {
    const before = parts.get(name);
    const after = change(before instanceof Uint8Array ? new TextDecoder().decode(before) : '');
    if (after === undefined) parts.delete(name);
    else parts.set(name, [after]);
  }
  return (await writePackage(parts)).bytes;
}

/** A list of visits: 序号 is the engine's own, then day, place, people and a note. */
export function visits(rows: Iterable<readonly CellValue[]>): DataList {
  return {
    names: ['走访座谈', 'visit'],
    columns: [
      { names: ['日期', 'date'] },
      { names: ['地点', '村（社区）', 'place'] },
      { names: ['人数', 'people'] },
      { names: ['备注', 'note'] },
    ],
    rows,
  };
}

/** Visits on so many days of July, at 村1, 村2 …, with 1, 2 … people. */
export function someVisits(count: number): DataList {
  return visits(
    Array.from({ length: count }, (_, index): CellValue[] => [
      day(`2024-07-${String((index % 31) + 1).padStart(2, '0')}`),
      `村${String(index + 1)}`,
      index + 1,
      null,
    ]),
  );
}

/** Data with one or more lists and the quarter. */
export function dataOf(...lists: DataList[]): TemplateData {
  return {
    singles: [
      { names: ['季度', 'quarter'], value: '2024年第三季度' },
      { names: ['截至日', 'asOf'], value: day('2024-09-18') },
      { names: ['合计.走访座谈', 'total.visit'], value: 12 },
    ],
    lists,
    none: '无',
  };
}

/** A plain ledger: title, heads, one detail row (row 3) and a total below. */
export function ledger(sheet: ExcelJS.Worksheet, marks = '走访座谈'): void {
  sheet.getCell('A1').value = '台账 {季度}';
  sheet.getRow(2).values = ['序号', '日期', '地点', '人数', '备注'];
  sheet.getRow(3).values = [
    `{${marks}.序号}`,
    `{${marks}.日期}`,
    `{${marks}.地点}`,
    `{${marks}.人数}`,
    `{${marks}.备注}`,
  ];
  sheet.getCell('A4').value = '合计';
  sheet.getCell('D4').value = { formula: 'SUM(D3:D3)', result: 0 };
  sheet.getCell('A5').value = '填报人：';
}
