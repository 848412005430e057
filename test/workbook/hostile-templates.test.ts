import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../src/workbook/template.ts';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { maskedTemplate } from '../../src/workbook/masked/masked-template.ts';
import { readPackage } from '../../src/package/package.ts';
import { careForTemplate } from '../../src/workbook/care/template-care.ts';
import { readTemplatePackage } from '../../src/workbook/template-package.ts';
import { HOSTILE_PACKAGES, HOSTILE_PARTS, OTHER_FILES } from '../support/hostile-files.ts';
import { sheetOf, sheetXml, workbookOf } from '../support/workbook-parts.ts';
import { dataOf, someVisits } from './templates.ts';

const data = dataOf(someVisits(1));
const masking = { mask: (text: string) => text, foot: '核对人：', notice: '对外通报版' };
const packages = [...HOSTILE_PACKAGES, ...HOSTILE_PARTS].filter(
  // A template is refused for what it lacks in its own words.
  ({ isContent, refused }) => isContent === undefined && refused !== 'missing-part',
);

describe.each([
  ['a file that is something else', OTHER_FILES.filter(({ name }) => !/zip|ods/.test(name))],
  ['a package', packages],
])('as a template %s', (_, files) => {
  test.each(files)('$name is refused as when it is imported: $refused', async ({ bytes, refused }) => {
    const template = bytes();
    const findings = await checkTemplate(template, data);
    expect(
      findings.map(({ problem }) => (problem.code === 'workbook-unreadable' ? problem.reason : problem.code)),
    ).toEqual([refused]);
    await expect(fillTemplate(template, data)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(maskedTemplate(template, masking)).rejects.toMatchObject({ kind: 'invalid' });
    expect(await careForTemplate(template, data)).toEqual([]);
  });
});

describe('an extravagant template', () => {
  const mark = '<row r="3"><c r="A3" t="inlineStr"><is><t>{走访座谈.地点}</t></is></c></row>';
  const empty = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, at) => {
      const row = String(from + at);
      return `<row r="${row}" s="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/></row>`;
    }).join('');

  test('formatted down to row 1,048,576 is checked and filled', async () => {
    const template = sheetOf(mark + empty(4, 200_000), {
      'xl/worksheets/sheet2.xml': sheetXml(mark),
    });
    expect(await checkTemplate(template, data)).toEqual([]);
    const part = (await readTemplatePackage(template)).get('xl/worksheets/sheet1.xml');
    const text = new TextDecoder().decode(part);
    expect(text).toBe(sheetXml(mark + empty(4, 1_003)));
    await expect(fillTemplate(template, data)).resolves.toMatchObject({ filled: ['走访座谈'] });
  });

  test('is masked without its empty rows, and with all that stands above content', async () => {
    const full = '<row r="3001"><c r="A3001"><v>1</v></c></row>';
    const [bare, kept] = await Promise.all(
      [mark + empty(4, 9_000), mark + empty(4, 3_000) + full].map(async (rows) => {
        const parts = await readPackage(await maskedTemplate(sheetOf(rows), masking));
        return new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'));
      }),
    );
    // The foot line takes the place of a row that is only formatted.
    expect(bare?.match(/<row /g)).toHaveLength(1_001);
    expect(kept?.match(/<row /g)).toHaveLength(3_000);
    expect(kept).toContain(full);
  });

  test('with a part of endless depth outside of the workbook is not masked', async () => {
    const template = sheetOf(mark, { 'docProps/app.xml': '<a>'.repeat(5_000) + '</a>'.repeat(5_000) });
    await expect(maskedTemplate(template, masking)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('with merges over everything is checked', async () => {
    const template = workbookOf({
      'xl/worksheets/sheet1.xml': sheetXml(mark, '<mergeCells><mergeCell ref="B5:XFD1048576"/></mergeCells>'),
    });
    expect(await checkTemplate(template, data)).toEqual([]);
  });

  test.each([
    ['LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['LE without its mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('in UTF-16 %s is held and filled in UTF-8, without its empty rows', async (_, encoded) => {
    const inUtf16 = (rows: string): Uint8Array =>
      workbookOf({ 'xl/worksheets/sheet1.xml': encoded(sheetXml(rows).replace('UTF-8', 'UTF-16')) });
    const template = inUtf16(mark + empty(4, 9_000));
    expect(await checkTemplate(template, data)).toEqual([]);
    const part = (await readTemplatePackage(template)).get('xl/worksheets/sheet1.xml');
    expect(new TextDecoder().decode(part)).toBe(sheetXml(mark + empty(4, 1_003)));
    const { bytes } = await fillTemplate(template, data);
    expect(new TextDecoder().decode((await readPackage(bytes)).get('xl/worksheets/sheet1.xml'))).toMatch(
      /^<\?xml[^>]*encoding="UTF-8"/,
    );
    const deep = encoded('<worksheet>'.repeat(5_000));
    expect(await checkTemplate(workbookOf({ 'xl/worksheets/sheet1.xml': deep }), data)).toMatchObject([
      { problem: { code: 'workbook-unreadable', reason: 'too-deep' } },
    ]);
  });

  test('whose empty rows stand above content keeps them', async () => {
    const rows = `${mark}${empty(4, 3_000)}<row r="3001"><c r="A3001"><v>1</v></c></row>`;
    const part = (await readTemplatePackage(sheetOf(rows))).get('xl/worksheets/sheet1.xml');
    expect(new TextDecoder().decode(part)).toBe(sheetXml(rows));
  });

  test('with more than can be held as a tree is refused, and not looked over', async () => {
    const rows = Array.from(
      { length: 80_000 },
      (_, at) => `<row r="${String(at + 1)}"><c><v>1</v></c></row>`,
    );
    const tail = '<headerFooter><oddHeader>&amp;L{走访座谈.地点}</oddHeader></headerFooter>';
    const template = (content: string): Uint8Array =>
      workbookOf({ 'xl/worksheets/sheet1.xml': sheetXml(content, tail) });
    const full = template(rows.join(''));
    expect(await checkTemplate(full, data)).toMatchObject([{ problem: { code: 'workbook-too-full' } }]);
    expect(await careForTemplate(full, data)).toEqual([]);
    expect(await careForTemplate(template(mark), data)).not.toEqual([]);
    await expect(maskedTemplate(full, masking)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
