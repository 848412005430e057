import type { Workbook, Worksheet } from 'exceljs';
import { markName, type Column } from './column.ts';
import { writeHeads } from './heads.ts';
import { setUpPage } from './official-page.ts';
import type { Look } from './official-style.ts';
import { sideBySide, writeRow, type Content } from './row-writer.ts';
import { spread } from './spread.ts';

/** A piece of the 合计 row over so many columns: a text, the sum of the column above, or nothing. */
export interface TotalCell {
  readonly columns: number;
  readonly text?: string;
  readonly sum?: true;
}

/** One sheet in the official layout: a list of the template data under a title, with what stands below the list. */
export interface SheetPlan {
  readonly name: string;
  /** What the title says after the court's name. */
  readonly title: string;
  /** The list that fills the detail row. */
  readonly list: string;
  readonly columns: readonly Column[];
  /** The 合计 row from the first column on; none where a total means nothing. */
  readonly total?: readonly TotalCell[];
  /** Lines below the table, over its whole width. */
  readonly notes?: readonly string[];
}

const signatures = [
  { label: '制表人：', share: 18 },
  { label: '复核人：', share: 18 },
  { label: '审管办（研究室）负责人：', share: 34 },
  { label: '分管院领导审签：', share: 28 },
  { label: '制表日期：', share: 24 },
] as const;

/** Draws one sheet from the notice at the top right down to the row of signatures. */
export function drawSheet(workbook: Workbook, plan: SheetPlan): void {
  const sheet = workbook.addWorksheet(plan.name);
  sheet.columns = plan.columns.map(({ width }) => ({ width }));
  drawTop(sheet, plan);
  const lastHead = writeHeads(sheet, 4, plan.columns);
  setUpPage(sheet, { first: 4, last: lastHead });
  drawDetail(sheet, plan, lastHead + 1);
  drawFoot(sheet, plan, lastHead + 1);
}

function drawTop(sheet: Worksheet, plan: SheetPlan): void {
  const to = plan.columns.length;
  const widths = plan.columns.map(({ width }) => width);
  writeRow(sheet, 1, 16, [
    { from: 1, to, content: '内部资料　注意保管', look: { face: 'notice', align: 'right' } },
  ]);
  writeRow(sheet, 2, 38, [
    {
      from: 1,
      to,
      content: `{法院}“法官进综治中心”${plan.title}`,
      look: { face: 'title', align: 'center' },
    },
  ]);
  const lines = [
    { content: '制表单位（盖章）：{研究室}', look: { face: 'line' } },
    {
      content: '{季度}（统计期：{统计期}，数据截至：{截至日}）',
      look: { face: 'line', align: 'right' },
    },
  ] as const;
  writeRow(sheet, 3, 24, sideBySide(spread(widths, [42, 78]), lines));
}

function drawDetail(sheet: Worksheet, plan: SheetPlan, row: number): void {
  const cells = plan.columns.map((column, at) => ({
    from: at + 1,
    to: at + 1,
    content: `{${plan.list}.${markName(column)}}`,
    look: bodyLook(column),
  }));
  writeRow(sheet, row, 24, cells);
}

function bodyLook({ align, format }: Column): Look {
  return { face: 'body', align, lines: true, ...(format !== undefined && { format }) };
}

function drawFoot(sheet: Worksheet, plan: SheetPlan, detail: number): void {
  const { columns, total = [], notes = [] } = plan;
  let row = detail;
  if (total.length > 0) {
    row += 1;
    const runs = total.map((cell) => cell.columns);
    writeRow(
      sheet,
      row,
      26,
      sideBySide(
        runs,
        total.map((cell) => totalCell(cell, detail)),
      ),
    );
  }
  for (const content of notes) {
    row += 1;
    writeRow(sheet, row, 20, [{ from: 1, to: columns.length, content, look: { face: 'body' } }]);
  }
  const runs = spread(
    columns.map(({ width }) => width),
    signatures.map(({ share }) => share),
  );
  const labels = signatures.map(({ label }) => ({ content: label, look: { face: 'line' } }) as const);
  writeRow(sheet, row + 1, 36, sideBySide(runs, labels));
}

function totalCell(cell: TotalCell, detail: number) {
  const content: Content = cell.sum === true ? { sumOfRow: detail } : (cell.text ?? null);
  return { content, look: { face: 'body', align: 'center', lines: true } } as const;
}
