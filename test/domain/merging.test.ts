import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { addEntry, editEntry, removeEntry, type Ledger } from '../../src/domain/ledger.ts';
import { ledgerFromJson, ledgerToText } from '../../src/domain/ledger-format.ts';
import { mergeLedgers, planMerge, type Side } from '../../src/domain/merging.ts';
import { ERASED, redactEntry } from '../../src/domain/redacting.ts';
import { nextStep, reversalsOf, reversed } from '../../src/domain/undoing.ts';
import { aLedger, located } from '../support/builders.ts';
import { anEntry } from '../support/sound-entries.ts';

const visit = kindOf(KINDS, 'visit');
const VALUES = anEntry('visit').values;
const at = (minute: number): string => `2024-07-03T10:${String(minute).padStart(2, '0')}:00+08:00`;

/** A ledger with the entry `first`, copied to both PCs. */
const COPIED = add(aLedger(), 'first', 0);

function add(ledger: Ledger, id: string, minute: number): Ledger {
  return addEntry(ledger, visit, id, VALUES, { at: at(minute) });
}

function edit(ledger: Ledger, note: string, minute: number): Ledger {
  return editEntry(ledger, visit, 'first', { ...VALUES, note }, { at: at(minute) });
}

function merged(mine: Ledger, theirs: Ledger, prefer: Side = 'mine'): Ledger {
  const ledger = mergeLedgers(mine, theirs, KINDS, { at: at(59), prefer });
  // Whatever comes out can be saved and read again.
  const read = ledgerFromJson(JSON.parse(ledgerToText(ledger, KINDS)), KINDS, located);
  expect('findings' in read ? read.findings : []).toEqual([]);
  for (const { rev, history = [] } of ledger.entries) {
    expect(history.map((item) => item.rev)).toEqual(
      history.map((_, index) => rev - history.length + 1 + index),
    );
    for (const { step } of history) expect(step).toBeLessThanOrEqual(ledger.seq);
  }
  return ledger;
}

function first({ entries }: Ledger): Entry {
  const found = entries.find(({ id }) => id === 'first');
  if (!found) throw new Error('the entry is lost');
  return found;
}

/** The verdict on each entry of the other ledger. */
function verdicts(mine: Ledger, theirs: Ledger): Readonly<Record<string, readonly string[]>> {
  const { added, newer, older, same, conflicts } = planMerge(mine, theirs, KINDS);
  const ids = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);
  return {
    ...{ added: ids(added), newer: ids(newer), older: ids(older), same: ids(same) },
    conflicts: conflicts.flatMap(({ mine: { id }, fields }) => [id, ...fields]),
  };
}

const NONE = { added: [], newer: [], older: [], same: [], conflicts: [] };

describe('the plan', () => {
  test.each<[string, Ledger, Ledger, object]>([
    ['a copy is the same', COPIED, COPIED, { same: ['first'] }],
    [
      'what only the other has is added',
      COPIED,
      add(COPIED, 'second', 5),
      { same: ['first'], added: ['second'] },
    ],
    ['what goes on from here is newer', COPIED, edit(COPIED, '甲', 5), { newer: ['first'] }],
    ['what stayed behind is older', edit(COPIED, '甲', 5), COPIED, { older: ['first'] }],
    [
      'two edits are a conflict',
      edit(COPIED, '甲', 5),
      edit(COPIED, '乙', 6),
      { conflicts: ['first', 'note'] },
    ],
    [
      'so are two edits to one end, since their histories differ',
      edit(COPIED, '甲', 5),
      edit(COPIED, '甲', 6),
      { conflicts: ['first', 'history'] },
    ],
    [
      'and an edit here of what was removed there',
      edit(COPIED, '甲', 5),
      removeEntry(COPIED, 'first', { at: at(6), reason: '重复' }),
      { conflicts: ['first', 'note', 'removed'] },
    ],
    [
      'and a change by hand, which no history tells',
      {
        ...COPIED,
        entries: COPIED.entries.map((entry) => ({ ...entry, values: { ...VALUES, note: '手改' } })),
      },
      edit(COPIED, '乙', 6),
      { conflicts: ['first', 'note'] },
    ],
  ])('%s', (_, mine, theirs, plan) => {
    expect(verdicts(mine, theirs)).toEqual({ ...NONE, ...plan });
  });

  test('one attempt with two digests is told', () => {
    const mark = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: at(7) };
    const mine = { ...COPIED, submissions: [mark] };
    const theirs = { ...COPIED, submissions: [{ ...mark, sha256: 'b'.repeat(64) }] };
    expect(planMerge(mine, theirs, KINDS).submittedTwice).toEqual(theirs.submissions);
    expect(merged(COPIED, mine).submissions).toEqual([mark]);
  });
});

