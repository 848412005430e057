import type { CalendarDate } from './calendar-date.ts';
import { dayOf, entryDay, textOf, type Entry } from './entry.ts';
import type { Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { warning, type Finding } from './problem.ts';
import { contains, periodOf, type Period, type Quarter } from './quarter.ts';
import { quotaRows, type QuotaRow } from './quota.ts';
import { basisOf, liaisonsIn, townNamed, type Roster } from './roster.ts';

/** Where a judge's entries of the quarter come from; `missing` is 未报, never 0. */
export interface Source {
  readonly judge: { readonly id: string; readonly name: string };
  readonly source: 'ledger' | 'missing';
  readonly file?: string;
  readonly ledger?: Ledger;
}

/** A ledger that could be read, and its file. */
export interface ReadLedger {
  readonly file: string;
  readonly ledger: Ledger;
}

/** One row of the official ledgers: an entry and whose it is. */
export interface ConsolidatedRow {
  readonly judge: { readonly id: string; readonly name: string };
  readonly entry: Entry;
  /** The town as the roster names it; undefined is 名册外. */
  readonly town?: string;
}

/** All that the office's workbooks of a quarter are made of. */
export interface Consolidation {
  readonly quarter: Quarter;
  readonly period: Period;
  readonly asOf: CalendarDate;
  readonly sources: readonly Source[];
  /** The rows of each kind's sheet, by the kind's id, in the order of the sheet. */
  readonly rows: ReadonlyMap<string, readonly ConsolidatedRow[]>;
  readonly quota: readonly QuotaRow[];
  /** What the merging itself noticed: a town off the roster, a judge who handed in nothing. */
  readonly findings: readonly Finding[];
}

/** What is merged, and as of which day. */
export interface ConsolidationQuestion {
  readonly quarter: Quarter;
  readonly asOf: CalendarDate;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly ledgers: readonly ReadLedger[];
}

/**
 * Merges the judges' ledgers into one quarter. The result is a function of the set of ledgers, never of their order: rows
 * stand by the roster's towns (名册外 last), then by day, judge and id.
 */
export function consolidate(question: ConsolidationQuestion): Consolidation {
  const { quarter, asOf, roster, kinds, ledgers } = question;
  const period = periodOf(quarter, basisOf(roster));
  const upTo = asOf < period.to ? { from: period.from, to: asOf } : period;
  const sources = sourcesOf(roster, period, ledgers);
  const rows = new Map(kinds.map((kind) => [kind.id, rowsOf(kind, sources, upTo, roster)]));
  const read = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  return {
    quarter,
    period,
    asOf,
    sources,
    rows,
    quota: quotaRows({ quarter, asOf: upTo.to, roster, ledgers: read }),
    findings: [...missingFindings(sources), ...offRosterFindings([...rows.values()].flat())],
  };
}

/** Whether an entry belongs to a quarter: its day lies in it or, for a case, its span from opening to closing touches it. */
export function touches(kind: Kind, entry: Entry, period: Period): boolean {
  const opened = entryDay(kind, entry);
  if (!opened || entry.removed) return false;
  if (kind.span.type === 'event') return contains(period, opened);
  const closed = dayOf(entry, kind.span.closed);
  return opened <= period.to && (closed === undefined || closed >= period.from);
}

function sourcesOf(roster: Roster, period: Period, ledgers: readonly ReadLedger[]): readonly Source[] {
  const owing = liaisonsIn(roster, period).filter(
    ({ id }) => !ledgers.some(({ ledger }) => ledger.judge.id === id),
  );
  const missing: Source[] = owing.map(({ id, name }) => ({ judge: { id, name }, source: 'missing' }));
  const found: Source[] = ledgers.map(({ file, ledger }) => ({
    judge: ledger.judge,
    source: 'ledger',
    file,
    ledger,
  }));
  return [...missing, ...found].sort((one, other) => (one.judge.id < other.judge.id ? -1 : 1));
}

function rowsOf(
  kind: Kind,
  sources: readonly Source[],
  period: Period,
  roster: Roster,
): readonly ConsolidatedRow[] {
  const order = new Map(roster.towns.map((town, index) => [town.name, index]));
  return sources
    .flatMap(({ judge, ledger }) =>
      (ledger?.entries ?? [])
        .filter((entry) => entry.kind === kind.id && touches(kind, entry, period))
        .map((entry): ConsolidatedRow => {
          const town = townNamed(roster, textOf(entry, 'town'));
          return { judge, entry, ...(town ? { town: town.name } : {}) };
        }),
    )
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
  return [place, entryDay(kind, entry) ?? '', judge.id, entry.id].join('\n');
}

function missingFindings(sources: readonly Source[]): readonly Finding[] {
  return sources
    .filter(({ source }) => source === 'missing')
    .map(({ judge }) =>
      warning({ code: 'ledger-missing', judge: judge.id, name: judge.name }, { judge: judge.id }),
    );
}

function offRosterFindings(rows: readonly ConsolidatedRow[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { town, entry } of rows) {
    if (town === undefined) counts.set(textOf(entry, 'town'), (counts.get(textOf(entry, 'town')) ?? 0) + 1);
  }
  return [...counts].map(([town, entries]) => warning({ code: 'town-off-roster', town, entries }));
}
