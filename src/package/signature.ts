import { Buffer } from 'node:buffer';
import type { UnreadableReason } from '../domain/problems/workbook.ts';

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What a file that is no zip is by its first bytes, whatever its name says. An OLE container is an old .xls (WPS's .et is
 * one too) or an .xlsx with a password, told apart by the names of its streams, which are UTF-16.
 */
export function kindOfOther(bytes: Uint8Array): UnreadableReason {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.every((byte) => byte === 0)) return 'empty';
  if (buffer.subarray(0, 8).equals(compound)) return kindOfCompound(buffer);
  // Records of the oldest .xls, which stand in no container.
  if (buffer[0] === 0x09 && (buffer[1] ?? 9) <= 8 && (buffer[1] ?? 1) % 2 === 0) return 'xls';
  const start = textStart(buffer);
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('%pdf')) return 'pdf';
  if (/^(mime-version|from|date|subject|x-[a-z-]+|content-type):/.test(start)) return 'mht';
  if (/^(<!--.*?-->\s*)*<(!doctype\s+)?html|<(head|body|table|meta)\b/.test(start)) return 'html';
  if (/^(\{\s*"|\[\s*(\{\s*"|\]))/.test(start)) return 'json';
  return buffer.subarray(0, 8_192).includes(0) && !isUtf16(buffer) ? 'other' : 'text';
}

function kindOfCompound(buffer: Buffer): UnreadableReason {
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('Workbook') || has('Book') ? 'xls' : 'document';
}

function isUtf16(buffer: Buffer): boolean {
  return (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff);
}

/** The first characters in lower case, without a byte order mark or blanks in front. */
function textStart(buffer: Buffer): string {
  const encoding = isUtf16(buffer) ? 'utf16le' : 'latin1';
  return buffer
    .toString(encoding, 0, 2_048)
    .replace(/^(\xef\xbb\xbf|\ufeff)/, '')
    .trimStart()
    .toLowerCase();
}
