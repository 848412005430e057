import { error, type Finding } from './problem.ts';
import { readFormat } from './format.ts';
import { DEFAULT_RULES, NO_COURT_CODE, type Assignment, type Roster, type Village } from './roster.ts';
import {
  choiceShape,
  dayShape,
  either,
  findingsIn,
  judgeIdShape,
  listOf,
  nullable,
  objectOf,
  optional,
  quarterShape,
  textShape,
  wholeNumberShape,
  yesNoShape,
  type Locate,
  type Of,
} from './shape.ts';

/** The format of `roster.json` that this version reads and writes. */
export const ROSTER_FORMAT = 'liaison-roster/1';

const name = textShape(100);
const note = optional(textShape(200, 'text', undefined, 0));
const openDay = optional(nullable(dayShape));
const names = optional(listOf(name));

const assignment = objectOf({ town: name, from: openDay, to: openDay });
const village = objectOf({ name, code: note, aliases: names, from: openDay, to: openDay });
const contact = optional(objectOf({ name: note, phone: note }));
/** One dated set of rules, of which a court says what it likes. */
export const rulesShape = objectOf({
  from: optional(quarterShape),
  visitsPerQuarter: optional(wholeNumberShape(0, 999)),
  visitForms: optional(listOf(choiceShape('visit', 'talk', 'other'))),
  visitScope: optional(choiceShape('any', 'townAndVillage')),
  countDistinct: optional(yesNoShape),
  quotaPer: optional(choiceShape('town', 'judge')),
  quarterBasis: optional(choiceShape('calendar', 'cutoff20')),
  dueDay: optional(wholeNumberShape(1, 28)),
  dueDayCounts: optional(yesNoShape),
  dueDayShift: optional(choiceShape('none', 'previous', 'next')),
  remindDays: optional(listOf(wholeNumberShape(0, 90))),
  reportWithinWorkdays: optional(wholeNumberShape(0, 90)),
  silence: names,
});

/** The short name of a province, all of which are common characters, and the court's number. */
const COURT_CODE = /^[\u4E00-\u9FFF]\d{0,4}$/;

/** The shape of `roster.json`. */
export const rosterShape = objectOf({
  format: choiceShape(ROSTER_FORMAT),
  court: objectOf({ name, code: optional(textShape(5, 'court-code', COURT_CODE)) }),
  offices: optional(
    objectOf({
      filing: optional(name),
      research: optional(name),
      filingClerk: contact,
      researchClerk: contact,
    }),
  ),
  leadingGroup: optional(objectOf({ head: note, deputies: names, members: names })),
  // One set of rules may stand without the brackets of a list.
  rules: optional(either(rulesShape, listOf(rulesShape))),
  leaders: optional(
    listOf(objectOf({ id: judgeIdShape, name, title: note, assignments: optional(listOf(assignment)) })),
  ),
  towns: listOf(
    objectOf({
      name,
      code: note,
      aliases: names,
      centre: optional(objectOf({ name, contact: note, phone: note })),
      circuitPoint: optional(objectOf({ name: note, plaqueOn: openDay })),
      tribunal: note,
      // A village is its name, or an object where there is more to say of it.
      villages: optional(listOf(either(name, village))),
    }),
  ),
  judges: listOf(
    objectOf({
      id: judgeIdShape,
      name,
      title: note,
      role: optional(choiceShape('liaison', 'posted')),
      assignments: listOf(assignment),
    }),
  ),
});

/** A roster out of its JSON, or everything that is wrong with it. A newer format is refused before anything else is looked at. */
export function rosterFromJson(
  value: unknown,
  locate: Locate,
): { readonly roster: Roster } | { readonly findings: readonly Finding[] } {
  const format = readFormat(value, ROSTER_FORMAT);
  if (format) return { findings: [error(format, locate.value(['format']))] };
  return rosterShape.accepts(value)
    ? { roster: withDefaults(value) }
    : { findings: findingsIn(rosterShape, value, locate) };
}

/** What a court leaves out has the defaults of the contract, or is empty. */
function withDefaults(given: Of<typeof rosterShape>): Roster {
  const { court, offices = {}, leadingGroup = {}, leaders = [] } = given;
  return {
    court: { name: court.name, code: court.code ?? NO_COURT_CODE },
    offices: {
      filing: offices.filing ?? '立案庭',
      research: offices.research ?? '审判管理办公室（研究室）',
      filingClerk: { name: '', phone: '', ...defined(offices.filingClerk) },
      researchClerk: { name: '', phone: '', ...defined(offices.researchClerk) },
    },
    leadingGroup: { head: '', deputies: [], members: [], ...defined(leadingGroup) },
    rules: rulesList(given.rules).map((set) => ({ ...DEFAULT_RULES, ...defined(set) })),
    leaders: leaders.map(({ id, name: called, title = '', assignments = [] }) => ({
      id,
      name: called,
      title,
      assignments: assignments.map(dated),
    })),
    towns: given.towns.map((town) => ({
      name: town.name,
      code: town.code ?? '',
      aliases: town.aliases ?? [],
      centre: town.centre && { contact: '', phone: '', ...defined(town.centre), name: town.centre.name },
      circuitPoint: town.circuitPoint && {
        name: town.circuitPoint.name ?? '',
        plaqueOn: town.circuitPoint.plaqueOn ?? null,
      },
      tribunal: town.tribunal ?? '',
      villages: (town.villages ?? []).map(villageWithDefaults),
    })),
    judges: given.judges.map(({ id, name: called, title = '', role = 'liaison', assignments }) => ({
      id,
      name: called,
      title,
      role,
      assignments: assignments.map(dated),
    })),
  };
}

function rulesList(given: Of<typeof rosterShape>['rules']): readonly Of<typeof rulesShape>[] {
  if (given === undefined) return [];
  return rulesShape.accepts(given) ? [given] : given;
}

function dated({ town, from, to }: Of<typeof assignment>): Assignment {
  return { town, from: from ?? null, to: to ?? null };
}

function villageWithDefaults(given: string | Of<typeof village>): Village {
  const said = typeof given === 'string' ? { name: given } : given;
  return {
    code: '',
    aliases: [],
    ...defined(said),
    name: said.name,
    from: said.from ?? null,
    to: said.to ?? null,
  };
}

/** An object without its undefined members, so that spreading it leaves defaults as they are. */
function defined<Given extends object>(
  given: Given | undefined,
): { [Key in keyof Given]?: Exclude<Given[Key], undefined> };
function defined(given: object | undefined): object {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
}
