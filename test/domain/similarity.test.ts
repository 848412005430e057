import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alike } from '../../src/domain/similarity.ts';
import { hostileText } from '../support/arbitraries.ts';

test.each([
  ['村民反映巷道排水引发相邻纠纷两宗', '村民反映巷道排水引发相邻纠纷三宗', true],
  ['村民反映巷道排水，引发纠纷。', ' 村民反映巷道排水 引发纠纷', true],
  ['村民反映巷道排水引发相邻纠纷', '社区反映物业费拖欠', false],
  ['无', '无。', true],
  ['无', '有', false],
  ['', '', true],
  ['', '，。', true],
  ['', '村民反映', false],
  ['甲', '村民反映', false],
  // The pairs ab and bc against bc and cd: one of two in each, 2·1/4.
  ['abc', 'bcd', false],
  // Three of four pairs in each are common, 2·3/8.
  ['abcde', 'bcdef', true],
  // Three of five, just enough.
  ['abcdef', 'abcdxy', true],
])('%j and %j say much the same: %s', (one, other, expected) => {
  expect(alike(one, other)).toBe(expected);
  expect(alike(other, one)).toBe(expected);
});

test('every text is like itself, and likeness goes both ways', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, other) => {
      expect(alike(one, one)).toBe(true);
      expect(alike(one, other)).toBe(alike(other, one));
    }),
  );
});
