import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/render/width.ts';
import { componentsIn, foldedLines } from '../documents/ics.ts';
import type { Sandbox } from '../support/sandbox.ts';
import {
  agendaWorkspace,
  ENTRIES,
  ledgerText,
  LI,
  officeWorkspace,
  rosterText,
  WANG,
} from './agenda-workspaces.ts';
import { expectRefused, inside, type Refused } from './workspaces.ts';

const TODAY = ['--today', '2024-09-18'];

/** What `ledger agenda` prints, line by line. */
async function printed(box: Sandbox, ...argv: readonly string[]): Promise<readonly string[]> {
  const ran = await box.run(['agenda', ...TODAY, ...argv]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout.trimEnd().split('\n');
}

/** The clocks and days of `agenda --json`. */
async function items(box: Sandbox, ...argv: readonly string[]): Promise<unknown> {
  const ran = await box.run(['agenda', ...argv, '--json']);
  expect(ran.stderr).toBe('');
  return inside(ran.json(), 'items');
}

describe('of one judge', () => {
  test('in Chinese, the most urgent first', async () => {
    expect(await printed(await agendaWorkspace(), '--lang', 'zh')).toEqual([
      '李敏的待办和期限（今天9月18日 周三）',
      '',
      '已超期2项',
      '  8月30日 周五  超期19天  化解矛盾纠纷：排查太平镇马山社区邻里纠纷（d1d1）',
      '  9月9日 周一   超期9天   报告联系领导走访情况：座谈太平镇（c3d4）',
      '',
      '今天到期2项',
      '  9月18日 周三  今天      决定是否受理司法确认申请：太平镇合同纠纷司法确认（f2f2）',
      '  9月18日 周三  今天      报告联系领导走访情况：走访太平镇禤村村（7kq2）',
      '',
      '7日内到期2项',
      '  9月20日 周五  还有2天   报送2024年第三季度台账、报表',
      '  9月21日 周六  还有3天   反馈联系事项办理结果：镇转法院太平镇联系事项（m1m1）',
      '                          注：9月21日为周六，请于9月20日前办好',
      '',
      '30日内到期4项',
      '  9月29日 周日  还有11天  答复代表委员意见建议：联系太平镇人大代表（g1g1）',
      '                          注：9月29日为周日，调休上班',
      '  9月30日 周一  还有12天  申请司法确认：太平镇邻里纠纷司法确认（f1f1）',
      '  9月30日 周一  还有12天  还差1次走访：太平镇',
      '  10月8日 周二  还有20天  办结委派（委托）调解：太平镇立案前委派调解：民间借贷纠纷（e1e1）',
      '                          注：未填材料签收日期，自委派（委托）之日起算',
      '',
      '已到预警日1项',
      '  11月8日 周五  还有51天  审结司法确认案件：太平镇合同纠纷司法确认（f3f3）',
      '',
      '共11项，其中已超期2项。办好一项登记一项，如第一项（ledger dispute edit d1d1）。',
    ]);
  });

  test('in English', async () => {
    expect(await printed(await agendaWorkspace())).toEqual([
      'Agenda of 李敏 (today is Wednesday, 18 Sep)',
      '',
      'Overdue: 2',
      '  Fri 30 Aug  19 days late  settle the dispute: dispute in 太平镇 马山社区 neighbours',
      '                            (d1d1)',
      '  Mon 9 Sep   9 days late   tell the contact leader of the visit: talk 太平镇 (c3d4)',
      '',
      'Due today: 2',
      '  Wed 18 Sep  today         decide whether to accept the application: 太平镇 contracts',
      '                            confirmation (f2f2)',
      '  Wed 18 Sep  today         tell the contact leader of the visit: visit 太平镇 禤村村',
      '                            (7kq2)',
      '',
      'Due within 7 days: 2',
      '  Fri 20 Sep  2 days left   hand in the ledgers and reports of 2024Q3',
      '  Sat 21 Sep  3 days left   reply to the matter: town to court 太平镇 matter (m1m1)',
      '                            note: 21 Sep is a Saturday: please do it by 20 Sep',
      '',
      'Due within 30 days: 4',
      '  Sun 29 Sep  11 days left  answer the deputy: 太平镇 congress deputy (g1g1)',
      '                            note: 29 Sep is a working Sunday',
      '  Mon 30 Sep  12 days left  apply for confirmation: 太平镇 neighbours confirmation (f1f1)',
      '  Mon 30 Sep  12 days left  1 visit still to go: 太平镇',
      '  Tue 8 Oct   20 days left  finish the mediation: 太平镇 before filing mediation: 民间借贷',
      '                            纠纷 (e1e1)',
      '                            note: counted from the delegation: no day of signature',
      '',
      'Early warnings: 1',
      '  Fri 8 Nov   51 days left  finish the review: 太平镇 contracts confirmation (f3f3)',
      '',
      '11 items, 2 overdue. When one is done, note it; the first by: ledger dispute edit d1d1.',
    ]);
  });

  test('the command that it names notes the first item, which is then gone', async () => {
    const box = await agendaWorkspace(ENTRIES.filter(({ kind }) => kind === 'visit'));
    const lines = await printed(box);
    expect(lines.at(-1)).toBe(
      '4 items, 1 overdue. When one is done, note it; the first by: ledger visit report c3d4.',
    );
    await box.run(['visit', 'report', 'c3d4', ...TODAY]);
    const after = await printed(box);
    expect(after.join('\n')).not.toContain('c3d4');
    expect(after.at(-1)).toContain('ledger visit report 7kq2.');
  });

  test('is never wider than 90 columns', async () => {
    for (const language of ['zh', 'en']) {
      const lines = await printed(await officeWorkspace(), '--debug', '--lang', language);
      expect(lines.filter((line) => displayWidth(line) > 90)).toEqual([]);
    }
  });

  test('no name of a party is in it, whatever is asked', async () => {
    const box = await agendaWorkspace();
    for (const argv of [['--debug'], ['--json'], ['--lang', 'zh', '--ics', 'a.ics']])
      expect((await box.run(['agenda', ...TODAY, '--days', '366', ...argv])).stdout).not.toMatch(
        /梁某|陈某|黄某|区某|伍某|苏某/u,
      );
    expect(await box.read('a.ics')).not.toMatch(/梁某|陈某|黄某|区某|伍某|苏某/u);
  });

  test('a day of another year has its year', async () => {
    const box = await agendaWorkspace([{ ...ENTRIES[5], dueOn: '2023-12-29', foundOn: '2023-12-01' }]);
    expect((await printed(box, '--lang', 'zh'))[3]).toMatch(/^ {2}2023年12月29日 周五 {2}超期264天 /u);
    expect((await printed(box))[3]).toMatch(/^ {2}Fri 29 Dec 2023 {2}264 days late /);
  });
});

describe('nothing to do is one line', () => {
  const QUIET = [
    [
      { ...ENTRIES[0], id: 'v-1' },
      { ...ENTRIES[0], id: 'v-2', date: '2024-07-02', reportedOn: '2024-07-02' },
    ],
    { ...ENTRIES[0], id: 'v-3', date: '2024-09-02', reportedOn: '2024-09-02' },
  ].flat();
  const MARK = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: '2024-09-17T10:00:00+08:00' };

  test.each([
    ['zh', [], '李敏的待办和期限（今天9月18日 周三）：没有超期的，30日内也没有到期的。'],
    ['zh', ['--days', '0'], '李敏的待办和期限（今天9月18日 周三）：没有超期的，今天也没有到期的。'],
    [
      'en',
      [],
      'Agenda of 李敏 (today is Wednesday, 18 Sep): Nothing is overdue, and nothing is due within 30 days.',
    ],
    [
      'en',
      ['--days', '1'],
      'Agenda of 李敏 (today is Wednesday, 18 Sep): Nothing is overdue, and nothing is due within 1 day.',
    ],
  ] as const)('in %s, with %j', async (language, argv, line) => {
    const box = await agendaWorkspace(QUIET, { submissions: [MARK] });
    expect(await printed(box, '--lang', language, ...argv)).toEqual([line]);
  });

  test('and no calendar, which would have no event', async () => {
    const box = await agendaWorkspace(QUIET, { submissions: [MARK] });
    const before = await box.files();
    expect((await printed(box, '--ics', 'a.ics', '--lang', 'zh')).at(-1)).toBe(
      '没有待办，没有生成日历文件。',
    );
    expect((await printed(box, '--ics', 'a.ics')).at(-1)).toBe(
      'There is nothing to do, so no calendar file was made.',
    );
    expect(await box.files()).toEqual(before);
  });

  test('without any ledger it says that', async () => {
    const box = await agendaWorkspace();
    await box.remove('ledgers/li-min.json');
    const ran = await box.run(['agenda', ...TODAY]);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr).toMatch(/^warning: /);
  });
});

