import type { CellValue, TemplateData } from '../../marks/template-data.ts';
import type { Lookup } from '../../marks/vocabulary.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  isElement,
  type Element,
} from '../../package/xml.ts';
import { emptyParagraph, fillParagraph, marksIn, paragraphsIn } from './paragraph.ts';
import { listsAround, type PartPlan, type Repeat } from './repeats.ts';

/** What a part is filled with. */
export interface Filling {
  readonly data: TemplateData;
  readonly lookup: Lookup;
}

/** What may stand once in a document: bookmarks, and the places of comments. */
const ONCE = new Set([
  ...['bookmarkStart', 'bookmarkEnd', 'commentRangeStart', 'commentRangeEnd', 'commentReference'],
]);

/** Fills one part. What is repeated for a list has its look in every copy; without rows a table says 无, and a paragraph goes. */
export function fillPart({ repeats, others }: PartPlan, filling: Filling): void {
  for (const paragraph of others) fill([paragraph], filling);
  for (const repeat of repeats) fillRepeat(repeat, filling);
}

function fillRepeat({ element, list }: Repeat, filling: Filling): void {
  const rows = [...(filling.data.lists[list]?.rows ?? [])];
  const { parentNode: parent } = element;
  if (!parent) return;
  if (rows.length === 0) {
    leaveEmpty(element, filling);
    return;
  }
  for (const [number, row] of rows.entries()) {
    const copy = element.cloneNode(true);
    if (!isElement(copy)) continue;
    if (number > 0) dropWhatStandsOnce(copy);
    // What closes a section must close it once, behind all of the list.
    if (number < rows.length - 1) dropSection(copy);
    parent.insertBefore(copy, element);
    fill(paragraphsIn(copy), filling, { row, number: number + 1 });
  }
  parent.removeChild(element);
}

function leaveEmpty(element: Element, { data }: Filling): void {
  if (element.localName === 'tr') {
    const [first, ...others] = paragraphsIn(element).filter((paragraph) => marksIn(paragraph));
    let said = false;
    if (first)
      fillParagraph(first, () => {
        const text = said ? '' : data.none;
        said = true;
        return text;
      });
    for (const paragraph of others) fillParagraph(paragraph, () => '');
    return;
  }
  const { parentNode: parent } = element;
  const isOnly = parent && isElement(parent) && childrenOf(parent, 'p').length === 1;
  // A cell, a header and a text box must have a paragraph, and a section's last one says what its pages are like.
  if (isOnly || sectionOf(element)) emptyParagraph(element);
  else parent?.removeChild(element);
}

function fill(
  paragraphs: readonly Element[],
  { data, lookup }: Filling,
  at?: { readonly row: readonly CellValue[]; readonly number: number },
): void {
  const names = paragraphs.flatMap((paragraph) => marksIn(paragraph)?.marks ?? []).map(({ name }) => name);
  const around = listsAround(names, lookup);
  for (const paragraph of paragraphs)
    fillParagraph(paragraph, (mark) => {
      const target = lookup.find(mark, around);
      if ('code' in target) return '';
      if (target.kind === 'single') return shown(data.singles[target.single]?.value ?? null);
      if (target.column === -1) return String(at?.number ?? '');
      return shown(at?.row[target.column] ?? null);
    });
}

function shown(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.day : String(value);
}

function dropWhatStandsOnce(copy: Element): void {
  for (const element of [copy, ...descendantsOf(copy)]) {
    if (ONCE.has(element.localName ?? '')) element.parentNode?.removeChild(element);
    if (element.localName === 'sdtPr') for (const id of childrenOf(element, 'id')) element.removeChild(id);
    for (const name of ['w14:paraId', 'w14:textId'])
      if (attributeOf(element, name) !== undefined) element.removeAttribute(name);
  }
}

function sectionOf(paragraph: Element): Element | undefined {
  const properties = childOf(paragraph, 'pPr');
  return properties && childOf(properties, 'sectPr');
}

function dropSection(copy: Element): void {
  const section = sectionOf(copy);
  section?.parentNode?.removeChild(section);
}
