import { expect, test } from 'vitest';
import { headLines } from '../../../src/workbook/print/head-lines.ts';

test.each([
  ['联系法官', 4, '联系法官'],
  ['联系法官', 3, '联系/法官'],
  ['报告联系领导日期', 5, '报告联系/领导日期'],
  ['巡回审理日期', 5, '巡回审理/日期'],
  ['交办督办情况', 2, '交办/督办/情况'],
  ['发放资料（份）', 4, '发放资料/（份）'],
  ['处理（转办）情况', 6, '处理（转办）/情况'],
  ['指导法官（法官助理）', 4, '指导法官/（法官/助理）'],
  ['镇', 1, '镇'],
])('%s, %i characters a line, is %s', (head, perLine, lines) => {
  expect(headLines(head, perLine).join('/')).toBe(lines);
});
