import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { ledgerFromJson } from '../../src/domain/ledger-format.ts';
import { hostileText } from '../support/arbitraries.ts';
import { located } from '../support/builders.ts';

const byHand = {
  format: 'liaison-ledger/1',
  court: '新兴县人民法院',
  judge: { id: 'li-min', name: '李敏' },
  entries: [
    { id: 'first', kind: 'visit', date: '2024-07-03', town: '太平镇', form: 'visit', findings: '情况' },
  ],
};
const [entry] = byHand.entries;
const stamp = '2024-07-03T10:21:05+08:00';
const mark = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: stamp };

function found(value: unknown) {
  const result = ledgerFromJson(value, KINDS, located);
  if ('ledger' in result) return [];
  return result.findings.map(({ severity, problem, where }) => ({ severity, ...problem, ...where }));
}

describe('what is wrong is named with its place and entry', () => {
  test.each([
    [
      'an unknown key',
      { ...byHand, entires: [] },
      [{ code: 'key-unknown', key: 'entires', nearest: 'entries', line: 2, column: 2, cell: 'entires' }],
    ],
    [
      'a key of an entry',
      { ...byHand, entries: [{ ...entry, vilage: '马山社区' }] },
      [
        {
          code: 'key-unknown',
          key: 'vilage',
          nearest: 'village',
          entry: 'first',
          line: 4,
          column: 2,
          cell: 'entries/0/vilage',
        },
      ],
    ],
    [
      'a key of the judge',
      { ...byHand, judge: { id: 'li-min', name: '李敏', naem: 'x' } },
      [{ code: 'key-unknown', nearest: 'name', cell: 'judge/naem' }],
    ],
    ['a key nothing is like', { ...byHand, zzzzzz: 1 }, [{ code: 'key-unknown', key: 'zzzzzz' }]],
    [
      'required fields',
      { ...byHand, entries: [{ id: 'first', kind: 'visit' }] },
      ['date', 'town', 'form', 'findings'].map((key) => ({
        code: 'key-missing',
        key,
        entry: 'first',
        cell: 'entries/0',
      })),
    ],
    [
      'the ledger’s own keys',
      { format: byHand.format },
      ['court', 'judge', 'entries'].map((key) => ({ code: 'key-missing', key, cell: '' })),
    ],
    [
      'an entry without an id',
      { ...byHand, entries: [{ ...entry, id: undefined }] },
      [{ code: 'value-invalid', key: 'id', expects: 'entry-id' }],
    ],
    [
      'a bad id',
      { ...byHand, entries: [{ ...entry, id: '../x' }] },
      [{ code: 'value-invalid', key: 'id', expects: 'entry-id', found: 'text:4' }],
    ],
    [
      'an entry without a kind',
      { ...byHand, entries: [{ id: 'first' }] },
      [{ code: 'key-missing', key: 'kind', entry: 'first', cell: 'entries/0' }],
    ],
    [
      'a kind that is no text',
      { ...byHand, entries: [{ kind: 3 }] },
      [{ code: 'key-missing', key: 'kind', cell: 'entries/0/kind' }],
    ],
    [
      'a kind near one',
      { ...byHand, entries: [{ ...entry, kind: 'visitt' }] },
      [{ code: 'kind-unknown', kind: 'visitt', nearest: 'visit', entry: 'first', cell: 'entries/0/kind' }],
    ],
    [
      'a kind near none',
      { ...byHand, entries: [{ ...entry, kind: 'astronomy' }] },
      [{ code: 'kind-unknown', kind: 'astronomy' }],
    ],
    [
      'an entry that is none',
      { ...byHand, entries: [entry, 'x', [], null] },
      [1, 2, 3].map((index) => ({
        code: 'value-invalid',
        expects: 'object',
        cell: `entries/${String(index)}`,
      })),
    ],
    [
      'entries that are no list',
      { ...byHand, entries: {} },
      [{ code: 'value-invalid', key: 'entries', expects: 'list', found: 'object' }],
    ],
    [
      'an id twice',
      { ...byHand, entries: [entry, { ...entry, id: 'other' }, entry] },
      [{ code: 'entry-id-twice', id: 'first', entry: 'first', cell: 'entries/2/id' }],
    ],
    [
      'a day',
      { ...byHand, entries: [{ ...entry, date: '2024-7-3' }] },
      [{ code: 'value-invalid', key: 'date', expects: 'day', found: 'text:8', column: 1 }],
    ],
    [
      'a choice',
      { ...byHand, entries: [{ ...entry, form: '走访' }] },
      [{ code: 'value-invalid', key: 'form', expects: 'choice', found: 'text:2' }],
    ],
    [
      'a text that is empty',
      { ...byHand, entries: [{ ...entry, findings: '' }] },
      [{ key: 'findings', expects: 'text', found: 'text:0' }],
    ],
    [
      'a text of 5,001 characters',
      { ...byHand, entries: [{ ...entry, findings: '字'.repeat(5001) }] },
      [{ found: 'text:5001' }],
    ],
    [
      'a town that is no text',
      { ...byHand, entries: [{ ...entry, town: null }] },
      [{ key: 'town', expects: 'town', found: 'null' }],
    ],
    [
      'what is removed',
      { ...byHand, entries: [{ ...entry, removed: true }] },
      [{ key: 'removed', expects: 'object', found: 'boolean' }],
    ],
    [
      'the history',
      {
        ...byHand,
        entries: [
          {
            ...entry,
            history: [{ rev: 0, at: 'x', op: 'y', step: -1, changes: [{ field: 'met', from: {}, to: [1] }] }],
          },
        ],
      },
      [
        { key: 'rev' },
        { key: 'at', expects: 'timestamp' },
        { key: 'op', expects: 'choice' },
        { key: 'step' },
        { key: 'from', expects: 'text', found: 'object' },
        { key: 'to', found: 'list' },
      ],
    ],
    [
      'a submission',
      { ...byHand, submissions: [{ ...mark, quarter: '2024-Q3', attempt: 0, sha256: 'x', at: '' }] },
      [{ expects: 'quarter' }, { expects: 'whole-number' }, { expects: 'digest' }, { expects: 'timestamp' }],
    ],
    ['the digest before', { ...byHand, prev: 'abc' }, [{ key: 'prev', expects: 'digest' }]],
    ['the step', { ...byHand, seq: '3' }, [{ key: 'seq', expects: 'whole-number', found: 'text:1' }]],
  ])('%s', (_, value, expected) => {
    expect(found(value)).toMatchObject(expected);
    expect(found(value)).toHaveLength(expected.length);
    for (const { severity } of found(value)) expect(severity).toBe('error');
  });

  test('all of it in one run, in the ledger and in every entry', () => {
    const entries = [
      { ...entry, date: 3 },
      { id: 'second', kind: 'vist' },
      { ...entry, form: 'x', town: '' },
    ];
    expect(found({ ...byHand, extra: 1, entries }).map(({ code, entry: id }) => [code, id])).toEqual([
      ['key-unknown', undefined],
      ['value-invalid', 'first'],
      ['kind-unknown', 'second'],
      ['value-invalid', 'first'],
      ['value-invalid', 'first'],
    ]);
  });

  test.each([
    [{ ...byHand, format: 'liaison-ledger/2', extra: 1, entries: 'x' }, 'format-newer'],
    [{ ...byHand, format: 'liaison-roster/1', extra: 1 }, 'format-unknown'],
    [[], 'format-unknown'],
  ])('a format that is not ours is refused first, and nothing more is looked at (%#)', (value, code) => {
    expect(found(value)).toMatchObject([{ code, cell: 'format' }]);
  });
});

test('no finding quotes the content of a field, whatever is wrong around it', () => {
  const secret = fc.oneof(hostileText, fc.string()).map((text) => `§${text}§`);
  const value = fc.oneof(
    secret,
    fc.array(secret, { maxLength: 2 }),
    fc.record({ at: secret, reason: secret, field: secret }),
  );
  const key = fc.constantFrom(
    ...['date', 'town', 'village', 'form', 'met', 'findings', 'note', 'source', 'reportedOn'],
    ...['rev', 'createdAt', 'history', 'removed', 'unknown'],
  );
  const broken = fc
    .tuple(fc.dictionary(key, value), value)
    .map(([values, date]) => ({ ...values, date, id: 'first', kind: 'visit' }));
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 3 }), value, (entries, wrong) => {
      const findings = found({ ...byHand, entries, court: wrong, submissions: wrong, prev: wrong });
      expect(findings.length).toBeGreaterThan(0);
      expect(JSON.stringify(findings)).not.toContain('§');
    }),
  );
});
