import type { CalendarDate } from '../calendar-date.ts';
import type { Submission } from '../submission.ts';
import type { Decisions } from './record.ts';

/** A sealed submission that the office has. */
export interface ReceivedSubmission {
  /** Where its copy lies, as people are told it. */
  readonly file: string;
  readonly submission: Submission;
  /** 收件日: the first day on which it came to the office. */
  readonly on: CalendarDate;
  /** 立案庭收件日, where it is known. */
  readonly filingOn?: CalendarDate | undefined;
}

/** What a received attempt is by now. */
export type Place = 'counted' | 'superseded' | 'conflict' | 'returned';

/** Where a judge's handing in of a quarter stands. */
export interface Standing {
  readonly state: 'submitted' | 'returned' | 'conflict';
  /** The attempt whose entries count; none where the only ones were returned or contradict each other. */
  readonly counted?: ReceivedSubmission;
  /** Every attempt received, in the order of attempts and seals, with what it is. */
  readonly attempts: readonly { readonly received: ReceivedSubmission; readonly place: Place }[];
  /** The first day on which one that stands was handed in, and by whose calendar; none where nothing stands. */
  readonly handedIn?: HandedIn;
}

/** A day of handing in: by the filing division's record, else by the office's. */
export interface HandedIn {
  readonly on: CalendarDate;
  readonly by: 'filing' | 'office';
}

/**
 * Where a judge stands with a quarter, out of all attempts received for it: a function of the set of files, of the first days
 * on which they came and of what was decided, never of the order in which they came. The highest attempt that knows all others
 * counts. Two of one attempt, or one that does not know a lower one, are in conflict, and the last below them goes on counting
 * until somebody decides. One that was returned counts for nothing, and the last below it goes on counting until the next
 * attempt answers it.
 */
export function standingOf(received: readonly ReceivedSubmission[], decisions: Decisions): Standing {
  const ordered = received.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const aside = setAside(ordered, decisions);
  const standing = ordered.filter((one) => !aside.has(sealOf(one)));
  const places = new Map<ReceivedSubmission, Place>();
  let counted: ReceivedSubmission | undefined;
  let state: Standing['state'] = 'submitted';
  for (const attempt of new Set(standing.map(({ submission }) => submission.attempt))) {
    const level = standing.filter(({ submission }) => submission.attempt === attempt);
    const [only, ...others] = level;
    if (!only || others.length > 0 || !knowsAllBelow(only, standing)) {
      for (const one of level) places.set(one, 'conflict');
      state = 'conflict';
    } else if (decisions.returned.has(sealOf(only))) {
      places.set(only, 'returned');
      state = 'returned';
    } else {
      if (counted) places.set(counted, 'superseded');
      places.set(only, 'counted');
      counted = only;
      state = 'submitted';
    }
  }
  const handedIn = firstDay(standing.filter((one) => places.get(one) !== 'conflict'));
  return {
    state,
    attempts: ordered.map((one) => ({ received: one, place: places.get(one) ?? 'superseded' })),
    ...(counted ? { counted } : {}),
    ...(handedIn ? { handedIn } : {}),
  };
}

/** The seals that a decision for one attempt has to name: those which it does not know and which came before or beside it. */
export function contradicting(
  accepted: ReceivedSubmission,
  received: readonly ReceivedSubmission[],
): readonly string[] {
  const { attempt, supersedes, seal } = accepted.submission;
  return received
    .filter(({ submission }) => submission.attempt <= attempt && submission.seal.value !== seal.value)
    .map(sealOf)
    .filter((one) => !supersedes.includes(one))
    .sort();
}

/** What decisions have set aside, the later ones over the earlier ones. */
function setAside(received: readonly ReceivedSubmission[], { accepted }: Decisions): ReadonlySet<string> {
  const there = new Set(received.map(sealOf));
  const aside = new Set<string>();
  for (const { seal, over } of accepted) {
    if (!there.has(seal)) continue;
    aside.delete(seal);
    for (const other of over) aside.add(other);
  }
  return aside;
}

function knowsAllBelow({ submission }: ReceivedSubmission, others: readonly ReceivedSubmission[]): boolean {
  return others.every(
    (other) =>
      other.submission.attempt >= submission.attempt || submission.supersedes.includes(sealOf(other)),
  );
}

/** Late is judged by the first attempt that stands (补报 does not make a judge late); one's own clock says nothing. */
function firstDay(standing: readonly ReceivedSubmission[]): HandedIn | undefined {
  return standing
    .map(({ on, filingOn }): HandedIn =>
      filingOn === undefined ? { on, by: 'office' } : { on: filingOn, by: 'filing' },
    )
    .sort((one, other) => (`${one.on} ${one.by}` < `${other.on} ${other.by}` ? -1 : 1))[0];
}

function orderOf({ submission }: ReceivedSubmission): string {
  return `${String(submission.attempt).padStart(3, '0')} ${submission.seal.value}`;
}

/** The seal of what was received. */
export function sealOf({ submission }: ReceivedSubmission): string {
  return submission.seal.value;
}
