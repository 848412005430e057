import { Buffer } from 'node:buffer';
import { unreadable } from './unreadable.ts';
import { integerAt, markupText, utf8Text, Words } from './byte-text.ts';
import { TagAttributes } from './tag-attributes.ts';
import { unbroken } from './xml-text.ts';

/** Levels of elements; a spreadsheet has about ten. */
const depthLimit = 256;

/** Bytes of one tag or one text; a cell holds 32,767 characters, each at most ten bytes long as a reference. */
const tokenLimit = 1_000_000;

const [blank, bang, slash, colon, less, greater, question] = [0x20, 0x21, 0x2f, 0x3a, 0x3c, 0x3e, 0x3f];

/** What stands at a place of a part: a start tag (an empty element has no end tag of its own), an end tag, or text. */
export type Token = 'start' | 'end' | 'text';

/**
 * Reads the XML of one part as its bytes come, token by token: nothing but the token at hand is kept, so neither depth
 * nor length costs memory. Tags must match; document types and entities other than XML's own five are refused.
 */
export class XmlScan {
  /** The local name of the tag at hand: prefixes differ from program to program. */
  name = '';
  /** Whether the start tag at hand is an empty element. */
  isEmpty = false;
  /** The level of the element at hand, the root's is 1; of a text, that of the element around it. */
  level = 0;
  /** The attributes of the start tag at hand. */
  readonly tag = new TagAttributes();

  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #start = 0;
  /** How many bytes of the part were in front of those at hand. */
  #before = 0;
  /** Where the content of the token at hand begins and ends: the attributes of a tag, a text. */
  #from = 0;
  #to = 0;
  #isPlain = false;
  #depth = 0;
  #isFinished = false;
  readonly #open = new Int32Array(depthLimit + 1);
  readonly #words = new Words();

  /** Hands over the next bytes of the part; those of a token that is not whole yet are kept. */
  push(piece: Buffer): void {
    const rest = this.#bytes.length - this.#at;
    if (rest > tokenLimit) throw unreadable('too-long');
    this.#before += this.#at;
    this.#bytes = rest === 0 ? piece : Buffer.concat([this.#bytes.subarray(this.#at), piece]);
    this.#at = 0;
  }

  /** The next token, or undefined where the bytes at hand hold no further whole one. */
  next(): Token | undefined {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      this.#start = this.#at;
      if (bytes[this.#at] !== less) {
        if (!this.#text()) return undefined;
        if (this.#depth > 0) return 'text';
        continue;
      }
      const mark = bytes[this.#at + 1];
      if (mark === undefined) return undefined;
      if (mark === slash) return this.#endTag();
      if (mark !== bang && mark !== question) return this.#startTag();
      const token = this.#special(mark);
      if (token !== 'skipped') return token;
    }
    return undefined;
  }

  /** To be called when all bytes were handed over: the root must have been closed. */
  finish(): void {
    if (!this.#isFinished || this.#at < this.#bytes.length) {
      const rest = this.#bytes.toString('latin1', this.#at).trim();
      if (!this.#isFinished || rest !== '') throw unreadable('broken-part');
    }
  }

  /** Where the token at hand begins, in bytes from the beginning of the part. */
  get start(): number {
    return this.#before + this.#start;
  }

  /** Where it ends. */
  get end(): number {
    return this.#before + this.#at;
  }

  /** The text at hand: line breaks as one LF, references resolved. */
  text(): string {
    if (!this.#isPlain) return markupText(this.#bytes, this.#from, this.#to);
    return unbroken(utf8Text(this.#bytes, this.#from, this.#to));
  }

  /** The text at hand as a number in ASCII digits, or NaN. */
  textInteger(): number {
    return integerAt(this.#bytes, this.#from, this.#to);
  }

  #text(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < bytes.length && bytes[at] !== less) at += 1;
    if (at === bytes.length) return false;
    this.#take(this.#at, at, false);
    this.level = this.#depth;
    this.#at = at;
    // Blanks, and the byte order mark in front of everything.
    if (this.#depth === 0 && !/^(\xef\xbb\xbf)?\s*$/.test(bytes.toString('latin1', this.#from, at)))
      throw unreadable('broken-part');
    return true;
  }

  #startTag(): Token | undefined {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    let from = at;
    let hash = 0;
    let local = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === greater || byte === slash || byte <= blank) break;
      hash = (hash * 31 + byte) | 0;
      local = (local * 31 + byte) | 0;
      if (byte !== colon) continue;
      from = at + 1;
      local = 0;
    }
    const to = at;
    at = this.tag.find(bytes, at);
    if (at >= bytes.length) return undefined;
    if (from === to || this.#isFinished) throw unreadable('broken-part');
    this.name = this.#words.at(bytes, from, to, local);
    this.isEmpty = bytes[at - 1] === slash;
    this.#at = at + 1;
    this.level = this.#depth + 1;
    if (this.isEmpty) this.#isFinished = this.#depth === 0;
    else {
      if (this.level > depthLimit) throw unreadable('too-deep');
      this.#depth = this.level;
      this.#open[this.level] = hash;
    }
    return 'start';
  }

  #endTag(): Token | undefined {
    const bytes = this.#bytes;
    let at = this.#at + 2;
    let from = at;
    let hash = 0;
    let local = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === greater || byte <= blank) break;
      hash = (hash * 31 + byte) | 0;
      local = (local * 31 + byte) | 0;
      if (byte !== colon) continue;
      from = at + 1;
      local = 0;
    }
    const to = at;
    while (at < bytes.length && isBlank(bytes[at])) at += 1;
    if (at >= bytes.length) return undefined;
    if (bytes[at] !== greater || this.#depth === 0 || this.#open[this.#depth] !== hash)
      throw unreadable('broken-part');
    this.name = this.#words.at(bytes, from, to, local);
    this.level = this.#depth;
    this.#depth -= 1;
    this.#isFinished = this.#depth === 0;
    this.#at = at + 1;
    return 'end';
  }

  /** Comments, instructions and CDATA; anything else that begins with `<!` belongs to a document type. */
  #special(mark: number): Token | undefined | 'skipped' {
    const bytes = this.#bytes;
    const start = this.#at;
    if (mark === question) {
      const end = bytes.indexOf('?>', start);
      if (end < 0) return undefined;
      assertUnicode(bytes.toString('latin1', start, end));
      this.#at = end + 2;
      return 'skipped';
    }
    if (bytes.length < start + 9) return undefined;
    const isComment = bytes[start + 2] === 0x2d && bytes[start + 3] === 0x2d;
    const isPlain = !isComment && bytes.toString('latin1', start, start + 9) === '<![CDATA[';
    if (!isComment && !isPlain) throw unreadable('doctype');
    const from = start + (isComment ? 4 : 9);
    const end = bytes.indexOf(isComment ? '-->' : ']]>', from);
    if (end < 0) return undefined;
    this.#at = end + 3;
    if (isComment) return 'skipped';
    if (this.#depth === 0) throw unreadable('broken-part');
    this.#take(from, end, true);
    this.level = this.#depth;
    return 'text';
  }

  #take(from: number, to: number, isPlain: boolean): void {
    this.#from = from;
    this.#to = to;
    this.#isPlain = isPlain;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === blank || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Parts are in UTF-8 or UTF-16 (OPC, ISO/IEC 29500-2 8.1.4); another encoding would be misread. */
function assertUnicode(instruction: string): void {
  const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(instruction)?.[1];
  if (encoding !== undefined && !/^(utf-?8|utf-?16(le|be)?|(us-)?ascii)$/i.test(encoding))
    throw unreadable('encoding');
}
