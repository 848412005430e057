import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** The sections of the table of faults, and how many cases each has. */
const SECTIONS = { A: 14, B: 16, C: 15, D: 13, E: 18, F: 18, G: 8, J: 4, K: 8 };

/** A row of the table: its number, and the words that it quotes of a test's file. */
interface Fault {
  readonly number: string;
  readonly tests: readonly { readonly file: string; readonly words: string }[];
}

async function faults(): Promise<readonly Fault[]> {
  const rows = (await readFile('SECURITY.md', 'utf8')).match(/^\| [A-Z]\d+ +\|.*\|$/gmu) ?? [];
  return rows.map((row) => {
    const [, number = '', , , tested = ''] = row.split(/ +\| +|^\| | +\|$/u);
    const tests = tested
      .split(/(?=`test\/)/u)
      .flatMap((part) => Array.from(part.matchAll(/^`([^`]+)` › (.+?)(?: at `\w+`)?;? *$/gu)))
      .map(([, file = '', words = '']) => ({ file, words: words.trim() }));
    return { number, tests };
  });
}

test('the table of faults has every case', async () => {
  const numbers = Object.entries(SECTIONS).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, at) => `${letter}${String(at + 1)}`),
  );
  expect((await faults()).map(({ number }) => number)).toEqual(numbers);
});

test('every test that it names is there', async () => {
  const all = await faults();
  // A power cut is the one thing that can't be made here.
  expect(all.filter(({ tests }) => tests.length === 0).map(({ number }) => number)).toEqual(['A5']);
  const missing: string[] = [];
  for (const { number, tests } of all)
    for (const { file, words } of tests) {
      const isThere = existsSync(file) && (await readFile(file, 'utf8')).includes(words);
      if (!isThere) missing.push(`${number}: ${file} › ${words}`);
    }
  expect(missing).toEqual([]);
});
