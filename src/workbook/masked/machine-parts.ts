import type { PartBody, Parts } from '../../package/package.ts';
import { relationsOf } from '../../package/relations.ts';
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  parsePart,
  rootOf,
  serialisePart,
  type Element,
} from '../../package/xml.ts';

/** A picture of what the workbook's first page once said, and the settings of somebody's printer with its name in the network. */
const KINDS = /\/(?:thumbnail|printerSettings)$/u;

/** A package without what only the machine it was made on had a use for. */
export function withoutMachineParts(parts: Parts): Parts {
  const gone = new Set<string>();
  const changed = new Map<string, PartBody>();
  for (const [name, bytes] of parts) {
    if (!/\.rels$/iu.test(name)) continue;
    const document = parsePart(bytes);
    const relations = childrenOf(rootOf(document), 'Relationship');
    const machine = relations.filter((relation) => KINDS.test(attributeOf(relation, 'Type') ?? ''));
    if (machine.length === 0) continue;
    const ids = new Set(machine.map((relation) => attributeOf(relation, 'Id')));
    for (const { id, target } of relationsOf(parts, ownerOf(name))) if (ids.has(id)) gone.add(target);
    for (const relation of machine) relation.parentNode?.removeChild(relation);
    changed.set(name, serialisePart(document));
  }
  const kept = [...parts].filter(([name]) => !gone.has(name));
  return new Map(kept.map(([name, bytes]) => [name, bytesOf(changed.get(name)) ?? bytes]));
}

/** Takes a sheet's reference to its printer away. */
export function withoutPrinter(sheet: Element): void {
  for (const setup of descendantsOf(sheet)) {
    if (setup.localName !== 'pageSetup') continue;
    for (const attribute of [...setup.attributes])
      if (attribute.localName === 'id' && attribute.prefix) setup.removeAttribute(attribute.name);
  }
}

/** The part whose relationships these are. */
function ownerOf(relations: string): string {
  return relations.replace(/(^|\/)_rels\/([^/]*)\.rels$/u, '$1$2');
}

function bytesOf(body: PartBody | undefined): Uint8Array | undefined {
  if (body === undefined || body instanceof Uint8Array) return body;
  return new TextEncoder().encode(
    body.map((piece) => (typeof piece === 'string' ? piece : [...piece].join(''))).join(''),
  );
}
