import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { agenda } from '../../../src/domain/agenda.ts';
import { appraisalRows } from '../../../src/domain/appraisal.ts';
import { consolidate } from '../../../src/domain/consolidation.ts';
import { dispute } from '../../../src/domain/kinds/dispute.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { addEntry, editEntry, removeEntry, restoreEntry, type Ledger } from '../../../src/domain/ledger.ts';
import { handingInOf } from '../../../src/domain/receiving/changes.ts';
import { ledgerOf as ledgerIn, officeLedgers } from '../../../src/domain/receiving/office-ledgers.ts';
import {
  isReservation,
  planReceiving,
  standingsOf,
  type BroughtFile,
} from '../../../src/domain/receiving/plan.ts';
import {
  factsOf,
  recordShape,
  recordToLine,
  type ReceivedRecord,
} from '../../../src/domain/receiving/record.ts';
import { owing, statusRows } from '../../../src/domain/receiving/status.ts';
import { foldSealCode, sealCode } from '../../../src/domain/seal.ts';
import {
  makeSubmission,
  markSubmitted,
  nameInFiles,
  submissionFile,
  type Submission,
} from '../../../src/domain/submission.ts';
import { supplementsOf } from '../../../src/domain/supplement.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import { aJudge, aLedger, aRoster, day, quarter, someRules } from '../../support/builders.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const AT = '2024-09-18T10:00:00+08:00';
const LATER = '2024-10-08T10:00:00+08:00';
const Q3 = quarter('2024Q3');
const Q4 = quarter('2024Q4');
const ROSTER = aRoster();
const NOTHING = { accepted: [], returned: new Map<string, never>() };

const VISIT = { town: '太平镇', village: '马山社区', form: 'visit', findings: '圩镇排水' };
const DISPUTE = { town: '太平镇', parties: '甲某、乙某', type: '邻里', summary: '界址' };

/** A quarter with a visit, and a case that is open beyond its end. */
function begun(): Ledger {
  const judge = ROSTER.judges[0];
  const ledger = aLedger({ judge: { id: judge?.id ?? '', name: judge?.name ?? '' } });
  const visited = addEntry(ledger, visit, 'visit-one', { ...VISIT, date: '2024-09-02' }, { at: AT });
  return addEntry(visited, dispute, 'case-open', { ...DISPUTE, foundOn: '2024-09-03' }, { at: AT });
}

function handed(ledger: Ledger, of = Q3, today = '2024-09-30', at = AT): Submission {
  const question = {
    ledger,
    kinds: KINDS,
    roster: ROSTER,
    quarter: of,
    today: day(today),
    at,
    toolVersion: '0',
  };
  return makeSubmission({ ...question, problems: '个别村道路未通' }, sha256);
}

function brought(submission: Submission, file = 'in/a.json'): BroughtFile {
  return { file, sort: 'submission', submission, bytes: new Uint8Array() };
}

function received(files: readonly BroughtFile[], over: Partial<Parameters<typeof planReceiving>[0]> = {}) {
  return planReceiving({
    brought: files,
    facts: factsOf([]),
    received: [],
    roster: ROSTER,
    on: day('2024-09-19'),
    at: AT,
    nameOf: (submission) => submissionFile(submission, '粤5321'),
    ...over,
  });
}

const verdicts = ({ results }: ReturnType<typeof received>) => results.map(({ verdict }) => verdict);
const codes = ({ results }: ReturnType<typeof received>) =>
  results.flatMap(({ findings }) => findings.map(({ problem }) => problem.code));

