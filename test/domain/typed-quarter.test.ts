import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addQuarters, periodOf, quarterAt, quarterParts } from '../../src/domain/quarter.ts';
import { readQuarter } from '../../src/domain/typed-quarter.ts';
import { anyBasis, anyDay, anyQuarter } from '../support/arbitraries.ts';
import { day } from '../support/builders.ts';

const today = day('2024-09-25');

test.each([
  ['2024Q3', '2024Q3', '2024Q3'],
  ['2024q3', '2024Q3', '2024Q3'],
  ['2024-Q3', '2024Q3', '2024Q3'],
  ['２０２４Ｑ３', '2024Q3', '2024Q3'],
  ['2024年第三季度', '2024Q3', '2024Q3'],
  ['2024年三季度', '2024Q3', '2024Q3'],
  ['2024年第3季度', '2024Q3', '2024Q3'],
  ['2024 年 第三季', '2024Q3', '2024Q3'],
  ['2031Q1', '2031Q1', '2031Q1'],
  ['三季度', '2024Q3', '2024Q3'],
  ['Q3', '2024Q3', '2024Q3'],
  ['第一季度', '2024Q1', '2024Q1'],
  ['四季度', '2023Q4', '2024Q4'],
  ['本季度', '2024Q3', '2024Q4'],
  ['本季', '2024Q3', '2024Q4'],
  ['this', '2024Q3', '2024Q4'],
  ['上季度', '2024Q2', '2024Q3'],
  ['上季', '2024Q2', '2024Q3'],
  [' Last ', '2024Q2', '2024Q3'],
])('on 25 September %s is %s, by the cut-off %s', (typed, calendar, cutoff) => {
  expect(readQuarter(typed, today, () => 'calendar')).toEqual({ value: calendar });
  expect(readQuarter(typed, today, () => 'cutoff20')).toEqual({ value: cutoff });
});

test.each([
  '',
  '2024',
  '2024Q5',
  '2024Q0',
  '1999Q4',
  '24Q3',
  '五季度',
  '下季度',
  '2024年',
  '3',
  'constructor',
  '2024Q3Q3',
])('%j is no quarter', (typed) => {
  expect(readQuarter(typed, today, () => 'calendar')).toEqual({
    problem: { code: 'quarter-invalid', found: typed },
  });
});

test.each([
  ['last', '2000-01-01'],
  ['四季度', '2000-03-31'],
])('%s on %s would be before all quarters', (typed, now) => {
  expect(readQuarter(typed, day(now), () => 'calendar')).toHaveProperty('problem.code', 'quarter-invalid');
});

test('the text of a quarter is the quarter', () => {
  fc.assert(
    fc.property(anyQuarter, anyDay, anyBasis, (quarter, now, basisOf) => {
      expect(readQuarter(quarter, now, basisOf)).toEqual({ value: quarter });
    }),
  );
});

test('a quarter without a year is the latest that has begun', () => {
  fc.assert(
    fc.property(anyQuarter, anyDay, anyBasis, (quarter, now, basisOf) => {
      fc.pre(now >= '2001-01-01');
      const read = readQuarter(quarter.slice(4), now, basisOf);
      if ('problem' in read) throw new Error(read.problem.code);
      expect(quarterParts(read.value).number).toBe(quarterParts(quarter).number);
      expect(periodOf(read.value, basisOf).from <= now).toBe(true);
      expect(periodOf(addQuarters(read.value, 4), basisOf).from > now).toBe(true);
      expect(read.value <= quarterAt(now, basisOf)).toBe(true);
    }),
  );
});
