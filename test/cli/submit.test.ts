import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '../../src/domain/words.ts';
import type { Questions } from '../../src/environment.ts';
import { run } from '../../src/main.ts';
import { fakeEnvironment } from '../support/environment.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { retype, rowsOf } from './sheets.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile, VISIT } from './workspaces.ts';

const SUBMIT = ['submit', '--quarter', '2024Q3', '--today', '2024-09-18'] as const;

async function sealedFiles(box: Sandbox): Promise<readonly string[]> {
  return Object.keys(await box.files())
    .filter((file) => file.startsWith('submissions/'))
    .sort();
}

test('shows the plan, asks, seals the quarter into two files that are the same, and notes it in the ledger', async () => {
  const box = await ownWorkspace();
  const before = await box.files();
  const rehearsed = await box.run([...SUBMIT, '--dry-run', '--lang', 'zh']);
  expect(rehearsed.code).toBe(0);
  expect(rehearsed.stdout).toContain('演示，没有写入');
  const declined = await box.run(SUBMIT, { answers: ['no'] });
  expect(declined.code).toBe(130);
  expect(await box.files()).toEqual(before);
  const ran = await box.run([...SUBMIT, '--problems', '个别村道路未通', '--lang', 'zh'], {
    answers: ['yes'],
  });
  expect(ran.code).toBe(0);
  expect(ran.asked).toEqual([{ message: '确定生成第1次报送件吗？', options: ['yes', 'no'] }]);
  expect(ran.stderr).toMatch(/^报送2024年第三季度台账、报表（第1次，截至9月18日）$/mu);
  expect(ran.stderr).toMatch(/^ {2}太平镇走访：已达3次$/mu);
  expect(ran.stderr).toMatch(/^ {2}工作中遇到的问题及建议：个别村道路未通$/mu);
  expect(ran.stdout).toMatch(/^已生成第1次报送件：共17条，核对码 [0-9A-HJKMNP-TV-Z]{8}。$/mu);
  expect(ran.stdout).toMatch(/^请于9月20日前把文件报立案庭，还有2天。$/mu);
  const [copy, sealed, ...others] = await sealedFiles(box);
  expect(others).toEqual([]);
  expect(copy).toBe('submissions/2024Q3/报送件_李敏_2024年第三季度_第1次.txt');
  expect(sealed).toMatch(/^submissions\/2024Q3\/粤5321_li-min_2024Q3_r1_[0-9a-f]{8}\.json$/u);
  expect(await box.read(copy ?? '')).toBe(await box.read(sealed ?? ''));
  const sha256 = inside(JSON.parse(await box.read(sealed ?? '')), 'seal', 'value');
  expect(inside(JSON.parse(await box.read(LEDGER)), 'submissions')).toMatchObject([
    { quarter: '2024Q3', attempt: 1, sha256 },
  ]);
  expect((await box.run(['check'])).code).toBe(0);
});

const COVER = 'reports/2024Q3/报送单_李敏_2024年第三季度_第1次.xlsx';

