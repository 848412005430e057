import type { CalendarDate } from './calendar-date.ts';
import { dayOf, entryDay, textOf, type Entry } from './entry.ts';
import { problemOfText } from './fields/text.ts';
import { fieldOf, kindOf, type Field, type Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { nearest } from './nearest.ts';
import { error, warning, type Finding, type Problem } from './problem.ts';
import { quarterAt } from './quarter.ts';
import {
  basisOf,
  judgesNamed,
  nearestTown,
  rulesFor,
  serves,
  townNamed,
  villageNamed,
  villagesOn,
  type Roster,
} from './roster.ts';
import { alike } from './similarity.ts';
import { foldTyped } from './typed-text.ts';
import type { Language } from './words.ts';

/** What a check of one entry may look at. */
export interface CheckContext {
  readonly kind: Kind;
  readonly roster: Roster;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly judge: string;
  /** The other entries of the ledger that are not removed. */
  readonly others: readonly Entry[];
}

/** One named question asked of an entry; it answers with what it found. */
interface EntryCheck {
  readonly name: string;
  run(entry: Entry, context: CheckContext): readonly Finding[];
}

/** The checks of an entry, each a question of its own. Errors stop, warnings are asked about or listed. */
export const ENTRY_CHECKS: readonly EntryCheck[] = [
  { name: 'required', run: checkRequired },
  { name: 'in place', run: checkInPlace },
  { name: 'text', run: checkText },
  { name: 'order of days', run: checkDayOrder },
  { name: 'days ahead', run: checkDaysAhead },
  { name: 'town', run: checkTown },
  { name: 'village', run: checkVillage },
  { name: 'served', run: checkServed },
  { name: 'numbers in text', run: checkNumbersInText },
  { name: 'twins', run: checkTwins },
];

/** All findings on one entry, without the warnings that the rules of its quarter silence. */
export function checkEntry(entry: Entry, context: CheckContext): readonly Finding[] {
  const day = entryDay(context.kind, entry);
  const silenced = day ? rulesFor(context.roster, quarterAt(day, basisOf(context.roster))).silence : [];
  return ENTRY_CHECKS.flatMap((check) => check.run(entry, context))
    .filter((finding) => finding.severity === 'error' || !silenced.includes(finding.problem.code))
    .map((finding) => ({ ...finding, where: { judge: context.judge, entry: entry.id, ...finding.where } }));
}

/** All findings on a ledger's entries and on the ledger itself. */
export function checkLedger(
  ledger: Ledger,
  kinds: readonly Kind[],
  roster: Roster,
  today: CalendarDate,
  language: Language,
): readonly Finding[] {
  const active = ledger.entries.filter((entry) => !entry.removed);
  const ofEntries = active.flatMap((entry) =>
    checkEntry(entry, {
      kind: kindOf(kinds, entry.kind),
      roster,
      today,
      language,
      judge: ledger.judge.id,
      others: active.filter((other) => other !== entry),
    }),
  );
  return [...checkOwner(ledger, roster), ...ofEntries];
}

function checkOwner(ledger: Ledger, roster: Roster): readonly Finding[] {
  const where = { judge: ledger.judge.id };
  const findings: Finding[] = [];
  const judge = judgesNamed(roster, ledger.judge.id)[0];
  if (!judge) findings.push(warning({ code: 'judge-not-on-roster', judge: ledger.judge.id }, where));
  else if (judge.name !== ledger.judge.name) {
    findings.push(
      warning({ code: 'judge-name-differs', found: ledger.judge.name, roster: judge.name }, where),
    );
  }
  if (ledger.court !== roster.court.name) {
    findings.push(warning({ code: 'court-differs', found: ledger.court, roster: roster.court.name }, where));
  }
  return findings;
}

function checkRequired(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields
    .filter((field) => field.required === true && entry.values[field.key] === undefined)
    .map((field) => at(field, { code: 'field-required', label: field.label[language] }));
}

function checkInPlace(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields
    .filter((field) => entry.values[field.key] !== undefined && field.appliesWhen?.(entry.values) === false)
    .map((field) => at(field, { code: 'field-out-of-place', label: field.label[language] }));
}

function checkText(entry: Entry, { kind }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const value = entry.values[field.key];
    if (typeof value !== 'string') return [];
    const problem = problemOfText(value, field.type.offer.type === 'text' && field.type.offer.long);
    return problem ? [at(field, problem)] : [];
  });
}

