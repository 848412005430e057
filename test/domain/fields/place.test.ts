import { expect, test } from 'vitest';
import { town, village } from '../../../src/domain/fields/place.ts';
import { aRoster, aTown, day } from '../../support/builders.ts';

const roster = aRoster({ towns: [aTown('太平镇', { aliases: ['太平'] }), aTown('大江镇')] });
const context = { today: day('2024-09-18'), roster, language: 'zh' } as const;

test.each(['太平镇', '太平', ' 太 平 镇'])('%s is stored under the roster’s name', (typed) => {
  expect(town().read(typed, context)).toEqual({ value: '太平镇' });
});

test.each([
  ['太平真', '太平镇'],
  ['新城镇区', undefined],
])('%s is refused, with the towns there are', (typed, nearest) => {
  expect(town().read(typed, context)).toEqual({
    problem: {
      code: 'town-unknown',
      town: typed,
      known: ['太平镇', '大江镇'],
      ...(nearest === undefined ? {} : { nearest }),
    },
  });
});

test('a village stays as it was typed, listed or not', () => {
  expect(village().read(' 没有的村 ', context)).toEqual({ value: '没有的村' });
  expect(village().show('没有的村', 'en')).toBe('没有的村');
  expect(town().show('太平镇', 'en')).toBe('太平镇');
});

test.each([
  ['一\n二', { code: 'text-line-break' }],
  ['一\u0007', { code: 'text-control', codePoint: 'U+0007' }],
  ['村'.repeat(101), { code: 'text-too-long', length: 101, limit: 100 }],
])('%# is no name of a village', (typed, problem) => {
  expect(village().read(typed, context)).toEqual({ problem });
});

test('what may be typed for a village may be stored', () => {
  expect(village().shape.accepts('村'.repeat(100))).toBe(true);
  expect(village().shape.accepts('村'.repeat(101))).toBe(false);
});
