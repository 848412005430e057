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

/** So much of the longer name must be in both for a field to be offered first: a column at a wrong place is worse than one left out. */
const SURE = 0.75;

/** The one field that a column is nearly sure to hold, since its head says nearly the same and its type reads what stands there. */
export function surelyMeant(
  fields: readonly Field[],
  head: string,
  samples: readonly string[],
  context: ReadContext,
): Field | undefined {
  const near = fields.filter((field) => sharedWith(field, head) >= SURE);
  const [only, ...others] = near;
  return only && others.length === 0 && reads(only, samples, context) ? only : undefined;
}

function likeness(field: Field, head: string, samples: readonly string[], context: ReadContext): number {
  // Text reads anything, and so says nothing for itself.
  const fit = field.type.expects === 'text' ? 0 : reads(field, samples, context) ? 0.25 : -2;
  return sharedWith(field, head) + fit;
}

function sharedWith(field: Field, head: string): number {
  return Math.max(...otherHeads(field).map((name) => sharing(keyOf(name), keyOf(head))));
}

function reads({ type }: Field, samples: readonly string[], context: ReadContext): boolean {
  return samples.every((sample) => 'value' in type.read(sample, context));
}

/** How much of the longer of two texts the characters are that both have, from 0 to 1. */
function sharing(one: string, other: string): number {
  const [letters, others] = [new Set(one), new Set(other)];
  const both = [...letters].filter((letter) => others.has(letter)).length;
  return both / Math.max(letters.size, others.size, 1);
}
