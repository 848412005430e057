import type { ReadLedger } from '../consolidation.ts';
import { asKnownOn, rowsIn } from '../cases.ts';
import type { Entry } from '../entry.ts';
import { kindOf, type Kind } from '../kinds/kind.ts';
import type { Ledger } from '../ledger.ts';
import { addQuarters, periodOf, quarterOf, quarterParts, type Quarter } from '../quarter.ts';
import { basisOf, type Roster } from '../roster.ts';
import type { Submission } from '../submission.ts';
import { admittedEntries } from './admission.ts';
import { standingKey } from './plan.ts';
import type { Standing } from './standing.ts';

/** What the office has: what was handed in, and the judges' live ledgers. */
export interface OfficeBooks {
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  /** By quarter and judge, as standingsOf gives them. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Judges and quarters of which what was received can't be read any more, `2024Q3/li-min`. */
  readonly lost: ReadonlySet<string>;
  readonly live: readonly ReadLedger[];
}

/**
 * Each judge's ledger as the office has it up to a quarter: what was handed in for a quarter, and the live ledger only for
 * quarters of which nothing ever came. What was returned or contradicts itself, or can't be read any more, is not replaced by
 * a live ledger; the ledger says in `missingIn` which quarters it knows nothing of. Judges of whom nothing came keep their live
 * ledger as it is.
 */
export function officeLedgers(
  books: OfficeBooks,
  upTo: Quarter,
  asked: readonly Quarter[],
): readonly ReadLedger[] {
  const { live, standings, lost } = books;
  const handing = new Set(
    [...standings.keys(), ...lost].filter((key) => quarterIn(key) <= upTo).map(judgeIn),
  );
  const judges = [...new Set([...handing, ...live.map(({ ledger }) => ledger.judge.id)])].sort();
  return judges.flatMap((judge) => {
    const own = live.find(({ ledger }) => ledger.judge.id === judge);
    if (!handing.has(judge)) return own ? [own] : [];
    return putTogether(books, judge, own, upTo, asked) ?? [];
  });
}

/** What one submission tells, as a ledger of its own. */
export function ledgerOf(submission: Submission, kinds: readonly Kind[]): Ledger {
  const { ledgerId, court, judge } = submission;
  const entries = [...entriesOf([submission], kinds).values()];
  return { ledgerId, court, judge: { id: judge.id, name: judge.name }, seq: 0, entries, submissions: [] };
}

/** The key's parts: `2024Q3/li-min`. */
function quarterIn(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function judgeIn(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

function putTogether(
  books: OfficeBooks,
  judge: string,
  live: ReadLedger | undefined,
  upTo: Quarter,
  asked: readonly Quarter[],
): ReadLedger | undefined {
  const { standings, lost } = books;
  const known = (quarter: Quarter): Standing | undefined => standings.get(standingKey(quarter, judge));
  const isCame = (quarter: Quarter): boolean =>
    known(quarter) !== undefined || lost.has(standingKey(quarter, judge));
  const counted = quartersUpTo(standings, judge, upTo).flatMap((quarter) => known(quarter)?.counted ?? []);
  const entries = entriesOf(
    counted.map(({ submission }) => submission),
    books.kinds,
  );
  if (live) for (const entry of uncovered(books, live.ledger, upTo, isCame)) entries.set(entry.id, entry);
  const last = counted.at(-1);
  const head = last?.submission ?? live?.ledger;
  if (!head) return undefined;
  const isMissing = (quarter: Quarter): boolean =>
    isCame(quarter) ? known(quarter)?.counted === undefined : live === undefined;
  const ledger: Ledger = {
    ledgerId: head.ledgerId,
    court: head.court,
    judge: { id: head.judge.id, name: head.judge.name },
    seq: 0,
    entries: [...entries.values()],
    submissions: [],
    missingIn: compared(upTo).filter(isMissing),
  };
  const here = asked.findLast((quarter) => !isMissing(quarter));
  const standing = here === undefined ? undefined : known(here);
  const file =
    standing?.counted?.file ?? (here === undefined ? undefined : live?.file) ?? last?.file ?? live?.file;
  if (file === undefined) return undefined;
  const source = here === undefined ? 'missing' : standing?.counted ? 'submission' : 'ledger';
  return { file, ledger, source };
}

/** The quarters for which a judge handed something in, rising. */
function quartersUpTo(
  standings: ReadonlyMap<string, Standing>,
  judge: string,
  upTo: Quarter,
): readonly Quarter[] {
  const quarters = [...standings.values()].flatMap(({ attempts }) =>
    attempts.slice(0, 1).map(({ received }) => received.submission),
  );
  return quarters
    .filter((submission) => submission.judge.id === judge && submission.quarter <= upTo)
    .map(({ quarter }) => quarter)
    .sort();
}

/** The entries of some submissions by id: of a case that lasted over several quarters, what the last one tells. */
function entriesOf(submissions: readonly Submission[], kinds: readonly Kind[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const submission of submissions) {
    for (const { id, removed } of submission.entries) if (removed !== undefined) entries.delete(id);
    for (const entry of admittedEntries(submission, kinds)) entries.set(entry.id, entry);
  }
  return entries;
}

/** What a live ledger has of quarters for which nothing came. */
function uncovered(
  { roster, kinds }: OfficeBooks,
  { judge, entries }: Ledger,
  upTo: Quarter,
  isCame: (quarter: Quarter) => boolean,
): readonly Entry[] {
  const open = quartersBack(upTo).filter((quarter) => !isCame(quarter));
  const periods = open.map((quarter) => periodOf(quarter, basisOf(roster)));
  return entries.filter((entry) => {
    const kind = kindOf(kinds, entry.kind);
    return periods.some((period) => {
      const known = asKnownOn(kind, entry, period.to);
      return known !== undefined && rowsIn(kind, [{ judge, entry: known }], period).length > 0;
    });
  });
}

/** So many quarters back a live ledger is looked through beside submissions: cases of ten years and more end some day. */
const LOOKED_BACK = 60;

function quartersBack(upTo: Quarter): readonly Quarter[] {
  const first = quarterParts(upTo).year - LOOKED_BACK / 4;
  return first < 2000 ? rising(quarterOf(2000, 1), upTo) : rising(quarterOf(first, 1), upTo);
}

/** The quarters that a consolidation sets against one another: those of the year before and of the year so far. */
function compared(upTo: Quarter): readonly Quarter[] {
  const { year } = quarterParts(upTo);
  return rising(quarterOf(Math.max(year - 1, 2000), 1), upTo);
}

function rising(from: Quarter, to: Quarter): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = from; quarter <= to; quarter = addQuarters(quarter, 1)) quarters.push(quarter);
  return quarters;
}
