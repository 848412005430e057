import { expect, test } from 'vitest';
import { dayKey, fieldOf, headline, showField } from '../../../src/domain/kinds/kind.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';

test('the official sheet has its heads in their order', () => {
  const heads = visit.heads.map((key) => (fieldOf(visit, key).head ?? fieldOf(visit, key).label).zh);
  expect(heads.join(' ')).toBe(
    '日期 挂点镇 村（社区） 方式 走访（座谈）对象 参加人员 社情民意及矛盾纠纷情况 通报涉诉纠纷情况 处理（转办）情况 报告联系领导日期 联系领导意见',
  );
});

test('date, town, form and findings are required', () => {
  expect(visit.fields.filter(({ required }) => required).map(({ key }) => key)).toEqual([
    ...['date', 'town', 'form', 'findings'],
  ]);
});

test('a visit is an event on its date, told to the leader no earlier', () => {
  expect(dayKey(visit, {})).toBe('date');
  const known = { ...visit, span: { type: 'case', opened: ['reportedOn'], closed: 'date' } } as const;
  expect(dayKey(known, {})).toBe('reportedOn');
  expect(fieldOf(visit, 'reportedOn').notBefore).toEqual(['date']);
});

test('it is told in a few words', () => {
  const values = { form: 'visit', town: '太平镇', village: '马山社区' };
  expect(headline(visit, values, 'zh')).toBe('走访太平镇马山社区');
  expect(headline(visit, values, 'en')).toBe('visit 太平镇 马山社区');
  expect(headline(visit, { form: 'talk', town: '太平镇' }, 'zh')).toBe('座谈太平镇');
  expect(headline(visit, { form: 'talk', town: '太平镇' }, 'en')).toBe('talk 太平镇');
  expect(headline(visit, {}, 'zh')).toBe('');
});

test('a field that says nothing is shown empty', () => {
  expect(showField(fieldOf(visit, 'form'), {}, 'zh')).toBe('');
  expect(showField(fieldOf(visit, 'form'), { form: 'other' }, 'zh')).toBe('其他');
});
