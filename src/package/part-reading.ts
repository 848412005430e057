import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Archive } from './archive.ts';
import { tooLarge, unreadable } from './unreadable.ts';
import { XmlScan, type Token } from './xml-scan.ts';

/** Bytes of a part that says how the others hang together or look. */
export const smallPartLimit = 32_000_000;

/** Takes the tokens of a part one by one; the scan says what stands there. */
export type TakeToken = (token: Token, scan: XmlScan) => void;

/** Reads a part from its first token to its last. Nothing is said of it before its last byte was counted. */
export async function readPart(
  archive: Archive,
  name: string,
  take: TakeToken,
  limit = smallPartLimit,
): Promise<void> {
  const size = archive.sizeOf(name);
  if (size > limit) throw tooLarge(size, limit);
  const scan = new XmlScan();
  for await (const piece of utf8Pieces(archive, name)) {
    scan.push(piece);
    for (let token = scan.next(); token !== undefined; token = scan.next()) take(token, scan);
  }
  scan.finish();
}

/** A part's text in UTF-8, as its declaration then says, whichever of the two encodings of XML the part has. */
export async function* utf8Pieces(archive: Archive, name: string): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const piece of archive.pieces(name)) {
    if (isFirst) decoder = utf16Decoder(piece);
    if (!decoder) yield piece;
    else if (isFirst) yield Buffer.from(decoded(decoder, piece).replace(declared, '$1UTF-8'));
    else yield Buffer.from(decoded(decoder, piece));
    isFirst = false;
  }
}

const declared = /^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/;

/** By the byte order mark, or by the zero beside the first `<`. */
function utf16Decoder(start: Buffer): TextDecoder | undefined {
  const pair = start.length < 2 ? 0 : start.readUInt16BE(0);
  if (pair === 0xfffe || pair === 0x3c00) return new TextDecoder('utf-16le', { fatal: true });
  if (pair === 0xfeff || pair === 0x003c) return new TextDecoder('utf-16be', { fatal: true });
  return undefined;
}

function decoded(decoder: TextDecoder, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (cause) {
    throw unreadable('encoding', {}, cause);
  }
}
