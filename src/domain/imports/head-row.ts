import { dayKeys, type Field, type Kind } from '../kinds/kind.ts';
import { meaningOf, type Known, type LearntHeads, type Meaning } from './columns.ts';
import { unitOfHead, type AmountUnit } from './amount-unit.ts';
import type { GridCell, GridRow } from './grid-row.ts';
import { textIn } from './value-text.ts';

/** A column below a head row. */
export interface HeadColumn {
  readonly column: number;
  /** What the head says; of two levels both, the upper first. */
  readonly head: string;
  /** Undefined where nobody knows what the head means. */
  readonly meaning: Meaning | undefined;
  /** What the head says that its amounts count. */
  readonly unit: AmountUnit | undefined;
}

/** The row that says what the columns below it are, in a ledger of one kind. */
export interface Head {
  readonly kind: Kind;
  /** The first and last row of it: two where heads stand on two levels. */
  readonly top: number;
  readonly row: number;
  readonly columns: readonly HeadColumn[];
  /** The fields that several columns claim with equal right, by those columns. */
  readonly claimed: readonly { readonly field: Field; readonly columns: readonly number[] }[];
}

/** The longest text of a head, in UTF-16 units: what is longer is the content of a row. */
const LONGEST_HEAD = 40;

/** Reads a row as the heads of a kind; the row above it says the upper level. Knows nothing of whether it is a head row at all. */
export function readHead(
  kind: Kind,
  row: GridRow,
  above: GridRow | undefined,
  learnt: LearntHeads,
): Head | undefined {
  const cells = headCells(row);
  // One area over all of them is a title, and no upper level.
  const areas = new Set(cells.map(({ column }) => above?.at(column)?.left));
  const level = areas.size > 1 ? above : undefined;
  const upper = new Map(cells.map((cell) => [cell.column, upperText(cell, level)]));
  const claims = cells.map((cell) => claimOf(kind, cell, upper.get(cell.column) ?? '', cells, learnt));
  const settled = settle(claims);
  const usesUpper = claims.some(({ joined }) => joined);
  const top = Math.min(...cells.map((cell) => cell.top), usesUpper && above ? above.number : row.number);
  return cells.length === 0 ? undefined : { kind, top, row: row.number, ...settled };
}

/** How many fields of the kind the head names. */
export function fieldsIn({ columns }: Head): number {
  return columns.filter(({ meaning }) => meaning?.type === 'field').length;
}

/** Whether the head has a column for the day that entries of its kind are known by. */
export function hasOpeningDay(head: Head): boolean {
  const keys = dayKeys(head.kind);
  return head.columns.some(({ meaning }) => meaning?.type === 'field' && keys.includes(meaning.field.key));
}

/**
 * Whether the head names more than half of what its kind can't be without: days, names and telephone numbers alone may be a
 * list of anything. The town, which a title may tell, is not asked for.
 */
export function hasMostRequired(head: Head): boolean {
  const required = head.kind.fields.filter(
    (field) => field.required === true && field.type.offer.type !== 'town',
  );
  const there = required.filter((field) =>
    head.columns.some(({ meaning }) => meaning?.type === 'field' && meaning.field === field),
  );
  return there.length * 2 > required.length;
}

/** The cells that can be heads: short texts, an area of several columns once. */
export function headCells(row: GridRow): readonly GridCell[] {
  return row.seen().filter(({ value }) => {
    const text = value.type === 'text' ? value.text.trim() : '';
    return text !== '' && text.length <= LONGEST_HEAD;
  });
}

/** What stands above a head on the upper level. */
function upperText(cell: GridCell, above: GridRow | undefined): string {
  const over = above?.at(cell.column);
  if (!over || cell.top < (above?.number ?? 0) || cell.top <= over.top) return '';
  const text = over.value.type === 'text' ? over.value.text.trim() : '';
  // What stands in brackets alone, such as the quarter, is no level.
  return text.length <= LONGEST_HEAD && !/^[（(【〔[].*[）)】〕\]]$/su.test(text) ? text : '';
}

interface Claim {
  readonly column: number;
  readonly head: string;
  readonly known: Known | undefined;
  readonly joined: boolean;
  readonly unit: AmountUnit | undefined;
}

/** What one head means: with its upper level where that makes a known head, else alone where no other column is called so. */
function claimOf(
  kind: Kind,
  cell: GridCell,
  upper: string,
  cells: readonly GridCell[],
  learnt: LearntHeads,
): Claim {
  const own = textIn(cell.value).trim();
  const both = upper === '' ? undefined : meaningOf(kind, upper + own, learnt);
  const isTwice = cells.filter(({ value }) => textIn(value).trim() === own).length > 1;
  // 次数 under 走访 and under 座谈: alone it tells nothing.
  const alone = upper !== '' && isTwice ? undefined : meaningOf(kind, own, learnt);
  const joined = both !== undefined || (upper !== '' && isTwice);
  const head = joined ? `${upper}${own}` : own;
  const known = both ?? alone;
  return { column: cell.column, head, known, joined, unit: unitOfHead(`${upper}${own}`) };
}

/** A field goes to the column with the best right: a head that the tool itself writes wins over what clerks may call it. */
function settle(claims: readonly Claim[]): Pick<Head, 'columns' | 'claimed'> {
  const rivals = new Map<Field | 'judge' | 'id', readonly Claim[]>();
  for (const claim of claims) {
    const target = targetOf(claim);
    if (target === undefined) continue;
    const best = [...(rivals.get(target) ?? []), claim];
    const rank = Math.min(...best.map(rankOf));
    rivals.set(
      target,
      best.filter((one) => rankOf(one) === rank),
    );
  }
  const winning = new Set([...rivals.values()].flat());
  return {
    columns: claims.map((claim) => ({
      column: claim.column,
      head: claim.head,
      meaning: targetOf(claim) === undefined || winning.has(claim) ? claim.known?.meaning : undefined,
      unit: claim.unit,
    })),
    claimed: [...rivals].flatMap(([field, winners]) =>
      typeof field === 'string' || winners.length === 1
        ? []
        : [{ field, columns: winners.map(({ column }) => column) }],
    ),
  };
}

/** What only one column can be. */
function targetOf({ known }: Claim): Field | 'judge' | 'id' | undefined {
  const meaning = known?.meaning;
  if (meaning?.type === 'field') return meaning.field;
  return meaning?.type === 'judge' || meaning?.type === 'id' ? meaning.type : undefined;
}

function rankOf({ known }: Claim): number {
  return known?.rank ?? 0;
}
