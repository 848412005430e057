import { describe, expect, test } from 'vitest';
import { found, read, tableOf, type Said } from './tables.ts';

const HEADS = ['委派日期', '镇', '类别', '案件性质', '案由', '纠纷类型', '调解组织'];
const ROW = ['2024-07-03', '太平镇', '委派', '民商事', '借贷', '民间借贷', '调委会'];

/** What one sheet of delegated mediations says of its amounts, and what is told of them. */
function amounts(
  head: string,
  said: readonly Said[],
  notes: { readonly above?: string; readonly below?: string } = {},
): { readonly values: readonly unknown[]; readonly found: readonly string[] } {
  const { above, below } = notes;
  const sheet = read(
    tableOf([
      ['委派调解台账', null, null, null, null, null, null, above ?? null],
      [...HEADS, head],
      ...said.map((one) => [...ROW, one]),
      ...(below === undefined ? [] : [[below]]),
    ]),
  );
  return {
    values: sheet.rows.map(({ values }) => values['amount']),
    found: found(sheet).filter((one) => !one.endsWith('rows-left-out')),
  };
}

describe('amounts of ten thousand yuan', () => {
  test.each([
    '标的额（万）',
    '标的额(万元)',
    '金额：万元',
    '金额万元',
    '涉案标的(单位：万元)',
    '标的额（单位：人民币万元）',
    '标的额［万 元］',
    '标的额（万元，10万元以上注明）',
  ])('are told by the head %s', (head) => {
    expect(amounts(head, [3.5, '3.5', '3.5万', '3万5千', '35,000元', '3万5千2百元'])).toEqual({
      values: [...Array.from({ length: 5 }, () => '35000.00'), '35200.00'],
      found: [],
    });
  });

  test.each([
    { above: '单位：万元' },
    { above: '（金额单位：人民币万元）' },
    { above: '标的额以万元计' },
    { below: '注：标的额单位为万元' },
  ])('are told by a note %j', (notes) => {
    expect(amounts('标的额', [3.5], notes)).toEqual({ values: ['35000.00'], found: [] });
  });

  test.each<[string, { readonly above?: string; readonly below?: string }]>([
    ['标的额（元）', {}],
    ['标的额', {}],
    ['标的额（元，10万元以上注明）', {}],
    ['标的额', { above: '单位：元' }],
    ['标的额', { above: '填报单位：百合镇' }],
    ['标的额', { above: '标的额10万元以上的另附材料' }],
  ])('are not meant by %s with %j', (head, notes) => {
    expect(amounts(head, [3.5], notes)).toEqual({ values: ['3.50'], found: [] });
  });

  test.each<[string, { readonly above?: string }]>([
    ['标的额（元）', { above: '单位：万元' }],
    ['标的额（元/万元）', {}],
    ['标的额（千元）', {}],
    ['标的额（百万元）', {}],
    ['标的额（万美元）', {}],
  ])('are not guessed where %s with %j says it otherwise', (head, notes) => {
    expect(amounts(head, [3.5, '3.5万元', 0, '/'], notes)).toEqual({
      values: [undefined, '35000.00', '0.00', undefined],
      found: ['H3 amount-times-ten-thousand'],
    });
  });

  test('are doubted where the number is one of yuan', () => {
    expect(amounts('标的额（万元）', [35_000, '9999'])).toEqual({
      values: [undefined, '99990000.00'],
      found: ['H3 amount-times-ten-thousand'],
    });
  });

  test('are refused where a step is left out, which is said for two amounts', () => {
    expect(amounts('标的额', ['3万5', '三万元', '约3.5万']).found).toEqual([
      ...['H3 amount-invalid', 'H4 amount-invalid', 'H5 amount-invalid'],
    ]);
  });
});
