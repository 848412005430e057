import type { PartBody } from '../../package/package.ts';
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  parsePart,
  rootOf,
  serialisePart,
  setText,
  type Element,
} from '../../package/xml.ts';
import { dropRemarks, maskTexts, type MaskText } from './masked-texts.ts';

/** Who wrote a document, and where: nobody, in a masked edition. */
const WHO: ReadonlySet<string> = new Set([
  'creator',
  'lastModifiedBy',
  'author',
  'Manager',
  'Company',
  'HyperlinkBase',
]);

/** An XML part with all that it tells masked: its texts, who wrote it, where it leads; `change` is done to it first. */
export function maskedPart(
  name: string,
  bytes: Uint8Array,
  mask: MaskText,
  change: (root: Element) => void = () => undefined,
): PartBody {
  const document = parsePart(bytes);
  dropRemarks(document);
  const root = rootOf(document);
  change(root);
  if (/\.rels$/iu.test(name)) maskTargets(root);
  else maskTexts(root, mask);
  for (const element of descendantsOf(root)) if (WHO.has(element.localName ?? '')) setText(element, '');
  return serialisePart(document);
}

/** An address outside of the package may be a path of somebody's machine, or somebody's mailbox. */
function maskTargets(root: Element): void {
  for (const relation of childrenOf(root, 'Relationship')) {
    if (attributeOf(relation, 'TargetMode') !== 'External') continue;
    const target = attributeOf(relation, 'Target') ?? '';
    if (/^https?:/iu.test(target)) continue;
    // Another workbook keeps its name, without the folders of whoever linked it.
    const isBook = (attributeOf(relation, 'Type') ?? '').endsWith('/externalLinkPath');
    relation.setAttribute('Target', isBook ? (target.split(/[\\/]/u).at(-1) ?? '#') : '#');
  }
}
