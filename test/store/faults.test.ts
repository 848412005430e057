import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listBackups } from '../../src/store/backup.ts';
import { addEntry, readLedger } from './add-entry.ts';
import { bundled } from './bundle.ts';
import type { Fault } from './faulty-fs.ts';
import type * as FaultyStore from './faulty-store.ts';
import { temporaryFolder } from './folder.ts';

type Faulty = typeof FaultyStore;

let faulty: Faulty;
let remove: () => Promise<void>;

beforeAll(async () => {
  const bundle = await bundled('faulty-store.ts', true);
  remove = bundle.remove;
  const loaded: unknown = await import(pathToFileURL(bundle.path).href);
  if (!isFaulty(loaded)) throw new Error('the bundle lacks its exports');
  faulty = loaded;
});
afterAll(() => remove());

const writer = (pid: number) => ({ pid, isAlive: (other: number) => other === pid, waitMs: 100 });

/** `saved`, the kind of refusal, or `dead`. */
async function runWith(home: string, entry: string, fault: Fault): Promise<string> {
  return new Promise((resolve, reject) => {
    faulty.setFault(fault, () => {
      resolve('dead');
    });
    faulty.addEntry(home, entry, writer(101)).then(
      ({ confirmed }) => {
        resolve(confirmed ? 'saved' : 'not confirmed');
      },
      (thrown: unknown) => {
        if (thrown instanceof Error && thrown.name === 'Refusal') resolve('refused');
        else reject(thrown instanceof Error ? thrown : new Error('thrown', { cause: thrown }));
      },
    );
  });
}

const long = process.env['LONG_TESTS'] !== undefined;
const starts = ['an old ledger', ...(long ? ['no ledger yet'] : [])];
const faults: readonly Omit<Fault, 'at'>[] = [
  { mode: 'once', reason: 'EIO' },
  { mode: 'dead-before', reason: '' },
  { mode: 'short', reason: '', call: 'write' },
];
const furtherFaults: readonly Omit<Fault, 'at'>[] = [
  { mode: 'once', reason: 'ENOSPC' },
  { mode: 'ever', reason: 'EROFS' },
  { mode: 'dead-after', reason: '' },
];

describe.each([...faults, ...(long ? furtherFaults : [])])('at every file call: $mode $reason', (fault) => {
  test.each(starts)(
    '%s',
    async (start) => {
      const folder = await temporaryFolder();
      const outcomes = new Map<string, number>();
      for (let at = 1, more = true; more; at += 1) {
        const home = join(folder, String(at));
        await mkdir(home);
        if (start === 'an old ledger') await addEntry(home, 'first', writer(100));
        const before = start === 'an old ledger' ? await readLedger(home) : { seq: 0, entries: [] };
        const old = await readFile(join(home, 'ledger.json')).catch(() => undefined);
        const outcome = await runWith(home, 'second', { ...fault, at });
        more = faulty.hasFired();
        faulty.setFault(undefined);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const place = `call ${String(at)}: ${outcome}`;
        if (outcome === 'refused' && fault.mode !== 'ever') {
          const beside = [
            ...(await readdir(home)),
            ...(await readdir(join(home, 'backups')).catch(() => [])),
          ];
          expect(
            beside.filter((name) => name.startsWith('.ll-')),
            place,
          ).toEqual([]);
        }
        const after = await readLedger(home);
        const isNew = after.entries.at(-1) === 'second';
        if (outcome === 'saved' || outcome === 'not confirmed') expect(isNew, place).toBe(true);
        if (outcome === 'refused')
          expect(await readFile(join(home, 'ledger.json')).catch(() => undefined), place).toEqual(old);
        expect(after, place).toEqual({
          seq: before.seq + (isNew ? 1 : 0),
          entries: isNew ? [...before.entries, 'second'] : before.entries,
        });
        if (isNew && old) expect((await listBackups(home, 'li-min')).at(-1)?.seq, place).toBe(1);
        await addEntry(home, 'third', writer(102));
        expect((await readLedger(home)).entries, place).toEqual([...after.entries, 'third']);
        const left = [...(await readdir(home)), ...(await readdir(join(home, 'backups')))];
        expect(
          left.filter((name) => name.startsWith('.ll-')),
          place,
        ).toEqual([]);
        await rm(home, { recursive: true });
      }
      expect(outcomes.size, 'both outcomes occur').toBeGreaterThan(1);
    },
    60_000,
  );
});

function isFaulty(loaded: unknown): loaded is Faulty {
  return typeof loaded === 'object' && loaded !== null && 'addEntry' in loaded && 'setFault' in loaded;
}