function checkDayOrder(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    if (field.notBefore === undefined) return [];
    const [day, earliest] = [dayOf(entry, field.key), dayOf(entry, field.notBefore)];
    if (!day || !earliest || day >= earliest) return [];
    const after = fieldOf(kind, field.notBefore).label[language];
    return [at(field, { code: 'day-order', label: field.label[language], after, day, earliest })];
  });
}

/** In a file a day ahead is only a warning: the file may come from a PC whose clock is right where ours is wrong. */
function checkDaysAhead(entry: Entry, { kind, today, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    if (field.type.offer.type !== 'day' || field.type.offer.ahead) return [];
    const day = dayOf(entry, field.key);
    if (!day || day <= today) return [];
    return [doubt(field, { code: 'day-after-today', label: field.label[language], day, today })];
  });
}

function checkTown(entry: Entry, { kind, roster }: CheckContext): readonly Finding[] {
  return placesOf(kind, 'town').flatMap((field) => {
    const town = textOf(entry, field.key);
    if (town === '' || townNamed(roster, town)) return [];
    const close = nearestTown(roster, town);
    return [doubt(field, { code: 'town-not-listed', town, ...(close ? { nearest: close } : {}) })];
  });
}

function checkVillage(entry: Entry, { kind, roster }: CheckContext): readonly Finding[] {
  const town = townNamed(roster, textOf(entry, 'town'));
  const day = entryDay(kind, entry);
  if (!town || town.villages.length === 0 || !day) return [];
  return placesOf(kind, 'village').flatMap((field) => {
    const village = textOf(entry, field.key);
    if (village === '' || villageNamed(town, village)) return [];
    const close = nearest(village, villagesOn(town, day));
    return [
      doubt(field, {
        code: 'village-not-listed',
        town: town.name,
        village,
        ...(close ? { nearest: close } : {}),
      }),
    ];
  });
}

function checkServed(entry: Entry, { kind, roster, judge }: CheckContext): readonly Finding[] {
  const person = judgesNamed(roster, judge)[0];
  const town = townNamed(roster, textOf(entry, 'town'));
  const day = entryDay(kind, entry);
  if (!person || !town || !day || serves(person, town.name, day)) return [];
  return [doubt(fieldOf(kind, 'town'), { code: 'town-not-served', town: town.name, day })];
}

const NUMBERS: readonly { looksLike: 'identity' | 'phone' | 'bank-card'; pattern: RegExp }[] = [
  { looksLike: 'identity', pattern: /(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])/u },
  { looksLike: 'phone', pattern: /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/u },
  { looksLike: 'bank-card', pattern: /(?<![0-9])(?:[3-6][0-9]{15}|[3-6][0-9]{18})(?![0-9])/u },
];

/** The digits of a mobile phone's number, the shortest of them. */
const SHORTEST_NUMBER = 11;

/** Hardly any text has a long number, and to look for its digits costs less than to compile a pattern. */
function longestRunOfDigits(text: string): number {
  let [longest, run] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isDigit = (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
    run = isDigit ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function checkNumbersInText(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    if (field.type.offer.type !== 'text') return [];
    const typed = textOf(entry, field.key);
    if (longestRunOfDigits(typed) < SHORTEST_NUMBER) return [];
    const text = foldTyped(typed);
    return NUMBERS.flatMap(({ looksLike, pattern }) => {
      const found = pattern.exec(text);
      if (!found) return [];
      return [
        doubt(field, {
          code: 'number-in-text',
          label: field.label[language],
          looksLike,
          length: found[0].length,
        }),
      ];
    });
  });
}

function checkTwins(entry: Entry, { kind, roster, others }: CheckContext): readonly Finding[] {
  const twin = others.find(
    (other) =>
      other.kind === entry.kind &&
      entryDay(kind, other) === entryDay(kind, entry) &&
      placeKey(roster, other) === placeKey(roster, entry) &&
      alike(textOf(other, kind.gist), textOf(entry, kind.gist)),
  );
  return twin ? [warning({ code: 'likely-twin', of: twin.id })] : [];
}

/** Town and village of an entry with aliases folded: the same place has the same key. */
export function placeKey(roster: Roster, entry: Entry): string {
  const town = townNamed(roster, textOf(entry, 'town'));
  const village = textOf(entry, 'village');
  const known = town && villageNamed(town, village);
  return `${town?.name ?? textOf(entry, 'town')}\n${known?.name ?? village}`;
}

function placesOf(kind: Kind, type: 'town' | 'village'): readonly Field[] {
  return kind.fields.filter((field) => field.type.offer.type === type);
}

function at(field: Field, problem: Problem): Finding {
  return error(problem, { field: field.key });
}

function doubt(field: Field, problem: Problem): Finding {
  return warning(problem, { field: field.key });
}
