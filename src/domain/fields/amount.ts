import { AMOUNT, readAmount } from '../amount.ts';
import { textShape } from '../shape.ts';
import type { FieldType } from './field-type.ts';

/** An amount of yuan: a text with two places in files, a number in sheets. */
export function amount(): FieldType {
  return {
    expects: 'amount',
    offer: { type: 'line' },
    sheet: 'number',
    example: { zh: '12000.50', en: '12000.50' },
    shape: textShape(15, 'amount', AMOUNT),
    read: (typed) => {
      const value = readAmount(typed);
      return value === undefined ? { problem: { code: 'amount-invalid', found: typed } } : { value };
    },
    show: String,
  };
}
