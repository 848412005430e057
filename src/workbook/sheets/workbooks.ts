import { APPRAISAL_WORKBOOK } from './appraisal-workbook.ts';
import { COVER_WORKBOOK, RECEIPT_WORKBOOK } from './handing-in-workbooks.ts';
import { JUDGE_WORKBOOKS } from './judge-workbooks.ts';
import { QUARTER_WORKBOOKS, YEAR_WORKBOOKS } from './quarter-workbooks.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';

/** Every workbook that is made from a template. */
export const WORKBOOKS: readonly OfficialTemplate[] = [
  ...QUARTER_WORKBOOKS,
  ...YEAR_WORKBOOKS,
  ...JUDGE_WORKBOOKS,
  COVER_WORKBOOK,
  RECEIPT_WORKBOOK,
  APPRAISAL_WORKBOOK,
];
