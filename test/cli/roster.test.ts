import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, sampleFile } from './workspaces.ts';

describe('roster show', () => {
  test('who serves which town in a quarter, in Chinese', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['roster', 'show', '--quarter', '2024Q3', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    expect(lines[0]).toBe('新兴县人民法院挂点名册（2024年第三季度）');
    expect(lines[1]).toBe(
      '镇      联系领导  挂点法官  联系法官                                村（社区）数  巡回审判点挂牌',
    );
    expect(lines[12]).toBe(
      '河头镇  莫丽君    谭伟明    罗芳（至8月16日）、钟文杰（自8月16日）             8  2024-07-11',
    );
    expect(lines.at(-2)).toBe('12个镇，联系法官12人，巡回审判点覆盖 12/12。');
  });

  test('the next quarter has the next judge', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['roster', 'show', '--quarter', '2024Q4']);
    expect(ran.stdout).toMatch(/^Roster of 新兴县人民法院 \(2024Q4\)\n/u);
    expect(ran.stdout).toMatch(/\n河头镇 {2}莫丽君 +谭伟明 +钟文杰 +8 {2}2024-07-11\n/u);
    expect(ran.stdout).not.toContain('罗芳');
  });

  test('as JSON', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['roster', 'show', '--json']);
    expect(ran.json()).toMatchObject({ schemaVersion: 1, quarter: '2024Q3' });
    expect(inside(ran.json(), 'roster', 'towns')).toHaveLength(12);
  });

  test('what is invisible in a roster is shown', async () => {
    const box = await sandbox('sample');
    const roster = await sampleFile('roster.json');
    await box.write('roster.json', roster.replace('"name": "李敏"', '"name": "李\u202e敏"'));
    const ran = await box.run(['roster', 'show']);
    expect(ran.stdout).toContain('李<U+202E>敏');
    expect(ran.stdout).not.toMatch(/\u202e/u);
  });
});

describe('roster check', () => {
  test('is silent when all is well', async () => {
    const box = await sandbox('sample');
    expect(await box.run(['roster', 'check'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('names what contradicts itself and what a town lacks', async () => {
    const box = await sandbox({
      'roster.json': JSON.stringify({
        format: 'liaison-roster/1',
        court: { name: '新兴县人民法院' },
        towns: [{ name: '太平镇' }, { name: '太平 镇' }],
        judges: [
          {
            id: 'li-min',
            name: '李敏',
            assignments: [{ town: '大平镇', from: '2024-09-01', to: '2024-07-01' }],
          },
        ],
      }),
    });
    const ran = await box.run(['roster', 'check', '--lang', 'zh']);
    expect(ran.code).toBe(1);
    const lines = ran.stdout.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '错误：roster.json：名称或别名“太平 镇”重复，会认错。请改正其中一个。',
      '错误：roster.json li-min：挂点的“大平镇”不在名册的镇里。是不是“太平镇”？',
      '错误：roster.json li-min：任期从 2024-09-01 到 2024-07-01，前后颠倒。请改正日期。',
      '提醒：roster.json：太平镇缺少联系法官。请在 roster.json 中补上。',
      '提醒：roster.json：太平镇缺少挂点法官。请在 roster.json 中补上。',
    ]);
    expect(lines.at(-2)).toBe('错误3项，提醒12项。');
    const json = await box.run(['roster', 'check', '--json']);
    expect(json.code).toBe(1);
    expect(inside(json.json(), 'findings', 1)).toEqual({
      code: 'roster-town-unknown',
      severity: 'error',
      message: 'The assignment to “大平镇” names no town of the roster. Did you mean “太平镇”?',
      file: 'roster.json',
      judge: 'li-min',
    });
  });

  test('warnings alone are a no only with --strict', async () => {
    const roster = (await sampleFile('roster.json')).replaceAll(/"tribunal": "[^"]*"/gu, '"tribunal": ""');
    const box = await sandbox({ 'roster.json': roster });
    expect(await box.run(['roster', 'check'])).toMatchObject({ code: 0 });
    expect(await box.run(['roster', 'check', '--strict'])).toMatchObject({ code: 1 });
  });

  test('an unreadable roster is an answer too', async () => {
    const box = await sandbox({
      'roster.json': '{"format":"liaison-roster/1","court":{"name":"法院"},"town":[],"judges":[]}',
    });
    expect(await box.run(['roster', 'check'])).toMatchObject({
      code: 1,
      stdout: [
        'error: roster.json line 1 column 52: The key “town” is not known. Did you mean “towns”?',
        'error: roster.json line 1 column 1: The key “towns” is missing. Please add it and try again.',
        '2 errors, 0 warnings.',
        '',
      ].join('\n'),
    });
  });
});

test('a misspelt second word is refused with the nearest', async () => {
  await expectRefused(await sandbox('sample'), ['roster', 'chek'], {
    code: 2,
    en: 'There is no command “roster chek”. Did you mean ledger roster check?',
    zh: '没有“roster chek”这个命令。是不是 ledger roster check？',
  });
});
