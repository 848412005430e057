import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import {
  addEntries,
  addEntry,
  editEntry,
  removeEntry,
  restoreEntry,
  type Ledger,
} from '../../src/domain/ledger.ts';
import { ledgerFromJson, ledgerToText } from '../../src/domain/ledger-format.ts';
import { redactEntry } from '../../src/domain/redacting.ts';
import { stepsOf } from '../../src/domain/steps.ts';
import { nextStep, obstacles, reversalsOf, reversed, type Direction } from '../../src/domain/undoing.ts';
import { anyStep } from '../support/arbitraries.ts';
import { aLedger, aVisit, located } from '../support/builders.ts';

const at = '2024-07-03T10:21:05+08:00';
const later = '2024-07-04T09:00:00+08:00';
const values = { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '情况' };
const CALENDAR = { kinds: KINDS, basisOf: () => 'calendar' as const };

function step(ledger: Ledger, direction: Direction): Ledger {
  const standing = nextStep(ledger, direction);
  if (!standing) throw new Error(`there is nothing to ${direction}`);
  const reversals = reversalsOf(ledger, standing, direction, { at: later });
  expect(obstacles(ledger, standing, reversals, CALENDAR)).toEqual([]);
  return reversed(ledger, reversals);
}

function times(count: number, ledger: Ledger, direction: Direction): Ledger {
  return Array.from({ length: count }).reduce<Ledger>((now) => step(now, direction), ledger);
}

function codesOf(ledger: Ledger, direction: Direction): readonly string[] {
  const standing = nextStep(ledger, direction);
  if (!standing) return [];
  const reversals = reversalsOf(ledger, standing, direction, { at: later });
  return obstacles(ledger, standing, reversals, CALENDAR).map(({ problem }) => problem.code);
}

/** What counts of the entries that are there: values, and of those that are out the reason. */
function state({ entries }: Ledger): unknown {
  return entries.map(({ id, values: said, removed }) => ({ id, said, removed: removed?.reason }));
}

/** The same without the entries whose adding was undone: an earlier state did not have them. */
function stateOf(ledger: Ledger, ids: ReadonlySet<string>): unknown {
  return state({ ...ledger, entries: ledger.entries.filter(({ id }) => ids.has(id)) });
}

const one = addEntry(aLedger(), visit, 'visit-1', values, { at });
const edited = editEntry(one, visit, 'visit-1', { ...values, note: '同行', findings: '新' }, { at });
const removed = removeEntry(one, 'visit-1', { at, reason: '重复登记' });

/** What undo makes of the entry after each operation, and redo after that. */
describe.each<[string, Ledger, Partial<Entry>, object, Partial<Entry>, object]>([
  [
    'adding',
    one,
    { rev: 2, values, removed: { at: later, reason: '撤销登记' } },
    { reason: '撤销登记' },
    { rev: 3, values, removed: undefined },
    {},
  ],
  [
    'editing',
    edited,
    { rev: 3, values, removed: undefined },
    {
      changes: [
        { field: 'findings', from: '新', to: '情况' },
        { field: 'note', from: '同行', to: null },
      ],
    },
    { rev: 4, values: { ...values, note: '同行', findings: '新' } },
    {
      changes: [
        { field: 'findings', from: '情况', to: '新' },
        { field: 'note', from: null, to: '同行' },
      ],
    },
  ],
  [
    'removing',
    removed,
    { rev: 3, values, removed: undefined },
    {},
    { rev: 4, removed: { at: later, reason: '重复登记' } },
    { reason: '重复登记' },
  ],
  [
    'restoring',
    restoreEntry(removed, 'visit-1', { at }),
    { rev: 4, removed: { at: later, reason: '重复登记' } },
    { reason: '重复登记' },
    { rev: 5, removed: undefined },
    {},
  ],
  [
    'restoring what was marked by hand',
    restoreEntry(
      aLedger({ entries: [aVisit({}, { id: 'visit-1', removed: { at, reason: '手工' } })] }),
      'visit-1',
      {
        at,
      },
    ),
    { rev: 3, removed: { at: later, reason: '撤销恢复' } },
    { reason: '撤销恢复' },
    { rev: 4, removed: undefined },
    {},
  ],
])('%s', (_name, ledger, undone, undoItem, redone, redoItem) => {
  test('is undone as a new version', () => {
    const after = step(ledger, 'undo');
    expect(after.seq).toBe(ledger.seq + 1);
    expect(after.entries[0]).toMatchObject({ ...undone, updatedAt: later });
    expect(after.entries[0]?.createdAt).toBe(ledger.entries[0]?.createdAt);
    expect(after.entries[0]?.history?.at(-1)).toEqual({
      rev: undone.rev,
      at: later,
      op: 'undo',
      step: after.seq,
      ...undoItem,
    });
  });

  test('is redone as a new version', () => {
    const after = step(step(ledger, 'undo'), 'redo');
    expect(after.seq).toBe(ledger.seq + 2);
    expect(after.entries[0]).toMatchObject(redone);
    expect(after.entries[0]?.history?.at(-1)).toEqual({
      rev: redone.rev,
      at: later,
      op: 'redo',
      step: after.seq,
      ...redoItem,
    });
    expect(step(after, 'undo').entries[0]?.removed?.reason).toBe(undone.removed?.reason);
  });
});

