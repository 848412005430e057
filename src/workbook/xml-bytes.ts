import { Buffer } from 'node:buffer';
import { cellTextLimit } from '../package/escape.ts';

/** Room at the beginning: most lists are short. */
const smallest = 8_192;

/** XML that is written again and again, in words of four bytes (little-endian): what is over in the last one doesn't count. */
export interface FixedXml {
  readonly words: Uint32Array;
  readonly length: number;
}

/** XML as it is written again and again. */
export function fixedXml(text: string): FixedXml {
  const bytes = Buffer.from(text);
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  for (const [at, byte] of bytes.entries())
    words[at >> 2] = ((words[at >> 2] ?? 0) | (byte << ((at & 3) * 8))) >>> 0;
  return { words, length: bytes.length };
}

/**
 * XML on its way into a part, as the bytes of UTF-8: a string for each cell of a long list would cost more than everything
 * else that is done for it.
 */
export class XmlBytes {
  #bytes = Buffer.allocUnsafeSlow(smallest);
  #words = wordsOf(this.#bytes);
  #length = 0;
  #rowNumber = 0;
  #rowDigits = fixedXml('0');

  /** How many bytes have been gathered. */
  get length(): number {
    return this.#length;
  }

  /** Takes XML that was made before: a word at a time, since it is most of what there is, and a call of the runtime takes longer. */
  fixed({ words, length }: FixedXml): void {
    this.#withRoom(length + 3);
    const view = this.#words;
    let at = this.#length;
    for (const word of words) {
      view.setUint32(at, word, true);
      at += 4;
    }
    this.#length += length;
  }

  /** Takes XML that was made elsewhere. */
  xml(text: string): void {
    const bytes = this.#withRoom(text.length * 3);
    this.#length += bytes.write(text, this.#length);
  }

  /** Takes a number as JavaScript writes it. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 999_999_999) {
      this.xml(String(value));
      return;
    }
    const bytes = this.#withRoom(9);
    let end = this.#length + 1;
    for (let limit = 10; value >= limit; limit *= 10) end += 1;
    this.#length = end;
    for (let rest = value, at = end; ; rest = (rest / 10) | 0) {
      bytes[--at] = 0x30 + (rest % 10);
      if (rest < 10) return;
    }
  }

  /** Takes the number of a row: the same one for all of its cells, so its digits are kept. */
  row(number: number): void {
    if (number !== this.#rowNumber) {
      this.#rowNumber = number;
      this.#rowDigits = fixedXml(String(number));
    }
    this.fixed(this.#rowDigits);
  }

  /**
   * Takes a text that a cell holds just as it is and says true; where it would have to be escaped, cleaned or cut, or its
   * blanks be kept by an attribute, it takes nothing and says false.
   */
  plainText(text: string): boolean {
    const units = text.length;
    if (units > cellTextLimit) return false;
    const bytes = this.#withRoom(units * 3);
    let at = this.#length;
    // A blank at the beginning is none that stands alone.
    let wasBlank = true;
    for (let index = 0; index < units; index += 1) {
      const unit = text.charCodeAt(index);
      if (delicate[unit] === 1 || (unit === 0x20 && wasBlank)) return false;
      wasBlank = unit === 0x20;
      if (unit < 0x80) {
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    if (wasBlank) return false;
    this.#length = at;
    return true;
  }

  /** Leaves room for a start tag that is known only when what it encloses is; gives its place. */
  leave(room: number): number {
    this.#withRoom(room);
    this.#length += room;
    return this.#length - room;
  }

  /** Puts XML, of no more bytes than were left, into the room at a place and closes what is over. */
  fill(place: number, room: number, xml: string): void {
    const bytes = this.#bytes;
    const end = place + bytes.write(xml, place);
    bytes.copyWithin(end, place + room, this.#length);
    this.#length -= place + room - end;
  }

  /** Takes back all that came after a length. */
  cut(length: number): void {
    this.#length = length;
  }

  /** Gives what was gathered and begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#begin(this.#bytes.length);
    this.#length = 0;
    return taken;
  }

  #withRoom(more: number): Buffer {
    const needed = this.#length + more;
    if (needed > this.#bytes.length) {
      const before = this.#bytes.subarray(0, this.#length);
      this.#begin(Math.max(needed, this.#bytes.length * 2)).set(before);
    }
    return this.#bytes;
  }

  #begin(size: number): Buffer {
    this.#bytes = Buffer.allocUnsafeSlow(size);
    this.#words = wordsOf(this.#bytes);
    return this.#bytes;
  }
}

function wordsOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Units that can't simply be written: of markup, controls, blanks but the ordinary one, halves of pairs, and `_` for `_x0041_`. */
const delicate = delicateUnits();

function delicateUnits(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(1, 0, 0x20);
  table.fill(1, 0xd800, 0xe000);
  table.fill(1, 0xfffe, 0x10000);
  for (const unit of '&<>_') table[unit.charCodeAt(0)] = 1;
  for (let unit = 0x7f; unit < 0x10000; unit += 1) {
    if (/\s/.test(String.fromCharCode(unit))) table[unit] = 1;
  }
  return table;
}
