import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSoundJson } from '../../src/store/json-quick.ts';

describe('the quick way', () => {
  test.each([
    '{"amount":"12000.50","note":"约1.2万元"}',
    '["（2024）粤5321民初1号", "v1.0"]',
    '{"a":[1,-2,300],"b":{"c":true,"d":null}}',
  ])('takes %s', (text) => {
    const value: unknown = JSON.parse(text);
    expect(parseSoundJson(text, 32)).toEqual({ value });
  });

  test.each(['{"a":0.1}', '[1.5]', '[ -1.25]', '{"a":\n2.0}', '[1,2.5]', '[1e-7]', '[1.5e-7]', '0.5'])(
    'never takes %s, which might lose digits',
    (text) => {
      expect(parseSoundJson(text, 32)).toBeUndefined();
    },
  );

  test('never takes a fraction, wherever it stands in a document', () => {
    const fraction = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((one) => !Number.isInteger(one));
    const holder = fc.constantFrom(
      (text: string) => `[${text}]`,
      (text: string) => `{"a":${text},"b":"12.50"}`,
      (text: string) => `["1.2万", ${text}, 3]`,
    );
    fc.assert(
      fc.property(fraction, holder, (one, held) => {
        expect(parseSoundJson(held(String(one)), 32)).toBeUndefined();
      }),
    );
  });
});
