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

/** Who told the year of days without one. */
export type YearSource = 'option' | 'title' | 'sheet' | 'file';

/** What a title and the name of its sheet say of the rows below, where they say it. */
export interface SheetTime {
  readonly year?: number;
  readonly yearFrom?: YearSource;
  readonly month?: number;
}

/** The ledger that a title names; of several the one whose name is the longest: 法治宣传、法律咨询台账 is not 法律咨询台账. */
export function kindNamed(kinds: readonly Kind[], title: string): Kind | undefined {
  const text = keyOf(title);
  return longest(kinds, (name) => SHEETS.some((sheet) => text.includes(name + sheet)));
}

/** The ledger that the name of a sheet is or begins with, such as 走访 or 走访座谈（7月）. */
export function kindOfSheetName(kinds: readonly Kind[], sheet: string): Kind | undefined {
  const key = keyOf(sheet).replace(/\d{1,9}年|\d{1,9}月份?|[第一二三四]{1,9}季度|\d{1,9}$/gu, '');
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

/** Where a year and a month may be told: what stands above the rows, the nearest first, and the names. */
export interface TimeTexts {
  readonly titles: readonly string[];
  readonly sheet: string;
  readonly file: string;
}

/** The longest title, in UTF-16 units; what is longer explains something. */
const LONGEST_TITLE = 40;

/** What a title does not say, but guidance does: 日期写成 2024-07-03. */
const GUIDANCE =
  /[。；;！!]|写成|写作|填写|填入|请|例|示范|格式|样式|依据|根据|按照|(?:填报|制表|填表|报送|收件|打印)(?:日期|时间)|如\s*[:：“"\d]|^\s*(?:注|备注|说明|附注|注意)/u;

/** One day, which tells when something was written; a period of days is what a title tells. */
const DAYS =
  /(?<!\d)20\d{2}\s*(?:年\s*\d{1,2}\s*月\s*|([-./])\d{1,2}\1)\d{1,2}(?!\d|\s*(?:[日号]\s*)?(?:至|到|~|-|—|–))\s*[日号]?/gu;

/** Several months, which tell of none: 7-9月, 1至3月, 7、8、9月. */
const MONTHS = /\d\s*(?:(?:月份?)\s*)?[-—–~～至到、,，]\s*\d{1,2}\s*月/u;

/**
 * The year and the month that the titles and names speak of, the nearest first: the first with one year tells it. A text with
 * several years tells none: 2024年12月至2025年2月. Nor do guidance, notes and single days: their year is an example's.
 */
export function timeIn({ titles, sheet, file }: TimeTexts): SheetTime {
  const texts: readonly (readonly [YearSource, string])[] = [
    ...titles.filter(isTitle).map((text) => ['title', text] as const),
    ['sheet', sheet],
    ['file', file],
  ];
  let time: SheetTime = {};
  for (const [yearFrom, whole] of texts) {
    const text = foldTyped(whole).replace(DAYS, ' ');
    const year = only(matches(text, /(?<!\d)(20\d{2})(?=\s*(?:年|Q[1-4]|[-./]\d))/gu));
    const month = MONTHS.test(text) ? undefined : only(matches(text, /(?<!\d)(1[0-2]|0?[1-9])\s*月(?!\d)/gu));
    if (time.year === undefined && year !== undefined) time = { ...time, year, yearFrom };
    if (time.month === undefined && month !== undefined) time = { ...time, month };
  }
  return time;
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !GUIDANCE.test(text);
}

function matches(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(([, digits]) => Number(digits));
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
