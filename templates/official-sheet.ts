import type { Workbook, Worksheet } from 'exceljs';
import { markName, type Column } from './column.ts';
import { writeHeads } from './heads.ts';
import type { Issuer } from './issuers.ts';
import { setUpPage, type Paper } from './official-page.ts';
import type { Look } from './official-style.ts';
import { sideBySide, writeRow, type Content } from './row-writer.ts';
import { spread } from './spread.ts';

/** A piece of the 合计 row over so many columns: a text, the sum of the column above, or nothing. */
export interface TotalCell {
  readonly columns: number;
  readonly text?: string;
  readonly sum?: 'all' | 'counted';
}

/** Where a table stands on its sheet, for formulas. */
export interface Frame {
  /** The row that is repeated once for each row of the list. */
  readonly detail: number;
  /** The letters of a column, counted from 1. */
  readonly letter: (column: number) => string;
}

/** One row below the detail row, still within the lines of the table. */
export interface BelowRow {
  readonly height: number;
  readonly cells: readonly BelowCell[];
}

/** A piece of such a row over so many columns; a piece with a number format is a number. */
export interface BelowCell {
  readonly columns: number;
  readonly content: Content;
  readonly format?: string;
  readonly align?: Look['align'];
}

/** A line below the table: a text over its whole width, or several contents side by side. */
export type Note = string | ((frame: Frame) => readonly Content[]);

/** Room for some ten lines by hand. */
const boxHeight = 180;

/** How the 备注 of a row begins that counts elsewhere. */
const notCounted = '〔不计数〕';

/** One sheet in the official layout: a list of the template data under a title, with what stands below the list. */
export interface SheetPlan {
  readonly name: string;
  /** What the title says after the court's name. */
  readonly title: string;
  /** The list that fills the detail row. */
  readonly list: string;
  readonly columns: readonly Column[];
  /** A4 unless said. */
  readonly paper?: Paper;
  /** One page in all, for a list whose length is known. */
  readonly pages?: 'one';
  /** What the period in the line above the heads is: 季度 unless said. */
  readonly term?: '年度';
  /** The paper stands upright: there the period takes a line of its own, so that no line breaks within a day. */
  readonly isUpright?: true;
  /** The height of a row of the list, in points; 24 unless said. */
  readonly rowHeight?: number;
  /** The 合计 row from the first column on; none where a total means nothing. */
  readonly total?: readonly TotalCell[];
  /** The rows under the list, in place of a single 合计 row. */
  readonly below?: (frame: Frame) => readonly BelowRow[];
  /** Lines below the table. */
  readonly notes?: readonly Note[];
  /** The head of an empty box below all that, to write into by hand. */
  readonly box?: string;
}

/** Draws one sheet from the notice at the top right down to the row of signatures. */
export function drawSheet(workbook: Workbook, issuer: Issuer, plan: SheetPlan): void {
  const sheet = workbook.addWorksheet(plan.name);
  sheet.columns = plan.columns.map(({ width }) => ({ width }));
  drawTop(sheet, issuer, plan);
  const lastHead = drawUnits(sheet, plan, writeHeads(sheet, 4, plan.columns));
  setUpPage(sheet, plan.paper ?? 'A4', { first: 4, last: lastHead }, plan.pages);
  drawDetail(sheet, plan, lastHead + 1);
  drawFoot(sheet, issuer, plan, lastHead + 1);
}

/** A row of units and a row of column numbers under the heads, where any column has a unit; gives the last of them. */
function drawUnits(sheet: Worksheet, { columns }: SheetPlan, lastHead: number): number {
  const first = columns.findIndex(({ unit }) => unit !== undefined);
  if (first < 0) return lastHead;
  const look: Look = { face: 'body', align: 'center', lines: true };
  const units = columns.slice(first).map(({ unit = '—' }) => ({ content: unit, look }));
  const runs = [first, ...units.map(() => 1)];
  writeRow(sheet, lastHead + 1, 18, sideBySide(runs, [{ content: '单位', look }, ...units]));
  const numbers = columns.map((_, at) => ({ content: at + 1, look }));
  writeRow(sheet, lastHead + 2, 16, sideBySide([], numbers));
  return lastHead + 2;
}

