import type { Kind } from '../kinds/kind.ts';
import type { Roster } from '../roster.ts';
import { foldTyped } from '../typed-text.ts';
import { headKeys, keyOf } from './head-text.ts';

/** What stands behind the name of a ledger in its title. */
const SHEETS: readonly string[] = [
  '台账',
  '登记表',
  '登记簿',
  '登记册',
  '情况表',
  '记录表',
  '明细表',
  '一览表',
  '统计台账',
];

/** What a title and the name of its sheet say of the rows below, where they say it. */
export interface SheetTime {
  readonly year?: number;
  readonly month?: number;
}

/** The ledger that a title names; of several the one whose name is the longest: 法治宣传、法律咨询台账 is not 法律咨询台账. */
export function kindNamed(kinds: readonly Kind[], title: string): Kind | undefined {
  const text = keyOf(title);
  return longest(kinds, (name) => SHEETS.some((sheet) => text.includes(name + sheet)));
}

/** The ledger that the name of a sheet is or begins with, such as 走访 or 走访座谈（7月）. */
export function kindOfSheetName(kinds: readonly Kind[], sheet: string): Kind | undefined {
  const key = keyOf(sheet).replace(/\d+年|\d+月份?|[第一二三四]+季度|\d+$/gu, '');
  return kindNamed(kinds, sheet) ?? longest(kinds, (name) => name === key);
}

function longest(kinds: readonly Kind[], fits: (name: string) => boolean): Kind | undefined {
  let best: Kind | undefined;
  let length = 0;
  for (const kind of kinds) {
    for (const name of namesOf(kind)) {
      if (name.length <= length || !fits(name)) continue;
      best = kind;
      length = name.length;
    }
  }
  return best;
}

const NAMES = new WeakMap<Kind, readonly string[]>();

/** The names of a ledger without 台账: its own, without what stands in brackets, and what clerks call it. */
function namesOf(kind: Kind): readonly string[] {
  const names =
    NAMES.get(kind) ??
    [kind.ledger.zh, ...(kind.otherTitles ?? [])].flatMap(headKeys).map((name) => name.replace(/台账$/u, ''));
  NAMES.set(kind, names);
  return names;
}

/**
 * The year and the month that texts speak of, the nearest text first: the first with one year tells it. A text with several
 * years tells none: 2024年12月至2025年2月.
 */
export function timeIn(texts: readonly string[]): SheetTime {
  const years = texts.map((text) => only(matches(text, /(?<!\d)(20\d{2})(?=\s*(?:年|Q[1-4]|[-./]\d))/gu)));
  const months = texts.map((text) => only(matches(text, /(?<!\d)(1[0-2]|0?[1-9])\s*月(?!\d)/gu)));
  const year = years.find((one) => one !== undefined);
  const month = months.find((one) => one !== undefined);
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
}

function matches(text: string, pattern: RegExp): readonly number[] {
  return [...foldTyped(text).matchAll(pattern)].map(([, digits]) => Number(digits));
}

function only(numbers: readonly number[]): number | undefined {
  const [first, ...others] = new Set(numbers);
  return others.length === 0 ? first : undefined;
}

/** The one town that texts name, by the roster; undefined where they name none or several. */
export function townIn(roster: Roster, texts: readonly string[]): string | undefined {
  const named = roster.towns.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.length > 1 && texts.some((text) => text.includes(one))),
  );
  const [only, ...others] = named;
  return others.length === 0 ? only?.name : undefined;
}

/** The judge whose ledger a title says it is: 填报人（联系法官）：李敏. */
export function judgeIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const [, name] = /(?:联系法官|填报人)[）)]?\s*[：:]\s*(\p{Script=Han}{2,6})/u.exec(text) ?? [];
    if (name !== undefined) return name;
  }
  return undefined;
}