test('an import is one step, whatever the number of its rows', () => {
  const rows = ['visit-2', 'visit-3', 'visit-4'].map((id) => ({ id, kind: 'visit', values }));
  const ledger = step(addEntries(one, rows, { at }), 'undo');
  expect(ledger.entries.map(({ removed: out }) => out?.reason)).toEqual([
    undefined,
    ...rows.map(() => '撤销登记'),
  ]);
  expect(nextStep(ledger, 'undo')?.origin.seq).toBe(1);
});

test('whatever is done after an undo ends what can be redone, and only that', () => {
  const ledger = editEntry(step(edited, 'undo'), visit, 'visit-1', { ...values, met: '某某' }, { at });
  expect(nextStep(ledger, 'redo')).toBeUndefined();
  expect(nextStep(ledger, 'undo')?.origin.seq).toBe(4);
  expect(nextStep(step(ledger, 'undo'), 'undo')?.origin.seq).toBe(1);
});

describe('what can’t be undone', () => {
  test('a ledger written by hand has no steps', () => {
    const ledger = aLedger({ entries: [aVisit(), aVisit()] });
    expect(stepsOf(ledger)).toEqual({ all: [], done: [], undone: [] });
  });

  test.each<[string, Partial<Entry>]>([
    ['a field', { values: { ...values, findings: '手工改过', note: '同行' } }],
    ['that it is there', { removed: { at, reason: '手工' } }],
  ])('what was changed by hand since: %s', (_what, over) => {
    const entries = edited.entries.map((entry) => ({ ...entry, ...over }));
    expect(codesOf({ ...edited, entries }, 'undo')).toEqual(['step-changed-since']);
  });

  test('another field changed by hand stays as it is', () => {
    const entries = edited.entries.map((entry) => ({ ...entry, values: { ...entry.values, met: '某某' } }));
    expect(step({ ...edited, entries }, 'undo').entries[0]?.values).toEqual({ ...values, met: '某某' });
  });

  test('a step that has two changes of an entry, as a merge may', () => {
    const entries = edited.entries.map((entry) => ({
      ...entry,
      history: entry.history?.map((item) => ({ ...item, step: 2 })),
    }));
    expect(codesOf({ ...edited, entries }, 'undo')).toEqual(['step-merged']);
  });

  test('what was erased by law, nor anything before it', () => {
    const erasing = { id: 'visit-1', kind: visit, field: 'findings' };
    const erased = redactEntry(edited, erasing, { at, reason: '当事人申请' });
    expect(codesOf(erased, 'undo')).toEqual(['step-erased']);
    const later = editEntry(erased, visit, 'visit-1', { ...values, met: '某某' }, { at });
    expect(codesOf(step(later, 'undo'), 'undo')).toEqual(['step-erased']);
  });

  test('an undo without a step before it is told, and does nothing', () => {
    const history = [{ rev: 1, at, op: 'undo' as const, step: 1 }];
    const steps = stepsOf(aLedger({ seq: 1, entries: [aVisit({}, { history })] }));
    expect(steps).toMatchObject({ all: [{ op: 'undo', isUndone: false }], done: [], undone: [] });
  });

  const sent = (ledger: Ledger, quarter: string, when: string): Ledger => ({
    ...ledger,
    submissions: [{ quarter, attempt: 1, sha256: 'a'.repeat(64), at: when }],
  });

  test.each<[string, Ledger, readonly string[]]>([
    ['added before it was handed in', sent(one, '2024Q3', later), ['step-submitted']],
    ['edited before', sent(edited, '2024Q3', later), ['step-submitted']],
    ['removed before', sent(removed, '2024Q3', later), ['step-submitted']],
    ['at the very second', sent(one, '2024Q3', at), ['step-submitted']],
    ['of another quarter', sent(one, '2024Q2', later), []],
    ['after it was handed in', sent(one, '2024Q3', '2024-07-01T00:00:00+08:00'), []],
    ['in another zone', sent(one, '2024Q3', '2024-07-03T02:21:06Z'), ['step-submitted']],
    ['at no time of the calendar', sent(one, '2024Q3', '2024-17-41T02:21:06Z'), ['step-submitted']],
  ])('what was handed in: %s', (_when, ledger, codes) => {
    expect(codesOf(ledger, 'undo')).toEqual(codes);
  });

  test('a clock that ran ahead brings nothing within reach that was done before handing in', () => {
    const ahead = addEntry(aLedger(), visit, 'visit-1', values, { at: '2030-01-01T00:00:00+08:00' });
    const ledger = addEntry(ahead, visit, 'visit-2', { ...values, date: '2024-10-03' }, { at });
    const handedIn = sent(ledger, '2024Q3', later);
    expect(codesOf(handedIn, 'undo')).toEqual([]);
    expect(codesOf(step(handedIn, 'undo'), 'undo')).toEqual(['step-submitted']);
  });

  test('nor redone, where it was undone before handing in', () => {
    expect(codesOf(sent(step(edited, 'undo'), '2024Q3', later), 'redo')).toEqual(['step-submitted']);
  });
});

