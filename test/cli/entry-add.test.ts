import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, flags, LEDGER, ownWorkspace, sampleFile, VISIT, type Refused } from './workspaces.ts';

const NEW_ENTRY = {
  id: 'visit-240912-0001',
  kind: 'visit',
  rev: 1,
  createdAt: '2024-09-18T10:00:00+08:00',
  updatedAt: '2024-09-18T10:00:00+08:00',
  date: '2024-09-12',
  town: '太平镇',
  village: '马山社区',
  form: 'visit',
  findings: '圩镇排水渠堵塞，两户邻居争执',
  history: [{ rev: 1, at: '2024-09-18T10:00:00+08:00', op: 'add', step: 59 }],
};

describe('adding by flags', () => {
  test('saves one entry at the end of the ledger, keeps the version before, and touches nothing else', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'add', ...VISIT]);
    expect(ran).toMatchObject({
      code: 0,
      stdout:
        'Saved: visit 太平镇 马山社区, 12 Sep (id 0001). 4 visits this quarter, the quota is met. ' +
        'Next: tell the contact leader, then note the day (visit report 0001).\n',
      stderr: '',
      asked: [],
    });
    const after = await box.files();
    const backup = Object.keys(after).filter((file) => file.startsWith('backups/li-min.000058.'));
    expect(backup).toHaveLength(1);
    expect(after[backup[0] ?? '']).toBe(before[LEDGER]);
    expect(Object.keys(after).sort()).toEqual(
      [...backup, 'backups/li-min.head', LEDGER, 'roster.json'].sort(),
    );
    expect(after['roster.json']).toBe(before['roster.json']);
    const old: unknown = JSON.parse(await sampleFile(LEDGER));
    const written: unknown = JSON.parse(await box.read(LEDGER));
    expect(old).toHaveProperty('entries.length', 37);
    expect(written).toHaveProperty('entries.length', 38);
    expect(written).toHaveProperty('entries.37', NEW_ENTRY);
    expect(written).toHaveProperty('seq', 59);
  });

  test('says it in Chinese', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...flags({ '--form': '走访' }), '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stdout:
        '已保存：9月12日走访太平镇马山社区（编号 0001）。本季已走访4次，已达标。下一步：报告联系领导后登记报告日期（visit report 0001）。\n',
      stderr: '',
    });
  });

  test('counts the quota of the quarter the day lies in', async () => {
    const box = await ownWorkspace();
    const typed = ['visit', 'add', ...flags({ '--date': '2024-12-20' }), '--lang', 'zh'];
    const ran = await box.run([...typed, '--today', '2025-01-06']);
    expect(ran.stdout).toContain('2024年第四季度已走访5次，已达标。');
  });

  test('says nothing of the quota of a town that others serve, and doubts the town', async () => {
    const box = await ownWorkspace();
    const elsewhere = flags({ '--town': '车岗镇', '--village': undefined });
    const ran = await box.run(['visit', 'add', ...elsewhere, '--lang', 'zh']);
    expect(ran).toMatchObject({
      stdout:
        '已保存：9月12日走访车岗镇（编号 0001）。下一步：报告联系领导后登记报告日期（visit report 0001）。\n',
      stderr:
        '提醒：visit-240912-0001 挂点镇：按名册，2024-09-12 时您不联系车岗镇。请核对日期和镇；名册有误的，请研究室更新。\n',
    });
  });

  test('a visit the leader was told of has no next step', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...VISIT, '--reported-on', '9月13日']);
    expect(ran.stdout).toBe(
      'Saved: visit 太平镇 马山社区, 12 Sep (id 0001). 4 visits this quarter, the quota is met.\n',
    );
  });

  test('answers as JSON with the entry as it stands in the file, the town’s quota and no warnings', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...VISIT, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      judge: 'li-min',
      entry: NEW_ENTRY,
      quota: {
        town: '太平镇',
        judges: ['li-min'],
        required: 3,
        done: 4,
        raw: 4,
        missing: 0,
        met: true,
        talks: 0,
        shared: false,
        daysLeft: 12,
      },
      warnings: [],
    });
  });

  test.each([
    ['--date', '２０２４年9月12日', { date: '2024-09-12' }],
    ['--date', '9-12', { date: '2024-09-12' }],
    ['--date', '昨天', { date: '2024-09-17' }],
    ['--form', '座谈', { form: 'talk' }],
    ['--village', '悦塘', { village: '悦塘' }],
    ['--findings', '  两头有空格  ', { findings: '两头有空格' }],
    ['--source', '部门告知', { source: 'department' }],
    ['--litigation-notice', '通报三件', { litigationNotice: '通报三件' }],
  ])('reads %s %s as it is meant', async (flag, typed, entry) => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...flags({ [flag]: typed }), '--json']);
    expect(ran.json()).toMatchObject({ entry });
  });

  test('text that begins with a dash is given behind an equals sign', async () => {
    const box = await ownWorkspace();
    const ran = await box.run([
      'visit',
      'add',
      ...flags({ '--findings': undefined }),
      '--findings=-两户争执-',
      '--json',
    ]);
    expect(ran.json()).toMatchObject({ entry: { findings: '-两户争执-' } });
  });

  test('an empty optional flag is as if it were not there', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...flags({ '--village': '' })]);
    expect(ran.stdout).toContain('Saved: visit 太平镇, 12 Sep (id 0001).');
  });

  test('makes the first ledger of a judge who has none', async () => {
    const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
    const ran = await box.run(['visit', 'add', '--judge', '李敏', ...VISIT]);
    expect(ran.code).toBe(0);
    const written: unknown = JSON.parse(await box.read(LEDGER));
    expect(written).toMatchObject({
      format: 'liaison-ledger/1',
      court: '新兴县人民法院',
      judge: { id: 'li-min', name: '李敏' },
      seq: 1,
      submissions: [],
    });
    expect(Object.keys(await box.files()).filter((file) => !file.startsWith('backups/'))).toEqual([
      LEDGER,
      'roster.json',
    ]);
  });
});

