import { expect, test } from 'vitest';
import { choice } from '../../../src/domain/fields/choice.ts';
import { aRoster, day } from '../../support/builders.ts';

const form = choice([
  { id: 'visit', label: { zh: '走访', en: 'Visit' } },
  { id: 'caseTalk', label: { zh: '以案释法', en: 'case talk' } },
]);
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test.each([
  ['visit', 'visit'],
  ['走访', 'visit'],
  [' ＶＩＳＩＴ ', 'visit'],
  ['casetalk', 'caseTalk'],
  ['Case Talk', 'caseTalk'],
  ['以案释法\u3000', 'caseTalk'],
])('%j is %s', (typed, value) => {
  expect(form.read(typed, context)).toEqual({ value });
});

test.each([
  ['vist', 'visit'],
  ['以案说法', '以案释法'],
  ['座谈', undefined],
  ['', undefined],
])('%j is none of them and was most likely %s', (typed, nearest) => {
  expect(form.read(typed, context)).toEqual({
    problem: {
      code: 'choice-invalid',
      found: typed,
      choices: [
        { id: 'visit', label: '走访' },
        { id: 'caseTalk', label: '以案释法' },
      ],
      ...(nearest === undefined ? {} : { nearest }),
    },
  });
});

test('a file holds the id, people read the label of their language', () => {
  expect([form.shape.accepts('caseTalk'), form.shape.accepts('以案释法')]).toEqual([true, false]);
  expect([form.show('caseTalk', 'zh'), form.show('caseTalk', 'en')]).toEqual(['以案释法', 'case talk']);
  expect(form.show('unknown', 'zh')).toBe('unknown');
});
