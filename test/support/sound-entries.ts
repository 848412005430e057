import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import { kindOf, type Values } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { present } from './builders.ts';

/** Values of each kind about which nothing is wrong or doubtful: all that is required, and not closed where it is a case. */
const SOUND: Readonly<Record<string, Values>> = {
  visit: { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '村民反映巷道排水' },
  matter: {
    receivedOn: '2024-07-03',
    town: '太平镇',
    direction: 'toCourt',
    raisedBy: '太平镇综治中心',
    content: '请求派员参加研判会',
  },
  dispute: { foundOn: '2024-07-03', town: '太平镇', type: '邻里', summary: '巷道排水改道' },
  trial: {
    heldOn: '2024-07-03',
    town: '太平镇',
    venue: '太平镇巡回审判点',
    caseNumber: '（2024）粤5321民初123号',
    cause: '租赁合同纠纷',
    type: '合同',
  },
  deputy: {
    metOn: '2024-07-03',
    town: '太平镇',
    name: '伍某',
    capacity: ['congress'],
    opinion: '建议增加圩日巡回审判次数',
  },
  guidance: {
    origin: 'request',
    requestedOn: '2024-07-03',
    requestedBy: '太平镇综治中心',
    town: '太平镇',
    type: '山林土地',
    summary: '承包地界址不清',
    method: ['law'],
  },
  outreach: { heldOn: '2024-07-03', town: '太平镇', venue: '太平圩', form: 'market', topic: '防范风险' },
  mediation: {
    basis: 'postFiling',
    nature: 'civil',
    town: '太平镇',
    cause: '租赁合同纠纷',
    type: '合同',
    delegatedOn: '2024-07-03',
    organisation: '太平镇人民调解委员会',
    procedure: 'summary',
  },
  confirmation: {
    effectiveOn: '2024-07-03',
    town: '太平镇',
    organisation: '太平镇人民调解委员会',
    applicants: '梁某、陈某',
    type: '合同',
    document: 'ruling',
  },
  service: { date: '2024-07-03', town: '太平镇', category: 'filing', content: '协助提交立案材料' },
};

let made = 0;

/** An entry of a kind to which nothing can be said but for what is said here; undefined takes a field away. */
export function anEntry(
  kind: string,
  values: Readonly<Record<string, FieldValue | undefined>> = {},
  envelope: Partial<Entry> = {},
): Entry {
  made += 1;
  const all = present({ ...SOUND[kind], ...values });
  return { id: `${kind}-${String(made)}-made`, kind, rev: 1, values: all, ...envelope };
}

/** The values as flags of `add` would say them, in the language of files. */
export function flagsFor({ kind, values }: Entry): readonly string[] {
  return kindOf(KINDS, kind).fields.flatMap(({ key }) => {
    const value = values[key];
    if (value === undefined) return [];
    const flag = key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    return [`--${flag}=${typeof value === 'object' ? value.join('、') : String(value)}`];
  });
}
