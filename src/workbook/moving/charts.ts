import { growFormula, shiftFormula, type FormulaPlace } from '../formulas/formula.ts';
import { referencesOf } from '../formulas/formula-tokens.ts';
import { foldSheet } from '../sheet-name.ts';
import { attributeOf, childrenOf, descendantsOf, setText, textOf, type Element } from '../../package/xml.ts';

/** The results that a chart stores beside a range, of ECMA-376 21.2 and of the charts of 2016. */
const stored: ReadonlySet<string> = new Set([
  ...['numCache', 'strCache', 'multiLvlStrCache', 'dlblRangeCache', 'dlblFieldTableCache'],
  ...['lvl', 'v'],
]);

/** What of a series is one number a row; its range can't be wider than one column and grow. */
const numbers: ReadonlySet<string> = new Set(['val', 'xVal', 'yVal', 'bubbleSize', 'numDim']);

/** Whether what a formula shows may have changed since the template was saved. */
export type Staleness = (formula: string) => boolean;

/**
 * Moves what a chart shows: ranges of its series grow with the detail rows, also those that are one cell, which is how a
 * list of one row reads; titles and names of series that are a cell stay on it. Values that were stored beside a range
 * go where cells were filled in: whoever opens the workbook reads the cells, and draws none of them that is empty as 0. True
 * where anything changed.
 */
export function moveChart(chart: Element, place: FormulaPlace, isStale: Staleness): boolean {
  let changed = false;
  for (const element of [...descendantsOf(chart)]) {
    if (!isRange(element)) continue;
    const text = textOf(element);
    const moved = isName(element) ? shiftFormula(text, place) : growFormula(text, place);
    if (moved !== text) setText(element, moved);
    const stale = isStale(text);
    changed = (stale && dropStored(element)) || (stale && leaveGaps(chart)) || changed || moved !== text;
  }
  return changed;
}

/**
 * A town that reported nothing has an empty cell, and never 0. A chart may come to us set to draw it as 0 (ECMA-376 21.2.2.42):
 * LibreOffice sets every chart so that it saves.
 */
function leaveGaps(chart: Element): boolean {
  const asZero = [...descendantsOf(chart)].filter(
    (element) => element.localName === 'dispBlanksAs' && (attributeOf(element, 'val') ?? 'zero') === 'zero',
  );
  for (const element of asZero) element.setAttribute('val', 'gap');
  return asZero.length > 0;
}

/** Whether a series would take several columns of a repeated row for its numbers: such a chart turns when rows are added. */
export function isTurned(chart: Element, place: FormulaPlace): boolean {
  return [...descendantsOf(chart)].some(
    (element) => isRange(element) && numbers.has(holderOf(element)) && hasWideRange(textOf(element), place),
  );
}

/** Ranges stand in `f`, and in `sqref` of the extension of 2012 that remembers what a filter left out. */
function isRange(element: Element): boolean {
  return (element.localName === 'f' || element.localName === 'sqref') && childrenOf(element).length === 0;
}

/** The title of a chart or an axis, or the name of a series. */
function isName(element: Element): boolean {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above.localName === 'tx') return true;
  }
  return false;
}

function holderOf(element: Element): string {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (numbers.has(above.localName ?? '')) return above.localName ?? '';
  }
  return '';
}

function hasWideRange(text: string, place: FormulaPlace): boolean {
  return referencesOf(text).some(({ sheets, ends: [first, second] }) => {
    const rows = place.shifts.get(foldSheet(sheets[0] ?? place.sheet)) ?? [];
    const wide = second !== undefined && first.column.replace('$', '') !== second.column.replace('$', '');
    return wide && rows.some(({ row, added }) => added > 0 && first.row <= row && row <= second.row);
  });
}

function dropStored(range: Element): boolean {
  const holder = range.parentElement;
  const results = holder ? childrenOf(holder).filter((child) => stored.has(child.localName ?? '')) : [];
  for (const result of results) holder?.removeChild(result);
  return results.length > 0;
}
