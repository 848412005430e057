import { isCalendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import type { Kind, Values } from '../../src/domain/kinds/kind.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { isQuarter, type Quarter } from '../../src/domain/quarter.ts';
import {
  DEFAULT_RULES,
  type Assignment,
  type Judge,
  type Leader,
  type Roster,
  type Rules,
  type Town,
  type Village,
} from '../../src/domain/roster.ts';
import type { Locate } from '../../src/domain/shape.ts';

/** The day, which must be one. */
export function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`${text} is no day`);
  return text;
}

/** The quarter, which must be one. */
export function quarter(text: string): Quarter {
  if (!isQuarter(text)) throw new Error(`${text} is no quarter`);
  return text;
}

/** Service of a town; without days, for ever. */
export function serving(town: string, from?: string, to?: string): Assignment {
  return { town, from: from === undefined ? null : day(from), to: to === undefined ? null : day(to) };
}

/** A village that is always there. */
export function aVillage(name: string, over: Partial<Village> = {}): Village {
  return { name, code: '', aliases: [], from: null, to: null, ...over };
}

/** A town that lacks nothing but people. */
export function aTown(name: string, over: Partial<Town> = {}): Town {
  return {
    name,
    code: '',
    aliases: [],
    centre: { name: `${name}综治中心`, contact: '', phone: '' },
    circuitPoint: { name: `${name}巡回审判点`, plaqueOn: null },
    tribunal: '新城人民法庭',
    villages: [],
    ...over,
  };
}

/** A liaison judge who serves 太平镇 for ever. */
export function aJudge(id: string, over: Partial<Judge> = {}): Judge {
  return { id, name: id, title: '法官助理', role: 'liaison', assignments: [serving('太平镇')], ...over };
}

/** A contact leader of 太平镇. */
export function aLeader(id: string, over: Partial<Leader> = {}): Leader {
  return { id, name: id, title: '副院长', assignments: [serving('太平镇')], ...over };
}

/** The contract's default rules but for what is said. */
export function someRules(over: Partial<Rules> = {}): Rules {
  return { ...DEFAULT_RULES, ...over };
}

/** A court with one town, 太平镇 (alias 太平), its villages 马山社区 and 禤村村 (alias 禤村), and its liaison judge li-min 李敏. */
export function aRoster(over: Partial<Roster> = {}): Roster {
  return {
    court: { name: '新兴县人民法院', code: '粤5321' },
    offices: {
      filing: '立案庭',
      research: '研究室',
      filingClerk: { name: '', phone: '' },
      researchClerk: { name: '', phone: '' },
    },
    leadingGroup: { head: '', deputies: [], members: [] },
    rules: [],
    leaders: [],
    towns: [
      aTown('太平镇', {
        aliases: ['太平'],
        villages: [aVillage('马山社区'), aVillage('禤村村', { aliases: ['禤村'] })],
      }),
    ],
    judges: [aJudge('li-min', { name: '李敏' })],
    ...over,
  };
}

/** A ledger without entries; its judge is li-min 李敏 unless said. */
export function aLedger(over: Partial<Ledger> = {}): Ledger {
  return {
    ledgerId: undefined,
    court: '新兴县人民法院',
    judge: { id: 'li-min', name: '李敏' },
    seq: 0,
    prev: undefined,
    entries: [],
    submissions: [],
    ...over,
  };
}

/** The ledger of a judge with these entries. */
export function ledgerOf(judge: string, ...entries: readonly Entry[]): Ledger {
  return aLedger({ judge: { id: judge, name: judge }, entries });
}

let made = 0;

/**
 * A visit to 太平镇马山社区 on 2024-07-03 but for what is said; undefined takes a field away. Every one has an id of its own
 * unless the envelope says one.
 */
export function aVisit(
  values: Readonly<Record<string, FieldValue | undefined>> = {},
  envelope: Partial<Entry> = {},
): Entry {
  made += 1;
  const all = {
    date: '2024-07-03',
    town: '太平镇',
    village: '马山社区',
    form: 'visit',
    findings: '村民反映巷道排水',
    ...values,
  };
  return { id: `visit-${String(made)}-made`, kind: 'visit', rev: 1, values: present(all), ...envelope };
}

/** The values that are there. */
export function present(values: Readonly<Record<string, FieldValue | undefined>>): Values {
  const pairs = Object.entries(values).flatMap(([key, value]): [string, FieldValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return Object.fromEntries(pairs);
}

/** The kind with one of its fields changed. */
export function withField(kind: Kind, key: string, over: Partial<Kind['fields'][number]>): Kind {
  return { ...kind, fields: kind.fields.map((field) => (field.key === key ? { ...field, ...over } : field)) };
}

/** Tells where it was asked for: the path stands in `cell`, values are in column 1 and keys in column 2 of a line per step. */
export const located: Locate = {
  value: (path) => ({ line: path.length + 1, column: 1, cell: path.join('/') }),
  key: (path) => ({ line: path.length + 1, column: 2, cell: path.join('/') }),
};
