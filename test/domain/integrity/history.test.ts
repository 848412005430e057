import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, HistoryItem } from '../../../src/domain/entry.ts';
import { checkHistory } from '../../../src/domain/integrity/history.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { changedLedger } from '../../support/arbitraries.ts';
import { aVisit } from '../../support/builders.ts';

const AT = '2024-07-03T10:21:05+08:00';

function item(rev: number, op: HistoryItem['op'], over: Partial<HistoryItem> = {}): HistoryItem {
  return { rev, at: AT, op, step: rev, ...over };
}

/** A visit that was added and then changed as the other items say. */
function added(rest: readonly HistoryItem[], over: Partial<Entry> = {}, values = {}): Entry {
  const history = [item(1, 'add'), ...rest];
  return aVisit(values, { id: 'visit-1', createdAt: AT, rev: history.length, history, ...over });
}

function found(entry: Entry, seq = 9): readonly unknown[] {
  return checkHistory(entry, { kind: visit, seq, language: 'zh' }).map(
    ({ severity, problem, where: { entry: id, field } }) => [severity, problem, id, field],
  );
}

test('whatever the program does to a ledger, no history contradicts its entry', () => {
  fc.assert(
    fc.property(changedLedger, ({ entries, seq }) => {
      expect(entries.flatMap((entry) => found(entry, seq))).toEqual([]);
    }),
  );
});

test('an entry written by hand has no history, and none is wanted', () => {
  expect(found(aVisit({}, { rev: 7 }))).toEqual([]);
  expect(found(aVisit({}, { rev: 7, history: [] }))).toEqual([]);
});

test('a revision that the history has not reached', () => {
  expect(found(added([item(2, 'edit')], { rev: 3 }))).toEqual([
    ['error', { code: 'rev-not-history', rev: 3, last: 2 }, 'visit-1', 'rev'],
  ]);
});

test.each([
  ['in the middle', [item(1, 'add'), item(3, 'edit'), item(5, 'edit')], { rev: 3, after: 1 }],
  ['twice the same', [item(1, 'add'), item(1, 'edit')], { rev: 1, after: 1 }],
  ['at the beginning', [item(2, 'add')], { rev: 2, after: 0 }],
  ['at the beginning of what the program made', [item(2, 'edit')], { rev: 2, after: 0 }],
])('a revision that is missing %s is told once', (_, history, gap) => {
  const entry = aVisit({}, { id: 'visit-1', createdAt: AT, rev: history.at(-1)?.rev ?? 0, history });
  expect(found(entry)).toEqual([['error', { code: 'history-gap', ...gap }, 'visit-1', 'history']]);
});

test('the history of an entry written by hand begins with its first change, whatever revision that was', () => {
  const history = [item(5, 'edit'), item(6, 'edit')];
  expect(found(aVisit({}, { rev: 6, history }))).toEqual([]);
});

test('steps that go back', () => {
  const history = [item(2, 'edit', { step: 6 }), item(3, 'edit', { step: 4 }), item(4, 'edit', { step: 3 })];
  expect(found(added(history))).toEqual([
    ['error', { code: 'history-step-order', step: 4, after: 6 }, 'visit-1', 'history'],
  ]);
});

test('a merge lays two rows of steps one behind the other', () => {
  const history = [item(2, 'edit', { step: 6 }), item(3, 'edit', { step: 4 }), item(4, 'merge', { step: 8 })];
  expect(found(added(history))).toEqual([]);
  expect(found(added([...history, item(5, 'edit', { step: 7 })]))).toEqual([
    ['error', { code: 'history-step-order', step: 7, after: 8 }, 'visit-1', 'history'],
  ]);
});

test('a step that the ledger has not reached', () => {
  const entry = added([item(2, 'edit', { step: 4 })]);
  expect(found(entry, 4)).toEqual([]);
  expect(found(entry, 3)).toEqual([
    ['error', { code: 'history-step-ahead', step: 4, seq: 3 }, 'visit-1', 'history'],
  ]);
});

test('a removal that the mark says nothing of, and a mark of which nobody removed it', () => {
  const removed = { at: AT, reason: '重复登记' };
  const removal = item(2, 'remove', { reason: '重复登记' });
  expect(found(added([removal], { removed }))).toEqual([]);
  expect(found(added([removal]))).toEqual([
    ['error', { code: 'history-removal-differs', removed: false }, 'visit-1', 'history'],
  ]);
  expect(found(added([item(2, 'edit')], { removed }))).toEqual([
    ['error', { code: 'history-removal-differs', removed: true }, 'visit-1', 'removed'],
  ]);
  expect(found(added([removal, item(3, 'restore')], { removed }))).toEqual([
    ['error', { code: 'history-removal-differs', removed: true }, 'visit-1', 'removed'],
  ]);
});

test('what was undone or merged may have removed it or not', () => {
  const removed = { at: AT, reason: '重复登记' };
  expect(found(added([item(2, 'undo')], { removed }))).toEqual([]);
  expect(found(added([item(2, 'remove'), item(3, 'merge')]))).toEqual([]);
});

test('a value that is not what its last change made it', () => {
  const changes = (to: string | null) => [{ field: 'village', from: '马山社区', to }];
  const history = [item(2, 'edit', { changes: changes('禤村村') })];
  expect(found(added(history, {}, { village: '禤村村' }))).toEqual([]);
  expect(found(added(history))).toEqual([
    ['warning', { code: 'history-value-differs', label: '村（社区）' }, 'visit-1', 'village'],
  ]);
  const emptied = [...history, item(3, 'edit', { changes: changes(null) })];
  expect(found(added(emptied, {}, { village: undefined }))).toEqual([]);
});

test('a removed entry may have lost its values', () => {
  const changes = [{ field: 'village', from: '马山社区', to: '禤村村' }];
  const removed = { at: AT, reason: '重复登记' };
  expect(found(added([item(2, 'edit', { changes }), item(3, 'remove')], { removed }))).toEqual([]);
});

test('changes of fields that its kind does not have, each once, with the likely one', () => {
  const changes = [
    { field: 'vilage', from: null, to: '禤村村' },
    { field: 'vilage', from: '禤村村', to: null },
    { field: 'zzzzzzzz', from: null, to: '一' },
  ];
  expect(found(added([item(2, 'edit', { changes })]))).toEqual([
    ['error', { code: 'history-field-unknown', field: 'vilage', nearest: 'village' }, 'visit-1', 'history'],
    ['error', { code: 'history-field-unknown', field: 'zzzzzzzz' }, 'visit-1', 'history'],
  ]);
});
