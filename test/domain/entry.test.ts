import { expect, test } from 'vitest';
import { dayOf, entryDay, newEntryId, textOf } from '../../src/domain/entry.ts';
import { kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { entryIdShape } from '../../src/domain/shape.ts';
import { aVisit, day } from '../support/builders.ts';

const visit = kindOf(KINDS, 'visit');

test('a new id is kind, day and four characters, and a valid one', () => {
  const id = newEntryId(visit, day('2024-07-03'), '7kq2');
  expect(id).toBe('visit-240703-7kq2');
  expect(entryIdShape.accepts(id)).toBe(true);
});

test('a field is its text, empty where there is none', () => {
  const entry = aVisit({ met: undefined, people: 3, listed: true });
  expect(['town', 'met', 'people', 'listed'].map((key) => textOf(entry, key))).toEqual([
    '太平镇',
    '',
    '3',
    'true',
  ]);
});

test('a day is a field that holds one', () => {
  const entry = aVisit({ reportedOn: '2024-07-05' });
  expect(dayOf(entry, 'reportedOn')).toBe('2024-07-05');
  expect(dayOf(entry, 'town')).toBeUndefined();
  expect(dayOf(entry, 'met')).toBeUndefined();
});

test('an entry is on its kind’s day; one stripped of its values is on none', () => {
  const matter = { ...visit, span: { type: 'case', opened: ['reportedOn'], closed: 'date' } } as const;
  const entry = aVisit({ date: '2024-07-03', reportedOn: '2024-07-05' });
  expect(entryDay(visit, entry)).toBe('2024-07-03');
  expect(entryDay(matter, entry)).toBe('2024-07-05');
  expect(entryDay(visit, { ...entry, values: {} })).toBeUndefined();
});
