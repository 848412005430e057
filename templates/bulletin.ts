import type { Column } from './column.ts';
import { fixedZip } from './fixed-zip.ts';
import { contactTable, trialTable, type TownTable } from './town-tables.ts';
import { wordParts } from './word-parts.ts';
import { wordTable } from './word-table.ts';
import { pageNumber, paragraph, section, spans, type Page, type ParagraphLook } from './word-xml.ts';

/** GB/T 9704-2012: the margins of 5.2, the typefaces and sizes of 5.2.2 and 7.3; lines of 28 points, as the court sets them. */
const upright: Page = { lies: 'upright', top: 37, right: 26, bottom: 35, left: 28, footer: 24 };
/** Tables lie across, on the same paper. */
const across: Page = { lies: 'across', top: 18, right: 15, bottom: 20, left: 15, footer: 12 };
/** mm between the margins of a page that lies across. */
const tableWidth = 297 - across.left - across.right;

const line = 28;
const text: ParagraphLook = { face: 'body', size: 16, line, firstIndent: 2 };
const title: ParagraphLook = { face: 'title', size: 22, line: 36, align: 'center' };
const heading: ParagraphLook = { ...text, face: 'heading', keepsWithNext: true, level: 1 };
const flush: ParagraphLook = { face: 'body', size: 16, line };
const label: ParagraphLook = { face: 'heading', size: 16, line };
const note: ParagraphLook = { face: 'body', size: 9 };

/** What is left to a person says so. */
const toWrite: ParagraphLook = text;

const title1 = '关于{季度}“法官进综治中心”';
const title2 = '工作情况的通报';

/** Where the program knows nothing: the number and the day of signing come with the signature (GB/T 9704-2012, 7.2.5, 7.3.5.4). */
const number = '　　　　〔　　　　〕　　号';
const signedOn = '　　　　年　　月　　日';

/** Draws the template of 情况通报: the letter, and both tables by towns as its attachments. */
export async function drawBulletin(drawn: Date): Promise<Uint8Array> {
  const blank = paragraph('', flush);
  const letter = [
    paragraph('{版本}', label),
    blank,
    paragraph(number, { ...flush, align: 'center' }),
    blank,
    paragraph(title1, title),
    paragraph(title2, title),
    blank,
    paragraph('各部门、各联系法官：', flush),
    paragraph('现将{季度}“法官进综治中心”工作情况通报如下。', text),
    paragraph('一、总体情况', heading),
    paragraph('{总体情况.段}', text),
    paragraph('二、各镇工作情况', heading),
    secondLevel('（{各镇情况.中文序号}）{各镇情况.镇及联系法官}。', '{各镇情况.情况}'),
    paragraph('三、走访和报送情况', heading),
    secondLevel('（一）走访次数核对。', '{走访情况.段}'),
    secondLevel('（二）台账、报表报送。', '{报送情况.段}'),
    paragraph('四、典型做法', heading),
    paragraph('（请在此处填写。）', toWrite),
    paragraph('五、存在问题及代表委员意见建议', heading),
    paragraph('{问题建议.段}', text),
    paragraph(
      '（具体问题和意见建议的内容请在此处选录，选录时须隐去当事人、代表委员、群众的姓名和案情。）',
      toWrite,
    ),
    paragraph('六、下步工作', heading),
    paragraph('（请在此处填写。）', toWrite),
    blank,
    paragraph('附件：1．{季度}走访联络情况汇总表', { ...flush, leftIndent: 6.5, hanging: 4.5 }),
    paragraph('2．{季度}审判及诉调衔接情况汇总表', { ...flush, leftIndent: 6.5, hanging: 1.5 }),
    blank,
    blank,
    paragraph('{研究室}', { ...flush, align: 'right', rightIndent: 2, keepsWithNext: true }),
    paragraph(signedOn, { ...flush, align: 'right', rightIndent: 4 }, section(upright, 'rId1', 'rId2')),
  ];
  const attachments = [
    ...attachment('附件1', '走访联络情况汇总表（表一）', contactTable),
    ...attachment('附件2', '审判及诉调衔接情况汇总表（表二）', trialTable, true),
    paragraph('{核对说明}', { ...note, size: 10.5, before: 6 }),
    section(across, 'rId1', 'rId2'),
  ];
  const page: ParagraphLook = { face: 'page', size: 14 };
  return fixedZip(
    wordParts({
      body: [...letter, ...attachments].join(''),
      footers: [
        pageNumber({ ...page, align: 'right', rightIndent: 1 }),
        pageNumber({ ...page, align: 'left', leftIndent: 1 }),
      ],
      title: '情况通报',
      drawn,
    }),
  );
}

/** A heading of the second level with its text behind it, on one line. */
function secondLevel(name: string, told: string): string {
  return spans(
    [
      { text: name, look: { face: 'subheading', size: 16 } },
      { text: told, look: { face: 'body', size: 16 } },
    ],
    text,
  );
}

/** Columns that a bulletin does without: who leads and is posted stands in the roster, and nothing has been received yet. */
const leftOut = ['联系领导', '挂点法官', '立案庭收件日期'];

function attachment(name: string, heads: string, table: TownTable, breaksPage = false): readonly string[] {
  const columns = table.columns.filter(({ head }) => !leftOut.includes(head));
  const spanned = columns.findIndex(({ total }) => total !== undefined);
  return [
    paragraph(name, { ...label, ...(breaksPage ? { breaksPage } : {}) }),
    paragraph(`{季度}${heads}`, { ...title, size: 18, line: 30 }),
    wordTable({
      list: table.list,
      columns,
      widths: widthsOf(columns),
      below: {
        spans: spanned,
        lists: ['合计', '上季度', '上年同期', '本年累计'].map((one) => `${table.list}${one}`),
      },
    }),
    paragraph(`${table.note}{未报说明}{对比说明}`, { ...note, before: 4 }),
  ];
}

const fixedWidths: Readonly<Record<string, number>> = { 序号: 7, 镇: 13, 联系法官: 20, 核对结果: 15 };
/** Three digits, and a head of two characters. */
const figureWidth = 7.4;

/** 备注 has what the other columns leave. */
function widthsOf(columns: readonly Column[]): readonly number[] {
  const widths = columns.slice(0, -1).map(({ head }) => fixedWidths[head] ?? figureWidth);
  return [...widths, tableWidth - widths.reduce((sum, one) => sum + one, 0)];
}
