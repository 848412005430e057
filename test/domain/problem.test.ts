import { expect, test } from 'vitest';
import { error, Refusal, refusal, warning } from '../../src/domain/problem.ts';

test('a refusal carries every finding, and its message only their codes', () => {
  const cause = new Error('the medium is gone');
  const findings = [
    error({ code: 'town-not-listed', town: '某某镇' }, { line: 3 }),
    warning({ code: 'no-ledgers' }),
  ];
  const thrown = new Refusal('invalid', findings, { cause });
  expect(thrown).toMatchObject({ kind: 'invalid', findings, cause, name: 'Refusal' });
  expect(thrown.message).toBe('invalid: town-not-listed, no-ledgers');
});

test('a refusal of one problem is an error where it was found', () => {
  expect(refusal('misuse', { code: 'reason-needed' }, { field: '--reason' }).findings).toEqual([
    { severity: 'error', problem: { code: 'reason-needed' }, where: { field: '--reason' } },
  ]);
  expect(refusal('busy', { code: 'no-ledgers' }).findings).toEqual([
    { severity: 'error', problem: { code: 'no-ledgers' }, where: {} },
  ]);
});
