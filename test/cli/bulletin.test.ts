import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { judgesNamed } from '../../src/domain/roster.ts';
import { readPackage, writePackage, type PartBody } from '../../src/package/package.ts';
import { readAllLedgers } from '../../src/store/ledgers.ts';
import { loadRoster } from '../../src/store/rosters.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { linesOf, p, partOf, word } from '../documents/docx/word.ts';
import { SAMPLE, sandbox, type Sandbox } from '../support/sandbox.ts';
import { packageTexts, plainText } from './package-texts.ts';
import { rowsOf } from './sheets.ts';
import { expectRefused, inside } from './workspaces.ts';

const LATER = ['--today', '2025-07-01'];
const Q3 = ['bulletin', '--quarter', '2024Q3', ...LATER];
const Q4 = ['bulletin', '--quarter', '2024Q4', ...LATER];
const OWN = 'templates/情况通报.docx';

const file = (quarter = '2024Q3'): string => `reports/${quarter}/情况通报.docx`;
const bytesOf = (box: Sandbox, name = file()): Promise<Buffer> => readFile(join(box.home, name));
const lines = async (box: Sandbox, name = file()): Promise<readonly string[]> =>
  linesOf(await bytesOf(box, name));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the bulletin of the sample', () => {
  test('is told with its digest, and with what is left to write', async () => {
    const box = await sandbox('sample');
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^已起草2024年第三季度情况通报：\n {2}reports\/2024Q3\/情况通报\.docx {2}[0-9a-f]{12}\n下一步：/u,
    );
    const json = (await box.run([...Q3, '--json'])).json();
    expect(json).toMatchObject({
      schemaVersion: 1,
      quarter: '2024Q3',
      asOf: '2024-09-30',
      findings: [{ code: 'hearing-counted-once' }],
      documents: [{ path: file() }],
    });
    expect(inside(json, 'documents', 0, 'digest')).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('has its parts in their order, and says what is true of the quarter', async () => {
    const box = await sandbox('sample');
    await box.run(Q3);
    const all = await lines(box);
    expect(all.filter((line) => /^[一二三四五六]、/u.test(line))).toEqual([
      '一、总体情况',
      '二、各镇工作情况',
      '三、走访和报送情况',
      '四、典型做法',
      '五、存在问题及代表委员意见建议',
      '六、下步工作',
    ]);
    expect(all.slice(0, 9).join('\n')).toContain('关于2024年第三季度“法官进综治中心”\n工作情况的通报');
    expect(all).toContain('各部门、各联系法官：');
    expect(all).toContain('审判管理办公室（研究室）');
    expect(all).toContain(
      '（一）走访次数核对。按每季度走访不少于3次核对，共12个镇，9个镇达到，3个镇未达到：水台镇（2次）、大江镇（1次）、簕竹镇（0次）。',
    );
    expect(all.filter((line) => /^（[一二三四五六七八九十]+）\S+镇（联系法官：/u.test(line))).toHaveLength(
      12,
    );
    expect(all.join('')).not.toMatch(/[{}]/u);
  });

  test('has the rows of both tables of 季度汇总表', async () => {
    const box = await sandbox('sample');
    await box.run(Q4);
    await box.run(['consolidate', '--quarter', '2024Q4', ...LATER]);
    const all = await lines(box, file('2024Q4'));
    for (const sheet of ['表一 走访联络', '表二 审判及诉调衔接']) {
      const rows = await rowsOf(box, 'reports/2024Q4/季度汇总表.xlsx', sheet);
      const numbers = (cells: readonly string[]) => cells.filter((cell) => /^\d+$/u.test(cell)).join(' ');
      const towns = rows.filter(([no = '', town = '']) => /^\d+$/u.test(no) && town.endsWith('镇'));
      expect(towns).toHaveLength(12);
      const written = all.map((line) => numbers(line.split(' | ')));
      for (const row of towns) expect(written).toContain(numbers(row));
    }
    expect(all.find((line) => line.startsWith('走访联络方面。'))).toContain(
      '走访39次（较上季度增加2次，上升5.4%）',
    );
  });

  test('before the quarter’s end says so, and names nobody as short', async () => {
    const box = await sandbox('sample');
    await box.run([...Q3, '--as-of', '2024-09-18']);
    const text = (await lines(box)).join('\n');
    expect(text).toContain('数据截至9月18日，季度尚未结束。');
    expect(text).toContain('季度尚未结束，其余待季度结束后核对。');
    expect(text).not.toContain('未达到');
  });

  test('a judge whose ledger is not there is 未报, never 0', async () => {
    const box = await sandbox('sample');
    await rm(join(box.home, 'ledgers/li-min.json'));
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.stdout).toContain('未报：李敏。');
    const text = (await lines(box)).join('\n');
    expect(text).toContain('太平镇的联系法官未报送，以下数据不含其登记。');
    expect(text).toContain('应报送台账、报表的联系法官12人；有台账11人；未报1人（李敏）。');
    expect(text).toContain('未报送、无法核对的1个镇：太平镇。');
  });
});

