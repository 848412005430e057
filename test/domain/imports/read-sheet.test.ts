import { describe, expect, test } from 'vitest';
import { day } from '../../support/builders.ts';
import { dayCell, found, merge, read, tableOf, valuesIn } from './tables.ts';

const HEADS = ['序号', '日期', '镇', '村', '走访形式', '走访情况'];
const VISIT = {
  date: '2024-07-03',
  town: '太平镇',
  village: '马山社区',
  form: 'visit',
  findings: '巷道排水',
};
const ROW = [1, '2024.7.3', '太平镇', '马山社区', '走访', '巷道排水'];

describe('which ledger a sheet is', () => {
  test('its title says, in the spelling of the rules too, and the columns stand in any order', () => {
    const sheet = read(
      tableOf([
        ['新兴县人民法院走访座谈台帐'],
        ['（2024年第三季度）'],
        ['走访情况', '村', '形式', '镇', '时间'],
        ['巷道排水', '马山社区', '走访', '太平镇', '7月3日'],
      ]),
    );
    expect(valuesIn(sheet)).toEqual([VISIT]);
    expect(sheet.findings).toEqual([]);
  });

  test('its name says, or its heads alone', () => {
    expect(valuesIn(read(tableOf([HEADS, ROW], { name: '走访' })))).toEqual([VISIT]);
    expect(valuesIn(read(tableOf([HEADS, ROW])))).toEqual([VISIT]);
  });

  test('heads that fit several are asked about', () => {
    const sheet = read(
      tableOf([
        ['日期', '镇', '形式', '情况', '地点'],
        ['2024-07-03', '太平镇', '走访', '排水', '圩镇'],
      ]),
    );
    expect(sheet.rows).toEqual([]);
    expect(found(sheet)).toEqual(['A1 sheet-of-several']);
  });

  test('a list of days, names and numbers is none', () => {
    const duty = [
      ['日期', '镇', '姓名', '电话', '单位', '备注'],
      ['2024-07-03', '太平镇', '伍某', '1', '中心', ''],
    ];
    expect(found(read(tableOf(duty)))).toEqual(['- sheet-no-ledger']);
  });

  test('a sheet of something else is skipped and told, a hidden list is not', () => {
    const other = [['填表说明'], ['请如实填写'], ['镇', '走访次数'], ['太平镇', 3]];
    expect(found(read(tableOf(other)))).toEqual(['- sheet-no-ledger']);
    expect(found(read(tableOf(other, { hidden: true })))).toEqual([]);
    expect(found(read(tableOf([])))).toEqual([]);
    expect(found(read(tableOf([['走访座谈台账'], ['甲', '乙'], ['丙', '丁']])))).toEqual([
      'A1 sheet-without-heads',
    ]);
  });

  test.each([
    ['a list of names', ['姓名', '电话']],
    ['a list whose every line could be heads of a ledger', ['日期', '村', '镇', '姓名', '电话']],
  ])('%s is one however long: a row is looked at once', (_, line) => {
    const lines = Array.from({ length: 5_000 }, () => line);
    expect(found(read(tableOf(lines)))).toEqual(['- sheet-no-ledger']);
  });

  test('a title names it however far above the heads it stands, unless rows of another ledger lie between', () => {
    const guidance = Array.from({ length: 40 }, (_, at) => [`${String(at)}、请如实填写`, '日期']);
    const few = ['日期', '地点'];
    const far = read(tableOf([['走访座谈台账'], ...guidance, few]));
    expect(far.kinds.map(({ id }) => id)).toEqual(['visit']);
    const between = read(tableOf([HEADS, ROW, ['矛盾纠纷排查化解台账'], ROW, ['排查日期', '纠纷类型']]));
    expect(between.kinds.map(({ id }) => id)).toEqual(['visit']);
  });

  test('several ledgers may stand one below the other', () => {
    const sheet = read(
      tableOf([
        ['走访座谈台账'],
        HEADS,
        ROW,
        ['矛盾纠纷排查化解台账'],
        ['序号', '排查日期', '镇', '纠纷类型', '简要案情'],
        [1, '2024-07-04', '太平镇', '邻里', '界址不清'],
      ]),
    );
    expect(sheet.rows.map(({ kind, number }) => [kind.id, number])).toEqual([
      ['visit', 3],
      ['dispute', 6],
    ]);
    expect(found(sheet)).toEqual([]);
  });
});

