import { unreadable } from '../package/unreadable.ts';
import type { XmlScan, Token } from '../package/xml-scan.ts';
import { unescapeCellText } from '../package/xml-text.ts';

/** Excel holds 32,767 units; other programs may write more, but not this. */
export const longestText = 1_000_000;

/** Collects the text of a string item (`si`, `is`): its runs joined, phonetic runs (readings of characters) left out. */
export class StringItem {
  #text = '';
  #run = '';
  #isRun = false;
  #isKept = false;
  #phonetic = 0;

  /** Takes a token below the item. */
  take(token: Token, scan: XmlScan): void {
    if (token === 'text') {
      if (this.#isRun) this.#run = joined(this.#run, scan.text());
    } else if (scan.name === 't') {
      if (token === 'start' && !scan.isEmpty && this.#phonetic === 0) this.#begin(scan);
      else if (token === 'end') this.#end();
    } else if (scan.name === 'rPh' && !scan.isEmpty) this.#phonetic += token === 'start' ? 1 : -1;
  }

  /** The text so far, and an empty item again. */
  done(): string {
    const text = unescapeCellText(this.#text);
    this.#text = '';
    this.#phonetic = 0;
    return text;
  }

  #begin(scan: XmlScan): void {
    this.#isRun = true;
    this.#run = '';
    this.#isKept = keepsBlanks(scan);
  }

  #end(): void {
    if (this.#isRun) this.#text = joined(this.#text, this.#isKept ? this.#run : withoutEnds(this.#run));
    this.#isRun = false;
  }
}

/** Two pieces of a text as one; refused beyond any length that a cell has. */
export function joined(text: string, piece: string): string {
  if (text === '') return piece;
  if (text.length + piece.length > longestText) throw unreadable('too-long');
  return text + piece;
}

/** Whether the element at hand says that blanks at the ends of its text belong to it; Excel drops them otherwise. */
export function keepsBlanks(scan: XmlScan): boolean {
  return scan.tag.text('xml:space') === 'preserve';
}

/** Without the blanks of XML at its ends; others, such as the full-width one, are text. */
export function withoutEnds(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Looked at one by one: a pattern that ends in blanks tries anew at each of a million blanks within. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x0a;
}
