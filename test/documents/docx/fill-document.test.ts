import { describe, expect, test } from 'vitest';
import { checkDocument, fillDocument } from '../../../src/documents/docx/fill-document.ts';
import { Refusal } from '../../../src/domain/problem.ts';
import { column, named } from '../../../src/marks/names.ts';
import type { TemplateData } from '../../../src/marks/template-data.ts';
import { draw } from '../../workbook/templates.ts';
import { linesOf, p, partOf, table, word } from './word.ts';

const TOWNS = [
  ['太平镇', 3],
  ['大江镇', 0],
] as const;

function data(rows: readonly (readonly (string | number)[])[] = TOWNS): TemplateData {
  return {
    singles: [
      { ...named('法院', 'court'), value: '新兴县人民法院' },
      { ...named('季度', 'quarter'), value: '2024年第三季度' },
      { ...named('截至日', 'asOf'), value: null },
    ],
    lists: [
      { ...named('各镇', 'towns'), columns: [column('town', '镇'), column('visits', '走访')], rows },
      { ...named('备选', 'spare'), columns: [column('text', '段')], rows: [['甲&乙']], optional: true },
    ],
    none: '无',
  };
}

const ROW = '{各镇.镇}';

async function filled(body: string, rows = data()): Promise<readonly string[]> {
  return linesOf((await fillDocument(await word(`${body}${p(ROW)}`), rows)).bytes);
}

async function findingsOf(template: Uint8Array): Promise<readonly object[]> {
  try {
    await fillDocument(template, data());
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.findings.map(({ problem }) => problem);
    throw thrown;
  }
  return [];
}

describe('single values', () => {
  test.each([
    ['alone', p('{法院}'), '新兴县人民法院'],
    ['within a text', p('关于{季度}的通报'), '关于2024年第三季度的通报'],
    ['under their English names', p('{court} {quarter}'), '新兴县人民法院 2024年第三季度'],
    ['as an IME types them', p('｛ 法院 ｝'), '新兴县人民法院'],
    ['cut into runs', p(['关于{', '季', '度}的', '通报']), '关于2024年第三季度的通报'],
    ['two of them over three runs', p(['{法', '院}{季', '度}']), '新兴县人民法院2024年第三季度'],
    ['nothing to say', p('截至{截至日}。'), '截至。'],
    ['a brace for a brace', p('{{法院}'), '{法院}'],
    ['a brace that nothing closes', p('{法院'), '{法院'],
  ])('%s', async (_, body, text) => {
    expect((await filled(body))[0]).toBe(text);
  });

  test('take the look of the run that the mark begins in', async () => {
    const { bytes } = await fillDocument(await word(p(['关于{', '季度}的', '通报']) + p(ROW)), data());
    expect(await partOf(bytes)).toContain(
      '<w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">关于2024年第三季度</w:t>',
    );
  });

  test('a mark does not reach over a break, which is no run', async () => {
    const body = '<w:p><w:r><w:t>{法</w:t><w:br/><w:t>院}</w:t></w:r></w:p>';
    expect((await filled(body))[0]).toBe('{法院}');
    expect(await findingsOf(await word(body + p(ROW)))).toEqual([]);
  });

  test('in footers, and in text boxes within a paragraph', async () => {
    const box = `<w:p><w:r><w:t>{季度}</w:t></w:r><w:r><w:pict><w:txbxContent>${p('{法院}')}</w:txbxContent></w:pict></w:r></w:p>`;
    const made = await fillDocument(await word(box + p(ROW), p('{法院}')), data());
    expect(await linesOf(made.bytes, 'word/footer1.xml')).toEqual(['新兴县人民法院']);
    expect(await partOf(made.bytes)).toMatch(/2024年第三季度.*新兴县人民法院/u);
  });
});

