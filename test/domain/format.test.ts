import { expect, test } from 'vitest';
import { readFormat } from '../../src/domain/format.ts';

test.each([
  [{ format: 'liaison-ledger/1' }, undefined],
  [{ format: 'liaison-ledger/1', other: 1 }, undefined],
  [
    { format: 'liaison-ledger/2' },
    { code: 'format-newer', found: 'liaison-ledger/2', supported: 'liaison-ledger/1' },
  ],
  [
    { format: 'liaison-ledger/12' },
    { code: 'format-newer', found: 'liaison-ledger/12', supported: 'liaison-ledger/1' },
  ],
  [{ format: 'liaison-ledger/0' }, { code: 'format-unknown', found: 'liaison-ledger/0' }],
  [{ format: 'liaison-ledger/01' }, { code: 'format-unknown', found: 'liaison-ledger/01' }],
  [{ format: 'liaison-roster/2' }, { code: 'format-unknown', found: 'liaison-roster/2' }],
  [{ format: '张三的电话' }, { code: 'format-unknown', found: 'text:5' }],
  [{ format: 1 }, { code: 'format-unknown', found: 'number' }],
  [{ format: null }, { code: 'format-unknown', found: 'null' }],
  [{}, { code: 'format-unknown', found: 'object' }],
  [[], { code: 'format-unknown', found: 'list' }],
  [null, { code: 'format-unknown', found: 'null' }],
  ['liaison-ledger/1', { code: 'format-unknown', found: 'text:16' }],
])('%j', (value, problem) => {
  const expected = 'liaison-ledger/1';
  const full = problem?.code === 'format-unknown' ? { ...problem, expected } : problem;
  expect(readFormat(value, expected)).toEqual(full);
});
