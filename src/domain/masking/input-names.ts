import type { Entry } from '../entry.ts';
import { fieldOf, type Field, type Kind } from '../kinds/kind.ts';
import type { Holds } from '../kinds/holds.ts';
import type { Ledger } from '../ledger.ts';
import type { Roster } from '../roster.ts';
import type { Edition } from './edition.ts';
import { nameKey, visible } from './folded-text.ts';
import { takenMasks } from './name-masks.ts';
import { nicknamesIn } from './nicknames.ts';
import { namesIn } from './person-names.ts';
import { readPersons, type PersonField } from './person-field.ts';

/** What is read for the people of a masked edition: all of it, whatever quarter is shown. */
export interface MaskedInput {
  readonly edition: Edition;
  readonly ledgers: readonly Ledger[];
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
}

/** The people that an input names. */
export interface InputNames {
  /** Those that no text may name. */
  readonly hidden: ReadonlySet<string>;
  /** Judges and leaders, who are named where a sheet says who did the court's work. */
  readonly officials: ReadonlySet<string>;
  /** Within the court: mediators, who are named where a sheet says who mediated, unless an entry is about one of them. */
  readonly mediators: ReadonlySet<string>;
  /** Words of names of several parts, by which somebody is called as well, with the whole name. */
  readonly halves: ReadonlyMap<string, string>;
  /** What may be a name where a field of persons can't be read. */
  readonly candidates: ReadonlySet<string>;
  /** Masks that the texts bear already. */
  readonly taken: ReadonlySet<string>;
}

/** Who is named with one of these in front is of the court. */
const OF_THE_COURT = /(?:法官|法官助理|审判员|审判长|庭长|院长)$/u;

/**
 * The people of an input. Those whom entries are about are hidden, whoever else bears their name; those named among others (whom
 * a visit met, say) are hidden unless they are judges or leaders, also who mediates elsewhere: of two secretaries in one column
 * not one is named and the other isn't. Who is called 林阿婆 or 小苏 in any text is one of them. Outside of the court mediators are hidden everywhere. What an entry said before a correction
 * counts as well: another text may still say it.
 */
export function inputNames(
  { edition, ledgers, roster, kinds }: MaskedInput,
  persons: PersonReader = personReader(roster),
): InputNames {
  const found = new Map<Holds, Set<string>>();
  const note = (holds: Holds, name: string): void => {
    found.set(holds, (found.get(holds) ?? new Set()).add(name));
  };
  const officials = new Set(courtPeople(ledgers, roster).map(nameKey));
  const taken = new Set<string>();
  const candidates = new Set<string>();
  const halves = new Map<string, string>();
  for (const { field, text } of texts(ledgers, kinds)) {
    if (text.includes('某'))
      for (const mask of [...takenMasks(text), ...takenMasks(visible(text))]) taken.add(mask);
    if (callsSomebody(field)) {
      for (const name of nicknamesIn(text)) note(field.holds === 'mediator' ? 'mediator' : 'people', name);
    }
    if (field.holds === undefined) continue;
    if (field.holds === 'person') {
      const read = persons(text);
      for (const name of read.names) note('person', name);
      for (const name of read.candidates) candidates.add(name);
      for (const [half, whole] of read.halves) halves.set(half, whole);
      // What is read otherwise there is hidden as well: a name too many does no harm.
      if (read.isRead) continue;
    }
    const names = namesIn(text, field.holds === 'person');
    for (const { name, before } of names) {
      if (field.holds === 'judge' || (field.holds === 'people' && OF_THE_COURT.test(before)))
        officials.add(name);
      else note(field.holds, name);
    }
  }
  const named = (...holds: readonly Holds[]): string[] =>
    holds.flatMap((hold) => [...(found.get(hold) ?? [])]);
  const places = new Set(placeNames(roster));
  const contacts = contactPeople(roster).map(nameKey);
  const stay = new Set([...officials, ...places]);
  const about = new Set(named('person'));
  const among = [...named('people', ...(edition === 'external' ? (['mediator'] as const) : [])), ...contacts];
  return {
    hidden: new Set([...about, ...among.filter((name) => !stay.has(name))].filter((name) => name.length > 1)),
    officials,
    mediators: new Set(edition === 'internal' ? named('mediator').filter((name) => !about.has(name)) : []),
    ...{ halves, candidates, taken },
  };
}

/** Reads fields of persons; they come again and again, so that what was read is remembered. */
export type PersonReader = (text: string) => PersonField;

/** A reader that knows the places of a roster, and the court's own names. */
export function personReader(roster: Roster): PersonReader {
  const { court, offices, towns } = roster;
  const own = [court.name, court.name.replace(/人民法院$/u, ''), offices.filing, offices.research];
  const centres = towns.flatMap(({ centre, tribunal }) => [centre?.name ?? '', tribunal]);
  const places = new Set([...placeNames(roster), ...own, ...centres].map(nameKey));
  const known = new Map<string, PersonField>();
  return (text) => {
    let read = known.get(text);
    if (!read) known.set(text, (read = readPersons(text, places)));
    return read;
  };
}

/** Whether people are told in a field by what they are called; of the court nobody is hidden, and a term names nobody. */
function callsSomebody({ type, holds }: Field): boolean {
  return type.offer.type === 'text' && holds !== 'judge' && holds !== 'term';
}

/** Every text of every entry, removed ones and former values too. */
function* texts(
  ledgers: readonly Ledger[],
  kinds: readonly Kind[],
): Generator<{ field: Field; text: string }> {
  for (const { entries } of ledgers) {
    for (const entry of entries) {
      const kind = kinds.find(({ id }) => id === entry.kind);
      if (!kind) continue;
      for (const [key, value] of valuesEver(entry)) {
        const known = kind.fields.some((field) => field.key === key);
        if (known && typeof value === 'string') yield { field: fieldOf(kind, key), text: value };
      }
    }
  }
}

function* valuesEver({ values, history = [] }: Entry): Generator<readonly [string, unknown]> {
  yield* Object.entries(values);
  for (const { changes = [] } of history) {
    for (const { field, from, to } of changes) {
      yield [field, from];
      yield [field, to];
    }
  }
}

/** Judges and leaders, and the leading group, some with their division behind the name. */
function courtPeople(
  ledgers: readonly Ledger[],
  { judges, leaders, leadingGroup }: Roster,
): readonly string[] {
  const { head, deputies, members } = leadingGroup;
  return [
    ...[...judges, ...leaders, ...ledgers.map(({ judge }) => judge)].map(({ name }) => name),
    ...[head, ...deputies, ...members].map((name) => name.replace(/[（(].*$/u, '')),
  ].filter((name) => name !== '');
}

/** Those whom one may call: at the centres of the towns and in the offices. */
function contactPeople({ towns, offices }: Roster): readonly string[] {
  const contacts = [
    ...towns.flatMap(({ centre }) => (centre ? [centre.contact] : [])),
    offices.filingClerk.name,
    offices.researchClerk.name,
  ];
  return contacts.flatMap((contact) => namesIn(contact, true).map(({ name }) => name));
}

/** Towns and villages, also without what every such name ends in: `步朗、楼下等村`. */
export function placeNames({ towns }: Roster): readonly string[] {
  const places = towns.flatMap((town) => [town, ...town.villages]);
  return places.flatMap(({ name, aliases }) => [name, ...aliases, name.replace(/(?:镇|村|社区)$/u, '')]);
}
