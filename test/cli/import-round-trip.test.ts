import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { aRoster, aTown, aVillage, day } from '../support/builders.ts';
import { filledForm } from '../support/filled-form.ts';
import { hostileEntry } from '../support/hostile-entries.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { inside, LEDGER, smallWorkspace } from './workspaces.ts';

const CONTEXT = {
  today: day('2024-09-18'),
  language: 'zh',
  roster: aRoster({
    towns: [
      aTown('大江镇', { villages: [aVillage('里洞村')] }),
      aTown('太平镇', { aliases: ['太平'], villages: [aVillage('马山社区'), aVillage('禤村村')] }),
    ],
  }),
} as const;

/** What is stored of the entries of a ledger, as texts that can be compared as a whole. */
async function stored(box: Sandbox, kind: string): Promise<readonly string[]> {
  const ran = await box.run([kind, 'list', '--json']);
  expect(ran.code).toBe(0);
  const entries = inside(ran.json(), 'entries');
  if (!Array.isArray(entries)) throw new Error('list gives entries');
  return entries.map((one) => said(inside(one, 'entry'))).sort();
}

/** What the tool adds to what was typed. */
const ADDED: readonly string[] = ['id', 'kind', 'rev', 'createdAt', 'updatedAt', 'history'];

/** The values of an entry, in one order. */
function said(values: unknown): string {
  const pairs = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return JSON.stringify(
    pairs.filter(([key]) => !ADDED.includes(key)).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** A hundred entries of every kind, the same in every run. */
const ENTRIES: readonly Entry[] = KINDS.flatMap((kind, at) =>
  fc.sample(hostileEntry(kind, CONTEXT), { numRuns: 100, seed: 20_240_703 + at }),
);

describe('a form that a program fills', () => {
  test(
    'gives what was typed, for every ledger, and importing it again adds nothing',
    { timeout: 60_000 },
    async () => {
      expect(ENTRIES).toHaveLength(1000);
      const box = await smallWorkspace();
      await box.run(['form', '-o', '填报表.xlsx']);
      await box.write(
        '填报表.xlsx',
        await filledForm(await readFile(join(box.home, '填报表.xlsx')), ENTRIES),
      );

      const once = await box.run(['import', '填报表.xlsx', '--json']);
      expect([once.code, once.stderr]).toEqual([0, '']);
      expect(once.json()).toMatchObject({ added: 1000, skipped: 0 });
      for (const { id } of KINDS) {
        const typed = ENTRIES.filter(({ kind }) => kind === id).map(({ values }) => said(values));
        expect(await stored(box, id)).toEqual(typed.sort());
      }

      const ledger = await box.read(LEDGER);
      const twice = await box.run(['import', '填报表.xlsx', '--json']);
      expect(twice.code).toBe(0);
      expect(twice.json()).toMatchObject({ added: 0, skipped: 1000 });
      expect(await box.read(LEDGER)).toBe(ledger);
    },
  );

  test('is one step of history', async () => {
    const box = await smallWorkspace();
    await box.run(['form', '-o', '填报表.xlsx']);
    await box.write(
      '填报表.xlsx',
      await filledForm(await readFile(join(box.home, '填报表.xlsx')), ENTRIES.slice(0, 20)),
    );
    await box.run(['import', '填报表.xlsx', '--json']);
    const ledger: unknown = JSON.parse(await box.read(LEDGER));
    expect(inside(ledger, 'seq')).toBe(1);
    const steps = Array.from({ length: 20 }, (_, at) => inside(ledger, 'entries', at, 'history', 0, 'step'));
    expect(new Set(steps)).toEqual(new Set([1]));
  });
});
