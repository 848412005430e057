import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FieldValue } from '../domain/fields/field-type.ts';
import { saysYesOrNo } from '../domain/fields/yes-no.ts';
import {
  dayIn,
  dayKey,
  dayKeys,
  isRequired,
  type Field,
  type Kind,
  type Values,
} from '../domain/kinds/kind.ts';
import { error, type Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import type { OptionSpec } from './command.ts';
import { isOn, textOption, type Given } from './given.ts';
import type { Context } from './context.ts';

/**
 * The flag of a field: `litigationNotice` is `--litigation-notice`. Where the command has an option of that name itself, as
 * `edit` has the reason for a change, the field's is `--new-reason`.
 */
export function flagOf(field: Field, taken: readonly string[] = []): string {
  const flag = field.key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return taken.includes(flag) ? `new-${flag}` : flag;
}

/** The flags of a kind, one for each field, in the order of the file; `taken` are the command's own options. */
export function fieldOptions(kind: Kind, taken: readonly string[] = []): readonly OptionSpec[] {
  return kind.fields.map((field) => ({
    name: flagOf(field, taken),
    value: field.label,
    ...(field.type.offer.type === 'yes-no'
      ? { bare: (word) => word.trim() === '' || saysYesOrNo(word) }
      : {}),
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

/** What reading flags may need to know. */
export interface ReadingFlags {
  readonly context: Context;
  readonly roster: Roster;
  /** The command's own options, which no field may have. */
  readonly taken?: readonly string[];
  /** The values that the entry has already. */
  readonly before?: Values;
}

/**
 * Reads the flags of a kind; a bare one says yes. An empty value clears its field; all bad values are found in one run. A time
 * limit without a year is counted from the opening day, which the entry has had `before` where no flag says another.
 */
export function readFlags(
  kind: Kind,
  given: Given,
  { context, roster, taken = [], before = {} }: ReadingFlags,
): FlagValues {
  const values: Record<string, FieldValue> = {};
  const cleared: string[] = [];
  const findings: Finding[] = [];
  let day: CalendarDate | undefined;
  for (const field of kind.fields) {
    const flag = flagOf(field, taken);
    const typed = isOn(given, flag) ? 'true' : textOption(given, flag);
    if (typed === undefined) continue;
    const where = { field: `--${flag}` };
    if (typed.trim() === '') {
      if (field.required === true) {
        findings.push(error({ code: 'field-cannot-clear', label: field.label[context.language] }, where));
      } else cleared.push(field.key);
      continue;
    }
    const { today, language } = context;
    const opened = day ?? dayIn(before, dayKey(kind, before));
    const read = field.type.read(typed, { today, roster, language, ...(opened ? { day: opened } : {}) });
    if ('problem' in read) findings.push(error(read.problem, where));
    else {
      // What a value says of other fields (相邻纠纷 is 邻里) is said unless a flag says otherwise.
      Object.assign(values, read.implies, { [field.key]: read.value });
      if (read.unsays && read.unsays.values.includes(String(before[read.unsays.key])))
        cleared.push(read.unsays.key);
      if (dayKeys(kind).includes(field.key)) day ??= dayIn(values, field.key);
    }
  }
  return { values, cleared, findings };
}

/** What each required flag that is missing asks for, with an example. */
export function missingFlags(kind: Kind, values: Values, context: Context): readonly Finding[] {
  return kind.fields
    .filter((field) => isRequired(field, values) && values[field.key] === undefined)
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
  if (offer.type !== 'choice' && offer.type !== 'several')
    return field.hint?.[language] ?? field.type.example[language];
  return offer.choices
    .map(({ id, label }) => {
      if (label[language] === id) return id;
      return language === 'zh' ? `${label.zh}（${id}）` : `${id} (${label.en})`;
    })
    .join(language === 'zh' ? '、' : ', ');
}
