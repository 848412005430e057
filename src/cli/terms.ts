import type { CalendarDate } from '../domain/calendar-date.ts';
import { refusal } from '../domain/problem.ts';
import {
  periodOver,
  quarterAt,
  quarterParts,
  quartersOf,
  type Period,
  type Quarter,
} from '../domain/quarter.ts';
import { basisOf, type Roster } from '../domain/roster.ts';
import { readDay } from '../domain/typed-day.ts';
import { readYear } from '../domain/typed-year.ts';
import type { OptionSpec } from './command.ts';
import type { Context } from './context.ts';
import { textOption, type Given } from './given.ts';
import { begunQuarter, quarterNamed } from './quarters.ts';

/** `--year`, in every form of the contract. */
export const YEAR_OPTION: OptionSpec = {
  name: 'year',
  value: { zh: '年度', en: 'YEAR' },
  help: { zh: '全年，如 2024、今年、去年', en: 'the whole year: 2024, this, last' },
};

/** `--as-of`, the 截至日 of what is made. */
export const AS_OF_OPTION: OptionSpec = {
  name: 'as-of',
  value: { zh: '截至日', en: 'DATE' },
  help: { zh: '数据截至这一天；之后的不计', en: 'leave out what lies after this day' },
};

/** A quarter, or a calendar year of four. */
export type Term =
  { readonly type: 'quarter'; readonly quarter: Quarter } | { readonly type: 'year'; readonly year: number };

/** The quarter or the year that was named: one of them, and one that has begun. */
export function wantedTerm(context: Context, roster: Roster, given: Given): Term {
  const { today } = context;
  const quarter = quarterNamed(context, roster, given);
  const year = yearNamed(context, roster, given);
  if (quarter !== undefined && year !== undefined) {
    throw refusal('misuse', { code: 'options-exclusive', options: ['--quarter', '--year'] });
  }
  if (year !== undefined) {
    const { from } = periodOfTerm({ type: 'year', year }, roster);
    if (from > today) throw refusal('misuse', { code: 'year-ahead', year, from, today });
    return { type: 'year', year };
  }
  return { type: 'quarter', quarter: begunQuarter(context, roster, given) };
}

/** The days of a quarter or a year. */
export function periodOfTerm(term: Term, roster: Roster): Period {
  const quarters = term.type === 'quarter' ? [term.quarter] : quartersOf(term.year);
  return periodOver(quarters, basisOf(roster));
}

/** 截至日: the last day of the period if that is past, else today, or what `--as-of` asks for. */
export function asOfDay(context: Context, { from, to }: Period, given: Given): CalendarDate {
  const typed = textOption(given, 'as-of');
  if (typed === undefined) return context.today < to ? context.today : to;
  const read = readDay(typed, context.today);
  if ('problem' in read) throw refusal('misuse', read.problem, { field: '--as-of' });
  if (read.value > context.today) {
    throw refusal(
      'misuse',
      { code: 'day-ahead', found: read.value, today: context.today },
      { field: '--as-of' },
    );
  }
  if (read.value < from)
    throw refusal('misuse', { code: 'as-of-early', day: read.value, from }, { field: '--as-of' });
  return read.value < to ? read.value : to;
}

function yearNamed({ today }: Context, roster: Roster, given: Given): number | undefined {
  const typed = textOption(given, 'year');
  if (typed === undefined) return undefined;
  const read = readYear(typed, quarterParts(quarterAt(today, basisOf(roster))).year);
  if ('problem' in read) throw refusal('misuse', read.problem, { field: '--year' });
  return read.value;
}
