import { describe, expect, test } from 'vitest';

import { decodeText } from '../../src/store/text.ts';
import { refused } from './refused.ts';

const text = '{\n  "court": "新兴县人民法院",\n  "findings": "走访了禤村"\n}\n';
const utf8 = Buffer.from(text);
/** `{"姓名":"李敏","镇":"太平镇"}` in GBK. */
const gbk = Buffer.from('7b22d0d5c3fb223a22c0eec3f4222c22d5f2223a22ccabc6bdd5f2227d0a', 'hex');
const backups = [{ judge: 'li-min', seq: 12 }];
const bigEndian = (from: string) => Buffer.from(from, 'utf16le').swap16();
const bytesOf = (...parts: readonly (string | number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test.each([
  ['plain', utf8],
  ['with a byte order mark', bytesOf([0xef, 0xbb, 0xbf], utf8)],
])('UTF-8 %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(text);
});

test('a second byte order mark, a replacement character and single NULs are content', () => {
  expect(decodeText(bytesOf('\ufeff\ufeff{}'))).toBe('\ufeff{}');
  expect(decodeText(bytesOf('"\ufffd"'))).toBe('"\ufffd"');
  expect(decodeText(bytesOf(`"\0${'a'.repeat(99)}"`))).toHaveLength(102);
});

describe('what is not our text is named', () => {
  test.each([
    ['empty', Buffer.alloc(0), { code: 'text-empty', backups }, {}],
    ['a byte order mark alone', bytesOf([0xef, 0xbb, 0xbf]), { code: 'text-empty', backups }, {}],
    ['space alone', bytesOf(' \r\n'), { code: 'text-empty', backups }, {}],
    ['one NUL', Buffer.alloc(1), { code: 'text-nul', backups }, {}],
    ['NULs', Buffer.alloc(4096), { code: 'text-nul', backups }, {}],
    ['a tail of NULs', bytesOf(utf8, Buffer.alloc(3000)), { code: 'text-nul', backups }, {}],
    ['a block of NULs', bytesOf(utf8, Buffer.alloc(512), utf8), { code: 'text-nul', backups }, {}],
    ['a character cut in two', utf8.subarray(0, 28), { code: 'json-cut', backups }, { line: 2 }],
    ['UTF-16 of Notepad', bytesOf([0xff, 0xfe], Buffer.from(text, 'utf16le')), utf16(), {}],
    ['UTF-16 BE', bytesOf([0xfe, 0xff], bigEndian(text)), utf16(), {}],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), utf16(), {}],
    ['UTF-16 BE without a mark', bigEndian(text), utf16(), {}],
    ['UTF-16 cut', Buffer.from(text, 'utf16le').subarray(0, 33), utf16(), {}],
    ['GBK', gbk, { code: 'text-encoding', looksLike: 'gbk', backups }, { line: 1 }],
    [
      'GBK cut in a character',
      gbk.subarray(0, 9),
      { code: 'text-encoding', looksLike: 'gbk', backups },
      { line: 1 },
    ],
    ['one byte of UTF-8 damaged', flipped(utf8, 17), unknown(), { line: 2 }],
    ['a byte that is in no UTF-8', flipped(utf8, 54), unknown(), { line: 3 }],
    [
      'a surrogate (CESU-8)',
      bytesOf(utf8, '{\n"', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], '"}'),
      unknown(),
      { line: 6 },
    ],
    ['an overlong slash', bytesOf(utf8, '"', [0xc0, 0xaf], '"'), unknown(), { line: 5 }],
    ['Latin-1', bytesOf('"d', [0xe9], 'j', [0xe0], ' vu"'), unknown(), { line: 1 }],
  ] as const)('%s', async (_, bytes, problem, where) => {
    const { kind, findings } = await refused(() => decodeText(bytes, backups));
    expect(kind).toBe('invalid');
    expect(findings).toEqual([{ severity: 'error', problem, where }]);
  });
});

function utf16() {
  return { code: 'text-encoding', looksLike: 'utf-16', backups } as const;
}

function unknown() {
  return { code: 'text-encoding', looksLike: 'unknown', backups } as const;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = 0xff;
  return copy;
}
