import { describe, expect, test } from 'vitest';
import { choiceMeant } from '../../../src/domain/imports/short-choice.ts';
import { fieldOf, kindOf } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';

function meant(id: string, key: string, typed: string): string | undefined {
  const { offer } = fieldOf(kindOf(KINDS, id), key).type;
  if (!('choices' in offer)) throw new Error(`${id} ${key} offers no choices`);
  return choiceMeant(offer.choices, typed)?.id;
}

describe('a choice in a sheet', () => {
  test.each([
    ['mediation', 'basis', '委派', 'preFiling'],
    ['mediation', 'basis', '立案后委托', 'postFiling'],
    ['outreach', 'form', '讲座', 'lecture'],
    ['outreach', 'form', '圩日宣传', 'market'],
    ['outreach', 'form', '送法进村', 'village'],
    ['deputy', 'level', '县级', 'county'],
    ['dispute', 'type', '交通事故', '道路交通事故'],
    ['dispute', 'type', '劳动', '劳动争议'],
    ['dispute', 'outcome', '稳控', 'stable'],
  ])('of %s %s, %s is %s', (id, key, typed, expected) => {
    expect(meant(id, key, typed)).toBe(expected);
  });

  test('is never one that says no to what was written', () => {
    expect(meant('confirmation', 'result', '受理')).toBeUndefined();
    expect(meant('confirmation', 'result', '不予受理')).toBe('rejected');
  });

  test('is not guessed where several are meant, or a single letter', () => {
    expect(meant('dispute', 'outcome', '化解')).toBeUndefined();
    expect(meant('dispute', 'means', '调解')).toBeUndefined();
    expect(meant('service', 'filed', '立案')).toBeUndefined();
    expect(meant('mediation', 'nature', '刑事')).toBeUndefined();
    expect(meant('trial', 'closure', '判')).toBeUndefined();
    expect(meant('trial', 'closure', '')).toBeUndefined();
  });

  test('every label of every ledger means itself', () => {
    for (const { id, fields } of KINDS)
      for (const { key, type } of fields) {
        if (!('choices' in type.offer)) continue;
        for (const choice of type.offer.choices)
          expect([id, key, meant(id, key, choice.label.zh)]).toEqual([id, key, choice.id]);
      }
  });
});
