import type { Parts } from './package.ts';
import { attributeOf, childrenOf, parsePart, rootOf } from './xml.ts';

/** What one part says about another (OPC, ISO/IEC 29500-2); `kind` is the last word of the relationship's type. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  /** The name of the part in the package; of an outside target, its address as written. */
  readonly target: string;
}

/** The relationships of a part, none where it has none; the package's own for an empty name. */
export function relationsOf(parts: Parts, name: string): Relation[] {
  const bytes = parts.get(relationsPart(name));
  if (!bytes) return [];
  return childrenOf(rootOf(parsePart(bytes)), 'Relationship').map((element) => {
    const target = attributeOf(element, 'Target') ?? '';
    const outside = attributeOf(element, 'TargetMode') === 'External';
    return {
      id: attributeOf(element, 'Id') ?? '',
      kind: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: outside ? target : partName(parts, targetName(name, target)),
    };
  });
}

/** The name of the part that holds a part's relationships. */
export function relationsPart(name: string): string {
  const cut = name.lastIndexOf('/') + 1;
  return `${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`;
}

/** The name of the part that a target leads to, as a part with this name writes it. */
export function targetName(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Names of parts are equal whatever their case (OPC 6.2.2.3), and some programs rely on it. */
function partName(parts: Parts, name: string): string {
  if (parts.has(name)) return name;
  const folded = name.toLowerCase();
  for (const other of parts.keys()) if (other.toLowerCase() === folded) return other;
  return name;
}
