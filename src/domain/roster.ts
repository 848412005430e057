import type { CalendarDate } from './calendar-date.ts';
import { nearest } from './nearest.ts';
import { quarterAt, type BasisOf, type Period, type Quarter, type QuarterBasis } from './quarter.ts';
import { foldTyped } from './typed-text.ts';

/** Who serves which town from when to when; days are inclusive, null is open. */
export interface Assignment {
  readonly town: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** A village or community of a town; it may have begun or ended, where villages were merged. */
export interface Village {
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** A town with its centre, its circuit-trial point and its villages and communities. */
export interface Town {
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly centre: { readonly name: string; readonly contact: string; readonly phone: string } | undefined;
  readonly circuitPoint: { readonly name: string; readonly plaqueOn: CalendarDate | null } | undefined;
  readonly tribunal: string;
  readonly villages: readonly Village[];
}

/** A judge or judge's assistant; only one whose role is `liaison` keeps a ledger. */
export interface Judge {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'liaison' | 'posted';
  readonly assignments: readonly Assignment[];
}

/** 联系领导: a member of the court's leadership who goes down to the towns of an area. */
export interface Leader {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly assignments: readonly Assignment[];
}

/** One dated set of rules: the answers a court gives to what the implementation rules leave open. */
export interface Rules {
  /** The first quarter they hold for; always, where it is not said. */
  readonly from?: Quarter;
  readonly visitsPerQuarter: number;
  /** The forms of a visit that count. */
  readonly visitForms: readonly string[];
  readonly visitScope: 'any' | 'townAndVillage';
  /** Several visits on one day to one place are one. */
  readonly countDistinct: boolean;
  readonly quotaPer: 'town' | 'judge';
  readonly quarterBasis: QuarterBasis;
  /** The day of the quarter's last month by which ledgers are handed in. */
  readonly dueDay: number;
  /** Whether a submission on that day itself is in time. */
  readonly dueDayCounts: boolean;
  readonly dueDayShift: 'none' | 'previous' | 'next';
  readonly remindDays: readonly number[];
  readonly reportWithinWorkdays: number;
  /** Codes of warnings that are not shown. */
  readonly silence: readonly string[];
}

/** The rules where a roster says nothing: those of the contract. */
export const DEFAULT_RULES: Rules = {
  visitsPerQuarter: 3,
  visitForms: ['visit'],
  visitScope: 'any',
  countDistinct: true,
  quotaPer: 'town',
  quarterBasis: 'calendar',
  dueDay: 20,
  dueDayCounts: true,
  dueDayShift: 'none',
  remindDays: [10, 5, 1],
  reportWithinWorkdays: 5,
  silence: [],
};

/** Stands for a court's code where the roster says none: file names need one, and no case number is doubted by it. */
export const NO_COURT_CODE = '法';

/** Somebody to call. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** 挂点名册: the court, its rules, its leaders, the towns and who serves them. The office keeps it, everybody has a copy. */
export interface Roster {
  readonly court: { readonly name: string; readonly code: string };
  readonly offices: {
    readonly filing: string;
    readonly research: string;
    readonly filingClerk: Contact;
    readonly researchClerk: Contact;
  };
  readonly leadingGroup: {
    readonly head: string;
    readonly deputies: readonly string[];
    readonly members: readonly string[];
  };
  readonly rules: readonly Rules[];
  readonly leaders: readonly Leader[];
  readonly towns: readonly Town[];
  readonly judges: readonly Judge[];
}

/** Somebody's days at one town, within a period. */
export interface Service<Person> {
  readonly person: Person;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The rules in force for a quarter: the last set dated at or before it, else the first. */
export function rulesFor(roster: Roster, quarter: Quarter): Rules {
  // A file written by hand may have them in any order; the roster's check says so.
  const sets = roster.rules.toSorted((one, other) => order(one.from) - order(other.from));
  const inForce = sets.filter((rules) => rules.from === undefined || rules.from <= quarter);
  return inForce.at(-1) ?? sets[0] ?? DEFAULT_RULES;
}

/** The rules in force on a day; the contract's where the day is not known. */
export function rulesOn(roster: Roster, day: CalendarDate | undefined): Rules {
  return day ? rulesFor(roster, quarterAt(day, basisOf(roster))) : DEFAULT_RULES;
}

/** Quarters as numbers that rise with them; what is always in force comes first. */
function order(from: Quarter | undefined): number {
  return from === undefined ? 0 : Number(from.replace('Q', ''));
}

/** Where quarters begin and end at this court. */
export function basisOf(roster: Roster): BasisOf {
  return (quarter) => rulesFor(roster, quarter).quarterBasis;
}

/** The town of this name or alias; spaces and full-width letters do not matter. */
export function townNamed(roster: Roster, name: string): Town | undefined {
  return found(indexOf(TOWNS, roster, roster.towns), name);
}

/** The town that a mistyped name most likely meant. */
export function nearestTown(roster: Roster, name: string): string | undefined {
  return nearest(
    foldTyped(name),
    roster.towns.flatMap((town) => [town.name, ...town.aliases]),
  );
}

/** The village of this name or alias in a town. */
export function villageNamed(town: Town, name: string): Village | undefined {
  return found(indexOf(VILLAGES, town, town.villages), name);
}

/** The names of a town's villages on a day, in the roster's order. */
export function villagesOn(town: Town, day: CalendarDate): readonly string[] {
  return town.villages.filter((village) => covers(village, day)).map((village) => village.name);
}

/** The judge with this id or, where only one bears it, this name. */
export function judgesNamed(roster: Roster, idOrName: string): readonly Judge[] {
  const byId = roster.judges.filter((judge) => judge.id === idOrName);
  return byId.length > 0
    ? byId
    : roster.judges.filter((judge) => foldName(judge.name) === foldName(idOrName));
}

/** The name of a judge, by the roster where it knows the id. */
export function judgeName(roster: Roster, id: string): string {
  return judgesNamed(roster, id)[0]?.name ?? id;
}

/** The liaison judges of a town with their days, in the order in which they served, for those who served in the period. */
export function liaisonsOf(roster: Roster, town: string, period: Period): readonly Service<Judge>[] {
  return servicesAt(
    roster.judges.filter((judge) => judge.role === 'liaison'),
    town,
    period,
  );
}

/** The posted judges (挂点法官) of a town in a period. */
export function postedOf(roster: Roster, town: string, period: Period): readonly Service<Judge>[] {
  return servicesAt(
    roster.judges.filter((judge) => judge.role === 'posted'),
    town,
    period,
  );
}

/** The contact leaders (联系领导) of a town in a period. */
export function leadersOf(roster: Roster, town: string, period: Period): readonly Service<Leader>[] {
  return servicesAt(roster.leaders, town, period);
}

/** The liaison judges who owe a ledger for a period: those with a town in it. */
export function liaisonsIn(roster: Roster, period: Period): readonly Judge[] {
  return roster.judges.filter(
    (judge) =>
      judge.role === 'liaison' && judge.assignments.some((assignment) => overlaps(assignment, period)),
  );
}

/** Whether a judge owes a ledger for a period; one who left before it, or is not on the roster, does not. */
export function owesLedger(roster: Roster, judge: string, period: Period): boolean {
  return liaisonsIn(roster, period).some(({ id }) => id === judge);
}

/** The names of the towns a judge serves at some time in a period, in the roster's order. */
export function townsOf(roster: Roster, judge: Judge, period: Period): readonly string[] {
  return [...new Set(assignmentsIn(roster, judge, period).map(({ town }) => town))];
}

/** A judge's services of towns in a period, in the roster's order, then in that of their days. */
export function assignmentsIn(roster: Roster, judge: Judge, period: Period): readonly Assignment[] {
  return roster.towns.flatMap((town) =>
    judge.assignments
      .filter((assignment) => assignment.town === town.name && overlaps(assignment, period))
      .sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1)),
  );
}

/** Whether a judge serves a town on a day. */
export function serves(judge: Judge, town: string, day: CalendarDate): boolean {
  return judge.assignments.some((assignment) => assignment.town === town && covers(assignment, day));
}

/** The first and last day of a service where they cut the period: undefined where it began before, or goes on after. */
export function partOf(
  service: { readonly from: CalendarDate | null; readonly to: CalendarDate | null },
  period: Period,
): { readonly from: CalendarDate | undefined; readonly to: CalendarDate | undefined } {
  const { from, to } = service;
  return {
    from: from !== null && from > period.from && from <= period.to ? from : undefined,
    to: to !== null && to >= period.from && to < period.to ? to : undefined,
  };
}

function servicesAt<Person extends { readonly assignments: readonly Assignment[] }>(
  people: readonly Person[],
  town: string,
  period: Period,
): readonly Service<Person>[] {
  return people
    .flatMap((person) =>
      person.assignments
        .filter((assignment) => assignment.town === town && overlaps(assignment, period))
        .map((assignment) => ({ person, from: assignment.from, to: assignment.to })),
    )
    .sort((one, other) =>
      (one.from ?? '') < (other.from ?? '') ? -1 : (one.from ?? '') > (other.from ?? '') ? 1 : 0,
    );
}

function overlaps(span: { from: CalendarDate | null; to: CalendarDate | null }, period: Period): boolean {
  return (span.from === null || span.from <= period.to) && (span.to === null || span.to >= period.from);
}

function covers(span: { from: CalendarDate | null; to: CalendarDate | null }, day: CalendarDate): boolean {
  return (span.from === null || span.from <= day) && (span.to === null || span.to >= day);
}

/** Places by their folded names: every entry is looked up many times over. A roster never changes once it is read. */
const TOWNS = new WeakMap<object, ReadonlyMap<string, Town>>();
const VILLAGES = new WeakMap<object, ReadonlyMap<string, Village>>();

function indexOf<Place extends { readonly name: string; readonly aliases: readonly string[] }>(
  indexes: WeakMap<object, ReadonlyMap<string, Place>>,
  owner: object,
  places: readonly Place[],
): ReadonlyMap<string, Place> {
  const made = indexes.get(owner);
  if (made) return made;
  const index = new Map<string, Place>();
  // The first of two that share a name is meant; the roster's own check names such pairs.
  for (const place of places) {
    for (const name of [place.name, ...place.aliases])
      if (!index.has(foldName(name))) index.set(foldName(name), place);
  }
  indexes.set(owner, index);
  return index;
}

/** A name as it is compared: spaces and full-width letters do not matter. Stored names stay as they are. */
export function foldName(name: string): string {
  return foldTyped(name).replace(/\s+/gu, '');
}

/** Nearly every name is written as the roster has it, and need not be folded. */
function found<Place>(index: ReadonlyMap<string, Place>, name: string): Place | undefined {
  return index.get(name) ?? index.get(foldName(name));
}
