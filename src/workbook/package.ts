import { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { Refusal, refusal } from '../domain/problem.ts';

const entryLimit = 2_000;
const partLimit = 200_000_000;
const sumLimit = 400_000_000;

/** Parts of more bytes are compressed while they are made. */
const wholeUpTo = 1_000_000;
/** The level of zlib for these: three times as fast as 6, a quarter larger. */
const streamedLevel = 1;
const chunkLength = 65_536;

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
 * and the SHA-256 of its inflated bytes, in order, which doesn't depend on the build of zlib. A large part is compressed
 * piece by piece as its pieces are made, fast rather than small, and never whole in memory.
 */
export async function writePackage(
  parts: Iterable<readonly [string, PartBody]>,
  level = 6,
): Promise<{ bytes: Uint8Array; digest: string }> {
  const zip = new ZipWriter();
  const digests: (readonly [string, Hash | undefined])[] = [];
  // Noon of a winter's day in 1980, the first day that a zip can hold: local fields, so the same in every zone.
  const fixed = { mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true };
  const failure = new Promise<never>((_, reject) => zip.on('error', reject));
  failure.catch(() => undefined);
  for (const [name, body] of parts) {
    const isFolder = name.endsWith('/');
    const hash = isFolder ? undefined : createHash('sha256');
    digests.push([name, hash]);
    if (!hash) {
      zip.addEmptyDirectory(name, fixed);
      continue;
    }
    const { start, rest } = begun(body);
    if (!rest) {
      hash.update(start);
      zip.addBuffer(start, name, { ...fixed, compressionLevel: level });
      continue;
    }
    const stream = Readable.from(hashed(start, rest, hash), { objectMode: false });
    stream.on('error', (cause) => zip.emit('error', cause));
    zip.addReadStream(stream, name, { ...fixed, compressionLevel: Math.min(level, streamedLevel) });
  }
  zip.end();
  const bytes = await Promise.race([collected(zip.outputStream), failure]);
  const digest = createHash('sha256');
  for (const [name, hash] of digests) digest.update(hash ? `${name}\n${hash.digest('hex')}\n` : `${name}\n`);
  return { bytes, digest: digest.digest('hex') };
}

/** As much of a part as may be in memory, and the chunks after it where that is not all. */
function begun(body: PartBody): { start: Buffer; rest?: Iterator<Buffer> } {
  if (body instanceof Uint8Array) return { start: Buffer.from(body) };
  const chunks = encoded(body);
  const taken: Buffer[] = [];
  let size = 0;
  for (let next = chunks.next(); next.done !== true; next = chunks.next()) {
    taken.push(next.value);
    size += next.value.length;
    if (size > wholeUpTo) return { start: Buffer.concat(taken), rest: chunks };
  }
  return { start: Buffer.concat(taken) };
}

function* hashed(start: Buffer, rest: Iterator<Buffer>, hash: Hash): Generator<Buffer> {
  hash.update(start);
  yield start;
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    hash.update(next.value);
    yield next.value;
  }
}

async function collected(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
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

/** The pieces as UTF-8, in chunks large enough to be worth a call. */
function* encoded(pieces: readonly (string | Iterable<string>)[]): Generator<Buffer> {
  let waiting = '';
  for (const piece of pieces) {
    for (const text of typeof piece === 'string' ? [piece] : piece) {
      waiting += text;
      if (waiting.length < chunkLength) continue;
      yield Buffer.from(waiting);
      waiting = '';
    }
  }
  yield Buffer.from(waiting);
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
