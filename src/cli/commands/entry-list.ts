import { dayKey, fieldOf, kindOf, showField, type Field, type Kind } from '../../domain/kinds/kind.ts';
import { entryDay, textOf } from '../../domain/entry.ts';
import { touches } from '../../domain/consolidation.ts';
import { Refusal, refusal, error, type Finding } from '../../domain/problem.ts';
import { periodOf } from '../../domain/quarter.ts';
import { basisOf, townNamed, villageNamed, type Roster } from '../../domain/roster.ts';
import { readDay } from '../../domain/typed-day.ts';
import { foldTyped } from '../../domain/typed-text.ts';
import type { Command, OptionSpec } from '../command.ts';
import { isOn, textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { readableLedgers } from '../entry-reading.ts';
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
  { name: 'town', value: { zh: '镇', en: 'TOWN' }, help: { zh: '只列这个镇', en: 'only of this town' } },
  {
    name: 'village',
    value: { zh: '村（社区）', en: 'VILLAGE' },
    help: { zh: '只列这个村（社区）', en: 'only of this village' },
  },
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
  { name: 'limit', value: { zh: '条数', en: 'N' }, help: { zh: '最多列这么多条', en: 'at most so many' } },
];

/** `ledger <kind> list`: entries that are not removed, all of them unless a filter says otherwise. */
export function entryList(kind: Kind): Command {
  return {
    options: OPTIONS,
    examples: [`${kind.id} list --quarter 2024Q3 --town 太平镇`, `${kind.id} list --text 宅基地 --limit 5`],
    run: async (context, given) => {
      const { roster, ledgers, judge, notes } = await readableLedgers(context);
      const wanted = filterFor(context, kind, roster, given);
      const all = ledgers.flatMap((ledger) =>
        ledger.entries
          .filter((entry) => entry.kind === kind.id)
          .map((entry): OwnedEntry => ({ judge: ledger.judge.id, entry })),
      );
      const found = sorted(all.filter(wanted), sortFieldFor(kind, given), kind);
      const shown = found.slice(0, limitFor(given) ?? found.length);
      const { entries } = context.messages;
      const table = entryTable(context.messages, kind, shown, {
        columns: context.environment.stdout.columns,
        withJudge: judge === undefined && ledgers.length > 1,
      });
      return {
        json: {
          entries: shown.map(({ judge: owner, entry }) => ({
            judge: owner,
            entry: entryJson(kindOf(context.kinds, entry.kind), entry),
          })),
        },
        text: shown.length === 0 ? entries.none : `${table}\n${entries.count(shown.length, found.length)}`,
        notes,
        ...(notes.length > 0 ? { exit: 7 } : {}),
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
  const quarter = quarterNamed(context, roster, given);
  const period = quarter === undefined ? undefined : periodOf(quarter, basisOf(roster));
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
  const town = townFor(context, kind, roster, given, findings);
  if (findings.length > 0) throw new Refusal('misuse', findings);
  const village = textOption(given, 'village');
  const text = textOption(given, 'text');
  const removed = isOn(given, 'removed');
  return ({ entry }) => {
    const date = entryDay(kind, entry) ?? '';
    const place = townNamed(roster, textOf(entry, 'town'));
    const known = village === undefined ? undefined : place && villageNamed(place, village);
    const inVillage = textOf(entry, 'village');
    return (
      (entry.removed !== undefined) === removed &&
      (period === undefined || touches(kind, { ...entry, removed: undefined }, period)) &&
      (from === undefined || date >= from) &&
      (to === undefined || date <= to) &&
      (town === undefined || place?.name === town) &&
      (village === undefined ||
        inVillage === village ||
        (known && place && villageNamed(place, inVillage) === known)) === true &&
      (text === undefined || contains(kind, { judge: '', entry }, context, text))
    );
  };
}

function townFor(
  context: Context,
  kind: Kind,
  roster: Roster,
  given: Given,
  findings: Finding[],
): string | undefined {
  const typed = textOption(given, 'town');
  if (typed === undefined) return undefined;
  const read = fieldOf(kind, 'town').type.read(typed, {
    today: context.today,
    roster,
    language: context.language,
  });
  if ('problem' in read) findings.push(error(read.problem, { field: '--town' }));
  return 'value' in read ? String(read.value) : undefined;
}

function contains(kind: Kind, { entry }: OwnedEntry, context: Context, text: string): boolean {
  const wanted = foldTyped(text).toLowerCase();
  return kind.fields.some((field) =>
    foldTyped(showField(field, entry.values, context.language))
      .toLowerCase()
      .includes(wanted),
  );
}

function sortFieldFor(kind: Kind, given: Given): Field {
  const typed = textOption(given, 'sort');
  if (typed === undefined) return fieldOf(kind, dayKey(kind));
  const found = kind.fields.find(({ key, label }) => key === typed || label.zh === typed);
  if (found) return found;
  throw refusal(
    'misuse',
    { code: 'sort-invalid', found: typed, fields: kind.fields.map(({ key }) => key) },
    { field: '--sort' },
  );
}

function sorted(owned: readonly OwnedEntry[], by: Field, kind: Kind): readonly OwnedEntry[] {
  const key = ({ judge, entry }: OwnedEntry): string =>
    [textOf(entry, by.key), textOf(entry, dayKey(kind)), judge, entry.id].join('\n');
  return owned
    .map((one) => ({ one, sort: key(one) }))
    .sort((left, right) => (left.sort < right.sort ? -1 : 1))
    .map(({ one }) => one);
}

function limitFor(given: Given): number | undefined {
  const typed = textOption(given, 'limit');
  if (typed === undefined) return undefined;
  const folded = foldTyped(typed);
  if (!/^[1-9]\d{0,8}$/.test(folded))
    throw refusal('misuse', { code: 'number-invalid', found: typed }, { field: '--limit' });
  return Number(folded);
}
