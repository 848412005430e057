import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText as written } from '../../src/documents/csv.ts';
import type { ReadTable } from '../../src/domain/read-table.ts';
import { readTables } from '../../src/tables/read-tables.ts';
import { sheetOf } from '../support/workbook-parts.ts';

async function tableOf(content: Uint8Array | string, name = '走访台账.csv'): Promise<ReadTable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [table] = (await readTables(name, bytes)).tables;
  if (!table) throw new RangeError('no table');
  return table;
}

/** The texts of all cells by row, empty ones as empty texts. */
async function textsOf(content: Uint8Array | string): Promise<Record<number, string[]>> {
  const { rows } = await tableOf(content);
  const found: Record<number, string[]> = {};
  for (const { number, cells } of rows) {
    const texts: string[] = Array.from({ length: cells.at(-1)?.column ?? 0 }, () => '');
    for (const { column, value } of cells) if (value.type === 'text') texts[column - 1] = value.text;
    found[number] = texts;
  }
  return found;
}

const heads = '序号,日期,村\r\n1,2024.7.3,马山\r\n';
const read = { 1: ['序号', '日期', '村'], 2: ['1', '2024.7.3', '马山'] };
/** 序号,日期 and 马山 in GB18030. */
const gb18030 = Buffer.concat([
  Buffer.from('d0f2bac52cc8d5c6da0d0a31', 'hex'),
  Buffer.from(',', 'latin1'),
  Buffer.from('c2edc9bd', 'hex'),
]);

describe('the encoding is told by the bytes', () => {
  test.each([
    ['UTF-8', Buffer.from(heads), read],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${heads}`), read],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${heads}`, 'utf16le'), read],
    ['UTF-16 BE with its mark', Buffer.from(`\ufeff${heads}`, 'utf16le').swap16(), read],
    ['GB18030', gb18030, { 1: ['序号', '日期'], 2: ['1', '马山'] }],
  ])('%s', async (_, bytes, expected) => {
    expect(await textsOf(bytes)).toEqual(expected);
  });

  test.each([
    ['zero bytes', new Uint8Array(100), { code: 'text-nul' }],
    ['a zero byte in the middle', Buffer.from('a,b\0c'), { code: 'csv-nul' }],
    ['a zero character of UTF-16', Buffer.from('\ufeffa\t马\0', 'utf16le'), { code: 'csv-nul' }],
    [
      'UTF-16 without its mark',
      Buffer.from(heads, 'utf16le'),
      { code: 'text-encoding', looksLike: 'utf-16' },
    ],
    [
      'UTF-8 with one damaged byte, which GB18030 would have other characters for',
      Buffer.from('日期\n马山社区\n').fill(0xe9, 8, 9),
      { code: 'text-encoding', looksLike: 'unknown' },
    ],
    ['UTF-8 cut within a character', Buffer.from(heads).subarray(0, -3), { code: 'text-encoding' }],
    ['nothing', new Uint8Array(), { code: 'text-empty' }],
    ['blank lines', Buffer.from('\r\n\r\n'), { code: 'text-empty' }],
  ])('%s is refused', async (_, bytes, problem) => {
    await expect(tableOf(bytes)).rejects.toMatchObject({ kind: 'invalid', findings: [{ problem }] });
  });
});

