import { choice } from './fields/choice.ts';
import type { Choice, FieldType } from './fields/field-type.ts';
import { foldTyped } from './typed-text.ts';
import type { Words } from './words.ts';

const type = (zh: string, en: string): Choice => ({ id: zh, label: { zh, en } });

/** 纠纷类型, in the order of the official table: the classes of people's mediation. */
export const DISPUTE_TYPES: readonly [Choice, ...Choice[]] = [
  type('婚姻家庭', 'marriage and family'),
  type('邻里', 'neighbours'),
  type('房屋宅基地', 'houses and homesteads'),
  type('合同', 'contracts'),
  type('生产经营', 'production and trade'),
  type('损害赔偿', 'damages'),
  type('山林土地', 'woodland and land'),
  type('征地拆迁', 'land taking and demolition'),
  type('环境污染', 'pollution'),
  type('劳动争议', 'labour'),
  type('消费', 'consumers'),
  type('医疗', 'medical'),
  type('道路交通事故', 'road accidents'),
  type('物业', 'property management'),
  type('旅游', 'travel'),
  type('知识产权', 'intellectual property'),
  type('互联网', 'internet'),
  type('其他', 'other'),
];

/** A type of its own in the rules of 2024-06-20 (二(一)1) that the official classes hold within a wider one: shown as 其中. */
export interface Subtype {
  readonly name: Words;
  /** The id of the type it belongs to. */
  readonly within: string;
}

/** The rules' own types beside 婚姻家庭. */
export const SUBTYPES: readonly Subtype[] = [
  { name: { zh: '相邻纠纷', en: 'adjacent land' }, within: '邻里' },
  { name: { zh: '民间借贷', en: 'private loans' }, within: '合同' },
  { name: { zh: '人身损害赔偿', en: 'personal injury' }, within: '损害赔偿' },
];

/** Whether an entry of this type and subtype, as somebody typed it, is of a type of the rules' own. */
export function isOfSubtype({ name, within }: Subtype, type: string, subtype: string): boolean {
  return type === within && isNameOf(name, foldTyped(subtype).toLowerCase());
}

function isNameOf(name: Words, wanted: string): boolean {
  return [name.zh, name.en, `${name.zh}纠纷`].some((one) => one.toLowerCase() === wanted);
}

/** A dispute's type; a name of the rules is understood and kept as the subtype beside it. */
export function disputeType(): FieldType {
  const base = choice(DISPUTE_TYPES);
  return {
    ...base,
    offer: { type: 'choice', choices: DISPUTE_TYPES, within: SUBTYPES },
    example: { zh: '合同', en: 'contracts' },
    read: (typed, context) => {
      const wanted = foldTyped(typed).toLowerCase();
      const subtype = SUBTYPES.find(({ name }) => isNameOf(name, wanted));
      if (subtype) return { value: subtype.within, implies: { subtype: subtype.name.zh } };
      const bare = wanted.replace(/(?<=.{2})纠纷$/u, '');
      const read = base.read(bare, context);
      return 'problem' in read
        ? read
        : { ...read, unsays: { key: 'subtype', values: SUBTYPES.map(({ name }) => name.zh) } };
    },
  };
}
