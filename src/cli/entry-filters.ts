import { closedOn, openedOn, rowsIn } from '../domain/cases.ts';
import { entryDay, type Entry } from '../domain/entry.ts';
import { town } from '../domain/fields/place.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { refusal } from '../domain/problem.ts';
import { periodOf, type Period, type Quarter } from '../domain/quarter.ts';
import { basisOf, type Roster } from '../domain/roster.ts';
import { foldTyped, type Read } from '../domain/typed-text.ts';
import type { OptionSpec } from './command.ts';
import type { Context } from './context.ts';
import { textOption, type Given } from './given.ts';
import type { OwnedEntry } from './render/entries.ts';

/** The entries of a kind with their owners: those that are there, or the removed ones. */
export function entriesOf(
  kind: Kind,
  ledgers: readonly Ledger[],
  removed = false,
): readonly (OwnedEntry & Pick<Ledger, 'judge'>)[] {
  return ledgers.flatMap(({ judge, entries }) =>
    entries
      .filter((entry) => entry.kind === kind.id && (entry.removed !== undefined) === removed)
      .map((entry) => ({ judge, entry })),
  );
}

/** `--town`, by name or alias. */
export const TOWN_OPTION: OptionSpec = {
  name: 'town',
  value: { zh: '镇', en: 'TOWN' },
  help: { zh: '只列这个镇', en: 'only of this town' },
};

/** `--limit`, how many entries to show at most. */
export const LIMIT_OPTION: OptionSpec = {
  name: 'limit',
  value: { zh: '条数', en: 'N' },
  help: { zh: '最多列这么多条', en: 'at most so many' },
};

/** The town that `--town` names, as the roster calls it, or why it names none; undefined where it was not given. */
export function townWanted(context: Context, roster: Roster, given: Given): Read<string> | undefined {
  const typed = textOption(given, 'town');
  if (typed === undefined) return undefined;
  const read = town().read(typed, { today: context.today, roster, language: context.language });
  return 'problem' in read ? read : { value: String(read.value) };
}

/** How many entries `--limit` allows, or undefined for all. */
export function limitFor(given: Given): number | undefined {
  const typed = textOption(given, 'limit');
  if (typed === undefined) return undefined;
  const folded = foldTyped(typed);
  if (!/^[1-9]\d{0,8}$/.test(folded))
    throw refusal('misuse', { code: 'number-invalid', found: typed }, { field: '--limit' });
  return Number(folded);
}

/** The rows that a quarter's list of the kind shows, those not applied for yet too; removed ones as if they were there. */
export function ofQuarter<Owned extends OwnedEntry>(
  kind: Kind,
  owned: readonly Owned[],
  quarter: Quarter | undefined,
  roster: Roster,
): readonly Owned[] {
  if (quarter === undefined) return owned;
  const period = periodOf(quarter, basisOf(roster));
  const shown = new Set(rowsIn(kind, owned, period));
  return owned.filter((row) => shown.has(row) || isWaitingIn(kind, row.entry, period));
}

/** Whether a case was known in a period and not opened yet: an agreement whose confirmation nobody has applied for (待申请). */
function isWaitingIn(kind: Kind, entry: Entry, period: Period): boolean {
  const known = entryDay(kind, entry);
  if (kind.span.type === 'event' || kind.span.known === undefined || !known || known > period.to)
    return false;
  const [opened, closed] = [openedOn(kind, entry), closedOn(kind, entry)];
  return (opened ?? period.to) >= period.from && (closed ?? period.to) >= period.from;
}
