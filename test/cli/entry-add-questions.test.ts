import { describe, expect, test } from 'vitest';
import type { Answer } from '../support/environment.ts';
import { sandbox } from '../support/sandbox.ts';
import { flags, LEDGER, ownWorkspace, VISIT } from './workspaces.ts';

/** One answer a question, in the order of the form, and `save` at the review. */
const ANSWERS: readonly string[] = [
  ...[
    '2024-09-12',
    '太平镇',
    '马山社区',
    'visit',
    '社区干部',
    '李敏',
    '圩镇排水渠堵塞，两户邻居争执',
    '',
    '',
    '',
  ],
  'save',
];

const LABELS = {
  en: [
    'date',
    'town',
    'village (leave empty where only the town itself was visited)',
    'form',
    'people met (may be left empty, just press Enter)',
    'participants (may be left empty, just press Enter)',
    'findings',
    'notice of litigation (only what may be made public; nothing of the court’s deliberations)',
    'handling (may be left empty, just press Enter)',
    'reported on (leave empty where not yet reported)',
    'All of the above',
  ],
  zh: [
    '日期',
    '挂点镇',
    '村（社区）（只到镇里的，留空）',
    '方式',
    '走访（座谈）对象（可不填，直接回车）',
    '参加人员（可不填，直接回车）',
    '社情民意及矛盾纠纷情况',
    '通报涉诉纠纷情况（只通报可公开的涉诉信息，不写合议、审委会讨论情况）',
    '处理（转办）情况（可不填，直接回车）',
    '报告联系领导日期（尚未报告的，留空）',
    '以上内容',
  ],
};

/** The answers up to one question, and Ctrl-C there. */
function interruptedAt(answers: readonly Answer[], question: number): readonly Answer[] {
  return [...answers.slice(0, question), { interrupt: true }];
}

describe('adding by questions', () => {
  test('asks what is required or usual, shows everything, and saves', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add'], { answers: ANSWERS });
    expect(ran.asked.map(({ message }) => message)).toEqual(LABELS.en);
    expect(ran).toMatchObject({
      code: 0,
      stdout:
        'Saved: visit 太平镇 马山社区, 12 Sep (id 0001). 4 visits this quarter, the quota is met. ' +
        'Next: tell the contact leader, then note the day (visit report 0001).\n',
      stderr: [
        '',
        'date          2024-09-12',
        'town          太平镇',
        'village       马山社区',
        'form          visit',
        'people met    社区干部',
        'participants  李敏',
        'findings      圩镇排水渠堵塞，两户邻居争执',
        '',
        '',
      ].join('\n'),
    });
    const written: unknown = JSON.parse(await box.read(LEDGER));
    expect(written).toHaveProperty('entries.37.met', '社区干部');
    expect(written).not.toHaveProperty('entries.37.handling');
  });

  test('in Chinese', async () => {
    const box = await ownWorkspace();
    const answers = ANSWERS.map((answer) => (answer === 'visit' ? '走访' : answer));
    const ran = await box.run(['visit', 'add', '--lang', 'zh'], { answers });
    expect(ran.asked.map(({ message }) => message)).toEqual(LABELS.zh);
    expect(ran.stdout).toMatch(/^已保存：9月12日走访太平镇马山社区（编号 0001）。本季已走访4次，已达标。/u);
    expect(ran.stderr).toContain('走访（座谈）对象        社区干部\n');
  });

  test('asks first whose ledger it is, where there are several', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'add'], { answers: ['li-min', ...ANSWERS] });
    expect(ran.asked[0]?.message).toBe('Which liaison judge?');
    expect(ran.asked[0]?.options).toContain('tan-xl');
    expect(ran.code).toBe(0);
  });

  test('asks only for what no flag said', async () => {
    const box = await ownWorkspace();
    const answers = ['马山社区', 'visit', '', '', '内容', '', '', '', 'save'];
    const ran = await box.run(['visit', 'add', '--date', '9-12', '--town', '太平镇'], { answers });
    expect(ran.asked[0]?.message).toBe(LABELS.en[2]);
    expect(ran.code).toBe(0);
  });

  test('asks nothing where every required flag is there', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...VISIT], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [], stderr: '' });
  });

  test.each(['--no-input', '--json'])('asks nothing with %s', async (option) => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', option], { answers: ANSWERS });
    expect(ran).toMatchObject({ code: 2, asked: [] });
    expect(ran.stderr).toContain('--date is missing');
  });

  test('a bad answer is asked again, with what is expected', async () => {
    const box = await ownWorkspace();
    const [, ...rest] = ANSWERS;
    const answers = ['', '2024-02-30', '2024-09-19', '24-9-12', '9月12日', ...rest];
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.code).toBe(0);
    expect(ran.asked.slice(0, 8).map(({ message }) => message)).toEqual([
      'date',
      '“date” must be filled in',
      'date',
      '“2024-02-30”: the calendar has no such day. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
      'date',
      '2024-09-19 has not come yet (today is 2024-09-18). Please check the day; only what has happened can be entered.',
      'date',
      '“24-9-12” has a year of two digits only. It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday.',
    ]);
  });
});

