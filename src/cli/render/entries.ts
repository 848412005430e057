import { displayWidth } from './width.ts';
import type { Change, Entry } from '../../domain/entry.ts';
import { entryToDocument } from '../../domain/entry-format.ts';
import { fieldOf, headline, showField, type Kind, type Values } from '../../domain/kinds/kind.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Language } from '../../domain/words.ts';
import { show } from './show.ts';
import { pad, table } from './table.ts';

/** An entry and the judge whose ledger it stands in. */
export interface OwnedEntry {
  readonly judge: { readonly id: string };
  readonly entry: Entry;
}

/** Entries one a line; the last column is cut to what the screen leaves. */
export function entryTable(
  messages: Messages,
  kind: Kind,
  owned: readonly OwnedEntry[],
  options: { readonly columns: number; readonly withJudge: boolean },
): string {
  const fields = kind.listed.map((key) => fieldOf(kind, key));
  const rows = owned.map(({ judge, entry }) => [
    entry.removed ? `${entry.id} (${messages.entries.removed})` : entry.id,
    ...(options.withJudge ? [judge.id] : []),
    ...fields.map((field) => show(showField(field, entry.values, messages.language))),
  ]);
  const heads = [
    messages.entries.id,
    ...(options.withJudge ? [messages.entries.judge] : []),
    ...fields.map(({ label }) => label[messages.language]),
  ];
  return table(
    heads.map((head) => ({ head })),
    rows,
    options.columns,
  );
}

/** What an entry is, in a few words, as a terminal may show it. */
export function headlineOf(kind: Kind, values: Values, language: Language): string {
  return show(headline(kind, values, language));
}

/** The values of an entry, one field a line under its label. */
export function valueLines(messages: Messages, kind: Kind, values: Values): readonly string[] {
  const fields = kind.fields.filter(({ key }) => values[key] !== undefined);
  const width = Math.max(0, ...fields.map(({ label }) => displayWidth(label[messages.language])));
  return fields.map((field) => {
    const [first = '', ...rest] = show(showField(field, values, messages.language), { oneLine: false }).split(
      '\n',
    );
    const label = pad(field.label[messages.language], width);
    return [`${label}  ${first}`, ...rest.map((line) => `${' '.repeat(width)}  ${line}`)].join('\n');
  });
}

/** An entry with its time limits and its history, as `show` prints it. */
export function entryDetail(
  messages: Messages,
  kind: Kind,
  { judge, entry }: OwnedEntry,
  limits: readonly string[] = [],
): string {
  const { entries, list } = messages;
  const removed = entry.removed
    ? [`${entries.removed}${messages.sentence.colon}${show(entry.removed.reason)}`]
    : [];
  const history = (entry.history ?? []).flatMap((item) => [
    `  ${entries.historyLine(item.rev, minuteOf(item.at), entries.op[item.op], item.reason === undefined ? undefined : show(item.reason))}`,
    ...(item.changes ?? []).map((change) => `    ${changeText(messages, kind, change)}`),
  ]);
  return [
    `${entry.id}  ${list.join([kind.name[messages.language], judge.id])}`,
    ...removed,
    ...valueLines(messages, kind, entry.values),
    ...limits,
    ...(history.length > 0 ? [`${entries.history}${messages.sentence.colon}`.trimEnd(), ...history] : []),
  ].join('\n');
}

/** What one field was and is. */
export function changeText(messages: Messages, kind: Kind, change: Change): string {
  const { entries, language } = messages;
  const field = kind.fields.find(({ key }) => key === change.field);
  const value = (raw: Change['from']): string =>
    raw === null ? entries.nothing : show(field ? field.type.show(raw, language) : String(raw));
  return entries.change(field?.label[language] ?? show(change.field), value(change.from), value(change.to));
}

/** The time of a change, to the minute. */
export function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** An entry as the contract's JSON: as it stands in the file. */
export function entryJson(kind: Kind, entry: Entry): Record<string, unknown> {
  return entryToDocument(kind, entry);
}
