import type { Kind } from '../kinds/kind.ts';
import { isKnownHead, type LearntHeads } from './columns.ts';
import { fieldsIn, hasMostRequired, hasOpeningDay, headCells, readHead, type Head } from './head-row.ts';
import type { GridRow } from './grid-row.ts';
import { headKeys } from './head-text.ts';
import { isEntryForSure } from './row-kind.ts';
import { ownTexts } from './sheet-grid.ts';
import { textIn } from './value-text.ts';
import { kindNamed, kindOfSheetName } from './sheet-title.ts';
import { isTitleBelow, TitlesAbove } from './titles-above.ts';

/** Heads with the rows below them, up to the next heads. */
export interface Section {
  readonly head: Head;
  /** What stands above the heads, the nearest first. */
  readonly titles: readonly string[];
  readonly rows: readonly GridRow[];
}

/** What a sheet was found to be. */
export type Recognised =
  /** `stray`: rows above the first heads that look like entries under heads that nobody knows. */
  | { readonly type: 'ledger'; readonly sections: readonly Section[]; readonly stray: readonly number[] }
  | { readonly type: 'other' }
  | { readonly type: 'without-heads'; readonly kind: Kind }
  /** A row that has some heads of the ledger, and too many that nobody knows. */
  | { readonly type: 'heads-unknown'; readonly head: Head }
  | { readonly type: 'several'; readonly kinds: readonly Kind[]; readonly row: number };

/** What recognising a sheet needs to know. */
export interface Recognising {
  readonly kinds: readonly Kind[];
  readonly learnt: LearntHeads;
  /** The name of the sheet, and that of its file. */
  readonly names: readonly string[];
}

/** So many columns must be known for a row to be heads that no title vouches for. */
const ENOUGH = 3;

/**
 * Finds the heads on a sheet, by its title or by themselves, and the rows below each. Heads may come again on every page or for
 * every month, in another order, or for another ledger.
 */
export function recognise(grid: readonly GridRow[], question: Recognising): Recognised {
  const sections: { head: Head; titles: readonly string[]; rows: readonly GridRow[] }[] = [];
  let above: GridRow[] = [];
  let several: Recognised | undefined;
  let stray: readonly number[] = [];
  const { kinds, names } = question;
  const ofSheet = names.map((name) => kindOfSheetName(kinds, name)).find((kind) => kind !== undefined);
  let titles = new TitlesAbove(kinds, undefined);
  for (let at = 0; at < grid.length; at += 1) {
    const row = grid[at];
    const last = sections.at(-1);
    if (!row) continue;
    const isEntry = last !== undefined && isEntryForSure(row, last.head);
    const found = isEntry
      ? undefined
      : headAt(grid, at, last?.head, question, () => titles.named(above) ?? ofSheet);
    if (!found || 'kinds' in found) {
      if (found) several ??= { type: 'several', kinds: found.kinds, row: row.number };
      above.push(row);
      continue;
    }
    const parted = withoutTitles(
      above.filter(({ number }) => number < found.head.top),
      last?.head,
    );
    if (last) last.rows = parted.rows;
    else stray = above.filter(isLikeEntry).map(({ number }) => number);
    sections.push({ head: found.head, titles: parted.titles, rows: [] });
    above = [];
    titles = new TitlesAbove(kinds, found.head);
    at = found.at;
  }
  const last = sections.at(-1);
  if (!last) return several ?? nameless(grid, question);
  last.rows = above;
  return { type: 'ledger', sections, stray };
}

/** So many cells a row has that is more than a title with a day. */
const FULL = 3;

/**
 * Whether a row above all heads looks like an entry: a day and other values side by side. A line that tells who made the sheet
 * and when has its labels among them.
 */
function isLikeEntry({ own }: GridRow): boolean {
  const filled = own.filter(({ value }) => textIn(value) !== '' || value.type === 'day');
  if (filled.length < FULL) return false;
  const isLabelled = filled.some(({ value }) => LABEL.test(textIn(value)));
  return !isLabelled && filled.some(({ value }) => DAY.test(textIn(value)) || value.type === 'day');
}

const LABEL = /[:：]|单位|日期|时间|填报|制表|统计|季度|年度/u;
const DAY = /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?$/u;

/** A sheet without heads is called by its title or its name; only a short one, since a text may mention a ledger. */
function nameless(grid: readonly GridRow[], { kinds, names, learnt }: Recognising): Recognised {
  const [sheet = ''] = names;
  const [first = ''] = grid[0] ? ownTexts(grid[0]) : [];
  const kind = (first.length <= 40 ? kindNamed(kinds, first) : undefined) ?? kindNamed(kinds, sheet);
  if (!kind || grid.length <= 1) return { type: 'other' };
  const head = likeliestHead(grid, kind, learnt);
  return head ? { type: 'heads-unknown', head } : { type: 'without-heads', kind };
}

