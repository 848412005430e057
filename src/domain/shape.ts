import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { nearest } from './nearest.ts';
import { error, type Finding, type Problem, type Where } from './problem.ts';
import type { ValueKind } from './problems/ledger.ts';
import { isQuarter, type Quarter } from './quarter.ts';

/** The way to a value in a document: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** Finds the line and column of a value, or of a key, in the text a document came from. */
export interface Locate {
  value(path: Path): Where;
  key(path: Path): Where;
}

/**
 * What a value in a file must be like. `accepts` is all that a sound file costs; only where it says no is the value walked
 * again to `explain` everything that is wrong, in our own words. A general schema library was measured to take half of the
 * time of a whole command for its first parse of one ledger.
 */
export interface Shape<Value> {
  readonly expects: ValueKind;
  /** The same in the words of JSON Schema (draft 2020-12), for programs and editors. */
  readonly schema: () => JsonSchema;
  readonly accepts: (value: unknown) => value is Value;
  /** Says what is wrong with a value that is not accepted. */
  readonly explain: (value: unknown, path: Path, note: Note) => void;
}

/** A piece of JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The value a shape accepts. */
export type Of<Shaped> =
  Shaped extends Shape<infer Value> ? Value : Shaped extends Optional<infer Value> ? Value : never;

/** Takes one finding; `at` tells whether it is about the value or about the key of a path. */
export type Note = (problem: Problem, path: Path, at: 'value' | 'key') => void;

/** A member of an object that may be missing. */
export interface Optional<Value> {
  readonly optional: Shape<Value>;
}

/** A member that may be missing. */
export function optional<Value>(shape: Shape<Value>): Optional<Value> {
  return { optional: shape };
}

/** A single value that a predicate accepts. */
export function valueOf<Value>(
  expects: ValueKind,
  accepts: (value: unknown) => value is Value,
  schema: () => JsonSchema = () => ({}),
): Shape<Value> {
  return {
    expects,
    schema,
    accepts,
    explain: (value, path, note) => {
      const key = path.findLast((step) => typeof step === 'string') ?? '';
      note({ code: 'value-invalid', key, expects, found: describe(value) }, path, 'value');
    },
  };
}

/**
 * Text of at least one character (`least`) and at most `limit`, counted in code points as people count them. The limit is
 * checked before any pattern runs.
 */
export function textShape(
  limit = 200,
  expects: ValueKind = 'text',
  pattern?: RegExp,
  least = 1,
): Shape<string> {
  return valueOf(
    expects,
    (value): value is string =>
      typeof value === 'string' &&
      value.length >= least &&
      isWithin(value, limit) &&
      (pattern?.test(value) ?? true),
    () => ({
      type: 'string',
      minLength: least,
      maxLength: limit,
      ...(pattern ? { pattern: pattern.source } : {}),
    }),
  );
}

/** A whole number from `least` up to `most`. */
export function wholeNumberShape(least: number, most: number): Shape<number> {
  return valueOf(
    'whole-number',
    (value): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    () => ({ type: 'integer', minimum: least, maximum: most }),
  );
}

/** One of some texts. */
export function choiceShape<Choice extends string>(...choices: readonly Choice[]): Shape<Choice> {
  return valueOf(
    'choice',
    (value): value is Choice => choices.some((choice) => choice === value),
    () => ({
      enum: choices,
    }),
  );
}

/** true or false. */
export const yesNoShape: Shape<boolean> = valueOf(
  'yes-no',
  (value): value is boolean => typeof value === 'boolean',
  () => ({ type: 'boolean' }),
);

/** A day as `YYYY-MM-DD`. */
export const dayShape: Shape<CalendarDate> = valueOf(
  'day',
  (value): value is CalendarDate => typeof value === 'string' && isCalendarDate(value),
  () => ({ type: 'string', format: 'date', pattern: '^[2-9]\\d{3}-\\d{2}-\\d{2}$' }),
);

/** A quarter as `2024Q3`. */
export const quarterShape: Shape<Quarter> = valueOf(
  'quarter',
  (value): value is Quarter => typeof value === 'string' && isQuarter(value),
  () => ({ type: 'string', pattern: '^[2-9]\\d{3}Q[1-4]$' }),
);

/** An instant as the ledger writes it. */
export const timestampShape = textShape(
  35,
  'timestamp',
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
);

/** A SHA-256 in lower-case hexadecimal. */
export const digestShape = textShape(64, 'digest', /^[0-9a-f]{64}$/);

/** The id of a judge or leader; a judge's is also the name of the ledger's file. */
export const judgeIdShape = textShape(32, 'judge-id', /^[a-z0-9][a-z0-9-]{0,31}$/);

/** The id of an entry. */
export const entryIdShape = textShape(64, 'entry-id', /^[a-z0-9][a-z0-9-]{2,63}$/);

/** A value or null. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return {
    expects: shape.expects,
    schema: () => ({ anyOf: [shape.schema(), { type: 'null' }] }),
    accepts: (value): value is Value | null => value === null || shape.accepts(value),
    explain: (value, path, note) => {
      shape.explain(value, path, note);
    },
  };
}

/**
 * A value of one shape or of another. What fits neither is explained by the one whose sort of value it is (text, list,
 * object), else by the second.
 */
