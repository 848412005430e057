import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { planHandingIn } from '../../src/domain/handing-in.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { addEntry, editEntry, removeEntry, type Ledger } from '../../src/domain/ledger.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import { dispute } from '../../src/domain/kinds/dispute.ts';
import { Refusal } from '../../src/domain/problem.ts';
import { submissionFromJson } from '../../src/domain/submission-format.ts';
import {
  makeSubmission,
  submissionFile,
  submissionToText,
  type Submission,
  type SubmissionQuestion,
} from '../../src/domain/submission.ts';
import { aLedger, aRoster, day, located, quarter } from '../support/builders.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const AT = '2024-09-18T10:00:00+08:00';

const VISIT = { town: '太平镇', village: '马山社区', form: 'visit', findings: '圩镇排水' };
const DISPUTE = {
  town: '太平镇',
  source: 'visit',
  parties: '甲某、乙某',
  type: 'neighbour',
  content: '界址',
};

function visited(ledger: Ledger, id: string, date: string): Ledger {
  return addEntry(ledger, visit, id, { ...VISIT, date }, { at: AT });
}

/** A ledger with visits on both sides of the quarter's ends, a removed one, and a case that closes behind the as-of day. */
function aQuarter(): Ledger {
  let ledger = aLedger();
  for (const [id, date] of [
    ['visit-june', '2024-06-30'],
    ['visit-july', '2024-07-01'],
    ['visit-gone', '2024-08-05'],
    ['visit-september', '2024-09-30'],
    ['visit-october', '2024-10-01'],
  ] as const)
    ledger = visited(ledger, id, date);
  ledger = removeEntry(ledger, 'visit-gone', { at: AT, reason: '重复' });
  return addEntry(
    ledger,
    dispute,
    'dispute-case',
    { ...DISPUTE, foundOn: '2024-08-22', outcome: 'resolved', closedOn: '2024-09-27' },
    { at: AT },
  );
}

function question(ledger: Ledger, today = '2024-10-08'): SubmissionQuestion {
  return {
    ledger,
    kinds: KINDS,
    roster: aRoster(),
    quarter: quarter('2024Q3'),
    today: day(today),
    at: AT,
    toolVersion: '0.1.0',
  };
}

function ids({ entries }: Submission): readonly string[] {
  return entries.map(({ id }) => id);
}

const filed = (submission: Submission) => ({ file: submissionFile(submission, '粤5321'), submission });

describe('what is handed in', () => {
  test('is what touches the quarter, without the history; of what was removed only that', () => {
    const submission = makeSubmission(question(aQuarter()), sha256);
    expect(ids(submission)).toEqual(['dispute-case', 'visit-gone', 'visit-july', 'visit-september']);
    expect(submission.counts).toMatchObject({ visit: 2, dispute: 1, matter: 0 });
    expect(submission.entries[1]).toEqual({
      id: 'visit-gone',
      kind: 'visit',
      rev: 2,
      removed: { at: AT, reason: '重复' },
    });
    expect(submissionToText(submission)).not.toContain('history');
  });

  test('is what was known on the day: a case that closes later is still open', () => {
    const [early, late] = ['2024-09-18', '2024-10-08'].map((today) =>
      makeSubmission(question(aQuarter(), today), sha256),
    );
    expect([early?.asOf, late?.asOf]).toEqual(['2024-09-18', '2024-09-30']);
    expect(early?.entries[0]).not.toHaveProperty('closedOn');
    expect(late?.entries[0]).toMatchObject({ closedOn: '2024-09-27' });
    expect(early && ids(early)).not.toContain('visit-september');
  });

  test('has a name of court, judge, quarter, attempt and seal, and no person’s', () => {
    const submission = makeSubmission(question(aQuarter()), sha256);
    const start = submission.seal.value.slice(0, 8);
    expect(submissionFile(submission, '粤5321')).toBe(`粤5321_li-min_2024Q3_r1_${start}.json`);
  });
});

