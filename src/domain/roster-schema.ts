import * as z from 'zod/mini';
import { error, type Finding } from './problem.ts';
import { readFormat } from './format.ts';
import {
  daySchema,
  judgeIdSchema,
  quarterSchema,
  schemaFindings,
  textSchema,
  wholeNumberSchema,
  type Locate,
} from './schema.ts';
import type { Roster } from './roster.ts';

/** The format of `roster.json` that this version reads and writes. */
export const ROSTER_FORMAT = 'liaison-roster/1';

const name = textSchema(100);
const optionalText = z._default(z.string().check(z.maxLength(200)), '');
const openDay = z._default(z.nullable(daySchema), null);
const names = z._default(z.array(name), []);

/** A list may be written as one bare member: `"rules": { … }` is `"rules": [ { … } ]`. */
function listOf<Schema extends z.ZodMiniType>(member: Schema) {
  return z.pipe(
    z.transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])),
    z.array(member),
  );
}

const assignment = z.strictObject({ town: name, from: openDay, to: openDay });

const village = z.pipe(
  z.transform((value) => (typeof value === 'string' ? { name: value } : value)),
  z.strictObject({ name, code: optionalText, aliases: names, from: openDay, to: openDay }),
);

const contact = z._default(z.strictObject({ name: optionalText, phone: optionalText }), {
  name: '',
  phone: '',
});

const town = z.strictObject({
  name,
  code: optionalText,
  aliases: names,
  centre: z.optional(z.strictObject({ name, contact: optionalText, phone: optionalText })),
  circuitPoint: z.optional(z.strictObject({ name: optionalText, plaqueOn: openDay })),
  tribunal: optionalText,
  villages: z._default(z.array(village), []),
});

const judge = z.strictObject({
  id: judgeIdSchema,
  name,
  title: optionalText,
  role: z._default(z.enum(['liaison', 'posted']), 'liaison'),
  assignments: z.array(assignment),
});

const leader = z.strictObject({
  id: judgeIdSchema,
  name,
  title: optionalText,
  assignments: z._default(z.array(assignment), []),
});

const rules = z.strictObject({
  from: z.optional(quarterSchema),
  visitsPerQuarter: z._default(wholeNumberSchema(0, 999), 3),
  visitForms: z._default(z.array(z.enum(['visit', 'talk', 'other'])), ['visit']),
  visitScope: z._default(z.enum(['any', 'townAndVillage']), 'any'),
  countDistinct: z._default(z.boolean(), true),
  quotaPer: z._default(z.enum(['town', 'judge']), 'town'),
  quarterBasis: z._default(z.enum(['calendar', 'cutoff20']), 'calendar'),
  dueDay: z._default(wholeNumberSchema(1, 28), 20),
  dueDayCounts: z._default(z.boolean(), true),
  dueDayShift: z._default(z.enum(['none', 'previous', 'next']), 'none'),
  remindDays: z._default(z.array(wholeNumberSchema(0, 90)), [10, 5, 1]),
  reportWithinWorkdays: z._default(wholeNumberSchema(0, 90), 5),
  silence: names,
});

/** The shape of `roster.json`; what a court leaves out has the defaults of the contract. */
export const rosterSchema = z.strictObject({
  format: z.literal(ROSTER_FORMAT),
  court: z.strictObject({
    name,
    code: z._default(textSchema(5, 'court-code', /^\p{Script=Han}\d{0,4}$/u), '法'),
  }),
  offices: z._default(
    z.strictObject({
      filing: z._default(name, '立案庭'),
      research: z._default(name, '审判管理办公室（研究室）'),
      filingClerk: contact,
      researchClerk: contact,
    }),
    {
      filing: '立案庭',
      research: '审判管理办公室（研究室）',
      filingClerk: { name: '', phone: '' },
      researchClerk: { name: '', phone: '' },
    },
  ),
  leadingGroup: z._default(z.strictObject({ head: optionalText, deputies: names, members: names }), {
    head: '',
    deputies: [],
    members: [],
  }),
  rules: z.optional(listOf(rules)),
  leaders: z._default(z.array(leader), []),
  towns: z.array(town),
  judges: z.array(judge),
});

/** The rules where a roster says nothing: those of the contract. */
export const DEFAULT_RULES = z.parse(rules, {});

/** One dated set of rules. */
export type Rules = z.output<typeof rules>;

/** A roster out of its JSON, or everything that is wrong with it. A newer format is refused before anything else is looked at. */
export function rosterFromJson(
  value: unknown,
  locate: Locate,
): { roster: Roster } | { findings: readonly Finding[] } {
  const format = readFormat(value, ROSTER_FORMAT);
  if (format) return { findings: [error(format, locate.value(['format']))] };
  const result = z.safeParse(rosterSchema, value);
  return result.success
    ? { roster: result.data }
    : { findings: schemaFindings(result.error.issues, rosterSchema, value, locate) };
}
