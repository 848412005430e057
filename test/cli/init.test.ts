import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, sampleFile } from './workspaces.ts';

/** A folder with a roster file in it, and no workspace anywhere. */
async function withRosterFile(): Promise<Sandbox> {
  return sandbox({ 'from-office/名册.json': await sampleFile('roster.json') });
}

describe('by flags', () => {
  test('a judge’s workspace: the roster and an empty ledger', async () => {
    const box = await withRosterFile();
    const roster = 'from-office/名册.json';
    const ran = await box.run(['init', '--roster', roster, '--judge', '李敏', '--home', 'mine']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `Workspace made: ${join(box.home, 'mine')}\nNext: ledger visit add --home mine\n`,
    });
    const files = await box.files();
    expect(Object.keys(files).sort()).toEqual(
      [roster, 'mine/ledgers/li-min.json', 'mine/roster.json'].sort(),
    );
    expect(files['mine/roster.json']).toBe(files[roster]);
    expect(JSON.parse(await box.read('mine/ledgers/li-min.json'))).toMatchObject({
      format: 'liaison-ledger/1',
      court: '新兴县人民法院',
      judge: { id: 'li-min', name: '李敏' },
      seq: 0,
      entries: [],
    });
    const listed = await box.run(['visit', 'list', '--home', 'mine', '--lang', 'zh']);
    expect(listed).toMatchObject({ code: 0, stdout: '没有符合条件的登记。\n' });
  });

  test('the office’s workspace has no ledger yet', async () => {
    const box = await withRosterFile();
    const typed = [
      'init',
      '--roster',
      'from-office/名册.json',
      '--office',
      '--home',
      'office',
      '--lang',
      'zh',
    ];
    expect(await box.run(typed)).toMatchObject({
      code: 0,
      stdout: `已建立工作文件夹：${join(box.home, 'office')}\n下一步：用 ledger receive 接收各人的报送件（或把台账放进 ledgers 文件夹），再运行 ledger consolidate --quarter 上季度 --home office\n`,
    });
    expect(Object.keys(await box.files()).sort()).toEqual(['from-office/名册.json', 'office/roster.json']);
  });

  test('a filled sample to try, in the user’s home unless said', async () => {
    const box = await sandbox();
    const userHome = join(dirname(box.home), 'user');
    const ran = await box.run(['init', '--sample'], { userHome });
    expect(ran.stdout).toBe(
      `Workspace made: ${join(userHome, 'ledger')}\nNext: ledger consolidate --quarter 2024Q3\n`,
    );
    expect(await readdir(join(userHome, 'ledger', 'ledgers'))).toHaveLength(12);
    expect(await box.run(['quota', '--judge', 'li-min'], { userHome })).toMatchObject({ code: 0 });
  });

  test('LEDGER_HOME says where, and is not repeated', async () => {
    const box = await withRosterFile();
    const variables = { LEDGER_HOME: 'there' };
    const ran = await box.run(['init', '--sample'], { variables });
    expect(ran.stdout).toBe(
      `Workspace made: ${join(box.home, 'there')}\nNext: ledger consolidate --quarter 2024Q3\n`,
    );
    expect(await box.run(['roster', 'check'], { variables })).toMatchObject({ code: 0 });
  });

  test('a place with spaces is quoted in what is next', async () => {
    const box = await sandbox();
    const ran = await box.run(['init', '--sample', '--home', 'my ledger']);
    expect(ran.stdout).toContain('--home "my ledger"\n');
  });

  test('as JSON', async () => {
    const box = await sandbox();
    const ran = await box.run(['init', '--sample', '--home', 'demo', '--json']);
    expect(ran.json()).toEqual({ schemaVersion: 1, home: join(box.home, 'demo'), purpose: 'sample' });
  });

  test('a rehearsal makes nothing', async () => {
    const box = await sandbox();
    const ran = await box.run(['init', '--sample', '--home', 'demo', '--dry-run']);
    expect(ran.stdout).toMatch(/^Rehearsal, nothing written\. A real run says: Workspace made: /);
    expect(await readdir(box.home)).toEqual([]);
  });
});

