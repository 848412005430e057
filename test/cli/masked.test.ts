import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { draw, edit, ledger } from '../workbook/templates.ts';
import { packageTexts, plainText } from './package-texts.ts';
import { rowsOf } from './sheets.ts';
import { expectRefused, inside, LEDGER, smallWorkspace } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];
const Q3 = ['consolidate', '--quarter', '2024Q3', ...LATER];
const YEAR = ['consolidate', '--year', '2024', ...LATER];
const HANDED = ['', '-院内流转版', '-对外通报版'] as const;

/** Made-up people, written as hostile hands would; nobody of them is a judge, a mediator or in the sample. */
const SECRET_NAMES = [
  '梁大强',
  '欧阳晓月',
  '陈和平',
  '买买提艾力',
  '温伍一',
  '龙飞虎',
  '冯桂莲花',
  '吴小乙',
  '卓三娘',
  '简阿四',
];
const SECRET_NUMBERS = [
  '44532119900101123X',
  '445321900101123',
  '13800138000',
  '6222021234567890123',
  '粤W12345',
  '07662881234',
];

/** Entries that name them in every field that can. */
const HOSTILE: readonly object[] = [
  {
    ...{
      id: 'dispute-240801-aaaa',
      kind: 'dispute',
      foundOn: '2024-08-01',
      town: '太平镇',
      village: '马山社区',
      type: '邻里',
    },
    parties: '梁 大 强、欧阳晓月与陈和平，买买提·艾力等五人',
    summary:
      '梁\u3000大\u3000强（身份证４４５３２１１９９００１０１１２３Ｘ）住马山社区东街三巷5号，与欧阳晓月因 138 0013 8000 争执；陈&和平<b>陈和平</b>',
    responsible: '马山社区副主任温伍一（0766-2881234）',
    measures: '粤 W12345 停在陈\u200b和平门口，卡号6222 0212 3456 7890 123',
  },
  {
    ...{ id: 'deputy-240802-aaaa', kind: 'deputy', metOn: '2024-08-02', town: '太平镇', name: '冯桂莲花' },
    ...{ capacity: ['congress'], level: 'county', organisation: '马山社区党总支', phone: '13800138000' },
    ...{ opinion: '冯桂莲花代表建议增加巡回审判，身份证445321900101123', note: '吴小乙陪同' },
  },
  {
    ...{ id: 'service-240803-aaaa', kind: 'service', date: '2024-08-03', town: '太平镇', category: 'filing' },
    ...{
      served: '村民吴小乙（卓三娘之子）',
      content: '协助吴小乙、卓三娘提交材料',
      caseNumber: '（2024）粤5321民初789号',
    },
  },
  {
    ...{
      id: 'visit-240804-aaaa',
      kind: 'visit',
      date: '2024-08-04',
      town: '太平镇',
      village: '马山社区',
      form: 'visit',
    },
    ...{ met: '店主龙飞虎、简阿四', findings: '龙飞虎反映排水；简 阿 四电话０７６６—２８８１２３４' },
  },
  {
    ...{
      id: 'trial-240805-aaaa',
      kind: 'trial',
      heldOn: '2024-08-05',
      town: '太平镇',
      venue: '梁大强家门口',
    },
    ...{
      caseNumber: '（2024）粤5321民初456号',
      cause: '赡养纠纷',
      type: '婚姻家庭',
      parties: '卓三娘',
      department: '执行局',
    },
    ...{ mediators: '镇综治中心苏小弟', followUp: '已回访卓三娘' },
  },
];

