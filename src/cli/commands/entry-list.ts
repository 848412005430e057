import { fieldOf, kindOf, type Field, type Kind, type Values } from '../../domain/kinds/kind.ts';
import { entryDay, textOf, type Entry } from '../../domain/entry.ts';
import { casesOf, closedOn, openedOn } from '../../domain/cases.ts';
import { Refusal, refusal, error, type Finding } from '../../domain/problem.ts';
import { townNamed, villageNamed, type Roster } from '../../domain/roster.ts';
import { readDay } from '../../domain/typed-day.ts';
import type { Command, OptionSpec } from '../command.ts';
import { isOn, textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { entriesOf, LIMIT_OPTION, limitFor, ofQuarter, TOWN_OPTION, townWanted } from '../entry-filters.ts';
import { readableLedgers } from '../entry-reading.ts';
import { contains } from '../entry-text.ts';
import { QUARTER_OPTION, quarterNamed } from '../quarters.ts';
import { entryJson, entryTable, type OwnedEntry } from '../render/entries.ts';

const OPTIONS: readonly OptionSpec[] = [
  QUARTER_OPTION,
  {
    name: 'from',
    value: { zh: '日期', en: 'DATE' },
    help: { zh: '这一天及以后', en: 'on this day or later' },
  },
  {
    name: 'to',
    value: { zh: '日期', en: 'DATE' },
    help: { zh: '这一天及以前', en: 'on this day or earlier' },
  },
  TOWN_OPTION,
  {
    name: 'text',
    value: { zh: '文字', en: 'TEXT' },
    help: { zh: '内容含有这些字', en: 'that contain this text' },
  },
  { name: 'removed', help: { zh: '只列已删除的', en: 'only those that were removed' } },
  {
    name: 'sort',
    value: { zh: '字段', en: 'FIELD' },
    help: { zh: '按这个字段排序，如 town', en: 'sort by this field' },
  },
  LIMIT_OPTION,
];

const VILLAGE: OptionSpec = {
  name: 'village',
  value: { zh: '村（社区）', en: 'VILLAGE' },
  help: { zh: '只列这个村（社区）', en: 'only of this village' },
};

const TYPE: OptionSpec = {
  name: 'type',
  value: { zh: '纠纷类型', en: 'TYPE' },
  help: { zh: '只列这类纠纷', en: 'only this type of dispute' },
};

const OPEN: OptionSpec = {
  name: 'open',
  help: { zh: '只列未办结的', en: 'only those that are not closed' },
};

/** The filters that make sense for a kind. */
function optionsOf(kind: Kind): readonly OptionSpec[] {
  const has = (key: string): boolean => kind.fields.some((field) => field.key === key);
  return [
    ...OPTIONS,
    ...(has('village') ? [VILLAGE] : []),
    ...(has('type') ? [TYPE] : []),
    ...(kind.span.type === 'case' ? [OPEN] : []),
  ];
}

/** `ledger <kind> list`: entries that are not removed, all of them unless a filter says otherwise. */
export function entryList(kind: Kind): Command {
  return {
    get options() {
      return optionsOf(kind);
    },
    examples: [`${kind.id} list --quarter 2024Q3 --town 太平镇`, `${kind.id} list --text 宅基地 --limit 5`],
    run: async (context, given) => {
      const { roster, ledgers, judge, notes, isPartial } = await readableLedgers(context);
      const wanted = filterFor(context, kind, roster, given);
      const removed = isOn(given, 'removed');
      const all = entriesOf(kind, ledgers, removed);
      const inTime = ofQuarter(kind, all, quarterNamed(context, roster, given), roster);
      const open = isOn(given, 'open') ? openOnes(kind, inTime) : inTime;
      const found = sorted(open.filter(wanted), sortFieldFor(kind, given), kind);
      const shown = found.slice(0, limitFor(given) ?? found.length);
      const { entries } = context.messages;
      const table = entryTable(context.messages, kind, shown, {
        columns: context.environment.stdout.columns,
        withJudge: judge === undefined && ledgers.length > 1,
      });
      return {
        json: {
          entries: shown.map(({ judge: owner, entry }) => ({
            judge: owner.id,
            entry: entryJson(kindOf(context.kinds, entry.kind), entry),
          })),
        },
        text: shown.length === 0 ? entries.none : `${table}\n${entries.count(shown.length, found.length)}`,
        notes,
        ...(isPartial ? { exit: 7 } : {}),
      };
    },
  };
}

function filterFor(
  context: Context,
  kind: Kind,
  roster: Roster,
  given: Given,
): (owned: OwnedEntry) => boolean {
  const findings: Finding[] = [];
  const day = (name: string): string | undefined => {
    const typed = textOption(given, name);
    if (typed === undefined) return undefined;
    const read = readDay(typed, context.today);
    if ('value' in read) return read.value;
    findings.push(error(read.problem, { field: `--${name}` }));
    return undefined;
  };
  const [from, to] = [day('from'), day('to')];
  const town = townWanted(context, roster, given);
  if (town && 'problem' in town) findings.push(error(town.problem, { field: '--town' }));
  const village = textOption(given, 'village');
  const text = textOption(given, 'text');
  const type = typeFor(context, kind, roster, given, findings);
  if (findings.length > 0) throw new Refusal('misuse', findings);
  return ({ entry }) => {
    const date = entryDay(kind, entry) ?? '';
    const place = townNamed(roster, textOf(entry, 'town'));
    const known = village === undefined ? undefined : place && villageNamed(place, village);
    const inVillage = textOf(entry, 'village');
    return (
      (from === undefined || date >= from) &&
      (to === undefined || date <= to) &&
      (town === undefined || ('value' in town && place?.name === town.value)) &&
      (village === undefined ||
        inVillage === village ||
        (known && place && villageNamed(place, inVillage) === known)) === true &&
      Object.entries(type).every(([key, value]) => entry.values[key] === value) &&
      (text === undefined || contains(kind, entry, context.language, text))
    );
  };
}

/** The rows of cases that are not closed, those not applied for yet among them. */
function openOnes(kind: Kind, owned: readonly OwnedEntry[]): readonly OwnedEntry[] {
  const { span } = kind;
  if (span.type === 'event') return owned;
  const closed = new Set(casesOf(kind, owned).flatMap((one) => (one.closed === undefined ? [] : one.rows)));
  return owned.filter(
    (row) =>
      !closed.has(row) &&
      span.isCase?.(row.entry.values) !== false &&
      (openedOn(kind, row.entry) !== undefined || closedOn(kind, row.entry) === undefined),
  );
}

/** What `--type` asks for: 民间借贷 means 合同, and of those the subtype. */
function typeFor(context: Context, kind: Kind, roster: Roster, given: Given, findings: Finding[]): Values {
  const typed = textOption(given, 'type');
  if (typed === undefined) return {};
  const { today, language } = context;
  const read = fieldOf(kind, 'type').type.read(typed, { today, roster, language });
  if ('value' in read) return { type: read.value, ...read.implies };
  findings.push(error(read.problem, { field: '--type' }));
  return {};
}

/** The field to sort by; without one entries stand by their days. */
function sortFieldFor(kind: Kind, given: Given): Field | undefined {
  const typed = textOption(given, 'sort');
  if (typed === undefined) return undefined;
  const found = kind.fields.find(({ key, label }) => [key, label.zh, label.en].includes(typed));
  if (found) return found;
  throw refusal(
    'misuse',
    { code: 'sort-invalid', found: typed, fields: kind.fields.map(({ key }) => key) },
    { field: '--sort' },
  );
}

function sorted(owned: readonly OwnedEntry[], by: Field | undefined, kind: Kind): readonly OwnedEntry[] {
  const key = ({ judge, entry }: OwnedEntry): string =>
    [by ? sortKey(by, entry) : '', entryDay(kind, entry) ?? '', judge.id, entry.id].join('\n');
  return owned
    .map((one) => ({ one, sort: key(one) }))
    .sort((left, right) => (left.sort < right.sort ? -1 : 1))
    .map(({ one }) => one);
}

/** Numbers stand by their size: 30 people before 100. */
function sortKey({ key, type }: Field, entry: Entry): string {
  const text = textOf(entry, key);
  return type.sheet === 'number' && text !== '' ? Number(text).toFixed(2).padStart(16, '0') : text;
}
