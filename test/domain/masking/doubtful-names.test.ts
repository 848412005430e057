import { describe, expect, test } from 'vitest';
import { mayName } from '../../../src/domain/masking/doubtful-names.ts';

describe('a masked text that may still name somebody', () => {
  test.each(['村民陈志强反映巷道排水', '与邻居李四争执', '被告欧小明未到', '强叔家的墙', '找阿依古丽'])(
    '%s',
    (text) => {
      expect(mayName(text)).toBe(true);
    },
  );

  test.each([
    '村民陈某反映巷道排水',
    '原告方称已付款',
    '村民都说好',
    '租户和房东',
    '社区主任、网格员',
    '有业主堵住出口',
    '租户住着',
  ])('%s does not', (text) => {
    expect(mayName(text)).toBe(false);
  });
});
