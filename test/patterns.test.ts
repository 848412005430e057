import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Long enough: what tries everything twice over shows itself, and what doubles with every character never ends. */
const LONG = 1_500;
/** A pattern that goes back only as often as its text is long takes a fraction of this; one that doubles with every character, years. */
const MOST_MS = 300;
/** What patterns of this program look for, over and over, so that a match goes far before it fails. */
const UNITS = [
  'a',
  '1',
  ' ',
  '.',
  '-',
  '"',
  '<',
  '[',
  '\\',
  '（',
  '村',
  '：',
  '第',
  'a1',
  '1.',
  'a ',
  '年',
  '\u200b',
  '\n',
  '/',
];

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every pattern that is written in the program's source. */
async function patterns(): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const files = await readdir('src', { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const source = ts.createSourceFile(
      file,
      await readFile(join('src', file), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const look = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const flags = node.text.slice(end + 1).replace(/[gy]/gu, '');
        found.push({ place: file, source: node.text.slice(1, end), flags });
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return found;
}

/** The texts on which a pattern takes longer than it may. */
function slowOn({ source, flags }: Pattern, mostMs = MOST_MS): readonly string[] {
  const pattern = new RegExp(source, flags);
  return UNITS.filter((unit) => {
    const text = `${unit.repeat(LONG / unit.length)}!`;
    const began = performance.now();
    pattern.test(text);
    return performance.now() - began > mostMs;
  });
}

test('no pattern of the program can be made to run for long by a text', async () => {
  const all = await patterns();
  expect(all.length).toBeGreaterThan(300);
  const slow = all.flatMap((pattern) => slowOn(pattern).map((unit) => ({ ...pattern, unit })));
  expect(slow).toEqual([]);
});

test('a pattern that tries everything twice over is found out', () => {
  expect(slowOn({ place: '', source: '^a*a*b', flags: 'u' }, 1)).toEqual(['a']);
});
