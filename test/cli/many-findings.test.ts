import { expect, test } from 'vitest';
import { smallWorkspace } from './workspaces.ts';

test('of more findings than a call takes arguments, a hundred are printed and all are counted', async () => {
  const wrong = Array.from({ length: 50_000 }, (_, index) => ({
    id: `visit-${String(index)}-aaaa`,
    ...{ kind: 'visit', date: 'x', town: 1, findings: [] },
  }));
  const ran = await (await smallWorkspace(wrong)).run(['check']);
  expect(ran.code).toBe(1);
  const lines = ran.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(102);
  expect(lines.at(-1)).toBe('200000 errors, 0 warnings.');
});
