import ExcelJS from 'exceljs';
import { withDefaultFont } from './default-font.ts';
import { fixedZip, partsOf } from './fixed-zip.ts';
import { ledgerSheets } from './ledger-sheets.ts';
import { drawSheet, type SheetPlan } from './official-sheet.ts';
import { quarterSummarySheets } from './quarter-summary.ts';

/** The day of the rules that the templates serve; a fixed day keeps today out of the files. */
const drawn = new Date(Date.UTC(2024, 5, 20));

const workbooks = [
  { fileName: '汇总台账.xlsx', sheets: ledgerSheets },
  { fileName: '季度汇总表.xlsx', sheets: quarterSummarySheets },
] as const;

/** Draws every built-in template: its file name and its bytes, which are the same at any time and in any time zone. */
export async function drawAll(): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawings = new Map<string, Uint8Array>();
  for (const { fileName, sheets } of workbooks) drawings.set(fileName, await draw(sheets));
  return drawings;
}

async function draw(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'liaison-ledger';
  workbook.lastModifiedBy = 'liaison-ledger';
  workbook.created = drawn;
  workbook.modified = drawn;
  workbook.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of sheets) drawSheet(workbook, sheet);
  const parts = await partsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return fixedZip(withDefaultFont(parts));
}