/** The sample with them in one of its ledgers. */
async function hostileSample(): Promise<Sandbox> {
  const box = await sandbox('sample');
  const ledger: unknown = JSON.parse(await box.read(LEDGER));
  const entries = inside(ledger, 'entries');
  if (typeof ledger !== 'object' || !isList(entries)) throw new Error('no ledger');
  await box.write(LEDGER, JSON.stringify({ ...ledger, entries: [...entries, ...HOSTILE] }));
  return box;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Every secret that some text of a workbook tells, and where. */
function told(texts: readonly string[], secrets: readonly string[]): readonly string[] {
  const plain = texts.map(plainText);
  return secrets.flatMap((secret) =>
    plain.filter((text) => text.toUpperCase().includes(plainText(secret).toUpperCase())),
  );
}

/** The names of the sample's own deputies, who are in fields of persons and nowhere else to be named. */
async function deputiesOf(box: Sandbox): Promise<readonly string[]> {
  const ledgers = Object.keys(await box.files()).filter((file) => file.startsWith('ledgers/'));
  const names = new Set<string>();
  for (const file of ledgers) {
    const ledger: unknown = JSON.parse(await box.read(file));
    const entries = inside(ledger, 'entries');
    for (const entry of isList(entries) ? entries : [])
      if (inside(entry, 'kind') === 'deputy') names.add(String(inside(entry, 'name')));
  }
  return [...names];
}

const TERMS = [
  { term: 'a quarter', argv: Q3, folder: '2024Q3', files: ['汇总台账', '季度汇总表'] },
  { term: 'a year', argv: YEAR, folder: '2024', files: ['年度汇总台账', '年度汇总表'] },
] as const;

describe.each(TERMS)('a masked workbook of $term', ({ argv, folder, files }) => {
  test.each(['internal', 'external'] as const)('tells no name or number in any part: %s', async (edition) => {
    const box = await hostileSample();
    const ran = await box.run([...argv, `--masked=${edition}`]);
    expect(ran.code).toBe(0);
    expect(told([ran.stderr], [...SECRET_NAMES, ...SECRET_NUMBERS])).toEqual([]);
    const deputies = await deputiesOf(box);
    expect(deputies.length).toBeGreaterThan(10);
    const ending = HANDED[edition === 'internal' ? 1 : 2];
    for (const file of files) {
      const texts = await packageTexts(box, `reports/${folder}/${file}${ending}.xlsx`);
      expect(told(texts, [...SECRET_NAMES, ...SECRET_NUMBERS, ...deputies])).toEqual([]);
      const plain = texts.map(plainText);
      const patterns = [
        /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/u,
        /(?<!\d)1[3-9]\d{9}(?!\d)/u,
        /粤[A-Z][A-Z0-9]{5}/u,
        /(?<![\d.])\d{16,19}/u,
      ];
      for (const pattern of patterns)
        expect(plain.filter((text) => !/^xl\/theme/u.test(text) && pattern.test(text))).toEqual([]);
    }
  });

  test('would tell them where nothing is masked', async () => {
    const box = await hostileSample();
    await box.run(argv);
    const texts = await packageTexts(box, `reports/${folder}/${files[0]}.xlsx`);
    for (const secret of [...SECRET_NAMES, ...SECRET_NUMBERS]) expect(told(texts, [secret])).not.toEqual([]);
  });

  test('has the rows, counts and sums of the full one', async () => {
    const box = await hostileSample();
    const full = inside((await box.run([...argv, '--json'])).json(), 'totals');
    for (const edition of ['internal', 'external']) {
      const masked = await box.run([...argv, `--masked=${edition}`, '--json']);
      expect(inside(masked.json(), 'totals')).toEqual(full);
    }
    for (const sheet of [
      '表一 走访联络',
      '表二 审判及诉调衔接',
      '按纠纷类型',
      '联系事项按部门',
      '报送情况',
    ]) {
      const numbers = async (ending: string) =>
        (await rowsOf(box, `reports/${folder}/${files[1]}${ending}.xlsx`, sheet))
          .map((row) => row.filter((cell) => /^[\d.]+$/u.test(cell)))
          .filter((row) => row.length > 0);
      expect((await numbers('')).length).toBeGreaterThan(3);
      for (const ending of HANDED) expect(await numbers(ending)).toEqual(await numbers(''));
    }
    const rows = async (ending: string) =>
      (await rowsOf(box, `reports/${folder}/${files[0]}${ending}.xlsx`, '走访座谈台账')).filter(([no = '']) =>
        /^\d+$/u.test(no),
      );
    for (const ending of HANDED) expect((await rows(ending)).length).toBe((await rows('')).length);
  });
});

describe('the editions of a quarter', () => {
  test('bear their names, the notice of the edition, and the foot line on every sheet', async () => {
    const box = await hostileSample();
    await box.run([...Q3, '--masked']);
    await box.run([...Q3, '--masked=external']);
    const notices = { '-院内流转版': '院内流转版　内部资料　注意保管', '-对外通报版': '对外通报版' };
    for (const [ending, notice] of Object.entries(notices)) {
      for (const [file, sheet] of [
        ['汇总台账', '走访座谈台账'],
        ['汇总台账', '司法确认台账'],
        ['季度汇总表', '数据核对清单'],
      ] as const) {
        const rows = await rowsOf(box, `reports/2024Q3/${file}${ending}.xlsx`, sheet);
        expect(rows[0]?.[0]).toBe(notice);
        expect(rows.at(-1)?.[0]).toMatch(/^本版由程序处理，流转前须人工核对。核对人：\s+日期：$/u);
        expect(rows.at(-2)?.[0]).toBe('制表人：');
      }
    }
  });

  test('outside of the court: letters, towns, no texts, and numbers of cases only where they may be told', async () => {
    const box = await hostileSample();
    await box.run([...Q3, '--masked=external']);
    const file = 'reports/2024Q3/汇总台账-对外通报版.xlsx';
    const row = async (sheet: string, day: string) =>
      (await rowsOf(box, file, sheet)).find((cells) => cells.includes(day));
    expect(await row('矛盾纠纷排查化解台账', '2024-08-01')).toEqual(
      expect.arrayContaining(['太平镇', '（略）', '邻里', '当事人甲、乙、丙、丁等五人']),
    );
    expect(await row('两代表一委员联络台账', '2024-08-02')).toEqual(
      expect.arrayContaining(['一名县人大代表', '（已隐去）']),
    );
    expect(await row('巡回审判台账', '2024-08-05')).toEqual(
      expect.arrayContaining(['（2024）粤5321民初×号', '赡养纠纷', '当事人甲', '执行局']),
    );
    const texts = await packageTexts(box, file);
    expect(texts.filter((text) => /马山|禤村|民初456号|民初789号/u.test(text))).toEqual([]);
    const check = await rowsOf(box, 'reports/2024Q3/季度汇总表-对外通报版.xlsx', '走访达标核对');
    const visits = check.find((cells) => cells[1] === '太平镇') ?? [];
    expect(visits[visits.indexOf('2024-08-04') + 1]).toBe('太平镇');
    const findings = await rowsOf(box, 'reports/2024Q3/季度汇总表-对外通报版.xlsx', '数据核对清单');
    expect(findings.flat().filter((cell) => cell.includes('核对事项'))).toEqual([
      '核对事项',
      '对外通报版不列数据核对事项。',
    ]);
  });

  test('of a deputy: what each edition shows in every column', async () => {
    const box = await hostileSample();
    const rowIn = async (file: string) =>
      (await rowsOf(box, `reports/2024Q3/${file}.xlsx`, '两代表一委员联络台账'))
        .find((cells) => cells.includes('2024-08-02'))
        ?.slice(1);
    await box.run([...Q3, '--masked']);
    const end = ['', '', '', '', '', '', '李敏', '联系法官登记'];
    const start = ['2024-08-02', '太平镇'];
    const hidden = ['人大代表', '县', '（已隐去）', '（已隐去）'];
    const opinion = '冯某#代表建议增加巡回审判，身份证（已隐去）';
    // How many share the surname hangs on the rest of the sample.
    const unnumbered = (await rowIn('汇总台账-院内流转版'))?.map((cell) => cell.replace(/某\d+/u, '某#'));
    expect(unnumbered).toEqual([...start, '冯某#', ...hidden, opinion, ...end, '吴某#陪同']);
    await box.run([...Q3, '--masked=external']);
    expect(await rowIn('汇总台账-对外通报版')).toEqual([
      ...start,
      '一名县人大代表',
      ...hidden,
      '（略）',
      ...end,
      '（略）',
    ]);
  });

  test('the same bytes again, and the full version beside them is left alone', async () => {
    const box = await hostileSample();
    await box.run(Q3);
    const full = (await box.files())['reports/2024Q3/汇总台账.xlsx'];
    const digests = async () => inside((await box.run([...Q3, '--masked', '--json'])).json(), 'workbooks');
    expect(await digests()).toEqual(await digests());
    expect((await box.files())['reports/2024Q3/汇总台账.xlsx']).toBe(full);
  });
});

test.each(['zh', 'en'] as const)(
  'on a terminal, from the question to the workbooks: %s',
  async (language) => {
    const box = await smallWorkspace([
      {
        ...{
          id: 'dispute-240801-aaaa',
          kind: 'dispute',
          foundOn: '2024-08-01',
          town: '太平镇',
          village: '马山社区',
          type: '邻里',
        },
        ...{ parties: '梁大强、陈小明', summary: '梁大强（电话13800138000）与邻居欧小明在东街三巷5号争执' },
      },
    ]);
    const told: string[] = [];
    for (const edition of ['internal', 'external']) {
      const ran = await box.run([...Q3, `--masked=${edition}`, '--lang', language], { answers: ['all'] });
      const asked = ran.asked.map(({ message }) => `? ${message}: all\n`);
      told.push(
        `$ ledger consolidate --quarter 2024Q3 --masked=${edition}\n${ran.stderr}${asked.join('')}${ran.stdout}`,
      );
    }
    const text = told.join('\n').replace(/ {2}[0-9a-f]{12}$/gmu, '  #');
    await expect(text).toMatchFileSnapshot(`transcripts/masked.${language}.txt`);
  },
);

describe('what is listed for review', () => {
  const LIST = 'reports/2024Q3/核对清单-院内流转版.txt';
  const aVisit = {
    ...{
      id: 'visit-240804-aaaa',
      kind: 'visit',
      date: '2024-08-04',
      town: '太平镇',
      village: '马山社区',
      form: 'visit',
    },
    ...{ met: '村民龙飞虎', findings: '龙飞虎反映排水，电话13800138000' },
  };

  test('a list lies beside the workbooks where nobody can be asked, marked as internal', async () => {
    const box = await smallWorkspace([aVisit]);
    const ran = await box.run([...Q3, '--masked', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain(`请对照核对清单（2处文字，含个人信息，不得流转）：\n  ${LIST}\n`);
    const list = await readFile(join(box.home, LIST), 'utf8');
    expect(list.startsWith('\uFEFF内部资料　注意保管')).toBe(true);
    expect(list.replaceAll('\r\n', '\n')).toContain(
      [
        '2. 走访座谈 visit-240804-aaaa（李敏）社情民意及矛盾纠纷情况　已隐去：姓名1处、电话号码1处',
        '   原文：龙飞虎反映排水，电话13800138000',
        '   脱敏后：龙某反映排水，电话（已隐去）',
      ].join('\n'),
    );
  });

  test('a text that may still name somebody is marked', async () => {
    const box = await smallWorkspace([{ ...aVisit, findings: '村民陈志强反映排水' }]);
    const ran = await box.run([...Q3, '--masked', '--dry-run', '--lang', 'zh']);
    expect(ran.stderr).toContain('社情民意及矛盾纠纷情况　【疑似还有姓名】\n   村民陈志强反映排水\n');
    expect(ran.stderr).toContain('标有【疑似还有姓名】的1处，请先看。\n');
    const english = await box.run([...Q3, '--masked', '--dry-run']);
    expect(english.stderr).toContain('Please look first at 1 text marked [may still name somebody].\n');
  });

  /** A text without a name, one with a name that is known, one with a name that nobody registered. */
  const MIXED = [
    { ...aVisit, met: '村干部', findings: '排水不畅' },
    { ...aVisit, id: 'visit-240805-aaaa', date: '2024-08-05', met: '村民龙飞虎', findings: '村内平静' },
    { ...aVisit, id: 'visit-240806-aaaa', date: '2024-08-06', met: '村民', findings: '村民陈志强反映排水' },
  ];
  const DOUBTFUL =
    '核对清单列出6处文字，其中1处疑似还有姓名，请先看核对清单开头。有遗漏的，在台账里改写，或者把姓名补进人员栏，再生成一次。';

  test('the marked ones first, then what was changed; on a terminal the rest are counted, in the list they are last', async () => {
    const box = await smallWorkspace(MIXED);
    const asked = await box.run([...Q3, '--masked', '--lang', 'zh'], { answers: ['all'] });
    const lines = asked.stderr.split('\n').filter((line) => /^(?: {3}|另有|院内)/u.test(line));
    expect(lines).toEqual([
      '院内流转版写入前请核对以下2处文字（已按脱敏后显示），看有没有漏掉的姓名、称呼、地址：',
      '   村民陈志强反映排水',
      '   村民龙某',
      '另有4处没有改动，见核对清单。',
    ]);
    const list = await readFile(join(box.home, LIST), 'utf8');
    expect(list.match(/(?<=脱敏后：).*/gu)).toEqual([
      '村民陈志强反映排水',
      '村民龙某',
      ...['村干部', '排水不畅', '村内平静', '村民'],
    ]);
  });

  test.each([['--yes'], ['--no-input']])(
    '%s warns of the marked ones, and says where they are',
    async (option) => {
      const box = await smallWorkspace(MIXED);
      const ran = await box.run([...Q3, '--masked', option, '--lang', 'zh'], { answers: [] });
      expect(ran).toMatchObject({ code: 0, asked: [] });
      expect(ran.stderr).toContain(`${LIST}：${DOUBTFUL}`);
    },
  );

  test('JSON warns of them too', async () => {
    const box = await smallWorkspace(MIXED);
    const ran = (await box.run([...Q3, '--masked', '--json', '--lang', 'zh'])).json();
    expect(inside(ran, 'review')).toMatchObject({ texts: 6, doubtful: 1 });
    const findings = inside(ran, 'findings');
    expect(
      isList(findings) && findings.filter((found) => inside(found, 'code') === 'masked-doubtful'),
    ).toEqual([expect.objectContaining({ severity: 'warning', file: LIST })]);
  });

  test('nobody is warned who was shown them, or where there are none', async () => {
    const shown = await (
      await smallWorkspace(MIXED)
    ).run([...Q3, '--masked', '--lang', 'zh'], { answers: ['all'] });
    expect(shown.stderr).not.toContain('请先看核对清单开头');
    const none = await (await smallWorkspace([aVisit])).run([...Q3, '--masked', '--yes', '--lang', 'zh']);
    expect(none.stderr).toBe('');
  });

  test('JSON tells how much was hidden, and none of it', async () => {
    const box = await smallWorkspace([aVisit]);
    const ran = await box.run([...Q3, '--masked', '--json']);
    expect(ran.json()).toMatchObject({
      masked: 'internal',
      review: { texts: 2, doubtful: 0, hidden: { name: 2, phone: 1 }, path: LIST },
    });
    expect(ran.stdout + ran.stderr).not.toContain('龙飞虎');
  });

  test('on a terminal it is shown as masked, and written only on a yes', async () => {
    const box = await smallWorkspace([aVisit]);
    const asked = await box.run([...Q3, '--masked', '--lang', 'zh'], { answers: ['all'] });
    expect(asked.code).toBe(0);
    expect(asked.asked).toEqual([
      { message: '以上文字是否已核对？核对后写入院内流转版', options: ['all', 'list', 'none'] },
    ]);
    expect(asked.stderr).toContain('龙某反映排水，电话（已隐去）');
    expect(asked.stderr).toContain('全部内容共隐去：姓名2处、电话号码1处。');
    expect(asked.stderr).not.toContain('龙飞虎');
    expect(Object.keys(await box.files())).toContain('reports/2024Q3/汇总台账-院内流转版.xlsx');
  });

  test('the list alone is written for who wants to look first', async () => {
    const box = await smallWorkspace([aVisit]);
    const ran = await box.run([...Q3, '--masked', '--lang', 'zh'], { answers: ['list'] });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`只写了核对清单（含个人信息，不得流转）：\n  ${LIST}\n`);
    const made = Object.keys(await box.files()).filter((file) => file.startsWith('reports/2024Q3/'));
    expect(made).toEqual([LIST]);
  });

  test('a no writes nothing', async () => {
    const box = await smallWorkspace([aVisit]);
    const before = await box.files();
    expect(await box.run([...Q3, '--masked'], { answers: ['none'] })).toMatchObject({
      code: 130,
      stdout: '',
    });
    expect(await box.files()).toEqual(before);
  });

  test('--yes asks nothing', async () => {
    const box = await smallWorkspace([aVisit]);
    const ran = await box.run([...Q3, '--masked', '--yes'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [] });
    expect(Object.keys(await box.files())).toContain('reports/2024Q3/季度汇总表-院内流转版.xlsx');
  });

  test('a rehearsal shows it and writes nothing', async () => {
    const box = await smallWorkspace([aVisit]);
    const before = await box.files();
    const ran = await box.run([...Q3, '--masked', '--dry-run', '--lang', 'zh'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [] });
    expect(ran.stderr).toContain('龙某反映排水，电话（已隐去）');
    expect(ran.stdout).toContain('正式运行时生成核对清单');
    expect(await box.files()).toEqual(before);
  });

  test('outside of the court the terms and bodies that are left are listed, each once', async () => {
    const trial = {
      ...{
        kind: 'trial',
        heldOn: '2024-08-05',
        town: '太平镇',
        venue: '审判点',
        cause: '借款合同纠纷',
        type: '合同',
      },
      ...{ caseNumber: '（2024）粤5321民初1号', department: '民事审判庭' },
    };
    const box = await smallWorkspace([
      aVisit,
      { id: 'trial-240805-aaaa', ...trial },
      { id: 'trial-240805-bbbb', ...trial },
    ]);
    await box.run([...Q3, '--masked=external']);
    const list = await readFile(join(box.home, 'reports/2024Q3/核对清单-对外通报版.txt'), 'utf8');
    expect(list.match(/脱敏后：.*/gu)).toEqual(['脱敏后：借款合同纠纷', '脱敏后：民事审判庭']);
  });

  test('where nothing is left to look at, there is no list and no question', async () => {
    const box = await smallWorkspace([]);
    const ran = await box.run([...Q3, '--masked'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [] });
    expect(Object.keys(await box.files()).filter((file) => file.endsWith('.txt'))).toEqual([]);
  });
});

describe('refused', () => {
  test('an edition that there is none of', async () => {
    await expectRefused(await smallWorkspace([]), [...Q3, '--masked=externl'], {
      code: 2,
      en: '--masked: “externl” is not one of the choices. The choices are: to go round within the court (internal), to leave the court (external). Did you mean “external”?',
      zh: '--masked：没有“externl”这个选项。可选：院内流转版（internal）、对外通报版（external）。是不是“external”？',
    });
  });

  test('where a ledger can’t be read, whose people others may mention: nothing is written', async () => {
    const box = await smallWorkspace([
      {
        ...{ id: 'visit-240804-aaaa', kind: 'visit', date: '2024-08-04', town: '太平镇', form: 'visit' },
        findings: '龙飞虎反映排水',
      },
    ]);
    await box.write('ledgers/su-ting.json', '{"parties": "龙飞虎"');
    const before = await box.files();
    for (const edition of ['internal', 'external']) {
      const ran = await box.run([...Q3, `--masked=${edition}`, '--json']);
      expect(ran.code).toBe(3);
      expect(ran.stdout + ran.stderr).toContain('masked-ledger-unread');
    }
    const zh = await box.run([...Q3, '--masked', '--lang', 'zh']);
    expect(zh.stderr).toContain(
      '有台账读不了（ledgers/su-ting.json），其中的姓名无从知道，别的台账里可能写到这些人，所以没有生成脱敏版。',
    );
    expect(zh.stderr).toContain('只生成完整版');
    const en = await box.run([...Q3, '--masked', '--lang', 'en']);
    expect(en.stderr).toContain('The names in the ledgers that cannot be read (ledgers/su-ting.json)');
    expect(await box.files()).toEqual(before);
    expect(await box.run(Q3)).toMatchObject({ code: 7 });
  });

  test('a template that names somebody where it can’t be masked: nothing is written', async () => {
    const parties = '龙飞虎';
    const box = await smallWorkspace([
      {
        id: 'dispute-240801-aaaa',
        kind: 'dispute',
        foundOn: '2024-08-01',
        town: '太平镇',
        type: '邻里',
        summary: '排水',
        parties,
      },
    ]);
    const template = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'), '走访座谈');
      workbook.addWorksheet('龙飞虎专表').getCell('A1').value = '说明';
    });
    const own = await edit(template, {
      'xl/sharedStrings.xml': (text) => text.replace('.地点', '.村（社区）').replace('.人数', '.方式'),
    });
    await box.write('templates/汇总台账.xlsx', own);
    const where = 'templates/汇总台账.xlsx';
    const texts = {
      en: (part: string) =>
        `${where}: The masked file still tells a name or a number, or has something nobody can look into (${part}), so it was not made. A template names no persons and no numbers, and embeds no other files. Please take personal data out of the template’s sheet names, style names, cells, headers and footers, pictures, comments and embedded files, and run this again; if in doubt use the built-in template.`,
      zh: (part: string) =>
        `${where}：脱敏后的文件里仍有姓名、号码，或者有无法检查的内容（${part}），所以没有生成。表样里不应写人名、号码，也不应嵌入其他文件。请在表样里删去工作表名、样式名、单元格、页眉页脚、图片、批注、嵌入文件中的个人信息，再运行一次；不清楚的，改用内置表样。`,
    };
    const parts = ['xl/workbook.xml'];
    await expectRefused(box, [...Q3, '--masked'], {
      code: 3,
      en: parts.map(texts.en).join('\n'),
      zh: parts.map(texts.zh).join('\n'),
    });
    expect(await box.run(Q3)).toMatchObject({ code: 0 });
  });
});
