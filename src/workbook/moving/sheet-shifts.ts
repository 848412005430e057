import type { RowShift } from './row-shift.ts';
import type { SheetPlan } from '../sheet-marks.ts';
import { foldSheet } from '../sheet-name.ts';

/** Where the rows of every sheet go, if each list is so long. */
export function shiftsOf(
  plans: readonly SheetPlan[],
  lengthOf: (list: number) => number,
): Map<string, RowShift> {
  return new Map(
    plans.map((plan) => [
      foldSheet(plan.sheet.name),
      plan.details.map(({ row, list, from, takes }) => ({
        row,
        added: takes === 'one' ? 0 : Math.max(0, lengthOf(list) - from - 1),
      })),
    ]),
  );
}
