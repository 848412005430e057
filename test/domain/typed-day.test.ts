import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, partsOf, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { readDay } from '../../src/domain/typed-day.ts';
import { anyDay } from '../support/arbitraries.ts';
import { day } from '../support/builders.ts';

const today = day('2024-09-18');

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
}

/** Every way to type a day with its year. */
function typedForms(date: CalendarDate): readonly string[] {
  const { year, month, day: number } = partsOf(date);
  const [y, m, d] = [year, month, number].map(String);
  const plain = [
    date,
    date.replaceAll('-', ''),
    ...['-', '/', '.'].flatMap((mark) => [[y, m, d].join(mark), date.replaceAll('-', mark)]),
    `${y ?? ''}年${m ?? ''}月${d ?? ''}日`,
    `${y ?? ''}年${m ?? ''}月${d ?? ''}号`,
    `${y ?? ''}年${m ?? ''}月${d ?? ''}`,
    `${y ?? ''}年${date.slice(5, 7)}月${date.slice(8)}日`,
  ];
  return [...plain, ...plain.map(fullWidth), ...plain.map((text) => ` ${text}\u3000`)];
}

test('every typed form of a day is the day', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (date, now) => {
      for (const typed of typedForms(date))
        expect([typed, readDay(typed, now)]).toEqual([typed, { value: date }]);
    }),
  );
});

test.each([
  ['7月3日', '2024-07-03'],
  ['7-3', '2024-07-03'],
  ['7/3', '2024-07-03'],
  ['7.3', '2024-07-03'],
  ['07-03', '2024-07-03'],
  ['7月3号', '2024-07-03'],
  ['７月３日', '2024-07-03'],
  ['9-18', '2024-09-18'],
  ['9-19', '2023-09-19'],
  ['12月31日', '2023-12-31'],
  ['2-29', '2024-02-29'],
  ['今天', '2024-09-18'],
  ['今日', '2024-09-18'],
  ['today', '2024-09-18'],
  ['TODAY', '2024-09-18'],
  ['昨天', '2024-09-17'],
  ['昨日', '2024-09-17'],
  ['yesterday', '2024-09-17'],
  ['前天', '2024-09-16'],
])('on 18 September 2024 %s is %s', (typed, date) => {
  expect(readDay(typed, today)).toEqual({ value: date });
});

test.each([
  ['24-7-3', 'two-digit-year'],
  ['24/7/3', 'two-digit-year'],
  ['24年7月3日', 'two-digit-year'],
  ['２４．７．３', 'two-digit-year'],
  ['2024-02-30', 'no-such-day'],
  ['2023-2-29', 'no-such-day'],
  ['20240230', 'no-such-day'],
  ['2024-13-1', 'no-such-day'],
  ['2-30', 'no-such-day'],
  ['13月1日', 'no-such-day'],
  ['0-1', 'no-such-day'],
  ['7-0', 'no-such-day'],
  ['1999-12-31', 'before-2000'],
  ['19991231', 'before-2000'],
  ['2024-7/3', 'format'],
  ['2024年7-3', 'format'],
  ['2024-7-3日', 'format'],
  ['7-3日', 'format'],
  ['2024-7', 'format'],
  ['2024', 'format'],
  ['明天', 'format'],
  ['三月三日', 'format'],
  ['', 'format'],
  ['constructor', 'format'],
  ['__proto__', 'format'],
  ['2024-07-03x', 'format'],
  ['2024-07-03T10:00:00Z', 'format'],
])('%s is refused: %s', (typed, reason) => {
  expect(readDay(typed, today)).toEqual({ problem: { code: 'day-invalid', found: typed, reason } });
});

describe('a day without a year', () => {
  const leap = fc.tuple(anyDay, anyDay).filter(([date]) => !date.endsWith('02-29'));

  test('is the latest such day not after today', () => {
    fc.assert(
      fc.property(leap, ([date, now]) => {
        fc.pre(now >= '2001-01-01');
        const read = readDay(date.slice(5), now);
        if ('problem' in read) throw new Error(read.problem.code);
        expect(read.value.slice(5)).toBe(date.slice(5));
        expect(read.value <= now && read.value > addDays(now, -366)).toBe(true);
      }),
    );
  });

  test('is, where it lies ahead, the first on or after the opening day', () => {
    fc.assert(
      fc.property(leap, ([date, from]) => {
        const read = readDay(date.slice(5), today, { from });
        if ('problem' in read) throw new Error(read.problem.code);
        expect(read.value.slice(5)).toBe(date.slice(5));
        expect(read.value >= from && read.value < addDays(from, 366)).toBe(true);
      }),
    );
  });

  test.each([
    ['2-29', '2024-02-28', '2020-02-29'],
    ['2-29', '2023-12-31', '2020-02-29'],
    ['2月29日', '2101-01-01', '2096-02-29'],
  ])('%s on %s is %s', (typed, now, date) => {
    expect(readDay(typed, day(now))).toEqual({ value: date });
  });

  test.each([
    ['2-29', '2096-03-01', '2104-02-29'],
    ['9-18', '2024-09-18', '2024-09-18'],
    ['9-17', '2024-09-18', '2025-09-17'],
  ])('%s ahead of %s is %s', (typed, from, date) => {
    expect(readDay(typed, today, { from: day(from) })).toEqual({ value: date });
  });

  test('is refused where no such day has been yet', () => {
    expect(readDay('2-29', day('2000-02-28'))).toEqual({
      problem: { code: 'day-invalid', found: '2-29', reason: 'no-such-day' },
    });
  });
});
