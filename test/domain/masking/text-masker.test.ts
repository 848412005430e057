import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textMasker } from '../../../src/domain/masking/text-masker.ts';

const masker = textMasker({
  names: new Map([
    ['梁大强', '梁某1'],
    ['梁大', '梁某2'],
    ['马山', '马某'],
    ['张伟', '张某'],
    ['李敏', '李某'],
    ['johnsmith', 'J'],
  ]),
  kept: ['太平镇', '马山社区', '大张伟村', '禤村村', '李敏仪'],
});

function masked(text: string): string {
  return masker(text).text;
}

describe('a name', () => {
  test.each([
    ['梁大强到场', '梁某1到场'],
    ['梁大到场', '梁某2到场'],
    ['梁 大 强', '梁某1'],
    ['梁　大\n强', '梁某1'],
    ['梁\u200b大·强', '梁某1'],
    ['John  Smith、ＪＯＨＮ ＳＭＩＴＨ', 'J、J'],
  ])('%j is masked, the longest one meant', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  test('is no person in the name of a place or a judge', () => {
    expect(masked('马山到马山社区见大张伟村的张伟和李敏仪')).toBe('马某到马山社区见大张伟村的张某和李敏仪');
  });

  test('in Latin letters is no part of a longer word', () => {
    expect(masked('Johnsmithson')).toBe('Johnsmithson');
  });
});

const HIDDEN: readonly (readonly [string, string, string])[] = [
  ['identity', '身份证44532119900101123X。', '身份证（已隐去）。'],
  ['identity', '号码445321199001011234', '号码（已隐去）'],
  ['identity', '445321900101123，', '（已隐去），'],
  ['identity', '①②③④⑤⑥①⑨⑨⓪⓪①⓪①①②③④', '（已隐去）'],
  ['identity', '４４５３２１１９９００１０１１２３４', '（已隐去）'],
  ['identity', '445321 19900101 1234', '（已隐去）'],
  ['identity', '445321-19900101-123x', '（已隐去）'],
  ['phone', '打13800138000', '打（已隐去）'],
  ['phone', '138 0013-8000', '（已隐去）'],
  ['phone', '+86 138 0013 8000', '（已隐去）'],
  ['phone', '0766-2881234', '（已隐去）'],
  ['phone', '（0766）2881234', '（已隐去）'],
  ['phone', '400-800-1234', '（已隐去）'],
  ['phone', '座机2881234', '座机（已隐去）'],
  ['number', '一三八零零一三八零零零', '（已隐去）'],
  ['bank-card', '6222021234567890123', '（已隐去）'],
  ['bank-card', '6222 0212 3456 7890', '（已隐去）'],
  ['plate', '粤W12345', '（已隐去）'],
  ['plate', '粤WD12345的车', '（已隐去）的车'],
  ['plate', '粤W·1234学', '（已隐去）'],
  ['plate', '粤w 12345', '（已隐去）'],
  ['certificate', '粤（2021）新兴县不动产权第0012345号', '（已隐去）'],
  ['certificate', '新府国用（2003）第123号', '（已隐去）'],
  ['certificate', '律师证号14453201010123', '律师证号（已隐去）'],
  ['certificate', '护照E12345678', '护照（已隐去）'],
  ['certificate', '91445321MA4XABCD12', '（已隐去）'],
  ['contact', '写信 a.b@c.com 即可', '写信 （已隐去） 即可'],
  ['contact', '微信号abc_12345', '微信号（已隐去）'],
  ['contact', '微信：abc123', '微信：（已隐去）'],
  ['contact', 'wx号abc123', 'wx号（已隐去）'],
  ['contact', '信箱 a.b(at)c.com', '信箱 （已隐去）'],
  ['number', '打138/0013/8000', '打（已隐去）'],
  ['number', '打138_0013·8000', '打（已隐去）'],
  ['number', '打138，0013，8000', '打（已隐去）'],
  ['number', '号码445321/19900101/123x', '号码（已隐去）'],
  ['number', '号码445321_19900101·1234', '号码（已隐去）'],
  ['address', '住太平镇马山社区东街三巷5号', '住太平镇马山社区（已隐去）'],
  ['address', '马山社区第三村民小组', '马山社区（已隐去）'],
  ['address', '禤村村12号', '禤村村（已隐去）'],
  ['address', '3栋501房', '（已隐去）'],
  ['address', '大塘自然村', '（已隐去）'],
];

describe('a number or an address', () => {
  test.each(HIDDEN)('%s: %s', (sort, text, shown) => {
    expect(masker(text)).toEqual({ text: shown, hidden: [sort] });
  });

  test.each([
    '（2024）粤5321民初123号',
    '（2015）云新法民初字第12号',
    '2024-07-03至2024年9月1日，2024.7.3',
    '借款1200000元，每月还5000元，共12期',
    '分别还12000、13000、15000、8000元，1500、1600、1700元',
    '第12号提案、12号令、开庭3号法庭、7月3号',
    '村小组长、一组数据、太平圩文化广场',
    '粤5321、云浮市、新兴县',
  ])('%s is none', (text) => {
    expect(masked(text)).toBe(text);
  });
});

test('what is masked stays so, and a name or number never comes through, whatever stands around it', () => {
  const secrets = [
    '梁大强',
    '梁 大 强',
    '张伟',
    '13800138000',
    '44532119900101123X',
    '粤W12345',
    '6222021234567890123',
  ];
  const around = fc.string({
    unit: fc.constantFrom('村', '，', '与', '在', '住', '。', ' ', '\n', '某', '李', '号', '第'),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(around, fc.constantFrom(...secrets)), { minLength: 1 }),
      around,
      (pieces, end) => {
        const text = pieces.map(([before, secret]) => `${before}，${secret}，`).join('') + end;
        const shown = masked(text);
        for (const secret of secrets) expect(shown).not.toContain(secret);
        expect(masked(shown)).toBe(shown);
      },
    ),
  );
});
