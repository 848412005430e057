import { expect, test } from 'vitest';
import { saysYesOrNo, yesNo } from '../../../src/domain/fields/yes-no.ts';
import { aRoster, day } from '../../support/builders.ts';

const heavy = yesNo();
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test.each([
  ...['是', '有', 'true', 'yes', 'Y', '1', ' ＴＲＵＥ '].map((typed) => [typed, true] as const),
  ...['否', '无', 'false', 'no', 'N', '0', 'ｎｏ'].map((typed) => [typed, false] as const),
])('%j is %s', (typed, value) => {
  expect(heavy.read(typed, context)).toEqual({ value });
  expect(saysYesOrNo(typed)).toBe(true);
});

test.each(['也许', '7kq2', '是的吧', ''])('%j is neither', (typed) => {
  expect(heavy.read(typed, context)).toEqual({ problem: { code: 'yes-no-invalid', found: typed } });
  expect(saysYesOrNo(typed)).toBe(false);
});

test('a file holds true or false, people read 是 or no', () => {
  expect([true, false, '是', 1].map((value) => heavy.shape.accepts(value))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([heavy.show(true, 'zh'), heavy.show(false, 'zh')]).toEqual(['是', '否']);
  expect([heavy.show(true, 'en'), heavy.show(false, 'en')]).toEqual(['yes', 'no']);
});
