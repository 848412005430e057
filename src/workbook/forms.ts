import { headsOf, textsOf, type FormHeads } from './form-heads.ts';
import type { GridRow } from './grid.ts';
import type { Area } from './formulas/reference.ts';
import { joined, runsOfCell } from './rich-text.ts';
import { mergesOf, type DetailPlan, type MarkedCell, type SheetPlan } from './sheet-marks.ts';
import type { Styles } from './styles.ts';
import type { Vocabulary } from '../marks/vocabulary.ts';
import { attributeOf, childOf, textOf, type Element } from '../package/xml.ts';
import type { Workbook } from './workbook.ts';

/** Between the heads and the first empty row there may be a row of units and one of column numbers. */
const rowsBetween = 3;

/**
 * Adds what official forms without marks ask for: where the heads of a sheet name the columns of a list that no mark
 * takes, its rows go into the empty bordered rows below, and what they don't hold into copies of the last of them.
 */
export function planForms(
  workbook: Workbook,
  plans: readonly SheetPlan[],
  vocabulary: Vocabulary,
  styles: Styles | undefined,
): SheetPlan[] {
  const taken = new Set(plans.flatMap((plan) => plan.details.map((detail) => detail.list)));
  return plans.map((plan) => {
    const free = [...vocabulary.lists.keys()].filter((list) => !taken.has(list));
    if (plan.details.length > 0 || free.length === 0 || !styles) return plan;
    const merges = mergesOf(plan.sheet);
    const heads = headsOf(plan.sheet.rows, textsOf(workbook, plan.sheet.rows, merges), vocabulary, free);
    const rows = heads ? emptyRows(workbook, plan, heads, merges, styles) : [];
    if (!heads || rows.length === 0) return plan;
    taken.add(heads.list);
    const details = rows.map((row, from): DetailPlan => {
      return { row: row.row, list: heads.list, from, takes: from === rows.length - 1 ? 'rest' : 'one' };
    });
    return { ...plan, details, marked: [...plan.marked, ...rows.flatMap((row) => fieldsOf(row, heads))] };
  });
}

/** The plan without the empty rows of a form that its list doesn't reach: they stay as they are. */
export function onlyFilled(plan: SheetPlan, lengthOf: (list: number) => number): SheetPlan {
  const unused = plan.details.filter(({ list, from }) => from > 0 && from >= lengthOf(list));
  if (unused.length === 0) return plan;
  const rows = new Set(unused.map(({ row }) => row));
  return {
    ...plan,
    details: plan.details.filter((detail) => !unused.includes(detail)),
    marked: plan.marked.filter(({ cell }) => !rows.has(cell.row)),
  };
}

/** The first stretch of empty bordered rows below the heads. */
function emptyRows(
  workbook: Workbook,
  plan: SheetPlan,
  heads: FormHeads,
  merges: readonly Area[],
  styles: Styles,
): GridRow[] {
  const below = plan.sheet.rows.filter((row) => row.row > heads.row);
  const isEmpty = (row: GridRow): boolean => isEmptyRow(workbook, row, heads, merges, styles);
  const start = below.findIndex(isEmpty);
  if (start < 0 || (below[start]?.row ?? 0) - heads.row > rowsBetween) return [];
  const found: GridRow[] = [];
  for (const row of below.slice(start)) {
    const previous = found.at(-1);
    if (!isEmpty(row) || (previous && row.row !== previous.row + 1)) break;
    found.push(row);
  }
  return found;
}

/** All fields are bordered and empty, the number may be printed already, and no merge ties the row to another. */
function isEmptyRow(
  workbook: Workbook,
  row: GridRow,
  heads: FormHeads,
  merges: readonly Area[],
  styles: Styles,
): boolean {
  if (merges.some(({ top, bottom }) => top < bottom && top <= row.row && row.row <= bottom)) return false;
  const bordered = [...heads.columns.keys()].every((column) => {
    const cell = row.cells.find((candidate) => candidate.column === column);
    return cell && styles.look(Number(attributeOf(cell.element, 's') ?? 0)).isBordered;
  });
  return (
    bordered &&
    row.cells.every((cell) => {
      const text = shown(workbook, cell.element);
      if (heads.columns.get(cell.column) === -1) return /^\d*$/.test(text);
      if (childOf(cell.element, 'f')) return !heads.columns.has(cell.column);
      return text === '';
    })
  );
}

function shown(workbook: Workbook, cell: Element): string {
  const runs = runsOfCell(cell, workbook.shared);
  const value = childOf(cell, 'v');
  return (runs ? joined(runs) : value ? textOf(value) : '').trim();
}

/** The cells of an empty row as if the clerk had put marks into them. */
function fieldsOf(row: GridRow, heads: FormHeads): MarkedCell[] {
  const mark = { name: '', start: 0, end: 0 };
  return row.cells.flatMap((cell) => {
    const column = heads.columns.get(cell.column);
    if (column === undefined) return [];
    const text = { marks: [mark], doubled: [], alone: mark };
    return [{ cell, runs: [], text, targets: [{ kind: 'column', list: heads.list, column }] }];
  });
}
