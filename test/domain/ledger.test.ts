import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visit } from '../../src/domain/kinds/visit.ts';
import {
  addEntry,
  changesBetween,
  countedOn,
  editEntry,
  emptyLedger,
  entriesReferredTo,
  removeEntry,
  restoreEntry,
  submittedSeqs,
} from '../../src/domain/ledger.ts';
import { changedLedger, hostileVisit } from '../support/arbitraries.ts';
import { aLedger, aVisit } from '../support/builders.ts';

const at = '2024-07-03T10:21:05+08:00';
const later = '2024-07-04T09:00:00+08:00';
const values = { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '情况' };

function one() {
  const empty = emptyLedger('新兴县人民法院', { id: 'li-min', name: '李敏' }, 'ledger-1');
  return addEntry(empty, visit, 'visit-1', values, { at });
}

test('a first ledger is empty and at its first step', () => {
  const ledger = emptyLedger('法院', { id: 'li-min', name: '李敏' }, 'ledger-1');
  expect(ledger).toEqual({
    ledgerId: 'ledger-1',
    court: '法院',
    judge: { id: 'li-min', name: '李敏' },
    seq: 0,
    entries: [],
    submissions: [],
  });
});

test('adding makes the next step, at the end', () => {
  const ledger = addEntry(one(), visit, 'visit-2', values, { at: later });
  expect(ledger.seq).toBe(2);
  expect(ledger.entries.map(({ id }) => id)).toEqual(['visit-1', 'visit-2']);
  expect(ledger.entries[1]).toEqual({
    id: 'visit-2',
    kind: 'visit',
    rev: 1,
    createdAt: later,
    updatedAt: later,
    values,
    history: [{ rev: 1, at: later, op: 'add', step: 2 }],
  });
});

describe('editing', () => {
  test('replaces the values and keeps what they were, in the order of the fields', () => {
    const edited = { ...values, findings: '新情况', village: '马山社区' };
    const ledger = editEntry(one(), visit, 'visit-1', edited, { at: later, reason: '补录' });
    expect(ledger.seq).toBe(2);
    expect(ledger.entries[0]).toMatchObject({ rev: 2, createdAt: at, updatedAt: later, values: edited });
    expect(ledger.entries[0]?.history?.[1]).toEqual({
      rev: 2,
      at: later,
      op: 'edit',
      step: 2,
      reason: '补录',
      changes: [
        { field: 'village', from: null, to: '马山社区' },
        { field: 'findings', from: '情况', to: '新情况' },
      ],
    });
  });

  test('to the same values changes nothing at all', () => {
    const ledger = one();
    expect(editEntry(ledger, visit, 'visit-1', { ...values }, { at: later })).toBe(ledger);
    expect(editEntry(ledger, visit, 'no-such', { ...values, note: 'x' }, { at: later })).toBe(ledger);
  });

  test('without a reason notes none', () => {
    const { findings: _, ...rest } = values;
    const item = editEntry(one(), visit, 'visit-1', rest, { at: later }).entries[0]?.history?.[1];
    expect(item?.changes).toEqual([{ field: 'findings', from: '情况', to: null }]);
    expect(item).not.toHaveProperty('reason');
  });

  test('an entry written by hand begins its history then', () => {
    const ledger = aLedger({ seq: 4, entries: [aVisit({}, { id: 'by-hand' })] });
    const { entries } = editEntry(ledger, visit, 'by-hand', values, { at });
    expect(entries[0]?.history).toMatchObject([{ rev: 2, step: 5, op: 'edit' }]);
  });
});

test('what differs between values of several is seen, and their order counts', () => {
  expect(changesBetween(visit, { note: ['a', 'b'] }, { note: ['a', 'b'] })).toEqual([]);
  expect(changesBetween(visit, { note: ['a', 'b'] }, { note: ['b', 'a'] })).toHaveLength(1);
});

test('a removed entry stays with why and when; restored it is what it was', () => {
  const removed = removeEntry(one(), 'visit-1', { at: later, reason: '重复' });
  expect(removed.entries[0]).toMatchObject({ rev: 2, removed: { at: later, reason: '重复' }, values });
  const restored = restoreEntry(removed, 'visit-1', { at: later });
  expect(restored.seq).toBe(3);
  expect(restored.entries[0]?.removed).toBeUndefined();
  expect(restored.entries[0]?.history?.map(({ op }) => op)).toEqual(['add', 'remove', 'restore']);
});

test('add, then remove, then restore keeps every value', () => {
  fc.assert(
    fc.property(changedLedger, hostileVisit, (ledger, entry) => {
      const added = addEntry(ledger, visit, 'the-one', entry.values, { at });
      const removed = removeEntry(added, 'the-one', { at, reason: '误记' });
      const restored = restoreEntry(removed, 'the-one', { at: later });
      const [before, after] = [added, restored].map(({ entries }) =>
        entries.find(({ id }) => id === 'the-one'),
      );
      expect(after?.values).toEqual(before?.values);
      expect(after?.values).toEqual(entry.values);
      expect(restored.entries.slice(0, -1)).toEqual(ledger.entries);
      expect(after?.removed).toBeUndefined();
    }),
  );
});

test('every change is one step, and every entry tells all its revisions', () => {
  fc.assert(
    fc.property(changedLedger, (ledger) => {
      const items = ledger.entries.flatMap(({ history }) => history ?? []);
      const steps = [...new Set(items.map(({ step }) => step))].sort((left, right) => left - right);
      expect(steps).toEqual(Array.from({ length: ledger.seq }, (_, index) => index + 1));
      for (const { rev, history = [] } of ledger.entries) {
        expect(history.map((item) => item.rev)).toEqual(Array.from({ length: rev }, (_, index) => index + 1));
      }
    }),
  );
});

describe('a reference to an entry', () => {
  const ids = ['visit-240703-7kq2', 'visit-240703-7kq9', 'visit-240704-a7kq2', 'kq2'];
  const ledger = aLedger({ entries: ids.map((id) => aVisit({}, { id })) });

  test.each([
    ['visit-240703-7kq2', [0]],
    ['kq2', [3]],
    ['7kq2', [0, 2]],
    ['visit-240703', [0, 1]],
    ['visit-240704', [2]],
    ['kq9', [1]],
    ['240703', []],
    ['', []],
    ['VISIT-240704', []],
  ])('%j means %j', (reference, found) => {
    expect(entriesReferredTo(ledger, reference).map(({ id }) => ids.indexOf(id))).toEqual(found);
  });
});

test('a count of versions is never below a step of its entries', () => {
  const ledger = one();
  expect(countedOn(ledger)).toBe(ledger);
  expect(countedOn({ ...ledger, seq: 0 })).toEqual({ ...ledger, seq: 1 });
});

test('the versions in which something was handed in are those of its time and the one behind', () => {
  const ledger = editEntry(one(), visit, 'visit-1', { ...values, note: '补记' }, { at: later });
  const mark = { quarter: '2024Q3', attempt: 1, sha256: '' };
  expect(submittedSeqs(ledger)).toEqual([]);
  expect(submittedSeqs({ ...ledger, submissions: [{ ...mark, at }] })).toEqual([1, 2]);
  expect(submittedSeqs({ ...ledger, submissions: [{ ...mark, at: later }] })).toEqual([2, 3]);
});
