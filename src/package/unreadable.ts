import { refusal, type Refusal, type Where } from '../domain/problem.ts';
import type { UnreadableReason } from '../domain/problems/workbook.ts';

/** The refusal of a file that can't be opened as a workbook. */
export function unreadable(reason: UnreadableReason, where: Where = {}, cause?: unknown): Refusal {
  return refusal('invalid', { code: 'workbook-unreadable', reason }, where, { cause });
}

/** The refusal of a workbook that has more bytes, unpacked, than it may. */
export function tooLarge(bytes: number, limit: number): Refusal {
  return refusal('invalid', { code: 'workbook-too-large', bytes, limit });
}