describe('of the office', () => {
  test('each line says whose it is', async () => {
    const lines = await printed(await officeWorkspace(), '--lang', 'zh', '--days', '7');
    expect(lines).toEqual([
      '全部联系法官的待办和期限（今天9月18日 周三）',
      '',
      '已超期2项',
      '  8月30日 周五  超期19天  李敏  化解矛盾纠纷：排查太平镇马山社区邻里纠纷（d1d1）',
      '  9月9日 周一   超期9天   李敏  报告联系领导走访情况：座谈太平镇（c3d4）',
      '',
      '今天到期2项',
      '  9月18日 周三  今天      李敏  决定是否受理司法确认申请：太平镇合同纠纷司法确认（f2f2）',
      '  9月18日 周三  今天      李敏  报告联系领导走访情况：走访太平镇禤村村（7kq2）',
      '',
      '7日内到期3项',
      '  9月20日 周五  还有2天   李敏  报送2024年第三季度台账、报表',
      '  9月21日 周六  还有3天   李敏  反馈联系事项办理结果：镇转法院太平镇联系事项（m1m1）',
      '                                注：9月21日为周六，请于9月20日前办好',
      '  9月23日 周一  还有5天   王浩  报告联系领导走访情况：走访大江镇（visit-w-2）',
      '',
      '已到预警日1项',
      '  11月8日 周五  还有51天  李敏  审结司法确认案件：太平镇合同纠纷司法确认（f3f3）',
      '',
      '共8项，其中已超期2项。只看一位联系法官的，加 --judge。',
    ]);
  });

  test('all who have not handed in share a line', async () => {
    const box = await officeWorkspace();
    await box.write('ledgers/wang-hao.json', ledgerText(WANG, []));
    const zh = await printed(box, '--lang', 'zh', '--days', '7');
    expect(zh).toContain('  9月20日 周五  还有2天   2人   报送2024年第三季度台账、报表：李敏、王浩');
    expect(zh).toContain('7日内到期3项');
    const en = await printed(box, '--days', '7');
    expect(en.join('\n')).toContain(
      ['  2 judges  hand in the ledgers and reports of 2024Q3: 李敏,', `${' '.repeat(38)}王浩`].join('\n'),
    );
  });

  test('but those of another quarter do not', async () => {
    const lines = await printed(await officeWorkspace(), '--lang', 'zh', '--days', '100');
    expect(lines.filter((line) => line.includes('报送'))).toEqual([
      '  9月20日 周五   还有2天   李敏  报送2024年第三季度台账、报表',
      '  12月20日 周五  还有93天  2人   报送2024年第四季度台账、报表：李敏、王浩',
    ]);
  });

  test('one judge of several: the command says whose ledger is meant', async () => {
    const box = await officeWorkspace();
    expect(await printed(box, '--judge', '王浩', '--lang', 'zh')).toEqual([
      '王浩的待办和期限（今天9月18日 周三）',
      '',
      '7日内到期1项',
      '  9月23日 周一  还有5天  报告联系领导走访情况：走访大江镇（visit-w-2）',
      '',
      '共1项。办好一项登记一项，如第一项（ledger visit report visit-w-2 --judge wang-hao）。',
    ]);
  });

  test('a ledger that can’t be read is named, the others are listed, and the exit code says so', async () => {
    const box = await officeWorkspace();
    await box.write('ledgers/wang-hao.json', '');
    const ran = await box.run(['agenda', ...TODAY]);
    expect(ran.code).toBe(7);
    expect(ran.stdout).toContain('(d1d1)');
    expect(ran.stderr).toMatch(/^error: ledgers\/wang-hao\.json: The file is empty\./);
  });
});