describe('by questions', () => {
  test('a judge’s: what for, where, which roster, who', async () => {
    const box = await withRosterFile();
    const answers = ['judge', 'mine', 'from-office/名册.json', 'li-min'];
    const ran = await box.run(['init', '--lang', 'zh'], { answers });
    expect(ran.asked.map(({ message }) => message)).toEqual([
      '要建立哪种工作文件夹？',
      '放在哪个文件夹？',
      '挂点名册文件（roster.json，向研究室索取）的位置',
      '哪位联系法官？',
    ]);
    const made = join(box.home, 'mine');
    expect(ran).toMatchObject({
      code: 0,
      stdout: `已建立工作文件夹：${made}\n下一步：ledger visit add --home ${made}\n`,
    });
    expect(inside(JSON.parse(await box.read('mine/ledgers/li-min.json')), 'entries')).toEqual([]);
  });

  test.each([0, 1, 2, 3])('Ctrl-C at question %i makes nothing', async (question) => {
    const box = await withRosterFile();
    const before = await box.files();
    const typed = ['judge', 'mine', 'from-office/名册.json', 'li-min'].slice(0, question);
    const ran = await box.run(['init'], { answers: [...typed, { interrupt: true }] });
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'Cancelled, nothing was saved.\n' });
    expect(await box.files()).toEqual(before);
    expect(await readdir(box.home)).toEqual(['from-office']);
  });
});

describe('never over anything', () => {
  test('a folder with files in it is refused', async () => {
    const box = await withRosterFile();
    const place = join(box.home, 'from-office');
    await expectRefused(box, ['init', '--sample', '--home', 'from-office'], {
      code: 2,
      en: `There are files in ${place} already; nothing was overwritten. Please choose another folder, for example --home my-ledger.`,
      zh: `${place} 里已有文件，没有覆盖。请换一个文件夹，如 --home 我的台账。`,
    });
  });

  test('a rehearsal finds it too', async () => {
    const box = await withRosterFile();
    const ran = await box.run(['init', '--sample', '--home', 'from-office', '--dry-run']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
  });

  test('a file of that name is refused', async () => {
    const box = await withRosterFile();
    await writeFile(join(box.home, 'mine'), 'something');
    const ran = await box.run(['init', '--sample', '--home', 'mine']);
    expect(ran.code).toBe(2);
    expect(await readFile(join(box.home, 'mine'), 'utf8')).toBe('something');
  });

  test('an empty folder is taken', async () => {
    const box = await sandbox();
    await mkdir(join(box.home, 'mine'));
    expect(await box.run(['init', '--sample', '--home', 'mine'])).toMatchObject({ code: 0 });
  });
});

describe('what is missing is named', () => {
  test.each([[[]], [['--sample', '--office']]])('what for: %j', async (typed) => {
    await expectRefused(await withRosterFile(), ['init', ...typed, '--home', 'mine'], {
      code: 2,
      en: 'It is not said which kind of workspace to make. One of three: --sample; --roster FILE --judge ID; --roster FILE --office. To try it out first: ledger init --sample.',
      zh: '没有说明要建立哪种工作文件夹。三选一：--sample；--roster 名册文件 --judge 代号；--roster 名册文件 --office。先试用一下：ledger init --sample。',
    });
  });

  test('the roster', async () => {
    const box = await withRosterFile();
    const ran = await box.run(['init', '--office', '--home', 'mine']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^--roster is missing/);
  });

  test('a roster that is not there', async () => {
    await expectRefused(
      await withRosterFile(),
      ['init', '--office', '--roster', 'nosuch.json', '--home', 'mine'],
      {
        code: 3,
        en: 'nosuch.json: There is no such file. Please check the name of the file and of its folder.',
        zh: 'nosuch.json：没有这个文件。请核对文件名和所在的文件夹。',
      },
    );
  });

  test('a judge whom the roster does not know', async () => {
    const box = await withRosterFile();
    const before = await box.files();
    const typed = ['init', '--roster', 'from-office/名册.json', '--judge', '王五', '--home', 'mine'];
    const ran = await box.run(typed);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^The roster has no liaison judge “王五”\./u);
    expect(await box.files()).toEqual(before);
  });
});
