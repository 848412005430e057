import type { Field } from '../../domain/kinds/kind.ts';
import { columnLetters } from '../formulas/reference.ts';
import type { BlankFacts } from './facts.ts';

/** A cell of the hidden sheet: a text, or a number that a formula reads. */
export type ListCell = string | number;

/** The hidden sheet that the drop-downs read, column by column, and the formulas that read it. */
export interface Lists {
  readonly sheet: string;
  /** Each with its head and what stands below it. */
  readonly columns: readonly { readonly head: string; readonly cells: readonly ListCell[] }[];
  readonly towns: string;
  readonly judges: string;
  /** The villages of the town that a cell of the same row says: `$C4`. */
  villagesOf(town: string): string;
  /** The choices of a field, or undefined where it has none. */
  choicesOf(field: Field): string | undefined;
}

/**
 * Lays the lists out. Villages stand below each other town by town, with the number of the first and how many there are
 * beside the town: a formula finds them by comparing names, whatever signs a name holds. (A name looked up by INDIRECT could hold
 * neither brackets nor blanks, and MATCH takes `*` and `?` for any text.)
 */
export function listsOf({ kinds, towns, judges, words }: BlankFacts): Lists {
  const { sheet, ...heads } = words.lists;
  const places = placesOf(towns);
  const columns: { head: string; cells: readonly ListCell[] }[] = [
    { head: heads.towns, cells: towns.map(({ name }) => name) },
    { head: heads.firstVillage, cells: places.map(({ first }) => first) },
    { head: heads.villages, cells: places.map(({ count }) => count) },
    // Its head is what an unknown town offers: nothing.
    { head: '', cells: towns.flatMap(({ villages }) => villages) },
    { head: heads.judges, cells: judges },
  ];
  const rangeOf = (column: number): string => {
    const letters = columnLetters(column);
    const rows = Math.max(1, columns[column - 1]?.cells.length ?? 0);
    return `'${sheet}'!$${letters}$2:$${letters}$${String(rows + 1)}`;
  };
  const choices = new Map<string, string>();
  for (const { fields } of kinds) {
    for (const field of fields) {
      const labels = labelsOf(field, words.yesOrNo);
      if (labels.length === 0 || choices.has(labels.join('\n'))) continue;
      columns.push({ head: field.label.zh, cells: labels });
      choices.set(labels.join('\n'), rangeOf(columns.length));
    }
  }
  const ofTown = (town: string, numbers: number): string =>
    `SUMPRODUCT((${rangeOf(1)}=${town})*${rangeOf(numbers)})`;
  return {
    sheet,
    columns,
    towns: rangeOf(1),
    judges: rangeOf(5),
    villagesOf: (town) => `OFFSET('${sheet}'!$D$1,${ofTown(town, 2)},0,MAX(1,${ofTown(town, 3)}),1)`,
    choicesOf: (field) => choices.get(labelsOf(field, words.yesOrNo).join('\n')),
  };
}

/** For each town how far below the head its first village stands, and how many there are; 0 and 0 where there are none. */
function placesOf(towns: BlankFacts['towns']): readonly { readonly first: number; readonly count: number }[] {
  let next = 1;
  return towns.map(({ villages }) => {
    const count = villages.length;
    const first = count === 0 ? 0 : next;
    next += count;
    return { first, count };
  });
}

function labelsOf({ type }: Field, yesOrNo: readonly string[]): readonly string[] {
  const { offer } = type;
  if (offer.type === 'yes-no') return yesOrNo;
  if (offer.type !== 'choice' && offer.type !== 'several') return [];
  const within = offer.type === 'choice' ? (offer.within ?? []) : [];
  return [...offer.choices.map(({ label }) => label.zh), ...within.map(({ name }) => name.zh)];
}
