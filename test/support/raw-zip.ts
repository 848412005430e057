import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made byte by byte, so that it may lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the directory says of the inflated size. */
  readonly declared?: number;
  readonly declaredPacked?: number;
  /** The bytes that lie there in the place of the deflated content. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** Where the directory says that the entry begins: that of another entry to share its bytes. */
  readonly sameAs?: number;
}

/** What the end of the directory says, where it lies. */
export interface RawEnd {
  readonly entries?: number;
  /** Sends the reader to a zip64 record, with this many entries in it. */
  readonly zip64Entries?: number;
}

/** A zip of these entries (APPNOTE 4.3), with whatever sizes, names and places they claim. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const locals: Buffer[] = [];
  const places: { at: number; packed: Buffer; content: Buffer }[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const deflated = (entry.method ?? 8) === 8 ? deflateRawSync(content) : content;
    const packed = Buffer.from(entry.packed ?? deflated);
    const shared = entry.sameAs === undefined ? undefined : places[entry.sameAs];
    places.push(shared ?? { at, packed, content });
    if (shared) continue;
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      fieldsOf(entry, packed, content),
      Buffer.from(entry.name),
      packed,
    ]);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(
    entries.map((entry, index) => {
      const place = places[index];
      if (!place) throw new RangeError(entry.name);
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(place.at, 10);
      return Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        fieldsOf(entry, place.packed, place.content),
        tail,
        Buffer.from(entry.name),
      ]);
    }),
  );
  return Buffer.concat([...locals, directory, ...endOf(end, entries.length, directory.length, at)]);
}

function fieldsOf(entry: RawEntry, packed: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? 8, 4);
  fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
  fields.writeUInt32LE(entry.declaredPacked ?? packed.length, 14);
  fields.writeUInt32LE(entry.declared ?? content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields;
}

function endOf(end: RawEnd, entries: number, size: number, at: number): Buffer[] {
  const record = Buffer.alloc(22);
  record.write('PK\u0005\u0006');
  const told = end.zip64Entries === undefined ? (end.entries ?? entries) : 0xffff;
  record.writeUInt16LE(Math.min(told, 0xffff), 8);
  record.writeUInt16LE(Math.min(told, 0xffff), 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(end.zip64Entries === undefined ? at : 0xffff_ffff, 16);
  if (end.zip64Entries === undefined) return [record];
  const large = Buffer.alloc(56);
  large.write('PK\u0006\u0006');
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(end.zip64Entries), 24);
  large.writeBigUInt64LE(BigInt(end.zip64Entries), 32);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007');
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return [large, locator, record];
}
