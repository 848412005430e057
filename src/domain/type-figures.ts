import { DISPUTE_TYPES, isOfSubtype, SUBTYPES, type Subtype } from './dispute-types.ts';
import { textOf } from './entry.ts';
import { addUp, apart, countable, figureId, figureIn, type CountedRow, type Countable } from './figures.ts';
import type { Figure } from './kinds/figure.ts';
import type { Kind } from './kinds/kind.ts';
import { subtypeField, typeField } from './kinds/shared-fields.ts';
import type { SpanFigures } from './town-figures.ts';
import type { Words } from './words.ts';

/** A column of 按纠纷类型: the figures that share its head are added up. */
export interface TypeColumn {
  readonly head: Words;
  /** The `figureId` of its first figure. */
  readonly id: string;
  readonly figures: readonly Figure[];
  readonly isRate: boolean;
  /** It also has a share (占比) and a change against the period before (环比增减). */
  readonly isShared: boolean;
}

/** A share of the whole and a change, undefined where there is nothing to divide by or to compare with. */
export interface Weight {
  readonly share: number | undefined;
  readonly change: number | undefined;
}

/** One row of 按纠纷类型. */
export interface TypeRow {
  /** A type, 其中 of a type, or what has no type, such as a training of mediators. */
  readonly of: 'type' | 'subtype' | 'none';
  /** The name of the type or subtype. */
  readonly name: string;
  /** By the id of the column; a rate is undefined where nothing was closed. */
  readonly figures: ReadonlyMap<string, number | undefined>;
  readonly weights: ReadonlyMap<string, Weight>;
}

/** The figures of a period by type of dispute. */
export interface TypeFigures {
  /** The types in their order, each with its 其中 rows under it, then what has no type, if anything. */
  readonly rows: readonly TypeRow[];
  readonly total: TypeRow;
}

/** The columns that the kinds give to the table. */
export function typeColumns(kinds: readonly Kind[]): readonly TypeColumn[] {
  const columns = new Map<string, TypeColumn>();
  for (const kind of kinds) {
    for (const figure of kind.figures ?? []) {
      if (!figure.byType) continue;
      const { zh } = figure.byType;
      const there = columns.get(zh);
      columns.set(zh, {
        head: figure.byType,
        id: there?.id ?? figureId(kind, figure),
        figures: [...(there?.figures ?? []), figure],
        isRate: figure.measure.of === 'rate',
        isShared: there?.isShared === true || figure.shared === true,
      });
    }
  }
  return [...columns.values()];
}

/** Counts the kinds' figures by type; `before` is the period that 环比增减 looks back to. */
export function figuresByType(
  kinds: readonly Kind[],
  now: SpanFigures,
  before: SpanFigures | undefined,
): TypeFigures {
  const columns = typeColumns(kinds);
  const [counted, earlier] = [countedIn(kinds, now), before && countedIn(kinds, before)];
  const rowOf = (of: TypeRow['of'], name: string, key: string): TypeRow => {
    const value = (column: TypeColumn, span = now, from = counted): number | undefined =>
      sum(column, kinds, from, key, span);
    const weight = (column: TypeColumn): Weight => {
      const all = sum(column, kinds, counted, WHOLE, now) ?? 0;
      const own = value(column) ?? 0;
      const past = before && earlier ? value(column, before, earlier) : undefined;
      return {
        share: all === 0 ? undefined : own / all,
        change: past === undefined ? undefined : own - past,
      };
    };
    return {
      of,
      name,
      figures: new Map(columns.map((column) => [column.id, value(column)])),
      weights: new Map(
        columns.filter(({ isShared }) => isShared).map((column) => [column.id, weight(column)]),
      ),
    };
  };
  const rows = DISPUTE_TYPES.flatMap(({ id }) => [
    rowOf('type', id, id),
    ...SUBTYPES.filter(({ within }) => within === id).map((subtype) =>
      rowOf('subtype', subtype.name.zh, keyOf(subtype)),
    ),
  ]);
  const none = rowOf('none', '', NO_TYPE);
  const isEmpty =
    [...none.figures.values()].every((figure) => (figure ?? 0) === 0) &&
    [...none.weights.values()].every(({ change }) => (change ?? 0) === 0);
  return { rows: isEmpty ? rows : [...rows, none], total: rowOf('type', '', WHOLE) };
}

/** What is counted under a type, a subtype, no type, or under nothing but its kind. */
type Counted = ReadonlyMap<string, Countable<CountedRow>>;

const WHOLE = 'all';
const NO_TYPE = 'none';

function keyOf({ name, within }: Subtype): string {
  return `${within}/${name.zh}`;
}

function countedIn(kinds: readonly Kind[], { snapshot }: SpanFigures): ReadonlyMap<string, Counted> {
  const types = new Set(DISPUTE_TYPES.map(({ id }) => id));
  return new Map(
    kinds.map((kind): [string, Counted] => {
      const whole = countable<CountedRow>(kind, snapshot.rows.get(kind.id) ?? []);
      const typeOf = ({ entry }: CountedRow): string => textOf(entry, typeField.key);
      const byType = apart(whole, (row) => (types.has(typeOf(row)) ? typeOf(row) : NO_TYPE));
      const bySubtype = apart(whole, (row) => {
        const subtype = SUBTYPES.find((one) =>
          isOfSubtype(one, typeOf(row), textOf(row.entry, subtypeField.key)),
        );
        return subtype ? keyOf(subtype) : '';
      });
      return [kind.id, new Map([...byType, ...bySubtype, [WHOLE, whole]])];
    }),
  );
}

function sum(
  { figures, isRate }: TypeColumn,
  kinds: readonly Kind[],
  counted: ReadonlyMap<string, Counted>,
  key: string,
  { period }: SpanFigures,
): number | undefined {
  const values = kinds.flatMap((kind) =>
    (kind.figures ?? [])
      .filter((figure) => figures.includes(figure))
      .map((figure) =>
        figureIn(counted.get(kind.id)?.get(key) ?? countable<CountedRow>(kind, []), figure, period),
      ),
  );
  // Shares can't be added up: the head of a rate is its own.
  return isRate ? values[0] : addUp(values);
}
