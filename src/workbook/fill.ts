import { error, Refusal, warning, type Finding } from '../domain/problem.ts';
import { moveDefinedNames } from './formulas/defined-names.ts';
import { formulaCells } from './formulas/formula-cells.ts';
import { onlyFilled, planForms } from './forms.ts';
import { openRows, type ListRows } from './list-rows.ts';
import { noneColumn } from './none-cell.ts';
import { streamPackage, type PartBody } from './package.ts';
import { recalculateOnOpening, withoutCalculationChain } from './formulas/recalculation.ts';
import { lastRow } from './formulas/reference.ts';
import type { RowShift } from './moving/row-shift.ts';
import { shiftsOf } from './moving/sheet-shifts.ts';
import { movePivotSources } from './moving/pivots.ts';
import { moveDrawings } from './moving/sheet-drawings.ts';
import { moveSheetParts } from './moving/sheet-parts.ts';
import { fillSheet } from './sheet-fill.ts';
import { foldSheet } from './sheet-name.ts';
import { unshareFormulas } from './formulas/shared-formulas.ts';
import { nameOf, planSheet, type DetailPlan, type SheetPlan } from './sheet-marks.ts';
import { openStyles, type Styles } from './styles.ts';
import type { TemplateData } from './template-data.ts';
import { readTemplatePackage } from './template-package.ts';
import { unmovableParts } from './moving/unmovable.ts';
import { lookupOf } from './vocabulary.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { serialisePart } from './xml.ts';
import { gathered, type Sink } from './sink.ts';

/** What is known of a workbook made from a template. */
export interface Filled {
  /** SHA-256 in hex over the names and inflated parts, in order; the same whatever zlib compressed them. */
  readonly digest: string;
  /** Warnings: lists without a mark, rows whose text is higher than Excel allows. */
  readonly findings: readonly Finding[];
  /** First names of the lists that were filled, in the order of the data. */
  readonly filled: readonly string[];
}

/** A workbook made from a template, whole in memory. */
export interface FilledWorkbook extends Filled {
  readonly bytes: Uint8Array;
}

/** Fills a template as `streamTemplate` does, into memory. */
export async function fillTemplate(template: Uint8Array, data: TemplateData): Promise<FilledWorkbook> {
  const { sink, bytes } = gathered();
  const filled = await streamTemplate(template, data, sink);
  return { ...filled, bytes: bytes() };
}

/**
 * Fills a clerk's template by splicing rows into its own parts: what isn't touched stays byte for byte. Refuses
 * (`invalid`) with all findings at once where marks are unknown, a detail row can't be repeated, or rows would be added
 * beside something that can't be moved safely; nothing went into the sink then. Same template and data, same bytes.
 */
export async function streamTemplate(template: Uint8Array, data: TemplateData, sink: Sink): Promise<Filled> {
  const parts = await readTemplatePackage(template);
  const workbook = openWorkbook(parts);
  const lookup = lookupOf(data);
  const styles = openStyles(workbook);
  const marked = workbook.sheets.map((sheet) => planSheet(workbook, sheet, lookup, data));
  const planned = planForms(workbook, marked, data, styles);
  const rows = countRows(planned, data);
  const plans = planned.map((plan) => onlyFilled(plan, (list) => rows.get(list)?.count ?? 0));
  const shifts = shiftsOf(plans, (list) => rows.get(list)?.count ?? 0);
  const wrong = [
    ...plans.flatMap((plan) => plan.findings),
    ...unmovableParts(workbook, plans, shifts),
    ...plans.flatMap((plan) => tooManyRows(plan, shifts.get(foldSheet(plan.sheet.name)) ?? [])),
  ];
  if (wrong.length > 0) throw new Refusal('invalid', wrong);

  const findings: Finding[] = [];
  for (const [list, { optional }] of data.lists.entries()) {
    if (!rows.has(list) && optional !== true)
      findings.push(warning({ code: 'list-without-mark', list: nameOf(data, list) }));
  }
  const changed = new Map<string, PartBody>();
  const gone = plans.some((plan) => plan.marked.length > 0)
    ? changeParts({ workbook, styles, plans, data, rows, shifts }, changed, findings)
    : new Set<string>();
  const digest = await streamPackage(
    [...parts]
      .filter(([name]) => !gone.has(name))
      .map(([name, bytes]) => [name, changed.get(name) ?? bytes] as const),
    sink,
  );
  const filled = [...data.lists.keys()].filter((list) => rows.has(list)).map((list) => nameOf(data, list));
  return { digest, findings, filled };
}

/** All that is known before anything changes. */
interface Job {
  readonly workbook: Workbook;
  readonly styles: Styles | undefined;
  readonly plans: readonly SheetPlan[];
  readonly data: TemplateData;
  readonly rows: ReadonlyMap<number, ListRows>;
  readonly shifts: ReadonlyMap<string, RowShift>;
}

/** Puts the changed parts into `changed` and returns the names of those that go. */
function changeParts(job: Job, changed: Map<string, PartBody>, findings: Finding[]): Set<string> {
  const { workbook, styles, plans, data, rows, shifts } = job;
  const values = { date1904: workbook.date1904, styles };
  for (const sheet of workbook.sheets) unshareFormulas(sheet.rows);
  const noneColumns = new Map<DetailPlan, number>();
  for (const plan of plans) {
    for (const detail of plan.details) {
      const column = noneColumn(workbook, plan, detail.row, data, values);
      if (column !== undefined) noneColumns.set(detail, column);
    }
  }
  const context = { ...values, workbook, data, rows, shifts, noneColumns };
  for (const plan of plans) fillSheet(plan, context, changed, findings);
  moveDefinedNames(workbook, shifts);
  moveSheetParts(workbook, shifts, changed);
  movePivotSources(workbook, shifts, changed);
  moveDrawings(workbook, shifts, filledSheets(plans), changed);
  recalculateOnOpening(workbook);
  changed.set(workbook.part, serialisePart(workbook.document));
  if (workbook.stylesPart !== undefined && styles?.wasChanged()) {
    changed.set(workbook.stylesPart, serialisePart(styles.document));
  }
  return withoutCalculationChain(workbook, changed);
}

/** Sheets where cells get other contents: marks and formulas, by folded names. */
function filledSheets(plans: readonly SheetPlan[]): Set<string> {
  const filled = plans.filter(
    ({ marked, sheet }) => marked.length > 0 || formulaCells(sheet.rows).length > 0,
  );
  return new Set(filled.map(({ sheet }) => foldSheet(sheet.name)));
}

/** The rows of every list that some sheet takes, counted: the row after a list must know how long it is. */
function countRows(plans: readonly SheetPlan[], data: TemplateData): Map<number, ListRows> {
  const wanted = new Set(plans.flatMap((plan) => plan.details.map((detail) => detail.list)));
  const rows = new Map<number, ListRows>();
  for (const [index, list] of data.lists.entries())
    if (wanted.has(index)) rows.set(index, openRows(list.rows));
  return rows;
}

function tooManyRows(plan: SheetPlan, shift: RowShift): Finding[] {
  const last = plan.sheet.rows.at(-1)?.row ?? 0;
  const rows = shift.reduce((sum, detail) => sum + detail.added, last);
  return shift.length > 0 && rows > lastRow && rows > last
    ? [error({ code: 'too-many-rows', rows, limit: lastRow }, { sheet: plan.sheet.name })]
    : [];
}
