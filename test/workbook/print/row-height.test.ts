import { describe, expect, test } from 'vitest';
import { fitsOnLine, fitText, heightLimit, neededHeight } from '../../../src/workbook/print/row-height.ts';
import type { CellLook } from '../../../src/workbook/styles.ts';
import { plainLook } from '../plain-look.ts';

/** Pixels that hold so many Chinese characters of 10 points, and a little more. */
const room = (characters: number): number => (characters * 10 * 1.02) / 0.75 + 7;

/** Lines of 10 points, to the nearest. */
function lines(text: string, pixels: number, look: Partial<CellLook> = {}): number {
  const one = neededHeight('字', 10_000, plainLook) + 3;
  return Math.round((neededHeight(text, pixels, { ...plainLook, ...look }) - one) / (10 * 1.45)) + 1;
}

describe('the height of a text', () => {
  test('a line more for every further width of its cell', () => {
    expect([5, 10, 11, 20, 21, 500].map((count) => lines('字'.repeat(count), room(10)))).toEqual([
      1, 1, 2, 2, 3, 50,
    ]);
  });

  test('line breaks of its own count', () => {
    expect(lines('一、甲\n二、乙\n\n三、丙', room(10))).toBe(4);
  });

  test('indentation takes width away, three blanks a step', () => {
    expect(lines('字'.repeat(10), room(10), { indent: 1 })).toBe(2);
    expect(lines('字'.repeat(10), room(10) + 21, { indent: 1 })).toBe(1);
  });

  test('bold is wider, larger is higher', () => {
    expect(lines('字'.repeat(10), room(10), { bold: true })).toBe(2);
    expect(neededHeight('字', 100, { ...plainLook, points: 20 })).toBeGreaterThan(20);
  });

  test('a text that doesn’t break, or shrinks, has one line', () => {
    expect(lines('字'.repeat(100), room(10), { wraps: false })).toBe(1);
    expect(lines('字'.repeat(100), room(10), { wraps: false, shrinks: true })).toBe(1);
  });

  test('turned upright it is as high as it is long, stacked a line a character, aslant between the two', () => {
    const text = '字'.repeat(12);
    const upright = neededHeight(text, room(1), { ...plainLook, turned: 90 });
    expect(upright).toBeGreaterThan(120);
    expect(upright).toBeLessThan(140);
    expect(neededHeight(text, room(1), { ...plainLook, turned: -90 })).toBe(upright);
    expect(lines(text, room(1), { turned: 'stacked' })).toBe(12);
    const aslant = neededHeight(text, room(1), { ...plainLook, turned: 45 });
    expect(aslant).toBeGreaterThan(120 * Math.SQRT1_2);
    expect(aslant).toBeLessThan(upright);
  });

  test('an upright text longer than a row stands in columns as far as its cell is wide', () => {
    const text = '字'.repeat(100);
    expect(neededHeight(text, room(5), { ...plainLook, turned: 90 })).toBe(heightLimit);
    expect(neededHeight(text, room(1), { ...plainLook, turned: 90 })).toBeGreaterThan(heightLimit);
  });
});

test('a line that breaks of itself does not fit on one', () => {
  expect(fitsOnLine('字'.repeat(10), room(10), plainLook)).toBe(true);
  expect(fitsOnLine('字'.repeat(11), room(10), plainLook)).toBe(false);
  expect(fitsOnLine('甲\r乙', room(10), plainLook)).toBe(false);
});

test('a text keeps its size unless its cell breaks it into lines and its font is known', () => {
  const text = '字'.repeat(500);
  expect(fitText(text, room(10), plainLook, 409)).toEqual({
    height: neededHeight(text, room(10), plainLook),
  });
});
