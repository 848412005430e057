import { expect, test } from 'vitest';
import { likeliest, surelyMeant } from '../../../src/domain/imports/likely-fields.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { QUESTION } from './tables.ts';

const fields = KINDS.find(({ id }) => id === 'dispute')?.fields ?? [];
const first = (head: string, ...samples: readonly string[]): string | undefined =>
  likeliest(fields, head, samples, QUESTION)[0]?.key;

test('a field whose name shares the head’s characters comes first', () => {
  expect(first('后续措施', '已约谈')).toBe('measures');
});

test('a type that can’t read what stands there comes last, one that can before text', () => {
  expect(first('数目', '12')).toBe('people');
  expect(first('涉及人数多少', '很多')).not.toBe('people');
});

test('no field is lost', () => {
  expect(new Set(likeliest(fields, '天气', ['晴'], QUESTION))).toEqual(new Set(fields));
});

test('a field is surely meant where its name is nearly the head and its type reads the samples', () => {
  const visit = KINDS.find(({ id }) => id === 'visit')?.fields ?? [];
  const sure = (head: string, ...samples: readonly string[]): string | undefined =>
    surelyMeant(visit, head, samples, QUESTION)?.key;
  expect(sure('联系领导之意见', '请跟进')).toBe('leaderOpinion');
  expect(sure('后续处理', '已转办')).toBeUndefined();
  expect(sure('走访方式等', '不是方式')).toBeUndefined();
  expect(sure('成效', '已化解')).toBeUndefined();
});
