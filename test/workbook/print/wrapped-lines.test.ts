import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/workbook/print/display-width.ts';
import { wrappedLines } from '../../../src/workbook/print/wrapped-lines.ts';

test.each([
  ['法官abc', 7],
  ['“法官”', 8],
  ['——……', 8],
  ['①→', 4],
  ['', 0],
])('%s is %i columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['', 10, 1],
  ['一二三四五', 10, 1],
  ['一二三四五六', 10, 2],
  ['一二三四五。', 10, 2],
  ['一二三四五六七八九。', 10, 2],
  ['一\n二\n\n三', 10, 4],
  ['一二三 mediation', 12, 2],
  // Letters of a font that is not Chinese are wider than half a character.
  ['abcdefghijklmnopqrstuvwxyz', 10, 4],
  ['WWWWWWWWWW', 10, 2],
  // Brackets and quotes hold on to what they enclose.
  ['一二三四（五六）七', 10, 2],
  ['一二三四（五六七八）', 10, 3],
  ['一二三四五，。；', 10, 2],
  ['一'.repeat(100), 10, 20],
])('%s in %i columns takes %i lines', (text, columns, lines) => {
  expect(wrappedLines(text, columns)).toBe(lines);
});
