import { error, type Finding } from '../domain/problem.ts';
import type { GridCell } from './grid.ts';
import { hasBrace, marksOf, type MarkedText } from '../marks/marks.ts';
import { foldName } from '../marks/mark-name.ts';
import { pivotAreas } from './moving/pivots.ts';
import { whereOf } from './where.ts';
import { areaOf, cellName, isIn, type Area } from './formulas/reference.ts';
import { joined, runsOfCell, type Run } from './rich-text.ts';
import { attributeOf, childOf, childrenOf } from '../package/xml.ts';
import type { Lookup, Target, Vocabulary } from '../marks/vocabulary.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** A cell with marks in its text, and what each of them stands for. */
export interface MarkedCell {
  readonly cell: GridCell;
  readonly runs: readonly Run[];
  readonly text: MarkedText;
  readonly targets: readonly Target[];
}

/**
 * A row that takes rows of a list: all of them from number `from` on (0 for a row with marks), or that single one, as
 * the empty rows of a form do before its last.
 */
export interface DetailPlan {
  readonly row: number;
  readonly list: number;
  readonly from: number;
  readonly takes: 'one' | 'rest';
}

/** What a sheet asks for. */
export interface SheetPlan {
  readonly sheet: Sheet;
  readonly marked: readonly MarkedCell[];
  readonly details: readonly DetailPlan[];
  readonly findings: readonly Finding[];
}

/** Reads the marks of a sheet; whatever is wrong with them is in the findings, each with its cell. */
export function planSheet(
  workbook: Workbook,
  sheet: Sheet,
  lookup: Lookup,
  vocabulary: Vocabulary,
): SheetPlan {
  const pivots = pivotAreas(workbook, sheet);
  const cells = sheet.rows.flatMap((row) =>
    row.cells.flatMap((cell) => (pivots.some((area) => isIn(area, cell)) ? [] : textCell(workbook, cell))),
  );
  const names = cells.flatMap(({ text }) => text.marks.map((mark) => foldName(mark.name)));
  const lists = {
    sheet: sheet.name,
    named: new Set(names.flatMap((name) => lookup.listNamed(name) ?? [])),
    bare: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
  const findings: Finding[] = [];
  const marked: MarkedCell[] = [];
  for (const { cell, runs, text } of cells) {
    const targets: Target[] = [];
    for (const mark of text.marks) {
      const found = lookup.find(mark.name, lists);
      if ('kind' in found) targets.push(found);
      else findings.push(error(found, whereOf(sheet, cell.row, cell.column)));
    }
    if (targets.length === text.marks.length) marked.push({ cell, runs, text, targets });
  }
  const details = detailsOf(sheet, marked, vocabulary, findings);
  for (const area of mergesOf(sheet)) {
    if (details.some(({ row }) => row === area.top) && area.bottom > area.top) {
      const merge = `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`;
      findings.push(error({ code: 'merge-cuts-detail-row', merge }, whereOf(sheet, area.top, area.left)));
    }
  }
  return { sheet, marked, details, findings };
}

/** The merges of a sheet. */
export function mergesOf(sheet: Sheet): Area[] {
  const merges = childOf(sheet.root, 'mergeCells');
  if (!merges) return [];
  return childrenOf(merges, 'mergeCell').flatMap((merge) => areaOf(attributeOf(merge, 'ref') ?? '') ?? []);
}

type TextCell = Pick<MarkedCell, 'cell' | 'runs' | 'text'>;

function textCell(workbook: Workbook, cell: GridCell): TextCell[] {
  const runs = runsOfCell(cell.element, workbook.shared);
  if (!runs?.some((run) => hasBrace(run.text))) return [];
  const text = marksOf(joined(runs));
  return text.marks.length + text.doubled.length > 0 ? [{ cell, runs, text }] : [];
}

function detailsOf(
  sheet: Sheet,
  marked: readonly MarkedCell[],
  vocabulary: Vocabulary,
  findings: Finding[],
): DetailPlan[] {
  const rows = new Map<number, { lists: Set<number>; column: number }>();
  for (const { cell, targets } of marked) {
    for (const target of targets) {
      if (target.kind !== 'column') continue;
      const row = rows.get(cell.row) ?? { lists: new Set(), column: cell.column };
      row.lists.add(target.list);
      rows.set(cell.row, row);
    }
  }
  const first = new Map<number, string>();
  const details: DetailPlan[] = [];
  for (const [row, { lists, column }] of [...rows].sort(([one], [other]) => one - other)) {
    const where = whereOf(sheet, row, column);
    const names = [...lists].map((list) => nameOf(vocabulary, list));
    const [list] = lists;
    if (lists.size > 1) findings.push(error({ code: 'row-of-two-lists', lists: names }, where));
    if (list === undefined) continue;
    const firstCell = first.get(list);
    if (firstCell !== undefined) {
      findings.push(error({ code: 'list-twice', list: nameOf(vocabulary, list), firstCell }, where));
    } else {
      first.set(list, where.cell);
      details.push({ row, list, from: 0, takes: 'rest' });
    }
  }
  return details;
}

/** The name of a list in messages. */
export function nameOf(vocabulary: Vocabulary, list: number): string {
  return vocabulary.lists[list]?.names[0] ?? '';
}
