import { Refusal, type Finding } from '../domain/problem.ts';
import { prepareFilling } from './filling.ts';
import type { CellValue, TemplateData } from '../marks/template-data.ts';
import type { Vocabulary } from '../marks/vocabulary.ts';

export type { Vocabulary } from '../marks/vocabulary.ts';

/** Long enough for rows to be added to any form. */
const manyRows = 10_000;

/**
 * What would stop a template from being filled, told before it is used: unknown marks, detail rows that can't be
 * repeated, parts that can't be moved as soon as a list has two rows, a file that is no workbook. It is whatever refuses the
 * filling itself, with lists that are long and each of another length; how long a list can be is not asked here.
 */
export async function checkTemplate(
  template: Uint8Array,
  vocabulary: Vocabulary,
): Promise<readonly Finding[]> {
  try {
    await prepareFilling(template, longLists(vocabulary), Infinity);
    return [];
  } catch (cause) {
    if (cause instanceof Refusal && cause.kind === 'invalid') return cause.findings;
    throw cause;
  }
}

/** Lists of empty rows. Were they alike, sheets would be pushed down alike and no reference through them be torn. */
function longLists({ singles, lists }: Vocabulary): TemplateData {
  return {
    singles: singles.map((single) => ({ ...single, value: null })),
    lists: lists.map((list, at) => ({ ...list, rows: emptyRows(manyRows + at * at + at) })),
    none: '',
  };
}

function emptyRows(count: number): Iterable<readonly CellValue[]> {
  return {
    *[Symbol.iterator]() {
      for (let row = 0; row < count; row += 1) yield [];
    },
  };
}