describe('a rehearsal', () => {
  test.each([{ has: 'a ledger' }, { has: undefined }])('writes nothing, with $has', async ({ has }) => {
    const box = await ownWorkspace();
    if (has === undefined) await box.remove(LEDGER);
    const before = await box.files();
    const ran = await box.run(['visit', 'add', '--judge', 'li-min', ...VISIT, '--dry-run']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      'Rehearsal, nothing written. A real run says: Saved: visit 太平镇 马山社区, 12 Sep.',
    );
    expect(await box.files()).toEqual(before);
  });

  test('says so in Chinese', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...VISIT, '-n', '--lang', 'zh']);
    expect(ran.stdout).toMatch(/^演示，没有写入。正式运行时：已保存：9月12日走访太平镇马山社区。/u);
  });
});

describe('adding the same id again', () => {
  test('changes nothing, and says so', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT, '--id', 'visit-a1']);
    const before = await box.files();
    const ran = await box.run(['visit', 'add', ...VISIT, '--id', 'visit-a1']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^This entry is there already; it was not added again\./);
    expect(await box.files()).toEqual(before);
    const zh = await box.run(['visit', 'add', ...VISIT, '--id', 'visit-a1', '--lang', 'zh']);
    expect(zh.stdout).toMatch(/^这条登记已经有了，没有重复登记。/u);
  });

  test('with other content is refused', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT, '--id', 'visit-a1']);
    await expectRefused(box, ['visit', 'add', ...flags({ '--form': 'talk' }), '--id', 'visit-a1'], {
      code: 2,
      en: 'The id visit-a1 belongs to another entry with other content. Please take another id, or change that entry with edit.',
      zh: '编号 visit-a1 已用于另一条内容不同的登记。请换一个编号，或用 edit 修改原来那条。',
    });
  });

  test('an id that the tool makes is never one that is taken', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const ran = await box.run(['visit', 'add', ...flags({ '--findings': '另一件事' }), '--json']);
    expect(ran.json()).toMatchObject({ entry: { id: 'visit-240912-0002' } });
  });
});

