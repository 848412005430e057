import type { CalendarDate } from './calendar-date.ts';
import { lookAlike } from './look-alike.ts';
import { nearest } from './nearest.ts';
import { error, warning, type Finding } from './problem.ts';
import { foldName, leadersOf, liaisonsOf, postedOf, type Roster, type Town } from './roster.ts';

/** What in a roster contradicts itself (errors), and what a town still lacks of “一中心、一法官、一法庭、一联络员” on a day (warnings). */
export function checkRoster(roster: Roster, today: CalendarDate): readonly Finding[] {
  return [
    ...namesTwice(roster),
    ...idsTwice(roster),
    ...namesAlike(roster),
    ...assignments(roster),
    ...rulesOrder(roster),
    ...roster.towns.flatMap((town) => lacks(roster, town, today)),
  ];
}

function namesTwice(roster: Roster): readonly Finding[] {
  const towns = roster.towns.flatMap((town) => [town.name, ...town.aliases]);
  const inTowns = roster.towns.flatMap((town) =>
    repeated(town.villages.flatMap((village) => [village.name, ...village.aliases])),
  );
  return [...repeated(towns), ...inTowns].map((name) => error({ code: 'roster-name-twice', name }));
}

function idsTwice(roster: Roster): readonly Finding[] {
  const ids = [
    ...repeated(roster.judges.map(({ id }) => id)),
    ...repeated(roster.leaders.map(({ id }) => id)),
  ];
  return ids.map((id) => error({ code: 'roster-id-twice', id }));
}

/** Two names that differ only by characters that look alike: one of them is likely mistyped, and people would be taken for each other. */
function namesAlike(roster: Roster): readonly Finding[] {
  const people = [...roster.judges, ...roster.leaders].map(({ name }) => name);
  const lists = [people, roster.towns.map(({ name }) => name), ...roster.towns.map(villageNames)];
  return lists.flatMap((names) =>
    names.flatMap((name, index) => {
      const of = names.slice(0, index).find((other) => lookAlike(other, name));
      return of === undefined ? [] : [warning({ code: 'roster-alike', name, of })];
    }),
  );
}

function villageNames({ villages }: Town): readonly string[] {
  return villages.map(({ name }) => name);
}

function assignments(roster: Roster): readonly Finding[] {
  const towns = roster.towns.map(({ name }) => name);
  return [...roster.judges, ...roster.leaders].flatMap((person) =>
    person.assignments.flatMap(({ town, from, to }) => {
      const where = { judge: person.id };
      const findings: Finding[] = [];
      if (!towns.includes(town)) {
        const close = nearest(town, towns);
        findings.push(
          error({ code: 'roster-town-unknown', town, ...(close ? { nearest: close } : {}) }, where),
        );
      }
      if (from !== null && to !== null && from > to)
        findings.push(error({ code: 'roster-period-reversed', from, to }, where));
      return findings;
    }),
  );
}

function rulesOrder(roster: Roster): readonly Finding[] {
  const dated = roster.rules.map(({ from }) => from);
  return dated.flatMap((from, index) => {
    const before = dated[index - 1];
    if (index === 0 || (from !== undefined && (before === undefined || before < from))) return [];
    return [error({ code: 'roster-rules-order', quarter: from ?? '' })];
  });
}

function lacks(roster: Roster, town: Town, today: CalendarDate): readonly Finding[] {
  const period = { from: today, to: today };
  const facts = {
    liaison: liaisonsOf(roster, town.name, period).length > 0,
    posted: postedOf(roster, town.name, period).length > 0,
    leader: leadersOf(roster, town.name, period).length > 0,
    centre: town.centre !== undefined,
    circuitPoint: town.circuitPoint !== undefined,
    tribunal: town.tribunal !== '',
  } as const;
  const parts = ['liaison', 'posted', 'leader', 'centre', 'circuitPoint', 'tribunal'] as const;
  return parts
    .filter((part) => !facts[part])
    .map((part) => warning({ code: 'roster-town-lacks', town: town.name, lacks: part }));
}

/** The second of those that are one name wherever names are looked up, each once. */
function repeated(names: readonly string[]): readonly string[] {
  const folded = names.map(foldName);
  return [...new Set(names.filter((_, index) => folded.indexOf(folded[index] ?? '') !== index))];
}
