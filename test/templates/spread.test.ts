import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../templates/spread.ts';

test.each([
  { widths: [10, 10, 10, 10], shares: [1, 1], runs: [2, 2] },
  { widths: [5, 5, 30], shares: [1, 1], runs: [2, 1] },
  { widths: [30, 5, 5], shares: [1, 1], runs: [1, 2] },
  { widths: [30, 5, 5], shares: [1, 1, 1], runs: [1, 1, 1] },
])('$widths in shares of $shares are runs of $runs columns', ({ widths, shares, runs }) => {
  expect(spread(widths, shares)).toEqual(runs);
});

test('the runs take every column once and each at least one', () => {
  const positive = fc.integer({ min: 1, max: 50 });
  const widths = fc.array(positive, { minLength: 3, maxLength: 12 });
  const shares = fc.array(positive, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(widths, shares, (columns, parts) => {
      const runs = spread(columns, parts);
      expect(runs).toHaveLength(parts.length);
      expect(Math.min(...runs)).toBeGreaterThanOrEqual(1);
      expect(runs.reduce((sum, run) => sum + run, 0)).toBe(columns.length);
    }),
  );
});
