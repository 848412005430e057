import { error, type Finding } from '../../domain/problem.ts';
import { changeAttribute } from '../changed-part.ts';
import { anchoredAt, moveAnchor } from './drawings.ts';
import { shiftFormula, type FormulaPlace } from '../formulas/formula.ts';
import { rowHeightsOf } from '../print/row-heights.ts';
import type { RowShift } from './row-shift.ts';
import { whereOf } from '../where.ts';
import { attributeOf, childOf, descendantsOf, relationOf, type Element } from '../../package/xml.ts';
import type { Sheet } from '../workbook.ts';

/** What a control's properties say about cells, in its own part and in the sheet's. */
const linked = ['fmlaLink', 'fmlaRange', 'fmlaTxbx', 'fmlaGroup', 'linkedCell', 'listFillRange'];

/** Moves the cells that a form control is linked to. */
export function moveControl(properties: Element, place: FormulaPlace): boolean {
  let changed = false;
  for (const name of linked)
    changed = changeAttribute(properties, name, (formula) => shiftFormula(formula, place)) || changed;
  return changed;
}

/** Moves the controls and embedded files that a sheet lists, each with the cells under it. */
export function moveSheetControls(sheet: Sheet, place: FormulaPlace, own: RowShift): boolean {
  let changed = false;
  for (const element of descendantsOf(sheet.root)) {
    if (!/^(controlPr|objectPr)$/.test(element.localName ?? '')) continue;
    changed = moveControl(element, place) || changed;
    const anchor = childOf(element, 'anchor');
    const isOn = (name: string): boolean => /^(1|true)$/.test((anchor && attributeOf(anchor, name)) ?? '');
    if (!anchor || !isOn('moveWithCells')) continue;
    changed = moveAnchor(anchor, own, rowHeightsOf(sheet), !isOn('sizeWithCells')) || changed;
  }
  return changed;
}

/** ActiveX controls keep what they are linked to in a form of their own. */
export function activeControls(sheet: Sheet): Finding[] {
  const active = new Set(sheet.relations.filter(({ kind }) => kind === 'control').map(({ id }) => id));
  const found = new Map<string, Finding>();
  for (const element of descendantsOf(sheet.root)) {
    const id = element.localName === 'control' ? relationOf(element) : undefined;
    if (id === undefined || !active.has(id) || found.has(id)) continue;
    const anchor = [...descendantsOf(element)].find((inner) => inner.localName === 'anchor');
    const at = anchor && anchoredAt(anchor);
    const where = at ? whereOf(sheet, at.row, at.column) : { sheet: sheet.name };
    found.set(id, error({ code: 'part-unmovable', part: 'control' }, where));
  }
  return [...found.values()];
}
