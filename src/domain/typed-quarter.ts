import type { CalendarDate } from './calendar-date.ts';
import {
  addQuarters,
  FIRST_QUARTER,
  isQuarter,
  quarterAt,
  quarterOf,
  quarterParts,
  type BasisOf,
  type Quarter,
} from './quarter.ts';
import { foldTyped, type Read } from './typed-text.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/**
 * Reads a quarter as people type it: `2024Q3 2024-Q3 2024年第三季度 2024年三季度`, without a year `三季度` and `Q3` (the
 * latest that has begun), and 本季 本季度 上季 上季度 this last.
 */
export function readQuarter(typed: string, today: CalendarDate, basisOf: BasisOf): Read<Quarter> {
  const text = foldTyped(typed).replace(/\s+/gu, '').toLowerCase();
  const current = quarterAt(today, basisOf);
  if (['this', '本季', '本季度'].includes(text)) return { value: current };
  if (['last', '上季', '上季度'].includes(text))
    return current === FIRST_QUARTER ? refuse(typed) : { value: addQuarters(current, -1) };

  const match = /^(?:(\d{4})[-年]?)?(?:q([1-4])|第?([一二三四1-4])季度?)$/u.exec(text);
  const number = NUMBERS[match?.[2] ?? match?.[3] ?? ''];
  if (!match || number === undefined) return refuse(typed);
  if (match[1] !== undefined) {
    const quarter = `${match[1]}Q${String(number)}`;
    return isQuarter(quarter) ? { value: quarter } : refuse(typed);
  }
  // No quarter after this one has begun; from its year back, the first that has is the latest.
  for (let { year } = quarterParts(current); year >= 2000; year -= 1) {
    const candidate = quarterOf(year, number);
    if (candidate <= current) return { value: candidate };
  }
  return refuse(typed);
}

function refuse(typed: string): Read<Quarter> {
  return { problem: { code: 'quarter-invalid', found: typed } };
}
