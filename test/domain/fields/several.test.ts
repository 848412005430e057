import fc from 'fast-check';
import { expect, test } from 'vitest';
import { several } from '../../../src/domain/fields/several.ts';
import { aRoster, day } from '../../support/builders.ts';

const IDS = ['law', 'policy', 'precedent'] as const;
const method = several([
  { id: 'law', label: { zh: '法律指导', en: 'law' } },
  { id: 'policy', label: { zh: '政策指引', en: 'policy' } },
  { id: 'precedent', label: { zh: '判例支撑', en: 'precedent' } },
]);
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test.each([
  ['法律指导', ['law']],
  ['法律指导、政策指引', ['law', 'policy']],
  ['政策指引，法律指导', ['law', 'policy']],
  ['precedent,law', ['law', 'precedent']],
  ['policy；law; 法律指导', ['law', 'policy']],
  ['、law、', ['law']],
])('%s is %j, each once and in the order of the form', (typed, value) => {
  expect(method.read(typed, context)).toEqual({ value });
});

test.each([
  ['法律指导、政策指导', { code: 'choice-invalid', found: '政策指导', nearest: '政策指引' }],
  ['法律指导 政策指引', { code: 'choice-invalid', found: '法律指导 政策指引' }],
  ['、', { code: 'choices-empty' }],
])('%s is refused', (typed, problem) => {
  expect(method.read(typed, context)).toMatchObject({ problem });
});

test('a file holds a list of ids, none twice and never none', () => {
  expect(method.shape.accepts(['policy', 'law'])).toBe(true);
  for (const value of [[], ['law', 'law'], ['法律指导'], 'law', ['law', 5]])
    expect(method.shape.accepts(value)).toBe(false);
});

test('what is shown is read as itself, in both languages', () => {
  fc.assert(
    fc.property(fc.subarray([...IDS], { minLength: 1 }), (value) => {
      expect(method.read(method.show(value, 'zh'), context)).toEqual({ value });
      expect(method.read(method.show(value, 'en'), context)).toEqual({ value });
    }),
  );
});
