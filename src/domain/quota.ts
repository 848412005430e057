import { daysBetween, type CalendarDate } from './calendar-date.ts';
import { placeKey } from './place-key.ts';
import { entryDay, textOf, type Entry } from './entry.ts';
import { FROM_DEPARTMENT } from './kinds/kind.ts';
import { visit } from './kinds/visit.ts';
import { tellsOf, type Ledger } from './ledger.ts';
import { contains, periodOf, type Period, type Quarter } from './quarter.ts';
import {
  basisOf,
  liaisonsIn,
  liaisonsOf,
  rulesFor,
  townNamed,
  townsOf,
  type Judge,
  type Roster,
  type Rules,
} from './roster.ts';

/** One visit that counts: whose it was and which entry says so. */
export interface CountedVisit {
  readonly judge: string;
  readonly entry: Entry;
  readonly day: CalendarDate;
}

/** How many visits there were. */
export interface VisitCount {
  /** Visits after `countDistinct`: a day and a place count once, over all judges. */
  readonly done: number;
  /** Visits before `countDistinct`. */
  readonly raw: number;
  /** How many of `done` went to a village or community. */
  readonly inVillages: number;
  /** 座谈, shown beside the visits. */
  readonly talks: number;
}

/** 走访次数 of a town (or, by `quotaPer`, of a judge) in a quarter, against what the rules ask (二(二)2: at least 3). */
export interface QuotaRow extends VisitCount {
  /** null where the court counts per judge. */
  readonly town: string | null;
  /** The liaison judges of the quarter, in the order in which they served. */
  readonly judges: readonly string[];
  readonly required: number;
  readonly missing: number;
  readonly met: boolean;
  /** The town had another liaison judge in the quarter whose ledger is not here: this count may be half of the truth. */
  readonly shared: boolean;
  /** Days to the last day of the quarter, 0 after it. */
  readonly daysLeft: number;
  /** The visits behind `done`, in the order of their days. */
  readonly visits: readonly CountedVisit[];
}

/** What the quota of a quarter is worked out from. */
export interface QuotaQuestion {
  readonly quarter: Quarter;
  /** The as-of day: what lies after it is not there yet. */
  readonly asOf: CalendarDate;
  readonly roster: Roster;
  readonly ledgers: readonly Ledger[];
  /** Only the towns of this judge. */
  readonly judge?: string;
  /** Only this town, where the court counts per town. */
  readonly town?: string;
}

/** The quota of every town, or of every judge, in the roster's order. */
export function quotaRows(question: QuotaQuestion): readonly QuotaRow[] {
  const { quarter, roster } = question;
  if (rulesFor(roster, quarter).quotaPer === 'town') return townQuotaRows(question);
  const period = periodOf(quarter, basisOf(roster));
  return wantedLiaisons(question, period).map((liaison) =>
    quotaRow(question, period, null, [liaison.id], townsOf(roster, liaison, period)),
  );
}

/** The visits of every town in the roster's order, also where the court counts them per judge. */
export function townQuotaRows(question: QuotaQuestion): readonly QuotaRow[] {
  const { quarter, roster, judge, town: only } = question;
  const period = periodOf(quarter, basisOf(roster));
  const own =
    judge === undefined
      ? undefined
      : wantedLiaisons(question, period).flatMap((liaison) => townsOf(roster, liaison, period));
  return roster.towns
    .filter(({ name }) => (own === undefined || own.includes(name)) && (only === undefined || name === only))
    .map((town) => {
      const judges = [...new Set(liaisonsOf(roster, town.name, period).map(({ person }) => person.id))];
      return quotaRow(question, period, town.name, judges, [town.name]);
    });
}

