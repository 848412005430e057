import type { Entry } from '../entry.ts';
import { error, warning, type Finding } from '../problem.ts';
import type { LedgerFacts } from './facts.ts';

/** An entry whose id another judge's ledger has too. */
interface Shared {
  readonly id: string;
  readonly of: string;
  readonly isSame: boolean;
}

/**
 * Entries whose id stands in the ledgers of two judges: an entry is known by judge and id, so both count, which is wrong
 * where one ledger began as a copy of the other. Told at the later of the two ledgers, once for all entries they share.
 */
export function checkCopies(ledgers: readonly LedgerFacts[]): readonly Finding[] {
  const first = new Map<string, { readonly judge: string; readonly entry: Entry }>();
  return ledgers.flatMap(({ file, ledger }) => {
    const judge = ledger.judge.id;
    const shared: Shared[] = [];
    for (const entry of ledger.entries.filter(({ removed }) => !removed)) {
      const met = first.get(entry.id);
      if (met) shared.push({ id: entry.id, of: met.judge, isSame: isSame(met.entry, entry) });
      else first.set(entry.id, { judge, entry });
    }
    const others = [...new Set(shared.map(({ of }) => of))];
    return others.flatMap((of) =>
      [true, false].flatMap((copied) => told({ file, judge }, of, copied, shared)),
    );
  });
}

function told(
  where: { readonly file: string; readonly judge: string },
  of: string,
  copied: boolean,
  shared: readonly Shared[],
): readonly Finding[] {
  const [one, ...others] = shared.filter((entry) => entry.of === of && entry.isSame === copied);
  if (!one) return [];
  const at = { ...where, entry: one.id };
  const entries = others.length + 1;
  return [
    copied
      ? error({ code: 'entry-copied', of, entries }, at)
      : warning({ code: 'entry-id-shared', of, entries }, at),
  ];
}

/** Equal in kind and in every value, whatever their histories are. */
function isSame(one: Entry, other: Entry): boolean {
  const content = ({ kind, values }: Entry): string =>
    JSON.stringify([kind, Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1))]);
  return content(one) === content(other);
}
