import { describe, expect, test } from 'vitest';
import type { Bulletin, BulletinFigure, BulletinGroup } from '../../src/domain/bulletin.ts';
import { bulletinText } from '../../src/messages/official-bulletin.ts';
import { day, quarter } from '../support/builders.ts';

const words = (zh: string) => ({ zh, en: zh });

function figure(
  label: string,
  unit: string,
  now: number,
  over: Partial<BulletinFigure> = {},
): BulletinFigure {
  return {
    label: words(label),
    unit,
    now,
    lastQuarter: undefined,
    lastYear: undefined,
    isLeading: true,
    ...over,
  };
}

function group(name: string, ...figures: readonly BulletinFigure[]): BulletinGroup {
  return { table: 'contact', name: words(name), figures };
}

const NOBODY = {
  ...{ owing: 0, submitted: 0, drafts: [], missing: [], returned: [], conflict: [] },
  late: undefined,
};

function facts(over: Partial<Bulletin> = {}): Bulletin {
  return {
    quarter: quarter('2024Q3'),
    period: { from: day('2024-07-01'), to: day('2024-09-30') },
    asOf: day('2024-09-30'),
    runsOn: false,
    compared: { lastQuarter: true, lastYear: true },
    townCount: 12,
    groups: [],
    towns: [],
    unreportedTowns: [],
    quota: { counts: 'town', required: 3, all: 12, met: 12, short: [], unreported: [] },
    handedIn: { ...NOBODY, owing: 12, submitted: 12 },
    departments: {
      department: '',
      carried: 0,
      opened: 0,
      closed: 0,
      open: 0,
      overdue: 0,
      meanDays: undefined,
    },
    deputies: [],
    ...over,
  };
}

/** What is said of one number. */
function told(now: number, lastQuarter?: number, lastYear?: number): string | undefined {
  const [, one] = bulletinText(
    facts({ groups: [group('矛盾纠纷', figure('新收', '件', now, { lastQuarter, lastYear }))] }),
  ).overall;
  return one;
}

describe('a number', () => {
  test.each([
    ['a rise', 4, 3, undefined, '新收4件（较上季度增加1件，上升33.3%）'],
    ['a fall', 3, 4, undefined, '新收3件（较上季度减少1件，下降25%）'],
    ['as many', 4, 4, undefined, '新收4件（与上季度持平）'],
    ['twice as many as last year', 4, undefined, 2, '新收4件（较上年同期增加2件，上升100%）'],
    ['against both', 4, 3, 4, '新收4件（较上季度增加1件，上升33.3%；与上年同期持平）'],
    ['none before', 1, 0, undefined, '新收1件（上季度为0件）'],
    ['none before, and fewer than last year', 1, 0, 2, '新收1件（上季度为0件；较上年同期减少1件，下降50%）'],
    ['nothing to compare with', 1, undefined, undefined, '新收1件'],
    ['a half is rounded up', 2001, 2000, undefined, '新收2001件（较上季度增加1件，上升0.1%）'],
  ])('%s', (_, now, lastQuarter, lastYear, text) => {
    expect(told(now, lastQuarter, lastYear)).toBe(`走访联络方面。矛盾纠纷${text}。`);
  });

  test.each([
    ['none now', 0, 3, undefined, '走访联络方面。矛盾纠纷本季度没有登记，上季度新收3件。'],
    [
      'none now, some in both',
      0,
      3,
      1,
      '走访联络方面。矛盾纠纷本季度没有登记，上季度新收3件，上年同期新收1件。',
    ],
    ['none at all', 0, 0, 0, '本季度没有登记的：矛盾纠纷。'],
    ['none, and nothing to compare with', 0, undefined, undefined, '本季度没有登记的：矛盾纠纷。'],
  ])('%s', (_, now, lastQuarter, lastYear, text) => {
    expect(told(now, lastQuarter, lastYear)).toBe(text);
  });

  test.each([
    ['次数', '次', '3次'],
    ['场次', '场', '3场'],
    ['受众人次', '人次', '受众3人次'],
    ['人次', '人次', '3人次'],
    ['件', '件', '3件'],
    ['其中成功', '件', '其中成功3件'],
  ])('the head %s with the unit %s', (label, unit, text) => {
    expect(bulletinText(facts({ groups: [group('法治宣传', figure(label, unit, 3))] })).overall[1]).toBe(
      `走访联络方面。法治宣传${text}。`,
    );
  });

  test('of several 其中 the first says so', () => {
    const parts = [figure('其中确认有效', '件', 2), figure('其中出具调解书', '件', 1)];
    expect(
      bulletinText(facts({ groups: [group('司法确认', figure('办结', '件', 3), ...parts)] })).overall[1],
    ).toBe('走访联络方面。司法确认办结3件，其中确认有效2件，出具调解书1件。');
  });
});