/** So many rows are looked at for heads that could not be read. */
const LOOKED = 30;

/** The row that says most of what a kind's columns are, though it was not enough. */
function likeliestHead(grid: readonly GridRow[], kind: Kind, learnt: LearntHeads): Head | undefined {
  let best: Head | undefined;
  for (const [at, row] of grid.slice(0, LOOKED).entries()) {
    const head = readHead(kind, row, grid[at - 1], learnt);
    if (head && fieldsIn(head) >= 2 && fieldsIn(head) > (best ? fieldsIn(best) : 0)) best = head;
  }
  return best;
}

/** The titles that stand directly above a row, the nearest first, and the rows above those; above the first heads all are titles. */
function withoutTitles(
  above: readonly GridRow[],
  before: Head | undefined,
): { readonly rows: readonly GridRow[]; readonly titles: readonly string[] } {
  const last = above.findLastIndex((row) => !isTitleBelow(row, before));
  return {
    rows: above.slice(0, last + 1),
    titles: above
      .slice(last + 1)
      .reverse()
      .flatMap(ownTexts),
  };
}

type Found = { readonly head: Head } | { readonly kinds: readonly Kind[] } | undefined;

/**
 * The head that stands at a row, or its lower level on the next one; or the kinds of which it may be. `named` is asked only
 * where a title decides.
 */
function headAt(
  grid: readonly GridRow[],
  at: number,
  before: Head | undefined,
  question: Recognising,
  named: () => Kind | undefined,
): { readonly head: Head; readonly at: number } | { readonly kinds: readonly Kind[] } | undefined {
  const [row, below, over] = [grid[at], grid[at + 1], grid[at - 1]];
  if (!row || !mayBeHead(row, question)) return undefined;
  // An entry above a head is no upper level of it.
  const level = over && before && isEntryForSure(over, before) ? undefined : over;
  const here = bestHead(row, level, before?.kind, question, named);
  if (!here) return undefined;
  const lower = below?.isWithin === true ? bestHead(below, row, before?.kind, question, named) : undefined;
  if (lower && 'head' in lower && !('head' in here && fieldsIn(lower.head) < fieldsIn(here.head)))
    return { head: lower.head, at: at + 1 };
  return 'head' in here ? { head: here.head, at } : here;
}

function bestHead(
  row: GridRow,
  above: GridRow | undefined,
  before: Kind | undefined,
  { kinds, learnt }: Recognising,
  named: () => Kind | undefined,
): Found {
  const cells = headCells(row).length;
  const heads = kinds
    .flatMap((kind) => readHead(kind, row, above, learnt) ?? [])
    .filter((head) => fieldsIn(head) >= 2);
  if (heads.length === 0) return undefined;
  const isMost = (head: Head): boolean => fieldsIn(head) * 2 >= cells - 1;
  const wanted = named();
  // A title vouches for heads among many of somebody's own, which are told one by one.
  const titled = heads.find(
    (head) => head.kind === wanted && (isMost(head) || (fieldsIn(head) >= ENOUGH && hasOpeningDay(head))),
  );
  if (titled) return { head: titled };
  const sure = heads.filter(
    (head) => isMost(head) && fieldsIn(head) >= ENOUGH && hasOpeningDay(head) && hasMostRequired(head),
  );
  const most = Math.max(0, ...sure.map(fieldsIn));
  const best = sure.filter((head) => fieldsIn(head) === most);
  const again = best.find(({ kind }) => kind === before);
  const [only, ...others] = again ? [again] : best;
  if (!only) return undefined;
  return others.length === 0 ? { head: only } : { kinds: best.map(({ kind }) => kind) };
}

/** Whether a row has at least two texts that are heads of some ledger: most rows have none, and are looked at no further. */
function mayBeHead(row: GridRow, { kinds, learnt }: Recognising): boolean {
  let found = 0;
  for (const { value } of headCells(row)) {
    const keys = headKeys(textIn(value));
    if (keys.some((key) => isKnownHead(kinds, key) || isLearnt(learnt, key))) found += 1;
    if (found >= 2) return true;
  }
  return false;
}

function isLearnt(learnt: LearntHeads, key: string): boolean {
  return [...learnt.values()].some((heads) => heads.has(key));
}
