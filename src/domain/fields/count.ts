import { wholeNumberShape } from '../shape.ts';
import { foldTyped } from '../typed-text.ts';
import type { Words } from '../words.ts';
import type { FieldType } from './field-type.ts';

/** The largest count that makes sense in a ledger. */
const LARGEST = 9_999_999;

/** A whole number of people, papers or days, from 0 to `most`. */
export function count(options: { readonly example: Words; readonly most?: number }): FieldType {
  const { most = LARGEST } = options;
  return {
    expects: 'whole-number',
    offer: { type: 'line' },
    sheet: 'number',
    example: options.example,
    shape: wholeNumberShape(0, most),
    read: (typed) => {
      const plain = foldTyped(typed);
      return /^\d{1,7}$/.test(plain) && Number(plain) <= most
        ? { value: Number(plain) }
        : { problem: { code: 'count-invalid', found: typed, most } };
    },
    show: String,
  };
}
