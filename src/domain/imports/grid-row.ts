import type { ReadCell, ReadMerge, ReadRow, ReadValue } from '../read-table.ts';
import { textIn } from './value-text.ts';

/** A cell as it is seen: in a merged area the value of its first cell, unless the covered cell itself holds another. */
export interface GridCell {
  readonly column: number;
  readonly value: ReadValue;
  /** The first row and column of the area it is shown in; its own unless merged. */
  readonly top: number;
  readonly left: number;
  /** Whether the value stands in this very cell. */
  readonly own: boolean;
}

/** A merged area that lies on a row, with the value that is shown in it, if any. */
export interface Cover extends ReadMerge {
  readonly value: ReadValue | undefined;
}

/** A row with everything that is seen in it. It keeps no cells of its own: a sheet may have millions. */
export class GridRow {
  readonly number: number;
  readonly hidden: boolean;
  /** The cells whose value stands in this very row, from the left, without those that say nothing beside what is merged over them. */
  readonly own: readonly ReadCell[];
  readonly #covers: readonly Cover[];

  /** `covers`: the areas on the row, none over another, from the left. */
  constructor({ number, hidden, cells }: ReadRow, covers: readonly Cover[]) {
    this.number = number;
    this.hidden = hidden;
    this.#covers = covers;
    this.own = covers.length === 0 ? cells : cells.filter((cell) => this.#isSaid(cell));
  }

  /** The value that is seen in a column. */
  valueAt(column: number): ReadValue | undefined {
    return this.#ownAt(column)?.value ?? this.#coverAt(column)?.value;
  }

  /** The cell that is seen in a column. */
  at(column: number): GridCell | undefined {
    const own = this.#ownAt(column);
    if (own) return this.#seen(own);
    const cover = this.#coverAt(column);
    if (!cover?.value) return undefined;
    return { column, value: cover.value, top: cover.top, left: cover.left, own: false };
  }

  /** What is seen, from the left, of a merged area only its first cell. */
  seen(): readonly GridCell[] {
    const own = this.own.map((cell) => this.#seen(cell));
    const covering = this.#covers.flatMap(({ left }) => {
      const cell = this.at(left);
      return cell?.own === false ? [cell] : [];
    });
    return covering.length === 0
      ? own
      : [...own, ...covering].sort((one, other) => one.column - other.column);
  }

  /** The cells that hold a value of their own under a merged area, where nobody sees it. */
  get buried(): readonly ReadCell[] {
    if (this.#covers.length === 0) return [];
    return this.own.filter(({ column }) => {
      const cover = this.#coverAt(column);
      return cover !== undefined && !this.#isFirst(cover, column);
    });
  }

  /** Whether the row stands within areas that begin above it. */
  get isWithin(): boolean {
    return this.#covers.some(({ top, value }) => value !== undefined && top < this.number);
  }

  #isSaid({ column, value }: ReadCell): boolean {
    const cover = this.#coverAt(column);
    return !cover?.value || this.#isFirst(cover, column) || !saysNothing(value, cover.value);
  }

  #isFirst({ top, left }: Cover, column: number): boolean {
    return top === this.number && left === column;
  }

  #seen({ column, value }: ReadCell): GridCell {
    return { column, value, top: this.number, left: column, own: true };
  }

  #ownAt(column: number): ReadCell | undefined {
    // Of most rows the cells stand side by side.
    const near = this.own[column - (this.own[0]?.column ?? 0)];
    if (near?.column === column) return near;
    const last = lastUpTo(this.own, column, startOfCell);
    return last?.column === column ? last : undefined;
  }

  #coverAt(column: number): Cover | undefined {
    const cover = lastUpTo(this.#covers, column, startOfCover);
    return cover && cover.right >= column ? cover : undefined;
  }
}

const startOfCell = ({ column }: ReadCell): number => column;
const startOfCover = ({ left }: Cover): number => left;

/** The last of the items, which are in order, that begins at the column or before it. */
function lastUpTo<Item>(
  items: readonly Item[],
  column: number,
  startOf: (item: Item) => number,
): Item | undefined {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= column) from = middle + 1;
    else to = middle;
  }
  return items[from - 1];
}

/** Whether a covered value says nothing beside the one that is shown. */
function saysNothing(covered: ReadValue, shown: ReadValue): boolean {
  if (covered.type === 'unreckoned') return false;
  const text = textIn(covered).trim();
  return text === '' || text === textIn(shown).trim();
}
