import { expect, test } from 'vitest';
import { LEDGER, smallWorkspace } from './workspaces.ts';

test('of more findings than a call takes arguments, a hundred are printed and all are counted', async () => {
  const wrong = Array.from({ length: 40_000 }, (_, index) => ({
    id: `visit-${String(index)}-aaaa`,
    ...{ kind: 'visit', date: 'x', town: 1, findings: [] },
  }));
  const box = await smallWorkspace(wrong);
  const ledger: unknown = JSON.parse(await box.read(LEDGER));
  await box.write(LEDGER, JSON.stringify(ledger, null, 1));
  const ran = await box.run(['check']);
  expect(ran.code).toBe(1);
  const lines = ran.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(102);
  expect(lines.at(-1)).toMatch(/^160000 errors, /);
});
