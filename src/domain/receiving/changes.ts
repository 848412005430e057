import { asKnownOn, openedOn } from '../cases.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { entryDay, textOf, type Entry } from '../entry.ts';
import { kindOf, type Kind } from '../kinds/kind.ts';
import { changesBetween } from '../ledger.ts';
import { error, warning, type Finding } from '../problem.ts';
import { addQuarters, FIRST_QUARTER, type Quarter } from '../quarter.ts';
import { sealCode } from '../seal.ts';
import type { Submission } from '../submission.ts';
import { admittedEntries } from './admission.ts';
import { standingKey } from './plan.ts';
import type { Standing } from './standing.ts';

/** What a later submission tells otherwise than an earlier one. */
export interface SubmissionChange {
  readonly judge: { readonly id: string; readonly name: string };
  /** The quarter of the earlier one. */
  readonly quarter: Quarter;
  readonly kind: Kind;
  readonly entry: string;
  readonly day: CalendarDate | undefined;
  readonly town: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** The keys of the fields that differ. */
  readonly fields: readonly string[];
  /** Whether the later one says so by a higher revision; without, somebody changed the file by hand. */
  readonly isRevised: boolean;
}

/** What was handed in for a quarter beside the entries that count. */
export interface HandingIn {
  /** 上季补报: what later attempts for the quarter before added, changed or took out. */
  readonly supplements: readonly SubmissionChange[];
  /** 报送后修改: the same of the quarter itself, and what it tells otherwise of entries of the quarter before. */
  readonly changes: readonly SubmissionChange[];
  /** 工作中遇到的问题及建议. */
  readonly problems: readonly JudgeProblems[];
  readonly findings: readonly Finding[];
}

/** What a judge said of problems met at work. */
export interface JudgeProblems {
  readonly judge: { readonly id: string; readonly name: string };
  readonly attempt: number;
  readonly text: string;
}

/** Compares what was handed in for a quarter with what was handed in before, for every judge. */
export function handingInOf(
  standings: ReadonlyMap<string, Standing>,
  kinds: readonly Kind[],
  quarter: Quarter,
): HandingIn {
  const of = (wanted: Quarter): readonly Standing[] =>
    [...standings.values()]
      .filter(({ attempts }) => attempts[0]?.received.submission.quarter === wanted)
      .sort((one, other) => (judgeOf(one) < judgeOf(other) ? -1 : 1));
  const own = of(quarter);
  const before = quarter === FIRST_QUARTER ? [] : of(addQuarters(quarter, -1));
  const carried = own.flatMap(({ counted }) => {
    const last = counted && standings.get(standingKey(addBefore(quarter), counted.submission.judge.id));
    return counted && last?.counted ? [{ earlier: last.counted.submission, later: counted.submission }] : [];
  });
  const changes = [
    ...own.flatMap((standing) => changesOf(standing, kinds)),
    ...carried.flatMap(({ earlier, later }) => carriedChanges(earlier, later, kinds)),
  ];
  const supplements = before.flatMap((standing) => changesOf(standing, kinds));
  return {
    supplements,
    changes,
    problems: own.flatMap(({ counted }) => {
      const { judge, attempt, problems: text } = counted?.submission ?? {};
      return judge === undefined || attempt === undefined || text === undefined
        ? []
        : [{ judge, attempt, text }];
    }),
    findings: [
      ...own.flatMap((standing) => standingFindings(standing, quarter)),
      ...[...changes, ...supplements].filter(({ isRevised }) => !isRevised).map(unrevised),
      ...carried.flatMap(({ earlier, later }) => unknownCarried(earlier, later, kinds)),
    ],
  };
}

function addBefore(quarter: Quarter): Quarter {
  return quarter === FIRST_QUARTER ? quarter : addQuarters(quarter, -1);
}

function judgeOf({ attempts }: Standing): string {
  return attempts[0]?.received.submission.judge.id ?? '';
}

