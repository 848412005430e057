import type { Entry } from '../entry.ts';
import type { FieldValue } from '../fields/field-type.ts';
import { dayKey, OWN_SOURCE, SOURCE_KEY, type Kind, type Values } from '../kinds/kind.ts';
import { townNamed, type Roster } from '../roster.ts';
import type { ImportRow } from './import-row.ts';
import { villageMeant } from './place-text.ts';

/**
 * Finds for a row the entry that says the same in every field that the sheet has, each entry for one row only: n equal rows over
 * m equal entries find max(0, n - m) none. Entries are looked up by what they say, never compared one by one.
 */
export class SameRows {
  readonly #roster: Roster;
  readonly #entries: ReadonlyMap<string, readonly Entry[]>;
  readonly #indexes = new Map<string, Map<string, Entry[]>>();
  readonly #days = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  readonly #taken = new Set<Entry>();

  constructor(entries: readonly Entry[], roster: Roster) {
    this.#roster = roster;
    this.#entries = grouped(entries, ({ kind }) => kind);
  }

  /** Takes an entry away, since a row has found it by its id. */
  take(entry: Entry): void {
    this.#taken.add(entry);
  }

  /** The entry that says the same as the row, which then is taken. */
  find(row: ImportRow): Entry | undefined {
    // A first import meets an empty ledger.
    if (!this.#entries.has(row.kind.id)) return undefined;
    const keys = [...row.keys].sort();
    const said = saidOf(row.kind, row.values, keys, this.#roster);
    const found = this.#indexOf(row.kind, keys).get(said) ?? [];
    // The last are taken first, so that a thousand twins cost no more than one.
    for (let entry = found.pop(); entry; entry = found.pop()) {
      if (this.#taken.has(entry)) continue;
      this.#taken.add(entry);
      return entry;
    }
    return undefined;
  }

  /**
   * The entry that says all that the row says and more, which then is taken: a sheet that was written before the entry was closed
   * or reported. What the sheet leaves empty would otherwise make a second entry of the same event.
   */
  findFuller(row: ImportRow): Entry | undefined {
    const { kind, values } = row;
    if (!this.#entries.has(kind.id)) return undefined;
    const places = kind.fields.filter(({ type }) => type.offer.type === 'village').map(({ key }) => key);
    // No village means the town itself, and is no village that was left out.
    const isSaid = (key: string): boolean => values[key] !== undefined || places.includes(key);
    const said = [kind.gist, ...row.keys.filter((key) => key !== kind.gist && isSaid(key))];
    const entry = this.#ofDay(kind, values).find(
      (candidate) =>
        !this.#taken.has(candidate) &&
        said.every((key) => saysSame(kind, values, candidate.values, key, this.#roster)),
    );
    if (entry) this.#taken.add(entry);
    return entry;
  }

  #ofDay(kind: Kind, values: Values): readonly Entry[] {
    if (!this.#days.has(kind.id))
      this.#days.set(
        kind.id,
        grouped(this.#entries.get(kind.id) ?? [], (entry) =>
          String(entry.values[dayKey(kind, entry.values)]),
        ),
      );
    return this.#days.get(kind.id)?.get(String(values[dayKey(kind, values)])) ?? [];
  }

  #indexOf(kind: Kind, keys: readonly string[]): Map<string, Entry[]> {
    const name = `${kind.id} ${keys.join(' ')}`;
    const made = this.#indexes.get(name);
    if (made) return made;
    const index = new Map<string, Entry[]>();
    for (const entry of this.#entries.get(kind.id)?.toReversed() ?? []) {
      const said = saidOf(kind, entry.values, keys, this.#roster);
      const same = index.get(said);
      if (same) same.push(entry);
      else index.set(said, [entry]);
    }
    this.#indexes.set(name, index);
    return index;
  }
}

function grouped(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** The keys of a row's fields in which an entry says something else. */
export function differences(row: ImportRow, entry: Entry, roster: Roster): readonly string[] {
  return row.keys.filter((key) => !saysSame(row.kind, row.values, entry.values, key, roster));
}

function saysSame(kind: Kind, one: Values, other: Values, key: string, roster: Roster): boolean {
  return saidOf(kind, one, [key], roster) === saidOf(kind, other, [key], roster);
}

/** What values say in some fields, as one text: two that mean the same are equal. */
function saidOf(kind: Kind, values: Values, keys: readonly string[], roster: Roster): string {
  return JSON.stringify(keys.map((key) => usual(kind, values, key, roster) ?? null));
}

/**
 * A value without what only looks different: a source that is the judge's own need not be said, places have aliases, and
 * blanks around a text, which a ledger written by hand may hold, do not come back from a sheet.
 */
function usual(kind: Kind, values: Values, key: string, roster: Roster): FieldValue | undefined {
  const stored = values[key];
  const value = typeof stored === 'string' ? stored.trim() : stored;
  if (key === SOURCE_KEY) return value ?? OWN_SOURCE;
  const offer = kind.fields.find((field) => field.key === key)?.type.offer.type;
  if (typeof value !== 'string' || (offer !== 'town' && offer !== 'village')) return value;
  if (offer === 'town') return townNamed(roster, value)?.name ?? value;
  const townKey = kind.fields.find(({ type }) => type.offer.type === 'town')?.key;
  const town = townKey === undefined ? undefined : townNamed(roster, String(values[townKey] ?? ''));
  return (town && villageMeant(town, value)?.name) ?? value;
}
