import * as z from 'zod/mini';
import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { nearest } from './nearest.ts';
import { error, type Finding, type Where } from './problem.ts';
import type { ValueKind } from './problems/ledger.ts';
import { isQuarter, type Quarter } from './quarter.ts';

// Compiling a validator costs more than one run of it saves: a command validates each schema once.
z.config({ jitless: true });

const expectations = z.registry<{ expects: ValueKind }>();

/** The schema with the kind of value that a message about it names. */
function expecting<Schema extends z.ZodMiniType>(expects: ValueKind, schema: Schema): Schema {
  expectations.add(schema, { expects });
  return schema;
}

/** Text of at least one character and at most `limit`. The limit is checked before any pattern runs. */
export function textSchema(limit = 200, expects: ValueKind = 'text', pattern?: RegExp): z.ZodMiniString {
  const bounded = z.string().check(z.minLength(1), z.maxLength(limit, { abort: true }));
  return expecting(expects, pattern ? bounded.check(z.regex(pattern)) : bounded);
}

/** A day as `YYYY-MM-DD`. */
export const daySchema = expecting(
  'day',
  z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)),
);

/** A quarter as `2024Q3`. */
export const quarterSchema = expecting(
  'quarter',
  z.custom<Quarter>((value) => typeof value === 'string' && isQuarter(value)),
);

/** A whole number from `least` up to `most`. */
export function wholeNumberSchema(least: number, most: number): z.ZodMiniNumber {
  return expecting('whole-number', z.int().check(z.gte(least), z.lte(most)));
}

/** An instant as the ledger writes it. */
export const timestampSchema = textSchema(
  35,
  'timestamp',
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
);

/** A SHA-256 in lower-case hexadecimal. */
export const digestSchema = textSchema(64, 'digest', /^[0-9a-f]{64}$/);

/** The id of a judge, which is also the name of the ledger's file. */
export const judgeIdSchema = textSchema(32, 'judge-id', /^[a-z0-9][a-z0-9-]{0,31}$/);

/** The id of an entry. */
export const entryIdSchema = textSchema(64, 'entry-id', /^[a-z0-9][a-z0-9-]{2,63}$/);

/** Finds the line and column of a value, or of a key, in the text it came from. */
export interface Locate {
  value(path: readonly (string | number)[]): Where;
  key(path: readonly (string | number)[]): Where;
}

/** Turns what a schema refused into findings in our own words; each names place, key and expected kind, never content. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodMiniType,
  value: unknown,
  locate: Locate,
): Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(schemaAt(schema, path));
      return issue.keys.map((key) => {
        const close = nearest(key, known);
        return error(
          { code: 'key-unknown', key, ...(close ? { nearest: close } : {}) },
          locate.key([...path, key]),
        );
      });
    }
    const key = String(path.findLast((step) => typeof step === 'string') ?? '');
    const found = valueAt(value, path);
    if (found === undefined) return [error({ code: 'key-missing', key }, locate.value(path.slice(0, -1)))];
    return [
      error(
        { code: 'value-invalid', key, expects: expectedAt(schema, path), found: describe(found) },
        locate.value(path),
      ),
    ];
  });
}

/** Kind and length of a value, such as `text of 18 characters`, in a form the messages translate: never its content. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return `text:${String([...value].length)}`;
  return typeof value;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([key]) => key === String(step))?.[1];
  }
  return at;
}

function expectedAt(schema: z.ZodMiniType, path: readonly (string | number)[]): ValueKind {
  const at = schemaAt(schema, path);
  const named = at && expectations.get(at)?.expects;
  if (named) return named;
  if (at instanceof z.ZodMiniBoolean) return 'yes-no';
  if (at instanceof z.ZodMiniArray) return 'list';
  if (at instanceof z.ZodMiniEnum || at instanceof z.ZodMiniLiteral) return 'choice';
  return at instanceof z.ZodMiniObject ? 'object' : 'text';
}

function keysOf(schema: z.ZodMiniType | undefined): readonly string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

function schemaAt(schema: z.ZodMiniType, path: readonly (string | number)[]): z.ZodMiniType | undefined {
  let at: unknown = unwrap(schema);
  for (const step of path) {
    if (at instanceof z.ZodMiniArray) at = unwrap(at.def.element);
    else if (at instanceof z.ZodMiniObject)
      at = unwrap(Object.entries(at.shape).find(([key]) => key === step)?.[1]);
    else return undefined;
  }
  return at instanceof z.ZodMiniType ? at : undefined;
}

function unwrap(schema: unknown): unknown {
  let at = schema;
  for (;;) {
    if (at instanceof z.ZodMiniType && expectations.has(at)) return at;
    if (at instanceof z.ZodMiniOptional || at instanceof z.ZodMiniNullable || at instanceof z.ZodMiniDefault)
      at = at.def.innerType;
    else if (at instanceof z.ZodMiniPipe) at = at.def.out;
    else return at;
  }
}