describe('the seal', () => {
  const submission = makeSubmission({ ...question(aQuarter()), problems: '道路未通' }, sha256);
  const document: unknown = JSON.parse(submissionToText(submission));
  const read = (value: unknown) => submissionFromJson(value, located, sha256);

  test('holds for the file as it was written, and with its keys in another order', () => {
    expect(read(document)).toEqual({ submission });
    expect(read(reversed(document))).toEqual({ submission });
  });

  test('breaks by any change of any value, and names the entry where it lies in one', () => {
    const places = leaves(document).filter((path) => path[0] !== 'format');
    expect(places.length).toBeGreaterThan(70);
    for (const path of places) {
      const result = read(changed(document, path));
      expect([path, 'findings' in result]).toEqual([path, true]);
      if (path[0] !== 'entries' || !('findings' in result) || path[2] === 'id') continue;
      const [finding] = result.findings;
      const id = submission.entries[Number(path[1])]?.id ?? '';
      if (finding?.problem.code === 'seal-broken') expect(finding.problem.entries).toEqual([id]);
      else expect(path[2]).toBe('kind');
    }
  });

  test('breaks where an entry is taken out or put in', () => {
    const [first, ...others] = submission.entries;
    const without = read({ ...Object(document), entries: others });
    expect(without).toMatchObject({ findings: [{ problem: { code: 'seal-broken', entries: [first?.id] } }] });
    const put = read({
      ...Object(document),
      entries: [...submission.entries, { id: 'visit-new', kind: 'visit' }],
    });
    expect(put).toMatchObject({ findings: [{ problem: { code: 'seal-broken', entries: ['visit-new'] } }] });
  });

  test('is not looked for in what is none, or newer', () => {
    expect(read({ ...Object(document), format: 'liaison-submission/2' })).toMatchObject({
      findings: [{ problem: { code: 'format-newer' } }],
    });
    expect(read([])).toMatchObject({ findings: [{ problem: { code: 'format-unknown' } }] });
    expect(read({ ...Object(document), extra: 1 })).toMatchObject({
      findings: [{ problem: { code: 'key-unknown' } }],
    });
  });
});

describe('handing in', () => {
  test('notes the attempt in the ledger, and the next one supersedes it', () => {
    const first = planHandingIn(question(aQuarter()), [], sha256);
    expect(first.isNew).toBe(true);
    expect(first.ledger.submissions).toEqual([
      { quarter: '2024Q3', attempt: 1, sha256: first.submission.seal.value, at: AT },
    ]);
    const more = visited(first.ledger, 'visit-late', '2024-09-19');
    const second = planHandingIn(question(more), [filed(first.submission)], sha256);
    expect(second.submission).toMatchObject({ attempt: 2, supersedes: [first.submission.seal.value] });
    expect(second.ledger.seq).toBe(more.seq + 1);
  });

  test('makes nothing new where nothing changed, and keeps the problems that were told', () => {
    const told = { ...question(aQuarter()), problems: '道路未通' };
    const first = planHandingIn(told, [], sha256);
    const again = planHandingIn(question(first.ledger), [filed(first.submission)], sha256);
    expect(again).toEqual({ ledger: first.ledger, submission: first.submission, isNew: false });
    const changedOnce = editEntry(
      first.ledger,
      visit,
      'visit-july',
      { ...VISIT, date: '2024-07-01', note: '补记' },
      { at: AT },
    );
    const next = planHandingIn(question(changedOnce), [filed(first.submission)], sha256);
    expect(next.submission).toMatchObject({ attempt: 2, problems: '道路未通' });
  });

  test('takes over what was sealed before the ledger could note it', () => {
    const ledger = aQuarter();
    const { submission } = planHandingIn(question(ledger), [], sha256);
    const taken = planHandingIn(question(ledger), [filed(submission)], sha256);
    expect([taken.isNew, taken.submission]).toEqual([false, submission]);
    expect(taken.ledger.submissions).toHaveLength(1);
    const more = visited(ledger, 'visit-late', '2024-09-19');
    const next = planHandingIn(question(more), [filed(submission)], sha256);
    expect(next.submission).toMatchObject({ attempt: 2, supersedes: [submission.seal.value] });
    expect(next.ledger.submissions.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(next.ledger.seq).toBe(more.seq + 1);
  });

  test('decides nothing between two files of one attempt', () => {
    const ledger = aQuarter();
    const one = planHandingIn(question(ledger), [], sha256).submission;
    const other = planHandingIn({ ...question(ledger), problems: '道路未通' }, [], sha256).submission;
    expect(() => planHandingIn(question(ledger), [filed(one), filed(other)], sha256)).toThrow(Refusal);
    // A file of another judge is nobody's business here.
    const theirs = { ...other, judge: { id: 'he-jing', name: '何静' } };
    expect(planHandingIn(question(ledger), [filed(one), filed(theirs)], sha256).submission).toEqual(one);
  });
});

/** The object with its keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed());
}

/** The ways to all values of a document that have no values in them. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

/** The document with the value at a way replaced by another of its type. */
function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : other(value);
  const member: unknown = Reflect.get(Object(value), key);
  if (Array.isArray(value)) return value.with(Number(key), changed(member, rest));
  return { ...Object(value), [key]: changed(member, rest) };
}

function other(value: unknown): unknown {
  const text = String(value);
  return text.endsWith('1') ? `${text.slice(0, -1)}2` : `${text.slice(0, -1)}1`;
}
