import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { Book } from './clerk-template/book.ts';
import { FEATURES, faultsOf } from './clerk-template/features.ts';
import { movedOnSheets, type Moved } from './clerk-template/moved-rows.ts';
import { edit, read } from './templates.ts';

const root = join(import.meta.dirname, '../..');
const template = new Uint8Array(await readFile(join(root, 'test/workbook/clerk-template/template.xlsx')));
const still = movedOnSheets(1, 1);

/** What exceljs keeps, by the names of features, of a template that it is spared what it throws at. */
async function keptBy(
  spared: (xml: string) => string,
  change: (workbook: ExcelJS.Workbook) => void,
  moved: Moved,
): Promise<Set<string>> {
  const workbook = await read(
    await edit(template, {
      'xl/worksheets/sheet1.xml': spared,
      // The drawing of a control is no well-formed XML in Excel; the shapes of a check box and of a header are taken for notes.
      'xl/drawings/vmlDrawing1.vml': (xml) => xml.replace(/<v:shape id="_x0000_s1099".*?<\/v:shape>/, ''),
      'xl/worksheets/_rels/sheet1.xml.rels': (xml) => xml.replace(/<Relationship Id="rId61"[^>]*\/>/, ''),
    }),
  );
  change(workbook);
  const book = await Book.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const kept = FEATURES.filter((feature) => faultsOf(feature, book, moved, still).length === 0);
  return new Set(kept.map(({ name }) => name));
}

const unshared = (xml: string): string =>
  xml.replace(/<f t="shared"[^>]*>[^<]*<\/f>|<f t="shared"[^>]*\/>/g, '');

/** The table of TEMPLATES.md. */
async function table(): Promise<string[]> {
  const saved = await keptBy(
    (xml) => xml,
    () => undefined,
    still,
  );
  const added = await keptBy(
    unshared,
    (workbook) => {
      workbook.getWorksheet('走访座谈')?.duplicateRow(5, 4, true);
      workbook.getWorksheet('表格')?.duplicateRow(3, 4, true);
    },
    movedOnSheets(5, 1),
  );
  const mark = (kept: ReadonlySet<string>, name: string): string => (kept.has(name) ? 'yes' : '–');
  return [
    `| feature | this program (${String(FEATURES.length)}) | exceljs, saved (${String(saved.size)}) | exceljs, rows added (${String(added.size)}) |`,
    '|---|---|---|---|',
    ...FEATURES.map(({ name }) => `| ${name} | yes | ${mark(saved, name)} | ${mark(added, name)} |`),
  ];
}

test('TEMPLATES.md lists every feature that is checked, and what exceljs keeps of them', async () => {
  const lines = (await readFile(join(root, 'TEMPLATES.md'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(lines).toEqual(await table());
});