describe('fields', () => {
  test.each([
    ['commas', 'a,b;x\n1,2'],
    ['semicolons', 'a;b,x\n1;2\n3;4'],
    ['tabs', 'a\tb,x\n1\t2\n3\t4'],
    ['commas, although one text is full of semicolons', `a,b\n1,2${'; x'.repeat(60)}`],
    ['the sign that Excel wrote in the first line', 'sep=;\na;b,x\n1;2'],
  ])('are told apart by %s', async (_, content) => {
    const [first, second] = (await tableOf(content)).rows;
    expect([first?.cells.length, second?.cells.length]).toEqual([2, 2]);
  });

  test('are told apart by the sign on the only line that has any', async () => {
    expect(await textsOf('走访\na;b')).toEqual({ 1: ['走访'], 2: ['a', 'b'] });
  });

  test('in quotes hold line breaks, quotes and signs; rows are numbered by lines', async () => {
    expect(await textsOf('题\r\n"马山\r\n社区","a ""b"", c"\r\n\r\n, x ,"y"\r\n')).toEqual({
      1: ['题'],
      2: ['马山\n社区', 'a "b", c'],
      5: ['', ' x ', 'y'],
    });
  });

  test('are all texts', async () => {
    const { rows } = await tableOf('007,1e5,TRUE,2024-07-03,=1+1');
    expect(rows[0]?.cells.map(({ value }) => value)).toEqual(
      ['007', '1e5', 'TRUE', '2024-07-03', '=1+1'].map((text) => ({ type: 'text', text })),
    );
  });

  test.each([
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 2],
    ['text behind a closing quote', 'a,b\n1,2\n"x"y,3\n', 3],
  ])('with %s are refused, with the line', async (_, content, line) => {
    await expect(tableOf(content)).rejects.toMatchObject({
      findings: [{ problem: { code: 'csv-quotes' }, where: { line } }],
    });
  });

  test('beyond any number are refused before they are taken apart', async () => {
    for (const sign of [',', '\n', ';'])
      await expect(tableOf(`x${sign.repeat(5_000_001)}y`)).rejects.toMatchObject({
        findings: [{ problem: { code: 'workbook-too-full' } }],
      });
  });

  test('with a million quotes in one are refused before they are taken apart, with the line', async () => {
    const quotes = '""'.repeat(600_000);
    await expect(tableOf(`日期,镇\n7月3日,"${quotes}",x\n`)).rejects.toMatchObject({
      findings: [{ problem: { code: 'workbook-unreadable', reason: 'too-long' }, where: { line: 2 } }],
    });
    await expect(tableOf(`日期,镇\n7月3日,"${quotes}\nx\n`)).rejects.toMatchObject({
      findings: [{ problem: { code: 'csv-quotes' } }],
    });
  });

  test('come back whatever they hold, from what the tool itself writes', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '马', '"', ',', ';', ';;;;;;;;', '\t', '\t\t\t\t', '\n', ' ', "'"),
    });
    const record = fc.array(field, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
        const { rows } = await tableOf(written([['编号', '走访日期', '走访情况'], ...records]));
        const back = rows
          .slice(1)
          .map(({ cells }) => cells.map(({ value }) => (value.type === 'text' ? value.text : '')));
        expect(back).toEqual(
          records.map((fields) => fields.filter((text) => text !== '')).filter((fields) => fields.length > 0),
        );
      }),
    );
  });

  test('are told apart before a text in quotes that is longer than what is looked at', async () => {
    const { rows } = await tableOf(
      written([
        ['编号', '走访情况'],
        ['1', ';'.repeat(20_000) + '\n;;;'.repeat(20_000)],
      ]),
    );
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
  });

  test('come back whatever they hold, quoted as RFC 4180 says', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '马', '"', ',', ';', '\t', '\n', ' ', "'", '=') });
    const record = fc.array(field, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
        const quoted = records.map((fields) =>
          fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
        );
        const { rows } = await tableOf(`sep=,\r\nx\r\n${quoted.join('\r\n')}`);
        const back = rows
          .slice(1)
          .map(({ cells }) => cells.map(({ value }) => (value.type === 'text' ? value.text : '')));
        expect(back).toEqual(
          records.map((fields) => fields.filter((text) => text !== '')).filter((fields) => fields.length > 0),
        );
      }),
    );
  });
});

describe('a file named .csv', () => {
  test('gives its name to the table, without folder and ending', async () => {
    expect((await tableOf(heads, 'C:\\台账\\七月.走访.csv')).name).toBe('七月.走访');
  });

  test('that is a workbook is read as one', async () => {
    const table = await tableOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(table.name).toBe('走访');
  });

  test('that is a web page or an old workbook is refused as what it is', async () => {
    await expect(tableOf('<html><table>')).rejects.toMatchObject({
      findings: [{ problem: { reason: 'html' } }],
    });
  });
});
