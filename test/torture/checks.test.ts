import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from './checks.ts';
import { builtWith } from './mutant.ts';
import { Program } from './program.ts';

let program: Program;
let folder = '';
let sound = '';

beforeAll(async () => {
  program = await Program.prepared();
  folder = await mkdtemp(join(tmpdir(), 'ledger-mutants-'));
  sound = await builtWith(await mkdtemp(join(folder, 'sound-')), undefined);
});
afterAll(async () => {
  await program.remove();
  await rm(folder, { recursive: true, force: true });
});

describe.each(CHECKS)('$name', ({ run, breaks }) => {
  test('holds', async () => {
    expect(await run(program, sound)).toEqual([]);
  });

  test('and fails where the store lacks what is there for it', async () => {
    const broken = await builtWith(await mkdtemp(join(folder, 'broken-')), breaks);
    expect(await run(program, broken)).not.toEqual([]);
  });
});
