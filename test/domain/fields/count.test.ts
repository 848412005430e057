import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from '../../../src/domain/fields/count.ts';
import { aRoster, day } from '../../support/builders.ts';

const people = count({ example: { zh: '5', en: '5' }, units: ['人', '人次'] });
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test.each([
  ['0', 0],
  ['35', 35],
  [' ３５ ', 35],
  ['007', 7],
  ['9999999', 9_999_999],
  ['35人', 35],
  ['35 人次', 35],
])('%j is %i', (typed, value) => {
  expect(people.read(typed, context)).toEqual({ value });
  expect(people.shape.accepts(value)).toBe(true);
});

test.each(['-5', '3.5', '三十五', '35户', '35人户', '六人', '人', '1e3', '0x10', '10000000', ''])(
  '%j is no count',
  (typed) => {
    expect(people.read(typed, context)).toEqual({
      problem: { code: 'count-invalid', found: typed, most: 9_999_999, units: ['人', '人次'] },
    });
  },
);

test.each([-1, 3.5, 10_000_000, '35', null])('a file may not hold %j', (value) => {
  expect(people.shape.accepts(value)).toBe(false);
});

test('what is shown is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (value) => {
      expect(people.read(people.show(value, 'zh'), context)).toEqual({ value });
    }),
  );
});
