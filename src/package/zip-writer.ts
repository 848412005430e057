import { Buffer } from 'node:buffer';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import type { Sink } from './sink.ts';
import { tooLarge } from './unreadable.ts';

/** Writes a zip, part by part, into a sink. Names are written in UTF-8, times and rights are always the same. */
export interface ZipWriter {
  /** A part that is in memory as a whole. It is compressed while others are made, or at level 0 stored as it is. */
  readonly add: (name: string, content: Uint8Array, level: number) => void;
  /** A part that is compressed while its chunks are made. Throws a Refusal where it is larger than a zip's 4 GB. */
  readonly stream: (name: string, chunks: Iterable<Uint8Array>, level: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

const compress = promisify(deflateRaw);

/** Noon of a winter's day in 1980, the first year that a zip can hold. */
const [dosTime, dosDay] = [12 << 11, (1 << 5) | 1];
/** Names in UTF-8; and where sizes follow the bytes. */
const [utf8Names, sizesFollow] = [0x0800, 0x0008];
const [stored, deflated] = [0, 8];
/** Needs version 2.0 of the format; made by Unix with version 6.3: a file, rw-r--r--. */
const [version, madeBy, rights] = [20, (3 << 8) | 63, 0o100644 * 0x1_0000];
const largest = 0xffff_ffff;

/** Chunks that may wait to be compressed while more are made, and bytes that are handed on at a time. */
const [waitingChunks, pieceSize] = [3, 262_144];

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip into a sink. */
export function zipWriter(sink: Sink): ZipWriter {
  const entries: Entry[] = [];
  const waiting: { name: Buffer; content: Uint8Array; packed: Promise<Buffer> | undefined }[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    await sink(bytes);
  };
  const flush = async (): Promise<void> => {
    for (const { name, content, packed } of waiting.splice(0)) {
      const body = (await packed) ?? content;
      const entry = {
        name,
        flags: utf8Names,
        method: packed ? deflated : stored,
        offset,
        crc: crc32(content),
        packed: body.length,
        size: content.length,
      };
      entries.push(entry);
      await put(localHeader(entry));
      await put(body);
    }
  };
  return {
    add: (name, content, level) => {
      const packed = level === 0 || content.length === 0 ? undefined : compress(content, { level });
      // Awaited in its turn; what fails before is not to end the process.
      packed?.catch(() => undefined);
      waiting.push({ name: Buffer.from(name), content, packed });
    },
    stream: async (name, chunks, level) => {
      await flush();
      const entry = {
        name: Buffer.from(name),
        flags: utf8Names | sizesFollow,
        method: deflated,
        offset,
        ...{ crc: 0, packed: 0, size: 0 },
      };
      await put(localHeader(entry));
      const before = offset;
      const { crc, size } = await deflateInto(put, chunks, level);
      const done = { ...entry, crc, size, packed: offset - before };
      entries.push(done);
      await put(descriptor(done));
    },
    end: async () => {
      await flush();
      const start = offset;
      for (const entry of entries) await put(centralHeader(entry));
      await put(endOfDirectory(entries.length, start, offset - start));
    },
  };
}

/** Compresses chunks as they are made: the next ones are made while zlib has those before. */
async function deflateInto(
  put: Sink,
  chunks: Iterable<Uint8Array>,
  level: number,
): Promise<{ crc: number; size: number }> {
  const deflate = createDeflateRaw({ level, chunkSize: pieceSize });
  let crc = 0;
  let size = 0;
  const feed = async (): Promise<void> => {
    const written: Promise<void>[] = [];
    for (const chunk of chunks) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (size > largest) throw tooLarge(size, largest);
      written.push(writtenTo(deflate, chunk));
      if (written.length > waitingChunks) await written.shift();
    }
    deflate.end();
  };
  const drain = async (): Promise<void> => {
    for await (const piece of deflate) if (Buffer.isBuffer(piece)) await put(piece);
  };
  const feeding = feed().catch((thrown: unknown) => {
    deflate.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
    throw thrown;
  });
  // Where a sink fails, the stream is destroyed and no drain will come: what it said is what counts.
  feeding.catch(() => undefined);
  await drain();
  await feeding;
  return { crc, size };
}

function writtenTo(stream: Writable, chunk: Uint8Array): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    stream.write(chunk, (failure) => {
      if (failure) reject(failure);
      else resolve();
    });
  });
  // Those that nobody waits for any more fail with the stream, which says so itself.
  written.catch(() => undefined);
  return written;
}

function localHeader({ name, flags, method, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(version, 4);
  writeFacts(header, 6, { flags, method, crc, packed, size });
  header.writeUInt16LE(name.length, 26);
  name.copy(header, 30);
  return header;
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write('PK\x07\x08', 'latin1');
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function centralHeader({ name, offset, ...entry }: Entry): Buffer {
  const header = Buffer.alloc(46 + name.length);
  header.write('PK\x01\x02', 'latin1');
  header.writeUInt16LE(madeBy, 4);
  header.writeUInt16LE(version, 6);
  writeFacts(header, 8, entry);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(rights, 38);
  header.writeUInt32LE(offset, 42);
  name.copy(header, 46);
  return header;
}

/** What both kinds of headers say of a part, at the same distances. */
function writeFacts(header: Buffer, at: number, entry: Omit<Entry, 'name' | 'offset'>): void {
  header.writeUInt16LE(entry.flags, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt16LE(dosTime, at + 4);
  header.writeUInt16LE(dosDay, at + 6);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(entry.packed, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
}

function endOfDirectory(count: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
