import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldTyped } from '../../src/domain/typed-text.ts';
import { hostileText } from '../support/arbitraries.ts';

test.each([
  ['２０２４－０７－０３', '2024-07-03'],
  ['２０２４／７／３', '2024/7/3'],
  ['ＡＢＣａｂｃ～！', 'ABCabc~!'],
  ['\u3000太平镇\u00A0', '太平镇'],
  [' a\u3000b ', 'a b'],
  ['（２）', '(2)'],
  ['', ''],
])('%j is read as %j', (typed, folded) => {
  expect(foldTyped(typed)).toBe(folded);
});

test('names are not changed to their compatibility forms', () => {
  for (const name of ['\uFA19', '①', '㎡', '𠮷野']) expect(foldTyped(name)).toBe(name);
});

test('what is folded once stays as it is', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(foldTyped(foldTyped(text))).toBe(foldTyped(text));
    }),
  );
});
