import { expect, test } from 'vitest';
import { day as dayField } from '../../../src/domain/fields/day.ts';
import { aRoster, day } from '../../support/builders.ts';

const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;
const past = dayField();
const ahead = dayField({ ahead: true });

test('a day is stored in one form and shown so', () => {
  expect(past.read('9月18日', context)).toEqual({ value: '2024-09-18' });
  expect(past.show('2024-09-18', 'zh')).toBe('2024-09-18');
  expect([past.shape.accepts('2024-09-18'), past.shape.accepts('9月18日')]).toEqual([true, false]);
});

test('a day after today is refused for what has happened, and taken for a time limit', () => {
  expect(past.read('2024-09-19', context)).toEqual({
    problem: { code: 'day-ahead', found: '2024-09-19', today: '2024-09-18' },
  });
  expect(ahead.read('2024-09-19', context)).toEqual({ value: '2024-09-19' });
});

test('without a year a time limit is the first on or after the opening day, or today', () => {
  expect(ahead.read('9-17', context)).toEqual({ value: '2025-09-17' });
  expect(ahead.read('9-17', { ...context, day: day('2024-09-10') })).toEqual({ value: '2024-09-17' });
  expect(past.read('9-17', { ...context, day: day('2024-09-10') })).toEqual({ value: '2024-09-17' });
});

test('what is no day is refused', () => {
  expect(past.read('24-7-3', context)).toHaveProperty('problem.reason', 'two-digit-year');
  expect(ahead.read('2024-02-30', context)).toHaveProperty('problem.reason', 'no-such-day');
});

test('what is offered says whether it may lie ahead', () => {
  expect([past.offer, ahead.offer]).toEqual([
    { type: 'day', ahead: false },
    { type: 'day', ahead: true },
  ]);
});
