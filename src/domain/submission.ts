import type { CalendarDate } from './calendar-date.ts';
import { canonicalJson } from './canonical-json.ts';
import { asKnownOn, rowsIn } from './cases.ts';
import type { Entry } from './entry.ts';
import { entryToDocument } from './entry-format.ts';
import type { Kind } from './kinds/kind.ts';
import type { Ledger, SubmissionMark } from './ledger.ts';
import { periodOf, type Period, type Quarter } from './quarter.ts';
import { basisOf, rulesFor, type Roster, type Rules } from './roster.ts';
import { entryDigest, sealValue, type Seal, type Sha256 } from './seal.ts';

/** The format of a submission's file that this version reads and writes. */
export const SUBMISSION_FORMAT = 'liaison-submission/1';

/** An entry as it stands in a submission: as in the ledger's file, without its history; one that was removed says only that. */
export type SubmittedEntry = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly kind: string;
};

/** 报送件: what a judge handed in for a quarter, sealed. */
export interface Submission {
  readonly format: typeof SUBMISSION_FORMAT;
  readonly ledgerId?: string | undefined;
  readonly court: string;
  readonly judge: { readonly id: string; readonly name: string };
  readonly quarter: Quarter;
  /** 第 n 次报送, from 1. */
  readonly attempt: number;
  /** The seals of all earlier attempts for the quarter, in their order. */
  readonly supersedes: readonly string[];
  /** The rules by which the judge's counts were made. */
  readonly rules: { readonly [Rule in keyof Rules]?: Rules[Rule] | undefined };
  readonly period: Period;
  /** 截至日: what lies after it is not in it. */
  readonly asOf: CalendarDate;
  readonly createdAt: string;
  readonly toolVersion: string;
  /** 工作中遇到的问题及建议. */
  readonly problems?: string | undefined;
  readonly entries: readonly SubmittedEntry[];
  /** How many entries of each kind, by its id; removed ones are not counted. */
  readonly counts: Readonly<Record<string, number>>;
  readonly entryDigests: Readonly<Record<string, string>>;
  readonly seal: Seal;
}

/** What a submission is made from. */
export interface SubmissionQuestion {
  readonly ledger: Ledger;
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly quarter: Quarter;
  readonly today: CalendarDate;
  readonly at: string;
  readonly toolVersion: string;
  readonly problems?: string | undefined;
}

/** The next attempt for a quarter, sealed. */
export function makeSubmission(question: SubmissionQuestion, sha256: Sha256): Submission {
  const { ledger, kinds, roster, quarter, today, at, toolVersion, problems } = question;
  const { ledgerId, court, judge } = ledger;
  const period = periodOf(quarter, basisOf(roster));
  const asOf = today < period.to ? today : period.to;
  const before = attemptsOf(ledger, quarter);
  const { live, removed } = entriesFor(ledger, kinds, { from: period.from, to: asOf });
  const entries = [...live, ...removed].sort((one, other) => (one.id < other.id ? -1 : 1));
  const count = ({ id }: Kind): number => live.filter((entry) => entry.kind === id).length;
  const unsealed: Omit<Submission, 'seal'> = {
    format: SUBMISSION_FORMAT,
    ...(ledgerId === undefined ? {} : { ledgerId }),
    court,
    judge: { id: judge.id, name: judge.name },
    quarter,
    attempt: (before.at(-1)?.attempt ?? 0) + 1,
    supersedes: before.map((mark) => mark.sha256),
    rules: rulesFor(roster, quarter),
    period,
    asOf,
    createdAt: at,
    toolVersion,
    ...(problems === undefined ? {} : { problems }),
    entries,
    counts: Object.fromEntries(kinds.map((kind) => [kind.id, count(kind)])),
    entryDigests: Object.fromEntries(entries.map((entry) => [entry.id, entryDigest(entry, sha256)])),
  };
  return { ...unsealed, seal: { alg: 'sha256-jcs', value: sealValue(SUBMISSION_FORMAT, unsealed, sha256) } };
}

