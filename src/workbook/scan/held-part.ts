import { Buffer } from 'node:buffer';
import { refusal } from '../../domain/problem.ts';
import type { Archive } from '../../package/archive.ts';
import type { Range } from '../../package/tag-attributes.ts';
import { utf8Pieces } from '../../package/part-reading.ts';
import { XmlScan, type Token } from '../../package/xml-scan.ts';

/** Elements of all parts that a program may hold as trees: each takes about a thousand bytes of memory. */
const elementLimit = 150_000;

/** Empty rows below the last one with content that are kept, whatever their format: an office adds no more by hand. */
const keptRows = 1_000;

/** Counts the elements of a package's parts while they are read. */
export class HeldElements {
  #count = 0;

  /** Counts a part's elements; refuses a package with more than can be held. */
  add(elements: number): void {
    this.#count += elements;
    if (this.#count > elementLimit) throw refusal('invalid', { code: 'workbook-too-full' });
  }
}

/**
 * The bytes, in UTF-8, of an XML part that is going to be held as a tree. It is scanned first, so that a document type, endless depth
 * or a tree too large for memory is refused before there is one. Rows of a sheet that are formatted down to its last row
 * and hold nothing are left out, as far as nothing stands below them.
 */
export async function heldPart(archive: Archive, name: string, held: HeldElements): Promise<Uint8Array> {
  const left = await looked(archive, name, held);
  const pieces: Buffer[] = [];
  let at = 0;
  for await (const piece of utf8Pieces(archive, name)) {
    const from = Math.min(Math.max(left.from - at, 0), piece.length);
    const to = Math.min(Math.max(left.to - at, 0), piece.length);
    if (from > 0) pieces.push(Buffer.from(piece.subarray(0, from)));
    if (to < piece.length) pieces.push(Buffer.from(piece.subarray(Math.max(from, to))));
    at += piece.length;
  }
  return Buffer.concat(pieces);
}

/** Counts the elements that a part will have, and finds which of its bytes are left out. */
async function looked(archive: Archive, name: string, held: HeldElements): Promise<Range> {
  const scan = new XmlScan();
  const rows = new EmptyRows();
  let elements = 0;
  let counted = 0;
  for await (const piece of utf8Pieces(archive, name)) {
    scan.push(piece);
    for (let token = scan.next(); token !== undefined; token = scan.next()) {
      if (token === 'start') elements += 1;
      rows.take(token, scan, elements);
    }
    held.add(elements - rows.elements - counted);
    counted = elements - rows.elements;
  }
  scan.finish();
  return rows.left;
}

/** Finds the rows at the end of a sheet that hold nothing, but for the first thousand of them. */
class EmptyRows {
  #isSheet = false;
  #isUsed = false;
  #count = 0;
  #first = 0;
  #from = 0;
  #to = 0;
  #elements = 0;

  /** Takes the next token; `elements` have been counted so far. */
  take(token: Token, scan: XmlScan, elements: number): void {
    const { level } = scan;
    if (level === 1 && token === 'start') this.#isSheet = scan.name === 'worksheet';
    else if (level > 4) this.#isUsed = true;
    if (level !== 3 || !this.#isSheet || token === 'text' || scan.name !== 'row') return;
    if (token === 'start') this.#isUsed = false;
    if (token === 'start' && !scan.isEmpty) return;
    this.#count = this.#isUsed ? 0 : this.#count + 1;
    if (this.#count <= keptRows) {
      this.#first = elements;
      this.#from = scan.end;
    }
    this.#to = scan.end;
    this.#elements = elements - this.#first;
  }

  /** The bytes of those rows. */
  get left(): Range {
    return { from: this.#from, to: this.#to };
  }

  /** How many elements they have. */
  get elements(): number {
    return this.#elements;
  }
}
