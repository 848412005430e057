import type { Finding } from '../domain/problem.ts';
import { detailRows } from './detail-rows.ts';
import type { ValueContext } from './cell-content.ts';
import { moveSheetControls } from './moving/controls.ts';
import { dropResult, formulaCells, moveFormula, spilledCells } from './formulas/formula-cells.ts';
import type { FormulaPlace } from './formulas/formula.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { ListRows } from './list-rows.ts';
import { mergesXml } from './moving/merges.ts';
import type { PartBody } from '../package/package.ts';
import { hasBrace } from '../marks/marks.ts';
import { pageWatch } from './print/page-watch.ts';
import { pivotAreas } from './moving/pivots.ts';
import { prepareStyles } from './print/prepared-styles.ts';
import { printPages } from './print/print-page.ts';
import { cellName, isIn } from './formulas/reference.ts';
import { joined, runsOfCell } from './rich-text.ts';
import { rowBreaksOf, rowBreaksXml } from './print/row-breaks.ts';
import { firstRowOf, moves } from './moving/row-shift.ts';
import { foldSheet } from './sheet-name.ts';
import type { DetailPlan, MarkedCell, SheetPlan } from './sheet-marks.ts';
import { moveReferences } from './formulas/sheet-references.ts';
import { growRow, singleCell } from './single-cell.ts';
import { templateRows } from './template-rows.ts';
import { standardHeight } from './print/standard-height.ts';
import type { TemplateData } from '../marks/template-data.ts';
import { roomIn } from './print/text-room.ts';
import { attributeOf, childOf, serialisePart, type Element, type XmlPieces } from '../package/xml.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** What filling one sheet needs beside its plan. */
export interface FillContext extends ValueContext {
  readonly workbook: Workbook;
  readonly data: TemplateData;
  /** The rows of every list, by its place in the data. */
  readonly rows: ReadonlyMap<number, ListRows>;
  readonly shifts: FormulaPlace['shifts'];
  /** The column of 无 in each detail row that may say it. */
  readonly noneColumns: ReadonlyMap<DetailPlan, number>;
}

/**
 * Fills one sheet and moves what stands in its part, which is put into `changed` unless nothing on it has to change; findings come while the rows are made, when the part is written.
 */
export function fillSheet(
  plan: SheetPlan,
  context: FillContext,
  changed: Map<string, PartBody>,
  findings: Finding[],
): void {
  const { sheet } = plan;
  const place = { sheet: sheet.name, shifts: context.shifts };
  const shift = context.shifts.get(foldSheet(sheet.name)) ?? [];
  const replacements = new Map<Element, XmlPieces>();
  const formulas = formulaCells(sheet.rows);
  const detailNumbers = new Set(plan.details.map(({ row }) => row));
  for (const formula of formulas) {
    dropResult(formula);
    if (!detailNumbers.has(formula.cell.row)) moveFormula(formula, place, shift);
  }
  for (const cell of [...spilledCells(sheet.rows), ...markedResults(context.workbook, sheet)])
    dropResult({ cell });
  const referencesMoved = moveReferences(sheet.root, place, shift, replacements);
  const controlsMoved = moves(shift) && moveSheetControls(sheet, place, shift);
  for (const row of sheet.rows) if (!detailNumbers.has(row.row)) moveRow(row, firstRowOf(shift, row.row));
  const pages = printPages(context.workbook, sheet, context.styles);
  const roomOf = roomIn(plan, context.styles, pages[0]);
  for (const marked of plan.marked) {
    prepareStyles(marked, detailNumbers.has(marked.cell.row) ? roomOf(marked.cell) : undefined, context);
  }
  const cells = new Map<number, Map<number, MarkedCell>>();
  for (const marked of plan.marked) {
    const { row, column } = marked.cell;
    if (detailNumbers.has(row))
      cells.set(row, (cells.get(row) ?? new Map<number, MarkedCell>()).set(column, marked));
    else {
      const name = cellName(firstRowOf(shift, row), column);
      const single = singleCell(marked, name, roomOf(marked.cell), context);
      replacements.set(marked.cell.element, [single.xml]);
      findings.push(...growRow(plan.sheet, marked.cell, single, name));
    }
  }
  const breaks = pages.length > 0 && plan.details.length > 0 ? rowBreaksOf(sheet.root) : undefined;
  const watch = breaks && pageWatch(pages, templateRows(context.workbook, sheet, breaks));
  if (breaks && watch) replacements.set(breaks, rowBreaksXml(breaks, watch.breakBefore));
  for (const detail of plan.details) {
    const template = sheet.rows.find((row) => row.row === detail.row);
    if (!template) continue;
    const source = {
      workbook: context.workbook,
      data: context.data,
      context,
      place,
      template,
      marked: cells.get(detail.row) ?? new Map<number, MarkedCell>(),
      ...rowsOf(detail, context),
      from: detail.from,
      firstRow: firstRowOf(shift, detail.row),
      noneColumn: context.noneColumns.get(detail),
      standardHeight: standardHeight(sheet.root),
      roomOf,
      written: (height: number) => watch?.copy(detail.row, height),
    };
    replacements.set(template.element, detailRows(source, findings));
  }
  const merges = childOf(sheet.root, 'mergeCells');
  if (merges && moves(shift)) replacements.set(merges, mergesXml(merges, shift));
  if (replacements.size === 0 && formulas.length === 0 && !referencesMoved && !controlsMoved) return;
  changed.set(sheet.part, serialisePart(sheet.document, replacements));
}

/** Marks that a pivot table took for data: it is made anew when the workbook is opened. */
function markedResults(workbook: Workbook, sheet: Sheet): GridCell[] {
  const areas = pivotAreas(workbook, sheet);
  if (areas.length === 0) return [];
  return sheet.rows.flatMap((row) =>
    row.cells.filter(
      (cell) =>
        areas.some((area) => isIn(area, cell)) &&
        hasBrace(joined(runsOfCell(cell.element, workbook.shared) ?? [])),
    ),
  );
}

function rowsOf({ list, from, takes }: DetailPlan, context: FillContext) {
  const rows = context.rows.get(list);
  const count = Math.min(Math.max(0, (rows?.count ?? 0) - from), takes === 'one' ? 1 : Infinity);
  return { count, rows: rows?.take(from, count) ?? [] };
}

function moveRow({ row, element, cells }: GridRow, moved: number): void {
  if (moved === row && attributeOf(element, 'r') !== undefined) return;
  element.setAttribute('r', String(moved));
  for (const cell of cells) cell.element.setAttribute('r', cellName(moved, cell.column));
}
