import { Refusal, type Finding } from '../domain/problem.ts';
import { shiftsOf } from './moving/sheet-shifts.ts';
import { planForms } from './forms.ts';
import { openStyles } from './styles.ts';
import { planSheet } from './sheet-marks.ts';
import { unmovableParts } from './moving/unmovable.ts';
import { readTemplatePackage } from './template-package.ts';
import { lookupOf, type Vocabulary } from './vocabulary.ts';
import { openWorkbook } from './workbook.ts';

export type { Vocabulary } from './vocabulary.ts';

/**
 * What would stop a template from being filled, told before it is used: unknown marks, detail rows that can't be
 * repeated, parts that can't be moved as soon as a list has two rows, a file that is no workbook.
 */
export async function checkTemplate(
  template: Uint8Array,
  vocabulary: Vocabulary,
): Promise<readonly Finding[]> {
  try {
    const workbook = openWorkbook(await readTemplatePackage(template));
    const lookup = lookupOf(vocabulary);
    const marked = workbook.sheets.map((sheet) => planSheet(workbook, sheet, lookup, vocabulary));
    const plans = planForms(workbook, marked, vocabulary, openStyles(workbook));
    // Long enough for rows to be added to any form.
    const shifts = shiftsOf(plans, () => 10_000);
    return [...plans.flatMap((plan) => plan.findings), ...unmovableParts(workbook, plans, shifts)];
  } catch (cause) {
    if (cause instanceof Refusal && cause.kind === 'invalid') return cause.findings;
    throw cause;
  }
}
