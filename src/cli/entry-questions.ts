import { textOf } from '../domain/entry.ts';
import type { Choice, FieldValue } from '../domain/fields/field-type.ts';
import {
  isOffered,
  dayIn,
  dayKey,
  dayKeys,
  isRequired,
  showField,
  type Field,
  type Kind,
  type Values,
} from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { judgesNamed, serves, townNamed, villagesOn, type Roster } from '../domain/roster.ts';
import type { Workdays } from '../domain/workdays.ts';
import { foldTyped } from '../domain/typed-text.ts';
import type { Language, Words } from '../domain/words.ts';
import type { Option, Questions } from '../environment.ts';
import { problemText } from './render/findings.ts';
import { show } from './render/show.ts';
import type { Context } from './context.ts';

/** What the questions about an entry offer values from. */
export interface AskedAbout {
  readonly kind: Kind;
  readonly roster: Roster;
  readonly ledger: Ledger;
  readonly workdays: Workdays;
  /** The command's own options, which no field's flag may be. */
  readonly taken?: readonly string[];
  readonly context: Context;
}

/** Asks for every field that is required or usually filled in and was not given by a flag. */
export async function askMissing(about: AskedAbout, given: Values, questions: Questions): Promise<Values> {
  let values = given;
  for (const field of about.kind.fields) {
    const wanted = isRequired(field, values) || field.asked === true;
    if (!wanted || values[field.key] !== undefined || !isOffered(field, values)) continue;
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
  if (!read || 'problem' in read) return Object.fromEntries<FieldValue>(kept);
  const { implies, unsays, value } = read;
  const still = kept.filter(([key, said]) => key !== unsays?.key || !unsays.values.includes(String(said)));
  return { ...Object.fromEntries<FieldValue>(still), ...implies, [field.key]: value };
}

async function answer(
  about: AskedAbout,
  field: Field,
  values: Values,
  questions: Questions,
): Promise<string> {
  const { language, messages, today } = about.context;
  const { offer } = field.type;
  const label = field.label[language];
  const required = isRequired(field, values);
  const hint = field.hint?.[language] ?? (required ? undefined : messages.ask.optional);
  const message = hint === undefined ? label : messages.ask.withHint(label, hint);
  const current = showField(field, values, language);
  switch (offer.type) {
    case 'choice':
    case 'yes-no': {
      const offered =
        offer.type === 'choice'
          ? offer.choices.flatMap((choice) => namesOf(choice, offer.within ?? [], language))
          : [messages.ask.yes, messages.ask.no].map((name) => ({ value: name, name }));
      return questions.choose({
        message,
        options: required ? offered : [{ value: '', name: messages.ask.leaveEmpty }, ...offered],
        ...(current ? { initial: current } : {}),
      });
    }
    case 'several': {
      const chosen = await questions.chooseSome({
        message,
        options: labels(offer.choices, language),
        initial: current === '' ? [] : current.split(/[、,] ?/u),
        ...(required ? { least: messages.ask.required(label) } : {}),
      });
      return chosen.join('、');
    }
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
    case 'line':
    case 'case-number':
    case 'text': {
      const isDay = dayKeys(about.kind).includes(field.key) && required;
      const offered =
        current !== '' ? { initial: current } : offer.type === 'day' && isDay ? { usual: today } : {};
      return questions.text({
        message,
        ...offered,
        validate: (typed) => {
          if (typed.trim() === '') return required ? messages.ask.required(label) : undefined;
          const read = readTyped(about, field, values, typed);
          return 'problem' in read ? problemText(messages, read.problem) : undefined;
        },
      });
    }
  }
}

function readTyped({ kind, roster, context }: AskedAbout, field: Field, values: Values, typed: string) {
  const { today, language } = context;
  const day = dayIn(values, dayKey(kind, values));
  return field.type.read(typed, { today, roster, language, ...(day ? { day } : {}) });
}

/** A choice by its label, with the names within it under it. */
function namesOf(
  { id, label }: Choice,
  within: readonly { readonly name: Words; readonly within: string }[],
  language: Language,
): readonly Option[] {
  const inside = within.filter((one) => one.within === id).map(({ name }) => name[language]);
  return [
    { value: label[language], name: label[language] },
    ...inside.map((name) => ({ value: name, name: `  ${name}` })),
  ];
}

function labels(choices: readonly Choice[], language: 'zh' | 'en'): readonly Option[] {
  return choices.map(({ label }) => ({ value: label[language], name: label[language] }));
}

/** The judge's own towns of that day first, then the others of the roster; where the day is asked later, those of today. */
function townsOffered({ kind, roster, ledger, context }: AskedAbout, values: Values): readonly string[] {
  const judge = judgesNamed(roster, ledger.judge.id)[0];
  const day = dayIn(values, dayKey(kind, values)) ?? context.today;
  const own = roster.towns.filter(({ name }) => judge && serves(judge, name, day));
  return [...new Set([...own, ...roster.towns].map(({ name }) => name))];
}

/** The villages of the town on that day, then places of the ledger's own past that the roster does not list. */
function villagesOffered({ kind, roster, ledger }: AskedAbout, values: Values): readonly string[] {
  const town = townNamed(roster, String(values['town'] ?? ''));
  const day = dayIn(values, dayKey(kind, values));
  const listed = town && day ? villagesOn(town, day) : [];
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
