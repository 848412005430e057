import { nearest } from '../domain/nearest.ts';
import type { TemplateProblem } from '../domain/problems/template.ts';
import { foldName } from './mark-name.ts';
import type { Column, Named } from './template-data.ts';

/** The names that marks may use, without any values: `TemplateData` is one. */
export interface Vocabulary {
  readonly singles: readonly Named[];
  readonly lists: readonly (Named & { readonly columns: readonly Column[] })[];
}

/** What a mark stands for, by its place in the vocabulary; column -1 is the running number of a list that has none. */
export type Target =
  | { readonly kind: 'single'; readonly single: number }
  | { readonly kind: 'column'; readonly list: number; readonly column: number };

/** The running number's names where a list has no such column itself. */
const numberNames = ['序号', 'no', 'number'];

/** Finds what names mean, folded as `foldName` says; where two things share a name, the first one has it. */
export interface Lookup {
  readonly find: (name: string, sheet: SheetLists) => Target | TemplateProblem;
  /** The list that a mark names before its dot, if it names one. */
  readonly listNamed: (name: string) => number | undefined;
}

/** What a sheet tells about the list that `{.日期}` means there: its name, the lists it names, the columns it wants. */
export interface SheetLists {
  readonly sheet: string;
  readonly named: ReadonlySet<number>;
  readonly bare: readonly string[];
}

/** Compiles the names once for all sheets of a workbook. */
export function lookupOf(vocabulary: Vocabulary): Lookup {
  const singles = index(vocabulary.singles);
  const lists = index(vocabulary.lists);
  const columns = vocabulary.lists.map((list) => {
    const found = index(list.columns);
    for (const name of numberNames) if (!found.has(name)) found.set(name, -1);
    return found;
  });
  const split = (name: string): { list: number; column: string } | undefined => {
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const list = lists.get(name.slice(0, dot));
      if (list !== undefined) return { list, column: name.slice(dot + 1) };
    }
    return undefined;
  };
  const bareList = (sheet: SheetLists): number | undefined => {
    const fits = (list: number): boolean => sheet.bare.every((name) => columns[list]?.has(name));
    const [only] = sheet.named.size === 1 ? sheet.named : [];
    if (only !== undefined && fits(only)) return only;
    const title = foldName(sheet.sheet);
    const titled = lists.get(title) ?? lists.get(title.replace(/台账$/, ''));
    if (titled !== undefined) return titled;
    const fitting = [...columns.keys()].filter(fits);
    return only ?? (columns.length === 1 ? 0 : fitting.length === 1 ? fitting[0] : undefined);
  };
  return {
    listNamed: (name) => split(foldName(name))?.list,
    find: (written, sheet) => {
      const name = foldName(written);
      const single = singles.get(name);
      if (single !== undefined) return { kind: 'single', single };
      const bare = name.startsWith('.');
      const list = bare ? bareList(sheet) : split(name)?.list;
      if (bare && list === undefined) return { code: 'mark-without-list', mark: short(written) };
      const column =
        list === undefined
          ? undefined
          : columns[list]?.get(bare ? name.slice(1) : (split(name)?.column ?? ''));
      if (list !== undefined && column !== undefined) return { kind: 'column', list, column };
      const close = nearestMark(vocabulary, name, bare, list);
      return {
        code: 'mark-unknown',
        mark: short(written),
        ...(close === undefined ? {} : { nearest: close }),
      };
    },
  };
}

/** Names by their folded form. */
export function index(named: readonly Named[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [place, { names }] of named.entries()) {
    for (const name of names) if (!found.has(foldName(name))) found.set(foldName(name), place);
  }
  return found;
}

/** The same with each name only where it counts: of two things that share a name, the first one has it. */
export function withOwnNames<Each extends Named>(named: readonly Each[]): readonly Each[] {
  const holder = index(named);
  return named.map((one, place) => ({
    ...one,
    names: one.names.filter((name) => holder.get(foldName(name)) === place),
  }));
}

/** Compared folded, returned as the vocabulary writes it. */
function nearestMark(
  vocabulary: Vocabulary,
  name: string,
  bare: boolean,
  list: number | undefined,
): string | undefined {
  const written = new Map<string, string>();
  const add = (candidate: string): void => {
    if (!written.has(foldName(candidate))) written.set(foldName(candidate), candidate);
  };
  const chosen = list === undefined ? undefined : vocabulary.lists[list];
  if (chosen && bare) for (const column of chosen.columns) for (const known of column.names) add(`.${known}`);
  if (!bare) for (const single of vocabulary.singles) for (const known of single.names) add(known);
  for (const candidate of bare ? [] : chosen ? [chosen] : vocabulary.lists) {
    for (const known of candidate.names) {
      for (const column of candidate.columns) for (const label of column.names) add(`${known}.${label}`);
    }
  }
  const found = nearest(name, written.keys());
  return found === undefined ? undefined : written.get(found);
}

/** A mark is a name; what is longer is some text in braces and isn't repeated in full. */
function short(mark: string): string {
  const letters = Array.from(mark);
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : mark;
}
