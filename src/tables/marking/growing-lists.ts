import { prefixAt, prefixed, type Splice } from './splice.ts';

/** What stands at the beginning of a list that isn't there, or is empty: what cells refer to without a word, and Excel's own two grounds. */
const firsts = {
  fonts: ['<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
} as const;

/** The lists of a part of styles that grow, in the order of the standard. */
type ListName = keyof typeof firsts;
const grown: readonly ListName[] = ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];

/** All that a part of styles begins with, in the order of the standard (ECMA-376 18.8.39). */
const order: readonly string[] = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
];

/** An element below the root: its place, and where a further child goes; undefined in an element without content. */
interface FoundList {
  readonly count: number;
  readonly countAt: { readonly from: number; readonly to: number } | undefined;
  readonly start: number;
  readonly end: number;
  readonly inside: number | undefined;
}

/** What a part of styles has. */
interface FoundLists {
  /** All that stands below its root, by name. */
  readonly lists: ReadonlyMap<string, FoundList>;
  /** The XML of the formats of cells. */
  readonly formats: readonly string[];
  readonly prefix: string;
  /** Where its root's content ends; undefined where it has none. */
  readonly end: number | undefined;
}

/** The lists of a part of styles, to which elements are added; those that the part lacks are made. */
export interface GrowingLists extends FoundLists {
  /** Adds an element in the part's own prefix and gives its number. */
  readonly put: (name: ListName, xml: string) => number;
  /** Puts all that was added into the part. */
  readonly place: () => void;
}

/** Opens the lists of a part of styles. */
export function growingLists(splice: Splice): GrowingLists {
  const found = listsIn(splice);
  const added = new Map<ListName, string[]>();
  const addedTo = (name: ListName): string[] => {
    const known = added.get(name);
    if (known) return known;
    const missing = firsts[name].slice(found.lists.get(name)?.count ?? 0);
    const list = missing.map((xml) => prefixed(xml, found.prefix));
    added.set(name, list);
    return list;
  };
  return {
    ...found,
    put: (name, xml) => {
      const list = addedTo(name);
      list.push(xml);
      return (found.lists.get(name)?.count ?? 0) + list.length - 1;
    },
    place: () => {
      for (const name of grown) if (added.has(name)) placeIn(splice, found, name, addedTo(name));
    },
  };
}

/** Puts elements into their list, or a new list where the standard wants it. */
function placeIn(splice: Splice, found: FoundLists, name: string, added: readonly string[]): void {
  const list = found.lists.get(name);
  const count = String((list?.count ?? 0) + added.length);
  const whole = `<${found.prefix}${name} count="${count}">${added.join('')}</${found.prefix}${name}>`;
  if (!list) {
    const above = order.slice(0, order.indexOf(name)).map((other) => found.lists.get(other)?.end ?? 0);
    const starts = [...found.lists.values()].map(({ start }) => start);
    const at = Math.max(0, ...above);
    splice.insert(at > 0 ? at : Math.min(found.end ?? 0, ...starts), whole);
  } else if (list.inside === undefined) {
    splice.replace(list.start, list.end, whole);
  } else {
    splice.insert(list.inside, added.join(''));
    if (list.countAt) splice.replace(list.countAt.from, list.countAt.to, count);
  }
}

function listsIn(splice: Splice): FoundLists {
  const lists = new Map<string, FoundList>();
  const formats: string[] = [];
  let prefix = '';
  let end: number | undefined;
  let [list, count, start, formatAt] = ['', 0, 0, 0];
  let countAt: FoundList['countAt'];
  splice.scan((token, scan) => {
    const { level, name } = scan;
    if (level === 1 && token === 'start') prefix = prefixAt(splice, scan.start);
    if (level === 1 && token === 'end') end = scan.start;
    if (level === 2 && token === 'start') {
      [list, count, start] = [name, 0, scan.start];
      countAt = scan.tag.range('count');
      if (scan.isEmpty) lists.set(name, { count, countAt, start, end: scan.end, inside: undefined });
    } else if (level === 2 && token === 'end')
      lists.set(name, { count, countAt, start, end: scan.end, inside: scan.start });
    else if (level === 3 && token === 'start') {
      count += 1;
      formatAt = scan.start;
      if (list === 'cellXfs' && scan.isEmpty) formats.push(splice.text(formatAt, scan.end));
    } else if (level === 3 && token === 'end' && list === 'cellXfs')
      formats.push(splice.text(formatAt, scan.end));
  });
  return { lists, formats, prefix, end };
}
