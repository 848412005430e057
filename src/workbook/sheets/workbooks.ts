import { APPRAISAL_WORKBOOK } from './appraisal-workbook.ts';
import { JUDGE_WORKBOOKS } from './judge-workbooks.ts';
import { QUARTER_WORKBOOKS, YEAR_WORKBOOKS } from './quarter-workbooks.ts';
import type { TemplateWorkbook } from './template-workbook.ts';

/** Every workbook that is made from a template. */
export const WORKBOOKS: readonly TemplateWorkbook[] = [
  ...QUARTER_WORKBOOKS,
  ...YEAR_WORKBOOKS,
  ...JUDGE_WORKBOOKS,
  APPRAISAL_WORKBOOK,
];
