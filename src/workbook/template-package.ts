import { Buffer } from 'node:buffer';
import { openArchive, type Archive, type ArchiveLimits } from '../package/archive.ts';
import type { Parts } from '../package/package.ts';
import { HeldElements, heldPart } from './scan/held-part.ts';
import { refuseOtherKinds } from './scan/package-kind.ts';
import { tooLarge } from '../package/unreadable.ts';

/** Sheets that are formatted down to their last row have hundreds of megabytes, which are looked at twice and not kept. */
const limits: ArchiveLimits = { parts: 2_000, part: 480_000_000, sum: 1_200_000_000, sumOf: 'inflated' };

/** Bytes of all parts that are kept. */
const keptLimit = 100_000_000;

/** Parts that are held as trees; pictures, macros and what other programs left are only taken along. */
const filledTree = /^(_rels|xl)\/.*\.(xml|rels)$/i;

/**
 * The parts of a template, which anybody may have made: in bounds of memory and time, whatever it holds. The parts
 * whose names are like `trees` can be held as trees. Throws a Refusal `invalid` (`workbook-unreadable`, `workbook-too-large`, `workbook-too-full`).
 */
export async function readTemplatePackage(bytes: Uint8Array, trees = filledTree): Promise<Parts> {
  const archive = await openArchive(bytes, limits);
  if (archive.nameOf('[Content_Types].xml') !== undefined) await refuseOtherKinds(archive);
  const parts: Parts = new Map();
  const held = new HeldElements();
  let kept = 0;
  for (const name of archive.names) {
    const isTree = trees.test(name);
    const part = isTree
      ? await heldPart(archive, name, held)
      : await wholePart(archive, name, keptLimit - kept);
    kept += part.length;
    if (kept > keptLimit) throw tooLarge(kept, keptLimit);
    parts.set(name, part);
  }
  return parts;
}

async function wholePart(archive: Archive, name: string, limit: number): Promise<Uint8Array> {
  if (archive.sizeOf(name) > limit) throw tooLarge(archive.sizeOf(name), limit);
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}
