import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { isQuarter, periodOf, type Quarter } from './quarter.ts';
import { basisOf, type Roster } from './roster.ts';
import { attemptsOf } from './submission.ts';
import { shownIn } from './submitted.ts';

/** 补报: what was entered or changed in a quarter since it was handed in last. */
export interface Supplement {
  readonly quarter: Quarter;
  /** How many entries tell something else of the quarter by now. */
  readonly entries: number;
}

/** The quarters that were handed in and of which the ledger tells something else by now, rising. */
export function supplementsOf(ledger: Ledger, kinds: readonly Kind[], roster: Roster): readonly Supplement[] {
  const quarters = [...new Set(ledger.submissions.map(({ quarter }) => quarter))].filter(isQuarter).sort();
  return quarters.flatMap((quarter) => {
    const at = attemptsOf(ledger, quarter).at(-1)?.at;
    if (at === undefined) return [];
    const since = Date.parse(at);
    const period = periodOf(quarter, basisOf(roster));
    const shown = (entry: Entry | undefined): string =>
      canonicalJson(entry === undefined ? {} : (shownIn(kindOf(kinds, entry.kind), entry, period) ?? {}));
    const entries = ledger.entries.filter(
      (entry) => Date.parse(entry.updatedAt ?? '') > since && shown(entry) !== shown(before(entry, since)),
    ).length;
    return entries === 0 ? [] : [{ quarter, entries }];
  });
}

/** The entry as it was at an instant, by its history; undefined where there was none yet. */
function before(entry: Entry, since: number): Entry | undefined {
  const values: Record<string, FieldValue> = { ...entry.values };
  let removed = entry.removed;
  for (const { at, op, changes } of (entry.history ?? []).toReversed()) {
    if (Date.parse(at) <= since) break;
    if (op === 'add') return undefined;
    if (op === 'restore') removed = { at, reason: '' };
    else if (op === 'remove') removed = undefined;
    for (const { field, from } of changes ?? []) {
      if (from === null) Reflect.deleteProperty(values, field);
      else values[field] = from;
    }
  }
  return { ...entry, values, removed };
}
