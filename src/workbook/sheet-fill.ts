import type { Finding } from '../domain/problem.ts';
import { detailRows } from './detail-rows.ts';
import { filledRuns, runsXml, shellOf, valueXml, valuesOf, type ValueContext } from './cell-content.ts';
import { columnWidthsOf } from './column-widths.ts';
import { moveSheetControls } from './controls.ts';
import { dropResult, formulaCells, moveFormula, spilledCells } from './formula-cells.ts';
import type { FormulaPlace } from './formula.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { ListRows } from './list-rows.ts';
import { mergesXml } from './merges.ts';
import type { PartBody } from './package.ts';
import { hasBrace } from './marks.ts';
import { pivotAreas } from './pivots.ts';
import { cellName, isIn } from './reference.ts';
import { joined, runsOfCell } from './rich-text.ts';
import { firstRowOf, moves } from './row-shift.ts';
import { foldSheet } from './sheet-name.ts';
import { mergesOf, type DetailPlan, type MarkedCell, type SheetPlan } from './sheet-marks.ts';
import { moveReferences } from './sheet-references.ts';
import type { CellValue, TemplateData } from './template-data.ts';
import { attributeOf, childOf, serialisePart, type Element } from './xml.ts';
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
  const replacements = new Map<Element, Iterable<string>>();
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
  for (const marked of plan.marked) prepareDayStyle(marked, context);
  const cells = new Map<number, Map<number, MarkedCell>>();
  for (const marked of plan.marked) {
    const { row, column } = marked.cell;
    if (detailNumbers.has(row))
      cells.set(row, (cells.get(row) ?? new Map<number, MarkedCell>()).set(column, marked));
    else replacements.set(marked.cell.element, [singleCell(marked, firstRowOf(shift, row), context)]);
  }
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
      widthOf: widthIn(plan, detail.row),
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

function singleCell(marked: MarkedCell, row: number, context: FillContext): string {
  const shell = shellOf(marked.cell.element);
  const name = cellName(row, marked.cell.column);
  const values = valuesOf(marked, context.data, undefined, 0);
  if (marked.text.alone) return valueXml(shell, name, values[0] ?? null, context);
  return runsXml(shell, name, filledRuns(marked, values));
}

/** The style of a day is added before any part is written: that of the styles may come before the sheet's. */
function prepareDayStyle(marked: MarkedCell, context: FillContext): void {
  const [target] = marked.targets;
  if (!marked.text.alone || !target) return;
  const isDay = (value: CellValue | undefined): boolean => typeof value === 'object' && value !== null;
  const hasDay =
    target.kind === 'single'
      ? isDay(context.data.singles[target.single]?.value)
      : (context.rows.get(target.list)?.days.has(target.column) ?? false);
  if (hasDay) context.styles?.dayStyle(Number(attributeOf(marked.cell.element, 's') ?? 0));
}

/** A merged cell has the width of all its columns; a cell that a merge from above covers shows nothing. */
function widthIn(plan: SheetPlan, row: number): (column: number) => number | undefined {
  const width = columnWidthsOf(plan.sheet.root);
  const merges = mergesOf(plan.sheet).filter((area) => area.top <= row && row <= area.bottom);
  return (column) => {
    const merge = merges.find((area) => area.left <= column && column <= area.right);
    if (!merge) return width(column);
    if (merge.top < row || merge.left < column) return undefined;
    let sum = 0;
    for (let covered = merge.left; covered <= merge.right; covered += 1) sum += width(covered);
    return sum;
  };
}
