import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile, type Refused } from './workspaces.ts';

describe('one entry with its history', () => {
  test('in English', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'show', 'u9c4']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'visit-240820-u9c4  visits and talks, chen-jh',
      'removed: 8月20日因台风改期未到村，实际于9月10日走访布午村，误登记，予以删除',
      'date          2024-08-20',
      'town          东成镇',
      'village       云河村',
      'form          visit',
    ]);
    expect(lines.slice(-4)).toEqual([
      'History:',
      '  version 1  2024-08-21 09:42  added',
      '  version 2  2024-09-11 16:44  removed: 8月20日因台风改期未到村，实际于9月10日走访布午村，误登记，予以删除',
      '',
    ]);
  });

  test('in Chinese, with what every change was from and to', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'show', '7kq2', '--lang', 'zh']);
    expect(ran.stdout).toMatch(/^visit-240703-7kq2 {2}走访座谈、li-min\n日期 {20}2024-07-03\n/u);
    expect(ran.stdout.split('\n').slice(-6)).toEqual([
      '修改记录：',
      '  第1版 2024-07-04 09:15 登记',
      '  第2版 2024-07-08 17:08 修改：补录走访对象姓名和处理情况，原登记漏写',
      '    走访（座谈）对象：社区干部 → 社区党支部书记马丽群、社区干部2人',
      '    处理（转办）情况：（空） → 已建议社区分户登记实际困难；与镇规建办联系，请其协调补齐验收资料。',
      '',
    ]);
  });

  test('text with line breaks keeps them, under its label', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'show', 'visit-240808-v0j9']);
    expect(ran.stdout).toMatch(/\nfindings {10}不锈钢厂\S+\n {18}会上/u);
  });

  test('as JSON: the entry as it stands in the file', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'show', 'visit-240703', '--json']);
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      judge: 'li-min',
      entry: inside(JSON.parse(await sampleFile(LEDGER)), 'entries', 0),
      clocks: [
        {
          clock: 'visitReport',
          what: 'tell the contact leader of the visit',
          due: '2024-07-10',
          done: true,
          overdue: false,
          basis: 'implementation rules 二(二)2',
        },
      ],
      warnings: [],
    });
  });

  test('what is invisible in a file is shown, line breaks apart', async () => {
    const box = await ownWorkspace();
    const ledger = await box.read(LEDGER);
    await box.write(LEDGER, ledger.replace('"李敏、书记员黄嘉怡"', '"李\\u001b[31m敏\u2066"'));
    const ran = await box.run(['visit', 'show', '7kq2']);
    expect(ran.stdout).toContain('participants          李<U+001B>[31m敏<U+2066>\n');
  });
});

describe('which entry', () => {
  test.each(['visit-240703-7kq2', 'visit-240703', '7kq2', 'kq2'])('is known by %s', async (id) => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'show', id, '--json']);
    expect(ran.json()).toMatchObject({ judge: 'li-min', entry: { id: 'visit-240703-7kq2' } });
  });

  test('an exact id is never ambiguous, in whichever ledger it stands', async () => {
    const box = await sandbox('sample');
    const luo = await box.read('ledgers/luo-fang.json');
    await box.write('ledgers/luo-fang.json', luo.replace('visit-240711-b6p2', 'visit-240703-7kq2x'));
    const ran = await box.run(['visit', 'show', 'visit-240703-7kq2', '--json']);
    expect(ran.json()).toMatchObject({ judge: 'li-min' });
  });

  test('one id in two ledgers needs the judge', async () => {
    const box = await sandbox('sample');
    const luo = await box.read('ledgers/luo-fang.json');
    await box.write('ledgers/luo-fang.json', luo.replace('visit-240711-b6p2', 'visit-240703-7kq2'));
    await expectRefused(box, ['visit', 'show', '7kq2'], {
      code: 2,
      en: 'It is not clear whose ledger is meant. Please name the liaison judge, for example --judge li-min; the choices are: li-min, luo-fang.',
      zh: '不知道是哪位联系法官的台账。请用 --judge 写明，如 --judge li-min；可选：li-min、luo-fang。',
    });
    const ran = await box.run(['visit', 'show', '7kq2', '--judge', 'luo-fang', '--json']);
    expect(ran.json()).toMatchObject({ judge: 'luo-fang', entry: { town: '河头镇' } });
  });

  test('of very many, only some are named', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'show', 'visit']);
    expect(ran.code).toBe(2);
    expect(ran.stderr.split(', ')).toHaveLength(11);
    expect(ran.stderr).toMatch(/, \.\.\.\n$/);
  });

  test.each<readonly [string, readonly string[], Refused]>([
    [
      'an unknown one',
      ['visit-240703-7kp2'],
      {
        code: 2,
        en: 'There is no entry “visit-240703-7kp2”. Did you mean visit-240703-7kq2?',
        zh: '没有编号为“visit-240703-7kp2”的登记。是不是 visit-240703-7kq2？',
      },
    ],
    [
      'one of two',
      ['visit-2407'],
      {
        code: 2,
        en: '“visit-2407” means more than one entry. Please write the whole id: visit-240703-7kq2, visit-240725-3f8n.',
        zh: '“visit-2407”对应几条登记。请写全编号：visit-240703-7kq2、visit-240725-3f8n。',
      },
    ],
    [
      'none at all',
      [],
      {
        code: 2,
        en: 'ID is missing. Usage: ledger visit show ID; list shows the ids of entries.',
        zh: '缺少编号。用法：ledger visit show 编号；登记编号可用 list 查到。',
      },
    ],
    [
      'a second one',
      ['7kq2', '3f8n'],
      {
        code: 2,
        en: '“3f8n” is one word too many. Text with spaces needs straight double quotes around it.',
        zh: '多出了“3f8n”。内容里有空格的，请加英文双引号。',
      },
    ],
  ])('%s is refused', async (_name, typed, refused) => {
    await expectRefused(await ownWorkspace(), ['visit', 'show', ...typed], refused);
  });
});
