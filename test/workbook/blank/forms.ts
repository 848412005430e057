import type { DataValidation, Worksheet } from 'exceljs';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { officialForm } from '../../../src/messages/official-form.ts';
import type { BlankFacts } from '../../../src/workbook/blank/facts.ts';
import { blankForms } from '../../../src/workbook/blank/workbook.ts';

/** Forms of all ledgers for two towns, with some facts replaced. */
export function facts(over: Partial<BlankFacts> = {}): BlankFacts {
  return {
    kinds: KINDS,
    court: '新兴县人民法院',
    towns: [
      { name: '太平镇', villages: ['马山社区', '禤村村'] },
      { name: '大江镇', villages: ['里洞村'] },
    ],
    judges: ['李敏', '叶青'],
    version: '0.1.0',
    words: officialForm,
    ...over,
  };
}

/** The workbook of such forms. */
export async function formBytes(over: Partial<BlankFacts> = {}): Promise<Uint8Array> {
  return (await blankForms(facts(over))).bytes;
}

/** The heads of a blank sheet as they are read, without line breaks. */
export function headsOf(sheet: Worksheet): readonly string[] {
  return Array.from({ length: sheet.columnCount }, (_, at) =>
    sheet.getCell(3, at + 1).text.replaceAll('\n', ''),
  );
}

/** What is checked and said in the column under a head, by the reader's own account. */
export function validationUnder(sheet: Worksheet, head: string, row = 4): DataValidation {
  const at = headsOf(sheet).findIndex((one) => one.replace('*', '') === head);
  if (at === -1) throw new RangeError(head);
  return sheet.getCell(row, at + 1).dataValidation;
}
