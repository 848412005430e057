import { error, type Finding } from '../../domain/problem.ts';
import { foldName } from '../../marks/mark-name.ts';
import type { Lookup, SheetLists, Target, Vocabulary } from '../../marks/vocabulary.ts';
import type { Element } from '../../package/xml.ts';
import { marksIn, paragraphsIn } from './paragraph.ts';

/** What is repeated for every row of a list: the row of a table in which its marks stand, or the paragraph. */
export interface Repeat {
  readonly element: Element;
  /** Its place in the vocabulary. */
  readonly list: number;
}

/** What a part asks for. */
export interface PartPlan {
  readonly repeats: readonly Repeat[];
  /** Paragraphs with marks outside of them. */
  readonly others: readonly Element[];
  readonly findings: readonly Finding[];
}

/** Reads the marks of a part, and says all that is wrong with them. */
export function planPart(root: Element, lookup: Lookup, { lists }: Vocabulary): PartPlan {
  const findings: Finding[] = [];
  const repeats: Repeat[] = [];
  const others: Element[] = [];
  for (const [element, paragraphs] of placesIn(root)) {
    const marks = paragraphs.flatMap((paragraph) => marksIn(paragraph)?.marks ?? []).map(({ name }) => name);
    const around = listsAround(marks, lookup);
    const found = marks.map((name) => lookup.find(name, around));
    for (const one of found) if ('code' in one) findings.push(error(one));
    const used = listsUsed(found);
    const [list] = used;
    if (used.length > 1) {
      const names = used.map((one) => lists[one]?.names[0] ?? '');
      findings.push(error({ code: 'row-of-two-lists', lists: names }));
    }
    if (list === undefined) others.push(...paragraphs);
    else repeats.push({ element, list });
  }
  for (const repeat of repeats) {
    const around = repeats.find(({ element }) => isWithin(repeat.element, element));
    if (!around) continue;
    const names = [around, repeat].map(({ list }) => lists[list]?.names[0] ?? '');
    findings.push(error({ code: 'row-of-two-lists', lists: names }));
  }
  return { repeats, others, findings };
}

/** A table in a row that is repeated would have to be repeated row by row. */
function isWithin(element: Element, other: Element): boolean {
  for (let node = element.parentNode; node; node = node.parentNode) if (node === other) return true;
  return false;
}

/** What the marks of one place tell about the list that `{.镇}` means there. */
export function listsAround(marks: readonly string[], lookup: Lookup): SheetLists {
  const folded = marks.map(foldName);
  return {
    sheet: '',
    named: new Set(folded.flatMap((name) => lookup.listNamed(name) ?? [])),
    bare: folded.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
}

/** The paragraphs with marks, those of one row of a table together. */
function placesIn(root: Element): ReadonlyMap<Element, readonly Element[]> {
  const places = new Map<Element, Element[]>();
  for (const paragraph of paragraphsIn(root)) {
    if (!marksIn(paragraph)) continue;
    const place = rowAround(paragraph) ?? paragraph;
    places.set(place, [...(places.get(place) ?? []), paragraph]);
  }
  return places;
}

function rowAround(paragraph: Element): Element | undefined {
  for (let node = paragraph.parentNode; node; node = node.parentNode) {
    if (isNamed(node, 'tr')) return node;
  }
  return undefined;
}

function isNamed(node: Element['parentNode'], localName: string): node is Element {
  return node !== null && 'localName' in node && node.localName === localName;
}

function listsUsed(found: readonly (Target | { readonly code: string })[]): readonly number[] {
  const lists = found.flatMap((one) => ('kind' in one && one.kind === 'column' ? [one.list] : []));
  return [...new Set(lists)];
}
