import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { entryDigest, sealCode, sealValue } from '../../src/domain/seal.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the canonical form', () => {
  // The examples of RFC 8785, 3.2.2 to 3.2.4.
  test('is that of the standard', () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(
      canonicalJson({
        '\u20ac': 1,
        '\r': 2,
        '\ufb33': 3,
        '1': 4,
        '\ud83d\ude00': 5,
        '\u0080': 6,
        '\u00f6': 7,
      }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  test('leaves out what is undefined, and refuses what is no JSON', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('is the same whatever the order of keys, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        // Nothing but a negative zero is changed by it.
        expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
      }),
    );
    expect(canonicalJson({ a: 1, b: [2, { d: 3, c: 4 }] })).toBe('{"a":1,"b":[2,{"c":4,"d":3}]}');
    expect(canonicalJson({ b: [2, { c: 4, d: 3 }], a: 1 })).toBe('{"a":1,"b":[2,{"c":4,"d":3}]}');
  });
});

test('a seal is over the format and everything but the seal itself', () => {
  const expected = sha256('liaison-submission/1\n{"a":1,"b":"x"}');
  expect(sealValue('liaison-submission/1', { b: 'x', a: 1 }, sha256)).toBe(expected);
  expect(sealValue('liaison-submission/1', { a: 1, seal: { value: '0' }, b: 'x' }, sha256)).toBe(expected);
  expect(sealValue('liaison-submission/2', { a: 1, b: 'x' }, sha256)).not.toBe(expected);
  expect(entryDigest({ id: 'x' }, sha256)).toBe(sha256('{"id":"x"}').slice(0, 16));
});

test.each([
  ['0000000000ff', '00000000'],
  ['ffffffffff00', 'ZZZZZZZZ'],
  ['0000000001ab', '00000001'],
  ['f83e0f83e000', 'Z0Z0Z0Z0'],
  ['6c99bb0302e2', 'DJCVP0R2'],
])('the code of %s is %s', (value, code) => {
  expect(sealCode(value)).toBe(code);
});
