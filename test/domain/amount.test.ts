import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT, fenOf, readAmount } from '../../src/domain/amount.ts';

describe('an amount is read as people type it', () => {
  test.each([
    ['12000', '12000.00'],
    ['12,000.5', '12000.50'],
    ['1.2万', '12000.00'],
    ['￥12000元', '12000.00'],
    ['¥12,000.00元整', '12000.00'],
    ['１２，０００．５０', '12000.50'],
    ['１．２万元', '12000.00'],
    ['0.5万', '5000.00'],
    ['1.23456万', '12345.60'],
    ['1.234567万', '12345.67'],
    ['1,234,567', '1234567.00'],
    ['0', '0.00'],
    ['0.01', '0.01'],
    ['007', '7.00'],
    ['12000.500', '12000.50'],
    [' 12 000 ', '12000.00'],
    ['999999999999.99', '999999999999.99'],
  ])('%s is %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  test.each([
    '-5',
    '1.234',
    '1,20',
    '12,00,000',
    '一万',
    '1.2345678万',
    '.5',
    '5.',
    '1e3',
    '12000美元',
    '1.2亿',
    '1.2.3',
    '1234567890123',
    '100000000万',
    '元',
    '',
  ])('%j is none', (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });
});

/** Any amount that a file may hold. */
const anyAmount = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([yuan, fen]) => `${String(yuan)}.${String(fen).padStart(2, '0')}`);

test('what a file holds is read as itself', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      expect(amount).toMatch(AMOUNT);
      expect(readAmount(amount)).toBe(amount);
      expect(readAmount(`￥${amount}元`)).toBe(amount);
    }),
  );
});

test('whatever is typed is read as something a file may hold, or not at all', () => {
  const typed = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789.,，．万元¥￥- 一')),
    maxLength: 16,
  });
  fc.assert(
    fc.property(typed, (text) => {
      expect(readAmount(text) ?? '0.00').toMatch(AMOUNT);
    }),
  );
});

test('amounts add up in fen without loss', () => {
  const ledger = fc.array(fc.integer({ min: 0, max: 100_000_000_000 }), { maxLength: 50 });
  fc.assert(
    fc.property(ledger, (fen) => {
      const shown = fen.map(
        (one) => `${String(Math.floor(one / 100))}.${String(one % 100).padStart(2, '0')}`,
      );
      const sum = shown.reduce((total, one) => total + fenOf(one), 0);
      expect(sum).toBe(fen.reduce((total, one) => total + one, 0));
    }),
  );
  expect([fenOf('0.10') + fenOf('0.20'), fenOf('12000.50'), fenOf('about 5')]).toEqual([30, 1_200_050, 0]);
});
