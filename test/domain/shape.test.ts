import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceShape,
  dayShape,
  describe as kindAndLength,
  digestShape,
  either,
  entryIdShape,
  findingsIn,
  judgeIdShape,
  listOf,
  nullable,
  objectOf,
  optional,
  quarterShape,
  textShape,
  timestampShape,
  wholeNumberShape,
  yesNoShape,
  type Shape,
} from '../../src/domain/shape.ts';
import { located } from '../support/builders.ts';

const hash = 'a'.repeat(64);

describe('single values', () => {
  const table: readonly [string, Shape<unknown>, readonly unknown[], readonly unknown[]][] = [
    [
      'text',
      textShape(3),
      ['a', '三个字', '𠮷𠮷𠮷'],
      ['', '四个字啊', '𠮷𠮷𠮷𠮷', 'x'.repeat(9), 1, null, ['a']],
    ],
    ['text that may be empty', textShape(3, 'text', undefined, 0), [''], ['abcd']],
    ['whole number', wholeNumberShape(1, 9), [1, 9], [0, 10, 1.5, NaN, Infinity, '1']],
    ['yes or no', yesNoShape, [true, false], ['true', 1, 0, null]],
    ['choice', choiceShape('a', 'b'), ['a', 'b'], ['c', '', 'A', 0]],
    ['day', dayShape, ['2024-02-29'], ['2023-02-29', '2024-7-3', 20240703]],
    ['quarter', quarterShape, ['2024Q3'], ['2024-Q3', '1999Q4', 3]],
    ['digest', digestShape, [hash], [hash.slice(1), hash.toUpperCase(), `${hash}a`]],
    [
      'judge id',
      judgeIdShape,
      ['li-min', '0', 'a'.repeat(32)],
      ['', '-a', 'Li', '李', 'a/b', '..', 'a'.repeat(33)],
    ],
    ['entry id', entryIdShape, ['visit-240703-7kq2', 'abc'], ['ab', 'A-b', '../x', 'a\n', 'a'.repeat(65)]],
    [
      'timestamp',
      timestampShape,
      ['2024-07-03T10:21:05+08:00', '2024-07-03T02:21:05Z', '2024-07-03T02:21:05.123Z'],
      ['2024-07-03', '2024-07-03 10:21:05', '2024-07-03T10:21:05', `${hash}${hash}`],
    ],
    ['a value or null', nullable(yesNoShape), [true, null], [undefined, 'x']],
  ];

  test.each(table)('%s', (_, shape, sound, unsound) => {
    for (const value of sound) expect([value, shape.accepts(value)]).toEqual([value, true]);
    for (const value of unsound) expect([value, shape.accepts(value)]).toEqual([value, false]);
  });

  test('a pattern never sees a text that is too long', () => {
    const seen: number[] = [];
    class Spy extends RegExp {
      override test(text: string): boolean {
        seen.push(text.length);
        return super.test(text);
      }
    }
    expect(textShape(5, 'text', new Spy('x')).accepts('y'.repeat(1000))).toBe(false);
    expect(textShape(5, 'text', new Spy('x')).accepts('xx')).toBe(true);
    expect(seen).toEqual([2]);
  });
});

test.each([
  [null, 'null'],
  [['a'], 'list'],
  [{}, 'object'],
  [1, 'number'],
  [true, 'boolean'],
  [undefined, 'undefined'],
  ['𠮷野', 'text:2'],
  ['', 'text:0'],
])('%j is described as %s', (value, words) => {
  expect(kindAndLength(value)).toBe(words);
});

