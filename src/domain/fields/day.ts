import { dayShape } from '../shape.ts';
import { readDay } from '../typed-day.ts';
import type { FieldType } from './field-type.ts';

/** A day; `ahead` says that it may lie after today, as a time limit does. */
export function day(options: { readonly ahead: boolean } = { ahead: false }): FieldType {
  return {
    expects: 'day',
    offer: { type: 'day', ahead: options.ahead },
    sheet: 'day',
    example: { zh: '2024-07-03', en: '2024-07-03' },
    shape: dayShape,
    read: (typed, context) => {
      const read = readDay(
        typed,
        context.today,
        options.ahead ? { from: context.day ?? context.today } : undefined,
      );
      if ('problem' in read || options.ahead || read.value <= context.today) return read;
      return { problem: { code: 'day-ahead', found: read.value, today: context.today } };
    },
    show: String,
  };
}
