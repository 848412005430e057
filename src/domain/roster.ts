import type * as z from 'zod/mini';
import type { CalendarDate } from './calendar-date.ts';
import { nearest } from './nearest.ts';
import type { BasisOf, Period, Quarter } from './quarter.ts';
import { DEFAULT_RULES, type rosterSchema, type Rules } from './roster-schema.ts';
import { foldTyped } from './typed-text.ts';

/** 挂点名册: the court, its rules, its leaders, the towns and who serves them. The office keeps it, everybody has a copy. */
export type Roster = z.output<typeof rosterSchema>;

/** A town with its centre, its circuit-trial point and its villages and communities. */
export type Town = Roster['towns'][number];

/** A village or community of a town. */
export type Village = Town['villages'][number];

/** A judge or judge's assistant; only one whose role is `liaison` keeps a ledger. */
export type Judge = Roster['judges'][number];

/** Who serves which town from when to when; days are inclusive, null is open. */
export type Assignment = Judge['assignments'][number];

/** Somebody's days at one town, within a period. */
export interface Service<Person> {
  readonly person: Person;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The rules in force for a quarter: the last set dated at or before it, else the first. */
export function rulesFor(roster: Roster, quarter: Quarter): Rules {
  const sets = roster.rules ?? [];
  const inForce = sets.filter((rules) => rules.from === undefined || rules.from <= quarter);
  return inForce.at(-1) ?? sets[0] ?? DEFAULT_RULES;
}

/** Where quarters begin and end at this court. */
export function basisOf(roster: Roster): BasisOf {
  return (quarter) => rulesFor(roster, quarter).quarterBasis;
}

/** The town of this name or alias; spaces and full-width letters do not matter. */
export function townNamed(roster: Roster, name: string): Town | undefined {
  const wanted = fold(name);
  return roster.towns.find((town) => [town.name, ...town.aliases].some((known) => fold(known) === wanted));
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
  const wanted = fold(name);
  return town.villages.find((village) =>
    [village.name, ...village.aliases].some((known) => fold(known) === wanted),
  );
}

/** The names of a town's villages on a day, in the roster's order. */
export function villagesOn(town: Town, day: CalendarDate): readonly string[] {
  return town.villages.filter((village) => covers(village, day)).map((village) => village.name);
}

/** The judge with this id or, where only one bears it, this name. */
export function judgesNamed(roster: Roster, idOrName: string): readonly Judge[] {
  const byId = roster.judges.filter((judge) => judge.id === idOrName);
  return byId.length > 0 ? byId : roster.judges.filter((judge) => fold(judge.name) === fold(idOrName));
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
export function leadersOf(
  roster: Roster,
  town: string,
  period: Period,
): readonly Service<Roster['leaders'][number]>[] {
  return servicesAt(roster.leaders, town, period);
}

/** The liaison judges who owe a ledger for a period: those with a town in it. */
export function liaisonsIn(roster: Roster, period: Period): readonly Judge[] {
  return roster.judges.filter(
    (judge) =>
      judge.role === 'liaison' && judge.assignments.some((assignment) => overlaps(assignment, period)),
  );
}

/** The names of the towns a judge serves at some time in a period, in the roster's order. */
export function townsOf(roster: Roster, judge: Judge, period: Period): readonly string[] {
  return roster.towns
    .filter((town) =>
      judge.assignments.some((assignment) => assignment.town === town.name && overlaps(assignment, period)),
    )
    .map((town) => town.name);
}

/** Whether a judge serves a town on a day. */
export function serves(judge: Judge, town: string, day: CalendarDate): boolean {
  return judge.assignments.some((assignment) => assignment.town === town && covers(assignment, day));
}

/** The first and last day of a service where they cut the period: undefined where it began before, or goes on after. */
export function partOf(
  service: Service<unknown>,
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

function fold(name: string): string {
  return foldTyped(name).replace(/\s+/gu, '');
}
