import type { Entry } from '../entry.ts';
import type { FieldValue } from '../fields/field-type.ts';
import { OWN_SOURCE, type Kind, type Values } from '../kinds/kind.ts';
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
  readonly #taken = new Set<Entry>();

  constructor(entries: readonly Entry[], roster: Roster) {
    this.#roster = roster;
    this.#entries = groupByKind(entries);
  }

  /** Takes an entry away, since a row has found it by its id. */
  take(entry: Entry): void {
    this.#taken.add(entry);
  }

  /** The entry that says the same as the row, which then is taken. */
  find(row: ImportRow): Entry | undefined {
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

function groupByKind(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.kind);
    if (group) group.push(entry);
    else groups.set(entry.kind, [entry]);
  }
  return groups;
}

/** The keys of a row's fields in which an entry says something else. */
export function differences(row: ImportRow, entry: Entry, roster: Roster): readonly string[] {
  return row.keys.filter(
    (key) => saidOf(row.kind, row.values, [key], roster) !== saidOf(row.kind, entry.values, [key], roster),
  );
}

/** What values say in some fields, as one text: two that mean the same are equal. */
function saidOf(kind: Kind, values: Values, keys: readonly string[], roster: Roster): string {
  return JSON.stringify(keys.map((key) => usual(kind, values, key, roster) ?? null));
}

/** A value without what only looks different: a source that is the judge's own need not be said, and places have aliases. */
function usual(kind: Kind, values: Values, key: string, roster: Roster): FieldValue | undefined {
  const value = values[key];
  if (key === 'source') return value ?? OWN_SOURCE;
  const offer = kind.fields.find((field) => field.key === key)?.type.offer.type;
  if (typeof value !== 'string' || (offer !== 'town' && offer !== 'village')) return value;
  if (offer === 'town') return townNamed(roster, value)?.name ?? value;
  const townKey = kind.fields.find(({ type }) => type.offer.type === 'town')?.key;
  const town = townKey === undefined ? undefined : townNamed(roster, String(values[townKey] ?? ''));
  return (town && villageMeant(town, value)?.name) ?? value;
}
