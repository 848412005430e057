import { isUsualCaseNumber, readCaseNumber } from '../case-number.ts';
import { valueOf } from '../shape.ts';
import type { FieldType } from './field-type.ts';

/** The longest case number in UTF-16 units, and so in characters. */
const LONGEST = 40;

/** 案号, kept in one form however it was typed. */
export function caseNumber(): FieldType {
  return {
    expects: 'case-number',
    offer: { type: 'case-number' },
    sheet: 'text',
    example: { zh: '（2024）粤5321民初123号', en: '（2024）粤5321民初123号' },
    // A file holds the one form that typing leads to, so that two hearings of one case have one number.
    shape: valueOf(
      'case-number',
      (value): value is string =>
        typeof value === 'string' &&
        value.length <= LONGEST &&
        (isUsualCaseNumber(value) || readCaseNumber(value)?.text === value),
      () => ({
        type: 'string',
        maxLength: LONGEST,
        pattern: '^（\\d{4}）\\p{Script=Han}[\\p{Script=Han}\\d]{1,20}号(?:之[一二三四五六七八九十]{1,3})?$',
      }),
    ),
    read: (typed) => {
      const read = readCaseNumber(typed);
      return read
        ? { value: read.text }
        : { problem: { code: 'case-number-invalid', found: typed.slice(0, LONGEST) } };
    },
    show: String,
  };
}
