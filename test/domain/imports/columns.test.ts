import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../../src/domain/imports/columns.ts';
import { headKeys } from '../../../src/domain/imports/head-text.ts';
import { kindOf } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { exportColumns, formColumns } from '../../../src/domain/sheet-columns.ts';
import { ledgerHeads } from '../../support/ledger-heads.ts';

function meant(id: string, head: string): string | undefined {
  const meaning = meaningOf(kindOf(KINDS, id), head, new Map())?.meaning;
  return meaning?.type === 'field' ? meaning.field.key : meaning?.type;
}

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('the heads of %s', (id, kind) => {
  test('of our own forms and exports mean their fields', () => {
    for (const column of [...formColumns(kind), ...exportColumns(kind)]) {
      const around = column.type === 'number' ? 'reckoned' : column.type;
      const expected = column.type === 'field' ? column.field.key : around;
      expect([column.head, meant(id, column.head)]).toEqual([column.head, expected]);
    }
  });

  test('of the official sheet are all known', () => {
    for (const { head } of ledgerHeads(kind)) expect([head, meant(id, head)]).not.toEqual([head, undefined]);
  });

  test('that clerks use are not those of another field of the tool itself', () => {
    for (const field of kind.fields)
      for (const head of field.otherHeads ?? []) {
        const found = kind.fields.find(
          (one) => headKeys((one.head ?? one.label).zh)[0] === headKeys(head)[0],
        );
        expect([head, found?.key ?? field.key]).toEqual([head, field.key]);
      }
  });
});

describe('a head', () => {
  test.each([
    ['visit', '日 期：', 'date'],
    ['visit', '走访\n时间', 'date'],
    ['visit', '＊日期', 'date'],
    ['visit', '镇（街）', 'town'],
    ['visit', '村/社区', 'village'],
    ['visit', '走访对象', 'met'],
    ['visit', '走访座谈对象', 'met'],
    ['visit', '发现的问题', 'findings'],
    ['visit', '报告联系领导时间', 'reportedOn'],
    ['visit', '信息来源', 'source'],
    ['visit', '填报人', 'judge'],
    ['trial', '旁听人数', 'observers'],
    ['trial', '地点', 'venue'],
    ['mediation', '标的额', 'amount'],
    ['mediation', '期限届满日', 'reckoned'],
    ['guidance', '涉及金额（万元）', 'amount'],
    ['visit', 'findings', 'findings'],
    ['visit', '天气', undefined],
  ])('of %s, %j means %s', (id, head, expected) => {
    expect(meant(id, head)).toBe(expected);
  });

  test('that was learnt means what was said, or is left out', () => {
    const learnt = new Map([
      [
        'visit',
        new Map([
          ['成效', 'handling'],
          ['天气', null],
        ]),
      ],
    ]);
    const visit = kindOf(KINDS, 'visit');
    expect(meaningOf(visit, '成 效', learnt)?.meaning).toMatchObject({ field: { key: 'handling' } });
    expect(meaningOf(visit, '天气', learnt)?.meaning).toEqual({ type: 'left-out' });
    expect(meaningOf(kindOf(KINDS, 'trial'), '天气', learnt)).toBeUndefined();
  });

  test('is compared without 帐, spaces and brackets', () => {
    expect(headKeys('走访座谈台帐')).toEqual(headKeys('走访 座谈 台账'));
    expect(headKeys('涉及金额（元）')).toEqual(['涉及金额元', '涉及金额']);
    expect(headKeys('（）')).toEqual([]);
  });
});
