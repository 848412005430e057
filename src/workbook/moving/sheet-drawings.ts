import { error, type Finding } from '../../domain/problem.ts';
import { changePart } from '../changed-part.ts';
import { isTurned, moveChart, type Staleness } from './charts.ts';
import { anchoredAt, moveAnchors, moveLinks } from './drawings.ts';
import type { FormulaPlace } from '../formulas/formula-place.ts';
import { referencesOf } from '../formulas/formula-tokens.ts';
import type { PartBody } from '../../package/package.ts';
import { cellName } from '../formulas/reference.ts';
import { relationsOf, type Relation } from '../../package/relations.ts';
import { rowHeightsOf } from '../print/row-heights.ts';
import { moves } from './row-shift.ts';
import { foldSheet } from '../sheet-name.ts';
import { descendantsOf, parsePart, relationOf, rootOf } from '../../package/xml.ts';
import type { Workbook } from '../workbook.ts';

/** A drawing with the charts in it, and the sheet that shows it. */
interface Shown {
  readonly sheet: string;
  readonly part: string;
  readonly charts: readonly Relation[];
}

/**
 * Moves every drawing of the workbook with the rows under it, and the charts of all sheets and chart sheets with the rows
 * they show; the results that charts keep go where cells of the sheets in `filled` (folded names) were filled in.
 */
export function moveDrawings(
  workbook: Workbook,
  shifts: FormulaPlace['shifts'],
  filled: ReadonlySet<string>,
  changed: Map<string, PartBody>,
): void {
  for (const { sheet: name, part, charts } of drawingsOf(workbook)) {
    const place = { sheet: name, shifts };
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    const shift = shifts.get(foldSheet(name)) ?? [];
    changePart(workbook.parts, part, changed, (drawing) => {
      const anchored = sheet && moves(shift) ? moveAnchors(drawing, shift, rowHeightsOf(sheet)) : false;
      return moveLinks(drawing, place) || anchored;
    });
    for (const chart of charts) {
      changePart(workbook.parts, chart.target, changed, (root) =>
        moveChart(root, place, stalenessOf(filled)),
      );
      for (const shapes of relationsOf(workbook.parts, chart.target)) {
        if (shapes.kind === 'chartUserShapes')
          changePart(workbook.parts, shapes.target, changed, (root) => moveLinks(root, place));
      }
    }
  }
}

/** Charts that would be turned round by the added rows, each with the cell where it begins. */
export function turnedCharts(workbook: Workbook, shifts: FormulaPlace['shifts']): Finding[] {
  return drawingsOf(workbook).flatMap(({ sheet, part, charts }) =>
    charts.flatMap((chart) => {
      const bytes = workbook.parts.get(chart.target);
      if (!bytes || !isTurned(rootOf(parsePart(bytes)), { sheet, shifts })) return [];
      const cell = cellOf(workbook, part, chart.id);
      return [error({ code: 'part-unmovable', part: 'chart' }, { sheet, ...(cell ? { cell } : {}) })];
    }),
  );
}

function drawingsOf(workbook: Workbook): Shown[] {
  return [...workbook.sheets, ...workbook.chartSheets].flatMap(({ name, part }) =>
    relationsOf(workbook.parts, part)
      .filter(({ kind }) => kind === 'drawing')
      .map(({ target }) => ({
        sheet: name,
        part: target,
        charts: relationsOf(workbook.parts, target).filter(
          ({ kind }) => kind === 'chart' || kind === 'chartEx',
        ),
      })),
  );
}

/** A reference to a sheet where nothing was filled in shows what it showed; what a name shows nobody knows. */
function stalenessOf(filled: ReadonlySet<string>): Staleness {
  return (formula) => {
    const references = referencesOf(formula);
    if (references.length === 0) return !formula.includes('[');
    return references.some(({ sheets }) => sheets.length !== 1 || filled.has(foldSheet(sheets[0] ?? '')));
  };
}

/** The cell where the thing begins that a drawing shows by a relationship. */
function cellOf(workbook: Workbook, drawing: string, id: string): string | undefined {
  const bytes = workbook.parts.get(drawing);
  if (!bytes) return undefined;
  for (const anchor of descendantsOf(rootOf(parsePart(bytes)))) {
    if (!/Anchor$/.test(anchor.localName ?? '')) continue;
    const shows = [...descendantsOf(anchor)].some((element) => relationOf(element) === id);
    const at = shows ? anchoredAt(anchor) : undefined;
    if (at) return cellName(at.row, at.column);
  }
  return undefined;
}
