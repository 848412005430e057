import { canonicalJson } from '../canonical-json.ts';
import type { Entry } from '../entry.ts';
import { entriesFromJson } from '../ledger-format.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Finding, Problem } from '../problem.ts';
import { periodOf } from '../quarter.ts';
import { basisOf, DEFAULT_RULES, rulesFor, type Roster } from '../roster.ts';
import type { Locate } from '../shape.ts';
import type { Submission } from '../submission.ts';

/** Why a submission is not admitted: not this court's or nobody's on the roster (it waits), or not by this court's quarters. */
export interface Bar {
  readonly verdict: 'quarantined' | 'rejected';
  readonly problem: Problem;
}

/** What keeps a sound submission from being counted, by the office's roster; undefined where nothing does. */
export function barOf({ court, judge, quarter, period, rules }: Submission, roster: Roster): Bar | undefined {
  if (court !== roster.court.name)
    return {
      verdict: 'quarantined',
      problem: { code: 'submission-other-court', found: court, roster: roster.court.name },
    };
  if (!roster.judges.some(({ id }) => id === judge.id))
    return { verdict: 'quarantined', problem: { code: 'submission-not-on-roster', judge: judge.id } };
  const own = periodOf(quarter, basisOf(roster));
  if (own.from !== period.from || own.to !== period.to)
    return {
      verdict: 'rejected',
      problem: { code: 'submission-period-differs', quarter, found: period, roster: own },
    };
  const differing = differingRules(rules, roster, quarter);
  if (differing.length > 0)
    return { verdict: 'rejected', problem: { code: 'submission-rules-differ', quarter, rules: differing } };
  return undefined;
}

/** The entries of a submission, without what was removed, or everything that is wrong with them. */
export function submittedEntries(
  { entries }: Pick<Submission, 'entries'>,
  kinds: readonly Kind[],
  locate: Locate,
): { readonly entries: readonly Entry[] } | { readonly findings: readonly Finding[] } {
  const kept = entries.flatMap((entry, index): [number, object][] =>
    entry['removed'] === undefined ? [[index, entry]] : [],
  );
  const { entries: read, findings } = entriesFromJson(kept, kinds, locate);
  return findings.length > 0 ? { findings } : { entries: read };
}

/** The same of one that was admitted; that its entries are not sound any more can't be, or its rows would vanish unseen. */
export function admittedEntries(
  submission: Pick<Submission, 'entries'>,
  kinds: readonly Kind[],
): readonly Entry[] {
  const read = submittedEntries(submission, kinds, { value: () => ({}), key: () => ({}) });
  if ('findings' in read) throw new RangeError('a submission with unsound entries was admitted');
  return read.entries;
}

/** The rules that the judge's counts were made by and the office's are not; what a file does not name is as it always was. */
function differingRules(
  rules: Submission['rules'],
  roster: Roster,
  quarter: Submission['quarter'],
): readonly string[] {
  const told: Readonly<Record<string, unknown>> = { ...DEFAULT_RULES, ...rules };
  const own: Readonly<Record<string, unknown>> = { ...DEFAULT_RULES, ...rulesFor(roster, quarter) };
  return [...new Set([...Object.keys(told), ...Object.keys(own)])]
    .filter(
      (key) => key !== 'from' && canonicalJson([told[key] ?? null]) !== canonicalJson([own[key] ?? null]),
    )
    .sort();
}
