import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { ZipFile as ZipWriter } from 'yazl';
import { openArchive, type ArchiveLimits } from './archive.ts';

/** All parts are held in memory, so what they declare together counts. */
const limits: ArchiveLimits = { parts: 2_000, part: 200_000_000, sum: 400_000_000, sumOf: 'declared' };

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
