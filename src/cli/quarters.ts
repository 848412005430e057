import { refusal } from '../domain/problem.ts';
import { periodOf, quarterAt, type Quarter } from '../domain/quarter.ts';
import { basisOf, type Roster } from '../domain/roster.ts';
import { readQuarter } from '../domain/typed-quarter.ts';
import type { OptionSpec } from './command.ts';
import { textOption, type Given } from './given.ts';
import type { Context } from './context.ts';

/** `--quarter`, in every form of the contract. */
export const QUARTER_OPTION: OptionSpec = {
  name: 'quarter',
  value: { zh: '季度', en: 'QUARTER' },
  help: { zh: '季度，如 2024Q3、三季度、上季度', en: 'the quarter: 2024Q3, this, last' },
};

/** The quarter that was named, or undefined. */
export function quarterNamed(context: Context, roster: Roster, given: Given): Quarter | undefined {
  const typed = textOption(given, 'quarter');
  if (typed === undefined) return undefined;
  const read = readQuarter(typed, context.today, basisOf(roster));
  if ('problem' in read) throw refusal('misuse', read.problem, { field: '--quarter' });
  return read.value;
}

/** The quarter that was named, else the one today lies in. */
export function quarterFor(context: Context, roster: Roster, given: Given): Quarter {
  return quarterNamed(context, roster, given) ?? quarterAt(context.today, basisOf(roster));
}

/** The quarter that was named, which must have begun: of one that lies ahead there is nothing to make. */
export function begunQuarter(context: Context, roster: Roster, given: Given): Quarter {
  const quarter = quarterNamed(context, roster, given);
  const { language, today } = context;
  if (quarter === undefined) {
    const label = QUARTER_OPTION.help[language];
    throw refusal('misuse', { code: 'option-missing', option: '--quarter', label, example: '2024Q3' });
  }
  const { from } = periodOf(quarter, basisOf(roster));
  if (from > today) throw refusal('misuse', { code: 'quarter-ahead', quarter, from, today });
  return quarter;
}
