import fc from 'fast-check';
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

test('the closer of two is meant, and the first of two that are as close', () => {
  expect(nearest('太平真', ['太平村', '太平镇'])).toBe('太平村');
  expect(nearest('visitt', ['visas', 'visit'])).toBe('visit');
  expect(nearest('镇', ['太'])).toBeUndefined();
  expect(nearest('太平镇', [])).toBeUndefined();
});

const letters = fc.array(fc.constantFrom<string[]>('太', '平', '镇', 'a', 'B', '𠮷'), {
  minLength: 3,
  maxLength: 9,
});

test('a candidate is its own nearest, whatever its case', () => {
  fc.assert(
    fc.property(letters, fc.array(letters), (word, others) => {
      const candidates = [...others, word].map((one) => one.join(''));
      expect(nearest(word.join('').toUpperCase(), candidates)?.toLowerCase()).toBe(
        word.join('').toLowerCase(),
      );
    }),
  );
});

test('one letter more, less, changed or swapped still finds a word of three or more', () => {
  fc.assert(
    fc.property(letters, fc.nat(), (word, at) => {
      const index = at % (word.length - 1);
      const [left = '', right = ''] = word.slice(index, index + 2);
      const typed = [
        word.toSpliced(index, 1),
        word.toSpliced(index, 1, '乡'),
        word.toSpliced(index, 0, '乡'),
        word.toSpliced(index, 2, right, left),
      ];
      for (const one of typed) expect(nearest(one.join(''), [word.join('')])).toBe(word.join(''));
    }),
  );
});
