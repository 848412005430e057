import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { XmlScan, type Token } from '../../package/xml-scan.ts';

/** A part whose bytes stay as they are but for the pieces that are put in or take the place of others. */
export class Splice {
  readonly bytes: Buffer;
  readonly #pieces: { readonly from: number; readonly to: number; readonly text: string }[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = inUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** Reads the part from its first token to its last; places of the scan are places in the part's bytes. */
  scan(take: (token: Token, scan: XmlScan) => void): void {
    const scan = new XmlScan();
    scan.push(this.bytes);
    for (let token = scan.next(); token !== undefined; token = scan.next()) take(token, scan);
    scan.finish();
  }

  /** What stands between two places, as text. */
  text(from: number, to: number): string {
    return this.bytes.toString('utf8', from, to);
  }

  /** Puts text before a place; texts put at one place follow each other. */
  insert(at: number, text: string): void {
    if (text !== '') this.replace(at, at, text);
  }

  /** Puts text in the place of what stands between two places. */
  replace(from: number, to: number, text: string): void {
    this.#pieces.push({ from, to, text });
  }

  /** The part with all pieces. */
  done(): Uint8Array {
    const found: Buffer[] = [];
    let at = 0;
    for (const { from, to, text } of this.#pieces.toSorted((one, other) => one.from - other.from)) {
      found.push(this.bytes.subarray(at, from), Buffer.from(text));
      at = to;
    }
    found.push(this.bytes.subarray(at));
    return Buffer.concat(found);
  }
}

/** The prefix of the element whose start tag begins here, `x:` or nothing: what is put beside it has the same. */
export function prefixAt(splice: Splice, start: number): string {
  return /^<([^\s/>:]+:)/.exec(splice.text(start, start + 100))?.[1] ?? '';
}

/** A part in UTF-16 becomes one in UTF-8, so that a place in its bytes is a place in its text. */
function inUtf8(bytes: Buffer): Buffer {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark !== 0xfffe && mark !== 0xfeff) return bytes;
  const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  return Buffer.from(text.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, '$1UTF-8'));
}

/** XML of ours in the prefix of the part that it goes into. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
