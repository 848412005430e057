import type { Problem } from '../problem.ts';
import type { ClockContext } from './clock.ts';
import type { Values } from './values.ts';

/** One doubt that a kind raises about an entry: a warning at the field it is about. */
export interface KindCheck {
  readonly name: string;
  /** The key of the field it is about. */
  readonly field: string;
  readonly find: (values: Values, context: ClockContext) => Problem | undefined;
}
