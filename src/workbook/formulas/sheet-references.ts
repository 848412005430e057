import { growFormula, repeatFormula, shiftFormula, type FormulaPlace } from './formula.ts';
import { areaOf } from './reference.ts';
import {
  isDetailRow,
  lastRowOf,
  shiftCell,
  shiftRange,
  shiftRanges,
  type RowShift,
} from '../moving/row-shift.ts';
import { moveSource } from '../moving/pivots.ts';
import { moveSparkline } from '../moving/sparklines.ts';
import { attributeOf, childrenOf, setText, textOf, type Element, type XmlPieces } from '../../package/xml.ts';

/** Attributes that say cells of the sheet itself, wherever they stand beside its rows. */
const attributes: Readonly<Record<string, (shift: RowShift, text: string) => string>> = {
  sqref: shiftRanges,
  ref: shiftRange,
  topLeftCell: shiftCell,
  activeCell: shiftCell,
  syncRef: shiftRange,
  sourceRef: shiftRange,
};

/** Elements whose text is a formula: of conditional formats, validations and their 2010 extensions, sparklines. */
const formulas: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f']);

/**
 * Moves and grows every reference that stands in a sheet outside of its rows and merges: views, filters, conditional
 * formats, validations, links, breaks, print settings, extensions. What a detail row repeats is put into `replacements`.
 * True where anything changed.
 */
export function moveReferences(
  sheet: Element,
  place: FormulaPlace,
  own: RowShift,
  replacements: Map<Element, XmlPieces>,
): boolean {
  const job = { place, own, replacements };
  let changed = false;
  for (const child of childrenOf(sheet)) {
    if (child.localName === 'sheetData' || child.localName === 'mergeCells') continue;
    changed = move(child, job, undefined) || changed;
  }
  return changed;
}

interface Job {
  readonly place: FormulaPlace;
  readonly own: RowShift;
  readonly replacements: Map<Element, XmlPieces>;
}

/** `anchor` is the row that the formulas around here are written for: the first one of the format's or rule's cells. */
function move(element: Element, job: Job, anchor: number | undefined): boolean {
  const { place, own } = job;
  if (element.localName === 'sparkline') {
    const { changed, copies } = moveSparkline(element, place, own);
    if (copies) job.replacements.set(element, copies);
    return changed;
  }
  // A range on a sheet that is named beside it.
  if (element.localName === 'dataRef') return moveSource(element, place.shifts);
  let changed = false;
  const base = anchorOf(element) ?? anchor;
  const set = (name: string, change: (text: string) => string): void => {
    const text = attributeOf(element, name);
    if (text === undefined) return;
    const moved = change(text);
    if (moved !== text) element.setAttribute(name, moved);
    changed ||= moved !== text;
  };
  const formula = (text: string): string =>
    base !== undefined && isDetailRow(own, base)
      ? repeatFormula(text, place, base, 0)
      : element.parentElement?.localName === 'sparklineGroup'
        ? growFormula(text, place)
        : shiftFormula(text, place);
  for (const [name, change] of Object.entries(attributes)) {
    // Below a frozen head the sheet opens at the beginning of its list, not at its end.
    if (name !== 'topLeftCell' || !isFrozen(element)) set(name, (text) => change(own, text));
  }
  if (element.localName === 'hyperlink') set('location', (text) => shiftFormula(text, place));
  if (/^(cellWatch|inputCells|cellSmartTags)$/.test(element.localName ?? ''))
    set('r', (text) => shiftCell(own, text));
  if (element.localName === 'cfvo' && attributeOf(element, 'type') === 'formula') set('val', formula);
  if (element.localName === 'brk' && element.parentElement?.localName === 'rowBreaks') {
    set('id', (text) => String(lastRowOf(own, Number(text))));
  }
  const name = element.localName ?? '';
  if (formulas.has(name) || name === 'sqref') {
    const text = textOf(element);
    const nested = childrenOf(element).length > 0;
    const moved = nested ? text : name === 'sqref' ? shiftRanges(own, text) : formula(text);
    if (!nested && moved !== text) setText(element, moved);
    changed ||= moved !== text;
  }
  for (const child of childrenOf(element)) changed = move(child, job, base) || changed;
  return changed;
}

function isFrozen(element: Element): boolean {
  return element.localName === 'pane' && /^frozen/.test(attributeOf(element, 'state') ?? '');
}

function anchorOf(element: Element): number | undefined {
  if (!/^(conditionalFormatting|dataValidation)$/.test(element.localName ?? '')) return undefined;
  const inner = childrenOf(element, 'sqref').map(textOf)[0];
  const ranges = (attributeOf(element, 'sqref') ?? inner ?? '').split(/\s+/);
  const tops = ranges.flatMap((range) => areaOf(range)?.top ?? []);
  return tops.length > 0 ? Math.min(...tops) : undefined;
}
