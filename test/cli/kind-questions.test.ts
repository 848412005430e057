import { describe, expect, test } from 'vitest';
import { fieldOf, isRequired, kindOf, type Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { STORIES } from './every-kind.ts';
import { smallWorkspace } from './workspaces.ts';

describe('questions go by the answers before them', () => {
  const dispute = ['9-10', '太平镇', '', '合同', '', '', '欠租', '', '', '', '', ''];
  const delegated = ['9-10', '太平镇人民调解委员会', '', ''];
  const guided = ['邻里', '', '滴水争议', '法律指导'];
  const deputy = ['9-10', '太平镇', '区某', '人大代表', '县', ''];
  const confirmation = ['8-1', '太平镇', '太平镇人民调解委员会', '', '禤某、伍某', '邻里', '裁定书'];
  const trial = [
    '9-5',
    '太平镇',
    '太平圩',
    '（2024）粤5321民初1号',
    '租赁',
    '合同',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ];

  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['an unsettled dispute has no closing day', 'dispute', [...dispute, ''], ['dueOn', 'outcome']],
    ['nor has one that is kept stable', 'dispute', [...dispute, '稳控中'], ['dueOn', 'outcome']],
    ['a settled one has', 'dispute', [...dispute, '已化解', '9-12'], ['outcome', 'closedOn']],
    ['an open case has no closing day', 'trial', [...trial, ''], ['mediatedOnSite', 'closure']],
    ['a closed one has', 'trial', [...trial, '调解', '9-5'], ['closure', 'closedOn']],
    [
      'before filing there is no procedure',
      'mediation',
      ['立案前委派', '', '民商事', '太平镇', '租赁', '合同', '', '', ...delegated, ''],
      ['mediator', 'signedOn', 'result'],
    ],
    [
      'after filing there is one',
      'mediation',
      ['立案后委托', '', '民商事', '太平镇', '租赁', '合同', '', '', ...delegated, '简易程序', ''],
      ['signedOn', 'procedure', 'result'],
    ],
    [
      'criminal and enforcement cases have the day of the letter',
      'mediation',
      ['立案后委托', '', '执行和解', '太平镇', '租赁', '合同', '', '', ...delegated, '', '9-30', ''],
      ['procedure', 'dueOn', 'result'],
    ],
    [
      'a mediation that ended has its day, and what follows',
      'mediation',
      [
        '立案前委派',
        '',
        '民商事',
        '太平镇',
        '租赁',
        '合同',
        '',
        '',
        ...delegated,
        '调解成功',
        '9-12',
        '自动履行',
      ],
      ['result', 'closedOn', 'next'],
    ],
    [
      'guidance that was asked for has day and body',
      'guidance',
      ['综治中心申请', '9-1', '太平镇综治中心', '太平镇', ...guided, '', '', '', ''],
      [
        'origin',
        'requestedOn',
        'requestedBy',
        'town',
        'type',
        'parties',
        'summary',
        'method',
        'guidedOn',
        'guide',
        'mediator',
        'result',
      ],
    ],
    [
      'a training has no dispute',
      'guidance',
      ['调解员培训', '太平镇', '法律指导', '9-1', '', '', ''],
      ['origin', 'town', 'method', 'guidedOn', 'guide', 'mediator', 'result'],
    ],
    [
      'an agreement may go on to confirmation',
      'guidance',
      ['法院主动指导', '太平镇', ...guided, '9-1', '', '', '达成协议', '9-5', '否'],
      ['result', 'closedOn', 'confirmationApplied'],
    ],
    ['of “无” nothing further is asked', 'deputy', [...deputy, '无'], ['organisation', 'opinion']],
    ['nor of 没有意见', 'deputy', [...deputy, '没有意见。'], ['organisation', 'opinion']],
    [
      'a proposal may be complex, and is classed once it is answered',
      'deputy',
      [...deputy, '建议增加巡回审判', '人大代表建议', '9-11', '是', '立案庭', '9-12', '列入计划'],
      ['opinion', 'channel', 'assignedOn', 'complex', 'department', 'repliedOn', 'category'],
    ],
    [
      'one that is not applied for has neither number nor day of acceptance',
      'confirmation',
      [...confirmation, '', ''],
      ['document', 'appliedOn', 'result'],
    ],
    [
      'one that is has both',
      'confirmation',
      [...confirmation, '8-12', '（2024）粤5321诉前调确1号', '8-13', ''],
      ['appliedOn', 'caseNumber', 'acceptedOn', 'result'],
    ],
  ])('%s', async (_name, id, answers, last) => {
    const kind = kindOf(KINDS, id);
    const ran = await (
      await smallWorkspace()
    ).run([id, 'add', '--lang', 'zh'], { answers: [...answers, 'save'] });
    expect(ran.code).toBe(0);
    const keys = ran.asked.slice(0, -1).map(({ message }) => keyAsked(kind, message));
    expect(keys.slice(-last.length)).toEqual(last);
  });

  test.each(STORIES)(
    'of $kind: the town before the village, and what is optional may be left out',
    async (story) => {
      const kind = kindOf(KINDS, story.kind);
      const ran = await (
        await smallWorkspace()
      ).run([kind.id, 'add', '--lang', 'zh'], {
        answers: [...story.answers, 'save'],
      });
      const asked = ran.asked
        .slice(0, -1)
        .map(({ message, options }) => ({ key: keyAsked(kind, message), options }));
      const keys = asked.map(({ key }) => key);
      if (keys.includes('village')) expect(keys.indexOf('village')).toBe(keys.indexOf('town') + 1);
      for (const { key, options } of asked) {
        const { required, type } = fieldOf(kind, key);
        if (required === undefined && ['choice', 'yes-no'].includes(type.offer.type))
          expect(options[0]).toBe('');
        if (isRequired(fieldOf(kind, key), {})) expect(options).not.toContain('');
      }
    },
  );

  test('the town of a judge comes first even where the day is asked later', async () => {
    const answers = ['法院主动指导', '太平镇', '邻里', '', '滴水争议', '法律指导', '9-1', '', '', '', 'save'];
    const ran = await (await smallWorkspace()).run(['guidance', 'add', '--lang', 'zh'], { answers });
    expect(ran.asked[1]).toEqual({ message: '镇', options: ['太平镇', '大江镇'] });
  });
});

/** The field that a question asks for, by its Chinese label in front of a hint. */
function keyAsked(kind: Kind, message: string): string {
  const fields = kind.fields.filter(
    ({ label }) => message === label.zh || message.startsWith(`${label.zh}（`),
  );
  const longest = fields.toSorted((one, other) => other.label.zh.length - one.label.zh.length)[0];
  return longest?.key ?? message;
}
