import type { Archive } from '../package/archive.ts';
import { relationsPart, targetName } from '../package/relations.ts';
import { readPart } from '../package/part-reading.ts';

/** What one part says about another: its kind, the last word of the relationship's type, and the part's name. */
export interface Relationship {
  readonly kind: string;
  /** Undefined where it leads out of the package or to no part of it. */
  readonly target: string | undefined;
}

/** The relationships of a part by their ids; the package's own for an empty name. Strict and transitional ones alike. */
export async function readRelationships(
  archive: Archive,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const name = archive.nameOf(relationsPart(part));
  if (name === undefined) return found;
  await readPart(archive, name, (token, scan) => {
    if (token !== 'start' || scan.level !== 2 || scan.name !== 'Relationship') return;
    const isOutside = scan.tag.text('TargetMode') === 'External';
    const target = targetName(part, scan.tag.text('Target') ?? '');
    found.set(scan.tag.text('Id') ?? '', {
      kind: (scan.tag.text('Type') ?? '').split('/').at(-1) ?? '',
      target: isOutside ? undefined : archive.nameOf(target),
    });
  });
  return found;
}

/** The part that a relationship of the kind leads to. */
export function partOfKind(
  relationships: ReadonlyMap<string, Relationship>,
  kind: string,
): string | undefined {
  for (const relationship of relationships.values())
    if (relationship.kind === kind) return relationship.target;
  return undefined;
}
