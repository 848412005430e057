import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/words.ts';
import type { Ran, Sandbox } from '../support/sandbox.ts';
import { putWorkbook, type Put, type PutSheet } from './import-sheets.ts';
import { inside, LEDGER, smallWorkspace } from './workspaces.ts';

/** The sheets that clerks make for themselves, each with what its rows come to. */
interface HomeMade {
  readonly name: string;
  readonly file: string;
  readonly sheets: readonly PutSheet[];
  readonly kind: string;
  /** The stored values of some fields, row by row. */
  readonly keys: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const HEADS: readonly Put[] = ['序号', '日期', '镇', '村', '走访形式', '走访情况'];

const HOME_MADE: readonly HomeMade[] = [
  {
    name: 'titles over merged cells, 合计 and signatures below',
    file: '2024年第三季度走访.xlsx',
    kind: 'visit',
    keys: ['date', 'town', 'village', 'form', 'findings'],
    rows: [
      ['2024-07-03', '太平镇', '马山社区', 'visit', '巷道排水'],
      ['2024-07-03', '太平镇', '马山社区', 'talk', '界址不清'],
      ['2024-07-05', '太平镇', undefined, 'visit', '圩镇停车'],
    ],
    sheets: [
      {
        name: 'Sheet1',
        rows: [
          ['新兴县人民法院走访座谈台帐'],
          ['挂点镇：太平镇', null, null, null, '2024年第三季度'],
          ['序 号', '走访时间', '地点：', '走访\n方式', '发现的问题'],
          [1, '2024.7.3', '太平镇马山社区', '走访', '巷道排水'],
          [2, null, null, '座谈', '界址不清'],
          [3, { day: '2024-07-05' }, '太平镇', '走访', '圩镇停车'],
          ['合计', null, null, 3],
          ['注：座谈不计入走访次数。'],
          ['填报人：李敏', null, '审核：', null, '2024年9月18日'],
        ],
        merges: ['A1:E1', 'B4:B5', 'C4:C5', 'A7:C7', 'A8:E8'],
      },
    ],
  },
  {
    name: 'several months on several sheets, days without a year, whole columns formatted to the last row',
    file: '走访台账2024年.xlsx',
    kind: 'visit',
    keys: ['date', 'findings'],
    rows: [
      ['2024-07-03', '巷道排水'],
      ['2024-08-05', '界址不清'],
      ['2024-08-06', '圩镇停车'],
    ],
    sheets: [
      { name: '7月', rows: [['走访台账'], HEADS, [1, '3日', '太平', '马山', '走访', '巷道排水']] },
      {
        name: '8月',
        rows: [
          ['走访台账'],
          HEADS,
          [1, '8月5日', '太平镇', null, '走访', '界址不清'],
          [2, '8.6', '太平镇', null, '走访', '圩镇停车'],
        ],
        touch: (sheet) => {
          for (let column = 1; column <= 6; column += 1) sheet.getColumn(column).numFmt = '@';
          sheet.getRow(1_048_576).height = 20;
          sheet.getCell('A1048576').style = { font: { bold: true } };
        },
      },
      { name: '9月', rows: [['走访台账'], HEADS, ['无']] },
    ],
  },
  {
    name: 'numbers where days should be, of a workbook that counts from 1904',
    file: '苹果电脑.xlsx',
    kind: 'dispute',
    keys: ['foundOn', 'type', 'subtype', 'people', 'closedOn'],
    rows: [
      ['2024-07-03', '邻里', '相邻纠纷', 5, '2024-07-10'],
      ['2024-07-04', '道路交通事故', undefined, 2, undefined],
    ],
    sheets: [
      {
        name: '纠纷',
        rows: [
          ['排查日期', '镇（街）', '纠纷类别', '当事人', '涉及人数', '案情', '化解情况', '销号日期'],
          [44_014, '太平镇', '相邻纠纷', '梁某', '5人', '排水', '已化解', 44_021],
          [44_015, '太平镇', '交通事故', '陈某', '２', '碰撞', '未化解', '/'],
        ],
      },
    ],
  },
  {
    name: 'heads on two levels',
    file: '代表联络台账.xlsx',
    kind: 'deputy',
    keys: ['metOn', 'name', 'capacity', 'level', 'phone', 'opinion', 'repliedOn'],
    rows: [
      ['2024-07-03', '伍某', ['congress', 'cppcc'], 'county', '13800138000', '增加巡回审判', '2024-07-09'],
    ],
    sheets: [
      {
        name: '代表委员台账',
        rows: [
          ['代表委员联络台账'],
          ['联络日期', '镇', '代表委员', null, null, '联系电话', '意见建议', '答复日期'],
          [null, null, '姓名', '身份', '级别', null, null, null],
          [
            '2024年7月3日上午',
            '太平镇',
            '伍某',
            '人大代表、政协委员',
            '县级',
            13_800_138_000,
            '增加巡回审判',
            '2024/7/9',
          ],
        ],
        merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3', 'H2:H3'],
      },
    ],
  },
  {
    name: 'the town in the title only, amounts of ten thousand yuan, ticks',
    file: '太平镇指导调解台账.xlsx',
    kind: 'guidance',
    keys: ['guidedOn', 'town', 'origin', 'type', 'method', 'amount', 'confirmationApplied'],
    rows: [
      ['2024-07-03', '太平镇', 'initiative', '合同', ['law', 'policy'], '12000.00', true],
      ['2024-07-04', '太平镇', 'initiative', '邻里', ['law'], '800.00', false],
    ],
    sheets: [
      {
        name: '指导',
        rows: [
          ['太平镇指导调解台账（2024年）'],
          [
            '指导时间',
            '指导来源',
            '纠纷类型',
            '简要案情',
            '指导方式',
            '调解结果',
            '金额（万元）',
            '是否申请司法确认',
          ],
          ['7月3日', '主动', '合同纠纷', '借贷', '法律/政策', '达成协议', 1.2, '√'],
          ['7月4日', '法院主动指导', '邻里', '排水', '法律指导', '达成协议', '800元', '×'],
        ],
      },
    ],
  },
  {
    name: 'heads again on every page, one sheet of something else',
    file: '普法.xlsx',
    kind: 'outreach',
    keys: ['heldOn', 'venue', 'form', 'attendance', 'leaflets'],
    rows: [
      ['2024-07-03', '太平圩', 'lecture', 60, 100],
      ['2024-07-09', '马山社区', 'advice', 12, 0],
    ],
    sheets: [
      { name: '填写说明', rows: [['一、本表每季一份。'], ['二、参加人数为估计数。']] },
      {
        name: '普法宣传',
        rows: [
          ['日期', '乡镇', '活动地点', '活动形式', '活动主题', '参加人数', '发放资料(份)'],
          ['2024-7-3', '太平镇', '太平圩', '讲座', '借贷风险', 60, 100],
          ['日期', '乡镇', '活动地点', '活动形式', '活动主题', '参加人数', '发放资料(份)'],
          ['2024-7-9', '太平镇', '马山社区', '咨询', '土地', '12人', '0份'],
        ],
      },
    ],
  },
];

describe.each(HOME_MADE)('a sheet of a clerk’s own: $name', ({ file, sheets, kind, keys, rows }) => {
  async function put(): Promise<Sandbox> {
    const box = await smallWorkspace();
    const date1904 = file.startsWith('苹果');
    await putWorkbook(box, file, sheets, (workbook) => {
      workbook.properties.date1904 = date1904;
    });
    return box;
  }

  test('is read as it was meant', async () => {
    const box = await put();
    const ran = await box.run(['import', file, '--json']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.json()).toMatchObject({ schemaVersion: 1, added: rows.length, skipped: 0 });
    const ledger: unknown = JSON.parse(await box.read(LEDGER));
    const stored = rows.map((_, at) => keys.map((key) => inside(ledger, 'entries', at, key)));
    expect(stored).toEqual(rows);
    expect(inside(ledger, 'entries', 0, 'kind')).toBe(kind);
    expect((await box.run(['import', file, '--json'])).json()).toMatchObject({
      added: 0,
      skipped: rows.length,
    });
  });

  test.each<Language>(['zh', 'en'])('is told in %s as the transcript says', async (language) => {
    const box = await put();
    const name = file.replace('.xlsx', '');
    const told = [
      ...(await transcript(box, ['import', file, '--lang', language, '--dry-run'])),
      ...(await transcript(box, ['import', file, '--lang', language])),
      ...(await transcript(box, ['import', file, '--lang', language])),
    ];
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`transcripts/import ${name}.${language}.txt`);
  });
});

async function transcript(box: Sandbox, argv: readonly string[]): Promise<readonly string[]> {
  const ran: Ran = await box.run(argv);
  return [
    `$ ledger ${argv.join(' ')}`,
    ran.stdout.trimEnd(),
    ran.stderr.trimEnd(),
    `→ ${String(ran.code)}`,
    '',
  ].filter((line, at) => line !== '' || at === 4);
}
