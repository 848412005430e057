import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { sandbox } from '../support/sandbox.ts';
import { breachesOf } from './standard-package.ts';
import { dataOf, edit, read, someVisits, visits } from './templates.ts';

const LATER = ['--today', '2025-01-15'];
const template = new Uint8Array(await readFile(join(import.meta.dirname, 'clerk-template/template.xlsx')));

describe('the workbooks of all templates that ship', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['of a quarter', ['consolidate', '--quarter', '2024Q3'], 'reports/2024Q3', ['汇总台账', '季度汇总表']],
    ['of a year', ['consolidate', '--year', '2024'], 'reports/2024', ['年度汇总台账', '年度汇总表']],
    [
      'of a judge',
      ['report', '--quarter', '2024Q3', '--judge', 'li-min'],
      'reports/2024Q3',
      ['li-min-台账', 'li-min-报表'],
    ],
    [
      'of a quarter with nothing in it',
      ['consolidate', '--quarter', '2023Q1'],
      'reports/2023Q1',
      ['汇总台账', '季度汇总表'],
    ],
  ])('%s keep to the standard and are read by exceljs', async (_, argv, folder, names) => {
    const box = await sandbox('sample');
    await box.run([...argv, ...LATER]);
    for (const name of names) {
      const bytes = new Uint8Array(await readFile(join(box.home, folder, `${name}.xlsx`)));
      expect([name, await breachesOf(bytes)]).toEqual([name, []]);
      expect((await read(bytes)).worksheets.length).toBeGreaterThan(0);
    }
  });
});

describe('a clerk’s template', () => {
  test('keeps to the standard before it is filled', async () => {
    expect(await breachesOf(template)).toEqual([]);
  });

  test.each([0, 1, 300])('keeps to it when %i rows are filled in', async (count) => {
    const data = dataOf(count === 0 ? visits([]) : someVisits(count));
    expect(await breachesOf((await fillTemplate(template, data)).bytes)).toEqual([]);
  });
});

describe('a breach is seen', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  test.each<[string, string, (xml: string) => string, string]>([
    [
      'an element at the wrong place',
      sheet,
      (xml) => xml.replace(/(<mergeCells.*<\/mergeCells>)(.*)<\/worksheet>/, '$2$1</worksheet>'),
      'mergeCells comes too late',
    ],
    ['an element that does not exist', sheet, (xml) => xml.replace('<v>', '<w/><v>'), 'c has w'],
    ['a row twice', sheet, (xml) => xml.replace('<row r="7"', '<row r="6"'), 'row 6 after 6'],
    ['a style that is not there', sheet, (xml) => xml.replace('s="1"', 's="999"'), 'A1 has no style'],
    ['a merge over another', sheet, (xml) => xml.replace('ref="C3:D3"', 'ref="C1:D3"'), 'two merges at 1 3'],
    [
      'a wrong count',
      sheet,
      (xml) => xml.replace('<mergeCells count="5"', '<mergeCells count="6"'),
      'count is 6',
    ],
    [
      'a part without a type',
      '[Content_Types].xml',
      (xml) =>
        xml
          .replace(/<Override PartName="\/xl\/cellimages.xml"[^>]*>/, '')
          .replace('Extension="xml"', 'Extension="xyz"'),
      'xl/cellimages.xml has no type',
    ],
    [
      'a relationship to nothing',
      'xl/_rels/workbook.xml.rels',
      (xml) => xml.replace('cellimages.xml', 'nothing.xml'),
      'no part xl/nothing.xml',
    ],
    [
      'an id that is no relationship',
      sheet,
      (xml) => xml.replace(/<drawing r:id="[^"]*"/, '<drawing r:id="rId99"'),
      'no relationship rId99',
    ],
  ])('%s', async (_, part, change, problem) => {
    const breaches = await breachesOf(await edit(template, { [part]: change }));
    expect(breaches.join('\n')).toContain(problem);
  });
});
