import type { ReadContext } from '../fields/field-type.ts';
import type { Field } from '../kinds/kind.ts';
import { otherHeads } from '../kinds/other-heads.ts';
import { keyOf } from './head-text.ts';

/**
 * The fields that a column may hold, the likeliest first: those whose names share characters with its head and whose type
 * reads what stands in it; equally likely ones stay in the order of the kind.
 */
export function likeliest(
  fields: readonly Field[],
  head: string,
  samples: readonly string[],
  context: ReadContext,
): readonly Field[] {
  const ranked = fields.map((field) => ({ field, likeness: likeness(field, head, samples, context) }));
  ranked.sort((one, other) => other.likeness - one.likeness);
  return ranked.map(({ field }) => field);
}

function likeness(field: Field, head: string, samples: readonly string[], context: ReadContext): number {
  const shared = Math.max(...otherHeads(field).map((name) => sharing(keyOf(name), keyOf(head))));
  const reads = samples.every((sample) => 'value' in field.type.read(sample, context));
  // Text reads anything, and so says nothing for itself.
  const fit = field.type.expects === 'text' ? 0 : reads ? 0.25 : -2;
  return shared + fit;
}

/** How much of the longer of two texts the characters are that both have, from 0 to 1. */
function sharing(one: string, other: string): number {
  const [letters, others] = [new Set(one), new Set(other)];
  const both = [...letters].filter((letter) => others.has(letter)).length;
  return both / Math.max(letters.size, others.size, 1);
}
