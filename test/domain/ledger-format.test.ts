import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { ledgerFromJson, ledgerToText } from '../../src/domain/ledger-format.ts';
import { changedLedger } from '../support/arbitraries.ts';
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

function read(value: unknown) {
  const result = ledgerFromJson(value, KINDS, located);
  if ('findings' in result) throw new Error(JSON.stringify(result.findings));
  return result.ledger;
}

describe('a ledger read and saved unchanged', () => {
  test('is what it was, byte for byte, whatever its text', () => {
    fc.assert(
      fc.property(changedLedger, (ledger) => {
        const text = ledgerToText(ledger, KINDS);
        const again = read(JSON.parse(text));
        expect(again).toEqual(ledger);
        expect(ledgerToText(again, KINDS)).toBe(text);
      }),
    );
  });

  const sample = new URL('../../fixtures/sample/ledgers/', import.meta.url);
  test.each(readdirSync(sample))('%s of the sample is the same file', (name) => {
    const text = readFileSync(new URL(name, sample), 'utf8');
    expect(ledgerToText(read(JSON.parse(text)), KINDS)).toBe(text);
  });
});

describe('a file written by hand', () => {
  test('may lack what the tool keeps for itself', () => {
    expect(read(byHand)).toEqual({
      ledgerId: undefined,
      court: '新兴县人民法院',
      judge: { id: 'li-min', name: '李敏' },
      seq: 0,
      prev: undefined,
      submissions: [],
      entries: [
        {
          id: 'first',
          kind: 'visit',
          rev: 1,
          values: { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '情况' },
        },
      ],
    });
  });

  test('may have its keys in any order, and is saved in the fixed one', () => {
    const item = {
      changes: [{ to: 'x', from: null, field: 'note' }],
      step: 2,
      op: 'edit',
      at: stamp,
      rev: 1,
    };
    const shuffled = {
      submissions: [{ at: stamp, sha256: mark.sha256, attempt: 1, quarter: '2024Q3' }],
      entries: [
        {
          note: 'x',
          history: [item],
          removed: { reason: '重复', at: stamp },
          ...entry,
          updatedAt: stamp,
          rev: 1,
        },
      ],
      judge: { name: '李敏', id: 'li-min' },
      court: '法院',
      seq: 2,
      format: 'liaison-ledger/1',
    };
    expect(ledgerToText(read(shuffled), KINDS)).toBe(`{
  "format": "liaison-ledger/1",
  "court": "法院",
  "judge": {
    "id": "li-min",
    "name": "李敏"
  },
  "seq": 2,
  "entries": [
    {
      "id": "first",
      "kind": "visit",
      "rev": 1,
      "removed": {
        "at": "2024-07-03T10:21:05+08:00",
        "reason": "重复"
      },
      "updatedAt": "2024-07-03T10:21:05+08:00",
      "date": "2024-07-03",
      "town": "太平镇",
      "form": "visit",
      "findings": "情况",
      "note": "x",
      "history": [
        {
          "rev": 1,
          "at": "2024-07-03T10:21:05+08:00",
          "op": "edit",
          "step": 2,
          "changes": [
            {
              "field": "note",
              "from": null,
              "to": "x"
            }
          ]
        }
      ]
    }
  ],
  "submissions": [
    {
      "quarter": "2024Q3",
      "attempt": 1,
      "sha256": "${mark.sha256}",
      "at": "2024-07-03T10:21:05+08:00"
    }
  ]
}
`);
  });

  test('a removed entry may lack its values', () => {
    const removed = { at: stamp, reason: '依申请删除' };
    expect(read({ ...byHand, entries: [{ id: 'first', kind: 'visit', removed }] }).entries).toMatchObject([
      { id: 'first', removed, values: {} },
    ]);
  });
});