test('from what was handed in: who handed in, who was late, and who did not', async () => {
  const judges = await sandbox('sample');
  const office = await sandbox();
  await office.write('roster.json', await judges.read('roster.json'));
  for (const [judge, on] of [
    ['li-min', '2024-09-19'],
    ['he-jing', '2024-09-23'],
  ] as const) {
    const argv = [
      'submit',
      '--judge',
      judge,
      '--quarter',
      '2024Q3',
      '--today',
      '2024-09-18',
      '--yes',
      '--json',
    ];
    const sent = String(inside((await judges.run(argv)).json(), 'file'));
    await office.write('in/a.json', await judges.read(sent));
    expect(await office.run(['receive', 'in/a.json', '--on', on, '--today', '2024-09-24'])).toMatchObject({
      code: 0,
    });
  }
  const ran = await office.run(Q3);
  expect(ran.code, ran.stderr).toBe(0);
  const text = (await lines(office)).join('\n');
  expect(text).toMatch(/联系法官12人；已报送2人；未报10人（[^）]*苏婷[^）]*）。已报送的，逾期1人（何静）。/u);
  expect(text).toMatch(/太平镇（联系法官：李敏）。走访\d次/u);
});

describe('masked', () => {
  test.each(['2024Q3', '2024Q4', '2025Q1', '2025Q2'])(
    'in no part of the package is there a person or a text of an entry (%s)',
    async (quarter) => {
      const box = await sandbox('sample');
      await box.run(['bulletin', '--quarter', quarter, ...LATER]);
      const texts = (await packageTexts(box, file(quarter))).map(plainText).join('\n');
      const secrets = await personalTexts();
      expect(secrets.length).toBeGreaterThan(200);
      expect(secrets.filter((secret) => texts.includes(plainText(secret)))).toEqual([]);
    },
  );

  test('what a template tells of them is masked, and its author with it', async () => {
    const box = await withParty();
    const cut = `<w:ins w:author="${PARTY}">${p([PARTY.slice(0, 1), PARTY.slice(1)])}</w:ins>`;
    await box.write(OWN, await word(p(`感谢${PARTY}`) + p('{总体情况.段}'), cut));
    expect((await box.run(Q3)).code).toBe(0);
    const texts = await packageTexts(box, file());
    expect(texts.filter((text) => plainText(text).includes(PARTY))).toEqual([]);
    expect((await lines(box))[0]).toMatch(/^感谢(?!$)/u);
  });

  test('a package that still tells one is not written', async () => {
    const box = await withParty();
    const parts = new Map<string, PartBody>(await readPackage(await word(p('{总体情况.段}'))));
    parts.set('custom/more.bin', [PARTY]);
    await box.write(OWN, (await writePackage(parts)).bytes);
    const ran = await box.run(Q3);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('custom/more.bin');
    expect(Object.keys(await box.files()).filter((name) => name.startsWith('reports/'))).toEqual([]);
  });

  test('where a ledger can’t be read, nobody knows the names in it', async () => {
    const box = await sandbox('sample');
    await box.write('ledgers/li-min.json', '{');
    const ran = await box.run(Q3);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('ledgers/li-min.json');
  });
});

describe('the same ledgers', () => {
  test.each(['Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo'])(
    'give the same bytes in %s',
    async (zone) => {
      const [one, other] = [await sandbox('sample'), await sandbox('sample')];
      await one.run(Q3);
      vi.stubEnv('TZ', zone);
      await other.run(['bulletin', '--quarter', '2024Q3', '--today', '2025-05-01']);
      expect(Buffer.compare(await bytesOf(one), await bytesOf(other))).toBe(0);
    },
  );

  test('give the same bytes whatever the order of the files', async () => {
    const [one, other] = [await sandbox('sample'), await sandbox('sample')];
    await one.run(Q3);
    for (const name of (await readdir(join(other.home, 'ledgers'))).toReversed()) {
      const at = join(other.home, 'ledgers', name);
      await rename(at, `${at}.away`);
      await rename(`${at}.away`, at);
    }
    await other.run(Q3);
    expect(Buffer.compare(await bytesOf(one), await bytesOf(other))).toBe(0);
  });
});