describe('heads', () => {
  test('on two levels are joined, and one over both is one', () => {
    const sheet = read(
      tableOf(
        [
          ['走访台账（2024年）'],
          ['日期', '走访', null, null, '报告联系领导', null],
          [null, '镇', '方式', '情况', '日期', '意见'],
          ['7月3日', '太平镇', '走访', '巷道排水', '7月4日', '请跟进'],
        ],
        { merges: [merge(1, 1, 1, 6), merge(2, 1, 3, 1), merge(2, 2, 2, 4), merge(2, 5, 2, 6)] },
      ),
      { learnt: new Map([['visit', new Map([['报告联系领导意见', 'leaderOpinion']])]]) },
    );
    expect(valuesIn(sheet)).toEqual([
      {
        date: '2024-07-03',
        town: '太平镇',
        form: 'visit',
        findings: '巷道排水',
        reportedOn: '2024-07-04',
        leaderOpinion: '请跟进',
      },
    ]);
    expect(found(sheet)).toEqual([]);
  });

  test('come again on every page, in another order too', () => {
    const sheet = read(
      tableOf([
        HEADS,
        ROW,
        ['走访情况', '走访形式', '村', '镇', '日期', '序号'],
        ['界址不清', '座谈', '', '太平镇', '2024.7.4', 2],
      ]),
    );
    expect(valuesIn(sheet)).toEqual([
      VISIT,
      { date: '2024-07-04', town: '太平镇', form: 'talk', findings: '界址不清' },
    ]);
  });

  test('that are missing are told once, and no row is good without them', () => {
    const sheet = read(
      tableOf([
        ['走访座谈台账'],
        ['日期', '走访情况', '备注'],
        ['2024-07-03', '排水', ''],
        ['2024-07-04', '界址', ''],
      ]),
    );
    expect(found(sheet)).toEqual(['A2 column-missing', 'A2 column-missing']);
    expect(sheet.rows.map(({ failed }) => [...failed])).toEqual([
      ['town', 'form'],
      ['town', 'form'],
    ]);
  });

  test('that claim one field are told, and one that the tool writes wins over one that clerks use', () => {
    const twice = read(tableOf([['走访座谈台账'], [...HEADS, '走访情况'], [...ROW, '又一项']]));
    expect(found(twice)).toEqual(['G2 column-twice']);
    const won = read(tableOf([['走访座谈台账'], [...HEADS, '社情民意及矛盾纠纷情况'], [...ROW, '界址']]));
    expect(valuesIn(won)).toEqual([{ ...VISIT, findings: '界址' }]);
    expect(found(won)).toEqual(['F2 column-left-out']);
  });

  test('that everybody uses win over those that may be another’s', () => {
    const heads = ['日期', '镇', '地点', '走访形式', '走访情况', '填报人', '联系法官'];
    const row = ['2024-07-03', '太平镇', '圩镇', '走访', '巷道排水', '王强', '李敏'];
    const sheet = read(tableOf([heads, row]));
    expect(valuesIn(sheet)).toEqual([
      { date: '2024-07-03', town: '太平镇', form: 'visit', findings: '巷道排水' },
    ]);
    expect(found(sheet)).toEqual(['C1 column-left-out', 'F1 column-left-out']);
  });

  test('that nobody knows are told where something stands below them', () => {
    const sheet = read(
      tableOf([
        [...HEADS, '天气', '温度', null],
        [...ROW, '晴', '', '没有表头'],
      ]),
    );
    expect(found(sheet)).toEqual(['G1 column-left-out', 'I1 column-left-out']);
    expect(sheet.unknown.map(({ head }) => head)).toEqual(['天气']);
    const learnt = new Map([['visit', new Map([['天气', null]])]]);
    expect(
      found(
        read(
          tableOf([
            [...HEADS, '天气'],
            [...ROW, '晴'],
          ]),
          { learnt },
        ),
      ),
    ).toEqual(['G1 column-left-out-again']);
  });
});

