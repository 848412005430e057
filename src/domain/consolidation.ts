import type { CalendarDate } from './calendar-date.ts';
import { canonicalJson } from './canonical-json.ts';
import { asKnownOn, openedOn, rowsIn, uncounted } from './cases.ts';
import { entryDay, textOf, type Entry } from './entry.ts';
import type { Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { error, warning, type Finding } from './problem.ts';
import { periodOf, periodOver, quartersOf, type Period, type Quarter } from './quarter.ts';
import { quotaRows, type QuotaRow } from './quota.ts';
import { basisOf, liaisonsIn, owesLedger, townNamed, type Roster } from './roster.ts';

/** Where a judge's entries of the quarter come from; `missing` is 未报, never 0. */
export interface Source {
  readonly judge: { readonly id: string; readonly name: string };
  readonly source: 'submission' | 'ledger' | 'missing';
  readonly file?: string;
  /** What is known of the judge; of one that is missing, what was handed in for earlier quarters. */
  readonly ledger?: Ledger;
}

/** A ledger that could be read, and its file. */
export interface ReadLedger {
  readonly file: string;
  readonly ledger: Ledger;
  /** Where the quarters that are asked for come from; a live ledger unless said. */
  readonly source?: Source['source'];
}

/** One row of the official ledgers: an entry and whose it is. */
export interface ConsolidatedRow {
  readonly judge: { readonly id: string; readonly name: string };
  /** The entry as it could be known on the as-of day. */
  readonly entry: Entry;
  /** The town as the roster names it; undefined is 名册外. */
  readonly town?: string;
  /** False where the same event counts elsewhere (不计数): what a department told of one hearing to a second judge. */
  readonly counted: boolean;
}

/** All entries that could be known on a day, by kind: what every figure and sheet of a period is made from. */
export interface Snapshot {
  readonly asOf: CalendarDate;
  readonly rows: ReadonlyMap<string, readonly ConsolidatedRow[]>;
}

/** The visits of one quarter against the quota. */
export interface QuarterQuota {
  readonly quarter: Quarter;
  readonly rows: readonly QuotaRow[];
}

/** All that the office's workbooks of a quarter, or of a year, are made of. */
export interface Consolidation {
  /** The quarter; of a year, the last one that has begun. */
  readonly quarter: Quarter;
  /** Set where this is over a calendar year of four quarters. */
  readonly year?: number;
  /** The quarters it is over, those that have begun by the as-of day. */
  readonly quarters: readonly Quarter[];
  readonly period: Period;
  readonly asOf: CalendarDate;
  readonly sources: readonly Source[];
  /** The rows of each kind's sheet, by the kind's id, in the order of the sheet. */
  readonly rows: ReadonlyMap<string, readonly ConsolidatedRow[]>;
  /** Everything known by the as-of day, whatever its quarter. */
  readonly snapshot: Snapshot;
  /** The quota of `quarter`. */
  readonly quota: readonly QuotaRow[];
  /** The quotas of all `quarters`. */
  readonly quotas: readonly QuarterQuota[];
  /** What the merging itself noticed: a town off the roster, a judge who handed in nothing. */
  readonly findings: readonly Finding[];
}

/** What is merged, and as of which day. */
export interface Merging {
  readonly asOf: CalendarDate;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly ledgers: readonly ReadLedger[];
}

/** What is merged into which quarter. */
export interface ConsolidationQuestion extends Merging {
  readonly quarter: Quarter;
}

/**
 * Merges the judges' ledgers into one quarter. The result is a function of the set of ledgers, never of their order: rows
 * stand by the roster's towns (名册外 last), then by day, judge and id.
 */
export function consolidate({ quarter, ...merging }: ConsolidationQuestion): Consolidation {
  return merge(merging, [quarter], periodOf(quarter, basisOf(merging.roster)));
}

/** The same over a calendar year of four quarters. */
export function consolidateYear({ year, ...merging }: Merging & { readonly year: number }): Consolidation {
  const basis = basisOf(merging.roster);
  const quarters = quartersOf(year);
  const begun = quarters.filter(
    (quarter, index) => index === 0 || periodOf(quarter, basis).from <= merging.asOf,
  );
  return { ...merge(merging, begun, periodOver(quarters, basis)), year };
}

function merge(merging: Merging, quarters: readonly Quarter[], period: Period): Consolidation {
  const { asOf, roster, kinds, ledgers } = merging;
  const upTo = asOf < period.to ? { from: period.from, to: asOf } : period;
  const sources = sourcesOf(roster, upTo, ledgers);
  const read = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const snapshot = snapshotOf({ ledgers: read, kinds, roster, asOf: upTo.to });
  const quotas = quarters.map((quarter) => {
    const { to } = periodOf(quarter, basisOf(roster));
    return {
      quarter,
      rows: quotaRows({ quarter, asOf: upTo.to < to ? upTo.to : to, roster, ledgers: read }),
    };
  });
  const last = quotas.at(-1);
  if (!last) throw new RangeError('no quarter has begun');
  const rows = new Map(
    kinds.map((kind) => [
      kind.id,
      inOrder(kind, rowsIn(kind, snapshot.rows.get(kind.id) ?? [], upTo), roster),
    ]),
  );
  return {
    quarter: last.quarter,
    quarters,
    period,
    asOf,
    sources,
    rows,
    snapshot,
    quota: last.rows,
    quotas,
    findings: [
      ...missingFindings(sources.filter(({ judge }) => owesLedger(roster, judge.id, upTo))),
      ...offRosterFindings([...rows.values()].flat()),
      ...kinds.flatMap((kind) => countedOnceFindings(kind, rows.get(kind.id) ?? [])),
      ...copiedFindings([...rows.values()].flat()),
      ...carriedFindings(sources, roster, upTo, rows),
    ],
  };
}

/** The entries of some ledgers that could be known on a day (截至日), each with its town and whether it counts. */
export function snapshotOf(question: {
  readonly ledgers: readonly Ledger[];
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly asOf: CalendarDate;
}): Snapshot {
  const { ledgers, kinds, roster, asOf } = question;
  const rows = kinds.map((kind): [string, readonly ConsolidatedRow[]] => {
    const known = ledgers.flatMap(({ judge, entries }) =>
      entries.flatMap((entry): ConsolidatedRow[] => {
        const seen = entry.kind === kind.id ? asKnownOn(kind, entry, asOf) : undefined;
        if (!seen) return [];
        const town = townNamed(roster, textOf(seen, 'town'));
        return [{ judge, entry: seen, counted: true, ...(town ? { town: town.name } : {}) }];
      }),
    );
    // The same whatever order the files were read in.
    known.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const twice = uncounted(kind, known);
    const copies = copiesAmong(known);
    return [
      kind.id,
      known.map((row) =>
        twice.has(row) || copies.get(row)?.isEqual === true ? { ...row, counted: false } : row,
      ),
    ];
  });
  return { asOf, rows: new Map(rows) };
}

function sourcesOf(roster: Roster, period: Period, ledgers: readonly ReadLedger[]): readonly Source[] {
  const owing = liaisonsIn(roster, period).filter(
    ({ id }) => !ledgers.some(({ ledger }) => ledger.judge.id === id),
  );
  const missing: Source[] = owing.map(({ id, name }) => ({ judge: { id, name }, source: 'missing' }));
  const found: Source[] = ledgers.map(({ file, ledger, source = 'ledger' }) => ({
    judge: ledger.judge,
    source,
    file,
    ledger,
  }));
  return [...missing, ...found].sort((one, other) => (one.judge.id < other.judge.id ? -1 : 1));
}

/** The rows of a sheet in its order. */
function inOrder(kind: Kind, rows: readonly ConsolidatedRow[], roster: Roster): readonly ConsolidatedRow[] {
  const order = new Map(roster.towns.map((town, index) => [town.name, index]));
  return rows
    .map((row) => ({ row, key: sortKey(kind, row, order) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }) => row);
}

/** Town order, then day, judge and id; entries off the roster stand last, by the name of their town. */
function sortKey(
  kind: Kind,
  { judge, entry, town }: ConsolidatedRow,
  order: ReadonlyMap<string, number>,
): string {
  const place =
    town === undefined ? `9999 ${textOf(entry, 'town')}` : String(order.get(town)).padStart(4, '0');
  const day = openedOn(kind, entry) ?? entryDay(kind, entry) ?? '';
  return [place, day, judge.id, entry.id].join('\n');
}

function missingFindings(sources: readonly Source[]): readonly Finding[] {
  return sources
    .filter(({ source }) => source === 'missing')
    .map(({ judge }) =>
      warning({ code: 'ledger-missing', judge: judge.id, name: judge.name }, { judge: judge.id }),
    );
}

function keyOf({ judge, entry }: ConsolidatedRow): string {
  return `${judge.id}\n${entry.id}`;
}

/** Rows whose id another judge's row of the same kind has, too; the first judge's is the one. */
function copiesAmong(
  rows: readonly ConsolidatedRow[],
): ReadonlyMap<ConsolidatedRow, { readonly of: ConsolidatedRow; readonly isEqual: boolean }> {
  const firsts = new Map<string, ConsolidatedRow>();
  const copies = new Map<ConsolidatedRow, { of: ConsolidatedRow; isEqual: boolean }>();
  for (const row of rows) {
    const { id, values } = row.entry;
    const first = firsts.get(id);
    if (!first) firsts.set(id, row);
    else copies.set(row, { of: first, isEqual: canonicalJson(values) === canonicalJson(first.entry.values) });
  }
  return copies;
}

/** A copied ledger is shown and counted once; ids that only happen to be equal count twice, and somebody looks at them. */
function copiedFindings(rows: readonly ConsolidatedRow[]): readonly Finding[] {
  const byJudge = rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const groups = new Map<string, { of: string; isEqual: boolean; rows: ConsolidatedRow[] }>();
  for (const [row, { of, isEqual }] of copiesAmong(byJudge)) {
    const key = [row.judge.id, of.judge.id, isEqual].join('\n');
    const group = groups.get(key) ?? { of: of.judge.id, isEqual, rows: [] };
    groups.set(key, { ...group, rows: [...group.rows, row] });
  }
  return [...groups.values()].flatMap(({ of, isEqual, rows: [first, ...others] }) => {
    if (!first) return [];
    const where = { judge: first.judge.id, entry: first.entry.id };
    const entries = others.length + 1;
    return isEqual
      ? [error({ code: 'entry-copied', of, entries }, where)]
      : [warning({ code: 'entry-id-shared', of, entries }, where)];
  });
}

/** Cases that only an earlier submission tells of: of who has left they are to be handed over, of who owes they are no news. */
function carriedFindings(
  sources: readonly Source[],
  roster: Roster,
  period: Period,
  rows: Consolidation['rows'],
): readonly Finding[] {
  return sources.flatMap(({ judge, source, ledger }) => {
    const isLeft = ledger?.missingIn !== undefined && !owesLedger(roster, judge.id, period);
    if (source !== 'missing' && !isLeft) return [];
    const cases = [...rows.values()].flat().filter((row) => row.judge.id === judge.id).length;
    if (cases === 0) return [];
    return [warning({ code: 'cases-carried', name: judge.name, cases, isLeft }, { judge: judge.id })];
  });
}

function offRosterFindings(rows: readonly ConsolidatedRow[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { town, entry } of rows) {
    if (town === undefined) counts.set(textOf(entry, 'town'), (counts.get(textOf(entry, 'town')) ?? 0) + 1);
  }
  return [...counts].map(([town, entries]) => warning({ code: 'town-off-roster', town, entries }));
}

/** Both rows are shown, and one of them says that it does not count. */
function countedOnceFindings(kind: Kind, rows: readonly ConsolidatedRow[]): readonly Finding[] {
  const { span } = kind;
  if (span.type === 'event' || span.sharedBy === undefined) return [];
  const { sharedBy } = span;
  return [...uncounted(kind, rows)].map(([{ judge, entry }, other]) =>
    warning(
      {
        code: 'hearing-counted-once',
        number: textOf(entry, sharedBy),
        day: entryDay(kind, entry) ?? '',
        of: other.judge.id,
      },
      { judge: judge.id, entry: entry.id },
    ),
  );
}