const TOWNS = [
  ...['新城镇', '车岗镇', '水台镇', '稔村镇', '东成镇', '太平镇'],
  ...['里洞镇', '大江镇', '天堂镇', '河头镇', '簕竹镇', '六祖镇'],
];
const DAYS = {
  en: 'It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
  zh: '应写成 2024-07-03、2024年7月3日、7月3日 或 昨天。',
};

const BAD_VALUES: readonly (readonly [string, readonly string[], Refused])[] = [
  [
    'a town that is not on the roster, with the nearest one',
    flags({ '--town': '太乎镇' }),
    {
      code: 2,
      en: `--town: The roster has no “太乎镇”. Its towns are: ${TOWNS.join(', ')}. Did you mean “太平镇”?`,
      zh: `--town：挂点名册里没有“太乎镇”。名册中有：${TOWNS.join('、')}。是不是“太平镇”？`,
    },
  ],
  [
    'a day after today',
    flags({ '--date': '2024-09-19' }),
    {
      code: 2,
      en: '--date: 2024-09-19 has not come yet (today is 2024-09-18). Please check the day; only what has happened can be entered.',
      zh: '--date：2024-09-19 还没有到（今天是 2024-09-18）。请核对日期；已经发生的事才能登记。',
    },
  ],
  [
    'a year of two digits',
    flags({ '--date': '24-7-3' }),
    {
      code: 2,
      en: `--date: “24-7-3” has a year of two digits only. ${DAYS.en}`,
      zh: `--date：“24-7-3”的年份只有两位。${DAYS.zh}`,
    },
  ],
  [
    'a day that no calendar has',
    flags({ '--date': '2024-02-30' }),
    {
      code: 2,
      en: `--date: “2024-02-30”: the calendar has no such day. ${DAYS.en}`,
      zh: `--date：“2024-02-30”：日历上没有这一天。${DAYS.zh}`,
    },
  ],
  [
    'a year before 2000',
    flags({ '--date': '1999-07-03' }),
    {
      code: 2,
      en: `--date: “1999-07-03” is before the year 2000. ${DAYS.en}`,
      zh: `--date：“1999-07-03”在2000年以前。${DAYS.zh}`,
    },
  ],
  [
    'what is no choice',
    flags({ '--form': '走仿' }),
    {
      code: 2,
      en: '--form: “走仿” is not one of the choices. The choices are: visit, talk, other. Did you mean “走访”?',
      zh: '--form：没有“走仿”这个选项。可选：走访（visit）、座谈（talk）、其他（other）。是不是“走访”？',
    },
  ],
  [
    'everything that is wrong, in one run',
    flags({ '--date': '2024-13-01', '--town': 'xx', '--findings': undefined, '--reported-on': '24-9-13' }),
    {
      code: 2,
      en: [
        `--date: “2024-13-01”: the calendar has no such day. ${DAYS.en}`,
        `--town: The roster has no “xx”. Its towns are: ${TOWNS.join(', ')}.`,
        `--reported-on: “24-9-13” has a year of two digits only. ${DAYS.en}`,
        '--findings is missing (findings). For example --findings "two disputes between neighbours over drainage".',
      ].join('\n'),
      zh: [
        `--date：“2024-13-01”：日历上没有这一天。${DAYS.zh}`,
        `--town：挂点名册里没有“xx”。名册中有：${TOWNS.join('、')}。`,
        `--reported-on：“24-9-13”的年份只有两位。${DAYS.zh}`,
        '缺少 --findings（社情民意及矛盾纠纷情况）。例如 --findings 村民反映巷道排水引发相邻纠纷两宗。',
      ].join('\n'),
    },
  ],
  [
    'a required flag that is empty',
    flags({ '--findings': '  ' }),
    {
      code: 2,
      en: '--findings: “findings” is required and cannot be cleared.',
      zh: '--findings：“社情民意及矛盾纠纷情况”是必填项，不能清空。',
    },
  ],
  [
    'each required flag that is missing',
    [],
    {
      code: 2,
      en: [
        '--date is missing (date). For example --date 2024-07-03.',
        '--town is missing (town). For example --town 太平镇.',
        '--form is missing (form). For example --form visit.',
        '--findings is missing (findings). For example --findings "two disputes between neighbours over drainage".',
      ].join('\n'),
      zh: [
        '缺少 --date（日期）。例如 --date 2024-07-03。',
        '缺少 --town（挂点镇）。例如 --town 太平镇。',
        '缺少 --form（方式）。例如 --form 走访。',
        '缺少 --findings（社情民意及矛盾纠纷情况）。例如 --findings 村民反映巷道排水引发相邻纠纷两宗。',
      ].join('\n'),
    },
  ],
  [
    'a report before the visit',
    [...VISIT, '--reported-on', '2024-09-11'],
    {
      code: 2,
      en: '--reported-on: “reported on” 2024-09-11 is before “date” 2024-09-12. Please check the two days.',
      zh: '--reported-on：“报告联系领导日期”2024-09-11 早于“日期”2024-09-12。请核对这两个日期。',
    },
  ],
  [
    'a department where none told',
    [...VISIT, '--source-department', '立案庭'],
    {
      code: 2,
      en: '--source-department: “department” is not filled in here. Please clear it, or change the field it hangs on.',
      zh: '--source-department：这种情形不填“告知部门”。请清空它，或改正与它相关的一项。',
    },
  ],
  [
    'a control character, without quoting the text',
    flags({ '--findings': '秘密\u0007内容' }),
    {
      code: 2,
      en: '--findings: The text contains an invisible control character (U+0007). Please delete it and type the text again.',
      zh: '--findings：内容里有看不见的控制字符（U+0007）。请删去后重新输入。',
    },
  ],
  [
    'a line break where none may be, without quoting the text',
    [...VISIT, '--met', '秘密\n内容'],
    {
      code: 2,
      en: '--met: This field has no line breaks. Please write it on one line.',
      zh: '--met：这一项不能换行。请写在一行里。',
    },
  ],
  [
    'text that is too long, without quoting it',
    flags({ '--findings': '密'.repeat(5001) }),
    {
      code: 2,
      en: '--findings: The text has 5001 characters, more than the limit of 5000. Please make several entries of it.',
      zh: '--findings：有5001个字，超过5000个字的上限。请分成几条登记。',
    },
  ],
  [
    'an id that cannot be one',
    [...VISIT, '--id', 'Visit 1'],
    {
      code: 2,
      en: '--id: “Visit 1” cannot be an id. An id has 3 to 64 small letters, digits and hyphens, such as visit-240703-7kq2.',
      zh: '--id：“Visit 1”不能作编号。编号由小写字母、数字、短横线组成，3至64个字符，如 visit-240703-7kq2。',
    },
  ],
];

