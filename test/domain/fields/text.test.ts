import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOfText, text, TEXT_LIMIT } from '../../../src/domain/fields/text.ts';
import { hostileText } from '../../support/arbitraries.ts';
import { aRoster, day } from '../../support/builders.ts';

const example = { zh: '例', en: 'example' };
const long = text({ long: true, example });
const short = text({ example });
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test.each([
  ['第一行\r\n第二行\r第三行\n', '第一行\n第二行\n第三行'],
  ['  两边的空格 ', '两边的空格'],
  ['\uFA19 全角１２３ =1+1', '\uFA19 全角１２３ =1+1'],
  ['\u202e反\u200b', '\u202e反\u200b'],
  ['𠮷'.repeat(TEXT_LIMIT), '𠮷'.repeat(TEXT_LIMIT)],
])('%# long text is stored as typed', (typed, value) => {
  expect(long.read(typed, context)).toEqual({ value });
  expect(long.shape.accepts(value)).toBe(true);
  expect(long.show(value, 'zh')).toBe(value);
});

test.each([
  ['a\u0000b', { code: 'text-control', codePoint: 'U+0000' }],
  ['a\tb', { code: 'text-control', codePoint: 'U+0009' }],
  ['a\u001bb', { code: 'text-control', codePoint: 'U+001B' }],
  ['a\u007fb', { code: 'text-control', codePoint: 'U+007F' }],
  ['a\u0085b', { code: 'text-control', codePoint: 'U+0085' }],
  ['a\ufffeb', { code: 'text-control', codePoint: 'U+FFFE' }],
  ['a\ud800b', { code: 'text-control', codePoint: 'U+D800' }],
  ['a\udc00', { code: 'text-control', codePoint: 'U+DC00' }],
  ['x'.repeat(5001), { code: 'text-too-long', length: 5001, limit: 5000 }],
  ['𠮷'.repeat(5001), { code: 'text-too-long', length: 5001, limit: 5000 }],
])('%# is refused without being quoted', (typed, problem) => {
  expect(long.read(typed, context)).toEqual({ problem });
  expect(short.read(typed, context)).toEqual({ problem });
});

test('line breaks stand in long fields only', () => {
  expect(short.read('一\n二', context)).toEqual({ problem: { code: 'text-line-break' } });
  expect(short.read('一行\n', context)).toEqual({ value: '一行' });
  expect([long, short, text({ name: true, example })].map(({ offer }) => offer)).toEqual([
    { type: 'text', long: true, name: false },
    { type: 'text', long: false, name: false },
    { type: 'text', long: false, name: true },
  ]);
});

test('what may be typed may be stored', () => {
  fc.assert(
    fc.property(hostileText, (typed) => {
      const read = long.read(typed, context);
      if ('problem' in read) return;
      expect(read.value === '' || long.shape.accepts(read.value)).toBe(true);
      expect(problemOfText(String(read.value), true)).toBeUndefined();
      expect(long.read(String(read.value), context)).toEqual(read);
    }),
  );
});
