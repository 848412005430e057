import { asKnownOn, rowsIn } from './cases.ts';
import type { Entry } from './entry.ts';
import type { Kind, Values } from './kinds/kind.ts';
import type { Period } from './quarter.ts';

/** What a period's list says of an entry; undefined where it does not show it. */
export function shownIn(kind: Kind, entry: Entry, period: Period): Values | undefined {
  const known = asKnownOn(kind, entry, period.to);
  if (!known || rowsIn(kind, [{ judge: { id: '' }, entry: known }], period).length === 0) return undefined;
  return known.values;
}
