import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealValue } from '../../src/domain/seal.ts';
import { digestOf } from '../../src/store/digest.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { sandbox } from '../support/sandbox.ts';
import { retype, rowsOf } from './sheets.ts';
import { inside, VISIT } from './workspaces.ts';

const JUDGES = ['li-min', 'he-jing'] as const;

/** The sample as the judges' own, and an office that has only the roster. */
async function courthouse(): Promise<{ readonly judges: Sandbox; readonly office: Sandbox }> {
  const judges = await sandbox('sample');
  const office = await sandbox();
  await office.write('roster.json', await judges.read('roster.json'));
  return { judges, office };
}

async function submit(
  judges: Sandbox,
  judge: string,
  today = '2024-09-18',
): Promise<Readonly<Record<string, string>>> {
  const argv = ['submit', '--judge', judge, '--quarter', '2024Q3', '--today', today, '--yes', '--json'];
  const ran = await judges.run(argv);
  expect(ran.code, ran.stderr).toBe(0);
  const file = String(inside(ran.json(), 'file'));
  return { file, text: await judges.read(file), code: String(inside(ran.json(), 'code')) };
}

function verdicts(json: unknown): readonly string[] {
  const results = inside(json, 'results');
  return Array.isArray(results)
    ? results.map(
        (one) => `${String(inside(one, 'file')).split('/').at(-1) ?? ''} ${String(inside(one, 'verdict'))}`,
      )
    : [];
}

test('what was handed in is kept with a line of the record, gets a receipt, and stands in the status', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min');
  await office.write('in/a.json', sent['text'] ?? '');
  const ran = await office.run([
    'receive',
    'in',
    '--on',
    '2024-09-23',
    '--filing-on',
    '2024-09-19',
    '--lang',
    'zh',
  ]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toBe(
    [
      `李敏 2024年第三季度 第1次 核对码 ${sent['code'] ?? ''}：已接收（in/a.json）`,
      '共1个文件：已接收1。',
      '回执1份，在 reports/2024Q3。',
      '下一步：ledger status --quarter 2024Q3 查看报送情况。',
      '',
    ].join('\n'),
  );
  expect(await office.read(sent['file'] ?? '')).toBe(sent['text']);
  const receipt = await office.read('reports/2024Q3/回执_李敏_2024年第三季度_第1次.txt');
  expect(receipt).toContain(
    '\r\n　　合计：17条\r\n立案庭收件日：2024年9月19日（研究室收件日：2024年9月23日）\r\n',
  );
  expect(receipt).toContain('报送期限：2024年9月20日，按期报送');
  const book = await rowsOf(office, 'reports/2024Q3/回执_李敏_2024年第三季度_第1次.xlsx', '报送回执');
  expect(book[4]?.slice(0, 3)).toEqual(['1', '走访座谈台账', '3']);
  expect(book.flat()).toContain(`第几次报送：第1次　　核对码：${sent['code'] ?? ''}`);
  expect(book.flat()).toContain(
    '收件日：2024年9月23日　　立案庭收件日：2024年9月19日　　报送期限：2024年9月20日，按期报送',
  );
  const status = (
    await office.run(['status', '--quarter', '2024Q3', '--today', '2024-09-24', '--json'])
  ).json();
  expect(inside(status, 'due')).toBe('2024-09-20');
  expect(inside(status, 'rows', 5)).toEqual({
    judge: 'li-min',
    towns: ['太平镇'],
    state: 'submitted',
    attempt: 1,
    receivedOn: '2024-09-19',
    receivedBy: 'filing',
    late: false,
    entries: 17,
    code: sent['code'],
  });
  expect(inside(status, 'rows', 0)).toEqual({
    judge: 'he-jing',
    towns: ['新城镇'],
    state: 'missing',
    late: true,
  });
  const strict = await office.run([
    'status',
    '--quarter',
    '2024Q3',
    '--today',
    '2024-09-24',
    '--strict',
    '--lang',
    'zh',
  ]);
  expect(strict.code).toBe(1);
  expect(strict.stdout).toContain('应报12人，已报1人，未报11人：何静、');
  expect(strict.stdout).toContain(
    '催报：截至9月24日，尚未报送2024年第三季度台账、报表的联系法官：何静（新城镇）、',
  );
});

