import { Buffer, isUtf8 } from 'node:buffer';
import { refusal, type Refusal } from '../domain/problem.ts';

/**
 * The text of a CSV: UTF-8, UTF-16 with its byte order mark (Excel's “Unicode text”), or GB18030 (what a Chinese Excel
 * writes as CSV). Throws a Refusal `invalid` (`text-nul`, `csv-nul`, `text-encoding`) where it is none of them for certain.
 */
export function csvText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = buffer.length < 2 ? 0 : buffer.readUInt16BE(0);
  if (mark === 0xfffe) return decoded(buffer, 'utf-16le');
  if (mark === 0xfeff) return decoded(buffer, 'utf-16be');
  if (buffer.includes(0)) {
    if (isEveryOtherNul(buffer)) throw refusal('invalid', { code: 'text-encoding', looksLike: 'utf-16' });
    if (buffer.every((byte) => byte === 0)) throw refusal('invalid', { code: 'text-nul', backups: [] });
    throw nulOn(buffer.toString('latin1'));
  }
  return decoded(buffer, isUtf8(buffer) ? 'utf-8' : 'gb18030');
}

function decoded(buffer: Buffer, encoding: string): string {
  if (encoding === 'gb18030') refuseDamagedUtf8(buffer);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(buffer);
  } catch (cause) {
    throw refusal('invalid', { code: 'text-encoding', looksLike: 'unknown' }, {}, { cause });
  }
  // What was written as NUL in two bytes.
  if (text.includes('\0')) throw nulOn(text);
  return text;
}

function nulOn(text: string): Refusal {
  const line = text.slice(0, text.indexOf('\0')).split(/\r\n?|\n/).length;
  return refusal('invalid', { code: 'csv-nul' }, { line });
}

/**
 * Nearly every byte sequence means something in GB18030, so UTF-8 with a few damaged bytes would be read as other
 * characters. In a text that really is GB18030, hardly any character happens to be one of UTF-8.
 */
function refuseDamagedUtf8(buffer: Buffer): void {
  const text = buffer.toString('utf8');
  let [sound, damaged] = [0, 0];
  for (const [character] of text.matchAll(/[^\u0000-\u007f]/gu)) {
    if (character === '\ufffd') damaged += 1;
    else sound += 1;
  }
  if (sound > damaged) throw refusal('invalid', { code: 'text-encoding', looksLike: 'unknown' });
}

function isEveryOtherNul(buffer: Buffer): boolean {
  const sample = buffer.subarray(0, 4_096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  return Math.abs((zeros[0] ?? 0) - (zeros[1] ?? 0)) > Math.max(3, sample.length / 16);
}
