import type { CalendarDate } from '../calendar-date.ts';
import { error, type Finding } from '../problem.ts';
import type { BroughtInstead } from '../problems/receiving.ts';
import type { Roster } from '../roster.ts';
import type { Submission } from '../submission.ts';
import { barOf } from './admission.ts';
import {
  RECEIVED_FORMAT,
  type Decisions,
  type ReceivedFacts,
  type ReceivedRecord,
  type Verdict,
} from './record.ts';
import { sealOf, standingOf, type Place, type ReceivedSubmission, type Standing } from './standing.ts';

/** A file that was brought, and what it is. */
export type BroughtFile = {
  /** Where it is, as people are told it. */
  readonly file: string;
} & (
  | { readonly sort: 'submission'; readonly submission: Submission; readonly bytes: Uint8Array }
  /** Sealed once, and not to be counted as it is: changed, cut, with entries that are none, or not to be read now. */
  | { readonly sort: 'damaged'; readonly findings: readonly Finding[]; readonly sha256?: string }
  /** The record of another office: the filing division's. */
  | { readonly sort: 'record'; readonly records: readonly ReceivedRecord[] }
  | { readonly sort: 'instead'; readonly instead: BroughtInstead }
);

/** What becomes of one file that was brought. */
export interface ReceivedFile {
  readonly file: string;
  readonly verdict: Verdict;
  /** What was sealed, where it could be read. */
  readonly submission?: Submission;
  /** What is to be said of it; nothing of what was simply accepted. */
  readonly findings: readonly Finding[];
}

/** What receiving comes to. */
export interface ReceivingPlan {
  /** One for every file met, in their order. */
  readonly results: readonly ReceivedFile[];
  /** The sealed files to keep, each with its name in its quarter's folder. */
  readonly kept: readonly {
    readonly name: string;
    readonly submission: Submission;
    readonly bytes: Uint8Array;
  }[];
  readonly records: readonly ReceivedRecord[];
  /** Everything received by then that is to be counted. */
  readonly received: readonly ReceivedSubmission[];
}

/** What is brought, and what the office has already. */
export interface ReceivingQuestion {
  readonly brought: readonly BroughtFile[];
  readonly facts: ReceivedFacts;
  /** What was received before. */
  readonly received: readonly ReceivedSubmission[];
  readonly roster: Roster;
  /** 收件日. */
  readonly on: CalendarDate;
  /** 立案庭收件日. */
  readonly filingOn?: CalendarDate | undefined;
  readonly at: string;
  /** The name of a submission's copy in its quarter's folder. */
  readonly nameOf: (submission: Submission) => string;
}

const VERDICT_OF: Readonly<Record<Place, Verdict>> = {
  counted: 'accepted',
  superseded: 'superseded',
  conflict: 'conflict',
  returned: 'duplicate',
};

/**
 * Plans what becomes of the files that were brought. The verdicts are those of the state with all of them in it: the order in
 * which they lie on a stick decides nothing.
 */
export function planReceiving(question: ReceivingQuestion): ReceivingPlan {
  const { brought, facts, roster, on, filingOn, received: before, nameOf } = question;
  const known = new Set(before.map(sealOf));
  const fresh = new Map<string, BroughtFile & { readonly sort: 'submission' }>();
  for (const one of brought) {
    if (one.sort !== 'submission') continue;
    const seal = one.submission.seal.value;
    if (known.has(seal) || fresh.has(seal) || barOf(one.submission, roster)?.verdict === 'rejected') continue;
    fresh.set(seal, one);
  }
  const added = [...fresh].map(([seal, { submission }]): ReceivedSubmission => {
    const first = facts.files.get(seal);
    return {
      file: `${submission.quarter}/${nameOf(submission)}`,
      submission,
      on: first ? earliest(first.on, on) : on,
      filingOn: earliest(facts.filed.get(seal), filingOn),
    };
  });
  const received = counting([...before, ...added], roster);
  const places = placesOf(received, facts.decisions);
  const results = brought.map((one): ReceivedFile => {
    const { file } = one;
    if (one.sort === 'record') return { file, verdict: 'accepted', findings: [] };
    if (one.sort === 'damaged') return { file, verdict: 'rejected', findings: one.findings };
    if (one.sort === 'instead')
      return {
        file,
        verdict: 'skipped',
        findings: [error({ code: 'not-a-submission', found: one.instead }, { file })],
      };
    const { submission } = one;
    const bar = barOf(submission, roster);
    const seal = submission.seal.value;
    if (bar) {
      const findings = [error(bar.problem, { file, judge: submission.judge.id })];
      return { file, verdict: bar.verdict, submission, findings };
    }
    const verdict = fresh.get(seal) === one ? VERDICT_OF[places.get(seal) ?? 'superseded'] : 'duplicate';
    return { file, verdict, submission, findings: [] };
  });
  return {
    results,
    kept: [...fresh.values()].map(({ submission, bytes }) => ({
      name: nameOf(submission),
      submission,
      bytes,
    })),
    records: recordsOf(question, known, results, new Set([...fresh.values()].map(({ file }) => file))),
    received,
  };
}

