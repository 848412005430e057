import { shiftFormula, type FormulaPlace } from './formula.ts';
import type { PartBody } from './package.ts';
import { descendantsOf, parsePart, rootOf, serialisePart, setText, textOf } from './xml.ts';
import type { Workbook } from './workbook.ts';

/**
 * Moves what the columns of tables calculate from other sheets. The tables themselves stand still: a sheet that has one
 * gets no rows.
 */
export function moveTableFormulas(
  workbook: Workbook,
  shifts: FormulaPlace['shifts'],
  changed: Map<string, PartBody>,
): void {
  for (const sheet of workbook.sheets) {
    for (const relation of sheet.relations) {
      const bytes = relation.kind === 'table' ? workbook.parts.get(relation.target) : undefined;
      if (!bytes) continue;
      const document = parsePart(bytes);
      let moved = false;
      for (const element of descendantsOf(rootOf(document))) {
        if (!/^(calculatedColumn|totalsRow)Formula$/.test(element.localName ?? '')) continue;
        const after = shiftFormula(textOf(element), { sheet: sheet.name, shifts });
        moved ||= after !== textOf(element);
        setText(element, after);
      }
      if (moved) changed.set(relation.target, serialisePart(document));
    }
  }
}
