import type { Kind } from './kind.ts';
import { visit } from './visit.ts';

/** The ledgers of this court, in the order of the official workbook. */
export const KINDS: readonly Kind[] = [visit];
