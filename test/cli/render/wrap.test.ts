import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/cli/render/width.ts';
import { wrapped } from '../../../src/cli/render/wrap.ts';

test.each<readonly [string, number, readonly string[]]>([
  ['hand in the ledgers', 12, ['hand in the', 'ledgers']],
  ['太平镇邻里纠纷司法确认', 8, ['太平镇邻', '里纠纷', '司法确认']],
  ['化解，纠纷。', 5, ['化', '解，', '纠', '纷。']],
  ['请于9月20日前办好', 6, ['请于', '9月', '20日', '前办好']],
  ['民间借贷纠纷（e1e1）', 12, ['民间借贷纠纷', '（e1e1）']],
  ['报送：陈嘉恒、黄梓轩、李敏', 14, ['报送：陈嘉恒、', '黄梓轩、李敏']],
  ['visit-240703-7kq2-that-is-longer', 8, ['visit-240703-7kq2-that-is-longer']],
  ['short', 20, ['short']],
  ['', 20, ['']],
])('“%s” in %i columns', (text, columns, lines) => {
  expect(wrapped(text, columns)).toEqual(lines);
});

const texts = fc
  .array(fc.constantFrom('纠纷', '报送', '，', '、', '（', '）', '。', ' ', 'of', '2024', 'a-b', '“', '”'), {
    maxLength: 40,
  })
  .map((parts) => parts.join('').trim());

test('nothing but spaces at breaks is lost, and lines are wider only where nothing could be broken', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 20, max: 60 }), (text, columns) => {
      const lines = wrapped(text, columns);
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const line of lines) {
        expect(line).toBe(line.trim());
        if (displayWidth(line) > columns) expect(line.slice(1, -1)).not.toMatch(/[\p{Script=Han}\s]{2}/u);
      }
    }),
  );
});
