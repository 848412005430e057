import { isDayFormat } from './number-format.ts';
import type { Workbook } from './workbook.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementLike,
  parsePart,
  rootOf,
  type Document,
  type Element,
} from '../package/xml.ts';

/** What of a cell's style says how its content stands. */
export interface CellLook {
  /** Size of the font in points. */
  readonly points: number;
  readonly bold: boolean;
  /** Text breaks into lines at the cell's width, or at its height where it is turned upright. */
  readonly wraps: boolean;
  /** Text is set smaller until it fits on its line. */
  readonly shrinks: boolean;
  /** How far text is turned from the level, in degrees: 0 to 90 upwards, -1 to -90 downwards; `stacked` has a letter a line. */
  readonly turned: number | 'stacked';
  /** How far text is moved in from the side, each step as wide as three blanks (ECMA-376 18.8.1). */
  readonly indent: number;
  /** The font as the styles have it. */
  readonly font: Element | undefined;
  /** The number format shows a number as a day or a time. */
  readonly isDate: boolean;
  /** The number format is General or text: made for no number in particular. */
  readonly isPlain: boolean;
  /** The cell has a line on at least one side. */
  readonly isBordered: boolean;
}

/** The styles of a workbook by the index that cells carry in `s`. */
export interface Styles {
  readonly document: Document;
  readonly look: (style: number) => CellLook;
  /** The style for a day: the same one if it shows days, or a copy of it with yyyy-mm-dd, added once. */
  readonly dayStyle: (style: number) => number;
  /** The style with text that breaks into lines: the same one if it does, or a copy of it, added once. */
  readonly wrappingStyle: (style: number) => number;
  /** Size of the workbook's default font in points, which column widths are measured by. */
  readonly defaultPoints: number;
  readonly wasChanged: () => boolean;
}

const dayFormat = 'yyyy-mm-dd';

/** The styles of a workbook, or undefined where it has none. */
export function openStyles(workbook: Workbook): Styles | undefined {
  const bytes = workbook.parts.get(workbook.stylesPart ?? '');
  const document = bytes && parsePart(bytes);
  return document && stylesOf(document, rootOf(document));
}

/** Reads the part of the styles; what is added to it is added to its document. */
function stylesOf(document: Document, root: Element): Styles {
  const fonts = childrenIn(root, 'fonts').map((font) => ({
    font,
    points: Number(valueIn(font, 'sz') ?? 11) || 11,
    bold: childOf(font, 'b') !== undefined && valueIn(font, 'b') !== '0',
  }));
  const borders = childrenIn(root, 'borders').map((border) =>
    childrenOf(border).some((side) => (attributeOf(side, 'style') ?? 'none') !== 'none'),
  );
  const [normal] = childrenIn(root, 'cellStyleXfs');
  const normalFont = Number((normal && attributeOf(normal, 'fontId')) ?? 0);
  const list = childOf(root, 'cellXfs');
  const formats = list ? childrenOf(list, 'xf') : [];
  const codes = new Map(
    childrenIn(root, 'numFmts').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  );
  const looks = new Map<number, CellLook>();
  const days = new Map<number, number>();
  const wrapping = new Map<number, number>();
  let changed = false;

  const look = (style: number): CellLook => {
    const known = looks.get(style);
    if (known) return known;
    const format = formats[style];
    const font = fonts[Number((format && attributeOf(format, 'fontId')) ?? 0)];
    const alignment = format && childOf(format, 'alignment');
    const id = Number((format && attributeOf(format, 'numFmtId')) ?? 0);
    const said = (name: string): string => (alignment && attributeOf(alignment, name)) ?? '';
    const isOn = (name: string): boolean => /^(1|true)$/.test(said(name));
    // What is spread over a cell's width or height breaks into lines without being told.
    const isSpread = /^(justify|distributed)$/;
    const wraps = isOn('wrapText') || isSpread.test(said('horizontal')) || isSpread.test(said('vertical'));
    const read = {
      points: font?.points ?? 11,
      bold: font?.bold ?? false,
      font: font?.font,
      wraps,
      shrinks: !wraps && isOn('shrinkToFit'),
      turned: turnOf(Number(said('textRotation'))),
      indent: Number(said('indent')),
      isDate: isDayFormat(id, codes.get(id)),
      isPlain: id === 0 || id === 49,
      isBordered: borders[Number((format && attributeOf(format, 'borderId')) ?? 0)] ?? false,
    };
    looks.set(style, read);
    return read;
  };

  const dayStyle = (style: number): number => {
    if (look(style).isDate) return style;
    return addedStyle(style, days, (copy) => {
      copy.setAttribute('numFmtId', String(dayFormatId(root, codes)));
      copy.setAttribute('applyNumberFormat', '1');
    });
  };

  const wrappingStyle = (style: number): number => {
    if (look(style).wraps) return style;
    return addedStyle(style, wrapping, (copy) => {
      let alignment = childOf(copy, 'alignment');
      if (!alignment) {
        alignment = elementLike(copy, 'alignment');
        copy.insertBefore(alignment, copy.firstChild);
      }
      alignment.removeAttribute('shrinkToFit');
      alignment.setAttribute('wrapText', '1');
      copy.setAttribute('applyAlignment', '1');
    });
  };

  const addedStyle = (style: number, added: Map<number, number>, change: (copy: Element) => void): number => {
    const known = added.get(style);
    if (known !== undefined) return known;
    const model = formats[style] ?? formats[0];
    if (!list || !model) return style;
    const copy = elementCopy(model);
    change(copy);
    list.appendChild(copy);
    formats.push(copy);
    list.setAttribute('count', String(formats.length));
    changed = true;
    added.set(style, formats.length - 1);
    return formats.length - 1;
  };

  return {
    document,
    look,
    dayStyle,
    wrappingStyle,
    defaultPoints: (fonts[normalFont] ?? fonts[0])?.points ?? 11,
    wasChanged: () => changed,
  };
}

/** `textRotation` (ECMA-376 18.8.1): 0 to 90 upwards, 91 to 180 downwards, 255 letters below each other. */
function turnOf(rotation: number): CellLook['turned'] {
  if (rotation === 255) return 'stacked';
  return rotation > 90 ? 90 - rotation : rotation;
}

function dayFormatId(root: Element, codes: Map<number, string>): number {
  for (const [id, code] of codes) if (code === dayFormat) return id;
  // Below 164 the numbers are Excel's own.
  const id = Math.max(163, ...codes.keys()) + 1;
  let list = childOf(root, 'numFmts');
  if (!list) {
    list = elementLike(root, 'numFmts');
    root.insertBefore(list, root.firstChild);
  }
  const format = elementLike(root, 'numFmt');
  format.setAttribute('numFmtId', String(id));
  format.setAttribute('formatCode', dayFormat);
  list.appendChild(format);
  list.setAttribute('count', String(childrenOf(list, 'numFmt').length));
  codes.set(id, dayFormat);
  return id;
}

function elementCopy(model: Element): Element {
  const copy = elementLike(model, model.localName ?? '');
  for (const attribute of model.attributes) copy.setAttribute(attribute.name, attribute.value);
  for (const child of childrenOf(model)) copy.appendChild(child.cloneNode(true));
  return copy;
}

function childrenIn(root: Element, name: string): Element[] {
  const list = childOf(root, name);
  return list ? childrenOf(list) : [];
}

function valueIn(element: Element, name: string): string | undefined {
  const child = childOf(element, name);
  return child && attributeOf(child, 'val');
}
