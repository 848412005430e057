import { describe, expect, test } from 'vitest';
import { DISPUTE_TYPES, disputeType, SUBTYPES } from '../../src/domain/dispute-types.ts';
import { aRoster, day } from '../support/builders.ts';

const type = disputeType();
const context = { today: day('2024-09-18'), roster: aRoster(), language: 'zh' } as const;

test('the types stand in the order of the official table', () => {
  expect(DISPUTE_TYPES.map(({ id }) => id).join(' ')).toBe(
    '婚姻家庭 邻里 房屋宅基地 合同 生产经营 损害赔偿 山林土地 征地拆迁 环境污染 劳动争议 消费 医疗 道路交通事故 物业 旅游 知识产权 互联网 其他',
  );
});

describe('a type', () => {
  test.each(DISPUTE_TYPES.map(({ id, label }) => [id, label.en] as const))(
    '%s is known by its name, its name in English, and as a 纠纷',
    (id, english) => {
      for (const typed of [id, ` ${id} `, `${id}纠纷`, english])
        expect(type.read(typed, context)).toEqual({
          value: id,
          // Said alone, it takes back a subtype that the rules name.
          unsays: { key: 'subtype', values: ['相邻纠纷', '民间借贷', '人身损害赔偿'] },
        });
      expect(type.shape.accepts(id)).toBe(true);
      expect(type.show(id, 'zh')).toBe(id);
      expect(type.show(id, 'en')).toBe(english);
    },
  );

  test.each([
    ['相邻纠纷', '邻里', '相邻纠纷'],
    ['adjacent land', '邻里', '相邻纠纷'],
    ['民间借贷', '合同', '民间借贷'],
    ['民间借贷纠纷', '合同', '民间借贷'],
    ['Private loans', '合同', '民间借贷'],
    ['人身损害赔偿', '损害赔偿', '人身损害赔偿'],
    ['人身损害赔偿纠纷', '损害赔偿', '人身损害赔偿'],
  ])('%s of the rules is %s, and is kept as the subtype %s', (typed, value, subtype) => {
    expect(type.read(typed, context)).toEqual({ value, implies: { subtype } });
  });

  test.each([
    ['婚烟家庭', '婚姻家庭'],
    ['山林土地权', '山林土地'],
    ['天文', undefined],
    ['纠纷', undefined],
  ])('%s is none, and is most likely %s', (typed, nearest) => {
    const read = type.read(typed, context);
    expect(read).toMatchObject({ problem: { code: 'choice-invalid', found: typed } });
    expect('problem' in read && 'nearest' in read.problem ? read.problem.nearest : undefined).toBe(nearest);
  });

  test('no file holds a subtype for it', () => {
    for (const { name, within } of SUBTYPES) {
      expect(type.shape.accepts(name.zh)).toBe(false);
      expect(type.shape.accepts(within)).toBe(true);
    }
  });
});
