import { expect, test } from 'vitest';
import { partyLetters } from '../../../src/domain/masking/party-letters.ts';
import { readPersons } from '../../../src/domain/masking/person-field.ts';

const places = new Set(['马山社区', '六联村']);

function lettersOf(...texts: readonly string[]): readonly string[] {
  const lettered = partyLetters();
  return texts.map((text) => lettered(readPersons(text, places)));
}

test.each([
  ['果农邓大有与农资店老板梁大强', '当事人甲、乙'],
  ['原告：梁大强 陈小红；被告：某饲料店', '当事人甲、乙、丙'],
  ['梁某、某物业公司等六户', '当事人甲、乙等六户'],
  ['果农梁大强与某饲料店、陈小明等四人', '当事人甲、乙、丙等四人'],
  ['梁大强（曾用名梁阿强）', '当事人甲'],
  ['兴隆建材店（经营者梁大强）', '当事人甲'],
  ['梁大强，女，汉族，1970年3月5日出生', '当事人甲'],
])('parties are told apart, bodies among them, and how many more there are: %s', (text, shown) => {
  expect(lettersOf(text)).toEqual([shown]);
});

test.each([
  ['温玉莲（妻）邓志坚（夫）', '当事人甲、乙'],
  ['户主:温玉莲', '当事人甲'],
  ['甲：温玉莲；乙：邓志坚', '当事人甲、乙'],
  ['温玉莲与长子、三子', '当事人甲等'],
  ['苏某兄弟二人', '当事人甲等'],
  ['某石材厂、工人三十名', '当事人甲等'],
])('a letter is for one party, and a role has none: %s', (text, shown) => {
  expect(lettersOf(text)).toEqual([shown]);
});

test.each(['温玉莲·邓志坚', '温玉莲邓志坚', '梁某与梁某', '梁/大/强', '家具店员工六人、店主兄弟二人'])(
  'where it is not sure who is one party there is no letter: %s',
  (text) => {
    expect(lettersOf(text)).toEqual(['当事人']);
  },
);

test('a party has the same letter in every field of an entry', () => {
  expect(lettersOf('温玉莲、邓志坚', '邓志坚')).toEqual(['当事人甲、乙', '当事人乙']);
});
