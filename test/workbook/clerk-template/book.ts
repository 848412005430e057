import { readPackage, type Parts } from '../../../src/package/package.ts';
import { relationsOf, type Relation } from '../../../src/package/relations.ts';
import {
  childrenOf,
  descendantsOf,
  parsePart,
  rootOf,
  textOf,
  type Element,
} from '../../../src/package/xml.ts';

/** A workbook to look into, part by part; what is missing reads as nothing. */
export class Book {
  readonly parts: Parts;
  private readonly roots = new Map<string, Element>();
  private items: Element[] | undefined;
  private readonly grids = new Map<string, Map<string, Element>>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  static async open(bytes: Uint8Array): Promise<Book> {
    return new Book(await readPackage(bytes));
  }

  text(part: string): string {
    return new TextDecoder().decode(this.parts.get(part) ?? new Uint8Array());
  }

  /** The root of a part, or undefined where there is no such part. */
  root(part: string | undefined): Element | undefined {
    const bytes = this.parts.get(part ?? '');
    if (part === undefined || !bytes) return undefined;
    const root = this.roots.get(part) ?? rootOf(parsePart(bytes));
    this.roots.set(part, root);
    return root;
  }

  relations(part: string | undefined, kind: string): Relation[] {
    return part === undefined
      ? []
      : relationsOf(this.parts, part).filter((relation) => relation.kind === kind);
  }

  /** The roots of the parts that a part is related to by a kind of relationship. */
  related(part: string | undefined, kind: string): Element[] {
    return this.relations(part, kind).flatMap(({ target }) => this.root(target) ?? []);
  }

  get workbook(): Element | undefined {
    return this.root(this.workbookPart);
  }

  get workbookPart(): string {
    return relationsOf(this.parts, '').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  }

  /** The part of a sheet, whatever kind of sheet it is. */
  sheetPart(name: string): string | undefined {
    const listed = all(this.workbook, 'sheet').find((sheet) => attribute(sheet, 'name') === name);
    const id = listed && [...listed.attributes].find(({ localName }) => localName === 'id')?.value;
    return relationsOf(this.parts, this.workbookPart).find((relation) => relation.id === id)?.target;
  }

  sheet(name: string): Element | undefined {
    return this.root(this.sheetPart(name));
  }

  get styles(): Element | undefined {
    return this.related(this.workbookPart, 'styles')[0];
  }

  get strings(): Element[] {
    this.items ??= this.related(this.workbookPart, 'sharedStrings').flatMap((root) => childrenOf(root, 'si'));
    return this.items;
  }

  /** The cells of a sheet by their names. */
  cells(name: string): Map<string, Element> {
    const cells =
      this.grids.get(name) ?? new Map(all(this.sheet(name), 'c').map((cell) => [attribute(cell, 'r'), cell]));
    this.grids.set(name, cells);
    return cells;
  }

  /** The string item of a cell, shared or its own. */
  item(cell: Element | undefined): Element | undefined {
    if (!cell) return undefined;
    if (attribute(cell, 't') === 's') return this.strings[Number(first(cell, 'v'))];
    return all(cell, 'is')[0];
  }
}

/** Elements below the roots of parts by their names: a sheet of 5,000 rows is gone through once. */
const indexes = new WeakMap<Element, Map<string, Element[]>>();

/** All elements of a name below, whatever their prefix. */
export function all(element: Element | undefined, name: string): Element[] {
  if (!element) return [];
  if (element.parentElement) return [...descendantsOf(element)].filter((found) => found.localName === name);
  const known = indexes.get(element);
  if (known) return known.get(name) ?? [];
  const index = new Map<string, Element[]>();
  for (const found of descendantsOf(element)) {
    const same = index.get(found.localName ?? '') ?? [];
    same.push(found);
    index.set(found.localName ?? '', same);
  }
  indexes.set(element, index);
  return index.get(name) ?? [];
}

/** The text of the first of them. */
export function first(element: Element | undefined, name: string): string {
  const [found] = all(element, name);
  return found ? textOf(found) : '';
}

/** An attribute, empty where it is not set. */
export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

/** Whether an attribute says yes. */
export function isOn(element: Element | undefined, name: string): boolean {
  return /^(1|true)$/.test(attribute(element, name));
}