/** Visits to towns that the roster does not know (名册外), counted as the others are; `visits` are those behind `done`. */
export function visitsOffRoster({ quarter, asOf, roster, ledgers }: QuotaQuestion): CountedVisits {
  const period = periodOf(quarter, basisOf(roster));
  const off = ledgers
    .flatMap((ledger) => visitsIn(ledger, period, asOf))
    .filter(({ entry }) => !townNamed(roster, textOf(entry, 'town')))
    .sort(byDayThenJudge);
  return countVisits(off, roster, rulesFor(roster, quarter));
}

function wantedLiaisons({ roster, judge }: QuotaQuestion, period: Period): readonly Judge[] {
  const liaisons = liaisonsIn(roster, period);
  return judge === undefined ? liaisons : liaisons.filter((liaison) => liaison.id === judge);
}

/** Visits that count, and how many they are. */
interface CountedVisits extends VisitCount {
  readonly visits: readonly CountedVisit[];
}

function countVisits(
  found: readonly CountedVisit[],
  roster: Roster,
  { visitForms, countDistinct }: Rules,
): CountedVisits {
  const counted = found.filter(({ entry }) => countsAsVisit(entry, visitForms));
  const visits = countDistinct ? distinct(counted, roster) : counted;
  return {
    visits,
    done: visits.length,
    raw: counted.length,
    inVillages: visits.filter(({ entry }) => textOf(entry, 'village') !== '').length,
    talks: found.filter(({ entry }) => countsAsVisit(entry, ['talk'])).length,
  };
}

/** Whether a visit counts toward the quota at all: a form that counts, made by the judge and not told by a department. */
export function countsAsVisit(entry: Entry, forms: readonly string[]): boolean {
  return (
    entry.kind === visit.id &&
    !entry.removed &&
    forms.includes(textOf(entry, 'form')) &&
    textOf(entry, 'source') !== FROM_DEPARTMENT
  );
}

function quotaRow(
  { quarter, asOf, roster, ledgers }: QuotaQuestion,
  period: Period,
  town: string | null,
  judges: readonly string[],
  towns: readonly string[],
): QuotaRow {
  const rules = rulesFor(roster, quarter);
  const inTowns = ledgers
    .filter((ledger) => judges.includes(ledger.judge.id))
    .flatMap((ledger) => visitsIn(ledger, period, asOf))
    .filter(({ entry }) => towns.includes(townNamed(roster, textOf(entry, 'town'))?.name ?? ''))
    .sort(byDayThenJudge);
  const count = countVisits(inTowns, roster, rules);
  const scopeMissing =
    rules.visitScope === 'townAndVillage'
      ? Number(count.inVillages === 0) + Number(count.inVillages === count.done)
      : 0;
  const missing = Math.max(rules.visitsPerQuarter - count.done, scopeMissing, 0);
  return {
    town,
    judges,
    required: rules.visitsPerQuarter,
    ...count,
    missing,
    met: missing === 0,
    shared:
      judges.length > 1 && judges.some((judge) => !ledgers.some((ledger) => tellsOf(ledger, judge, quarter))),
    daysLeft: Math.max(daysBetween(asOf, period.to), 0),
  };
}

function visitsIn(ledger: Ledger, period: Period, asOf: CalendarDate): readonly CountedVisit[] {
  return ledger.entries.flatMap((entry) => {
    if (entry.kind !== visit.id || entry.removed) return [];
    const day = entryDay(visit, entry);
    return day && contains(period, day) && day <= asOf ? [{ judge: ledger.judge.id, entry, day }] : [];
  });
}

/** Two visits on one day to one place are one, also when two judges went together. */
function distinct(visits: readonly CountedVisit[], roster: Roster): readonly CountedVisit[] {
  const seen = new Set<string>();
  return visits.filter(({ day, entry }) => {
    const key = `${day}\n${placeKey(roster, entry)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function byDayThenJudge(one: CountedVisit, other: CountedVisit): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  if (one.judge !== other.judge) return one.judge < other.judge ? -1 : 1;
  return one.entry.id < other.entry.id ? -1 : 1;
}
