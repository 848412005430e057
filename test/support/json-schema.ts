import { isCalendarDate } from '../../src/domain/calendar-date.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Words of a schema that say something to people only. */
const SAID = ['$schema', 'title', 'description', 'schemaVersion'];

/** One word of JSON Schema: whether a value is as it says. */
type Keyword = (value: unknown, wanted: unknown, schema: Schema) => boolean;

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (value, wanted) => typeOf(value) === wanted || (wanted === 'number' && typeOf(value) === 'integer'),
  enum: (value, wanted) => listOf(wanted).includes(value),
  anyOf: (value, wanted) => listOf(wanted).some((one) => fits(value, one)),
  minLength: (value, wanted) => typeof value !== 'string' || Array.from(value).length >= Number(wanted),
  maxLength: (value, wanted) => typeof value !== 'string' || Array.from(value).length <= Number(wanted),
  pattern: (value, wanted) => typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value),
  format: (value, wanted) => typeof value !== 'string' || (wanted === 'date' && isCalendarDate(value)),
  minimum: (value, wanted) => typeof value !== 'number' || value >= Number(wanted),
  maximum: (value, wanted) => typeof value !== 'number' || value <= Number(wanted),
  items: (value, wanted) => !Array.isArray(value) || value.every((item: unknown) => fits(item, wanted)),
  minItems: (value, wanted) => !Array.isArray(value) || value.length >= Number(wanted),
  uniqueItems: (value, wanted) =>
    !Array.isArray(value) || wanted !== true || new Set(value).size === value.length,
  properties: (value, wanted) =>
    !isObject(value) ||
    Object.entries(value).every(([key, member]) => {
      const schema: unknown =
        isObject(wanted) && Object.hasOwn(wanted, key) ? Reflect.get(wanted, key) : undefined;
      return schema === undefined || fits(member, schema);
    }),
  required: (value, wanted) =>
    !isObject(value) || listOf(wanted).every((key) => Object.hasOwn(value, String(key))),
  additionalProperties: (value, wanted, { properties }) =>
    !isObject(value) ||
    wanted !== false ||
    Object.keys(value).every((key) => isObject(properties) && Object.hasOwn(properties, key)),
};

/** Whether a value is as a JSON Schema says. It knows the words that our schemas use; any other is an error of the test. */
export function fits(value: unknown, schema: unknown): boolean {
  if (!isObject(schema)) throw new Error('a schema is an object');
  const words = Object.entries(schema).filter(([word]) => !SAID.includes(word));
  return words.every(([word, wanted]) => {
    const keyword = KEYWORDS[word];
    if (!keyword) throw new Error(`${word} is no word that our schemas use`);
    return keyword(value, wanted, Object.fromEntries(words));
  });
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('a list was to stand there');
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
