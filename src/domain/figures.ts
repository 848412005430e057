import { fenOf } from './amount.ts';
import { casesOf, type Case, type Row } from './cases.ts';
import { entryDay } from './entry.ts';
import type { Figure, Standing } from './kinds/figure.ts';
import type { Kind, Values } from './kinds/kind.ts';
import { contains, type Period } from './quarter.ts';

/** A row that may count, or is only shown beside another that counts for it. */
export interface CountedRow extends Row {
  readonly counted: boolean;
}

/** What the figures of one kind are counted from. */
export interface Countable<Of extends CountedRow> {
  readonly kind: Kind;
  readonly rows: readonly Of[];
  readonly cases: readonly Case<Of>[];
}

/** The rows of a kind, with their cases put together once for all its figures. */
export function countable<Of extends CountedRow>(kind: Kind, rows: readonly Of[]): Countable<Of> {
  return { kind, rows, cases: casesOf(kind, rows) };
}

/** The figure's name among those of all kinds: `disputeCarried`. */
export function figureId(kind: Kind, { key }: Figure): string {
  return `${kind.id}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** What is counted, apart by town or type, say: a case goes where the entry that opened it does. */
export function apart<Of extends CountedRow, Key>(
  { kind, rows, cases }: Countable<Of>,
  keyOf: (row: Of) => Key,
): ReadonlyMap<Key, Countable<Of>> {
  const found = new Map<Key, { kind: Kind; rows: Of[]; cases: Case<Of>[] }>();
  const at = (row: Of): { rows: Of[]; cases: Case<Of>[] } => {
    const key = keyOf(row);
    const there = found.get(key) ?? { kind, rows: [], cases: [] };
    found.set(key, there);
    return there;
  };
  for (const row of rows) at(row).rows.push(row);
  for (const one of cases) at(one.first).cases.push(one);
  return found;
}

/**
 * A figure over a period, of the cases and entries for which `among` holds: those of a town, say, or of a type. A rate
 * is a number from 0 to 1, undefined where no case was closed; all else is a number of things, people or yuan.
 */
export function figureIn<Of extends CountedRow>(
  { kind, rows, cases }: Countable<Of>,
  { measure }: Figure,
  period: Period,
  among: (row: Of) => boolean = () => true,
): number | undefined {
  const ours = cases.filter(({ first }) => among(first));
  switch (measure.of) {
    case 'rate': {
      const closed = ours.filter(isClosedIn(period)).map(({ last }) => last.entry.values);
      return closed.length === 0 ? undefined : closed.filter(measure.where).length / closed.length;
    }
    case 'entries': {
      const counted = rows.filter((row) => {
        const day = entryDay(kind, row.entry);
        return row.counted && day && contains(period, day) && among(row);
      });
      const values = counted.filter(({ entry }) => measure.where?.(entry.values) !== false);
      if (measure.sum !== undefined)
        return total(
          values.map(({ entry }) => entry.values),
          measure.sum,
        );
      const { distinct } = measure;
      if (!distinct) return values.length;
      return new Set(values.map(({ entry }) => `${entryDay(kind, entry) ?? ''}\n${distinct(entry.values)}`))
        .size;
    }
    default: {
      const isCounted = COUNTED[measure.of](period);
      const row = measure.of === 'closed' ? 'last' : 'first';
      const values = ours
        .filter(isCounted)
        .map((one) => one[row].entry.values)
        .filter((one) => measure.where?.(one) !== false);
      return measure.sum === undefined ? values.length : total(values, measure.sum);
    }
  }
}

/** The sum of figures, exact to the fen; what is not there adds nothing. */
export function addUp(figures: readonly (number | undefined)[]): number {
  return figures.reduce<number>((sum, one) => sum + Math.round((one ?? 0) * 100), 0) / 100;
}

const isClosedIn =
  (period: Period) =>
  ({ closed }: Case<Row>): boolean =>
    closed !== undefined && contains(period, closed);

/** 旧存, 新收, 办结, 未结: the four in which a case can stand in a period. */
const COUNTED: Readonly<Record<Standing, (period: Period) => (one: Case<Row>) => boolean>> = {
  carried:
    ({ from }) =>
    ({ opened, closed }) =>
      opened < from && (closed === undefined || closed >= from),
  opened:
    (period) =>
    ({ opened }) =>
      contains(period, opened),
  closed: isClosedIn,
  open:
    ({ to }) =>
    ({ opened, closed }) =>
      opened <= to && (closed === undefined || closed > to),
};

/** Adds up whole numbers, or amounts of yuan without loss. */
function total(values: readonly Values[], key: string): number {
  const fen = values.reduce((sum, one) => {
    const value = one[key];
    if (typeof value === 'number') return sum + value * 100;
    return typeof value === 'string' ? sum + fenOf(value) : sum;
  }, 0);
  return fen / 100;
}