describe('a town that was shared', () => {
  test('counts the visits of a colleague whose ledger is here, also where one judge is asked about', async () => {
    const box = await officeWorkspace();
    const roster = rosterText().replace('"town":"大江镇"', '"town":"太平镇"');
    await box.write('roster.json', roster);
    const visits = [{ ...ENTRIES[0], id: 'visit-w-9', date: '2024-07-09', reportedOn: '2024-07-09' }];
    await box.write('ledgers/wang-hao.json', ledgerText(WANG, visits));
    expect((await printed(box, '--judge', 'li-min')).join('\n')).not.toContain('still to go');
    await box.remove('ledgers/wang-hao.json');
    expect(await printed(box, '--lang', 'zh')).toEqual(
      expect.arrayContaining([
        '  9月30日 周一  还有12天  还差1次走访：太平镇',
        '                          注：本镇另有联系法官的台账未报，次数可能不全',
      ]),
    );
  });
});

describe('the day of submission', () => {
  const on = async (today: string, rules: Readonly<Record<string, unknown>>, language: string) => {
    const box = await agendaWorkspace([]);
    await box.write('roster.json', rosterText(rules));
    const ran = await box.run(['agenda', '--today', today, '--days', '20', '--lang', language], {
      now: '2026-12-01T02:00:00Z',
    });
    return ran.stdout.split('\n').filter((line) => /报送|hand in|注：|note: | Saturday$/u.test(line));
  };

  test('on a Saturday is not moved, and that is said', async () => {
    expect(await on('2025-09-10', {}, 'zh')).toEqual([
      '  9月20日 周六  还有10天  报送2025年第三季度台账、报表',
      '                          注：9月20日为周六，请于9月19日前报送',
    ]);
    expect(await on('2025-09-10', {}, 'en')).toEqual([
      '  Sat 20 Sep  10 days left  hand in the ledgers and reports of 2025Q3',
      '                            note: 20 Sep is a Saturday: please hand it in by 19 Sep',
    ]);
  });

  test('names no working day that is over', async () => {
    expect(await on('2025-09-20', {}, 'zh')).toEqual([
      '  9月20日 周六  今天      报送2025年第三季度台账、报表',
      '                          注：9月20日为周六',
    ]);
  });

  test('says nothing of the day once it is late', async () => {
    expect(await on('2025-09-22', {}, 'zh')).toEqual([
      '  9月20日 周六  超期2天  报送2025年第三季度台账、报表',
    ]);
  });

  test('is moved where the rules say so, and that is said', async () => {
    expect(await on('2025-09-10', { dueDayShift: 'previous' }, 'zh')).toEqual([
      '  9月19日 周五  还有9天   报送2025年第三季度台账、报表',
      '                          注：9月20日为周六，按名册规则提前至9月19日',
    ]);
    expect(await on('2025-09-10', { dueDayShift: 'next' }, 'zh')).toEqual([
      '  9月22日 周一  还有12天  报送2025年第三季度台账、报表',
      '                          注：9月20日为周六，按名册规则顺延至9月22日',
    ]);
    expect(await on('2025-09-10', { dueDayShift: 'next' }, 'en')).toEqual([
      '  Mon 22 Sep  12 days left  hand in the ledgers and reports of 2025Q3',
      '                            note: moved to 22 Sep by the roster’s rules: 20 Sep is a',
      '                            Saturday',
    ]);
  });

  test('on a Sunday that is worked is no rest day', async () => {
    expect(await on('2026-09-10', {}, 'zh')).toEqual([
      '  9月20日 周日  还有10天  报送2026年第三季度台账、报表',
      '                          注：9月20日为周日，调休上班',
    ]);
  });

  test('on a holiday says that it is one', async () => {
    expect(await on('2025-05-26', { dueDay: 2 }, 'zh')).toEqual([
      '  6月2日 周一  还有7天  报送2025年第二季度台账、报表',
      '                        注：6月2日为周一，放假，请于5月30日前报送',
    ]);
  });
});

