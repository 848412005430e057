import { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile as ZipWriter } from 'yazl';
import { openArchive, type ArchiveLimits } from './archive.ts';

/** All parts are held in memory, so what they declare together counts. */
const limits: ArchiveLimits = { parts: 2_000, part: 200_000_000, sum: 400_000_000, sumOf: 'declared' };

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
 * The parts of a workbook's package, all inflated. The central directory is judged before anything is inflated, and
 * inflation stops at the declared size: a bomb costs nothing.
 */
export async function readPackage(bytes: Uint8Array): Promise<Parts> {
  const archive = await openArchive(bytes, limits);
  const parts: Parts = new Map();
  for (const name of archive.names) {
    const pieces: Uint8Array[] = [];
    for await (const piece of archive.pieces(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces));
  }
  return parts;
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
