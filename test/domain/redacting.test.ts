import { describe, expect, test } from 'vitest';
import { visit } from '../../src/domain/kinds/visit.ts';
import { addEntry, editEntry, removeEntry } from '../../src/domain/ledger.ts';
import {
  cannotLack,
  ERASED,
  erasedOnlyIn,
  erasedValues,
  HISTORY,
  redactEntry,
  toldElsewhere,
  withoutValueIn,
} from '../../src/domain/redacting.ts';
import { aLedger } from '../support/builders.ts';

const AT = '2024-09-18T10:00:00+08:00';
const VALUES = { date: '2024-09-12', town: '太平镇', form: 'visit', findings: '圩镇排水' };
const TOLD = editEntry(
  addEntry(aLedger(), visit, 'visit-one', { ...VALUES, met: '张三' }, { at: AT }),
  visit,
  'visit-one',
  { ...VALUES, met: '张三的父亲' },
  { at: AT, reason: '找过张三的父亲' },
);
const MET = { id: 'visit-one', kind: visit, field: 'met' };

describe('an erasure by law', () => {
  test('takes the value of today and before, the longest first where it stands in reasons', () => {
    const ledger = redactEntry(TOLD, MET, { at: AT, reason: '依法' });
    const [entry] = ledger.entries;
    expect(JSON.stringify(ledger)).not.toMatch(/张三|的父亲/u);
    expect(entry?.values['met']).toBe(ERASED);
    expect(entry?.history?.map(({ reason }) => reason)).toEqual([undefined, `找过${ERASED}`, '依法']);
    expect(entry && erasedValues(entry, MET)).toEqual([]);
  });

  test('changes nothing else of an earlier version, and is the same object where that never had it', () => {
    expect(withoutValueIn(TOLD, MET).entries[0]?.values).toEqual({ ...VALUES, met: ERASED });
    expect(withoutValueIn(TOLD, { ...MET, id: 'visit-two' })).toBe(TOLD);
    expect(withoutValueIn(TOLD, { ...MET, field: 'note' })).toBe(TOLD);
  });

  test('is known by who has it', () => {
    const [before] = TOLD.entries;
    const [after] = redactEntry(TOLD, MET, { at: AT, reason: '依法' }).entries;
    expect(after && erasedOnlyIn(after, before)).toEqual(['met']);
    expect(after && erasedOnlyIn(after, undefined)).toEqual(['met']);
    expect(after && erasedOnlyIn(after, after)).toEqual([]);
    expect(before && erasedOnlyIn(before, after)).toEqual([]);
  });
});

test('what was erased is found in other fields, before and now, and in reasons; one character is not looked for', () => {
  const other = addEntry(TOLD, visit, 'visit-two', { ...VALUES, note: '张三来过' }, { at: AT });
  const ledger = removeEntry(other, 'visit-two', { at: AT, reason: '张三要求' });
  expect(toldElsewhere(ledger, ['张三'])).toEqual([
    { id: 'visit-one', field: 'met' },
    { id: 'visit-one', field: HISTORY },
    { id: 'visit-two', field: 'note' },
    { id: 'visit-two', field: HISTORY },
  ]);
  expect(toldElsewhere(ledger, ['张'])).toEqual([]);
});

test('only a required field that is no text can’t be without its value', () => {
  const lacking = visit.fields.filter(cannotLack).map(({ key }) => key);
  expect(lacking).toContain('date');
  expect(lacking).not.toContain('findings');
  expect(lacking).not.toContain('met');
});
