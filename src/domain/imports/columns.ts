import type { Field, Kind } from '../kinds/kind.ts';
import {
  ID_HEADS,
  JUDGE_HEADS,
  NUMBER_HEADS,
  otherHeads,
  ownHeads,
  usualHeads,
} from '../kinds/other-heads.ts';
import { withoutUnit } from './amount-unit.ts';
import { headKeys } from './head-text.ts';

/** What a column of a sheet holds. */
export type Meaning =
  | { readonly type: 'field'; readonly field: Field }
  /** 联系法官; 编号. */
  | { readonly type: 'judge' | 'id' }
  /** 序号, or what the program works out itself: 期限届满日. Nothing is read from it. */
  | { readonly type: 'reckoned' }
  /** Somebody said that it is to be left out. */
  | { readonly type: 'left-out' };

/** A meaning, and how sure it is: 0 for a head that the tool itself writes, 1 for what everybody calls it, 2 for the rest. */
export interface Known {
  readonly meaning: Meaning;
  readonly rank: 0 | 1 | 2;
}

/** The heads of a kind by how they are compared. */
export type KnownHeads = ReadonlyMap<string, Known>;

/** What people said of heads that nobody could know, by kind and head: the key of a field, or null to leave the column out. */
export type LearntHeads = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

const KNOWN = new WeakMap<Kind, KnownHeads>();

/** The heads that columns of a kind are known by. A head that the tool writes wins over what clerks may call another column. */
export function knownHeads(kind: Kind): KnownHeads {
  const made = KNOWN.get(kind) ?? collect(kind);
  KNOWN.set(kind, made);
  return made;
}

const ALL = new WeakMap<readonly Kind[], ReadonlySet<string>>();

/** Whether columns of any of the kinds are known by a head, as it is compared. */
export function isKnownHead(kinds: readonly Kind[], key: string): boolean {
  const all = ALL.get(kinds) ?? new Set(kinds.flatMap((kind) => [...knownHeads(kind).keys()]));
  ALL.set(kinds, all);
  return all.has(key);
}

function collect(kind: Kind): KnownHeads {
  const known = new Map<string, Known>();
  const note = (names: readonly string[], meaning: Meaning, rank: Known['rank']): void => {
    for (const name of names) for (const key of headKeys(name)) noteKey(known, key, { meaning, rank });
  };
  const reckoned = (kind.clocks ?? []).flatMap(({ column }) =>
    column ? [column.head.zh, column.head.en] : [],
  );
  note(ID_HEADS, { type: 'id' }, 0);
  note(NUMBER_HEADS, { type: 'reckoned' }, 0);
  for (const field of kind.fields) noteWhole(known, ownHeads(field), { type: 'field', field });
  noteWhole(known, [...reckoned, '联系领导'], { type: 'reckoned' });
  noteWhole(known, JUDGE_HEADS.slice(0, 1), { type: 'judge' });
  for (const field of kind.fields) note(usualHeads(kind, field), { type: 'field', field }, 1);
  for (const field of kind.fields) note(otherHeads(field), { type: 'field', field }, 2);
  note(JUDGE_HEADS, { type: 'judge' }, 2);
  return known;
}

/** Heads of our own are noted whole first, so that no shortened one stands in their way. */
function noteWhole(known: Map<string, Known>, names: readonly string[], meaning: Meaning): void {
  for (const name of names)
    for (const key of headKeys(name).slice(0, 1)) noteKey(known, key, { meaning, rank: 0 });
}

/** The first that claims a head has it. */
function noteKey(known: Map<string, Known>, key: string, meaning: Known): void {
  if (!known.has(key)) known.set(key, meaning);
}

/** What a head means in a ledger of this kind, by what was learnt, else by what is known; undefined where it is neither. */
export function meaningOf(kind: Kind, head: string, learnt: LearntHeads): Known | undefined {
  const whole = headKeys(head);
  const keys = [...whole, ...whole.map(withoutUnit)];
  const said = learnt.get(kind.id);
  const key = keys[0] === undefined ? undefined : said?.get(keys[0]);
  if (key === null) return { meaning: { type: 'left-out' }, rank: 0 };
  const field = kind.fields.find((candidate) => candidate.key === key);
  if (field) return { meaning: { type: 'field', field }, rank: 0 };
  const known = knownHeads(kind);
  return keys.map((one) => known.get(one)).find((found) => found !== undefined);
}
