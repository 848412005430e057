import { describe, expect, test } from 'vitest';
import { placeMeant, villageMeant } from '../../../src/domain/imports/place-text.ts';
import { aRoster, aTown, aVillage } from '../../support/builders.ts';

const TAIPING = aTown('太平镇', {
  aliases: ['太平'],
  villages: [aVillage('马山社区'), aVillage('禤村村', { aliases: ['禤村'] }), aVillage('马塘村')],
});
const ROSTER = aRoster({ towns: [TAIPING, aTown('大江镇', { villages: [aVillage('里洞村')] })] });

describe('a place in one cell', () => {
  test.each([
    ['太平镇', '太平镇', undefined],
    ['太平', '太平镇', undefined],
    ['太平镇马山社区', '太平镇', '马山社区'],
    ['太平镇 马山社区', '太平镇', '马山社区'],
    ['太平镇、马山社区', '太平镇', '马山社区'],
    ['太平马山社区', '太平镇', '马山社区'],
    ['新兴县太平镇马山社区', '太平镇', '马山社区'],
    ['太平镇没有的村', '太平镇', '没有的村'],
  ])('%s is %s and %s', (typed, town, village) => {
    const place = placeMeant(ROSTER, typed);
    expect([place?.town.name, place?.village]).toEqual([town, village]);
  });

  test.each(['马山社区', '太平桥', '别的镇', ''])('%s names no town', (typed) => {
    expect(placeMeant(ROSTER, typed)).toBeUndefined();
  });
});

describe('a village', () => {
  test.each([
    ['马山社区', '马山社区'],
    ['马山', '马山社区'],
    ['马山社区居委会', '马山社区'],
    ['马塘村委会', '马塘村'],
    ['禤村', '禤村村'],
    ['太平镇马山社区', '马山社区'],
  ])('written %s is %s', (typed, village) => {
    expect(villageMeant(TAIPING, typed)?.name).toBe(village);
  });

  test.each(['马', '里洞村', '', '太平镇'])('%s is none of the town', (typed) => {
    expect(villageMeant(TAIPING, typed)).toBeUndefined();
  });
});
