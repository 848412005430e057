import { describe } from './shape.ts';
import type { Problem } from './problem.ts';

/**
 * Looks at a document's `format` alone, `liaison-ledger/1`, and says what is wrong with it, or undefined. A newer number
 * means that nothing more may be parsed: an older program would read it wrongly and write it back damaged.
 */
export function readFormat(value: unknown, expected: string): Problem | undefined {
  const [name, supported] = expected.split('/');
  if (typeof value !== 'object' || value === null || !('format' in value))
    return { code: 'format-unknown', found: describe(value), expected };
  const { format } = value;
  if (format === expected) return undefined;
  const match = typeof format === 'string' ? /^([a-z-]{1,40})\/(\d{1,6})$/.exec(format) : null;
  if (match && match[1] === name && Number(match[2]) > Number(supported)) {
    return { code: 'format-newer', found: match[0], supported: expected };
  }
  return { code: 'format-unknown', found: match ? match[0] : describe(format), expected };
}
