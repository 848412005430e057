import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAlike } from '../../src/domain/look-alike.ts';
import { hostileText } from '../support/arbitraries.ts';

test.each([
  ['冼某己', '洗某已'],
  ['粱某', '梁某'],
  ['区某戌', '区某戍'],
  ['候某', '侯某'],
  ['神某', '\uFA19某'],
  ['丽某', '\u{2F800}某'],
])('%s and %s', (one, other) => {
  expect([lookAlike(one, other), lookAlike(other, one)]).toEqual([true, true]);
});

test.each([
  ['梁某', '陈某'],
  ['梁某', '梁某某'],
  ['梁某某', '粱某'],
  ['梁某', '梁某'],
  ['', ''],
  ['', '梁某'],
])('%j and %j are not alike', (one, other) => {
  expect([lookAlike(one, other), lookAlike(other, one)]).toEqual([false, false]);
});

test('no text is like itself, and likeness goes both ways', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, other) => {
      expect(lookAlike(one, one)).toBe(false);
      expect(lookAlike(one, other)).toBe(lookAlike(other, one));
    }),
  );
});