describe('receiving', () => {
  const first = handed(begun());
  const ledger = addEntry(
    markSubmitted(begun(), [first]),
    visit,
    'visit-two',
    { ...VISIT, date: '2024-09-25' },
    { at: LATER },
  );
  const second = handed(ledger, Q3, '2024-10-08', LATER);

  test('gives every file its verdict and a line, whatever the order', () => {
    const plan = received([
      brought(first, 'a.json'),
      brought(second, 'b.json'),
      brought(first, 'c.json'),
      { file: 'd.json', sort: 'damaged', sha256: sha256('d'), findings: [] },
      { file: 'e.json', sort: 'damaged', findings: [] },
      { file: 'f.zip', sort: 'instead', instead: 'archive' },
      { file: 'g.jpg', sort: 'instead', instead: 'other' },
    ]);
    expect(verdicts(plan)).toEqual([
      ...['superseded', 'accepted', 'duplicate', 'rejected', 'rejected', 'skipped', 'skipped'],
    ]);
    expect(plan.records.map(({ event }) => event)).toEqual(['received', 'received', 'received']);
    expect(plan.results.map(isReservation)).toEqual([false, false, false, true, true, true, false]);
    expect(plan.kept.map(({ submission }) => submission.attempt)).toEqual([1, 2]);
    for (const record of plan.records) expect(recordShape(record.event)?.accepts(record)).toBe(true);
    expect(recordShape('unheard')).toBeUndefined();
  });

  test('what is there already is a duplicate, and only a day that is news is noted', () => {
    const before = received([brought(first)]);
    const facts = factsOf(before.records);
    const had = { facts, received: before.received };
    expect(verdicts(received([brought(first)], had))).toEqual(['duplicate']);
    expect(received([brought(first)], had).records).toEqual([]);
    const filed = received([brought(first)], { ...had, filingOn: day('2024-09-18') });
    expect(filed.records).toMatchObject([{ event: 'filed', filingOn: '2024-09-18' }]);
    const known = factsOf([...before.records, ...filed.records]);
    expect(known.filed.get(first.seal.value)).toBe('2024-09-18');
    const again = { facts: known, received: before.received, filingOn: day('2024-09-19') };
    expect(received([brought(first)], again).records).toEqual([]);
    // The filing division's own record tells the same.
    const theirs: readonly ReceivedRecord[] = received([brought(first)], { on: day('2024-09-17') }).records;
    const merged = received([{ file: 'r.jsonl', sort: 'record', records: theirs }], had);
    expect(merged.records).toMatchObject([{ event: 'filed', filingOn: '2024-09-17' }]);
    expect(theirs.map(recordToLine).join('')).toMatch(/^\{"format":"liaison-received\/1".*\}\n$/u);
  });

  test('another court, another judge, another period and other rules are kept apart', () => {
    const foreign = (over: Partial<Submission>) => received([brought({ ...first, ...over })]);
    expect(verdicts(foreign({ court: '罗定市人民法院' }))).toEqual(['quarantined']);
    expect(codes(foreign({ judge: { id: 'nobody', name: '无' } }))).toEqual(['submission-not-on-roster']);
    const period = { from: day('2024-06-21'), to: day('2024-09-20') };
    expect(codes(foreign({ period }))).toEqual(['submission-period-differs']);
    expect(verdicts(foreign({ rules: someRules({ visitsPerQuarter: 9 }) }))).toEqual(['rejected']);
    expect(codes(foreign({ rules: someRules({ visitsPerQuarter: 9 }) }))).toEqual([
      'submission-rules-differ',
    ]);
  });

  test('what later attempts and quarters changed is told, and what no revision explains is an error', () => {
    const third = handed(
      removeEntry(
        editEntry(
          markSubmitted(ledger, [second]),
          visit,
          'visit-one',
          { ...VISIT, date: '2024-09-01' },
          { at: LATER },
        ),
        'visit-two',
        { at: LATER, reason: '重复' },
      ),
      Q3,
      '2024-10-09',
      LATER,
    );
    const { received: all } = received([brought(first), brought(second), brought(third)]);
    const { changes, problems, findings } = handingInOf(standingsOf(all, NOTHING), KINDS, Q3);
    expect(changes.map(({ entry, change, fields }) => [entry, change, fields])).toEqual([
      ['visit-one', 'changed', ['date']],
    ]);
    expect(problems).toMatchObject([{ attempt: 3, text: '个别村道路未通' }]);
    expect(findings).toEqual([]);
    expect(handingInOf(standingsOf(all, NOTHING), KINDS, Q4).supplements).toHaveLength(1);
    const entries = second.entries.map((entry) =>
      entry.id === 'visit-one' ? { ...entry, findings: '另一回事' } : entry,
    );
    const byHand = received([brought(first), brought({ ...second, entries })]).received;
    const told = handingInOf(standingsOf(byHand, NOTHING), KINDS, Q3).findings;
    expect(told.map(({ problem }) => problem.code)).toEqual(['submitted-entry-differs']);
    const less = { ...second, entries: second.entries.filter(({ id }) => id !== 'visit-one') };
    const gone = received([brought(first), brought(less)]).received;
    expect(
      handingInOf(standingsOf(gone, NOTHING), KINDS, Q3)
        .changes.map(({ change }) => change)
        .sort(),
    ).toEqual([...['added', 'removed']]);
  });

  test('a case that the quarter before did not have, a conflict and a return are findings', () => {
    const without = { ...first, entries: first.entries.filter(({ id }) => id !== 'case-open') };
    const next = handed(ledger, Q4, '2024-12-18', LATER);
    const carried = received([brought(without), brought(next, 'b.json')]).received;
    const codesIn = (all: typeof carried, decisions: Parameters<typeof standingsOf>[1], of = Q4) =>
      handingInOf(standingsOf(all, decisions), KINDS, of).findings.map(({ problem }) => problem.code);
    expect(codesIn(carried, NOTHING)).toEqual(['case-not-carried']);
    const changed = editEntry(
      ledger,
      dispute,
      'case-open',
      { ...DISPUTE, foundOn: '2024-09-04' },
      { at: LATER },
    );
    const later = received([
      brought(first),
      brought(handed(changed, Q4, '2024-12-18', LATER), 'b.json'),
    ]).received;
    expect(handingInOf(standingsOf(later, NOTHING), KINDS, Q4).changes).toMatchObject([
      { entry: 'case-open', quarter: '2024Q3', isRevised: true },
    ]);
    const twin = { ...first, seal: { ...first.seal, value: sha256('twin') } };
    const both = received([brought(first), brought(twin, 'b.json')]);
    expect(verdicts(both)).toEqual(['conflict', 'conflict']);
    expect(codesIn(both.received, NOTHING, Q3)).toEqual(['submission-conflict']);
    const returned = new Map([[first.seal.value, { on: day('2024-09-20'), reason: '日期有误' }]]);
    const back = { accepted: [], returned };
    expect(codesIn(received([brought(first)]).received, back, Q3)).toEqual(['submission-returned']);
    const records: readonly ReceivedRecord[] = [
      {
        format: 'liaison-received/1',
        at: AT,
        event: 'return',
        on: day('2024-09-20'),
        seal: first.seal.value,
        reason: 'x',
      },
      {
        format: 'liaison-received/1',
        at: AT,
        event: 'accept',
        on: day('2024-09-20'),
        seal: first.seal.value,
        over: [],
      },
    ];
    expect(factsOf(records).decisions).toMatchObject({ accepted: [{ over: [] }] });
  });

  test('the office counts what was handed in, a live ledger only where nothing came, and carries open cases', () => {
    const { received: all } = received([brought(first)]);
    const standings = standingsOf(all, NOTHING);
    const live = addEntry(begun(), visit, 'visit-late', { ...VISIT, date: '2024-10-09' }, { at: LATER });
    const books = { roster: ROSTER, kinds: KINDS, standings, lost: new Set<string>(), live: [] };
    const withLive = { ...books, live: [{ file: 'ledgers/x.json', ledger: live }] };
    expect(officeLedgers(books, Q3, [Q3])).toMatchObject([
      { source: 'submission', ledger: { entries: [{}, {}] } },
    ]);
    expect(officeLedgers(withLive, Q4, [Q4])).toMatchObject([
      { source: 'ledger', ledger: { entries: [{}, {}, {}] } },
    ]);
    expect(officeLedgers({ ...withLive, standings: new Map() }, Q4, [Q4])).toEqual(withLive.live);
    const lost = new Set([`2024Q3/${first.judge.id}`]);
    expect(officeLedgers({ ...books, standings: new Map(), lost }, Q3, [Q3])).toEqual([]);
    expect(officeLedgers({ ...withLive, standings: new Map(), lost }, Q3, [Q3])).toMatchObject([
      { source: 'missing', ledger: { entries: [] } },
    ]);
    expect(ledgerIn(first, KINDS).entries).toHaveLength(2);
    const merging = { asOf: day('2024-12-31'), roster: ROSTER, kinds: KINDS, quarter: Q4 };
    const ledgers = officeLedgers(books, Q4, [Q4]);
    const carried = consolidate({ ...merging, ledgers });
    expect(carried.rows.get('dispute')).toHaveLength(1);
    expect(carried.findings.map(({ problem }) => problem.code)).toContain('cases-carried');
  });

  test('status, appraisal and agenda tell who stands where', () => {
    const { received: all } = received([brought(first)]);
    const standings = standingsOf(all, NOTHING);
    const question = {
      roster: aRoster({ judges: [...ROSTER.judges, aJudge('bai'), aJudge('chen')] }),
      quarter: Q3,
      due: day('2024-09-18'),
      today: day('2024-09-25'),
      standingOf: (judge: string) => standings.get(`2024Q3/${judge}`),
      isLost: (judge: string) => judge === 'chen',
      hasLedger: (judge: string) => judge === 'bai',
    };
    const rows = statusRows(question);
    const of = (id: string) => rows.find(({ judge }) => judge.id === id);
    expect(of(first.judge.id)).toMatchObject({ state: 'submitted', receivedOn: '2024-09-19', daysLate: 1 });
    expect(of('bai')).toMatchObject({ state: 'draft', daysLate: 7 });
    expect(of('chen')).toMatchObject({ state: 'conflict' });
    expect(owing(rows).map(({ judge }) => judge.id)).not.toContain(first.judge.id);
    const workdays = workdaysFrom([]);
    const told = editEntry(
      begun(),
      visit,
      'visit-one',
      { ...VISIT, date: '2024-09-02', reportedOn: '2024-09-30' },
      { at: AT },
    );
    const open = addEntry(told, visit, 'visit-open', { ...VISIT, date: '2024-09-05' }, { at: AT });
    const due = addEntry(
      open,
      dispute,
      'case-due',
      { ...DISPUTE, foundOn: '2024-09-05', dueOn: '2024-09-20' },
      { at: AT },
    );
    const ledgers = [{ file: 'ledgers/x.json', ledger: due }];
    const consolidation = consolidate({
      asOf: day('2024-09-30'),
      roster: ROSTER,
      kinds: KINDS,
      quarter: Q3,
      ledgers,
    });
    const facts = { consolidation, roster: ROSTER, kinds: KINDS, workdays, status: rows };
    const [own, ...others] = [...appraisalRows(facts)].sort((one) =>
      one.judge.id === first.judge.id ? -1 : 1,
    );
    expect(own?.counted).toMatchObject({ visits: 2, reports: { inTime: 0, late: 1, open: 1 }, overdue: 1 });
    expect(others.every(({ counted }) => counted === undefined)).toBe(true);
    const marked = markSubmitted(begun(), [first]);
    expect(supplementsOf(marked, KINDS, ROSTER)).toEqual([]);
    const edited = editEntry(
      ledger,
      dispute,
      'case-open',
      { ...DISPUTE, foundOn: '2024-09-03', closedOn: '2024-10-05', outcome: 'settled' },
      { at: LATER },
    );
    // A case that closes in the next quarter is no news of this one.
    expect(supplementsOf(edited, KINDS, ROSTER)).toEqual([{ quarter: Q3, entries: 1 }]);
    const back = removeEntry(marked, 'visit-one', { at: LATER, reason: '重复' });
    expect(supplementsOf(back, KINDS, ROSTER)).toEqual([{ quarter: Q3, entries: 1 }]);
    expect(supplementsOf(restoreEntry(back, 'visit-one', { at: LATER }), KINDS, ROSTER)).toEqual([]);
    const items = agenda({
      ...{ kinds: KINDS, roster: ROSTER, workdays, today: day('2024-12-01'), days: 90 },
      ...{ ledgers: [edited], colleagues: [] },
    }).items.filter(({ about }) => about === 'supplement');
    expect(items).toMatchObject([{ judge: first.judge.id, supplement: { quarter: Q3, entries: 1 } }]);
  });

  test('a copied ledger counts once, and ids that only happen to be equal are told', () => {
    const roster = aRoster({ judges: [...ROSTER.judges, aJudge('zz-copy')] });
    const copy = { ...begun(), judge: { id: 'zz-copy', name: '抄' } };
    const other = editEntry(
      copy,
      visit,
      'visit-one',
      { ...VISIT, date: '2024-09-02', findings: '另一回事' },
      { at: AT },
    );
    const merged = (second: Ledger) =>
      consolidate({
        ...{ asOf: day('2024-09-30'), roster, kinds: KINDS, quarter: Q3 },
        ledgers: [
          { file: 'a', ledger: begun() },
          { file: 'b', ledger: second },
        ],
      });
    const codesOf = (second: Ledger) => merged(second).findings.map(({ problem }) => problem.code);
    expect(
      merged(copy)
        .rows.get('visit')
        ?.map(({ counted }) => counted),
    ).toEqual([true, false]);
    expect(codesOf(copy)).toContain('entry-copied');
    expect(codesOf(other)).toEqual(expect.arrayContaining(['entry-copied', 'entry-id-shared']));
  });
});

test('codes are typed as people read them, and names fit into the names of files', () => {
  expect(foldSealCode(' o1il-7k2m ')).toBe('01117K2M');
  expect(sealCode(sha256('x'))).toHaveLength(8);
  expect(nameInFiles({ id: 'li-min', name: '李/敏' }, true)).toBe('李敏');
  expect(nameInFiles({ id: 'li-min', name: '李敏' }, false)).toBe('李敏（li-min）');
});