describe('any steps', () => {
  const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 10 });

  test('followed by some undos give what an earlier state said, with versions only risen', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(), (steps, wish) => {
        const states = [aLedger()];
        for (const change of steps) {
          const last = states.at(-1) ?? aLedger();
          const next = change(last);
          if (next !== last) states.push(next);
        }
        const now = states.at(-1) ?? aLedger();
        const count = wish % states.length;
        const earlier = states[states.length - 1 - count] ?? aLedger();
        const undone = times(count, now, 'undo');
        const ids = new Set(earlier.entries.map(({ id }) => id));
        expect(stateOf(undone, ids)).toEqual(state(earlier));
        expect(undone.entries.filter(({ id }) => !ids.has(id)).every((entry) => entry.removed)).toBe(true);
        expect(undone.seq).toBe(now.seq + count);
        for (const [index, entry] of undone.entries.entries()) {
          expect(entry.rev).toBeGreaterThanOrEqual(now.entries[index]?.rev ?? 0);
          expect(entry.history?.map(({ rev }) => rev)).toEqual(entry.history?.map((_, rev) => rev + 1));
        }
        // And all the way back again.
        const redone = times(count, undone, 'redo');
        expect(state(redone)).toEqual(state(now));
        expect(nextStep(redone, 'redo')).toBeUndefined();
        expect(state(times(count, redone, 'undo'))).toEqual(state(undone));
      }),
    );
  });

  test('and undos and redos among them stand in the history once each, in the order of their numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyStep, fc.constantFrom<Direction>('undo', 'redo')), { maxLength: 14 }),
        (doings) => {
          let ledger = aLedger();
          const seqs: number[] = [];
          for (const doing of doings) {
            const before = ledger;
            if (typeof doing === 'function') ledger = doing(before);
            else if (nextStep(before, doing)) ledger = step(before, doing);
            if (ledger !== before) seqs.push(ledger.seq);
          }
          expect(stepsOf(ledger).all.map(({ seq }) => seq)).toEqual(seqs);
          expect(seqs).toEqual(seqs.map((_, index) => index + 1));
          // The file keeps it all.
          const read = ledgerFromJson(JSON.parse(ledgerToText(ledger, KINDS)), KINDS, located);
          expect('ledger' in read && state(read.ledger)).toEqual(state(ledger));
          expect('ledger' in read && stepsOf(read.ledger).done.length).toBe(stepsOf(ledger).done.length);
        },
      ),
    );
  });
});