describe('rows that are no entries', () => {
  test('are left out and counted: totals, signatures, notes, 无, titles', () => {
    const sheet = read(
      tableOf([
        HEADS,
        ['7月份'],
        ROW,
        [2],
        ['小计', null, null, null, null, 1],
        ['8月份'],
        ['无'],
        [null, '合计', null, null, null, '共1次'],
        ['注：本表一式两份'],
        ['填报人：李敏', null, '联系领导审核：', null, '填报日期：'],
        ['以下空白'],
      ]),
    );
    expect(valuesIn(sheet)).toEqual([VISIT]);
    const rows = sheet.findings.flatMap(({ problem }) =>
      problem.code === 'rows-left-out' ? problem.groups.map(({ why, rows: of }) => [why, of]) : [],
    );
    expect(rows).toEqual([
      ['title', [2, 6]],
      ['total', [5, 8]],
      ['none', [7]],
      ['note', [9, 11]],
      ['signature', [10]],
    ]);
  });

  test('a row with its day is an entry, whatever it says', () => {
    const sheet = read(
      tableOf([
        HEADS,
        ['合计', '2024.7.3', '太平镇', '', '走访', '合计'],
        [1, '2024.7.4', '太平镇', '', '走访', '填报人：'],
      ]),
    );
    expect(sheet.rows.map(({ values }) => values['findings'])).toEqual(['合计', '填报人：']);
    expect(sheet.findings).toEqual([]);
  });

  test('a row that lost its day is still an entry, to be told of', () => {
    const sheet = read(
      tableOf([HEADS, [1, '', '太平镇', '', '走访', '排水'], [2, '#', '太平镇', '', '走访', '界址']]),
    );
    expect(sheet.rows).toHaveLength(2);
    expect(found(sheet)).toEqual(['B3 day-invalid']);
  });
});

describe('what a sheet tells of all its rows', () => {
  test('a month above the rows, or the name of the sheet', () => {
    const months = read(
      tableOf([
        ['2024年走访台账'],
        HEADS,
        ['7月'],
        [1, '3日', '太平镇', '', '走访', '排水'],
        ['八月'],
        ['8月'],
        [1, '5日', '太平镇', '', '走访', '界址'],
      ]),
    );
    expect(months.rows.map(({ values }) => values['date'])).toEqual(['2024-07-03', '2024-08-05']);
    const named = read(tableOf([HEADS, [1, '3日', '太平镇', '', '走访', '排水']], { name: '2024年7月' }));
    expect(named.rows.map(({ values }) => values['date'])).toEqual(['2024-07-03']);
  });

  test('the year: of --year, the title, the sheet, the file, in this order', () => {
    const row = [1, '7月3日', '太平镇', '', '走访', '排水'];
    const dates = (sheet: ReturnType<typeof read>): unknown => sheet.rows[0]?.values['date'];
    const table = tableOf([['2023年走访台账'], HEADS, row], { name: '2022年' });
    expect(dates(read(table, { year: 2020 }, { name: '2021年' }))).toBe('2020-07-03');
    expect(dates(read(table, {}, { name: '2021年' }))).toBe('2023-07-03');
    expect(dates(read(tableOf([HEADS, row], { name: '2022年' }), {}, { name: '2021年' }))).toBe('2022-07-03');
    expect(dates(read(tableOf([HEADS, row]), {}, { name: '2021年走访' }))).toBe('2021-07-03');
    expect(found(read(tableOf([HEADS, row])))).toEqual(['B2 day-without-year']);
    const two = tableOf([['走访台账（2023年12月至2024年2月）'], HEADS, row]);
    expect(found(read(two))).toEqual(['B3 day-without-year']);
  });

  test('the town, where there is no column for it', () => {
    const heads = ['日期', '村', '形式', '走访情况'];
    const sheet = read(tableOf([['太平镇走访台账'], heads, ['2024-07-03', '马山', '走访', '巷道排水']]));
    expect(valuesIn(sheet)).toEqual([VISIT]);
  });

  test('the judge: a sheet of another is refused', () => {
    const titles = [['走访座谈台账'], ['填报人（联系法官）：王强　挂点镇：太平镇']];
    const sheet = read(tableOf([...titles, HEADS, ROW]));
    expect(found(sheet)).toEqual(['A3 sheet-of-another']);
    expect(sheet.rows.map(({ refused }) => refused)).toEqual([true]);
    const blank = [['走访座谈台账'], ['填报人：　挂点法官：']];
    expect(found(read(tableOf([...blank, HEADS, ROW])))).toEqual([]);
  });
});