describe('the merged ledger', () => {
  test('has all of both by one step, and the other way round comes to the same', () => {
    const mine = add(edit(COPIED, '甲', 5), 'here', 7);
    const theirs = add(COPIED, 'there', 8);
    const ledger = merged(mine, theirs);
    expect(ledger.seq).toBe(mine.seq + 1);
    expect(ledger.entries.map(({ id }) => id)).toEqual(['first', 'here', 'there']);
    expect(ledger.entries.at(-1)?.history?.[0]?.step).toBe(ledger.seq);
    expect(verdicts(merged(theirs, mine), ledger)).toMatchObject({
      ...NONE,
      same: ['first', 'here', 'there'],
    });
  });

  test('takes what the other undid for plain changes, which no undo of this ledger counts', () => {
    const done = edit(COPIED, '甲', 5);
    const standing = nextStep(done, 'undo');
    if (!standing) throw new Error('there is a step');
    const stamp = { at: at(6) };
    const undone = reversed(done, reversalsOf(done, standing, 'undo', stamp));
    const ledger = merged(add(COPIED, 'here', 7), undone);
    expect(first(ledger).history?.map(({ op }) => op)).toEqual(['add', 'edit', 'edit']);
    expect(nextStep(ledger, 'undo')?.origin.seq).toBe(ledger.seq);
    expect(verdicts(ledger, undone)).toEqual({ ...NONE, same: ['first'] });
    expect(verdicts(undone, ledger)).toEqual({ ...NONE, same: ['first'], added: ['here'] });
  });

  test('is the ledger itself where the other has nothing new', () => {
    const mine = edit(COPIED, '甲', 5);
    expect(mergeLedgers(mine, COPIED, KINDS, { at: at(59), prefer: 'theirs' })).toBe(mine);
  });

  test.each<[Side, string, string]>([
    ['mine', '甲', '乙'],
    ['theirs', '乙', '甲'],
  ])('of a conflict %s stands, and the other stays in the history', (prefer, kept, other) => {
    const mine = edit(COPIED, '甲', 5);
    const theirs = edit(COPIED, '乙', 6);
    const ledger = merged(mine, theirs, prefer);
    const entry = first(ledger);
    expect(entry.values['note']).toBe(kept);
    expect(entry.history?.map(({ op }) => op)).toEqual(['add', 'edit', 'edit', 'merge']);
    expect(entry.history?.at(-1)?.changes).toEqual([{ field: 'note', from: other, to: kept }]);
    // The other PC takes it over as newer, whichever side it was.
    expect(verdicts(theirs, ledger)).toEqual({ ...NONE, newer: ['first'] });
    expect(verdicts(mine, ledger)).toEqual({ ...NONE, newer: ['first'] });
    expect(verdicts(merged(theirs, ledger), ledger)).toEqual({ ...NONE, same: ['first'] });
  });

  test('brings back nothing that was erased, whichever side it was erased on', () => {
    const told = edit(COPIED, '甲某', 5);
    const erased = redactEntry(
      told,
      { id: 'first', kind: visit, field: 'note' },
      { at: at(9), reason: '依法' },
    );
    expect(verdicts(told, erased)).toEqual({ ...NONE, newer: ['first'] });
    expect(verdicts(erased, told)).toEqual({ ...NONE, older: ['first'] });
    const ledger = merged(edit(told, '甲某又', 10), erased, 'mine');
    expect(first(ledger).values['note']).toBe(ERASED);
    expect(JSON.stringify(ledger)).not.toContain('甲某');
  });

  test('a conflict that was resolved stays so where a third ledger came in between', () => {
    const [one, two, three] = [edit(COPIED, '甲', 5), edit(COPIED, '乙', 6), edit(COPIED, '丙', 7)];
    const all = merged(merged(one, two, 'mine'), three, 'mine');
    for (const other of [one, two, three]) {
      expect(verdicts(other, all)).toEqual({ ...NONE, newer: ['first'] });
      expect(first(merged(other, all)).values['note']).toBe('甲');
      expect(merged(all, other)).toBe(all);
    }
  });

  test('leaves what was entered after an erasure that both ledgers know', () => {
    const redaction = { id: 'first', kind: visit, field: 'note' };
    const erased = redactEntry(edit(COPIED, '甲某', 5), redaction, { at: at(9), reason: '依法' });
    const after = edit(erased, '另记', 10);
    expect(verdicts(erased, after)).toEqual({ ...NONE, newer: ['first'] });
    expect(verdicts(after, erased)).toEqual({ ...NONE, older: ['first'] });
    expect(first(merged(erased, after)).values['note']).toBe('另记');
    expect(merged(after, erased)).toBe(after);
    expect(planMerge(after, erased, KINDS).erased).toEqual([]);
    expect(planMerge(COPIED, erased, KINDS).erased).toEqual([{ id: 'first', field: 'note' }]);
    // A second erasure that only one of them knows reaches it.
    const again = redactEntry(after, redaction, { at: at(11), reason: '依法' });
    expect(first(merged(after, again)).values['note']).toBe(ERASED);
  });
});
