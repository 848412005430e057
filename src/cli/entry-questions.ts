import { isCalendarDate } from '../domain/calendar-date.ts';
import { textOf } from '../domain/entry.ts';
import type { Choice, FieldValue } from '../domain/fields/field-type.ts';
import { dayKey, showField, type Field, type Kind, type Values } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { judgesNamed, serves, townNamed, villagesOn, type Roster } from '../domain/roster.ts';
import { foldTyped } from '../domain/typed-text.ts';
import type { Option, Questions } from '../environment.ts';
import { problemText } from './render/findings.ts';
import { show } from './render/show.ts';
import type { Context } from './context.ts';

/** What the questions about an entry offer values from. */
export interface AskedAbout {
  readonly kind: Kind;
  readonly roster: Roster;
  readonly ledger: Ledger;
  readonly context: Context;
}

/** Asks for every field that is required or usually filled in and was not given by a flag. */
export async function askMissing(about: AskedAbout, given: Values, questions: Questions): Promise<Values> {
  let values = given;
  for (const field of about.kind.fields) {
    const wanted = field.required === true || field.asked === true;
    if (!wanted || values[field.key] !== undefined || field.appliesWhen?.(values) === false) continue;
    values = await askField(about, field, values, questions);
  }
  return values;
}

/** Asks for one field; an empty answer leaves it, or makes it, empty. */
export async function askField(
  about: AskedAbout,
  field: Field,
  values: Values,
  questions: Questions,
): Promise<Values> {
  const typed = await answer(about, field, values, questions);
  const read = typed.trim() === '' ? undefined : readTyped(about, field, values, typed);
  const kept = Object.entries(values).filter(([key]) => key !== field.key);
  const value = read && 'value' in read ? read.value : undefined;
  const pairs: readonly (readonly [string, FieldValue])[] =
    value === undefined ? kept : [...kept, [field.key, value]];
  return Object.fromEntries(pairs);
}

function answer(about: AskedAbout, field: Field, values: Values, questions: Questions): Promise<string> {
  const { language, messages, today } = about.context;
  const { offer } = field.type;
  const label = field.label[language];
  const hint = field.hint?.[language] ?? (field.required === true ? undefined : messages.ask.optional);
  const message = hint === undefined ? label : messages.ask.withHint(label, hint);
  const current = showField(field, values, language);
  switch (offer.type) {
    case 'choice':
      return questions.choose({
        message,
        options: labels(offer.choices, language),
        ...(current ? { initial: current } : {}),
      });
    case 'town':
      return listedAmong(message, townsOffered(about, values), questions, (text) =>
        messages.ask.notListed(text),
      );
    case 'village':
      return searchAmong(message, villagesOffered(about, values), questions, {
        none: messages.ask.townItself,
        typed: (text) => messages.ask.asTyped(text),
      });
    case 'day':
    case 'text': {
      const usual = offer.type === 'day' && field.key === dayKey(about.kind) ? today : undefined;
      const initial = current === '' ? usual : current;
      return questions.text({
        message,
        ...(initial === undefined ? {} : { initial }),
        validate: (typed) => {
          if (typed.trim() === '') return field.required === true ? messages.ask.required(label) : undefined;
          const read = readTyped(about, field, values, typed);
          return 'problem' in read ? problemText(messages, read.problem) : undefined;
        },
      });
    }
  }
}

function readTyped({ kind, roster, context }: AskedAbout, field: Field, values: Values, typed: string) {
  const { today, language } = context;
  const day = String(values[dayKey(kind)] ?? '');
  return field.type.read(typed, { today, roster, language, ...(isCalendarDate(day) ? { day } : {}) });
}

function labels(choices: readonly Choice[], language: 'zh' | 'en'): readonly Option[] {
  return choices.map(({ label }) => ({ value: label[language], name: label[language] }));
}

/** The judge's own towns of that day first, then the others of the roster. */
function townsOffered({ kind, roster, ledger }: AskedAbout, values: Values): readonly string[] {
  const judge = judgesNamed(roster, ledger.judge.id)[0];
  const day = String(values[dayKey(kind)] ?? '');
  const own = roster.towns.filter(({ name }) => judge && isCalendarDate(day) && serves(judge, name, day));
  return [...new Set([...own, ...roster.towns].map(({ name }) => name))];
}

/** The villages of the town on that day, then places of the ledger's own past that the roster does not list. */
function villagesOffered({ kind, roster, ledger }: AskedAbout, values: Values): readonly string[] {
  const town = townNamed(roster, String(values['town'] ?? ''));
  const day = String(values[dayKey(kind)] ?? '');
  const listed = town && isCalendarDate(day) ? villagesOn(town, day) : [];
  const past = ledger.entries
    .filter((entry) => textOf(entry, 'town') === town?.name)
    .map((entry) => textOf(entry, 'village'))
    .filter((name) => name !== '');
  return [...new Set([...listed, ...past])];
}

function optionOf(name: string): Option {
  return { value: name, name: show(name) };
}

/** One of the names and nothing else: what is not listed is asked about again, never replaced by a neighbour. */
async function listedAmong(
  message: string,
  names: readonly string[],
  questions: Questions,
  notListed: (text: string) => string,
): Promise<string> {
  for (;;) {
    const answer = await questions.search({
      message,
      options: (typed) => {
        const found = names.filter((name) => name.includes(foldTyped(typed))).map(optionOf);
        return found.length > 0 ? found : [{ value: '', name: notListed(show(typed)) }];
      },
    });
    if (answer !== '') return answer;
  }
}

function searchAmong(
  message: string,
  names: readonly string[],
  questions: Questions,
  extra: { readonly none: string; typed(text: string): string },
): Promise<string> {
  return questions.search({
    message,
    options: (typed) => {
      const wanted = foldTyped(typed);
      const found = names.filter((name) => name.includes(wanted)).map(optionOf);
      if (wanted === '') return [{ value: '', name: extra.none }, ...found];
      return names.includes(wanted) ? found : [...found, { value: wanted, name: extra.typed(show(wanted)) }];
    },
  });
}
