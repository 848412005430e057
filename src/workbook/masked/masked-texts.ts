import {
  FORMAT_CODE,
  FORMULAS,
  isAuthorAttribute,
  isTextAttribute,
  LITERAL,
  TOLD_IN_RUNS,
} from './told-texts.ts';
import { childrenOf, descendantsOf, setText, textOf, type Element } from '../../package/xml.ts';
import type { Node } from '@xmldom/xmldom';

/** What becomes of a text of a template that a masked edition is made from. */
export type MaskText = (text: string) => string;

const RUNS = new Set(TOLD_IN_RUNS);
const CODES = new Set([...FORMULAS, FORMAT_CODE]);

/** Masks every text of a part, also one that is split over runs. */
export function maskTexts(root: Element, mask: MaskText): void {
  for (const element of [root, ...descendantsOf(root)]) {
    maskAttributes(element, mask);
    if (childrenOf(element).length === 0) maskLeaf(element, mask);
    else if (RUNS.has(element.localName ?? '')) maskRuns(element, mask);
  }
}

function maskRuns(element: Element, mask: MaskText): void {
  // How a name is read aloud tells the name.
  for (const reading of childrenOf(element)) if (reading.localName === 'rPh') element.removeChild(reading);
  const pieces = [...descendantsOf(element)].filter(({ localName }) => localName === 't');
  const text = pieces.map(textOf).join('');
  const masked = mask(text);
  if (masked === text) return;
  for (const [index, piece] of pieces.entries()) setText(piece, index === 0 ? masked : '');
}

/** A piece of a text in runs is masked with the others of its text; references and numbers are no texts. */
function maskLeaf(element: Element, mask: MaskText): void {
  const text = textOf(element);
  if (text === '' || /^[\d.eE+-]+$/.test(text) || isPiece(element)) return;
  const masked = CODES.has(element.localName ?? '') ? literalsMasked(text, mask) : mask(text);
  if (masked !== text) setText(element, masked);
}

function isPiece({ localName, parentNode }: Element): boolean {
  if (localName !== 't') return false;
  // A `t` outside of runs has no element around it that speaks for it.
  return parentNode !== null && /^(?:si|is|r|rPh|fld)$/u.test(parentNode.localName ?? '');
}

function maskAttributes(element: Element, mask: MaskText): void {
  const owner = element.localName ?? element.tagName;
  for (const { localName, name, value } of [...element.attributes]) {
    const plain = localName ?? name;
    if (isAuthorAttribute(owner, plain)) element.setAttribute(name, '');
    else if (isTextAttribute(owner, plain)) element.setAttribute(name, withoutPath(mask(value)));
    else if (plain === FORMAT_CODE) element.setAttribute(name, literalsMasked(value, mask));
  }
}

function literalsMasked(code: string, mask: MaskText): string {
  return code.replaceAll(LITERAL, (literal) => mask(literal));
}

/** Takes away remarks and instructions to programs, which say nothing to who reads the workbook, but may tell of people. */
export function dropRemarks(node: Node): void {
  for (let child = node.firstChild; child;) {
    const next: Node | null = child.nextSibling;
    if (child.nodeType === 8 || child.nodeType === 7) node.removeChild(child);
    else dropRemarks(child);
    child = next;
  }
}

/** A picture's description is often the path of its file, with its owner's name in it. */
function withoutPath(text: string): string {
  return /^(?:[a-z]:[\\/]|\\\\|\/|file:)/i.test(text) ? (text.split(/[\\/]/).at(-1) ?? '') : text;
}