describe('heads among many that nobody knows', () => {
  const OWN = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'];

  test('are heads where the title says which ledger it is', () => {
    const heads = [...HEADS, ...OWN];
    const sheet = read(tableOf([['走访座谈台账'], heads, [...ROW, ...OWN]]));
    expect(valuesIn(sheet)).toEqual([VISIT]);
    expect(found(sheet).filter((one) => one.endsWith('column-left-out'))).toHaveLength(OWN.length);
  });

  test('are named where they are too few', () => {
    const sheet = read(tableOf([['走访座谈台账'], ['挂点镇', '备注', ...OWN], ['太平镇', '无', ...OWN]]));
    expect(sheet.findings.map(({ problem, where }) => [where.cell, problem])).toMatchObject([
      ['A2', { code: 'sheet-heads-unknown', row: 2, known: 2, unknown: OWN }],
    ]);
  });

  test('are none where no title says so', () => {
    const sheet = read(
      tableOf([
        [...HEADS, ...OWN],
        [...ROW, ...OWN],
      ]),
    );
    expect(found(sheet)).toEqual(['- sheet-no-ledger']);
  });
});

describe('a row', () => {
  test('takes what is merged over it, down and to the right', () => {
    const sheet = read(
      tableOf([HEADS, ROW, [2, null, null, null, '座谈', '界址不清']], {
        merges: [merge(2, 2, 3, 2), merge(2, 3, 3, 3), merge(2, 4, 3, 4)],
      }),
    );
    expect(valuesIn(sheet)).toEqual([VISIT, { ...VISIT, form: 'talk', findings: '界址不清' }]);
  });

  test('holds what stands under a merge, however large, where that differs from what is shown', () => {
    const other = [2, '2024.7.4', '太平镇', '马山社区', '走访', '界址不清'];
    const sheet = read(tableOf([HEADS, ROW, other], { merges: [merge(2, 1, 3, 6)] }));
    expect(valuesIn(sheet)).toEqual([VISIT, { ...VISIT, date: '2024-07-04', findings: '界址不清' }]);
    // Nobody sees in Excel what is imported here.
    const cells = ['B2', 'C2', 'D2', 'E2', 'F2'];
    expect(sheet.findings.map(({ problem }) => problem)).toEqual([
      { code: 'values-under-merge', cells, count: 11 },
    ]);
  });

  test('is told where a merge with an empty first cell hides what it says', () => {
    const row = [null, ...ROW.slice(1)];
    const sheet = read(tableOf([HEADS, row], { merges: [merge(2, 1, 2, 2)] }));
    expect(valuesIn(sheet)).toEqual([VISIT]);
    expect(found(sheet)).toEqual(['B2 values-under-merge']);
  });

  test('is as before where what stands under a merge is the same or blank', () => {
    const title = ['走访座谈台账', '走访座谈台账', ' ', '走访座谈台账'];
    const sheet = read(
      tableOf([title, HEADS, ROW, title, ROW], { merges: [merge(1, 1, 1, 6), merge(4, 1, 4, 6)] }),
    );
    expect(valuesIn(sheet)).toEqual([VISIT, VISIT]);
  });

  test('below the last entry that only lies in a merged area is none', () => {
    const sheet = read(tableOf([HEADS, ROW, [2]], { merges: [merge(2, 3, 3, 3)] }));
    expect(sheet.rows).toHaveLength(1);
  });

  test('that is hidden is read and told', () => {
    const sheet = read(tableOf([HEADS, ROW, [2, ...ROW.slice(1)]], { hiddenRows: [3] }));
    expect(sheet.rows).toHaveLength(2);
    expect(found(sheet)).toEqual(['A3 rows-hidden']);
    const whole = read(tableOf([HEADS, ROW], { hidden: true }));
    expect(whole.findings.map(({ problem }) => problem)).toEqual([
      { code: 'rows-hidden', rows: [2], sheet: true },
    ]);
  });

  test('of another judge is refused, one of several judges is not', () => {
    const rows = ['李敏', '王强', '法官助理李敏、王强', '', 'li-min', '张三'].map((judge) => [...ROW, judge]);
    const sheet = read(tableOf([[...HEADS, '联系法官'], ...rows]));
    expect(found(sheet)).toEqual(['G3 row-of-another', 'G7 row-of-another']);
    expect(sheet.findings[0]).toMatchObject({ cells: ['G3'], value: '王强' });
    expect(sheet.rows.map(({ refused }) => refused)).toEqual([false, true, false, false, false, true]);
  });

  test('with town and village in one cell, in either column', () => {
    const rows = [
      ['2024-07-03', '太平镇马山社区', '', '走访', '巷道排水'],
      ['2024-07-03', '', '太平镇马山社区', '走访', '巷道排水'],
      ['2024-07-03', '太平', '太平镇马山', '走访', '巷道排水'],
      ['2024-07-03', '太平镇马山', '马山社区', '走访', '巷道排水'],
    ];
    expect(valuesIn(read(tableOf([HEADS.slice(1), ...rows])))).toEqual([VISIT, VISIT, VISIT, VISIT]);
    const against = ['2024-07-03', '太平镇马山社区', '禤村', '走访', '排水'];
    expect(found(read(tableOf([HEADS.slice(1), against])))).toEqual(['B2 town-unknown']);
  });

  test('says where a department told of it, and not that it is not counted', () => {
    const sheet = read(
      tableOf([
        [...HEADS, '登记来源', '备注'],
        [...ROW, '部门告知（民事审判庭）', '〔不计数〕；同行'],
        [...ROW, '联系法官登记', '〔不计数〕'],
      ]),
    );
    expect(valuesIn(sheet)).toEqual([
      { ...VISIT, source: 'department', sourceDepartment: '民事审判庭', note: '同行' },
      { ...VISIT, source: 'own' },
    ]);
  });
});

