import { expect, test } from 'vitest';
import { amount } from '../../../src/domain/fields/amount.ts';
import { aRoster, day } from '../../support/builders.ts';

const yuan = amount();
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test('an amount is stored as a text with two places, and shown so', () => {
  expect(yuan.read('1.2万', context)).toEqual({ value: '12000.00' });
  expect(yuan.show('12000.00', 'zh')).toBe('12000.00');
  expect(yuan.sheet).toBe('number');
});

test('what is no amount is refused', () => {
  expect(yuan.read('-5', context)).toEqual({ problem: { code: 'amount-invalid', found: '-5' } });
});

test.each([12000.5, '12000', '12000.5', '012000.00', '-5.00', '1.2万', '12,000.00', ''])(
  'a file may not hold %j',
  (value) => {
    expect(yuan.shape.accepts(value)).toBe(false);
  },
);
