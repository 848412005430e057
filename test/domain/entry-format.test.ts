import { expect, test } from 'vitest';
import { ENTRY_KEYS, entryFromDocument, entryShape, entryToDocument } from '../../src/domain/entry-format.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import { aVisit, withField } from '../support/builders.ts';

test('an entry stands in the file with its keys in their fixed order, absent ones left out', () => {
  const entry = aVisit(
    { note: 'x', reportedOn: '2024-07-05' },
    {
      createdAt: 'c',
      updatedAt: 'u',
      removed: { at: 'a', reason: 'r' },
      history: [{ rev: 1, at: 'a', op: 'add', step: 1 }],
    },
  );
  expect(Object.keys(entryToDocument(visit, entry))).toEqual([
    ...['id', 'kind', 'rev', 'removed', 'createdAt', 'updatedAt'],
    ...['date', 'town', 'village', 'form', 'findings', 'reportedOn', 'note', 'history'],
  ]);
  expect(Object.keys(entryToDocument(visit, aVisit({ village: undefined })))).toEqual([
    ...['id', 'kind', 'rev', 'date', 'town', 'form', 'findings'],
  ]);
});

test('the keys every entry has are reserved', () => {
  expect([...ENTRY_KEYS].sort()).toEqual([
    'createdAt',
    'history',
    'id',
    'kind',
    'removed',
    'rev',
    'updatedAt',
  ]);
});

test('an entry read out of its document is the entry', () => {
  const entry = aVisit({ met: '书记', source: 'department' });
  const document = entryToDocument(visit, entry);
  const shape = entryShape(visit, false);
  if (!shape.accepts(document)) throw new Error('not accepted');
  expect(entryFromDocument(visit, document)).toEqual(entry);
});

test('an entry of another kind, or one that lacks what is required, is not accepted', () => {
  const document = entryToDocument(visit, aVisit());
  const { findings: _, ...incomplete } = document;
  expect(entryShape(visit, false).accepts({ ...document, kind: 'other' })).toBe(false);
  expect(entryShape(visit, false).accepts(incomplete)).toBe(false);
  expect(entryShape(visit, true).accepts(incomplete)).toBe(true);
});

test('each kind has its own shape', () => {
  const relaxed = withField(visit, 'findings', { required: false });
  const { findings: _, ...incomplete } = entryToDocument(visit, aVisit());
  expect([visit, relaxed, visit].map((kind) => entryShape(kind, false).accepts(incomplete))).toEqual([
    false,
    true,
    false,
  ]);
});