describe('lists', () => {
  test('repeat the row of a table in which their marks stand', async () => {
    const body = table(['序号', '镇', '次'], ['{各镇.序号}', '{各镇.镇}', '{.走访}'], ['', '{法院}', '']);
    const lines = await linesOf((await fillDocument(await word(body), data())).bytes);
    expect(lines).toEqual([
      '序号 | 镇 | 次 |',
      '1 | 太平镇 | 3 |',
      '2 | 大江镇 | 0 |',
      '| 新兴县人民法院 |  |',
    ]);
  });

  test('repeat a paragraph, with its look', async () => {
    const { bytes } = await fillDocument(
      await word(p('（{各镇.序号}）{各镇.镇}。', '<w:jc w:val="both"/>')),
      data(),
    );
    expect(await linesOf(bytes)).toEqual(['（1）太平镇。', '（2）大江镇。']);
    expect((await partOf(bytes)).match(/<w:jc w:val="both"\/>/gu)).toHaveLength(2);
  });

  test('without rows a table says 无 and a paragraph goes', async () => {
    const body = table(['镇', '次'], ['{各镇.镇}', '{各镇.走访}']) + p('{各镇.镇}') + p('end');
    expect(await linesOf((await fillDocument(await word(body), data([]))).bytes)).toEqual([
      '镇 | 次 |',
      '无 |  |',
      'end',
    ]);
  });

  test('the only paragraph of a footer, and the end of a section, stay', async () => {
    const section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>';
    const template = await word(p('a') + p('{各镇.镇}', section) + p('b'), p('{各镇.镇}'));
    const empty = (await fillDocument(template, data([]))).bytes;
    expect(await linesOf(empty)).toEqual(['a', '', 'b']);
    expect(await linesOf(empty, 'word/footer1.xml')).toEqual(['']);
    const full = (await fillDocument(template, data())).bytes;
    expect(await linesOf(full)).toEqual(['a', '太平镇', '大江镇', 'b']);
    const part = await partOf(full);
    expect(part.match(/<w:sectPr>/gu)).toHaveLength(1);
    expect(part.indexOf('<w:sectPr>')).toBeGreaterThan(part.indexOf('太平镇'));
  });

  test('copies have no second bookmark', async () => {
    const body =
      '<w:p><w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>{各镇.镇}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>';
    const part = await partOf((await fillDocument(await word(body), data())).bytes);
    expect(part.match(/bookmarkStart/gu)).toHaveLength(1);
  });

  test('texts stay texts', async () => {
    expect(await filled(p('{备选.段}'))).toContain('甲&乙');
  });

  test('one without a mark is told, unless it is optional', async () => {
    const made = await fillDocument(await word(p('{法院}')), data());
    expect(made.findings.map(({ severity, problem }) => ({ severity, ...problem }))).toEqual([
      { severity: 'warning', code: 'list-without-mark', list: '各镇' },
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['a name that nobody knows', p('{季渡}'), { code: 'mark-unknown', mark: '季渡', nearest: '季度' }],
    ['a column that nobody knows', p('{各镇.真}'), { code: 'mark-unknown', mark: '各镇.真' }],
    [
      'marks of two lists in one row',
      table(['{各镇.镇}', '{备选.段}']),
      { code: 'row-of-two-lists', lists: ['各镇', '备选'] },
    ],
    [
      'a row within a row that is repeated',
      `<w:tbl><w:tr><w:tc>${p('{各镇.镇}')}${table(['{备选.段}'])}</w:tc></w:tr></w:tbl>`,
      { code: 'row-of-two-lists', lists: ['各镇', '备选'] },
    ],
  ])('%s', async (_, body, problem) => {
    const template = await word(body + p(ROW));
    expect(await findingsOf(template)).toEqual([expect.objectContaining(problem)]);
    expect((await checkDocument(template, data())).map((finding) => finding.problem)).toEqual([
      expect.objectContaining(problem),
    ]);
  });

  test.each([
    ['a text', () => Promise.resolve(new TextEncoder().encode('{法院}'))],
    ['a workbook', () => draw((workbook) => workbook.addWorksheet('a'))],
    ['a document that was cut', async () => (await word(p('a'))).subarray(0, 300)],
    ['a document type', () => word(`<!DOCTYPE x [<!ENTITY y "z">]>${p('a')}`)],
    ['endless depth', () => word('<w:p>'.repeat(300) + '</w:p>'.repeat(300))],
  ])('%s is no document', async (_, template) => {
    expect(await findingsOf(await template())).toEqual([
      { code: 'document-unreadable', reason: 'no-document' },
    ]);
  });

  test('more elements than can be held', async () => {
    expect(await findingsOf(await word('<w:p/>'.repeat(150_001)))).toEqual([
      { code: 'document-unreadable', reason: 'too-large' },
    ]);
  });
});

test('parts without marks stay byte for byte, and the same data gives the same bytes', async () => {
  const template = await word(p('{法院}') + p(ROW));
  const [one, other] = [await fillDocument(template, data()), await fillDocument(template, data())];
  expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  expect(one.digest).toBe(other.digest);
  for (const name of ['word/footer1.xml', 'custom/unknown.bin', '_rels/.rels'])
    expect(await partOf(one.bytes, name)).toBe(await partOf(template, name));
});
