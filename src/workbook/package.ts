import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { Refusal, refusal } from '../domain/problem.ts';

const entryLimit = 2_000;
const partLimit = 200_000_000;
const sumLimit = 400_000_000;

/** The inflated parts of an OPC package by their names, in the order of its central directory. */
export type Parts = Map<string, Uint8Array>;

/** What a written part consists of: its bytes, or pieces of UTF-8 text that are taken one after the other. */
export type PartBody = Uint8Array | readonly (string | Iterable<string>)[];

/**
 * The parts of a workbook's package. The central directory is judged before anything is inflated, and inflation stops
 * at the declared size: a bomb costs nothing.
 */
export async function readPackage(bytes: Uint8Array): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 2).equals(Buffer.from('PK'))) throw notAWorkbook(kindOfOther(buffer));
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    const entries = await directory(zip);
    const parts: Parts = new Map();
    for (const entry of entries) parts.set(entry.fileName, await inflate(zip, entry));
    return parts;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const unsafe =
      cause instanceof Error && /relative path|absolute path|invalid characters/.test(cause.message);
    throw notAWorkbook(unsafe ? 'unsafe-path' : 'cut', cause);
  }
}

/**
 * The package's bytes, the same wherever and whenever they are written, and its digest: SHA-256 over every part's name
 * and the SHA-256 of its inflated bytes, in order, which doesn't depend on the build of zlib.
 */
export async function writePackage(
  parts: Iterable<readonly [string, PartBody]>,
  level = 6,
): Promise<{ bytes: Uint8Array; digest: string }> {
  const zip = new ZipWriter();
  const digest = createHash('sha256');
  // Noon of a winter's day in 1980, the first day that a zip can hold: local fields, so the same in every zone.
  const mtime = new Date(1980, 0, 1, 12);
  for (const [name, body] of parts) {
    if (name.endsWith('/')) {
      zip.addEmptyDirectory(name, { mtime, forceDosTimestamp: true });
      digest.update(`${name}\n`);
      continue;
    }
    const content = body instanceof Uint8Array ? Buffer.from(body) : encode(body);
    digest.update(`${name}\n${createHash('sha256').update(content).digest('hex')}\n`);
    zip.addBuffer(content, name, { mtime, forceDosTimestamp: true, compressionLevel: level });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(chunks), digest: digest.digest('hex') };
}

async function directory(zip: ZipReader): Promise<Entry[]> {
  if (zip.entryCount > entryLimit) throw notAWorkbook('too-many-parts');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let sum = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw notAWorkbook('encrypted');
    if (entry.uncompressedSize > partLimit) throw tooLarge(entry.uncompressedSize, partLimit);
    sum += entry.uncompressedSize;
    if (sum > sumLimit) throw tooLarge(sum, sumLimit);
    if (names.has(entry.fileName.toLowerCase())) throw notAWorkbook('broken-part');
    names.add(entry.fileName.toLowerCase());
    entries.push(entry);
  }
  return entries;
}

async function inflate(zip: ZipReader, entry: Entry): Promise<Uint8Array> {
  if (entry.fileName.endsWith('/')) return new Uint8Array();
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > entry.uncompressedSize) throw tooLarge(size, entry.uncompressedSize);
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}

function encode(pieces: readonly (string | Iterable<string>)[]): Buffer {
  const encoded: Buffer[] = [];
  let waiting = '';
  const take = (text: string): void => {
    waiting += text;
    if (waiting.length < 65_536) return;
    encoded.push(Buffer.from(waiting));
    waiting = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') take(piece);
    else for (const text of piece) take(text);
  }
  encoded.push(Buffer.from(waiting));
  return Buffer.concat(encoded);
}

/** An OLE container is an old .xls, or an .xlsx with a password, whose stream names are UTF-16. */
function kindOfOther(buffer: Buffer): 'encrypted' | 'not-zip' {
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'not-zip';
}

type Reason = 'not-zip' | 'cut' | 'encrypted' | 'too-many-parts' | 'unsafe-path' | 'broken-part';

function notAWorkbook(reason: Reason, cause?: unknown): Refusal {
  return refusal('invalid', { code: 'template-not-a-workbook', reason }, {}, { cause });
}

function tooLarge(bytes: number, limit: number): Refusal {
  return refusal('invalid', { code: 'template-too-large', bytes, limit });
}