describe('places', () => {
  test('the judge’s own town comes first, then the others in the roster’s order', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add'], { answers: ANSWERS });
    expect(ran.asked[1]?.options.slice(0, 3)).toEqual(['太平镇', '新城镇', '车岗镇']);
    expect(ran.asked[1]?.options).toHaveLength(12);
  });

  test('villages of the town are offered behind the town itself', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add'], { answers: ANSWERS });
    expect(ran.asked[2]?.options[0]).toBe('');
    expect(ran.asked[2]?.options).toHaveLength(20);
    expect(ran.asked[2]?.options).toContain('禤村村');
  });

  test('a village is found by a part of its name', async () => {
    const box = await ownWorkspace();
    const answers = ANSWERS.map((answer) => (answer === '马山社区' ? '禤村村' : answer));
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.stdout).toContain('visit 太平镇 禤村村');
  });

  test('a village that the roster lacks may be typed, and is asked about before saving', async () => {
    const box = await ownWorkspace();
    const answers = ANSWERS.map((answer) => (answer === '马山社区' ? '新村' : answer));
    const ran = await box.run(['visit', 'add'], { answers: [...answers, 'save'] });
    expect(ran.asked.at(-1)).toEqual({
      message: 'Save it all the same?',
      options: ['save', 'change', 'drop'],
    });
    expect(ran.stderr).toContain('On the roster 太平镇 has no “新村”.');
    expect(ran).toMatchObject({ code: 0 });
    expect(await box.read(LEDGER)).toContain('"village": "新村"');
  });

  test('the town itself needs no village', async () => {
    const box = await ownWorkspace();
    const answers = ANSWERS.map((answer) => (answer === '马山社区' ? '' : answer));
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.stdout).toContain('Saved: visit 太平镇, 12 Sep (id 0001).');
  });
});

describe('the review', () => {
  const asked = ANSWERS.slice(0, -1);

  test('one field can be changed, and everything is shown again', async () => {
    const box = await ownWorkspace();
    const answers = [...asked, 'change', 'form', 'talk', 'save'];
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.asked.slice(-4).map(({ message }) => message)).toEqual([
      'All of the above',
      'Which one?',
      'form',
      'All of the above',
    ]);
    expect(ran.stderr).toContain('form          visit\n');
    expect(ran.stderr).toContain('form          talk\n');
    expect(await box.read(LEDGER)).toMatch(
      /"village": "马山社区",\n\s+"form": "talk",\n\s+"met": "社区干部"/u,
    );
  });

  test('a field that does not apply is not offered; one that applies now is', async () => {
    const box = await ownWorkspace();
    const answers = [...asked, 'change', 'source', 'told by a department', 'change', 'note', '同行', 'save'];
    const ran = await box.run(['visit', 'add'], { answers });
    const offered = ran.asked.filter(({ message }) => message === 'Which one?').map(({ options }) => options);
    expect(offered[0]).not.toContain('sourceDepartment');
    expect(offered[1]).toContain('sourceDepartment');
    expect(ran.code).toBe(0);
  });

  test('answers that contradict each other are told and can be put right; nothing has to be typed again', async () => {
    const box = await ownWorkspace();
    const answers = [
      ...asked.slice(0, -1),
      '2024-09-11',
      'save',
      'change',
      'reportedOn',
      '2024-09-13',
      'save',
    ];
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.stderr).toContain(
      '--reported-on: “reported on” 2024-09-11 is before “date” 2024-09-12. Please check the two days.\n',
    );
    expect(ran.code).toBe(0);
    expect(await box.read(LEDGER)).toContain('"reportedOn": "2024-09-13"');
  });

  test.each([
    ['en', 'Cancelled, nothing was saved.'],
    ['zh', '已取消，没有保存。'],
  ])('dropping saves nothing (%s)', async (language, words) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const answers = [...asked, 'drop'].map((answer) =>
      language === 'zh' && answer === 'visit' ? '走访' : answer,
    );
    const ran = await box.run(['visit', 'add', '--lang', language], { answers });
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(ran.stderr.endsWith(`\n${words}\n`)).toBe(true);
    expect(await box.files()).toEqual(before);
  });
});

