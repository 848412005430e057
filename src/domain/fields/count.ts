import { wholeNumberShape } from '../shape.ts';
import { foldTyped } from '../typed-text.ts';
import type { Words } from '../words.ts';
import type { FieldType } from './field-type.ts';

/** The largest count that makes sense in a ledger. */
const LARGEST = 9_999_999;

/** The units in which people are counted. */
export const PEOPLE: readonly string[] = ['人', '人次', '名', '位'];

/**
 * A whole number of people, papers or days, from 0 to `most`; one of `units` may stand behind it. Any other unit is refused: 3户
 * are not 3人.
 */
export function count(options: {
  readonly example: Words;
  readonly units?: readonly string[];
  readonly most?: number;
}): FieldType {
  const { units = [], most = LARGEST } = options;
  return {
    expects: 'whole-number',
    offer: { type: 'line' },
    sheet: 'number',
    example: options.example,
    shape: wholeNumberShape(0, most),
    read: (typed) => {
      const [, digits = '', unit = ''] = /^(\d{1,7})\s*([^\d\s]\D*)?$/u.exec(foldTyped(typed)) ?? [];
      return digits !== '' && (unit === '' || units.includes(unit)) && Number(digits) <= most
        ? { value: Number(digits) }
        : { problem: { code: 'count-invalid', found: typed, most, units } };
    },
    show: String,
  };
}
