import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage, writePackage } from '../../src/package/package.ts';
import { draw, ledger } from '../workbook/templates.ts';

describe('a package', () => {
  test('comes back as it was, in its order', async () => {
    const parts = [
      ['b.xml', new Uint8Array([1, 2, 3])],
      ['a/', new Uint8Array()],
      ['a/c.bin', new Uint8Array(100_000)],
    ] as const;
    const { bytes } = await writePackage(parts);
    const back = await readPackage(bytes);
    expect([...back.keys()]).toEqual(['b.xml', 'a/', 'a/c.bin']);
    expect([...back.values()].map((body) => body.length)).toEqual([3, 0, 100_000]);
  });

  test('has one digest whatever its level of compression, and another for other content', async () => {
    const part = (text: string) => [['a.xml', [text]]] as const;
    const [fast, small, other] = await Promise.all([
      writePackage(part('<a/>'.repeat(1000)), 1),
      writePackage(part('<a/>'.repeat(1000)), 9),
      writePackage(part('<b/>'.repeat(1000))),
    ]);
    expect(fast.digest).toBe(small.digest);
    expect(fast.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(other.digest).not.toBe(fast.digest);
  });

  test('takes a part of many pieces as it takes its bytes', async () => {
    const pieces = {
      *[Symbol.iterator]() {
        for (let index = 0; index < 200_000; index += 1) yield `<行 号="${String(index)}"/>`;
      },
    };
    const bytes = new TextEncoder().encode([...pieces].join(''));
    const streamed = await writePackage([
      ['a.xml', ['', pieces]],
      ['b.xml', ['b']],
    ]);
    expect(streamed.digest).toBe(
      (
        await writePackage([
          ['a.xml', bytes],
          ['b.xml', ['b']],
        ])
      ).digest,
    );
    const back = await readPackage(streamed.bytes);
    expect([...back.keys()]).toEqual(['a.xml', 'b.xml']);
    expect(Buffer.compare(Buffer.from(back.get('a.xml') ?? []), Buffer.from(bytes))).toBe(0);
  });

  test('with too many parts is refused', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => [`p${String(index)}`, new Uint8Array()] as const);
    const { bytes } = await writePackage(many);
    await expect(readPackage(bytes)).rejects.toMatchObject({
      findings: [{ problem: { code: 'workbook-unreadable', reason: 'too-many-parts' } }],
    });
  });

  test.each([
    [
      'says that a part is too large',
      300_000_000,
      { code: 'workbook-too-large', bytes: 300_000_000, limit: 200_000_000 },
    ],
    ['says less than there is', 10, { code: 'workbook-unreadable', reason: 'false-size' }],
  ])('that %s is refused before it is unpacked', async (_, declared, problem) => {
    const bytes = zipOf('a.xml', Buffer.alloc(1_000_000), { declared });
    await expect(readPackage(bytes)).rejects.toMatchObject({ findings: [{ problem }] });
  });

  test.each([
    ['a path out of the package', '../a.xml', 0, 'unsafe-path'],
    ['a password', 'a.xml', 1, 'encrypted'],
  ])('with %s is refused', async (_, name, flags, reason) => {
    const bytes = zipOf(name, Buffer.from('<a/>'), { flags });
    await expect(readPackage(bytes)).rejects.toMatchObject({
      findings: [{ problem: { code: 'workbook-unreadable', reason } }],
    });
  });
});

describe('the same template and data', () => {
  let folder: string;
  const script = `
    import { readFile } from 'node:fs/promises';
    import { createHash } from 'node:crypto';
    import { fillTemplate } from './src/workbook/fill.ts';
    const list = {
      names: ['走访座谈'],
      columns: [{ names: ['日期'] }, { names: ['地点'] }, { names: ['人数'] }, { names: ['备注'] }],
      rows: [[{ day: '2024-07-01' }, '村', 1, null], [{ day: '2024-12-31' }, '村', 2, null]],
    };
    const singles = [{ names: ['季度'], value: '2024年第三季度' }];
    const filled = await fillTemplate(await readFile(process.argv[2]), { singles, lists: [list], none: '无' });
    console.log(filled.digest, createHash('sha256').update(filled.bytes).digest('hex'));`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-fill-'));
    const template = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'));
    });
    await writeFile(join(folder, 'template.xlsx'), template);
    await build({
      stdin: { contents: script, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire('file:///');`,
      },
      outfile: join(folder, 'fill.mjs'),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('make the same bytes in every zone', async () => {
    const run = promisify(execFile);
    const outputs = await Promise.all(
      ['Asia/Shanghai', 'UTC', 'America/New_York', 'America/Havana'].map(async (zone) => {
        const args = [join(folder, 'fill.mjs'), join(folder, 'template.xlsx')];
        return (await run(process.execPath, args, { env: { ...process.env, TZ: zone } })).stdout;
      }),
    );
    expect(outputs[0]).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}\n$/);
    expect(new Set(outputs).size).toBe(1);
  });
});

/** A zip of one part whose directory may lie. */
function zipOf(name: string, content: Buffer, { declared = content.length, flags = 0 }): Buffer {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(declared, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
  const made = Buffer.from([20, 0]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    made,
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
