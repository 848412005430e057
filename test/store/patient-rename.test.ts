import { expect, test } from 'vitest';

import { renamePatiently } from '../../src/store/patient-rename.ts';

async function tried(failures: readonly string[], patienceMs: number) {
  const left = [...failures];
  const waits: number[] = [];
  const rename = () => {
    const code = left.shift();
    return code === undefined ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
  };
  const sleep = (ms: number) => Promise.resolve(waits.push(ms));
  const outcome = await renamePatiently(rename, patienceMs, sleep).then(
    () => 'renamed',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : ''),
  );
  return { outcome, waits };
}

test('what passes is waited for with growing pauses', async () => {
  expect(await tried(['EPERM', 'EACCES', 'EBUSY'], 10_000)).toEqual({
    outcome: 'renamed',
    waits: [10, 20, 30],
  });
});

test('what never passes ends after the patience, with the last reason', async () => {
  const { outcome, waits } = await tried(
    Array.from({ length: 1000 }, () => 'EBUSY'),
    10_000,
  );
  expect(outcome).toBe('EBUSY');
  expect(Math.max(...waits)).toBe(100);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(9_900);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(10_000);
});

test.each([
  ['ENOSPC', 10_000],
  ['EBUSY', 0],
])('%s with a patience of %i ms is not tried again', async (code, patienceMs) => {
  expect(await tried([code], patienceMs)).toEqual({ outcome: code, waits: [] });
});