/** What is counted of what was received: that of nobody on the roster waits until the roster knows the judge. */
export function counting(
  received: readonly ReceivedSubmission[],
  roster: Roster,
): readonly ReceivedSubmission[] {
  return received.filter(({ submission }) => !barOf(submission, roster));
}

/** The standings by quarter and judge, `2024Q3/li-min`. */
export function standingsOf(
  received: readonly ReceivedSubmission[],
  decisions: Decisions,
): ReadonlyMap<string, Standing> {
  const groups = new Map<string, ReceivedSubmission[]>();
  for (const one of received) {
    const key = standingKey(one.submission.quarter, one.submission.judge.id);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return new Map([...groups].map(([key, own]) => [key, standingOf(own, decisions)]));
}

/** The key of a judge's quarter among standings. */
export function standingKey(quarter: string, judge: string): string {
  return `${quarter}/${judge}`;
}

function placesOf(received: readonly ReceivedSubmission[], decisions: Decisions): ReadonlyMap<string, Place> {
  const standings = [...standingsOf(received, decisions).values()];
  return new Map(
    standings.flatMap(({ attempts }) =>
      attempts.map((one): [string, Place] => [sealOf(one.received), one.place]),
    ),
  );
}

/** The lines that the record gets: what is new of each file, and nothing of what is known or was never a submission. */
function recordsOf(
  { brought, facts, on, filingOn, at, nameOf }: ReceivingQuestion,
  known: ReadonlySet<string>,
  results: readonly ReceivedFile[],
  fresh: ReadonlySet<string>,
): readonly ReceivedRecord[] {
  const head = { format: RECEIVED_FORMAT, at } as const;
  const filed = filingOn === undefined ? {} : { filingOn };
  const seals = new Set([
    ...facts.files.keys(),
    ...results.flatMap((one) => one.submission?.seal.value ?? []),
  ]);
  return brought.flatMap((one, index): readonly ReceivedRecord[] => {
    const result = results[index];
    if (!result) return [];
    const { verdict, findings } = result;
    const reason = findings[0]?.problem.code;
    const came = (one.file.split(/[\\/]/u).at(-1) ?? '').slice(-255);
    const received = { ...head, event: 'received', on, ...filed, came, verdict } as const;
    if (one.sort === 'instead') return [];
    if (one.sort === 'record') return filedRecords(one.records, facts, seals, at);
    // What could not be read at all has not come.
    if (one.sort === 'damaged')
      return one.sha256 === undefined
        ? []
        : [{ ...received, sha256: one.sha256, ...(reason === undefined ? {} : { reason }) }];
    const { submission } = one;
    const { judge, quarter, attempt, seal } = submission;
    const about = { judge: judge.id, quarter, attempt, seal: seal.value };
    if (fresh.has(one.file)) {
      const file = `${quarter}/${nameOf(submission)}`;
      return [{ ...received, ...about, file, ...(reason === undefined ? {} : { reason }) }];
    }
    if (verdict === 'rejected' && reason !== undefined) return [{ ...received, ...about, reason }];
    const isNews =
      filingOn !== undefined && known.has(seal.value) && isEarlier(filingOn, facts.filed.get(seal.value));
    return isNews ? [{ ...head, event: 'filed', seal: seal.value, filingOn }] : [];
  });
}

/** What another office's record tells of submissions that are here: when they had come there. */
function filedRecords(
  records: readonly ReceivedRecord[],
  facts: ReceivedFacts,
  seals: ReadonlySet<string>,
  at: string,
): readonly ReceivedRecord[] {
  const days = new Map<string, CalendarDate>();
  for (const record of records) {
    if (record.event !== 'received' && record.event !== 'filed') continue;
    const { seal, filingOn } = record;
    const day = filingOn ?? (record.event === 'received' ? record.on : undefined);
    if (seal === undefined || day === undefined || !seals.has(seal)) continue;
    if (isEarlier(day, days.get(seal))) days.set(seal, day);
  }
  return [...days]
    .filter(([seal, day]) => isEarlier(day, facts.filed.get(seal)))
    .map(([seal, filingOn]) => ({ format: RECEIVED_FORMAT, at, event: 'filed', seal, filingOn }));
}

function isEarlier(day: CalendarDate, than: CalendarDate | undefined): boolean {
  return than === undefined || day < than;
}

function earliest<Day extends CalendarDate | undefined>(
  one: CalendarDate | undefined,
  other: Day,
): CalendarDate | Day {
  return one !== undefined && (other === undefined || one < other) ? one : other;
}

/** Whether a file was set apart although it was sealed, or may be what was meant: then all is not well. */
export function isReservation({ verdict, findings }: ReceivedFile): boolean {
  if (verdict !== 'skipped')
    return verdict === 'rejected' || verdict === 'conflict' || verdict === 'quarantined';
  return findings.some(({ problem }) => problem.code === 'not-a-submission' && DOUBTFUL.has(problem.found));
}

/** What may be a submission that was packed or named wrongly; photographs and letters on the same stick are not. */
const DOUBTFUL: ReadonlySet<BroughtInstead> = new Set(['ledger', 'archive', 'link', 'too-deep', 'too-large']);
