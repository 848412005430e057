import { error, Refusal, type Finding } from '../../domain/problem.ts';
import { fontFindings } from './font-checks.ts';
import { planForms } from '../forms.ts';
import { markFindings, narrowFindings } from './mark-checks.ts';
import { printFindings } from './print-checks.ts';
import { lastRow } from '../formulas/reference.ts';
import { planSheet, type SheetPlan } from '../sheet-marks.ts';
import { openStyles } from '../styles.ts';
import { readTemplatePackage } from '../template-package.ts';
import { lookupOf, type Vocabulary } from '../../marks/vocabulary.ts';
import { openWorkbook } from '../workbook.ts';
import { whereOf } from '../where.ts';

/** As many rows as a list of a county's year may have. */
const manyRows = 10_000;

/**
 * What would come out otherwise than a clerk means it although the template can be filled: fonts that other computers lack,
 * marks that nobody sees or that nothing fills, heads and cells that are missing on paper. Nothing of a file that is no workbook, which
 * `checkTemplate` refuses.
 */
export async function careForTemplate(
  template: Uint8Array,
  vocabulary: Vocabulary,
): Promise<readonly Finding[]> {
  try {
    const workbook = openWorkbook(await readTemplatePackage(template));
    const lookup = lookupOf(vocabulary);
    const styles = openStyles(workbook);
    const marked = workbook.sheets.map((sheet) => planSheet(workbook, sheet, lookup, vocabulary));
    const plans = planForms(workbook, marked, vocabulary, styles);
    return [
      ...plans.flatMap((plan) => [
        ...markFindings(workbook, plan, lookup),
        ...rowsFindings(plan),
        ...narrowFindings(plan, styles),
        ...printFindings(workbook, plan, styles),
      ]),
      ...fontFindings(workbook, styles),
    ];
  } catch (cause) {
    if (cause instanceof Refusal && cause.kind === 'invalid') return [];
    throw cause;
  }
}

/** A detail row so far down that a long list would run over the end of the sheet. */
function rowsFindings({ sheet, details }: SheetPlan): Finding[] {
  return details
    .filter(({ row }) => row + manyRows > lastRow)
    .map(({ row }) =>
      error({ code: 'too-many-rows', rows: row + manyRows, limit: lastRow }, whereOf(sheet, row, 1)),
    );
}
