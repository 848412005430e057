import { addFoot } from './foot-line.ts';
import { withoutMachineParts, withoutPrinter } from './machine-parts.ts';
import { maskedPart } from './masked-part.ts';
import { dropRemarks, maskTexts, type MaskText } from './masked-texts.ts';
import { writePackage, type PartBody, type Parts } from '../../package/package.ts';
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  parsePart,
  rootOf,
  serialisePart,
  setText,
  textOf,
  type Element,
} from '../../package/xml.ts';
import { readTemplatePackage } from '../template-package.ts';
import { openWorkbook, targetOf, type Workbook } from '../workbook.ts';

/** What a masked edition's template says of its own. */
export interface TemplateMasking {
  readonly mask: MaskText;
  /** The last line of every sheet. */
  readonly foot: string;
  /** Stands where the template says 内部资料　注意保管. */
  readonly notice: string;
}

/** The notice of the full version, which an edition replaces by its own. */
const NOTICE = /(?:内部资料|內部資料)[\s\u3000]*(?:注意保管)?/gu;
/** All parts whose texts are masked; the filling looks at fewer. */
const everyTree = /\.(xml|rels)$/i;

/**
 * A template as a masked edition may be made from it: names and numbers masked in whatever text its parts bear, nobody's name as
 * an author's, no path, no shared string that no cell uses, the edition's own notice, and the foot line on every sheet. The filling
 * that follows moves all of it along with the rows.
 */
export async function maskedTemplate(template: Uint8Array, masking: TemplateMasking): Promise<Uint8Array> {
  const parts = withoutMachineParts(await readTemplatePackage(template, everyTree));
  const workbook = openWorkbook(parts);
  const changed = new Map<string, PartBody>();
  const authors = authorsIn(parts);
  const mask: MaskText = (text) =>
    masking.mask(withoutAuthors(text, authors).replaceAll(NOTICE, masking.notice));
  const used = usedStrings(workbook);
  for (const sheet of workbook.sheets) {
    dropRemarks(sheet.document);
    maskTexts(sheet.root, mask);
    withoutPrinter(sheet.root);
    addFoot(workbook, sheet, masking.foot);
    changed.set(sheet.part, serialisePart(sheet.document));
  }
  dropRemarks(workbook.document);
  maskTexts(workbook.root, mask);
  changed.set(workbook.part, serialisePart(workbook.document));
  const strings = targetOf(workbook.relations, 'sharedStrings');
  for (const [name, bytes] of parts) {
    if (changed.has(name) || !/\.(?:xml|rels)$/iu.test(name)) continue;
    changed.set(
      name,
      maskedPart(name, bytes, mask, (root) => {
        if (name === strings) dropUnused(root, used);
      }),
    );
  }
  const written = await writePackage(
    [...parts].map(([name, bytes]) => [name, changed.get(name) ?? bytes] as const),
  );
  return written.bytes;
}

/** Who commented: Excel puts the name in front of a comment's text too. */
function authorsIn(parts: Parts): readonly string[] {
  return [...parts]
    .filter(([name]) => /comments[^/]*\.xml$/iu.test(name))
    .flatMap(([, bytes]) => [...descendantsOf(rootOf(parsePart(bytes)))])
    .filter(({ localName }) => localName === 'author')
    .map((author) => textOf(author).trim())
    .filter((author) => author !== '');
}

function withoutAuthors(text: string, authors: readonly string[]): string {
  return authors.reduce(
    (left, author) => left.replaceAll(`${author}:\n`, '').replaceAll(`${author}:`, ''),
    text,
  );
}

function usedStrings({ sheets }: Workbook): ReadonlySet<number> {
  const cells = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ element }) => element)),
  );
  return new Set(
    cells
      .filter((cell) => attributeOf(cell, 't') === 's')
      .flatMap((cell) => childrenOf(cell, 'v').map((value) => Number(textOf(value)))),
  );
}

/** What stood in a cell once may still lie among the shared strings. */
function dropUnused(root: Element, used: ReadonlySet<number>): void {
  for (const [index, item] of childrenOf(root, 'si').entries()) {
    if (used.has(index)) continue;
    for (const piece of descendantsOf(item)) if (piece.localName === 't') setText(piece, '');
  }
}