describe('objects and lists', () => {
  const place = objectOf({ name: textShape(10), code: optional(textShape(5)) });
  const places = objectOf({ court: textShape(10), places: listOf(either(textShape(10), place)) });

  function found(shape: Shape<unknown>, value: unknown) {
    return findingsIn(shape, value, located).map(({ problem, where }) => ({ ...problem, ...where }));
  }

  test('sound ones are accepted in any order of keys, optional ones missing', () => {
    expect(places.accepts({ places: ['甲', { code: '1', name: '乙' }, { name: '丙' }], court: '法院' })).toBe(
      true,
    );
  });

  test('everything that is wrong is found in one run, each where it stands', () => {
    expect(found(places, { places: ['', { nam: '甲' }, 3, { name: 5, code: '123456' }], extra: 1 })).toEqual([
      {
        code: 'value-invalid',
        key: 'places',
        expects: 'text',
        found: 'text:0',
        cell: 'places/0',
        line: 3,
        column: 1,
      },
      { code: 'key-unknown', key: 'nam', nearest: 'name', cell: 'places/1/nam', line: 4, column: 2 },
      { code: 'key-missing', key: 'name', cell: 'places/1', line: 3, column: 1 },
      {
        code: 'value-invalid',
        key: 'places',
        expects: 'object',
        found: 'number',
        cell: 'places/2',
        line: 3,
        column: 1,
      },
      {
        code: 'value-invalid',
        key: 'name',
        expects: 'text',
        found: 'number',
        cell: 'places/3/name',
        line: 4,
        column: 1,
      },
      {
        code: 'value-invalid',
        key: 'code',
        expects: 'text',
        found: 'text:6',
        cell: 'places/3/code',
        line: 4,
        column: 1,
      },
      { code: 'key-unknown', key: 'extra', cell: 'extra', line: 2, column: 2 },
      { code: 'key-missing', key: 'court', cell: '', line: 1, column: 1 },
    ]);
  });

  test.each([
    ['text', 'text:1'],
    [null, 'null'],
    [[], 'list'],
    [undefined, 'undefined'],
  ])('%j is no object', (value, words) => {
    const given = words === 'text:1' ? 'x' : value;
    expect(found(place, given)).toEqual([
      { code: 'value-invalid', key: '', expects: 'object', found: words, cell: '', line: 1, column: 1 },
    ]);
  });

  test('what should be a list and is none is said once', () => {
    expect(found(listOf(place), { 0: '甲' })).toHaveLength(1);
  });

  test('what fits neither of two shapes is explained by the one whose sort it is', () => {
    const oneOrMany = either(place, listOf(place));
    expect(found(oneOrMany, { name: '甲', cod: '1' })).toMatchObject([
      { code: 'key-unknown', nearest: 'code' },
    ]);
    expect(found(oneOrMany, [{ nome: '甲' }])).toMatchObject([
      { code: 'key-unknown' },
      { code: 'key-missing' },
    ]);
    expect(found(oneOrMany, 3)).toMatchObject([{ expects: 'list', found: 'number' }]);
    expect(found(either(listOf(place), place), [3])).toMatchObject([{ expects: 'object', found: 'number' }]);
    expect(found(nullable(place), { name: '甲', cod: '1' })).toMatchObject([{ code: 'key-unknown' }]);
  });

  test('keys that every object of the language has are unknown like any other', () => {
    const value: unknown = JSON.parse('{"name":"甲","__proto__":{"name":1},"constructor":1,"toString":2}');
    expect(place.accepts(value)).toBe(false);
    expect(found(place, value).map((one) => 'key' in one && one.key)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    expect(place.accepts(JSON.parse('{"__proto__":{"name":"甲"}}'))).toBe(false);
  });

  test('a long unknown key is cut', () => {
    expect(found(place, { name: '甲', ['x'.repeat(1000)]: 1 })).toMatchObject([{ key: 'x'.repeat(64) }]);
  });

  test('a value is accepted just where nothing is found wrong with it, and no finding quotes it', () => {
    const secret = fc.string({ minLength: 5, maxLength: 30 }).map((text) => `§${text}§`);
    const value = fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.record({ name: fc.oneof(secret, fc.integer()), code: secret }, { requiredKeys: [] }),
      fc.record({
        court: fc.oneof(secret, fc.constant('法院')),
        places: fc.array(fc.oneof(secret, fc.constant('甲'))),
      }),
    );
    fc.assert(
      fc.property(value, (one) => {
        for (const shape of [place, places]) {
          const findings = findingsIn(shape, one, located);
          expect(findings.length === 0).toBe(shape.accepts(one));
          expect(JSON.stringify(findings)).not.toContain('§');
        }
      }),
    );
    expect(found(places, { court: '法院', places: [] })).toEqual([]);
  });
});
