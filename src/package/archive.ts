import { Buffer } from 'node:buffer';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../domain/problem.ts';
import { kindOfOther } from './signature.ts';
import { tooLarge, unreadable } from './unreadable.ts';

/** A zip whose central directory was judged: nothing of it is inflated before it is asked for. */
export interface Archive {
  /** Names of the parts in the order of the directory, folders (which end with a slash) too. */
  readonly names: readonly string[];
  /** The name as the package has it: parts are the same whatever their case (OPC 6.2.2.3). */
  readonly nameOf: (name: string) => string | undefined;
  /** The declared size of a part in bytes; 0 where there is none. */
  readonly sizeOf: (name: string) => number;
  /** The bytes of a part, inflated piece by piece as they are taken. */
  readonly pieces: (name: string) => AsyncGenerator<Buffer>;
}

/** How much of a package is taken, in parts and in bytes. */
export interface ArchiveLimits {
  readonly parts: number;
  readonly part: number;
  /** Of all parts together: of those declared, or of those inflated where parts are only read as needed. */
  readonly sum: number;
  readonly sumOf: 'declared' | 'inflated';
}

/** An office's XML shrinks to a tenth, a million equal rows to a thirtieth; deflate itself ends near a thousandth. */
const ratioLimit = 200;
/** Below this size the ratio doesn't matter: nothing that small is a bomb. */
const ratioFrom = 16_000_000;

/** Bytes that are inflated at a time. */
const pieceSize = 262_144;

interface Place {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

/**
 * Opens a package by its central directory: number of entries, declared sizes, ratio, names, places that overlap. A
 * refusal is `invalid` with a `workbook-unreadable` or a `workbook-too-large`.
 */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 2).equals(Buffer.from('PK'))) throw unreadable(kindOfOther(buffer));
  const places = await guarded(async () => {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    if (zip.entryCount > limits.parts) throw unreadable('too-many-parts');
    return await placesIn(zip, await directory(zip, limits));
  });
  const byName = new Map(places.map((place) => [place.entry.fileName.toLowerCase(), place]));
  const inflated = { bytes: 0 };
  return {
    names: places.map((place) => place.entry.fileName),
    nameOf: (name) => byName.get(name.toLowerCase())?.entry.fileName,
    sizeOf: (name) => byName.get(name.toLowerCase())?.entry.uncompressedSize ?? 0,
    pieces: async function* (name) {
      const place = byName.get(name.toLowerCase());
      if (!place) throw unreadable('missing-part');
      for await (const piece of contentOf(buffer, place)) {
        inflated.bytes += piece.length;
        if (inflated.bytes > limits.sum) throw tooLarge(inflated.bytes, limits.sum);
        yield piece;
      }
    },
  };
}

async function directory(zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let sum = 0;
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted()) throw unreadable('encrypted');
    if (uncompressedSize > limits.part) throw tooLarge(uncompressedSize, limits.part);
    if (uncompressedSize > ratioFrom && uncompressedSize > ratioLimit * compressedSize)
      throw unreadable('ratio');
    sum += uncompressedSize;
    if (limits.sumOf === 'declared' && sum > limits.sum) throw tooLarge(sum, limits.sum);
    if (names.has(entry.fileName.toLowerCase())) throw unreadable('duplicate-part');
    names.add(entry.fileName.toLowerCase());
    entries.push(entry);
  }
  return entries;
}

/** Where each entry's bytes lie. Entries that share bytes are a bomb: one piece of a file counted many times. */
async function placesIn(zip: ZipFile, entries: readonly Entry[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const entry of entries) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    places.push({ entry, start: fileDataStart, end: fileDataStart + entry.compressedSize });
  }
  let end = 0;
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    if (place.entry.relativeOffsetOfLocalHeader < end) throw unreadable('overlap');
    end = place.end;
  }
  return places;
}

/** Inflates one part and counts: no byte more than was declared, none less, and those that were put in (CRC-32). */
async function* contentOf(buffer: Buffer, { entry, start, end }: Place): AsyncGenerator<Buffer> {
  const declared = entry.uncompressedSize;
  const packed = buffer.subarray(start, end);
  let size = 0;
  let sum = 0;
  for await (const piece of unpacked(packed, entry.compressionMethod)) {
    size += piece.length;
    if (size > declared) throw unreadable('false-size');
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size < declared) throw unreadable('false-size');
  if (sum !== entry.crc32) throw unreadable('damaged');
}

async function* unpacked(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += pieceSize) yield packed.subarray(at, at + pieceSize);
    return;
  }
  if (method !== 8) throw unreadable('damaged');
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  inflate.end(packed);
  try {
    for await (const piece of inflate) if (Buffer.isBuffer(piece)) yield piece;
  } catch (cause) {
    throw unreadable('damaged', {}, cause);
  }
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const unsafe =
      cause instanceof Error && /relative path|absolute path|invalid characters/.test(cause.message);
    throw unreadable(unsafe ? 'unsafe-path' : 'cut', {}, cause);
  }
}
