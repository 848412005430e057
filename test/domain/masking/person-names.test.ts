import { describe, expect, test } from 'vitest';
import { namesIn } from '../../../src/domain/masking/person-names.ts';

function names(text: string, only = true): readonly string[] {
  return namesIn(text, only).map(({ name }) => name);
}

describe('a field of persons', () => {
  test.each([
    ['梁大强、陈小明', ['梁大强', '陈小明']],
    ['梁大强，陈小明等五人', ['梁大强', '陈小明']],
    ['梁大强与陈小明', ['梁大强', '陈小明']],
    ['原告梁大强诉被告陈小明', ['梁大强', '陈小明']],
    ['欧阳小明、司马光诉上官婉', ['欧阳小明', '司马光', '上官婉']],
    ['阿依古丽', ['阿依古丽']],
    ['买买提·艾力', ['买买提艾力']],
    ['John Smith', ['johnsmith']],
    ['梁 大 强', ['梁大强']],
    ['村民 梁　大 强', ['梁大强']],
    ['梁\u200b大强', ['梁大强']],
    ['梁大强夫妇', ['梁大强']],
    ['李东方、张成家、欧阳东方', ['李东方', '张成家', '欧阳东方']],
    ['文明、张方', ['文明', '张方']],
    ['梁大强及其妻陈小红', ['梁大强', '陈小红']],
    ['陈小明之父陈大明', ['陈小明', '陈大明']],
    ['梁大强（曾用名梁阿强）', ['梁大强', '梁阿强']],
    ['陈 小明', ['陈小明']],
    ['梁 大强 陈 小明、欧阳 修', ['梁大强', '陈小明', '欧阳修']],
    ['申请人梁大强 被申请人陈小明', ['梁大强', '陈小明']],
    ['果农梁大强（六十岁）', ['梁大强']],
  ])('%s', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  test('a word that joins may be a part of a name', () => {
    expect(names('陈和平与李四')).toEqual(['陈和平', '李四']);
    expect(names('张和平和李四')).toEqual(['张和平', '李四']);
  });

  test('a body is no person, but its owner is one', () => {
    expect(names('兴隆建材店（经营者梁大强）')).toEqual(['梁大强']);
    expect(names('梁大强小卖部')).toEqual(['梁大强']);
    expect(names('新兴县兴隆贸易有限公司、太平镇马山村村民小组、双方、两户')).toEqual([]);
  });

  test('who is nameless already is nobody to be found', () => {
    expect(names('梁某、黎某某、禤某明、李×')).toEqual([]);
  });

  test.each(['不详', '未成年人', '男，汉族', '同上', '原告、被告', '村民二十余人', '死者家属'])(
    '%s is nobody',
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );
});

describe('a field of people among other words', () => {
  test.each([
    ['村委会主任陈焕新、村民代表2人', ['陈焕新']],
    ['太平镇综治中心区永祥', ['区永祥']],
    ['东中社区主任区家明、商户代表', ['区家明']],
    ['综治中心（温伟强）', ['温伟强']],
    ['村干部、网格员、当事人双方', []],
    ['村主任李东方、施工方、商会', ['李东方']],
    ['阿依古丽', []],
  ])('%s', (text, found) => {
    expect(names(text, false)).toEqual(found);
  });

  test('what stands before a name is told with it', () => {
    expect(namesIn('法官陈国安', false)).toEqual([{ name: '陈国安', before: '法官' }]);
  });
});