describe('Ctrl-C', () => {
  test.each(ANSWERS.map((_, index) => index))('at question %i: nothing is saved', async (question) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'add'], { answers: interruptedAt(ANSWERS, question) });
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(ran.asked).toHaveLength(question + 1);
    expect(ran.stderr.endsWith('Cancelled, nothing was saved.\n')).toBe(true);
    expect(await box.files()).toEqual(before);
  });

  test('at the question whose ledger it is', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run(['visit', 'add'], { answers: [{ interrupt: true }] });
    expect(ran.code).toBe(130);
    expect(await box.files()).toEqual(before);
  });
});

describe('a likely twin', () => {
  const twin = flags({ '--findings': '圩镇排水渠堵塞，两户邻居发生争执' });
  const words =
    'It is much like visit-240912-0001: the same day, the same place, similar text. It may be written twice. If there really were two, save it all the same.';

  test.each([
    ['save', 0],
    ['drop', 130],
  ])('is asked about on a terminal: %s', async (answer, code) => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const before = await box.files();
    const ran = await box.run(['visit', 'add', ...twin], { answers: [answer] });
    expect(ran.asked).toEqual([{ message: 'Save it all the same?', options: ['save', 'change', 'drop'] }]);
    expect(ran.stderr).toContain(words);
    expect(ran.stderr).not.toContain('visit-240912-0002');
    expect(ran.code).toBe(code);
    if (code === 0) expect(await box.files()).not.toEqual(before);
    else expect(await box.files()).toEqual(before);
  });

  test('is not asked about with --yes', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const ran = await box.run(['visit', 'add', ...twin, '--yes'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [], stderr: `warning: visit-240912-0002: ${words}\n` });
  });

  test('is listed where nobody can be asked', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const ran = await box.run(['visit', 'add', ...twin]);
    expect(ran).toMatchObject({ code: 0, stderr: `warning: visit-240912-0002: ${words}\n` });
  });

  test('nothing that was answered is lost: it can be changed first', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const asked = ANSWERS.slice(0, -1).map((answer) =>
      answer.startsWith('圩镇') ? '圩镇排水渠堵塞，邻居争执' : answer,
    );
    const answers = [...asked, 'save', 'change', 'change', 'village', '禤村村', 'save'];
    const ran = await box.run(['visit', 'add'], { answers });
    expect(ran.asked.slice(-5).map(({ message }) => message)).toEqual([
      'Save it all the same?',
      'All of the above',
      'Which one?',
      'village (leave empty where only the town itself was visited)',
      'All of the above',
    ]);
    expect(ran.code).toBe(0);
    expect(await box.read(LEDGER)).toContain('"findings": "圩镇排水渠堵塞，邻居争执"');
  });

  test('typed in one line it can be changed too, and Ctrl-C saves nothing', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'add', ...VISIT]);
    const before = await box.files();
    const ran = await box.run(['visit', 'add', ...twin], { answers: ['change', { interrupt: true }] });
    expect(ran.asked.map(({ message }) => message)).toEqual(['Save it all the same?', 'All of the above']);
    expect(ran.code).toBe(130);
    expect(await box.files()).toEqual(before);
  });
});
