import type { OfficialTemplate } from '../marks/official-template.ts';
import { WORKBOOKS } from '../workbook/sheets/workbooks.ts';
import { BULLETIN } from './bulletin-template.ts';

/** Everything that is made from a template, workbooks and documents. */
export const TEMPLATES: readonly OfficialTemplate[] = [...WORKBOOKS, BULLETIN];