test('--debug tells what each day rests on', async () => {
  const lines = await printed(await agendaWorkspace(), '--debug', '--lang', 'zh');
  expect(lines.filter((line) => line.includes('依据：'))).toHaveLength(11);
  expect(lines).toEqual(
    expect.arrayContaining([
      '  9月20日 周五  还有2天   报送2024年第三季度台账、报表',
      '                          依据：实施细则三（二）',
      '                          依据：法释〔2011〕5号第四条：收到申请后三日内',
    ]),
  );
});

test('as JSON', async () => {
  const box = await agendaWorkspace(ENTRIES.filter(({ kind }) => kind === 'visit' || kind === 'matter'));
  const ran = await box.run(['agenda', ...TODAY, '--lang', 'zh', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.json()).toEqual({
    schemaVersion: 1,
    items: [
      {
        due: '2024-09-09',
        clock: 'visitReport',
        kind: 'visit',
        entry: 'visit-240902-c3d4',
        judge: 'li-min',
        what: '报告联系领导走访情况',
        overdue: true,
        basis: '实施细则二（二）2',
      },
      {
        due: '2024-09-18',
        clock: 'visitReport',
        kind: 'visit',
        entry: 'visit-240910-7kq2',
        judge: 'li-min',
        what: '报告联系领导走访情况',
        overdue: false,
        basis: '实施细则二（二）2',
      },
      {
        due: '2024-09-20',
        clock: 'submission',
        judge: 'li-min',
        what: '报送2024年第三季度台账、报表',
        overdue: false,
        basis: '实施细则三（二）',
      },
      {
        due: '2024-09-21',
        clock: 'matterDue',
        kind: 'matter',
        entry: 'matter-240828-m1m1',
        judge: 'li-min',
        what: '反馈联系事项办理结果',
        overdue: false,
        basis: '实施细则二（二）1、三（三）2',
        note: '9月21日为周六，请于9月20日前办好',
      },
      {
        due: '2024-09-30',
        clock: 'quota',
        town: '太平镇',
        judge: 'li-min',
        what: '还差1次走访：太平镇',
        overdue: false,
        basis: '实施细则二（二）2：每季不少于3次',
      },
    ],
  });
});

test('as JSON, without a town where visits are counted by judge', async () => {
  const box = await agendaWorkspace([]);
  await box.write('roster.json', rosterText({ quotaPer: 'judge' }));
  const found = await items(box, ...TODAY, '--lang', 'zh');
  expect(found).toMatchObject([{ clock: 'submission' }, { clock: 'quota', what: '还差3次走访' }]);
  expect(inside(found, 1)).not.toHaveProperty('town');
});

describe('--days', () => {
  test.each([
    [['--days', '0'], 5],
    [['--days', '3'], 7],
    [['--days=７'], 7],
    [[], 11],
    [['--days', '366'], 14],
  ])('%j lists %i', async (argv, count) => {
    expect(await items(await agendaWorkspace(), ...TODAY, ...argv)).toHaveLength(count);
  });

  test('fewer than a week have one group, not two', async () => {
    const lines = await printed(await agendaWorkspace(), '--days', '3', '--lang', 'zh');
    expect(lines.filter((line) => line.includes('到期'))).toEqual(['今天到期2项', '3日内到期2项']);
  });

  test.each(['367', '-1', 'x', '', '1.5', '1000'])('“%s” is refused', async (typed) => {
    const box = await agendaWorkspace();
    await expectRefused(box, ['agenda', `--days=${typed}`], {
      code: 2,
      en: `--days: “${typed}” does not fit here. It should be a whole number from 0 to 366.`,
      zh: `--days：“${typed}”不合要求。应为0至366的整数。`,
    });
  });
});

describe('a year whose holidays are not known', () => {
  const VISITS = [{ ...ENTRIES[1], id: 'visit-270301-a1a1', date: '2027-03-01' }];
  const in2027 = { now: '2027-03-02T02:00:00Z' };

  test('is named once', async () => {
    const box = await agendaWorkspace(VISITS);
    const ran = await box.run(['agenda', '--lang', 'zh'], in2027);
    expect(ran).toMatchObject({
      code: 0,
      stderr:
        '提醒：2027年放假安排未载入，仅按周末顺延。请研究室把放假安排写进工作文件夹的 holidays.json。\n',
    });
    const json = await box.run(['agenda', '--json'], in2027);
    expect(json.json()).toMatchObject({ warnings: [{ code: 'holidays-unknown', severity: 'warning' }] });
    const shown = await box.run(['visit', 'show', 'a1a1', '--lang', 'zh'], in2027);
    expect(shown.stderr).toMatch(/^提醒：2027年放假安排未载入/u);
  });

  test('is known once the workspace says them', async () => {
    const box = await agendaWorkspace(VISITS);
    const own = { format: 'liaison-holidays/1', years: ['2027'], off: ['2027-03-08'], worked: [] };
    await box.write('holidays.json', JSON.stringify(own));
    const ran = await box.run(['agenda', '--json'], in2027);
    expect(ran.json()).toMatchObject({ items: [{ clock: 'visitReport', due: '2027-03-09' }, {}, {}] });
    expect(ran.json()).not.toHaveProperty('warnings');
    expect((await box.run(['agenda'], in2027)).stderr).toBe('');
  });

  test('damaged holidays are refused with their line', async () => {
    const box = await agendaWorkspace();
    await box.write(
      'holidays.json',
      '{\n  "format": "liaison-holidays/1",\n  "years": ["2027"],\n  "off": ["2027-02-30"],\n  "worked": []\n}\n',
    );
    await expectRefused(box, ['agenda', ...TODAY], {
      code: 3,
      en: 'holidays.json line 4 column 11: The value of “off” is wrong: here is text of 10 characters. It should be a day, such as "2024-07-03".',
      zh: 'holidays.json 第4行第11列：“off”的值不对，这里是10个字符的文字。应为日期，如 "2024-07-03"。',
    });
  });
});

describe('--ics', () => {
  const made = async (box: Sandbox, file: string) => componentsIn(Buffer.from(await box.read(file)));

  test('writes a day for each item, in the language of the screen', async () => {
    const box = await agendaWorkspace();
    const lines = await printed(box, '--ics', 'agenda.ics', '--lang', 'zh');
    expect(lines.at(-1)).toBe('已生成日历文件：agenda.ics（11项，可导入手机或电脑的日历）。');
    const { calendar, events } = await made(box, 'agenda.ics');
    expect(calendar).toEqual({ VERSION: '2.0', PRODID: '-//liaison-ledger//agenda//ZH' });
    expect(events).toHaveLength(11);
    expect(events[1]).toMatchObject({
      UID: 'li-min.visitReport.visit-240902-c3d4@liaison-ledger',
      'DTSTART;VALUE=DATE': '20240909',
      SUMMARY: '报告联系领导走访情况：座谈太平镇',
      DESCRIPTION: '依据：实施细则二（二）2\\nvisit-240902-c3d4',
    });
    expect(events[5]).toMatchObject({
      SUMMARY: '反馈联系事项办理结果：镇转法院太平镇联系事项',
      DESCRIPTION:
        '依据：实施细则二（二）1、三（三）2\\n9月21日为周六，请于9月20日前办好\\nmatter-240828-m1m1',
    });
  });

  test('of several judges says whose each is', async () => {
    const box = await officeWorkspace();
    await printed(box, '--ics', 'all.ics', '--lang', 'zh');
    const { events } = await made(box, 'all.ics');
    expect(events[0]?.['SUMMARY']).toBe('李敏：化解矛盾纠纷：排查太平镇马山社区邻里纠纷');
  });

  test('has the same bytes in every run, on other days the same UIDs, and no line over 75 octets', async () => {
    const box = await officeWorkspace();
    await printed(box, '--ics', 'one.ics');
    await box.run(['agenda', ...TODAY, '--ics', 'two.ics'], { now: '2025-01-01T23:59:59Z' });
    expect(await box.read('two.ics')).toBe(await box.read('one.ics'));
    await box.run(['agenda', '--today', '2024-09-19', '--ics', 'three.ics']);
    const uids = async (file: string) => (await made(box, file)).events.map((event) => event['UID']);
    expect(await uids('three.ics')).toEqual(await uids('one.ics'));
    expect(new Set(await uids('one.ics')).size).toBe(12);
    for (const line of foldedLines(Buffer.from(await box.read('one.ics'))))
      expect(line.byteLength).toBeLessThanOrEqual(75);
  });

  test('replaces what it made, and by --force what it did not', async () => {
    const box = await agendaWorkspace();
    await printed(box, '--ics', 'a.ics');
    await box.run(['agenda', '--today', '2024-09-20', '--ics', 'a.ics']);
    const ours = await box.read('a.ics');
    await box.write('a.ics', `${ours} `);
    const refused: Refused = {
      code: 5,
      en: 'a.ics: Somebody has changed this file since it was made; it was not overwritten. Please save the changed file under another name first; to overwrite it all the same, add --force.',
      zh: 'a.ics：这个文件在生成之后被人改过，没有覆盖。请先另存改过的文件；确实要覆盖的，加 --force。',
    };
    await expectRefused(box, ['agenda', '--today', '2024-09-19', '--ics', 'a.ics'], refused);
    await box.write('notes.ics', 'mine');
    expect((await box.run(['agenda', ...TODAY, '--ics', 'notes.ics'])).code).toBe(5);
    expect(await box.read('notes.ics')).toBe('mine');
    expect((await box.run(['agenda', ...TODAY, '--ics', 'notes.ics', '--force'])).code).toBe(0);
    expect((await made(box, 'notes.ics')).events).toHaveLength(11);
  });

  test('a dry run says what it would make and writes nothing; JSON names the file', async () => {
    const box = await agendaWorkspace();
    const before = await box.files();
    expect((await printed(box, '--ics', 'a.ics', '--dry-run', '--lang', 'zh')).at(-1)).toBe(
      '演示，没有写入。正式运行时：已生成日历文件：a.ics（11项，可导入手机或电脑的日历）。',
    );
    expect(await box.files()).toEqual(before);
    const ran = await box.run(['agenda', ...TODAY, '--ics', 'calendars/a.ics', '--json']);
    expect(ran.json()).toMatchObject({ file: 'calendars/a.ics' });
    expect((await made(box, 'calendars/a.ics')).events).toHaveLength(11);
  });

  test('a folder is no file', async () => {
    expect((await (await agendaWorkspace()).run(['agenda', ...TODAY, '--ics', 'ledgers'])).code).toBe(2);
    expect((await (await agendaWorkspace()).run(['agenda', ...TODAY, '--ics', '..'])).code).toBe(3);
  });

  test.each(['roster.json', 'ledgers/li-min.json', 'ledgers/new.ics', 'backups/a.ics', 'holidays.json'])(
    'the workspace’s own %s is never an output, even with --force',
    async (path) => {
      const box = await agendaWorkspace();
      const before = await box.files();
      expect((await box.run(['agenda', ...TODAY, '--ics', path, '--force'])).code).toBe(2);
      expect(await box.files()).toEqual(before);
    },
  );

  test('a folder that can’t be made is named, and no bug', async () => {
    const box = await agendaWorkspace();
    await box.write('a-file', '');
    const ran = await box.run(['agenda', ...TODAY, '--ics', 'a-file/b.ics']);
    expect(ran.code).toBe(6);
    expect((await box.run(['agenda', ...TODAY, '--ics', '/proc/a/b.ics'])).code).toBe(6);
  });
});

test('asking writes nothing', async () => {
  const box = await officeWorkspace();
  const before = await box.files();
  await box.run(['agenda', ...TODAY]);
  await box.run(['agenda', ...TODAY, '--json', '--days', '366']);
  expect(await box.files()).toEqual(before);
});

test.each<readonly [string, readonly string[], Refused]>([
  [
    'a misspelt option',
    ['--day', '3'],
    {
      code: 2,
      en: 'There is no option --day. Did you mean --days?',
      zh: '没有 --day 这个选项。是不是 --days？',
    },
  ],
  [
    'a judge that nobody knows',
    ['--judge', 'li-mn'],
    {
      code: 2,
      en: 'The roster has no liaison judge “li-mn”. The choices are: li-min, wang-hao. Did you mean “li-min”?',
      zh: '挂点名册里没有联系法官“li-mn”。可选：li-min、wang-hao。是不是“li-min”？',
    },
  ],
])('%s is refused', async (_name, typed, refused) => {
  await expectRefused(await agendaWorkspace(), ['agenda', ...typed], refused);
});

test('the ledger of 李敏 is as the office would take it: nothing in it is an error', async () => {
  const box = await agendaWorkspace();
  const ran = await box.run(['check', LI.id, ...TODAY, '--json']);
  expect(ran.code).toBe(0);
});
