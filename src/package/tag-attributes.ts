import { Buffer } from 'node:buffer';
import { unreadable } from './unreadable.ts';
import { integerAt, isAt, markupText, Words } from './byte-text.ts';

/** Attributes of one tag; those that matter have about twenty. */
const attributeLimit = 256;

const [blank, quote, apostrophe, colon, less, equals, greater] = [0x20, 0x22, 0x27, 0x3a, 0x3c, 0x3d, 0x3e];

/** Where a piece of a part begins and ends, in bytes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The attributes of one start tag: where they stand is found once, values are made only as they are asked for. */
export class TagAttributes {
  #bytes: Buffer = Buffer.alloc(0);
  /** Four places for each attribute: where its name begins and ends, where its value begins and ends. */
  readonly #places = new Int32Array(4 * attributeLimit);
  #placed = 0;
  readonly #words = new Words();

  /** Finds the attributes of a start tag from the end of its name on; gives the place of its `>`. */
  find(bytes: Buffer, start: number): number {
    this.#bytes = bytes;
    const places = this.#places;
    let name = start;
    let end = start;
    let isName = false;
    let isValue = false;
    let count = 0;
    let at = start;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte <= blank) isName = false;
      else if (byte === quote || byte === apostrophe) {
        if (!isValue) throw unreadable('broken-part');
        isValue = false;
        let close = at + 1;
        while (close < bytes.length && bytes[close] !== byte) close += 1;
        places[count] = name;
        places[count + 1] = end;
        places[count + 2] = at + 1;
        places[count + 3] = close;
        count += 4;
        if (count === 4 * attributeLimit) throw unreadable('too-long');
        at = close;
      } else if (byte === greater) break;
      else if (byte === less) throw unreadable('broken-part');
      else if (byte === equals) {
        isName = false;
        isValue = true;
      } else {
        if (!isName) name = at;
        isName = true;
        end = at + 1;
      }
    }
    this.#placed = count;
    return at;
  }

  /** The value of an attribute of the start tag at hand, by its whole name or, after `*:`, by any prefix. */
  text(name: string): string | undefined {
    const at = this.#placeOf(name);
    return at < 0 ? undefined : markupText(this.#bytes, this.#place(at + 2), this.#place(at + 3));
  }

  /** An attribute of few values, such as a cell's type: each value is made into a string once. */
  word(name: string): string | undefined {
    const at = this.#placeOf(name);
    if (at < 0) return undefined;
    const [from, to] = [this.#place(at + 2), this.#place(at + 3)];
    let hash = 0;
    for (let byte = from; byte < to; byte += 1) hash = (hash * 31 + (this.#bytes[byte] ?? 0)) | 0;
    return this.#words.at(this.#bytes, from, to, hash);
  }

  /** An attribute in ASCII digits; NaN where it is anything else, undefined where it isn't set. */
  integer(name: string): number | undefined {
    const at = this.#placeOf(name);
    return at < 0 ? undefined : integerAt(this.#bytes, this.#place(at + 2), this.#place(at + 3));
  }

  /** The column of the cell whose place in this row is the attribute `r`: 1 is A. NaN where it is no place of the row. */
  column(row: number): number | undefined {
    const at = this.#placeOf('r');
    if (at < 0) return undefined;
    const to = this.#place(at + 3);
    let letters = this.#place(at + 2);
    let column = 0;
    for (; letters < to; letters += 1) {
      const letter = ((this.#bytes[letters] ?? 0) & ~0x20) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    return column > 0 && integerAt(this.#bytes, letters, to) === row ? column : NaN;
  }

  /** Where the value of an attribute stands, its quotes left out. */
  range(name: string): Range | undefined {
    const at = this.#placeOf(name);
    return at < 0 ? undefined : { from: this.#place(at + 2), to: this.#place(at + 3) };
  }

  /** Where the places of an attribute begin in the list, or -1. */
  #placeOf(name: string): number {
    for (let at = 0; at < this.#placed; at += 4)
      if (this.#isNamed(name, this.#place(at), this.#place(at + 1))) return at;
    return -1;
  }

  #place(at: number): number {
    return this.#places[at] ?? 0;
  }

  #isNamed(name: string, start: number, end: number): boolean {
    let from = start;
    let wanted = 0;
    if (name.startsWith('*:')) {
      wanted = 2;
      from = this.#bytes.indexOf(colon, start) + 1;
      if (from <= start || from >= end) return false;
    }
    return isAt(this.#bytes, from, end, wanted === 0 ? name : name.slice(wanted));
  }
}
