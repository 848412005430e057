import { Buffer } from 'node:buffer';
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import type { Refusal } from '../domain/problem.ts';
import { escapeMarkup } from './escape.ts';
import { unreadable } from './unreadable.ts';

export type { Document, Element } from '@xmldom/xmldom';

/** Pieces of XML, made when they are asked for, in text or already in UTF-8. */
export type XmlPieces = Iterable<string | Uint8Array>;

/** What stands in the place of an element when the document is written. */
export type Replacements = ReadonlyMap<Element, XmlPieces>;

/** The document of one part. Refuses a document type declaration and anything that isn't well-formed. */
export function parsePart(bytes: Uint8Array): Document {
  const text = decode(bytes);
  if (text.includes('<!DOCTYPE')) throw unreadable('doctype');
  try {
    const parser = new DOMParser({
      locator: false,
      onError: (level, message) => {
        if (level !== 'warning') throw new SyntaxError(message);
      },
    });
    return parser.parseFromString(text, 'text/xml');
  } catch (cause) {
    throw brokenPart(cause);
  }
}

/** The root element of a part; a part without one is no part of a workbook. */
export function rootOf(document: Document): Element {
  if (!document.documentElement) throw brokenPart();
  return document.documentElement;
}

/** The refusal of a package one of whose parts can't be read. */
export function brokenPart(cause?: unknown): Refusal {
  return unreadable('broken-part', {}, cause);
}

/** The XML of a document in pieces, with replacements in the places of their elements. */
export function serialisePart(
  document: Document,
  replacements: Replacements = new Map(),
): (string | XmlPieces)[] {
  const pieces: (string | XmlPieces)[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  for (let child = document.firstChild; child; child = child.nextSibling) {
    if (!(child.nodeType === 7 && child.nodeName === 'xml')) write(child, pieces, replacements);
  }
  return pieces;
}

/** The XML of one element as it stands in its own document: prefixes are not declared again. */
export function xmlOf(element: Element): string {
  const pieces: (string | XmlPieces)[] = [];
  write(element, pieces, new Map());
  return pieces.map((piece) => (typeof piece === 'string' ? piece : [...piece].join(''))).join('');
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** The child elements, those with one local name if it is given: prefixes differ from program to program. */
export function childrenOf(element: Element, localName?: string): Element[] {
  const found: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (isElement(child) && (localName === undefined || child.localName === localName)) found.push(child);
  }
  return found;
}

/** The first child element with the local name. */
export function childOf(element: Element, localName: string): Element | undefined {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (isElement(child) && child.localName === localName) return child;
  }
  return undefined;
}

/** All elements below, in document order, the element itself left out. */
export function* descendantsOf(element: Element): Generator<Element> {
  for (const child of childrenOf(element)) {
    yield child;
    yield* descendantsOf(child);
  }
}

/** The attribute's value, or undefined where it isn't set. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? undefined;
}

/** The attribute `r:id`, whatever the prefix of the relationships' namespace is. */
export function relationOf(element: Element): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.localName === 'id' && attribute.namespaceURI?.includes('officeDocument'))
      return attribute.value;
  }
  return undefined;
}

/** The text below an element. */
export function textOf(element: Element): string {
  return element.textContent ?? '';
}

/** A new element in the namespace and with the prefix of another one. */
export function elementLike(model: Element, localName: string): Element {
  const name = model.prefix ? `${model.prefix}:${localName}` : localName;
  const created = model.ownerDocument?.createElementNS(model.namespaceURI, name);
  if (!created) throw brokenPart();
  return created;
}

/** Replaces all that stands in an element by text. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function write(node: Node, pieces: (string | XmlPieces)[], replacements: Replacements): void {
  if (!isElement(node)) {
    if (node.nodeType === 3) pieces.push(escapeMarkup(node.nodeValue ?? ''));
    else if (node.nodeType === 4) pieces.push(`<![CDATA[${node.nodeValue ?? ''}]]>`);
    else if (node.nodeType === 7) pieces.push(`<?${node.nodeName} ${node.nodeValue ?? ''}?>`);
    else if (node.nodeType === 8) pieces.push(`<!--${node.nodeValue ?? ''}-->`);
    return;
  }
  const replacement = replacements.get(node);
  if (replacement) {
    pieces.push(replacement);
    return;
  }
  let head = `<${node.tagName}`;
  for (const attribute of node.attributes)
    head += ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
  if (!node.firstChild) {
    pieces.push(`${head}/>`);
    return;
  }
  pieces.push(`${head}>`);
  for (let child: Node | null = node.firstChild; child; child = child.nextSibling) {
    write(child, pieces, replacements);
  }
  pieces.push(`</${node.tagName}>`);
}

function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le').slice(1);
  const text = buffer.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
