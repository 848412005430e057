import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { machineIdIn, machineIdKept } from '../../src/store/machine-id.ts';
import { temporaryFolder } from './folder.ts';

/** Letters by count, each time others. */
function drawing(): (length: number) => string {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return String.fromCharCode(96 + drawn).repeat(length);
  };
}

test('the id is drawn once, kept for the owner alone, and read ever after', async () => {
  const folder = join(await temporaryFolder(), 'config', 'liaison-ledger');
  expect(await machineIdKept(folder)).toBeNull();
  const random = drawing();
  const id = await machineIdIn(folder, random);
  expect(id).toMatch(/^[a-z0-9]{24}$/);
  expect(await machineIdIn(folder, random)).toBe(id);
  expect(await machineIdKept(folder)).toBe(id);
  expect(await readFile(join(folder, 'machine-id'), 'utf8')).toBe(`${id ?? ''}\n`);
  expect(await readdir(folder)).toEqual(['machine-id']);
});

test('of first runs at once all get the id of one', async () => {
  const folder = join(await temporaryFolder(), 'settings');
  const random = drawing();
  const ids = await Promise.all(Array.from({ length: 8 }, () => machineIdIn(folder, random)));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).not.toBeNull();
});

test.each([
  ['nowhere to keep it', async (folder: string) => writeFile(folder, 'a file in the way')],
  [
    'a folder in its place',
    async (folder: string) => {
      await mkdir(join(folder, 'machine-id'), { recursive: true });
    },
  ],
  [
    'something else in its place',
    async (folder: string) => {
      await mkdir(folder);
      await writeFile(join(folder, 'machine-id'), 'an id of somebody else');
    },
  ],
] as const)('%s: there is none, and what lies there stays', async (_, prepare) => {
  const folder = join(await temporaryFolder(), 'settings');
  await prepare(folder);
  expect(await machineIdIn(folder, drawing())).toBeNull();
  if (_ === 'something else in its place')
    expect(await readFile(join(folder, 'machine-id'), 'utf8')).toBe('an id of somebody else');
});