describe('what cannot be added is refused in plain words, and nothing changes', () => {
  test.each(BAD_VALUES)('%s', async (_name, typed, refused) => {
    await expectRefused(await ownWorkspace(), ['visit', 'add', ...typed], refused);
  });

  test('as JSON: one error with its code, and the others behind it', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...flags({ '--date': '24-7-3', '--form': 'x' }), '--json']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(ran.stderr)).toEqual({
      error: {
        code: 'day-invalid',
        message: `“24-7-3” has a year of two digits only. ${DAYS.en}`,
        field: '--date',
        others: [
          {
            code: 'choice-invalid',
            message: '“x” is not one of the choices. The choices are: visit, talk, other.',
            field: '--form',
          },
        ],
      },
    });
  });
});

describe('what is doubtful', () => {
  const doubtful = flags({ '--village': '马山', '--findings': '张三（身份证 440102199001011234）反映' });
  const notes = [
    'warning: visit-240912-0001 village: On the roster 太平镇 has no “马山”. Please check the name; if the roster is wrong, ask the research office to update it.',
    'warning: visit-240912-0001 findings: “findings” contains a number of 18 digits that looks like an identity number. The ledger is passed around: please take such numbers out.',
  ];

  test('is saved where nobody can be asked, and listed without quoting the text', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...doubtful]);
    expect(ran).toMatchObject({ code: 0, stderr: `${notes.join('\n')}\n` });
    expect(await box.read(LEDGER)).toContain('"village": "马山"');
  });

  test('is not listed when quiet', async () => {
    const box = await ownWorkspace();
    expect(await box.run(['visit', 'add', ...doubtful, '--quiet'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('is in the JSON', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...doubtful, '--json', '--lang', 'zh']);
    expect(ran.json()).toMatchObject({
      warnings: [
        {
          code: 'village-not-listed',
          severity: 'warning',
          message: '名册中太平镇没有“马山”。请核对村（社区）名；名册有误的，请研究室更新。',
          judge: 'li-min',
          entry: 'visit-240912-0001',
          field: 'village',
        },
        {
          code: 'number-in-text',
          severity: 'warning',
          message: '“社情民意及矛盾纠纷情况”里有18位数字，像是身份证号。台账要流转，请删去这类号码。',
          field: 'findings',
        },
      ],
    });
  });
});