describe('the cells of a row', () => {
  const DEPUTY = [
    '联系日期',
    '镇',
    '姓名',
    '身份',
    '意见建议',
    '联系方式',
    '涉及面广、处理难度大',
    '提出渠道',
  ];

  test('keep digits as text, and refuse what lost some', () => {
    const long: Parameters<typeof tableOf>[0][number] = [
      dayCell('2024-07-03'),
      '太平镇',
      '伍某',
      '人大代表／政协委员',
      { type: 'number', value: 445_321_199_001_011_230, text: '4.4532119900101123E+17' },
      13_800_138_000,
      '√',
      '人大代表建议',
    ];
    const sheet = read(tableOf([DEPUTY, long], { name: '代表委员台账' }));
    expect(valuesIn(sheet)).toEqual([
      {
        metOn: '2024-07-03',
        town: '太平镇',
        name: '伍某',
        capacity: ['congress', 'cppcc'],
        phone: '13800138000',
        complex: true,
        channel: 'proposal',
      },
    ]);
    expect(sheet.findings.map(({ problem, value }) => [problem, value])).toEqual([
      [{ code: 'number-lost-digits', length: 18 }, undefined],
    ]);
  });

  test('tell what Excel made of them: errors, formulas, texts that became days', () => {
    const sheet = read(
      tableOf([
        HEADS,
        [
          1,
          { type: 'error', text: '#N/A' },
          { type: 'unreckoned' },
          dayCell('2024-03-05'),
          '走访',
          dayCell('2024-03-05'),
        ],
        [2, '2024.7.3', { type: 'error', text: '#REF!' }, '', { type: 'boolean', value: true }, '排水'],
      ]),
    );
    expect(found(sheet)).toEqual([
      'B2 cell-error',
      'C2 cell-unreckoned',
      'F2 text-as-day',
      'C3 cell-error',
      'E3 choice-invalid',
    ]);
  });

  test('are counts, amounts and yes or no as clerks write them', () => {
    const heads = ['排查日期', '镇', '纠纷类型', '简要案情', '涉及人数', '政策性强'];
    const rows = [
      ['5人', '是'],
      ['３', '×'],
      ['1,200 人次', '无'],
      [7, '否'],
      ['／', '/'],
      ['无', ''],
    ].map((end) => ['2024-07-03', '太平镇', '邻里纠纷', '排水', ...end]);
    const sheet = read(tableOf([heads, ...rows]));
    expect(found(sheet)).toEqual([]);
    expect(sheet.rows.map(({ values }) => [values['people'], values['policyHeavy']])).toEqual([
      [5, true],
      [3, false],
      [1200, false],
      [7, false],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    const wrong = read(
      tableOf([
        heads,
        ['2024-07-03', '太平镇', '邻里', '排水', '约30人', '也许'],
        ['2024-07-03', '太平镇', '邻里', '排水', 3.5, ''],
      ]),
    );
    expect(found(wrong)).toEqual(['E2 count-invalid', 'F2 yes-no-invalid', 'E3 count-invalid']);
  });

  test('are quoted as they stand there where they are refused', () => {
    const heads = ['日期', '镇', '纠纷类型', '简要案情', '人数'];
    const sheet = read(tableOf([heads, ['2024-07-03', '太平镇', '债务纠纷', '排水', '']]));
    expect(sheet.findings).toMatchObject([
      { problem: { code: 'choice-invalid', found: '债务纠纷' }, value: '债务纠纷' },
    ]);
  });

  test('of another unit than the field’s are refused, and quoted as they stand', () => {
    const heads = ['日期', '镇', '类型', '简要案情', '人数'];
    const row = (people: string): readonly string[] => ['2024-07-03', '太平镇', '邻里', '排水', people];
    const sheet = read(
      tableOf([heads, ...['3户', '六人', '1,200件', '12人次', '1,200名', '1,200,5人'].map(row)]),
    );
    expect(
      sheet.findings.flatMap(({ problem }) => (problem.code === 'count-invalid' ? problem.found : [])),
    ).toEqual(['3户', '六人', '1,200件', '1,200,5人']);
    expect(sheet.rows.slice(3, 5).map(({ values }) => values['people'])).toEqual([12, 1200]);
  });

  test('are yuan, or ten thousand yuan where the head says so', () => {
    const heads = (amount: string): readonly string[] => [
      '委派日期',
      '镇',
      '类别',
      '案件性质',
      '案由',
      '纠纷类型',
      '调解组织',
      amount,
    ];
    const row = (amount: string | number): readonly (string | number)[] => [
      ...['2024-07-03', '太平镇', '委派', '民商事', '借贷', '民间借贷', '调委会'],
      amount,
    ];
    const amounts = (head: string, ...said: readonly (string | number)[]): readonly unknown[] =>
      read(tableOf([['委派调解台账'], heads(head), ...said.map(row)])).rows.map(
        ({ values }) => values['amount'],
      );
    expect(amounts('标的额（元）', '1.2万元', '12,000', '¥12000', 12_000.5, 12_000.499_999_999_998)).toEqual([
      ...['12000.00', '12000.00', '12000.00', '12000.50', '12000.50'],
    ]);
    expect(amounts('标的额（万元）', 1.2, '1.2', '1.2万元', '12000元')).toEqual([
      ...['12000.00', '12000.00', '12000.00', '12000.00'],
    ]);
  });

  test('of a CSV lose the apostrophe that keeps a program from reckoning them, and no other', () => {
    const rows = [
      [...ROW.slice(0, 5), "'=1+1"],
      [...ROW.slice(0, 5), "''=1+1"],
      [...ROW.slice(0, 5), "'80年代的界址"],
    ];
    const said = (plain: boolean): readonly unknown[] =>
      read(tableOf([HEADS, ...rows]), {}, { plain }).rows.map(({ values }) => values['findings']);
    expect(said(true)).toEqual(['=1+1', "'=1+1", "'80年代的界址"]);
    expect(said(false)).toEqual(["'=1+1", "''=1+1", "'80年代的界址"]);
  });
});

describe('the id of a row', () => {
  test('is that of its entry; a number of the clerk’s own is none, and a broken id is told', () => {
    const ids = ['visit-240703-7kq2', '12', '第3号', '', 'Visit-240703', 'zf001', 'by-hand', 'matter-1'];
    const rows = ids.map((id) => [...ROW, id]);
    const sheet = read(tableOf([[...HEADS, '编号'], ...rows]));
    expect(sheet.rows.map(({ id }) => id)).toEqual([
      'visit-240703-7kq2',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'by-hand',
      undefined,
    ]);
    expect(found(sheet)).toEqual(['G6 entry-id-invalid']);
  });

  test('makes every text mean itself', () => {
    const heads = [...HEADS, '编号'];
    const row = ['', '2024-07-03', '太平镇', '马山', '走访', '排水'];
    const villages = read(tableOf([heads, [...row, 'visit-1'], [...row, '']])).rows.map(
      ({ values }) => values['village'],
    );
    expect(villages).toEqual(['马山', '马山社区']);
  });
});

describe('the year of days without one', () => {
  const VISITS = [HEADS, [1, '9月18日', '太平镇', '马山社区', '走访', '巷道排水']];
  const GUIDANCE = '日期写成 2024-07-03';
  const yearOf = (
    rows: Parameters<typeof tableOf>[0],
    over: Parameters<typeof read>[1] = {},
    name = 'Sheet1',
    file = 'a',
  ): unknown => {
    const { rows: entries, years } = read(
      tableOf([...rows, ...VISITS], { name }),
      { today: day('2025-10-01'), ...over },
      { name: file },
    );
    return [entries[0]?.values['date'], years];
  };

  test.each([
    GUIDANCE,
    '填表说明：如2024年7月3日',
    '依据2024年制度登记',
    '填报日期：2024年9月30日',
    '打印于2024.9.30',
  ])('is not told by guidance, notes or a single day: %s', (text) => {
    expect(yearOf([['走访座谈台账'], [text]])).toEqual([undefined, []]);
    expect(yearOf([['走访座谈台账（2025年）'], [text]])).toEqual([
      '2025-09-18',
      [{ year: 2025, from: 'title', days: 1 }],
    ]);
  });

  test.each(['2025年第三季度', '2025Q3', '2025年7月1日至9月30日', '2025.7-9', '２０２５年'])(
    'is told by a title: %s',
    (text) => {
      expect(yearOf([['走访座谈台账'], [text], [GUIDANCE]])).toEqual([
        '2025-09-18',
        [{ year: 2025, from: 'title', days: 1 }],
      ]);
    },
  );

  test('is told by the names of sheet and file', () => {
    expect(yearOf([[GUIDANCE]], {}, '走访2025年')).toEqual([
      '2025-09-18',
      [{ year: 2025, from: 'sheet', days: 1 }],
    ]);
    expect(yearOf([[GUIDANCE]], {}, '走访', '2025年走访')).toEqual([
      '2025-09-18',
      [{ year: 2025, from: 'file', days: 1 }],
    ]);
  });

  test('is that of --year before any other', () => {
    expect(yearOf([['走访座谈台账（2024年）'], [GUIDANCE]], { year: 2025 })).toEqual([
      '2025-09-18',
      [{ year: 2025, from: 'option', days: 1 }],
    ]);
  });

  test('is counted only for days that took it', () => {
    const rows = [HEADS, [1, '2025年9月18日', '太平镇', '马山社区', '走访', '巷道排水']];
    expect(read(tableOf([['走访座谈台账（2025年）'], ...rows]), { today: day('2025-10-01') }).years).toEqual(
      [],
    );
  });
});