test('without the filing division’s day the office’s decides, and says so; the judge’s clock says nothing', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min', '2025-09-18');
  await office.write('in/a.json', sent['text'] ?? '');
  await office.run(['receive', 'in', '--on', '2024-09-23']);
  const late = (
    await office.run(['status', '--quarter', '2024Q3', '--today', '2024-09-24', '--json'])
  ).json();
  expect(inside(late, 'rows', 5)).toMatchObject({
    receivedOn: '2024-09-23',
    receivedBy: 'office',
    late: true,
  });
  // The filing division's own record, handed on, is known by what it says.
  const filing = await sandbox();
  await filing.write('roster.json', await office.read('roster.json'));
  await filing.write('in/a.json', sent['text'] ?? '');
  await filing.run(['receive', 'in', '--on', '2024-09-20']);
  await office.write('stick/收件记录.jsonl', await filing.read('submissions/received.jsonl'));
  expect((await office.run(['receive', 'stick', '--lang', 'zh'])).stdout).toContain(
    '立案庭收件记录，已登记收件日',
  );
  const inTime = (
    await office.run(['status', '--quarter', '2024Q3', '--today', '2024-09-24', '--json'])
  ).json();
  expect(inside(inTime, 'rows', 5)).toMatchObject({
    receivedOn: '2024-09-20',
    receivedBy: 'filing',
    late: false,
  });
});

test('every odd thing in a folder is named with its verdict, and what is sound is taken', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min');
  const text = sent['text'] ?? '';
  const other = await submit(judges, 'he-jing');
  await office.write('in/a.json', text);
  await office.write('in/a - 副本.json', text);
  await office.write(
    'in/b 重排.txt',
    `\uFEFF${JSON.stringify(JSON.parse(text), null, 7).replaceAll('\n', '\r\n')}`,
  );
  await office.write('in/c 改过.json', text.replace('太平镇', '水台镇'));
  await office.write('in/d 半份.json', text.slice(0, 3000));
  await office.write('in/e 空.json', '');
  await office.write('in/f 台账.json', await judges.read('ledgers/li-min.json'));
  await office.write('in/g 外院.json', (other['text'] ?? '').replace('新兴县人民法院', '罗定市人民法院'));
  await office.write('in/h.zip', 'PK\u0003\u0004 ...');
  await office.write('in/i 通知.txt', '请于9月20日前报送。');
  await office.write('in/Thumbs.db', 'x');
  await office.write('in/1/2/3/4/深.json', text);
  await office.write('outside.json', text);
  await symlink(join(office.home, 'outside.json'), join(office.home, 'in/k 链接.json'));
  await symlink(office.home, join(office.home, 'in/l 圈'));
  await mkdir(join(office.home, 'in/m 空文件夹'));
  const ran = await office.run(['receive', 'in', '--on', '2024-09-19', '--json']);
  expect(ran.code).toBe(7);
  expect(verdicts(ran.json())).toEqual([
    '4 skipped',
    'Thumbs.db skipped',
    'a - 副本.json accepted',
    'a.json duplicate',
    'b 重排.txt duplicate',
    'c 改过.json rejected',
    'd 半份.json rejected',
    'e 空.json rejected',
    'f 台账.json skipped',
    'g 外院.json rejected',
    'h.zip skipped',
    'i 通知.txt skipped',
    'k 链接.json skipped',
    'l 圈 skipped',
  ]);
  expect(inside(ran.json(), 'results', 5)).toMatchObject({ reason: 'seal-broken' });
  const consolidated = await office.run(['consolidate', '--quarter', '2024Q3', '--json']);
  expect(consolidated.code).toBe(0);
  const sources = inside(consolidated.json(), 'sources');
  expect(sources).toContainEqual({ judge: 'li-min', source: 'submission', file: sent['file'], entries: 17 });
  expect(sources).toContainEqual({ judge: 'he-jing', source: 'missing', entries: 0 });
});

test('one file at hand with a broken seal is refused with 4, and nothing is kept', async () => {
  const { judges, office } = await courthouse();
  const { text = '' } = await submit(judges, 'li-min');
  await office.write('in/a.json', text.replace('马山社区', '社圩村'));
  const ran = await office.run(['receive', 'in/a.json', '--lang', 'zh']);
  expect(ran.code).toBe(4);
  expect(ran.stderr).toContain('内容与报送时不一致，有改动的登记：');
  expect(
    Object.keys(await office.files()).filter(
      (file) => file.endsWith('.json') && file.startsWith('submissions/'),
    ),
  ).toEqual([]);
  const nothing = await office.run(['receive', '没有.json', '--lang', 'zh']);
  expect(nothing.code).toBe(3);
  expect((await office.run(['receive', '--lang', 'zh'])).code).toBe(2);
});

