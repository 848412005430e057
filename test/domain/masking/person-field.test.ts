import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf, kindOf, type Kind } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { maskingOf } from '../../../src/domain/masking/masking.ts';
import { readPersons } from '../../../src/domain/masking/person-field.ts';
import type { MaskedText } from '../../../src/domain/masking/spans.ts';
import { aRoster, aTown, aVillage, ledgerOf } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const roster = aRoster({ towns: [aTown('太平镇', { villages: [aVillage('马山社区')] })] });

/** What the edition within the court shows of a field of persons, and of another entry's text. */
function shown(parties: string, findings: string): { field: MaskedText | undefined; text: string } {
  const about = anEntry('dispute', { parties });
  const other = anEntry('visit', { findings });
  const masking = maskingOf({
    ...{ edition: 'internal', roster, kinds: KINDS },
    ledgers: [ledgerOf('li-min', about, other)],
  });
  const judge = { id: 'li-min', name: '李敏' };
  const at = (kind: Kind, key: string, entry: typeof about): MaskedText | undefined =>
    masking.field(kind, fieldOf(kind, key), { judge, entry, town: '太平镇', counted: true });
  return {
    field: at(kindOf(KINDS, 'dispute'), 'parties', about),
    text: at(kindOf(KINDS, 'visit'), 'findings', other)?.text ?? '',
  };
}

/** A text as nobody can hide a name in it. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/[^\p{Script=Han}\p{Script=Latin}\d]/gu, '');
}

describe('no name stays in a field of persons, nor in another text', () => {
  test.each([
    '未成年人温玉莲、邓志坚',
    '1.温玉莲2.邓志坚',
    '①温玉莲②邓志坚',
    ...['—', '-', '→', 'vs', '.', '・', '·', '……', ' VS ', '@', '+', '／', '⇒'].map(
      (mark) => `温玉莲${mark}邓志坚`,
    ),
    '温玉莲13800138000邓志坚13900139000',
    '温玉莲个体工商户，邓志坚个体户',
    '申请人温玉莲被申请人邓志坚',
    '温玉莲与邓志坚离婚纠纷一案',
    '温玉莲起诉邓志坚',
    '温玉莲对邓志坚',
    '温玉莲打邓志坚',
    '温玉莲状告邓志坚',
    '邓志坚欠温玉莲',
    '67岁的温玉莲，邓志坚',
    '外号肥仔的温玉莲，绰号大炮的邓志坚',
    '温玉莲、子邓志坚',
    '温玉莲饭店店主邓志坚',
    '温玉莲（妻）邓志坚（夫）',
    '温玉莲邓志坚',
    '户主:温玉莲，甲：邓志坚',
    '温玉莲微信abc邓志坚',
    '忽然温玉莲竟被邓志坚吓坏',
    '温/玉/莲，邓(志)坚',
    '温玉/莲，邓（志坚）',
    '温\u3164玉\u115f莲，邓\u2800志\ufe0f坚',
    '溫玉蓮、鄧志堅',
  ])('%s', (parties) => {
    const { field, text } = shown(parties, '温玉莲到场，邓志坚未到，溫玉蓮、鄧志堅各执一词');
    for (const name of ['温玉莲', '邓志坚', '溫玉蓮', '鄧志堅']) {
      expect(plain(field?.text)).not.toContain(name);
      expect(plain(text)).not.toContain(name);
    }
  });

  test.each([
    ['陳國棟', '陈国栋反映排水', '陈某反映排水'],
    ['陈国栋', '陳國棟反映排水', '陈某反映排水'],
    ['阿依古丽·买买提', '阿依古丽到场，买买提未到', '阿某到场，阿某未到'],
    ['67岁的阿依古丽', '阿依古丽到场', '阿某到场'],
    ['梁大强', '梁/大/强与梁(大)强、梁\u3164大强', '梁某与梁某、梁某'],
    ['外号肥仔的温玉莲', '肥仔到场', '肥某到场'],
    ['向张伟借款', '张伟到场', '张某到场'],
    ['张伟父', '张伟到场', '（已隐去）到场'],
  ])('%s: %s', (parties, findings, masked) => {
    expect(shown(parties, findings).text).toBe(masked);
  });
});

describe('what is not accounted for', () => {
  test('goes with all that stands between the same two marks, and the field is told to be unread', () => {
    const { field } = shown('忽然温玉莲竟至，邓志坚', '无');
    expect(field).toEqual({ text: '（已隐去），邓某', hidden: ['name', 'name'], isUnread: true });
  });

  test('goes with the whole field where marks may tear names apart', () => {
    expect(shown('梁/大/强，邓志坚', '无').field?.text).toBe('（已隐去）');
  });

  test('tears no word of other texts', () => {
    expect(shown('忽然高层住户温泉施工竟至', '高层住户说温泉施工扰民').text).toBe('高层住户说温泉施工扰民');
  });
});

test.each([
  '村民莫某',
  '返乡青年黎某、棚架施工方',
  '马山社区某单元高低层住户共十二户',
  '黎某某（未成年人）及其父、欧某',
  '建房户黄某、上游三户',
  '李×、张**',
  '兴隆建材店、某不锈钢制品厂',
  '新兴县兴隆贸易有限公司',
])('words, masks and bodies are read, and name nobody: %s', (text) => {
  const places = new Set(['马山社区', '新兴县']);
  expect(readPersons(text, places)).toMatchObject({ isRead: true, names: [], candidates: [] });
});

const SURNAMES = ['梁', '陈', '温', '邓', '欧阳', '司马', '何', '高', '方', '和', '向', '万', '户'];
const GIVEN = ['大', '玉', '志', '亚', '小', '国', '和', '东', '子', '平', '莲', '坚', '文', '山'];
const aName = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN), fc.constantFrom('', ...GIVEN))
  .map((parts) => parts.join(''));
const BEFORE = [
  ...[
    '',
    '67岁的',
    '未成年人',
    '申请人',
    '外号肥仔的',
    '村民',
    '1.',
    '①',
    '户主:',
    '（',
    '忽然',
    '与',
    '肥仔 ',
    'A',
  ],
  ...['13800138000', '马山社区', '兴隆饭店', '我行', '其妻', '—'],
];
const BEHIND = [
  ...[
    '',
    '13800138000',
    '个体工商户',
    '离婚纠纷一案',
    '饭店',
    '（妻）',
    '等三人',
    '……',
    '竟至',
    '的儿子',
    '欠钱',
  ],
  ...['、', '→', 'vs', ' 吓坏', '某', '，男，汉族', 'B'],
];

test('a name never survives in its own field, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...BEFORE), aName, fc.constantFrom(...BEHIND)), {
        minLength: 1,
        maxLength: 3,
      }),
      (pieces) => {
        const parties = pieces.map((piece) => piece.join('')).join('，');
        const { field } = shown(parties, '无');
        for (const [, name] of pieces)
          if (name.length > 2) expect(plain(field?.text), parties).not.toContain(name);
      },
    ),
    { numRuns: 3000 },
  );
});