/** Draws the notice, the title and the line under it over the columns of a sheet. */
export function drawTop(
  sheet: Worksheet,
  { by, height, shares }: Issuer,
  plan: Pick<SheetPlan, 'title' | 'columns' | 'term' | 'isUpright'>,
): void {
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
  const { term = '季度' } = plan;
  const lines = [
    { content: by, look: { face: 'line' } },
    {
      content: plan.isUpright
        ? `{${term}}（数据截至：{截至日}）\n统计期：{统计期}`
        : `{${term}}（统计期：{统计期}，数据截至：{截至日}）`,
      look: { face: 'line', align: 'right' },
    },
  ] as const;
  writeRow(sheet, 3, height, sideBySide(spread(widths, shares), lines));
}

function drawDetail(sheet: Worksheet, plan: SheetPlan, row: number): void {
  const cells = plan.columns.map((column, at) => ({
    from: at + 1,
    to: at + 1,
    content: `{${plan.list}.${markName(column)}}`,
    look: bodyLook(column),
  }));
  writeRow(sheet, row, plan.rowHeight ?? 24, cells);
}

function bodyLook({ align, format, unit }: Column): Look {
  return {
    face: 'body',
    align,
    lines: true,
    ...(format !== undefined && { format }),
    ...(unit !== undefined && { shrinks: true }),
  };
}

function drawFoot(sheet: Worksheet, issuer: Issuer, plan: SheetPlan, detail: number): void {
  const { columns, total = [], notes = [] } = plan;
  let row = detail;
  if (total.length > 0) {
    row += 1;
    const runs = total.map((cell) => cell.columns);
    writeRow(sheet, row, 26, sideBySide(runs, totalCells(plan, total, detail)));
  }
  const frame: Frame = { detail, letter: (column) => sheet.getColumn(column).letter };
  for (const { height, cells } of plan.below?.(frame) ?? []) {
    row += 1;
    const contents = cells.map((cell) => ({ content: cell.content, look: belowLook(cell) }));
    const runs = cells.map((cell) => cell.columns);
    writeRow(sheet, row, height, sideBySide(runs, contents));
  }
  const widths = columns.map(({ width }) => width);
  for (const note of notes) {
    row += 1;
    const contents = typeof note === 'string' ? [note] : note(frame);
    const runs = spread(
      widths,
      contents.map(() => 1),
    );
    writeRow(
      sheet,
      row,
      plan.pages === 'one' ? 15 : 18,
      sideBySide(
        runs,
        contents.map((content) => ({ content, look: { face: 'body' } as const })),
      ),
    );
  }
  if (plan.box !== undefined) {
    row += 1;
    const look: Look = { face: 'body', align: 'center', lines: true };
    const contents = [
      { content: plan.box, look },
      { content: null, look },
    ];
    writeRow(sheet, row, boxHeight, sideBySide(spread(widths, [1, 9]), contents));
  }
  signatureRow(sheet, issuer, widths, row + 1);
}

/** Writes who signs, as the last row of a sheet. */
export function signatureRow(
  sheet: Worksheet,
  { signatures }: Issuer,
  widths: readonly number[],
  row: number,
): void {
  const runs = spread(
    widths,
    signatures.map(({ share }) => share),
  );
  const labels = signatures.map(({ label }) => ({ content: label, look: { face: 'line' } }) as const);
  writeRow(sheet, row, 36, sideBySide(runs, labels));
}

function belowLook({ format, align = 'center' }: BelowCell): Look {
  return { face: 'body', align, lines: true, ...(format !== undefined && { format, shrinks: true }) };
}

function totalCells({ columns }: SheetPlan, total: readonly TotalCell[], detail: number) {
  let next = 0;
  return total.map((cell) => {
    const column = columns[next];
    next += cell.columns;
    const look: Look = { face: 'body', align: 'center', lines: true };
    if (cell.sum === undefined || !column) return { content: cell.text ?? null, look };
    const content: Content = {
      sumOfRow: detail,
      ...(cell.sum === 'counted' && { unless: { column: columns.length, begins: notCounted } }),
    };
    return { content, look: bodyLook(column) };
  });
}
