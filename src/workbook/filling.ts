import { error, Refusal, warning, type Finding } from '../domain/problem.ts';
import { moveDefinedNames } from './formulas/defined-names.ts';
import { formulaCells } from './formulas/formula-cells.ts';
import { onlyFilled, planForms } from './forms.ts';
import { openRows, type ListRows } from './list-rows.ts';
import { noneColumn } from './none-cell.ts';
import type { PartBody } from '../package/package.ts';
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
import type { TemplateData } from '../marks/template-data.ts';
import { readTemplatePackage } from './template-package.ts';
import { unmovableParts } from './moving/unmovable.ts';
import { lookupOf } from '../marks/vocabulary.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { serialisePart } from '../package/xml.ts';

/** A template that is ready to be written with its data in it: its parts, and what is known of them. */
export interface Filling {
  /** In the order of the package; rows are made while their part is written, which can be done once. */
  readonly parts: readonly (readonly [string, PartBody])[];
  /** Warnings: lists without a mark; and, once all is written, rows whose text is higher than Excel allows. */
  readonly findings: readonly Finding[];
  /** First names of the lists that are filled, in the order of the data. */
  readonly filled: readonly string[];
}

/**
 * Puts data into a template's parts. Refuses (`invalid`) with all findings at once where marks are unknown, a detail row can't
 * be repeated, a part can't be read, rows would be added beside something that can't be moved safely, or a sheet would have more
 * rows than `rowLimit`. Nothing that is written later is refused: whoever only wants to know asks for this.
 */
export async function prepareFilling(
  template: Uint8Array,
  data: TemplateData,
  rowLimit = lastRow,
): Promise<Filling> {
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
    ...plans.flatMap((plan) => tooManyRows(plan, shifts.get(foldSheet(plan.sheet.name)) ?? [], rowLimit)),
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
  return {
    parts: [...parts]
      .filter(([name]) => !gone.has(name))
      .map(([name, bytes]) => [name, changed.get(name) ?? bytes] as const),
    findings,
    filled: [...data.lists.keys()].filter((list) => rows.has(list)).map((list) => nameOf(data, list)),
  };
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

function tooManyRows(plan: SheetPlan, shift: RowShift, limit: number): Finding[] {
  const last = plan.sheet.rows.at(-1)?.row ?? 0;
  const rows = shift.reduce((sum, detail) => sum + detail.added, last);
  return shift.length > 0 && rows > limit && rows > last
    ? [error({ code: 'too-many-rows', rows, limit }, { sheet: plan.sheet.name })]
    : [];
}
