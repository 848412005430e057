import type { Entry } from './entry.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import { changesBetween, type Ledger } from './ledger.ts';

/** The ids of entries by what becomes of them where one version of a ledger takes the place of another. */
export interface LedgerDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What differs between two versions of a ledger; the first may be none at all. An entry that is marked as removed is one that is there. */
export function differencesBetween(
  from: Ledger | undefined,
  to: Ledger,
  kinds: readonly Kind[],
): LedgerDifferences {
  const before = new Map(from?.entries.map((entry) => [entry.id, entry]));
  const after = new Map(to.entries.map((entry) => [entry.id, entry]));
  const differs = (entry: Entry): boolean => {
    const old = before.get(entry.id);
    return old !== undefined && !isSame(old, entry, kinds);
  };
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: to.entries.filter(differs).map(({ id }) => id),
  };
}

/** Whether nothing differs. */
export function isUnchanged({ added, removed, changed }: LedgerDifferences): boolean {
  return added.length + removed.length + changed.length === 0;
}

/** The history counts too: an entry that was changed and changed back is not the same entry. */
function isSame(one: Entry, other: Entry, kinds: readonly Kind[]): boolean {
  return (
    one.kind === other.kind &&
    one.rev === other.rev &&
    changesBetween(kindOf(kinds, one.kind), one.values, other.values).length === 0 &&
    JSON.stringify([one.removed ?? null, one.history ?? null]) ===
      JSON.stringify([other.removed ?? null, other.history ?? null])
  );
}
