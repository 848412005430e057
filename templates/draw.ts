import ExcelJS from 'exceljs';
import { appraisalSheets } from './appraisal.ts';
import { drawBulletin } from './bulletin.ts';
import { withDefaultFont } from './default-font.ts';
import { withCharts } from './chart-parts.ts';
import { drawChartSheet } from './chart-sheet.ts';
import { fixedZip, partsOf } from './fixed-zip.ts';
import { coverSheets, receiptSheets } from './handing-in-sheets.ts';
import { judge, office, receiver, sender, type Issuer } from './issuers.ts';
import { judgeReportSheets } from './judge-report.ts';
import { ledgerSheets } from './ledger-sheets.ts';
import { drawSheet, type SheetPlan } from './official-sheet.ts';
import { quarterSummarySheets, yearSummarySheets } from './quarter-summary.ts';

/** The day of the rules that the templates serve; a fixed day keeps today out of the files. */
const drawn = new Date(Date.UTC(2024, 5, 20));

const workbooks: readonly {
  readonly fileName: string;
  readonly issuer: Issuer;
  readonly sheets: readonly SheetPlan[];
  /** It also has a sheet of charts, behind the others. */
  readonly charts?: true;
}[] = [
  { fileName: '汇总台账.xlsx', issuer: office, sheets: ledgerSheets },
  { fileName: '季度汇总表.xlsx', issuer: office, sheets: quarterSummarySheets, charts: true },
  {
    fileName: '年度汇总台账.xlsx',
    issuer: office,
    sheets: ledgerSheets.map((plan): SheetPlan => ({ ...plan, term: '年度' })),
  },
  { fileName: '年度汇总表.xlsx', issuer: office, sheets: yearSummarySheets },
  { fileName: '法官台账.xlsx', issuer: judge, sheets: ledgerSheets },
  { fileName: '法官报表.xlsx', issuer: judge, sheets: judgeReportSheets },
  { fileName: '报送单.xlsx', issuer: sender, sheets: coverSheets },
  { fileName: '报送回执.xlsx', issuer: receiver, sheets: receiptSheets },
  { fileName: '考核参考数据.xlsx', issuer: office, sheets: appraisalSheets },
];

/** Draws every built-in template, workbooks and the document: its file name and its bytes, the same at any time and in any time zone. */
export async function drawAll(): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawings = new Map<string, Uint8Array>();
  for (const { fileName, issuer, sheets, charts = false } of workbooks)
    drawings.set(fileName, await draw(issuer, sheets, charts));
  drawings.set('情况通报.docx', await drawBulletin(drawn));
  return drawings;
}

async function draw(issuer: Issuer, sheets: readonly SheetPlan[], charts: boolean): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'liaison-ledger';
  workbook.lastModifiedBy = 'liaison-ledger';
  workbook.created = drawn;
  workbook.modified = drawn;
  workbook.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of sheets) drawSheet(workbook, issuer, sheet);
  const placed = charts ? drawChartSheet(workbook, issuer) : [];
  const parts = withDefaultFont(await partsOf(new Uint8Array(await workbook.xlsx.writeBuffer())));
  return fixedZip(charts ? withCharts(parts, workbook.worksheets.length, placed) : parts);
}
