import type { Problem } from '../problem.ts';
import type { GridRow } from './grid-row.ts';
import { isMadeId } from './row-kind.ts';
import { namesOwner, type RowOwner } from './row-owner.ts';
import { ID_KEY, JUDGE_KEY, type SectionColumns } from './section-columns.ts';

/** What telling whose a row is, and which entry, needs to know. */
export interface IdentityContext {
  readonly owner: RowOwner;
  /** The ids that the ledger has: only by these is one known that was made by hand. */
  readonly entryIds: ReadonlySet<string>;
}

/** Which entry a row is, if it says so, and what is wrong with that; `key` is the column. */
export interface Identity {
  readonly id?: string;
  readonly problems: readonly { readonly problem: Problem; readonly key: string; readonly value: string }[];
}

/** Who the row's judge is, and which entry it is, where the sheet has columns for that. */
export function readIdentity(
  columns: SectionColumns,
  row: GridRow,
  { owner, entryIds }: IdentityContext,
): Identity {
  const { kind } = columns.head;
  const [judge, id] = [columns.textIn(row, JUDGE_KEY), columns.textIn(row, ID_KEY)];
  const problems: { problem: Problem; key: string; value: string }[] = [];
  if (judge !== '' && !namesOwner(judge, owner))
    problems.push({
      problem: { code: 'row-of-another', judge: judge.slice(0, 20), owner: owner.name, rows: [row.number] },
      key: JUDGE_KEY,
      value: judge,
    });
  // 3, 第3号 and zf003 are counts of somebody's own sheet; one that is only written otherwise than the tool does is a slip.
  const isKnown = isMadeId(id, kind) || entryIds.has(id);
  if (!isKnown && id.toLowerCase().startsWith(`${kind.id}-`))
    problems.push({ problem: { code: 'entry-id-invalid', id: id.slice(0, 64) }, key: ID_KEY, value: id });
  return { ...(isKnown ? { id } : {}), problems };
}
