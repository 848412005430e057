import { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { openArchive, type ArchiveLimits } from './archive.ts';
import type { XmlPieces } from './xml.ts';
import { gathered, type Sink } from './sink.ts';
import { zipWriter } from './zip-writer.ts';

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
export type PartBody = Uint8Array | readonly (string | XmlPieces)[];

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

/** The bytes of a written package, and its digest. */
export interface WrittenPackage {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** The package's bytes, as `streamPackage` writes them, all in memory. */
export async function writePackage(
  parts: Iterable<readonly [string, PartBody]>,
  level = 6,
): Promise<WrittenPackage> {
  const { sink, bytes } = gathered();
  const digest = await streamPackage(parts, sink, level);
  return { bytes: bytes(), digest };
}

/**
 * Writes a package into a sink, the same bytes wherever and whenever, and gives its digest: SHA-256 over every part's name
 * and the SHA-256 of its inflated bytes, in order, which doesn't depend on the build of zlib. A large part is compressed
 * piece by piece as its pieces are made, fast rather than small, and never whole in memory.
 */
export async function streamPackage(
  parts: Iterable<readonly [string, PartBody]>,
  sink: Sink,
  level = 6,
): Promise<string> {
  const zip = zipWriter(sink);
  const digest = createHash('sha256');
  for (const [name, body] of parts) {
    const isFolder = name.endsWith('/');
    const hash = createHash('sha256');
    const { start, rest } = begun(isFolder ? new Uint8Array() : body);
    hash.update(start);
    if (rest) await zip.stream(name, hashed(start, rest, hash), Math.min(level, streamedLevel));
    else zip.add(name, start, level);
    digest.update(isFolder ? `${name}\n` : `${name}\n${hash.digest('hex')}\n`);
  }
  await zip.end();
  return digest.digest('hex');
}

/** As much of a part as may be in memory, and the chunks after it where that is not all. */
function begun(body: PartBody): { start: Uint8Array; rest?: Iterator<Uint8Array> } {
  if (body instanceof Uint8Array) return { start: body };
  const chunks = encoded(body);
  const taken: Uint8Array[] = [];
  let size = 0;
  for (let next = chunks.next(); next.done !== true; next = chunks.next()) {
    taken.push(next.value);
    size += next.value.length;
    if (size > wholeUpTo) return { start: Buffer.concat(taken), rest: chunks };
  }
  return { start: Buffer.concat(taken) };
}

function* hashed(start: Uint8Array, rest: Iterator<Uint8Array>, hash: Hash): Generator<Uint8Array> {
  yield start;
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    hash.update(next.value);
    yield next.value;
  }
}

/** The pieces as UTF-8, in chunks large enough to be worth a call. */
function* encoded(pieces: readonly (string | XmlPieces)[]): Generator<Uint8Array> {
  let waiting = '';
  for (const piece of pieces) {
    for (const made of typeof piece === 'string' ? [piece] : piece) {
      if (typeof made === 'string') waiting += made;
      if (typeof made === 'string' ? waiting.length >= chunkLength : waiting !== '') {
        yield Buffer.from(waiting);
        waiting = '';
      }
      if (typeof made !== 'string') yield made;
    }
  }
  yield Buffer.from(waiting);
}
