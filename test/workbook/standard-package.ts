import { areaOf, placeOf, type Area } from '../../src/workbook/formulas/reference.ts';
import { relationsOf, relationsPart } from '../../src/package/relations.ts';
import { childrenOf, type Element } from '../../src/package/xml.ts';
import { all, attribute, Book } from './clerk-template/book.ts';
import { disorderIn } from './standard-order.ts';

/** What of a workbook's package breaks the standard, or what Excel repairs: each as a sentence that names the part. */
export async function breachesOf(bytes: Uint8Array): Promise<string[]> {
  const book = await Book.open(bytes);
  const names = [...book.parts.keys()].filter((name) => !name.endsWith('/'));
  const xml = names.filter((name) => /\.(xml|rels)$/.test(name));
  const found = xml.flatMap((name) => {
    const root = book.root(name);
    return root ? disorderIn(root).map((problem) => `${name}: ${problem}`) : [`${name} is empty`];
  });
  const sheets = names.filter(
    (name) => book.root(name.endsWith('.xml') ? name : undefined)?.localName === 'worksheet',
  );
  return [
    ...found,
    ...danglingRelations(book, names),
    ...untyped(book, names),
    ...wrongCounts(book, xml),
    ...sheets.flatMap((name) => cellFaults(book, name).map((problem) => `${name}: ${problem}`)),
  ];
}

/** Relationships to parts that are not there, and ids that nobody tells what they are. */
function danglingRelations(book: Book, names: readonly string[]): string[] {
  return ['', ...names].flatMap((name) => {
    const relations = relationsOf(book.parts, name);
    const rels = book.root(relationsPart(name));
    const outside = new Set(
      all(rels, 'Relationship')
        .filter((one) => attribute(one, 'TargetMode') === 'External')
        .map((one) => attribute(one, 'Id')),
    );
    const dangling = relations
      .filter(({ id, target }) => !outside.has(id) && !book.parts.has(target))
      .map(({ target }) => `${name}: no part ${target}`);
    const known = new Set(relations.map(({ id }) => id));
    const root = name.endsWith('.xml') ? book.root(name) : undefined;
    const used = root ? [...new Set([root, ...everything(root)].flatMap(relationIds))] : [];
    return [
      ...dangling,
      ...used.filter((id) => !known.has(id)).map((id) => `${name}: no relationship ${id}`),
    ];
  });
}

function everything(root: Element): Element[] {
  return childrenOf(root).flatMap((child) => [child, ...everything(child)]);
}

function relationIds(element: Element): string[] {
  return [...element.attributes]
    .filter(({ namespaceURI }) => namespaceURI?.endsWith('officeDocument/2006/relationships'))
    .map(({ value }) => value);
}

/** Parts without a type of content, and types of parts that are not there. */
function untyped(book: Book, names: readonly string[]): string[] {
  const types = book.root('[Content_Types].xml');
  const defaults = new Set(all(types, 'Default').map((one) => attribute(one, 'Extension').toLowerCase()));
  const overrides = new Set(all(types, 'Override').map((one) => attribute(one, 'PartName').slice(1)));
  const parts = names.filter((name) => name !== '[Content_Types].xml');
  return [
    ...parts
      .filter((name) => !overrides.has(name) && !defaults.has(name.split('.').at(-1)?.toLowerCase() ?? ''))
      .map((name) => `${name} has no type`),
    ...[...overrides]
      .filter((name) => !book.parts.has(name))
      .map((name) => `a type for ${name}, which is not there`),
  ];
}

const COUNTED =
  /^(mergeCells|cellXfs|cellStyleXfs|fonts|fills|borders|numFmts|dxfs|dataValidations|tableParts|tableColumns)$/;

function wrongCounts(book: Book, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const root = book.root(name);
    return (root ? everything(root) : [])
      .filter((element) => COUNTED.test(element.localName ?? '') && attribute(element, 'count') !== '')
      .filter((element) => Number(attribute(element, 'count')) !== childrenOf(element).length)
      .map((element) => `${name}: ${element.tagName} count is ${attribute(element, 'count')}`);
  });
}

/** Rows and cells out of their order or twice, styles and strings that are not there, merges that overlap. */
function cellFaults(book: Book, name: string): string[] {
  const root = book.root(name);
  const [formats] = all(book.styles, 'cellXfs');
  const styles = formats ? childrenOf(formats).length : 0;
  const strings = book.strings.length;
  const faults: string[] = [];
  let row = 0;
  for (const element of all(all(root, 'sheetData')[0], 'row')) {
    const own = Number(attribute(element, 'r'));
    if (own <= row) faults.push(`row ${String(own)} after ${String(row)}`);
    row = own;
    let column = 0;
    for (const cell of childrenOf(element, 'c')) {
      const cellName = attribute(cell, 'r');
      const place = placeOf(cellName);
      if (place?.row !== row || place.column <= column) faults.push(`cell ${cellName} in row ${String(row)}`);
      column = place?.column ?? column;
      if (Number(attribute(cell, 's') || 0) >= Math.max(1, styles)) faults.push(`${cellName} has no style`);
      if (attribute(cell, 't') === 's' && Number(cell.textContent) >= strings)
        faults.push(`${cellName} has no string`);
    }
  }
  return [
    ...faults,
    ...overlaps(all(root, 'mergeCell').flatMap((merge) => areaOf(attribute(merge, 'ref')) ?? [])),
  ];
}

function overlaps(areas: readonly Area[]): string[] {
  const taken = new Set<string>();
  const faults: string[] = [];
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const place = `${String(row)} ${String(column)}`;
        if (taken.has(place)) faults.push(`two merges at ${place}`);
        taken.add(place);
      }
    }
  }
  return faults;
}
