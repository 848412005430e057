import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { WORKBOOKS } from '../../src/workbook/sheets/workbooks.ts';
import { lookupOf } from '../../src/marks/vocabulary.ts';
import { sandbox } from '../support/sandbox.ts';

/**
 * Every version whose templates an office may have changed and kept. `names.txt` has all names of a version: after the names of the
 * workbooks, each single value in braces, and each list with its columns, several names for one thing parted by `|`.
 */
const shipped = new URL('shipped/', import.meta.url);
const versions = await readdir(shipped);

interface Named {
  readonly workbook: string;
  readonly mark: string;
  /** The first of the names for the same thing. */
  readonly same: string;
}

function marksOf(text: string): Named[] {
  let workbooks: readonly string[] = [];
  return text
    .trim()
    .split('\n')
    .flatMap((line): Named[] => {
      if (line.startsWith('# ')) {
        workbooks = line.slice(2).split(' ');
        return [];
      }
      const [list = '', ...columns] = line.split('\t').map((names) => names.split('|'));
      const marks =
        columns.length > 0
          ? columns.map((column) => Array.from(list).flatMap((one) => column.map((name) => `${one}.${name}`)))
          : [line.slice(1, -1).split('|')];
      return workbooks.flatMap((workbook) =>
        marks.flatMap((names) => names.map((mark) => ({ workbook, mark, same: names[0] ?? '' }))),
      );
    });
}

describe.each(versions)('the templates of version %s', (version) => {
  const folder = new URL(`${version}/`, shipped);

  test('use names that all mean today what they meant', async () => {
    const marks = marksOf(await readFile(new URL('names.txt', folder), 'utf8'));
    expect(new Set(marks.map(({ workbook }) => `${workbook}.xlsx`))).toEqual(
      new Set((await readdir(folder)).filter((name) => name.endsWith('.xlsx'))),
    );
    const nowhere = { sheet: '', named: new Set<number>(), bare: [] };
    for (const workbook of WORKBOOKS) {
      const { find } = lookupOf({ singles: workbook.singles(KINDS), lists: workbook.lists(KINDS) });
      for (const { workbook: of, mark, same } of marks) {
        if (`${of}.xlsx` !== workbook.name) continue;
        const found = find(mark, nowhere);
        expect(found, `${of} {${mark}}`).toHaveProperty('kind');
        expect(found, `${of} {${mark}}`).toEqual(find(same, nowhere));
      }
    }
  });

  test('fill with today’s data, with nothing to remark that is not to remark of today’s', async () => {
    const commands = [
      ['consolidate', '--quarter', '2024Q3'],
      ['consolidate', '--year', '2024'],
      ['report', '--quarter', '2024Q3', '--judge', 'li-min'],
    ];
    const today = await sandbox('sample');
    const box = await sandbox('sample');
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.xlsx')))
      await box.write(`templates/${name}`, await readFile(new URL(encodeURIComponent(name), folder)));
    for (const command of commands) {
      const [ran, now] = [await box.run(command), await today.run(command)];
      expect(ran.code, ran.stderr).toBe(now.code);
      expect(ran.stderr.replaceAll('templates/', ''), command.join(' ')).toBe(
        now.stderr.replaceAll('templates/', ''),
      );
    }
  });
});
