import { partsOf, type CalendarDate } from './calendar-date.ts';
import { readCaseNumber } from './case-number.ts';
import { dayOf, entryDay, textOf, type Entry } from './entry.ts';
import { problemOfText } from './fields/text.ts';
import { invisibleIn } from './invisible.ts';
import { insideCalendar } from './kinds/clock.ts';
import { applies, fieldOf, isRequired, kindOf, lacks, type Field, type Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { nearest } from './nearest.ts';
import { numbersIn } from './numbers-in-text.ts';
import { placeKey } from './place-key.ts';
import { error, warning, type Finding, type Problem } from './problem.ts';
import {
  judgesNamed,
  NO_COURT_CODE,
  nearestTown,
  rulesOn,
  serves,
  townNamed,
  villageNamed,
  villagesOn,
  type Roster,
} from './roster.ts';
import { alike } from './similarity.ts';
import { lookAlike } from './look-alike.ts';
import type { Workdays } from './workdays.ts';
import type { Language } from './words.ts';

/** What a check of one entry may look at. */
export interface CheckContext {
  readonly kind: Kind;
  readonly workdays: Workdays;
  readonly reportWithinWorkdays: number;
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
  { name: 'invisible characters', run: checkInvisible },
  { name: 'order of days', run: checkDayOrder },
  { name: 'days ahead', run: checkDaysAhead },
  { name: 'town', run: checkTown },
  { name: 'village', run: checkVillage },
  { name: 'served', run: checkServed },
  { name: 'closing day', run: checkClosingDay },
  { name: 'case numbers', run: checkCaseNumber },
  { name: 'subtype', run: checkSubtype },
  { name: 'numbers in text', run: checkNumbersInText },
  { name: 'names', run: checkNames },
  { name: 'of the kind', run: checkKind },
  { name: 'twins', run: checkTwins },
];

/** All findings on one entry, without the warnings that the rules of its quarter silence. */
export function checkEntry(
  entry: Entry,
  given: Omit<CheckContext, 'reportWithinWorkdays'>,
): readonly Finding[] {
  const day = entryDay(given.kind, entry);
  const { silence, reportWithinWorkdays } = rulesOn(given.roster, day);
  // No quarter's rules silence an entry that has no day.
  const silenced = day === undefined ? [] : silence;
  const context = { ...given, reportWithinWorkdays };
  return ENTRY_CHECKS.flatMap((check) => check.run(entry, context))
    .filter((finding) => finding.severity === 'error' || !silenced.includes(finding.problem.code))
    .map((finding) => ({
      ...finding,
      where: { judge: context.judge, entry: entry.id, ...finding.where },
      ...labelOf(finding, context),
    }));
}

/** A key such as `appliedOn` says nothing to who reads Chinese. */
function labelOf({ where: { field } }: Finding, { kind, language }: CheckContext): { label?: string } {
  return field === undefined ? {} : { label: fieldOf(kind, field).label[language] };
}

/** What the checks of a whole ledger look at. */
export interface LedgerQuestion {
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly today: CalendarDate;
  readonly language: Language;
}

/** All findings on a ledger's entries and on the ledger itself. */
export function checkLedger(ledger: Ledger, question: LedgerQuestion): readonly Finding[] {
  const { kinds, roster } = question;
  const active = ledger.entries.filter((entry) => !entry.removed);
  const ofEntries = active.flatMap((entry) =>
    checkEntry(entry, {
      ...question,
      kind: kindOf(kinds, entry.kind),
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
    .filter((field) => isRequired(field, entry.values) && entry.values[field.key] === undefined)
    .map((field) => at(field, { code: 'field-required', label: field.label[language] }));
}

function checkInPlace(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields
    .filter((field) => entry.values[field.key] !== undefined && !applies(field, entry.values))
    .map((field) => {
      const label = field.label[language];
      if (field.needs === undefined || !lacks(field, entry.values))
        return at(field, { code: 'field-out-of-place', label });
      const needs = fieldOf(kind, field.needs).label[language];
      return at(field, { code: 'field-needs', label, needs });
    });
}

/** An outcome that ends a case, without the day on which it did: the case would be carried over for ever. */
function checkClosingDay(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  const { span } = kind;
  if (span.type === 'event' || span.outcome === undefined || dayOf(entry, span.closed)) return [];
  const outcome = fieldOf(kind, span.outcome);
  const value = textOf(entry, outcome.key);
  if (outcome.type.offer.type !== 'choice' || value === '') return [];
  if (span.ending && !span.ending.includes(value)) return [];
  const closed = fieldOf(kind, span.closed);
  return [doubt(closed, { code: 'closing-day-missing', label: closed.label[language] })];
}

/** How many years a case number may lie from the entry's day before it is doubted. */
const YEARS_APART = 2;

function checkCaseNumber(entry: Entry, { kind, roster }: CheckContext): readonly Finding[] {
  const day = entryDay(kind, entry);
  return kind.fields.flatMap((field) => {
    const typed = field.type.offer.type === 'case-number' ? textOf(entry, field.key) : '';
    const number = typed === '' ? undefined : readCaseNumber(typed);
    if (!number) return [];
    const { text, year, court } = number;
    const { code } = roster.court;
    const isFar = day !== undefined && Math.abs(year - partsOf(day).year) > YEARS_APART;
    return [
      ...(court === undefined ? [doubt(field, { code: 'case-number-old-form', number: text })] : []),
      ...(court !== undefined && code !== NO_COURT_CODE && court !== code
        ? [doubt(field, { code: 'case-number-other-court', number: text, court: code })]
        : []),
      ...(isFar ? [doubt(field, { code: 'case-number-year', number: text, day })] : []),
    ];
  });
}

/** A subtype that the rules name belongs to one type; where the type was changed, the old subtype may have been left standing. */
function checkSubtype(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const { offer } = field.type;
    const type = textOf(entry, field.key);
    if (offer.type !== 'choice' || !offer.within || type === '') return [];
    const subtype = offer.within.find(({ name }) => name.zh === textOf(entry, 'subtype'));
    if (!subtype || subtype.within === type) return [];
    const problem: Problem = {
      code: 'subtype-elsewhere',
      subtype: subtype.name[language],
      within: field.type.show(subtype.within, language),
      type: field.type.show(type, language),
    };
    return [doubt(fieldOf(kind, 'subtype'), problem)];
  });
}

/** The doubts that only entries of this kind have. */
function checkKind(entry: Entry, context: CheckContext): readonly Finding[] {
  const { kind, workdays, reportWithinWorkdays } = context;
  return (kind.checks ?? []).flatMap(({ field, find }) => {
    const problem = insideCalendar(() => find(entry.values, { workdays, reportWithinWorkdays }));
    return problem ? [doubt(fieldOf(kind, field), problem)] : [];
  });
}

/** A name that another entry writes with look-alike characters: likely the same person or body. */
function checkNames(entry: Entry, { kind, language, others }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const { offer } = field.type;
    const name = offer.type === 'text' && offer.name ? textOf(entry, field.key) : '';
    if (name === '') return [];
    const twin = others.find((other) => other.kind === kind.id && lookAlike(textOf(other, field.key), name));
    if (!twin) return [];
    return [doubt(field, { code: 'look-alike-name', label: field.label[language], of: twin.id })];
  });
}

