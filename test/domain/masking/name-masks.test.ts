import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameMasks, takenMasks } from '../../../src/domain/masking/name-masks.ts';

function masks(names: readonly string[], taken: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(nameMasks(names, new Set(taken)));
}

describe('masks by 法释〔2016〕19号 9', () => {
  test('the surname stays, a compound one whole', () => {
    expect(masks(['梁大强', '欧阳小明', '爱新觉罗溥明', '令狐冲'])).toEqual({
      梁大强: '梁某',
      欧阳小明: '欧阳某',
      爱新觉罗溥明: '爱新觉罗某',
      令狐冲: '令狐某',
    });
  });

  test('of names of other peoples the first character or letter stays', () => {
    expect(masks(['买买提艾力', 'johnsmith'])).toEqual({ 买买提艾力: '买某', johnsmith: 'J' });
  });

  test('who would share a mask is numbered in the order of the sorted names', () => {
    expect(masks(['梁小红', '梁大强'])).toEqual({ 梁大强: '梁某1', 梁小红: '梁某2' });
  });

  test('a 梁某 that somebody wrote is nobody else’s mask', () => {
    expect(masks(['梁大强'], ['梁某', '梁某1'])).toEqual({ 梁大强: '梁某2' });
  });

  test('masks that a text bears are found wherever a surname may begin', () => {
    const found = takenMasks('村民梁某2与欧阳某');
    expect(found).toEqual(expect.arrayContaining(['梁某', '梁某2', '欧阳某']));
  });
});

const aName = fc
  .tuple(
    fc.constantFrom('梁', '陈', '欧阳', '区', '司马'),
    fc.constantFrom('大', '小', '一'),
    fc.constantFrom('强', '明', ''),
  )
  .map((parts) => parts.join(''));

test('two names never share a mask, and their order changes nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aName, { minLength: 2 }),
      fc.array(fc.constantFrom<string[]>('梁某', '陈某1')),
      (names, taken) => {
        const made = masks(names, taken);
        expect(new Set(Object.values(made)).size).toBe(names.length);
        expect(Object.values(made).some((mask) => taken.includes(mask))).toBe(false);
        expect(masks(names.toReversed(), taken)).toEqual(made);
      },
    ),
  );
});
