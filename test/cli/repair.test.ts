import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { Sandbox } from '../support/sandbox.ts';
import { LEDGER, ownWorkspace, sampleFile } from './workspaces.ts';

/** GBK by Node's own tables, which only read it: each character of the text by the bytes that are read as it. */
function gbk(text: string): Buffer {
  const bytes: number[] = [];
  const wanted = new Set(Array.from(text).filter((character) => character > '\u007f'));
  const known = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (wanted.has(character) && !known.has(character)) known.set(character, [high, low]);
    }
  for (const character of text) bytes.push(...(known.get(character) ?? [character.charCodeAt(0)]));
  return Buffer.from(bytes);
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

async function ledgerText(): Promise<string> {
  return sampleFile(LEDGER);
}

describe('a ledger that an editor saved otherwise', () => {
  test.each([
    ['gbk', gbk],
    ['GB18030', gbk],
    ['utf-16', utf16],
    ['utf16', utf16be],
    ['utf-16', (text: string) => Buffer.from(text, 'utf16le')],
  ])('%s comes back word for word, the old bytes are kept', async (encoding, encode) => {
    const box = await ownWorkspace();
    const text = await ledgerText();
    await box.write(LEDGER, encode(text));
    await chmod(join(box.home, LEDGER), 0o640);
    const bytes = (await box.files())[LEDGER];
    const ran = await box.run(['repair', '--from-encoding', encoding, '--lang', 'zh']);
    const kept = 'ledgers/li-min.damaged-20240918T100000.json';
    expect(ran).toMatchObject({ code: 0, stdout: `已改存为 UTF-8：${LEDGER}。原文件留在 ${kept}。\n` });
    expect(ran.stderr).toMatch(/^ledgers\/li-min\.json：李敏的台账，有登记\d+条\n$/u);
    expect(await box.read(LEDGER)).toBe(text);
    expect((await box.files())[kept]).toBe(bytes);
    expect((await stat(join(box.home, LEDGER))).mode & 0o777).toBe(0o640);
    expect((await box.run(['check'])).code).toBe(0);
  });

  test('on a terminal it asks, and a rehearsal writes nothing', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, utf16(await ledgerText()));
    const before = await box.files();
    const no = await box.run(['repair', '--from-encoding', 'utf-16', '--lang', 'en'], { answers: ['no'] });
    expect([no.code, no.asked.map(({ message }) => message)]).toEqual([
      130,
      ['Read as utf-16 and rewrite as UTF-8?'],
    ]);
    const dry = await box.run(['repair', '--from-encoding', 'utf-16', '--dry-run', '--lang', 'en']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('the ledger of 李敏, with ');
    expect(await box.files()).toEqual(before);
  });
});

test('a roster that is not UTF-8 is rewritten before anything else can be read', async () => {
  const box = await ownWorkspace();
  const text = await box.read('roster.json');
  await box.write('roster.json', gbk(text));
  await box.write(LEDGER, gbk(await ledgerText()));
  expect((await box.run(['visit', 'list'])).code).toBe(3);
  const ran = await box.run(['repair', '--from-encoding', 'gbk', '--json']);
  expect(ran.code).toBe(0);
  expect(ran.json()).toEqual({
    ...{ schemaVersion: 1, warnings: [] },
    files: [
      { file: 'roster.json', kept: 'roster.damaged-20240918T100000.json' },
      { file: LEDGER, kept: 'ledgers/li-min.damaged-20240918T100000.json' },
    ],
  });
  expect(await box.read('roster.json')).toBe(text);
  expect((await box.run(['check'])).code).toBe(0);
});

describe('what must not be rewritten', () => {
  async function refusedWith(box: Sandbox, encoding: string): Promise<string> {
    const before = await box.files();
    const ran = await box.run(['repair', '--from-encoding', encoding, '--lang', 'en']);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(await box.files()).toEqual(before);
    return ran.stderr;
  }

  test('a file of another encoding than was said', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, utf16(await ledgerText()));
    expect(await refusedWith(box, 'gbk')).toBe(
      `${LEDGER}: The file does not look like gbk, but like utf-16; it was not rewritten. Please try again with --from-encoding utf-16.\n`,
    );
  });

  test('a UTF-8 text with a damaged byte, which read as GBK is Chinese all the same', async () => {
    const box = await ownWorkspace();
    const bytes = Buffer.from(await ledgerText());
    bytes[bytes.indexOf('太平镇') + 1] = 0x20;
    await box.write(LEDGER, bytes);
    expect(await refusedWith(box, 'gbk')).toContain('does not look like gbk, but damaged');
  });

  test('a ledger that is none once it is read, with everything that is wrong', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, gbk((await ledgerText()).replace('"findings"', '"finding"')));
    expect(await refusedWith(box, 'gbk')).toContain('The key “finding” is not known');
  });

  test('a ledger whose judge has another name than on the roster', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, gbk((await ledgerText()).replace('"name": "李敏"', '"name": "鏉庢晱"')));
    expect(await refusedWith(box, 'gbk')).toContain('does not look like gbk');
  });
});

test('files that are UTF-8 stay as they are, and so does one that is lost altogether', async () => {
  const box = await ownWorkspace();
  const before = await box.files();
  const ran = await box.run(['repair', '--from-encoding', 'gbk', '--lang', 'en']);
  expect(ran).toMatchObject({ code: 0, stdout: 'All files are UTF-8; there is nothing to rewrite.\n' });
  await box.write(LEDGER, '');
  expect((await box.run(['repair', '--from-encoding', 'gbk'])).code).toBe(0);
  await box.write(LEDGER, await ledgerText());
  expect(await box.files()).toEqual(before);
});

test.each([[['repair']], [['repair', '--from-encoding', 'big5']]])('%j is a mistake', async (argv) => {
  const ran = await (await ownWorkspace()).run([...argv, '--lang', 'en']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--from-encoding');
});
