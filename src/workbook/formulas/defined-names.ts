import { shiftFormula, type FormulaPlace } from './formula.ts';
import { attributeOf, childOf, childrenOf, setText, textOf, type Element } from '../../package/xml.ts';
import type { Workbook } from '../workbook.ts';

/** The defined names of a workbook, print areas, print titles and filters among them. */
export function definedNames(workbook: Workbook): Element[] {
  const names = childOf(workbook.root, 'definedNames');
  return names ? childrenOf(names, 'definedName') : [];
}

/** Moves and grows what defined names refer to. */
export function moveDefinedNames(workbook: Workbook, shifts: FormulaPlace['shifts']): void {
  for (const name of definedNames(workbook)) {
    const local = attributeOf(name, 'localSheetId');
    const sheet = local === undefined ? '' : (workbook.sheetNames[Number(local)] ?? '');
    setText(name, shiftFormula(textOf(name), { sheet, shifts }));
  }
}

/** Formulas of names that look at cells for what they hold: not print areas and the like, which only name a place. */
export function lookingNames(workbook: Workbook): { sheet: string; formula: string }[] {
  return definedNames(workbook)
    .filter((name) => !(attributeOf(name, 'name') ?? '').startsWith('_xlnm.'))
    .map((name) => {
      const local = attributeOf(name, 'localSheetId');
      return {
        sheet: local === undefined ? '' : (workbook.sheetNames[Number(local)] ?? ''),
        formula: textOf(name),
      };
    });
}
