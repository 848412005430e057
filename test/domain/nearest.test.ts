import { expect, test } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

const names = ['走访座谈', '法治宣传', '巡回审判', 'visit', 'consultation', '日期'];

test.each([
  ['走访座淡', '走访座谈'],
  ['走访', undefined],
  ['日朝', '日期'],
  ['vist', 'visit'],
  ['consultatoin', 'consultation'],
  ['完全不同', undefined],
  ['x', undefined],
  ['', undefined],
])('%s most likely means %s', (word, meant) => {
  expect(nearest(word, names)).toBe(meant);
});

test('one character outside the basic plane counts as one', () => {
  expect(nearest('𠮷野村', ['𠮷田村'])).toBe('𠮷田村');
});
