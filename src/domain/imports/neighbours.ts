import { entryDay, textOf, type Entry } from '../entry.ts';
import { kindOf, type Kind } from '../kinds/kind.ts';
import { lookOf } from '../look-alike.ts';
import { placeKey } from '../place-key.ts';
import type { Roster } from '../roster.ts';

/** So many entries of one day and place are compared with another; whoever has more of them has long been told. */
const MOST = 50;

/**
 * The entries that a check may have doubts about beside one: those of its kind, day and place, and those with names that look
 * alike. Found by what they say, so that a thousand rows over a thousand entries are not a million comparisons.
 */
export class Neighbours {
  readonly #kinds: readonly Kind[];
  readonly #roster: Roster;
  readonly #near = new Map<string, Entry[]>();
  #asked: { readonly entry: Entry; readonly keys: readonly string[] } | undefined;

  constructor(kinds: readonly Kind[], roster: Roster, entries: readonly Entry[]) {
    this.#kinds = kinds;
    this.#roster = roster;
    for (const entry of entries) this.add(entry);
  }

  add(entry: Entry): void {
    for (const key of this.#keysOf(entry)) {
      const near = this.#near.get(key);
      if (!near) this.#near.set(key, [entry]);
      else if (near.length < MOST) near.push(entry);
    }
  }

  of(entry: Entry): readonly Entry[] {
    const near = this.#keysOf(entry).flatMap((key) => this.#near.get(key) ?? []);
    return near.length === 0 ? near : [...new Set(near)].filter((other) => other !== entry);
  }

  /** Whoever is asked about is added next. */
  #keysOf(entry: Entry): readonly string[] {
    if (this.#asked?.entry !== entry) this.#asked = { entry, keys: this.#madeKeys(entry) };
    return this.#asked.keys;
  }

  #madeKeys(entry: Entry): readonly string[] {
    const kind = kindOf(this.#kinds, entry.kind);
    const names = kind.fields.flatMap(({ key, type: { offer } }) => {
      const name = offer.type === 'text' && offer.name ? textOf(entry, key) : '';
      return name === '' ? [] : [`${kind.id}\n${key}\n${lookOf(name)}`];
    });
    return [`${kind.id}\n${entryDay(kind, entry) ?? ''}\n${placeKey(this.#roster, entry)}`, ...names];
  }
}
