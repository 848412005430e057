import type { PartBody, Parts } from '../../package/package.ts';
import { relationsPart } from '../../package/relations.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementLike,
  parsePart,
  rootOf,
  serialisePart,
} from '../../package/xml.ts';
import { targetOf, type Workbook } from '../workbook.ts';

/** What stands before `calcPr` in a workbook part (ECMA-376 18.2.27), the last of them first. */
const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/** Makes the workbook recalculate when it is opened. */
export function recalculateOnOpening(workbook: Workbook): void {
  let properties = childOf(workbook.root, 'calcPr');
  if (!properties) {
    properties = elementLike(workbook.root, 'calcPr');
    const previous = before.map((name) => childOf(workbook.root, name)).find((found) => found !== undefined);
    workbook.root.insertBefore(properties, previous?.nextSibling ?? null);
  }
  properties.setAttribute('fullCalcOnLoad', '1');
}

/** The parts without the chain of calculation, which Excel builds anew: its cells are no longer where it says. */
export function withoutCalculationChain(workbook: Workbook, changed: Map<string, PartBody>): Set<string> {
  const chain = targetOf(workbook.relations, 'calcChain');
  if (chain === undefined) return new Set();
  const relations = relationsPart(workbook.part);
  remove(workbook.parts, changed, relations, (element) =>
    (attributeOf(element, 'Type') ?? '').endsWith('/calcChain'),
  );
  const name = `/${chain}`.toLowerCase();
  remove(
    workbook.parts,
    changed,
    '[Content_Types].xml',
    (element) => (attributeOf(element, 'PartName') ?? '').toLowerCase() === name,
  );
  return new Set([chain]);
}

function remove(
  parts: Parts,
  changed: Map<string, PartBody>,
  part: string,
  matches: (element: ReturnType<typeof rootOf>) => boolean,
): void {
  const bytes = parts.get(part);
  if (!bytes) return;
  const document = parsePart(bytes);
  for (const element of childrenOf(rootOf(document)))
    if (matches(element)) element.parentNode?.removeChild(element);
  changed.set(part, serialisePart(document));
}
