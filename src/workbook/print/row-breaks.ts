import { prefixOf } from '../cell-content.ts';
import { attributeOf, childOf, childrenOf, elementLike, xmlOf, type Element } from '../../package/xml.ts';

/** What may stand after `rowBreaks` in a worksheet (ECMA-376 18.3.1.99). */
const following: ReadonlySet<string> = new Set([
  ...[
    'colBreaks',
    'customProperties',
    'cellWatches',
    'ignoredErrors',
    'smartTags',
    'drawing',
    'legacyDrawing',
  ],
  ...['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts'],
  'extLst',
]);

/** The element of a sheet that holds its page breaks, made where it has none. */
export function rowBreaksOf(sheet: Element): Element {
  const there = childOf(sheet, 'rowBreaks');
  if (there) return there;
  const made = elementLike(sheet, 'rowBreaks');
  sheet.insertBefore(made, childrenOf(sheet).find((child) => following.has(child.localName ?? '')) ?? null);
  return made;
}

/** The rows after which a page ends. */
export function rowBreakIds(breaks: Element): number[] {
  return childrenOf(breaks, 'brk').map((one) => Number(attributeOf(one, 'id')));
}

/**
 * The XML of the page breaks with one more, before a row that is known only when the rows above have been written; nothing
 * where there is none at all.
 */
export function* rowBreaksXml(breaks: Element, breakBefore: () => number | undefined): Generator<string> {
  const before = breakBefore();
  const old = childrenOf(breaks, 'brk');
  if (before === undefined || rowBreakIds(breaks).includes(before - 1)) {
    if (old.length > 0) yield xmlOf(breaks);
    return;
  }
  const prefix = prefixOf(breaks);
  const count = String(old.length + 1);
  yield `<${prefix}rowBreaks count="${count}" manualBreakCount="${count}">`;
  const id = (one: Element): number => Number(attributeOf(one, 'id'));
  yield* old.filter((one) => id(one) < before - 1).map(xmlOf);
  yield `<${prefix}brk id="${String(before - 1)}" max="16383" man="1"/>`;
  yield* old.filter((one) => id(one) >= before).map(xmlOf);
  yield `</${prefix}rowBreaks>`;
}