describe('the first sentences', () => {
  const intro = '2024年第三季度（2024年7月1日至9月30日），全院在12个镇开展“法官进综治中心”工作。';

  test.each<[string, Partial<Bulletin>, string]>([
    ['a whole quarter', {}, ''],
    [
      'one that goes on',
      { asOf: day('2024-09-18'), runsOn: true },
      '数据截至9月18日，季度尚未结束；对比的上季度、上年同期为整期数据。',
    ],
    [
      'one that goes on, with no last year',
      { asOf: day('2024-09-18'), runsOn: true, compared: { lastQuarter: true, lastYear: false } },
      '数据截至9月18日，季度尚未结束；对比的上季度为整期数据。上年同期没有可比数据。',
    ],
    [
      'nothing to compare with',
      { compared: { lastQuarter: false, lastYear: false } },
      '上季度、上年同期没有可比数据。',
    ],
    [
      'towns not reported for',
      { unreportedTowns: ['太平镇', '大江镇'] },
      '太平镇、大江镇的联系法官未报送，以下数据不含其登记。',
    ],
  ])('%s', (_, over, text) => {
    expect(bulletinText(facts(over)).overall[0]).toBe(`${intro}${text}`);
  });
});

describe('visits', () => {
  const quota = facts().quota;
  const asked = '按每季度走访不少于3次核对，共12个镇';

  test.each<[string, Partial<Bulletin>, string]>([
    ['all met', {}, `${asked}，全部达到。`],
    [
      'some short, some not reported for',
      {
        quota: {
          ...quota,
          met: 10,
          short: [{ name: '水台镇', done: 2, required: 3 }],
          unreported: ['大江镇'],
        },
      },
      `${asked}，10个镇达到，1个镇未达到：水台镇（2次）。未报送、无法核对的1个镇：大江镇。`,
    ],
    [
      'before the end nobody is short',
      { quota: { ...quota, met: 8 }, runsOn: true, asOf: day('2024-09-18') },
      `${asked}，截至9月18日有8个镇达到。季度尚未结束，其余待季度结束后核对。`,
    ],
    ['nobody to count', { quota: { ...quota, all: 0, met: 0 } }, '本季度没有应当核对走访次数的镇。'],
    [
      'by judge',
      { quota: { ...quota, counts: 'judge', met: 11, short: [{ name: '李敏', done: 0, required: 3 }] } },
      '按每季度走访不少于3次核对，共12名联系法官，11名联系法官达到，1名联系法官未达到：李敏（0次）。',
    ],
  ])('%s', (_, over, text) => {
    expect(bulletinText(facts(over)).visits).toEqual([text]);
  });
});