test('a judge who is not on the roster waits, and counts once the roster knows the judge', async () => {
  const { judges, office } = await courthouse();
  const { text = '' } = await submit(judges, 'li-min');
  const roster = await office.read('roster.json');
  await office.write('roster.json', roster.replaceAll('"li-min"', '"li-min-2"'));
  await office.write('in/a.json', text);
  const ran = await office.run(['receive', 'in', '--json']);
  expect(ran.code).toBe(7);
  expect(verdicts(ran.json())).toEqual(['a.json quarantined']);
  await office.write('roster.json', roster);
  const status = (
    await office.run(['status', '--quarter', '2024Q3', '--today', '2026-12-01', '--json'])
  ).json();
  expect(inside(status, 'rows', 5)).toMatchObject({ judge: 'li-min', state: 'submitted' });
});

test('another rule than the office’s is a reason to reject', async () => {
  const { judges, office } = await courthouse();
  const { text = '' } = await submit(judges, 'li-min');
  const roster = await office.read('roster.json');
  await office.write('roster.json', roster.replace('"visitsPerQuarter": 3', '"visitsPerQuarter": 4'));
  await office.write('in/a.json', text);
  const ran = await office.run(['receive', 'in/a.json', '--lang', 'zh']);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('报送件用的规则与名册不同：visitsPerQuarter');
});

test('two of one attempt wait for a decision; a live ledger never stands in for them', async () => {
  const { judges, office } = await courthouse();
  const first = await submit(judges, 'li-min');
  const elsewhere = await sandbox('sample');
  await elsewhere.run(['visit', 'add', ...VISIT, '--judge', 'li-min', '--yes']);
  const second = await submit(elsewhere, 'li-min');
  await office.write('ledgers/li-min.json', await judges.read('ledgers/li-min.json'));
  await office.write('in/a.json', first['text'] ?? '');
  await office.write('in/b.json', second['text'] ?? '');
  const ran = await office.run(['receive', 'in', '--json']);
  expect(ran.code).toBe(7);
  expect(verdicts(ran.json())).toEqual(['a.json conflict', 'b.json conflict']);
  const merged = await office.run(['consolidate', '--quarter', '2024Q3', '--json']);
  expect(merged.code).toBe(7);
  expect(inside(merged.json(), 'sources')).toContainEqual({ judge: 'li-min', source: 'missing', entries: 0 });
  const unknown = await office.run(['receive', '--accept', '00000000', '--yes']);
  expect(unknown.code).toBe(2);
  const typed = (second['code'] ?? '').toLowerCase();
  expect((await office.run(['receive', '--accept', typed, '--yes'])).code).toBe(0);
  const decided = await office.run(['consolidate', '--quarter', '2024Q3', '--json']);
  expect(decided.code).toBe(0);
  expect(inside(decided.json(), 'sources')).toContainEqual({
    judge: 'li-min',
    source: 'submission',
    file: second['file'],
    entries: 18,
  });
  expect((await office.run(['receive', '--accept', typed, '--yes'])).code).toBe(2);
});

