import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDays,
  calendarDate,
  dayInChina,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  partsOf,
  timestampInChina,
  weekday,
} from '../../src/domain/calendar-date.ts';
import { anyDay } from '../support/arbitraries.ts';
import { day } from '../support/builders.ts';

/** Each zone with its own hour at an instant that tells it from the others: São Paulo skips the midnight of this day. */
const ZONES = [
  { zone: 'Asia/Shanghai', hour: 11 },
  { zone: 'UTC', hour: 3 },
  { zone: 'America/New_York', hour: 23 },
  { zone: 'America/Sao_Paulo', hour: 1 },
] as const;
const INSTANT = Date.UTC(2018, 10, 4, 3);

describe.each(ZONES)('on a machine in $zone', ({ zone, hour }) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('the zone is in force', () => {
    expect(new Date(INSTANT).getHours()).toBe(hour);
  });

  test('a day later is the next day of the calendar, over every day of 2018 and 2024', () => {
    for (const year of [2018, 2024]) {
      let date = day(`${String(year)}-01-01`);
      for (let index = 1; index <= 366; index += 1) {
        const next = addDays(date, 1);
        expect(next).toBe(new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10));
        expect([daysBetween(date, next), daysBetween(next, date), addDays(next, -1)]).toEqual([1, -1, date]);
        date = next;
      }
    }
  });

  test.each([
    ['2018-11-03', 1, '2018-11-04', 7],
    ['2024-03-09', 1, '2024-03-10', 7],
    ['2024-06-30', 1, '2024-07-01', 1],
    ['2024-10-01', -1, '2024-09-30', 1],
    ['2024-12-31', 1, '2025-01-01', 3],
    ['2024-02-28', 2, '2024-03-01', 5],
    ['2000-01-01', 36_524, '2099-12-31', 4],
  ])('%s and %i days is %s', (from, days, to, iso) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
    expect(weekday(day(to))).toBe(iso);
  });

  test('days between is what was added, and a week later is the same weekday', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(addDays(one, daysBetween(one, other))).toBe(other);
        expect(daysBetween(one, other)).toBe((Date.parse(other) - Date.parse(one)) / 86_400_000);
        expect(weekday(one)).toBe(new Date(Date.parse(one)).getUTCDay() || 7);
      }),
    );
  });

  test.each([
    ['2024-06-30T15:59:59Z', '2024-06-30', '2024-06-30T23:59:59+08:00'],
    ['2024-06-30T16:00:00Z', '2024-07-01', '2024-07-01T00:00:00+08:00'],
    ['2024-09-30T15:59:59.999Z', '2024-09-30', '2024-09-30T23:59:59+08:00'],
    ['2024-12-31T23:00:00-05:00', '2025-01-01', '2025-01-01T12:00:00+08:00'],
  ])('at %s it is %s in China', (instant, date, timestamp) => {
    expect(dayInChina(new Date(instant))).toBe(date);
    expect(timestampInChina(new Date(instant))).toBe(timestamp);
  });
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2024-02-30', false],
  ['2024-04-31', false],
  ['2024-12-31', true],
  ['2024-00-10', false],
  ['2024-13-01', false],
  ['2024-01-00', false],
  ['2000-01-01', true],
  ['1999-12-31', false],
  ['2024-7-3', false],
  ['2024-07-03 ', false],
  ['2024-07-03\n', false],
  ['２０２４-07-03', false],
  ['', false],
])('whether %j is a day: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  [2024, 2, 30],
  [1999, 12, 31],
  [2024, 7, 1.5],
  [2024, 13, 1],
  [24, 7, 3],
])('the calendar has no day %d-%d-%d', (year, month, number) => {
  expect(calendarDate(year, month, number)).toBeUndefined();
});

test('a day is its numbers', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const { year, month, day: number } = partsOf(date);
      expect(calendarDate(year, month, number)).toBe(date);
      expect(number).toBeLessThanOrEqual(daysInMonth(year, month));
    }),
  );
});

test('days sort as their texts do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(one < other).toBe(daysBetween(one, other) > 0);
    }),
  );
});

test('what lies before the calendar is an error of the program or of the machine’s clock', () => {
  expect(() => addDays(day('2000-01-01'), -1)).toThrow(RangeError);
  expect(() => dayInChina(new Date('1999-12-31T15:59:59Z'))).toThrow('before the year 2000');
});
