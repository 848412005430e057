import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import {
  addQuarters,
  contains,
  dueDateOf,
  isQuarter,
  periodOf,
  quarterAt,
  quarterOf,
  quarterParts,
  type BasisOf,
} from '../../src/domain/quarter.ts';
import { anyBasis, anyDay, anyQuarter } from '../support/arbitraries.ts';
import { day, quarter } from '../support/builders.ts';

const calendar: BasisOf = () => 'calendar';
const cutoff20: BasisOf = () => 'cutoff20';

test.each([
  ['2024Q3', true],
  ['2000Q1', true],
  ['3024Q1', true],
  ['1999Q4', false],
  ['2024Q0', false],
  ['2024Q5', false],
  ['2024q3', false],
  ['2024-Q3', false],
  ['24Q3', false],
  ['2024Q3\n', false],
])('whether %j is a quarter: %s', (text, expected) => {
  expect(isQuarter(text)).toBe(expected);
});

test('a quarter is its numbers, and numbers that make none are an error', () => {
  fc.assert(
    fc.property(anyQuarter, (one) => {
      const { year, number } = quarterParts(one);
      expect(quarterOf(year, number)).toBe(one);
    }),
  );
  expect(() => quarterOf(2024, 5)).toThrow(RangeError);
  expect(() => quarterOf(1999, 4)).toThrow(RangeError);
});

test('going on some quarters and back again is where one was', () => {
  fc.assert(
    fc.property(anyQuarter, fc.integer({ min: 0, max: 400 }), (one, count) => {
      expect(addQuarters(addQuarters(one, count), -count)).toBe(one);
      expect(addQuarters(one, count) >= one).toBe(true);
    }),
  );
});

test.each([
  ['2024Q4', 1, '2025Q1'],
  ['2024Q1', -1, '2023Q4'],
  ['2024Q3', -4, '2023Q3'],
  ['2024Q3', 0, '2024Q3'],
])('%s and %i is %s', (from, count, to) => {
  expect(addQuarters(quarter(from), count)).toBe(to);
});

test.each([
  ['2024Q1', '2024-01-01', '2024-03-31', '2023-12-21', '2024-03-20'],
  ['2024Q2', '2024-04-01', '2024-06-30', '2024-03-21', '2024-06-20'],
  ['2024Q3', '2024-07-01', '2024-09-30', '2024-06-21', '2024-09-20'],
  ['2024Q4', '2024-10-01', '2024-12-31', '2024-09-21', '2024-12-20'],
  ['2000Q1', '2000-01-01', '2000-03-31', '2000-01-01', '2000-03-20'],
  ['9999Q4', '9999-10-01', '9999-12-31', '9999-09-21', '9999-12-31'],
])('%s runs from %s to %s, by the cut-off from %s to %s', (text, from, to, cutFrom, cutTo) => {
  expect(periodOf(quarter(text), calendar)).toEqual({ from, to });
  expect(periodOf(quarter(text), cutoff20)).toEqual({ from: cutFrom, to: cutTo });
});

describe('where a court changes its basis', () => {
  const toCutoff: BasisOf = (asked) => (asked >= '2024Q3' ? 'cutoff20' : 'calendar');
  const toCalendar: BasisOf = (asked) => (asked >= '2024Q3' ? 'calendar' : 'cutoff20');

  test.each([
    ['2024Q2', '2024-04-01', '2024-06-30', '2024-03-21', '2024-06-20'],
    ['2024Q3', '2024-07-01', '2024-09-20', '2024-06-21', '2024-09-30'],
    ['2024Q4', '2024-09-21', '2024-12-20', '2024-10-01', '2024-12-31'],
  ])('%s runs from %s to %s, the other way from %s to %s', (text, from, to, backFrom, backTo) => {
    expect(periodOf(quarter(text), toCutoff)).toEqual({ from, to });
    expect(periodOf(quarter(text), toCalendar)).toEqual({ from: backFrom, to: backTo });
  });
});

describe('under any changes of basis', () => {
  test('every day lies in exactly one quarter, the one quarterAt tells', () => {
    fc.assert(
      fc.property(anyBasis, anyDay, (basisOf, date) => {
        const found = quarterAt(date, basisOf);
        const near = [-2, -1, 0, 1, 2].flatMap((step) => {
          const { year, number } = quarterParts(found);
          const index = year * 4 + number - 1 + step;
          return index < 8000 ? [] : [addQuarters(found, step)];
        });
        expect(near.filter((one) => contains(periodOf(one, basisOf), date))).toEqual([found]);
      }),
    );
  });

  test('each quarter begins the day after the last one ended, and has 79 to 102 days', () => {
    fc.assert(
      fc.property(anyBasis, anyQuarter, (basisOf, one) => {
        const { from, to } = periodOf(one, basisOf);
        expect(addDays(periodOf(addQuarters(one, -1), basisOf).to, 1)).toBe(from);
        expect(addDays(from, 78) <= to && to <= addDays(from, 101)).toBe(true);
        expect([quarterAt(from, basisOf), quarterAt(to, basisOf)]).toEqual([one, one]);
      }),
    );
  });
});

test.each([
  ['2024-06-30', '2024Q2', '2024Q3'],
  ['2024-07-01', '2024Q3', '2024Q3'],
  ['2024-09-20', '2024Q3', '2024Q3'],
  ['2024-09-21', '2024Q3', '2024Q4'],
  ['2024-09-30', '2024Q3', '2024Q4'],
  ['2024-10-01', '2024Q4', '2024Q4'],
  ['2024-12-31', '2024Q4', '2025Q1'],
  ['2000-01-01', '2000Q1', '2000Q1'],
  ['3024-07-03', '3024Q3', '3024Q3'],
  ['9999-12-31', '9999Q4', '9999Q4'],
])('%s lies in %s, by the cut-off in %s', (date, byMonth, byCutoff) => {
  expect(quarterAt(day(date), calendar)).toBe(byMonth);
  expect(quarterAt(day(date), cutoff20)).toBe(byCutoff);
});

test.each([
  ['2024Q1', 20, '2024-03-20'],
  ['2024Q3', 20, '2024-09-20'],
  ['2024Q4', 28, '2024-12-28'],
])('%s is handed in by day %i, %s', (text, dueDay, due) => {
  expect(dueDateOf(quarter(text), dueDay)).toBe(due);
});

test('a day that the month does not have is an error', () => {
  expect(() => dueDateOf(quarter('2024Q2'), 31)).toThrow(RangeError);
});
