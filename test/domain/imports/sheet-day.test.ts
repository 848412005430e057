import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheetDay } from '../../../src/domain/imports/sheet-day.ts';
import type { ReadValue } from '../../../src/domain/read-table.ts';
import { serialOf } from '../../../src/domain/serial-day.ts';
import { day } from '../../support/builders.ts';
import { anyDay } from '../../support/arbitraries.ts';

const CONTEXT = { today: day('2024-09-18'), date1904: false };

function text(typed: string): ReadValue {
  return { type: 'text', text: typed };
}

function number(value: number): ReadValue {
  return { type: 'number', value, text: String(value) };
}

describe('a day of a sheet', () => {
  test.each([
    ['2024-07-03', '2024-07-03'],
    ['2024.7.3', '2024-07-03'],
    ['２０２４．７．３', '2024-07-03'],
    ['2024/7/3 09:30', '2024-07-03'],
    ['2024年7月3日上午', '2024-07-03'],
    ['2024年7月3日（星期三）', '2024-07-03'],
    ['2024 年 7 月 3 日', '2024-07-03'],
    ['20240703', '2024-07-03'],
    ['45476', '2024-07-03'],
  ])('%s is %s', (typed, expected) => {
    expect(readSheetDay(text(typed), CONTEXT)).toEqual({ value: expected });
  });

  test.each([
    ['7月3日', '2023-07-03'],
    ['7.3', '2023-07-03'],
    ['7-3', '2023-07-03'],
    ['7月3号下午', '2023-07-03'],
    ['3日', '2023-08-03'],
  ])('%s takes year and month of the sheet: %s', (typed, expected) => {
    expect(readSheetDay(text(typed), { ...CONTEXT, year: 2023, month: 8 })).toEqual({ value: expected });
  });

  test('a time limit without a year is the first such day from the opening on', () => {
    const context = { ...CONTEXT, year: 2024, from: day('2024-12-20') };
    expect(readSheetDay(text('1月5日'), context)).toEqual({ value: '2025-01-05' });
  });

  test.each([
    ['7月3日', 'day-without-year'],
    ['3日', 'day-without-year'],
    ['7月3日-5日', 'day-range'],
    ['7月3日至7月5日', 'day-range'],
    ['2024.7.3-7.5', 'day-range'],
    ['2024.7.3-5日', 'day-range'],
    ['2024-07-03~2024-07-05', 'day-range'],
    ['7月3日、5日', 'day-range'],
    ['24.7.3', 'day-invalid'],
    ['2024-02-30', 'day-invalid'],
    ['1999-07-03', 'day-invalid'],
    ['今天', 'day-invalid'],
    ['昨天', 'day-invalid'],
    ['七月初三', 'day-invalid'],
  ])('%s is refused: %s', (typed, code) => {
    expect(readSheetDay(text(typed), CONTEXT)).toMatchObject({ problem: { code } });
  });

  test('a number is the day that a spreadsheet counts, from 1900 or from 1904', () => {
    expect(readSheetDay(number(45_476), CONTEXT)).toEqual({ value: '2024-07-03' });
    expect(readSheetDay(number(45_476.4), CONTEXT)).toEqual({ value: '2024-07-03' });
    expect(readSheetDay(number(44_014), { ...CONTEXT, date1904: true })).toEqual({ value: '2024-07-03' });
    expect(readSheetDay(number(20_240_703), CONTEXT)).toEqual({ value: '2024-07-03' });
  });

  test('a number that may have lost a zero is refused: 7.1 is 7.10', () => {
    expect(readSheetDay(number(7.1), CONTEXT)).toEqual({ problem: { code: 'day-as-number', found: '7.1' } });
    expect(readSheetDay(number(3), CONTEXT)).toHaveProperty('problem');
  });

  test('every day comes back from its number and from its text', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (date, date1904) => {
        const context = { ...CONTEXT, date1904 };
        fc.pre(date < '2100-01-01');
        expect(readSheetDay(number(serialOf(day(date), date1904)), context)).toEqual({ value: date });
        expect(readSheetDay(text(date.replaceAll('-', '.')), context)).toEqual({ value: date });
      }),
    );
  });
});