test('what is returned is counted no more, gets a notice, and the next attempt answers it', async () => {
  const { judges, office } = await courthouse();
  const first = await submit(judges, 'li-min');
  await office.write('in/a.json', first['text'] ?? '');
  await office.run(['receive', 'in', '--on', '2024-09-18']);
  const argv = ['receive', '--return', first['code'] ?? '', '--on', '2024-09-19', '--lang', 'zh'];
  expect((await office.run(argv)).code).toBe(2);
  const ran = await office.run([...argv, '--reason', '9月3日的走访与实际不符']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(await office.read('reports/2024Q3/退回通知_李敏_2024年第三季度_第1次.txt')).toContain(
    '退回原因：9月3日的走访与实际不符',
  );
  const status = await office.run(['status', '--quarter', '2024Q3', '--today', '2024-09-20', '--lang', 'zh']);
  expect(status.stdout).toContain('应报12人，已报0人，退回1人（李敏），未报11人：');
  await judges.run(['visit', 'add', ...VISIT, '--judge', 'li-min', '--yes']);
  const second = await submit(judges, 'li-min', '2024-09-21');
  await office.write('in/b.json', second['text'] ?? '');
  expect(verdicts((await office.run(['receive', 'in', '--on', '2024-09-21', '--json'])).json())).toEqual([
    'a.json duplicate',
    'b.json accepted',
  ]);
  const after = (
    await office.run(['status', '--quarter', '2024Q3', '--today', '2024-09-22', '--json'])
  ).json();
  expect(inside(after, 'rows', 5)).toMatchObject({ state: 'submitted', attempt: 2, late: false });
});

test('a last line that was torn is told and left out; a damaged line before it stops everything', async () => {
  const { judges, office } = await courthouse();
  for (const judge of JUDGES)
    await office.write(`in/${judge}.json`, (await submit(judges, judge))['text'] ?? '');
  await office.run(['receive', 'in']);
  const record = await office.read('submissions/received.jsonl');
  await office.write('submissions/received.jsonl', record.slice(0, -40));
  const status = await office.run(['status', '--quarter', '2024Q3', '--lang', 'zh']);
  expect(status.code).toBe(0);
  expect(status.stderr).toContain('收件记录的最后一行没有写完，已略去');
  expect(verdicts((await office.run(['receive', 'in', '--json'])).json())).toEqual([
    'he-jing.json duplicate',
    'li-min.json accepted',
  ]);
  expect((await office.read('submissions/received.jsonl')).split('\n')).toHaveLength(3);
  await office.write('submissions/received.jsonl', record.replace('{', ''));
  for (const argv of [['status'], ['consolidate'], ['receive', 'in']]) {
    const ran = await office.run([
      ...argv,
      ...(argv[0] === 'receive' ? [] : ['--quarter', '2024Q3']),
      '--lang',
      'zh',
    ]);
    expect(ran.code, argv.join(' ')).toBe(3);
    expect(ran.stderr).toContain('submissions/received.jsonl 第1行：收件记录的这一行已损坏');
  }
});

test('a copy that is gone or was changed counts for nothing, and the original heals it', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min');
  await office.write('in/a.json', sent['text'] ?? '');
  await office.run(['receive', 'in']);
  await office.write(sent['file'] ?? '', (sent['text'] ?? '').replace('马山社区', '社圩村'));
  const merged = await office.run(['consolidate', '--quarter', '2024Q3', '--json']);
  expect(merged.code).toBe(7);
  expect(inside(merged.json(), 'findings')).toContainEqual(
    expect.objectContaining({ code: 'received-file-gone', judge: 'li-min' }),
  );
  await office.run(['receive', 'in']);
  expect(await office.read(sent['file'] ?? '')).toBe(sent['text']);
  expect((await office.run(['consolidate', '--quarter', '2024Q3', '--json'])).code).toBe(0);
});

test('a submission that this version can’t read any more counts for nothing, and is told: never as 0', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min');
  await office.write('in/a.json', sent['text'] ?? '');
  await office.run(['receive', 'in']);
  // As if it had been taken by a version that knew another form of a visit.
  const text = (sent['text'] ?? '').replace('"form": "visit"', '"form": "outing"');
  const parsed: unknown = JSON.parse(text);
  const other = Object.fromEntries(Object.entries(parsed ?? {}));
  const value = sealValue('liaison-submission/1', other, digestOf);
  await office.write(sent['file'] ?? '', JSON.stringify({ ...other, seal: { alg: 'sha256-jcs', value } }));
  const record = await office.read('submissions/received.jsonl');
  const seal = String(inside(JSON.parse(record), 'seal'));
  await office.write('submissions/received.jsonl', record.replace(seal, value));
  const merged = await office.run(['consolidate', '--quarter', '2024Q3', '--json']);
  expect(merged.code).toBe(7);
  const codes = inside(merged.json(), 'findings');
  expect(codes).toContainEqual(expect.objectContaining({ code: 'received-file-gone', judge: 'li-min' }));
  expect(codes).toContainEqual(
    expect.objectContaining({ code: 'value-invalid', judge: 'li-min', entry: 'visit-240703-7kq2' }),
  );
  expect(inside(merged.json(), 'sources')).toContainEqual({ judge: 'li-min', source: 'missing', entries: 0 });
});

test('an office’s template of the receipt that is no good keeps back the workbook, not what is received nor the text', async () => {
  const { judges, office } = await courthouse();
  const sent = await submit(judges, 'li-min');
  await office.write('in/a.json', sent['text'] ?? '');
  await office.run(['template', 'export', '报送回执']);
  await retype(office, 'templates/报送回执.xlsx', '{收件清单.条数}', '{收件清单.条树}');
  const ran = await office.run(['receive', 'in', '--on', '2024-09-19', '--lang', 'zh']);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('收件清单.条数');
  const files = Object.keys(await office.files());
  expect(files).toContain(sent['file']);
  expect(files).toContain('reports/2024Q3/回执_李敏_2024年第三季度_第1次.txt');
  expect(files).not.toContain('reports/2024Q3/回执_李敏_2024年第三季度_第1次.xlsx');
  await office.remove('templates/报送回执.xlsx');
  expect((await office.run(['receive', 'in', '--on', '2024-09-19'])).code).toBe(0);
  expect(Object.keys(await office.files())).toContain('reports/2024Q3/回执_李敏_2024年第三季度_第1次.xlsx');
});
