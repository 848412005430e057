import type { Kind } from '../kinds/kind.ts';
import { knownHeads, type LearntHeads } from './columns.ts';
import { fieldsIn, hasOpeningDay, headCells, readHead, type Head } from './head-row.ts';
import { headKeys } from './head-text.ts';
import { isEntryForSure, rowKind } from './row-kind.ts';
import { ownTexts, textIn, type GridRow } from './sheet-grid.ts';
import { kindNamed, kindOfSheetName } from './sheet-title.ts';

/** Heads with the rows below them, up to the next heads. */
export interface Section {
  readonly head: Head;
  /** What stands above the heads, the nearest first. */
  readonly titles: readonly string[];
  readonly rows: readonly GridRow[];
}

/** What a sheet was found to be. */
export type Recognised =
  | { readonly type: 'ledger'; readonly sections: readonly Section[] }
  | { readonly type: 'other' }
  | { readonly type: 'without-heads'; readonly kind: Kind }
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
  const sections: { head: Head; titles: readonly string[]; rows: GridRow[] }[] = [];
  let above: GridRow[] = [];
  let several: Recognised | undefined;
  for (let at = 0; at < grid.length; at += 1) {
    const row = grid[at];
    if (!row) continue;
    const last = sections.at(-1);
    if (last && isEntryForSure(row, last.head)) {
      above.push(row);
      continue;
    }
    const found = headAt(grid, at, titlesOf(above, last), last?.head.kind, question);
    if (Array.isArray(found)) several ??= { type: 'several', kinds: found, row: row.number };
    if (!found || !('head' in found)) {
      above.push(row);
      continue;
    }
    const inHead = above.filter(({ number }) => number < found.head.top);
    if (last) last.rows = inHead;
    const titles = titlesOf(inHead, last);
    sections.push({ head: found.head, titles, rows: [] });
    above = [];
    at = found.at;
  }
  const last = sections.at(-1);
  if (last) {
    last.rows = above;
    return { type: 'ledger', sections };
  }
  return several ?? nameless(grid, question);
}

/** A sheet without heads is called by its title or its name; only a short one, since a text may mention a ledger. */
function nameless(grid: readonly GridRow[], { kinds, names }: Recognising): Recognised {
  const [sheet = ''] = names;
  const [first = ''] = grid[0] ? ownTexts(grid[0]) : [];
  const kind = (first.length <= 40 ? kindNamed(kinds, first) : undefined) ?? kindNamed(kinds, sheet);
  return kind && grid.length > 1 ? { type: 'without-heads', kind } : { type: 'other' };
}

/** The texts above a row, the nearest first; behind the heads of a section only the titles that stand directly there. */
function titlesOf(
  above: readonly GridRow[],
  section: { readonly head: Head } | undefined,
): readonly string[] {
  const rows = [...above].reverse();
  if (!section) return rows.flatMap(ownTexts);
  const end = rows.findIndex((row) => !['title', 'note', 'blank'].includes(rowKind(row, section.head) ?? ''));
  return rows.slice(0, end === -1 ? undefined : end).flatMap(ownTexts);
}

/** The head that stands at a row, or its lower level on the next one; or the kinds of which it may be. */
function headAt(
  grid: readonly GridRow[],
  at: number,
  titles: readonly string[],
  before: Kind | undefined,
  question: Recognising,
): { readonly head: Head; readonly at: number } | readonly Kind[] | undefined {
  const here = bestHead(grid[at], grid[at - 1], titles, before, question);
  const below = grid[at + 1];
  const lower =
    here && below && isLower(below) ? bestHead(below, grid[at], titles, before, question) : undefined;
  if (lower && 'head' in lower && (!here || !('head' in here) || fieldsIn(lower.head) >= fieldsIn(here.head)))
    return { head: lower.head, at: at + 1 };
  return here && 'head' in here ? { head: here.head, at } : here;
}

/** Whether a row stands within areas that begin above it: the lower of two levels. */
function isLower(row: GridRow): boolean {
  return [...row.cells.values()].some(({ top }) => top < row.number);
}

function bestHead(
  row: GridRow | undefined,
  above: GridRow | undefined,
  titles: readonly string[],
  before: Kind | undefined,
  question: Recognising,
): { readonly head: Head } | readonly Kind[] | undefined {
  if (!row || !mayBeHead(row, question)) return undefined;
  const { kinds, learnt, names } = question;
  const cells = headCells(row).length;
  const heads = kinds
    .flatMap((kind) => readHead(kind, row, above, learnt) ?? [])
    .filter((head) => fieldsIn(head) >= 2 && fieldsIn(head) * 2 >= cells - 1);
  const named =
    titles.map((title) => kindNamed(kinds, title)).find((kind) => kind !== undefined) ??
    names.map((name) => kindOfSheetName(kinds, name)).find((kind) => kind !== undefined);
  const titled = heads.find(({ kind }) => kind === named);
  if (titled) return { head: titled };
  const sure = heads.filter((head) => fieldsIn(head) >= ENOUGH && hasOpeningDay(head));
  const most = Math.max(0, ...sure.map(fieldsIn));
  const best = sure.filter((head) => fieldsIn(head) === most);
  const again = best.find(({ kind }) => kind === before);
  const [only, ...others] = again ? [again] : best;
  if (!only) return undefined;
  return others.length === 0 ? { head: only } : best.map(({ kind }) => kind);
}

/** Whether a row has at least two texts that are heads of some ledger: most rows have none, and are looked at no further. */
function mayBeHead(row: GridRow, { kinds, learnt }: Recognising): boolean {
  let found = 0;
  for (const { value } of headCells(row)) {
    const keys = headKeys(textIn(value));
    const isHead = kinds.some((kind) =>
      keys.some((key) => knownHeads(kind).has(key) || learnt.get(kind.id)?.has(key) === true),
    );
    if (isHead) found += 1;
    if (found >= 2) return true;
  }
  return false;
}