/** What was handed in for a quarter so far, in the order of the attempts. */
export function attemptsOf({ submissions }: Ledger, quarter: string): readonly SubmissionMark[] {
  return submissions
    .filter((mark) => mark.quarter === quarter)
    .toSorted((one, other) => one.attempt - other.attempt);
}

/** Whether two attempts tell the same: entries, problems and rules; when they were made does not matter. */
export function tellsTheSame(one: Submission, other: Submission): boolean {
  const told = ({ entries, problems, rules, period }: Submission): string =>
    canonicalJson({ entries, problems, rules, period });
  return told(one) === told(other);
}

/** The ledger with the marks of what was handed in, as one step; the same object where it has them all. */
export function markSubmitted(ledger: Ledger, submissions: readonly Submission[]): Ledger {
  const marks = submissions
    .filter(({ quarter, attempt }) => !attemptsOf(ledger, quarter).some((mark) => mark.attempt === attempt))
    .map(({ quarter, attempt, seal, createdAt }): SubmissionMark => ({
      quarter,
      attempt,
      sha256: seal.value,
      at: createdAt,
    }));
  if (marks.length === 0) return ledger;
  return { ...ledger, seq: ledger.seq + 1, submissions: [...ledger.submissions, ...marks] };
}

/** The entries of a kind that are not removed. */
export function liveEntries({ entries }: Submission, kind: string): readonly SubmittedEntry[] {
  return entries.filter((entry) => entry.kind === kind && entry['removed'] === undefined);
}

/** How many entries that the contact leader is to be told of have no day on which that was done (rules, 二(二)2). */
export function untoldIn({ id, reported }: Kind, submission: Submission): number {
  if (reported === undefined) return 0;
  return liveEntries(submission, id).filter((entry) => entry[reported] === undefined).length;
}

/** How many entries were handed in, removed ones not counted. */
export function entriesHandedIn({ counts }: Submission): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The text of a submission's file: two spaces, LF, a final newline. */
export function submissionToText(submission: Submission): string {
  return `${JSON.stringify(submission, null, 2)}\n`;
}

/** The name of a submission's file: court, judge, quarter, attempt and the first 8 digits of the seal, never a person's name. */
export function submissionFile({ judge, quarter, attempt, seal }: Submission, courtCode: string): string {
  return `${courtCode}_${judge.id}_${quarter}_r${String(attempt)}_${seal.value.slice(0, 8)}.json`;
}

/** A judge in the name of a file: without what no file's name may have, with the id where another has the same name. */
export function nameInFiles(judge: { readonly id: string; readonly name: string }, isOnly: boolean): string {
  const name = judge.name.replace(/[\\/:*?"<>|\p{C}]/gu, '').slice(0, 20);
  return isOnly ? name : `${name}（${judge.id}）`;
}

/** Every entry that the days touch, as it could be known on the last of them; and those of them that were removed. */
function entriesFor(
  ledger: Ledger,
  kinds: readonly Kind[],
  days: Period,
): { readonly live: readonly SubmittedEntry[]; readonly removed: readonly SubmittedEntry[] } {
  const { judge } = ledger;
  const touching = (kind: Kind, entries: readonly Entry[]): readonly Entry[] => {
    const known = entries.flatMap((entry) => asKnownOn(kind, entry, days.to) ?? []);
    return rowsIn(
      kind,
      known.map((entry) => ({ judge, entry })),
      days,
    ).map(({ entry }) => entry);
  };
  const live: SubmittedEntry[] = [];
  const removed: SubmittedEntry[] = [];
  for (const kind of kinds) {
    const own = ledger.entries.filter((entry) => entry.kind === kind.id);
    for (const entry of touching(
      kind,
      own.filter((one) => !one.removed),
    ))
      live.push(submitted(kind, entry));
    for (const { removed: removal, ...entry } of own) {
      if (!removal || touching(kind, [entry]).length === 0) continue;
      removed.push({ id: entry.id, kind: kind.id, rev: entry.rev, removed: { ...removal } });
    }
  }
  return { live, removed };
}

function submitted(kind: Kind, entry: Entry): SubmittedEntry {
  return { ...entryToDocument(kind, { ...entry, history: undefined }), id: entry.id, kind: kind.id };
}
