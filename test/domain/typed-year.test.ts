import { expect, test } from 'vitest';
import { readYear } from '../../src/domain/typed-year.ts';

test.each([
  ['2024', 2024],
  ['２０２４年', 2024],
  [' 2023 年度 ', 2023],
  ['今年', 2024],
  ['本年度', 2024],
  ['this', 2024],
  ['去年', 2023],
  ['上年', 2023],
  ['LAST', 2023],
  ['2000', 2000],
])('%s in 2024 is %i', (typed, year) => {
  expect(readYear(typed, 2024)).toEqual({ value: year });
});

test.each(['', '24', '1999', '2024Q3', '明年', '20245', 'constructor'])('%j is no year', (typed) => {
  expect(readYear(typed, 2024)).toEqual({ problem: { code: 'year-invalid', found: typed } });
});

test('before the first year there is none', () => {
  expect(readYear('last', 2000)).toHaveProperty('problem.code', 'year-invalid');
});