describe('the template', () => {
  test('of the workspace wins, also where Word cut its marks into runs', async () => {
    const box = await sandbox('sample');
    await box.write(OWN, await word(p(['{季', '度}简', '报']) + p('{各镇情况.镇}：{.情况}')));
    const ran = await box.run([...Q3, '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(`${OWN}：表样里没有“总体情况”的占位名，这部分没有填入。`);
    const all = await lines(box);
    expect(all[0]).toBe('2024年第三季度简报');
    expect(all[11]).toBe('簕竹镇：本季度没有登记。');
    expect(all).toHaveLength(13);
  });

  test('with a name that nobody knows is refused with the nearest, and told by template check', async () => {
    const box = await sandbox('sample');
    await box.write(OWN, await word(p('{季渡}')));
    const words = {
      en: `${OWN}: There is no mark {季渡}. Did you mean {季度}?`,
      zh: `${OWN}：不认识的占位名 {季渡}。是不是 {季度}？`,
    };
    await expectRefused(box, Q3, { code: 3, ...words });
    const ran = await box.run(['template', 'check', '情况通报.docx']);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stdout).toContain(`error: ${words.en}\n`);
  });

  test('that is no document is refused', async () => {
    const box = await sandbox('sample');
    await box.write(OWN, 'text');
    await expectRefused(box, Q3, {
      code: 3,
      en: `${OWN}: This is no Word document (.docx), or a damaged one, or one with a password. Open it in Word or WPS, take away the password and what is not needed, and save it as .docx.`,
      zh: `${OWN}：不是 Word 文档（.docx），或已损坏、设了打开密码。请用 Word 或 WPS 打开，去掉打开密码和多余的内容，另存为 .docx 后再试。`,
    });
  });

  test('built in is all right, and has the official page and typefaces', async () => {
    const box = await sandbox('sample');
    await box.run(['template', 'export', '情况通报']);
    expect(await box.run(['template', 'check'])).toMatchObject({ code: 0, stdout: '' });
    const document = await partOf(await bytesOf(box, OWN));
    // GB/T 9704-2012: A4, 37 mm above and 28 mm to the left of the text, 22 and 16 points, lines of 28.
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(document).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(document).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/u);
    expect(document).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/><w:sz w:val="32"\/>/u);
    expect(document).toContain('w:line="560" w:lineRule="exact"');
  });
});

describe('what is written', () => {
  test('a draft that somebody wrote in is not replaced, unless forced', async () => {
    const box = await sandbox('sample');
    await box.run(Q3);
    await box.write(file(), await word(p('written')));
    const ran = await box.run(Q3);
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(await lines(box)).toEqual(['written']);
    expect(await box.run([...Q3, '--force'])).toMatchObject({ code: 0 });
    expect(await lines(box)).toContain('一、总体情况');
  });

  test('goes into another folder; a rehearsal writes nothing', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run([...Q3, '--dry-run', '-o', 'out']);
    expect(ran.stdout).toMatch(/^Rehearsal, nothing written\. A real run drafts the bulletin of 2024Q3:\n/u);
    expect(await box.files()).toEqual(before);
    await box.run([...Q3, '-o', 'out']);
    expect(await lines(box, 'out/情况通报.docx')).toContain('六、下步工作');
  });

  test('needs a quarter that has begun', async () => {
    const box = await sandbox('sample');
    expect((await box.run(['bulletin', ...LATER])).code).toBe(2);
    expect((await box.run(['bulletin', '--quarter', '2025Q4', ...LATER])).code).toBe(2);
  });
});

/** Every value of a field of persons of the sample, name by name, and every text that somebody wrote freely. */
async function personalTexts(): Promise<readonly string[]> {
  const workspace = workspaceAt(SAMPLE);
  const roster = await loadRoster(workspace);
  const { read } = await readAllLedgers(workspace, KINDS);
  const texts = read.flatMap(({ ledger }) =>
    ledger.entries.flatMap(({ kind: id, values }) =>
      (KINDS.find((kind) => kind.id === id)?.fields ?? [])
        .filter(
          ({ type, holds }) =>
            type.offer.type === 'text' && !['judge', 'mediator', 'body', 'term'].includes(holds ?? ''),
        )
        .flatMap(({ key, holds }) => {
          const text = String(values[key] ?? '');
          return holds === undefined ? [text] : text.split(/[、，,；;（(]/u);
        }),
    ),
  );
  const towns = new Set(roster.towns.flatMap(({ name, centre }) => [name, centre?.name ?? '']));
  return [...new Set(texts)].filter(
    // The programme’s own name has the word for a centre.
    (text) =>
      text.length > 1 && text !== '综治中心' && !towns.has(text) && judgesNamed(roster, text).length === 0,
  );
}

/** Nobody of the sample. */
const PARTY = '梁大强';

/** The sample with a dispute of this party's. */
async function withParty(): Promise<Sandbox> {
  const box = await sandbox('sample');
  const entry = {
    ...{ id: 'dispute-240801-zzzz', kind: 'dispute', foundOn: '2024-08-01', town: '太平镇', type: '邻里' },
    ...{ parties: `${PARTY}、欧阳晓月`, summary: `${PARTY}反映界址不清` },
  };
  const ledger = await box.read('ledgers/li-min.json');
  await box.write(
    'ledgers/li-min.json',
    ledger.replace('"entries": [', `"entries": [ ${JSON.stringify(entry)},`),
  );
  return box;
}