function checkText(entry: Entry, { kind }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const value = entry.values[field.key];
    if (typeof value !== 'string') return [];
    const problem = problemOfText(value, field.type.offer.type === 'text' && field.type.offer.long);
    return problem ? [at(field, problem)] : [];
  });
}

/** A name with a zero-width character in it is found by no search, and counts as another. */
function checkInvisible(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const value = entry.values[field.key];
    const codePoint = typeof value === 'string' ? invisibleIn(value) : undefined;
    if (codePoint === undefined) return [];
    return [doubt(field, { code: 'text-invisible', label: field.label[language], codePoint })];
  });
}

function checkDayOrder(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    const day = dayOf(entry, field.key);
    return (field.notBefore ?? []).flatMap((key) => {
      const earliest = dayOf(entry, key);
      if (!day || !earliest || day >= earliest) return [];
      const after = fieldOf(kind, key).label[language];
      return [at(field, { code: 'day-order', label: field.label[language], after, day, earliest })];
    });
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

function checkNumbersInText(entry: Entry, { kind, language }: CheckContext): readonly Finding[] {
  return kind.fields.flatMap((field) => {
    if (field.type.offer.type !== 'text') return [];
    return numbersIn(textOf(entry, field.key))
      .filter(({ looksLike }) => looksLike !== 'phone' || field.holds !== 'phone')
      .map(({ looksLike, length }) =>
        doubt(field, { code: 'number-in-text', label: field.label[language], looksLike, length }),
      );
  });
}

function checkTwins(entry: Entry, { kind, roster, others }: CheckContext): readonly Finding[] {
  const [day, place, gist] = [entryDay(kind, entry), placeKey(roster, entry), textOf(entry, kind.gist)];
  const twin = others.find(
    (other) =>
      other.kind === entry.kind &&
      entryDay(kind, other) === day &&
      placeKey(roster, other) === place &&
      alike(textOf(other, kind.gist), gist),
  );
  return twin ? [warning({ code: 'likely-twin', of: twin.id })] : [];
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
