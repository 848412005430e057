import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsualCaseNumber, readCaseNumber } from '../../src/domain/case-number.ts';
import { caseNumber } from '../../src/domain/fields/case-number.ts';
import { aRoster, day } from '../support/builders.ts';

const field = caseNumber();
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

describe('a case number is kept in one form', () => {
  test.each([
    ['（2024）粤5321民初123号', '（2024）粤5321民初123号', '粤5321'],
    ['(2024)粤5321诉前调确12号', '（2024）粤5321诉前调确12号', '粤5321'],
    ['〔2024〕粤5321民特 3号', '（2024）粤5321民特3号', '粤5321'],
    ['[2024]粤5321诉前调书7号', '（2024）粤5321诉前调书7号', '粤5321'],
    ['【2024】粤5321执保8号', '（2024）粤5321执保8号', '粤5321'],
    ['（２０２４）粤５３２１民初１２３号', '（2024）粤5321民初123号', '粤5321'],
    ['（2024） 粤 5321 民诉前调 45 号', '（2024）粤5321民诉前调45号', '粤5321'],
    ['（2024）粤5321民初123号之一', '（2024）粤5321民初123号之一', '粤5321'],
    ['（2024）粤5321执12号之十二', '（2024）粤5321执12号之十二', '粤5321'],
    ['（2023）粤53民终9号', '（2023）粤53民终9号', '粤53'],
    ['（2023）粤民申9号', '（2023）粤民申9号', '粤'],
    ['（2023）最高法民终1号', '（2023）最高法民终1号', '最高法'],
    ['（2024）粤5321民诉前调他12345678号', '（2024）粤5321民诉前调他12345678号', '粤5321'],
    ['（2015）云新法民初字第12号', '（2015）云新法民初字第12号', undefined],
    ['(2012)云中法民一终字第345号之二', '（2012）云中法民一终字第345号之二', undefined],
  ])('%s', (typed, text, court) => {
    expect(readCaseNumber(typed)).toMatchObject({ text, court });
    expect(field.read(typed, context)).toEqual({ value: text });
    expect(field.shape.accepts(text)).toBe(true);
  });

  test('it says its year', () => {
    expect(readCaseNumber('(2024)粤5321民初123号')?.year).toBe(2024);
    expect(readCaseNumber('（2015）云新法民初字第12号')?.year).toBe(2015);
  });
});

describe('what is none is refused, and is none in a file either', () => {
  test.each([
    ['without 号', '（2024）粤5321民初123'],
    ['with a leading zero', '（2024）粤5321民初0123号'],
    ['without a year', '粤5321民初123号'],
    ['with Latin letters', '（2024）粤5321MC123号'],
    ['with a type of seven characters', '（2024）粤5321民事诉前调确书123号'],
    ['of bare digits', '123'],
    ['of a year before courts had such numbers', '（1949）粤5321民初1号'],
    ['with a year of two digits', '（24）粤5321民初123号'],
    ['without a type', '（2024）粤5321123号'],
    ['with 之 and no number', '（2024）粤5321民初123号之'],
    ['with a text behind it', '（2024）粤5321民初123号民事判决书'],
    ['of an old form with a leading zero', '（2015）云新法民初字第012号'],
    ['of nothing', ''],
  ])('%s', (_name, typed) => {
    expect(readCaseNumber(typed)).toBeUndefined();
    expect(field.read(typed, context)).toEqual({ problem: { code: 'case-number-invalid', found: typed } });
    expect(field.shape.accepts(typed)).toBe(false);
  });

  test('a file holds the one form only', () => {
    for (const typed of [
      '(2024)粤5321民初123号',
      '（2024）粤5321 民初123号',
      '（２０２４）粤5321民初123号',
      123,
    ])
      expect(field.shape.accepts(typed)).toBe(false);
  });

  test('no more of it is repeated than a number is long', () => {
    const read = field.read('甲'.repeat(200), context);
    expect(read).toEqual({ problem: { code: 'case-number-invalid', found: '甲'.repeat(40) } });
  });
});

test('read again it is itself, and a file may hold it', () => {
  const typed = fc
    .tuple(
      fc.constantFrom('(', '（', '〔', '['),
      fc.integer({ min: 1980, max: 2099 }),
      fc.constantFrom(')', '）', '〕', ']'),
      fc.constantFrom('粤5321', '粤53', '粤', '最高法', ' 粤 5321'),
      fc.constantFrom('民初', '诉前调确', '民特', '诉前调书', '执', '民诉前调'),
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('号', ' 号', '号之一', '号之十二'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const value = readCaseNumber(text)?.text ?? '';
      expect(readCaseNumber(value)?.text).toBe(value);
      expect(field.shape.accepts(value)).toBe(true);
    }),
  );
});

describe('the quick look at a number in a file', () => {
  test.each(['（2024）粤5321民初123号', '（2024）粤53民终1号', '（2025）粤5321民诉前调12345678号'])(
    'knows %s',
    (number) => {
      expect(isUsualCaseNumber(number)).toBe(true);
    },
  );

  test('never takes for a number what reading does not', () => {
    const piece = fc.constantFrom(...'（）()2024粤5321民初字第最高法123号之一0e '.split(''));
    const near = fc.string({ unit: piece, maxLength: 24 }).map((text) => `（2024）粤${text}号`);
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: piece, maxLength: 30 })), (text) => {
        if (isUsualCaseNumber(text)) expect(readCaseNumber(text)?.text).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });
});
