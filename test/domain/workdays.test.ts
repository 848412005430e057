import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekday, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { unusualDay, watched, workdaysFrom } from '../../src/domain/workdays.ts';
import { day } from '../support/builders.ts';
import { SHIPPED } from '../support/holidays.ts';

/** The days from one to another, both included. */
function span(from: string, to: string): readonly CalendarDate[] {
  const length = daysBetween(day(from), day(to)) + 1;
  return Array.from({ length }, (_, index) => addDays(day(from), index));
}

/** 国务院办公厅 on the holidays of 2024, 2025 and 2026: weekend days that are worked (调休). */
const WORKED = [
  ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29'],
  ...['2024-10-12', '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];

/** And the holidays themselves. */
const OFF: readonly (readonly [string, string])[] = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];

describe('the State Council’s arrangements', () => {
  test.each(WORKED)('%s is a weekend day that is worked', (date) => {
    expect(weekday(day(date))).toBeGreaterThan(5);
    expect(SHIPPED.isWorkday(day(date))).toBe(true);
  });

  test.each(OFF)('%s to %s is off', (from, to) => {
    expect(span(from, to).filter((date) => SHIPPED.isWorkday(date))).toEqual([]);
  });

  test('no other day of the three years is moved', () => {
    const moved = new Set([...WORKED, ...OFF.flatMap(([from, to]) => span(from, to))]);
    const others = span('2024-01-01', '2026-12-31').filter((date) => !moved.has(date));
    expect(others.filter((date) => SHIPPED.isWorkday(date) !== weekday(date) <= 5)).toEqual([]);
  });

  test.each([
    ['2024-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('the year of %s is known: %s', (date, isKnown) => {
    expect(SHIPPED.knows(day(date))).toBe(isKnown);
  });

  test('a year without its table counts weekends only', () => {
    expect(SHIPPED.isWorkday(day('2027-10-01'))).toBe(true);
    expect(SHIPPED.onOrAfter(day('2027-10-02'))).toBe('2027-10-04');
  });
});

const days = fc.integer({ min: 0, max: 3 * 365 }).map((number) => addDays(day('2024-01-01'), number));

describe('at every day', () => {
  test('onOrAfter and onOrBefore are the nearest worked days, and the day itself where it is one', () => {
    fc.assert(
      fc.property(days, (date) => {
        const [before, after] = [SHIPPED.onOrBefore(date), SHIPPED.onOrAfter(date)];
        expect(SHIPPED.isWorkday(before) && SHIPPED.isWorkday(after)).toBe(true);
        expect(before <= date && date <= after).toBe(true);
        const between = span(before, after).slice(1, -1);
        expect(between.filter((one) => SHIPPED.isWorkday(one))).toEqual([]);
        if (SHIPPED.isWorkday(date)) expect([before, after]).toEqual([date, date]);
      }),
    );
  });

  test('add passes over just so many worked days, the first day not counted', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), (date, count) => {
        const end = SHIPPED.add(date, count);
        const passed = span(date, end).slice(1);
        expect(passed.filter((one) => SHIPPED.isWorkday(one))).toHaveLength(count);
        if (count > 0) expect(SHIPPED.isWorkday(end)).toBe(true);
        else expect(end).toBe(date);
      }),
    );
  });
});

test.each([
  ['2024-09-13', 1, '2024-09-14'],
  ['2024-09-27', 5, '2024-10-10'],
  ['2025-01-27', 1, '2025-02-05'],
])('%s and %i working days is %s', (from, count, to) => {
  expect(SHIPPED.add(day(from), count)).toBe(to);
});

test('of two tables that speak of a year the last one does, for the whole of it', () => {
  const own = { years: ['2024'], off: [day('2024-09-18')], worked: [] };
  const shipped = { years: ['2024', '2025'], off: [day('2024-10-01'), day('2025-10-01')], worked: [] };
  const workdays = workdaysFrom([shipped, own]);
  expect(workdays.isWorkday(day('2024-09-18'))).toBe(false);
  expect(workdays.isWorkday(day('2024-10-01'))).toBe(true);
  expect(workdays.isWorkday(day('2025-10-01'))).toBe(false);
});

test.each([
  ['2024-09-18', undefined],
  ['2025-09-20', { sort: 'weekend', workedUpTo: '2025-09-19' }],
  ['2026-09-20', { sort: 'make-up', workedUpTo: '2026-09-20' }],
  ['2024-10-03', { sort: 'holiday', workedUpTo: '2024-09-30' }],
  ['2024-10-05', { sort: 'weekend', workedUpTo: '2024-09-30' }],
])('what is unusual about %s', (date, unusual) => {
  expect(unusualDay(day(date), SHIPPED)).toEqual(unusual && { day: date, ...unusual });
});

test('years that are asked about and not known are remembered, also where only the answer lies in one', () => {
  const { workdays, unknownYears } = watched(SHIPPED);
  workdays.onOrAfter(day('2026-10-01'));
  workdays.isWorkday(day('2025-01-01'));
  expect([...unknownYears]).toEqual([]);
  expect(workdays.add(day('2026-12-30'), 3)).toBe('2027-01-04');
  workdays.onOrBefore(day('2028-01-01'));
  workdays.isWorkday(day('2029-05-01'));
  expect([...unknownYears]).toEqual(['2027', '2028', '2029']);
});