/** What the attempt that counts tells otherwise than the first that was received. */
function changesOf({ attempts, counted }: Standing, kinds: readonly Kind[]): readonly SubmissionChange[] {
  const first = attempts[0]?.received.submission;
  const last = counted?.submission;
  if (!first || !last || first.seal.value === last.seal.value || first.attempt >= last.attempt) return [];
  const earlier = entriesIn(first, kinds);
  const later = entriesIn(last, kinds);
  const found: SubmissionChange[] = [];
  for (const [id, entry] of later) {
    const old = earlier.get(id);
    if (!old) found.push(changeOf(last, kinds, entry, 'added', [], true));
    else {
      const fields = differing(kinds, old, entry);
      if (fields.length > 0) found.push(changeOf(last, kinds, entry, 'changed', fields, entry.rev > old.rev));
    }
  }
  for (const [id, entry] of earlier)
    if (!later.has(id)) found.push(changeOf(last, kinds, entry, 'removed', [], true));
  return found;
}

/** What a later quarter's submission tells otherwise of cases that the earlier one had, as far as that could know it. */
function carriedChanges(
  earlier: Submission,
  later: Submission,
  kinds: readonly Kind[],
): readonly SubmissionChange[] {
  const now = entriesIn(later, kinds);
  return [...entriesIn(earlier, kinds)].flatMap(([id, old]) => {
    const entry = now.get(id);
    const known = entry && asKnownOn(kindOf(kinds, entry.kind), entry, earlier.asOf);
    if (!entry || !known) return [];
    const fields = differing(kinds, old, known);
    return fields.length === 0
      ? []
      : [changeOf(earlier, kinds, entry, 'changed', fields, entry.rev > old.rev)];
  });
}

/** 旧存 of a quarter that was not 未结 of the one before. */
function unknownCarried(earlier: Submission, later: Submission, kinds: readonly Kind[]): readonly Finding[] {
  const known = entriesIn(earlier, kinds);
  return [...entriesIn(later, kinds)].flatMap(([id, entry]) => {
    const kind = kindOf(kinds, entry.kind);
    const opened = kind.span.type === 'event' ? undefined : openedOn(kind, entry);
    if (opened === undefined || opened > earlier.asOf || known.has(id)) return [];
    const where = { judge: later.judge.id, entry: id };
    return [warning({ code: 'case-not-carried', quarter: earlier.quarter, opened }, where)];
  });
}

function standingFindings({ state, attempts }: Standing, quarter: Quarter): readonly Finding[] {
  const judge = attempts[0]?.received.submission.judge.id ?? '';
  const inPlace = (place: string) => attempts.filter((one) => one.place === place);
  if (state === 'conflict') {
    const seals = inPlace('conflict').map(({ received }) => sealCode(received.submission.seal.value));
    return [error({ code: 'submission-conflict', quarter, seals }, { judge })];
  }
  const returned = inPlace('returned').at(-1)?.received.submission.attempt;
  if (state !== 'returned' || returned === undefined) return [];
  return [warning({ code: 'submission-returned', quarter, attempt: returned }, { judge })];
}

function unrevised({ judge, entry, quarter, fields }: SubmissionChange): Finding {
  return error({ code: 'submitted-entry-differs', quarter, fields }, { judge: judge.id, entry });
}

function entriesIn(submission: Submission, kinds: readonly Kind[]): ReadonlyMap<string, Entry> {
  return new Map(admittedEntries(submission, kinds).map((entry) => [entry.id, entry]));
}

function differing(kinds: readonly Kind[], old: Entry, entry: Entry): readonly string[] {
  const isSameKind = old.kind === entry.kind;
  if (isSameKind && canonicalJson(old.values) === canonicalJson(entry.values)) return [];
  return changesBetween(kindOf(kinds, entry.kind), isSameKind ? old.values : {}, entry.values).map(
    ({ field }) => field,
  );
}

function changeOf(
  { judge, quarter }: Submission,
  kinds: readonly Kind[],
  entry: Entry,
  change: SubmissionChange['change'],
  fields: readonly string[],
  isRevised: boolean,
): SubmissionChange {
  const kind = kindOf(kinds, entry.kind);
  const day = entryDay(kind, entry);
  return {
    judge,
    quarter,
    kind,
    entry: entry.id,
    day,
    town: textOf(entry, 'town'),
    change,
    fields,
    isRevised,
  };
}
