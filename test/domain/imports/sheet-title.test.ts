import { expect, test } from 'vitest';
import { timeIn } from '../../../src/domain/imports/sheet-title.ts';

test.each([
  [['2024年7月走访座谈台账'], 2024, 7],
  [['2024年7-9月走访座谈台账'], 2024, undefined],
  [['2024年1至3月走访座谈台账'], 2024, undefined],
  [['2024年7、8、9月走访座谈台账'], 2024, undefined],
  // Who signed when tells of no entry; the nearest title that names a time does.
  [['填报时间：2025年1月', '2024年第四季度走访座谈台账'], 2024, undefined],
  [['2024年第三季度走访座谈台账　填报时间：2024年9月'], undefined, undefined],
])('%j tell of the year %s and the month %s', (titles, year, month) => {
  const time = timeIn({ titles, sheet: 'Sheet1', file: 'a.xlsx' });
  expect([time.year, time.month]).toEqual([year, month]);
});

test('a sheet named by several months tells of none', () => {
  expect(timeIn({ titles: ['2024年走访'], sheet: '7-9月', file: 'a.xlsx' }).month).toBeUndefined();
  expect(timeIn({ titles: ['2024年走访'], sheet: '9月', file: 'a.xlsx' }).month).toBe(9);
});
