import type { Field } from '../kinds/kind.ts';
import type { ReadValue } from '../read-table.ts';
import { unitOfBoth, type AmountUnit } from './amount-unit.ts';
import type { GridRow } from './grid-row.ts';
import type { Head, HeadColumn } from './head-row.ts';
import { textIn } from './value-text.ts';

/** The key under which a row knows the cell of its judge. */
export const JUDGE_KEY = 'ledgerJudge';

/** The key under which a row knows the cell of its id. */
export const ID_KEY = 'id';

/** What the columns below a head hold: found out once, and asked of every row. */
export class SectionColumns {
  readonly head: Head;
  /** The fields that hold the town and the village of the kind. */
  readonly town: Field | undefined;
  readonly village: Field | undefined;
  /** The columns by what they hold: the key of a field, the judge's or the id's. */
  readonly byKey: ReadonlyMap<string, number>;
  readonly #columns: ReadonlyMap<string, HeadColumn>;

  readonly #unit: AmountUnit | undefined;

  /** `unit`: what the notes around the table say that amounts count. */
  constructor(head: Head, unit?: AmountUnit) {
    this.#unit = unit;
    this.head = head;
    const { fields } = head.kind;
    this.town = fields.find(({ type }) => type.offer.type === 'town');
    this.village = fields.find(({ type }) => type.offer.type === 'village');
    const columns = new Map<string, HeadColumn>();
    for (const column of head.columns) {
      const key = keyOf(column);
      if (key !== undefined && !columns.has(key)) columns.set(key, column);
    }
    this.#columns = columns;
    this.byKey = new Map([...columns].map(([key, { column }]) => [key, column]));
  }

  /** The keys of the fields that have a column. */
  get keys(): readonly string[] {
    return [...this.#columns.keys()].filter((key) => key !== JUDGE_KEY && key !== ID_KEY);
  }

  /** What plain numbers in the column of a field of amounts count. */
  unitOf({ key, type }: Field): AmountUnit {
    return type.expects === 'amount' ? unitOfBoth(this.#columns.get(key)?.unit, this.#unit) : 'yuan';
  }

  /** What a row holds in the column of a field. */
  valueIn(row: GridRow, field: Field | undefined): ReadValue | undefined {
    const column = field && this.byKey.get(field.key);
    return column === undefined ? undefined : row.valueAt(column);
  }

  /** What a row says of its judge or its id; empty where it says nothing. */
  textIn(row: GridRow, key: typeof JUDGE_KEY | typeof ID_KEY): string {
    const column = this.byKey.get(key);
    const value = column === undefined ? undefined : row.valueAt(column);
    return value ? textIn(value).trim() : '';
  }
}

function keyOf({ meaning }: HeadColumn): string | undefined {
  if (meaning?.type === 'field') return meaning.field.key;
  if (meaning?.type === 'judge') return JUDGE_KEY;
  return meaning?.type === 'id' ? ID_KEY : undefined;
}
