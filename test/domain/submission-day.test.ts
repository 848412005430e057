import { expect, test } from 'vitest';
import type { Rules } from '../../src/domain/roster.ts';
import { submissionDay } from '../../src/domain/submission-day.ts';
import { aRoster, quarter, someRules } from '../support/builders.ts';
import { SHIPPED } from '../support/holidays.ts';

function dayOf(of: string, rules: Partial<Rules> = {}) {
  return submissionDay(aRoster({ rules: [someRules(rules)] }), quarter(of), SHIPPED);
}

test('the 20th of the quarter’s last month still counts', () => {
  expect(dayOf('2024Q3')).toEqual({ quarter: '2024Q3', on: '2024-09-20' });
});

test('where it does not count, the day before is the last one', () => {
  expect(dayOf('2024Q3', { dueDayCounts: false })).toEqual({ quarter: '2024Q3', on: '2024-09-19' });
  expect(dayOf('2024Q1', { dueDay: 1, dueDayCounts: false }).on).toBe('2024-02-29');
});

test('a court may name another day', () => {
  expect(dayOf('2024Q4', { dueDay: 25 }).on).toBe('2024-12-25');
});

test('a Saturday stays, and is said with the working day before it', () => {
  expect(dayOf('2025Q3')).toEqual({
    quarter: '2025Q3',
    on: '2025-09-20',
    unusual: { day: '2025-09-20', sort: 'weekend', workedUpTo: '2025-09-19' },
  });
});

test.each([
  ['previous', '2025-09-19'],
  ['next', '2025-09-22'],
] as const)('it moves only where the rules say %s, and that is said', (dueDayShift, on) => {
  expect(dayOf('2025Q3', { dueDayShift })).toEqual({
    quarter: '2025Q3',
    on,
    movedFrom: { day: '2025-09-20', sort: 'weekend', workedUpTo: '2025-09-19' },
  });
});

test('a weekday that is off moves too: 10 June 2024 was 端午节', () => {
  expect(dayOf('2024Q2', { dueDay: 10 })).toMatchObject({
    on: '2024-06-10',
    unusual: { sort: 'holiday', workedUpTo: '2024-06-07' },
  });
  expect(dayOf('2024Q2', { dueDay: 10, dueDayShift: 'previous' }).on).toBe('2024-06-07');
  expect(dayOf('2024Q2', { dueDay: 10, dueDayShift: 'next' }).on).toBe('2024-06-11');
});

test.each(['none', 'previous', 'next'] as const)(
  'a Sunday that is worked is no rest day and stays where the rules say %s',
  (dueDayShift) => {
    expect(dayOf('2026Q3', { dueDayShift })).toEqual({
      quarter: '2026Q3',
      on: '2026-09-20',
      unusual: { day: '2026-09-20', sort: 'make-up', workedUpTo: '2026-09-20' },
    });
  },
);

test('what it moves to may be a weekend day that is worked, and then that is said too', () => {
  // 28 September 2024 was a Saturday, the Sunday after it was worked for National Day.
  expect(dayOf('2024Q3', { dueDay: 28, dueDayShift: 'next' })).toMatchObject({
    on: '2024-09-29',
    movedFrom: { day: '2024-09-28', sort: 'weekend' },
    unusual: { day: '2024-09-29', sort: 'make-up' },
  });
});

test('the rules of the quarter hold', () => {
  const rules = [someRules({ dueDay: 10 }), someRules({ from: quarter('2024Q4'), dueDay: 15 })];
  const on = (of: string) => submissionDay(aRoster({ rules }), quarter(of), SHIPPED).on;
  expect([on('2024Q3'), on('2024Q4')]).toEqual(['2024-09-10', '2024-12-15']);
});