test('makes a cover sheet with what is counted, the code, and how early it is; one that was filled in stays', async () => {
  const box = await ownWorkspace();
  expect((await box.run([...SUBMIT, '--dry-run'])).code).toBe(0);
  expect(Object.keys(await box.files())).not.toContain(COVER);
  const ran = (await box.run([...SUBMIT, '--problems', '个别村道路未通', '--json'])).json();
  expect(inside(ran, 'covers')).toEqual([COVER]);
  const rows = await rowsOf(box, COVER, '报送单');
  const code = String(inside(ran, 'code'));
  expect(rows[4]?.slice(0, 3)).toEqual(['1', '走访座谈台账', '3']);
  expect(rows.slice(4, 8).map((row) => row[3])).toEqual(['0', '1', '—', '—']);
  expect(rows.flat()).toContain(`第几次报送：第1次　　核对码：${code}`);
  expect(rows.flat()).toContain('走访：太平镇已达3次');
  expect(rows.slice(4, 14).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(inside(ran, 'entries'));
  const notes = '报送期限：2024年9月20日（提前2天）　　工作中遇到的问题及建议：有，随报送件一并报送';
  expect(rows.flat()).toContain(notes);
  // The text of the problems may name somebody: it is in the sealed file alone.
  expect(JSON.stringify(rows)).not.toContain('个别村');
  await retype(box, COVER, '报送人：', '报送人：李敏');
  const again = (await box.run([...SUBMIT, '--json'])).json();
  expect(inside(again, 'covers')).toEqual([]);
  expect((await rowsOf(box, COVER, '报送单')).flat()).toContain('报送人：李敏');
});

test('a template of the cover sheet that is no good is told before anything is sealed', async () => {
  const box = await ownWorkspace();
  expect((await box.run(['template', 'export', '报送单'])).code).toBe(0);
  await retype(box, 'templates/报送单.xlsx', '{报送清单.条数}', '{报送清单.条树}');
  const before = await box.files();
  expect((await box.run([...SUBMIT, '--dry-run'])).code).toBe(3);
  const ran = await box.run([...SUBMIT, '--lang', 'zh']);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('报送清单.条数');
  expect(await box.files()).toEqual(before);
});

test('what tells nothing new makes no new attempt; what was added since makes the next', async () => {
  const box = await ownWorkspace();
  const first = (await box.run([...SUBMIT, '--json'])).json();
  const again = await box.run([...SUBMIT, '--lang', 'zh']);
  expect(again.stdout).toContain(
    `与第1次报送内容相同，没有重新生成。核对码 ${String(inside(first, 'code'))}。`,
  );
  const [copy = ''] = await sealedFiles(box);
  await box.remove(copy);
  expect((await box.run(SUBMIT)).code).toBe(0);
  expect(await sealedFiles(box)).toHaveLength(2);
  expect((await box.run(['visit', 'add', '--id', 'visit-late', ...VISIT])).code).toBe(0);
  const second = (await box.run([...SUBMIT, '--json'])).json();
  expect(second).toMatchObject({ quarter: '2024Q3', attempt: 2, entries: 18 });
  const file = String(inside(second, 'file'));
  expect(inside(JSON.parse(await box.read(file)), 'supersedes')).toEqual([inside(first, 'sha256')]);
});

test('a file that was sealed before the ledger could note it is taken over', async () => {
  const box = await ownWorkspace();
  const before = await box.read(LEDGER);
  const made = (await box.run([...SUBMIT, '--json'])).json();
  // As if the run had died between the two.
  for (const file of Object.keys(await box.files())) if (file.startsWith('backups/')) await box.remove(file);
  await box.write(LEDGER, before);
  const again = await box.run([...SUBMIT, '--json']);
  expect(again.json()).toMatchObject({
    attempt: 1,
    file: inside(made, 'file'),
    sha256: inside(made, 'sha256'),
  });
  expect(await sealedFiles(box)).toHaveLength(2);
  expect(inside(JSON.parse(await box.read(LEDGER)), 'submissions')).toHaveLength(1);
});

test('a sealed file that was changed is named and never taken over', async () => {
  const box = await ownWorkspace();
  expect((await box.run(SUBMIT)).code).toBe(0);
  const [, sealed = ''] = await sealedFiles(box);
  await box.write(sealed, (await box.read(sealed)).replace('马山社区', '马山村'));
  const ran = await box.run([...SUBMIT, '--lang', 'zh']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('内容与报送时不一致，有改动的登记：visit-240703-7kq2');
  expect(ran.stdout).toContain('已生成第2次报送件');
});

test('nothing is decided between two sealed files of one attempt', async () => {
  const box = await ownWorkspace();
  const before = await box.read(LEDGER);
  expect((await box.run(SUBMIT)).code).toBe(0);
  const [, sealed = ''] = await sealedFiles(box);
  const first = await box.read(sealed);
  await box.remove(sealed);
  for (const file of Object.keys(await box.files())) if (file.startsWith('backups/')) await box.remove(file);
  await box.write(LEDGER, before);
  expect((await box.run([...SUBMIT, '--problems', '道路未通'])).code).toBe(0);
  await box.write(sealed, first);
  for (const file of Object.keys(await box.files())) if (file.startsWith('backups/')) await box.remove(file);
  await box.write(LEDGER, before);
  const files = (await sealedFiles(box)).filter((file) => file.endsWith('.json'));
  await expectRefused(box, SUBMIT, {
    code: 5,
    en: `Attempt 1 has 2 sealed files, none of which the ledger knows: ${files.join(', ')}. Ask the filing division which one it has, move the other out of the submissions folder, and try again.`,
    zh: `第1次报送有2份报送件，台账里都没有记录：${files.join('、')}。请向立案庭核实收到的是哪一份，把另一份移出 submissions 文件夹后重新运行。`,
  });
});

test.each([
  [['submit'], 2, /--quarter/],
  [['submit', '--quarter', '2030Q1'], 2, /has not begun yet/],
  [['submit', '--quarter', '2024Q5'], 2, /2024Q5/],
  [[...SUBMIT, '--problems', '问'.repeat(5_001)], 2, /5001|5,001/],
  [[...SUBMIT, '--problems', '道路\u001B[2J未通'], 2, /U\+001B/],
])('%j is refused, and nothing is written', async (argv, code, message) => {
  const box = await ownWorkspace();
  const before = await box.files();
  const ran = await box.run(argv);
  expect([ran.code, ran.stderr]).toEqual([code, expect.stringMatching(message)]);
  expect(await box.files()).toEqual(before);
});

test('a judge who serves no town in the quarter is asked to look again, and late is said', async () => {
  const box = await ownWorkspace();
  const ran = await box.run(['submit', '--quarter', '2023Q4', '--today', '2024-01-05', '--lang', 'zh']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('名册中该联系法官在2023年第四季度没有挂点镇');
  expect(ran.stdout).toContain('超期16天，请尽快把文件报立案庭。');
});

test('the name of a judge is made fit for a file’s, and told apart from a namesake’s', async () => {
  const box = await ownWorkspace();
  // 何静 is another liaison judge of the sample.
  const roster = (await sampleFile('roster.json')).replace(/"name": "(?:李敏|何静)"/gu, '"name": "李/敏"');
  await box.write('roster.json', roster);
  await box.write(LEDGER, (await box.read(LEDGER)).replace('"name": "李敏"', '"name": "李/敏"'));
  expect((await box.run(SUBMIT)).code).toBe(0);
  expect(await sealedFiles(box)).toContain(
    join('submissions/2024Q3', '报送件_李敏（li-min）_2024年第三季度_第1次.txt'),
  );
});

test('what was shown is what is sealed: a ledger that changes while the question stands is refused', async () => {
  const box = await ownWorkspace();
  const raw = fakeEnvironment({ cwd: box.home, userHome: join(box.home, '..', 'user'), answers: ['yes'] });
  const confirm = async (): Promise<boolean> => {
    expect((await box.run(['visit', 'add', '--id', 'visit-between', ...VISIT])).code).toBe(0);
    return true;
  };
  const questions = async (language: Language): Promise<Questions> => ({
    ...(await raw.questions(language)),
    confirm,
  });
  expect(await run(SUBMIT, { ...raw, questions })).toBe(5);
  expect(raw.written.stderr).toContain('changed');
  expect(await sealedFiles(box)).toEqual([]);
  expect(inside(JSON.parse(await box.read(LEDGER)), 'submissions')).toEqual([]);
});

test('what was entered in a quarter since it was handed in is on the agenda, and goes before the next quarter', async () => {
  const box = await ownWorkspace();
  // The sample goes on into 2025: handed in behind all of it, nothing is owed.
  const first = (await box.run([...SUBMIT, '--json'], { now: '2029-01-01T00:00:00Z' })).json();
  const agenda = ['agenda', '--days', '90', '--json'];
  expect(JSON.stringify((await box.run([...agenda, '--today', '2024-10-08'])).json())).not.toContain(
    'supplement',
  );
  const visit = ['--date', '2024-09-25', '--town', '太平镇', '--village', '马山社区', '--form', 'visit'];
  const add = ['visit', 'add', '--id', 'visit-late', ...visit, '--findings', '水渠淤塞', '--yes'];
  const later = { now: '2030-01-01T00:00:00Z' };
  expect((await box.run([...add, '--today', '2024-10-08'], later)).code).toBe(0);
  const items = inside((await box.run([...agenda, '--today', '2024-10-08'])).json(), 'items');
  expect(items).toContainEqual(
    expect.objectContaining({ clock: 'supplement', judge: 'li-min', due: '2024-12-20' }),
  );
  const next = ['submit', '--quarter', '2024Q4', '--today', '2024-12-18', '--json'];
  const handed = (await box.run(next, later)).json();
  expect(handed).toMatchObject({
    quarter: '2024Q4',
    attempt: 1,
    supplements: [{ quarter: '2024Q3', attempt: 2 }],
  });
  const second = String(inside(handed, 'supplements', 0, 'file'));
  const sealed: unknown = JSON.parse(await box.read(second));
  expect(inside(sealed, 'supersedes')).toEqual([inside(first, 'sha256')]);
  expect(inside(sealed, 'entryDigests', 'visit-late')).toMatch(/^[0-9a-f]{16}$/u);
  expect(inside((await box.run(next, later)).json(), 'supplements')).toBeUndefined();
});