describe('handing in', () => {
  const asked = '应报送台账、报表的联系法官12人；';
  const ledgersOnly = Array.from({ length: 12 }, (_, at) => `法官${String(at)}`);

  test.each<[string, Partial<Bulletin['handedIn']>, string]>([
    ['all in time', { late: [] }, `${asked}已报送12人；未报0人。已报送的均按时报送。`],
    ['some late', { late: ['李敏'] }, `${asked}已报送12人；未报0人。已报送的，逾期1人（李敏）。`],
    [
      'the rest in every state',
      { submitted: 7, drafts: ['甲'], returned: ['乙'], conflict: ['丙'], missing: ['丁', '戊'], late: [] },
      `${asked}已报送7人；有台账尚未报送1人（甲）；退回修改1人（乙）；报送内容待确认1人（丙）；未报2人（丁、戊）。已报送的均按时报送。`,
    ],
    ['ledgers at hand only', { submitted: 0, drafts: ledgersOnly }, `${asked}有台账12人；未报0人。`],
    ['nobody owes one', { owing: 0, submitted: 0 }, '本季度没有应当报送台账的联系法官。'],
    [
      'nobody handed in',
      { owing: 1, submitted: 0, missing: ['李敏'] },
      '应报送台账、报表的联系法官1人；未报1人（李敏）。',
    ],
  ])('%s', (_, over, text) => {
    expect(bulletinText(facts({ handedIn: { ...facts().handedIn, ...over } })).handedIn).toEqual([text]);
  });
});

describe('problems', () => {
  test('nothing open, nothing said', () => {
    const deputies = [group('两代表一委员', figure('意见建议', '件', 0, { standing: 'opened' }))];
    expect(bulletinText(facts({ deputies })).problems).toEqual([
      '截至9月30日，没有尚未办结的事项。',
      '本季度没有登记两代表一委员的意见建议。',
    ]);
  });

  test('what is open, overdue and said, in numbers', () => {
    const open = (name: string, label: string) => group(name, figure(label, '件', 2, { standing: 'open' }));
    const said = group(
      '两代表一委员',
      figure('联系人次', '人次', 5),
      figure('旧存', '件', 0, { standing: 'carried' }),
      figure('意见建议', '件', 3, { standing: 'opened' }),
      figure('已答复', '件', 1, { standing: 'closed' }),
      figure('未答复', '件', 2, { standing: 'open' }),
    );
    const departments = { ...facts().departments, overdue: 1 };
    const groups = [open('矛盾纠纷', '未结'), open('两代表一委员', '未答复')];
    expect(bulletinText(facts({ groups, departments, deputies: [said] })).problems).toEqual([
      '截至9月30日，尚未办结的有：矛盾纠纷2件、两代表一委员未答复2件。',
      '转交部门办理的联系事项中，超过办理时限的1件。',
      '两代表一委员意见建议3件，已答复1件，未答复2件。',
    ]);
  });
});

describe('towns', () => {
  const visits = group('走访座谈', figure('走访', '次', 2), figure('座谈', '次', 0));

  test.each([
    [
      'what there was',
      { unreported: false, groups: [visits, group('矛盾纠纷', figure('新收', '件', 1))] },
      '走访2次；矛盾纠纷新收1件。',
    ],
    ['nothing', { unreported: false, groups: [] }, '本季度没有登记。'],
    ['not reported for', { unreported: true, groups: [] }, '联系法官未报送，数据暂缺。'],
    [
      'not reported for, with what others did there',
      { unreported: true, groups: [visits] },
      '联系法官未报送，其他法官登记的有：走访2次。',
    ],
  ])('%s', (_, row, text) => {
    const towns = [{ town: '太平镇', liaisons: ['李敏', '何静'], ...row }];
    expect(bulletinText(facts({ towns })).towns).toEqual([
      {
        numeral: '一',
        town: '太平镇',
        title: '太平镇（联系法官：李敏、何静）',
        liaisons: '李敏、何静',
        told: text,
      },
    ]);
  });

  test('are numbered as headings are; what is off the roster has its name', () => {
    const town = { town: undefined, liaisons: [], unreported: false, groups: [visits] };
    const { towns } = bulletinText(facts({ towns: Array.from({ length: 21 }, () => town) }));
    expect([0, 9, 10, 18, 19, 20].map((at) => towns[at]?.numeral)).toEqual([
      ...['一', '十', '十一', '十九', '二十', '二十一'],
    ]);
    expect(towns[0]?.title).toBe('名册外');
  });
});
