import { entryDay, textOf } from '../../domain/entry.ts';
import type { Field, Kind } from '../../domain/kinds/kind.ts';
import { refusal } from '../../domain/problem.ts';
import { townNamed } from '../../domain/roster.ts';
import type { ArgumentSpec, Command } from '../command.ts';
import type { Context } from '../context.ts';
import { entriesOf, LIMIT_OPTION, limitFor, ofQuarter, TOWN_OPTION, townWanted } from '../entry-filters.ts';
import { readableLedgers } from '../entry-reading.ts';
import { fieldsSaying } from '../entry-text.ts';
import { QUARTER_OPTION, quarterNamed } from '../quarters.ts';
import { entryJson, headlineOf, type OwnedEntry } from '../render/entries.ts';
import { table } from '../render/table.ts';

const TEXT: ArgumentSpec = { name: { zh: '文字', en: 'TEXT' }, many: true };

/** An entry that says what was looked for, and the fields that do. */
interface Hit extends OwnedEntry {
  readonly kind: Kind;
  readonly fields: readonly Field[];
}

/** `ledger search TEXT`: entries of every kind that say some words in any of their fields; removed ones are left out. */
export const search: Command = {
  options: [QUARTER_OPTION, TOWN_OPTION, LIMIT_OPTION],
  arguments: [TEXT],
  examples: ['search 宅基地', 'search 物业 --quarter 2024Q3 --limit 5'],
  run: async (context, given) => {
    const words = given.words.filter((word) => word.trim() !== '');
    if (words.length === 0)
      throw refusal('misuse', { code: 'argument-missing', argument: TEXT.name, command: 'search' });
    const { roster, ledgers, judge, notes, isPartial } = await readableLedgers(context);
    const town = townWanted(context, roster, given);
    if (town && 'problem' in town) throw refusal('misuse', town.problem, { field: '--town' });
    const quarter = quarterNamed(context, roster, given);
    const hits = context.kinds.flatMap((kind) => {
      return ofQuarter(kind, entriesOf(kind, ledgers), quarter, roster)
        .filter(
          ({ entry }) => town === undefined || townNamed(roster, textOf(entry, 'town'))?.name === town.value,
        )
        .flatMap((owned) => hitsIn(context, kind, owned, words));
    });
    const found = byDay(hits);
    const shown = found.slice(0, limitFor(given) ?? found.length);
    const { entries } = context.messages;
    return {
      json: {
        entries: shown.map(({ judge: owner, kind, entry }) => ({
          judge: owner.id,
          entry: entryJson(kind, entry),
        })),
      },
      text:
        shown.length === 0
          ? entries.none
          : `${hitTable(context, shown, judge === undefined && ledgers.length > 1)}\n${entries.count(shown.length, found.length)}`,
      notes,
      ...(isPartial ? { exit: 7 } : {}),
    };
  },
};

/** The entry as a hit where each of the words stands in one of its fields. */
function hitsIn(
  { language }: Context,
  kind: Kind,
  owned: OwnedEntry,
  words: readonly string[],
): readonly Hit[] {
  const saying = words.map((word) => fieldsSaying(kind, owned.entry, language, word));
  if (saying.some((fields) => fields.length === 0)) return [];
  const fields = new Set(saying.flat());
  return [{ ...owned, kind, fields: kind.fields.filter((field) => fields.has(field)) }];
}

function byDay(hits: readonly Hit[]): readonly Hit[] {
  const key = ({ kind, judge, entry }: Hit): string =>
    [entryDay(kind, entry) ?? '', judge.id, entry.id].join('\n');
  return hits.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

function hitTable({ messages }: Context, hits: readonly Hit[], withJudge: boolean): string {
  const { language, search: words, entries, list } = messages;
  const { heads } = words;
  const rows = hits.map(({ kind, judge, entry, fields }) => [
    kind.name[language],
    entryDay(kind, entry) ?? '',
    entry.id,
    ...(withJudge ? [judge.id] : []),
    headlineOf(kind, entry.values, language),
    list.join(fields.map(({ label }) => label[language])),
  ]);
  return table(
    [
      { head: heads.kind },
      { head: heads.day },
      { head: entries.id },
      ...(withJudge ? [{ head: entries.judge }] : []),
      { head: heads.headline },
      { head: heads.found },
    ],
    rows,
  );
}