export function either<One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> {
  return {
    expects: other.expects,
    schema: () => ({ anyOf: [one.schema(), other.schema()] }),
    accepts: (value): value is One | Other => one.accepts(value) || other.accepts(value),
    explain: (value, path, note) => {
      const meant = isSort(one.expects, value) ? one : other;
      meant.explain(value, path, note);
    },
  };
}

/** A list of values of one shape. */
export function listOf<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  const self = valueOf(
    'list',
    (value): value is readonly Item[] => Array.isArray(value) && value.every(item.accepts),
    () => ({ type: 'array', items: item.schema() }),
  );
  return {
    ...self,
    explain: (value, path, note) => {
      if (!Array.isArray(value)) {
        self.explain(value, path, note);
        return;
      }
      value.forEach((one: unknown, index) => {
        if (!item.accepts(one)) item.explain(one, [...path, index], note);
      });
    },
  };
}

/** An object whose keys say what its values are of, such as counts by kind: values of one shape under any keys. */
export function recordOf<Value>(value: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  const self = valueOf(
    'object',
    (found): found is Readonly<Record<string, Value>> =>
      isObject(found) && Object.values(found).every(value.accepts),
    () => ({ type: 'object', additionalProperties: value.schema() }),
  );
  return {
    ...self,
    explain: (found, path, note) => {
      if (!isObject(found)) {
        self.explain(found, path, note);
        return;
      }
      for (const [key, member] of Object.entries(found))
        if (!value.accepts(member)) value.explain(member, [...path, key], note);
    },
  };
}

/** The members an object has by their keys. */
export type Members = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;

type Needed<All extends Members> = {
  [Key in keyof All]: All[Key] extends Optional<unknown> ? never : Key;
}[keyof All];

/** The object that members make. */
export type ObjectOf<All extends Members> = { readonly [Key in Needed<All>]: Of<All[Key]> } & {
  readonly [Key in Exclude<keyof All, Needed<All>>]?: Of<All[Key]> | undefined;
};

/** An object with these members and no others: an unknown key is an error that names the nearest known one. */
export function objectOf<All extends Members>(members: All): Shape<ObjectOf<All>> {
  const shapes = new Map(
    Object.entries(members).map(([key, member]) => [key, 'optional' in member ? member.optional : member]),
  );
  const needed = Object.entries(members).flatMap(([key, member]) => ('optional' in member ? [] : [key]));
  const accepts = (value: unknown): value is ObjectOf<All> => {
    if (!isObject(value)) return false;
    for (const key in value) if (shapes.get(key)?.accepts(value[key]) !== true) return false;
    for (const key of needed) if (!Object.hasOwn(value, key)) return false;
    return true;
  };
  // One mistake is made in every entry of a file, rather than another in each.
  const told = new Map<string, Problem>();
  const unknown = (key: string): Problem => {
    const problem = told.get(key) ?? unknownKey(key, shapes.keys());
    if (told.size < MOST_TOLD) told.set(key, problem);
    return problem;
  };
  const self = valueOf('object', accepts, () => ({
    type: 'object',
    properties: Object.fromEntries([...shapes].map(([key, shape]) => [key, shape.schema()])),
    required: needed,
    additionalProperties: false,
  }));
  return {
    ...self,
    explain: (value, path, note) => {
      if (!isObject(value)) {
        self.explain(value, path, note);
        return;
      }
      for (const [key, member] of Object.entries(value)) {
        const shape = shapes.get(key);
        const at = [...path, key];
        if (shape === undefined) note(unknown(key), at, 'key');
        else if (!shape.accepts(member)) shape.explain(member, at, note);
      }
      for (const key of needed)
        if (!Object.hasOwn(value, key)) note({ code: 'key-missing', key }, path, 'value');
    },
  };
}

/** Everything that is wrong with a value that a shape does not accept, with line and column. */
export function findingsIn(shape: Shape<unknown>, value: unknown, locate: Locate): readonly Finding[] {
  const findings: Finding[] = [];
  shape.explain(value, [], (problem, path, at) => findings.push(error(problem, locate[at](path))));
  return findings;
}

/** Kind and length of a value, such as `text:18`, in a form that the messages translate: never its content. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return `text:${String(Array.from(value).length)}`;
  return typeof value;
}

/** No text has more code points than UTF-16 units, or fewer than half as many: most need not be counted. */
function isWithin(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && Array.from(text).length <= limit);
}

function isSort(expects: ValueKind, value: unknown): boolean {
  if (expects === 'text') return typeof value === 'string';
  if (expects === 'list') return Array.isArray(value);
  return expects === 'object' && isObject(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MOST_TOLD = 1_000;

function unknownKey(key: string, known: Iterable<string>): Problem {
  const close = nearest(key, known);
  return { code: 'key-unknown', key: key.slice(0, 64), ...(close === undefined ? {} : { nearest: close }) };
}
