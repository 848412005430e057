import { isUtf8 } from 'node:buffer';

import { type Where, refusal } from '../domain/problem.ts';
import type { FileProblem, KeptVersion } from '../domain/problems/file.ts';

/**
 * Decodes a file's bytes as UTF-8, without its byte order mark. Throws a Refusal `invalid`: `text-empty`, `text-nul` (a
 * power cut leaves such files), `json-cut` where the last character is incomplete, `text-encoding` with the likely name of
 * another encoding. `backups` are the earlier versions to name where the text is lost.
 */
export function decodeText(bytes: Uint8Array, backups: readonly KeptVersion[] = []): string {
  const text = utf8(bytes);
  // Nothing of what follows can be where there is not one zero byte: the usual case.
  if (text && !text.cut && !bytes.includes(0) && text.value !== '')
    return assertNotBlank(text.value, backups);
  if (looksLikeUtf16(bytes)) throw unreadable({ code: 'text-encoding', looksLike: 'utf-16', backups });
  if (isFilledWithNul(bytes)) throw unreadable({ code: 'text-nul', backups });
  if (text === undefined) {
    const looksLike = looksLikeGbk(bytes) ? 'gbk' : 'unknown';
    throw unreadable({ code: 'text-encoding', looksLike, backups }, { line: firstBadLine(bytes) });
  }
  if (text.cut) throw unreadable({ code: 'json-cut', backups }, { line: lineCount(bytes) });
  return assertNotBlank(text.value, backups);
}

function assertNotBlank(text: string, backups: readonly KeptVersion[]): string {
  if (text.trim() === '') throw unreadable({ code: 'text-empty', backups });
  return text;
}

function unreadable(problem: FileProblem, where: Where = {}): Error {
  return refusal('invalid', problem, where);
}

/** Undefined where the bytes are no UTF-8; cut where only the last character lacks bytes. */
function utf8(bytes: Uint8Array): { readonly value: string; readonly cut: boolean } | undefined {
  // The usual case, which the decoder would take longer for.
  if (isUtf8(bytes)) return { value: withoutMark(asBuffer(bytes).toString('utf8')), cut: false };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let value: string;
  try {
    value = decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  try {
    return { value: value + decoder.decode(), cut: false };
  } catch {
    return { value, cut: true };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * By its byte order mark, or by zeros in every other byte: JSON's own characters are ASCII whatever it says. A few zeros
 * stand in the other bytes too, since some characters (一) end in one.
 */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0)) return false;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) * 10 <= Math.max(even, odd) && Math.max(even, odd) > sample.length / 20;
}

function isFilledWithNul(bytes: Uint8Array): boolean {
  return bytes.at(-1) === 0 || asBuffer(bytes).includes(Buffer.alloc(16));
}

/**
 * GBK read as UTF-8 has hardly a whole character beyond ASCII, and read as GB 18030 it is nearly all Han; a UTF-8 text
 * with a few bytes damaged is the other way round, though it too would pass as Han.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  const asUtf8 = beyondAscii(new TextDecoder('utf-8').decode(bytes));
  const damaged = asUtf8.filter((character) => character === '\ufffd').length;
  const asGbk = beyondAscii(new TextDecoder('gb18030').decode(bytes));
  const chinese = asGbk.filter((character) =>
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character),
  ).length;
  return damaged > asUtf8.length / 2 && chinese >= asGbk.length * 0.8;
}

function beyondAscii(text: string): readonly string[] {
  return Array.from(text.slice(0, 65_536)).filter((character) => character > '\u007f');
}

/** No byte of a longer UTF-8 character is a line feed, so each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const read = utf8(bytes.subarray(start, end));
    if (read === undefined || read.cut) return line;
    start = end;
  }
  return line;
}

function lineCount(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
}
