import type { CalendarDate } from '../domain/calendar-date.ts';
import { isCalendarDate } from '../domain/calendar-date.ts';
import type { FieldValue } from '../domain/fields/field-type.ts';
import { dayKey, type Field, type Kind, type Values } from '../domain/kinds/kind.ts';
import { error, type Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import type { OptionSpec } from './command.ts';
import { textOption, type Given } from './given.ts';
import type { Context } from './context.ts';

/** The flag of a field: `litigationNotice` is `--litigation-notice`. */
export function flagOf(field: Field): string {
  return field.key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** The flags of a kind, one for each field, in the order of the file. */
export function fieldOptions(kind: Kind): readonly OptionSpec[] {
  return kind.fields.map((field) => ({
    name: flagOf(field),
    value: field.label,
    help: {
      zh: helpOf(field, 'zh'),
      en: helpOf(field, 'en'),
    },
  }));
}

/** What the flags say: values to set, keys to clear, and everything that could not be read. */
export interface FlagValues {
  readonly values: Values;
  readonly cleared: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads the flags of a kind. An empty value clears its field; all bad values are found in one run. */
export function readFlags(kind: Kind, given: Given, context: Context, roster: Roster): FlagValues {
  const values: Record<string, FieldValue> = {};
  const cleared: string[] = [];
  const findings: Finding[] = [];
  let day: CalendarDate | undefined;
  for (const field of kind.fields) {
    const typed = textOption(given, flagOf(field));
    if (typed === undefined) continue;
    const where = { field: `--${flagOf(field)}` };
    if (typed.trim() === '') {
      if (field.required) {
        findings.push(error({ code: 'field-cannot-clear', label: field.label[context.language] }, where));
      } else cleared.push(field.key);
      continue;
    }
    const { today, language } = context;
    const read = field.type.read(typed, { today, roster, language, ...(day ? { day } : {}) });
    if ('problem' in read) findings.push(error(read.problem, where));
    else {
      values[field.key] = read.value;
      if (field.key === dayKey(kind) && typeof read.value === 'string' && isCalendarDate(read.value))
        day = read.value;
    }
  }
  return { values, cleared, findings };
}

/** What each required flag that is missing asks for, with an example. */
export function missingFlags(kind: Kind, values: Values, context: Context): readonly Finding[] {
  return kind.fields
    .filter((field) => field.required === true && values[field.key] === undefined)
    .map((field) =>
      error({
        code: 'option-missing',
        option: `--${flagOf(field)}`,
        label: field.label[context.language],
        example: field.type.example[context.language],
      }),
    );
}

function helpOf(field: Field, language: 'zh' | 'en'): string {
  const { offer } = field.type;
  if (offer.type !== 'choice') return field.hint?.[language] ?? field.type.example[language];
  return offer.choices
    .map(({ id, label }) =>
      language === 'zh' ? `${label.zh}（${id}）` : label.en === id ? id : `${id} (${label.en})`,
    )
    .join(language === 'zh' ? '、' : ', ');
}
