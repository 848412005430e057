import { codePointName } from '../invisible.ts';
import { textShape } from '../shape.ts';
import type { Problem } from '../problem.ts';
import type { Words } from '../words.ts';
import type { FieldType } from './field-type.ts';

/** The longest text of a field, in characters. */
export const TEXT_LIMIT = 5000;

/** Text, stored as typed; only a `long` one keeps line breaks. */
export function text(options: {
  readonly long?: boolean;
  /** Names people or bodies: two that differ by look-alike characters only are likely one. */
  readonly name?: boolean;
  readonly example: Words;
}): FieldType {
  const { long = false, name = false } = options;
  return {
    expects: 'text',
    offer: { type: 'text', long, name },
    sheet: 'text',
    example: options.example,
    shape: textShape(TEXT_LIMIT),
    read: (typed) => {
      const value = typed.replace(/\r\n?/gu, '\n').trim();
      const problem = problemOfText(value, long);
      return problem ? { problem } : { value };
    },
    show: String,
  };
}

/** What is wrong with a text: too long, a control character, or a line break where none may stand. */
export function problemOfText(value: string, long: boolean, limit = TEXT_LIMIT): Problem | undefined {
  const { length } = Array.from(value);
  if (length > limit) return { code: 'text-too-long', length, limit };
  const control =
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(
      value,
    );
  if (control) {
    return { code: 'text-control', codePoint: codePointName(control[0]) };
  }
  return !long && value.includes('\n') ? { code: 'text-line-break' } : undefined;
}
