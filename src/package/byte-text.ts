import { isUtf8, type Buffer } from 'node:buffer';
import { unreadable } from './unreadable.ts';
import { decodeMarkup } from './xml-text.ts';

/** The text of markup in UTF-8, references resolved; most of it is plain ASCII and needs no look. */
export function markupText(bytes: Buffer, from: number, to: number): string {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === 0x26) return decodeMarkup(utf8Text(bytes, from, to));
  }
  return bytes.toString('latin1', from, to);
}

/** The text as it stands there; refused where its bytes are no UTF-8. */
export function utf8Text(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to);
  if (text.includes('\ufffd') && !isUtf8(bytes.subarray(from, to))) throw unreadable('encoding');
  return text;
}

/** A number in ASCII digits, or NaN. */
export function integerAt(bytes: Buffer, from: number, to: number): number {
  if (from >= to || to - from > 15) return NaN;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether the bytes are the ASCII text. */
export function isAt(bytes: Buffer, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  for (let at = 0; at < text.length; at += 1) if (bytes[from + at] !== text.charCodeAt(at)) return false;
  return true;
}

/** Words of which a part has few, each used a million times: each is made into a string once. */
export class Words {
  readonly #known = new Map<number, string>();

  /** The word of these bytes, found by a hash of them. */
  at(bytes: Buffer, from: number, to: number, hash: number): string {
    const known = this.#known.get(hash);
    if (known !== undefined && isAt(bytes, from, to, known)) return known;
    const word = utf8Text(bytes, from, to);
    if (this.#known.size < 1_000) this.#known.set(hash, word);
    return word;
  }
}
