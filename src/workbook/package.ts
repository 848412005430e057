import { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile as ZipWriter } from 'yazl';
import { openArchive, type ArchiveLimits } from './archive.ts';

/** All parts are held in memory, so what they declare together counts. */
const limits: ArchiveLimits = { parts: 2_000, part: 200_000_000, sum: 400_000_000, sumOf: 'declared' };

/** The level of zlib at which rows are compressed while they are made: three times as fast as 6, a quarter larger. */
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
 * and the SHA-256 of its inflated bytes, in order, which doesn't depend on the build of zlib. A part whose pieces are made
 * as they are asked for is compressed piece by piece, fast rather than small, and never whole in memory.
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
    if (!hash) zip.addEmptyDirectory(name, fixed);
    else if (isLong(body)) {
      const stream = Readable.from(hashed(encoded(body), hash), { objectMode: false });
      stream.on('error', (cause) => zip.emit('error', cause));
      zip.addReadStream(stream, name, { ...fixed, compressionLevel: Math.min(level, streamedLevel) });
    } else {
      const content = body instanceof Uint8Array ? Buffer.from(body) : Buffer.concat([...encoded(body)]);
      hash.update(content);
      zip.addBuffer(content, name, { ...fixed, compressionLevel: level });
    }
  }
  zip.end();
  const bytes = await Promise.race([collected(zip.outputStream), failure]);
  const digest = createHash('sha256');
  for (const [name, hash] of digests) digest.update(hash ? `${name}\n${hash.digest('hex')}\n` : `${name}\n`);
  return { bytes, digest: digest.digest('hex') };
}

function isLong(body: PartBody): body is readonly (string | Iterable<string>)[] {
  return !(body instanceof Uint8Array) && body.some((piece) => typeof piece !== 'string');
}

function* hashed(chunks: Iterable<Buffer>, hash: Hash): Generator<Buffer> {
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
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