describe('whose ledger', () => {
  const everybody = [
    ...['he-jing', 'liang-hao', 'su-ting', 'pan-ying', 'chen-jh', 'li-min'],
    ...['ye-qing', 'huang-zx', 'luo-fang', 'zhong-wj', 'tan-xl', 'feng-jy'],
  ];
  const sorted = [...everybody].sort();

  test.each<readonly [string, readonly string[], Refused]>([
    [
      'must be said where there are several',
      [],
      {
        code: 2,
        en: `It is not clear whose ledger is meant. Please name the liaison judge, for example --judge chen-jh; the choices are: ${sorted.join(', ')}.`,
        zh: `不知道是哪位联系法官的台账。请用 --judge 写明，如 --judge chen-jh；可选：${sorted.join('、')}。`,
      },
    ],
    [
      'must be one of the roster’s',
      ['--judge', 'li-mni'],
      {
        code: 2,
        en: `The roster has no liaison judge “li-mni”. The choices are: ${everybody.join(', ')}. Did you mean “li-min”?`,
        zh: `挂点名册里没有联系法官“li-mni”。可选：${everybody.join('、')}。是不是“li-min”？`,
      },
    ],
    [
      'is never a posted judge’s',
      ['--judge', '陈国安'],
      {
        code: 2,
        en: '陈国安 is a posted judge and keeps no ledger. Please write the id or name of a liaison judge.',
        zh: '陈国安是挂点法官，不登记台账。请写联系法官的代号或姓名。',
      },
    ],
  ])('%s', async (_name, judge, refused) => {
    await expectRefused(await sandbox('sample'), ['visit', 'add', ...judge, ...VISIT], refused);
  });
});

test('control and bidirectional characters from what was typed are shown, not obeyed', async () => {
  const box = await ownWorkspace();
  const ran = await box.run(['visit', 'add', ...flags({ '--village': '马\u202e山\u200b' })]);
  expect(ran.stdout).toContain('Saved: visit 太平镇 马<U+202E>山<U+200B>, 12 Sep (id 0001).');
  expect(ran.stdout + ran.stderr).not.toMatch(/[\u202e\u200b]/u);
});
