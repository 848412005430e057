import { columnNumber, lastRow } from './reference.ts';

/** One end of a reference: `$B$7`, or only its row in `$5:$6`. */
export interface ReferenceEnd {
  /** `$B`, `B`, or empty in a reference to whole rows. */
  readonly column: string;
  readonly absolute: boolean;
  readonly row: number;
}

/** A reference to cells as it stands in a formula. `sheets` are the unquoted names before its `!`, two of them in a 3-D reference. */
export interface Reference {
  readonly kind: 'reference';
  readonly prefix: string;
  readonly sheets: readonly string[];
  readonly ends: readonly [ReferenceEnd] | readonly [ReferenceEnd, ReferenceEnd];
  /** The reference follows a colon, as in `INDEX(A:A,2):A9`: it ends a range that something else begins. */
  readonly endsRange: boolean;
}

/** A formula as text and references, in order; references to other workbooks and to tables are text. */
export type FormulaToken = string | Reference;

const word = /[\p{L}\p{M}\p{N}_.\\?$\u00b7]+/uy;
const quoted = /'(?:[^']|'')*'/y;
const text = /"(?:[^"]|"")*"/y;
const cell = /^(\$?[A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const wholeRow = /^()(\$?)(\d{1,7})$/;

/** The formula cut at its references to cells and rows of this workbook; joined again it is the same text. */
export function tokensOf(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let plain = '';
  let at = 0;
  const take = (length: number): void => {
    plain += formula.slice(at, at + length);
    at += length;
  };
  while (at < formula.length) {
    const string = match(text, formula, at);
    if (string !== '') {
      take(string.length);
      continue;
    }
    const prefix = prefixAt(formula, at);
    const found = prefix?.external ? undefined : referenceAt(formula, at + (prefix?.text.length ?? 0));
    if (prefix && !found) {
      take(prefix.text.length + (prefix.external ? lengthOfReference(formula, at + prefix.text.length) : 0));
    } else if (found) {
      const endsRange = /:\s*$/.test(plain);
      if (plain !== '') tokens.push(plain);
      plain = '';
      const ends = found.ends;
      tokens.push({
        kind: 'reference',
        prefix: prefix?.text ?? '',
        sheets: prefix?.sheets ?? [],
        ends,
        endsRange,
      });
      at += (prefix?.text.length ?? 0) + found.length;
    } else {
      take(lengthOfOther(formula, at));
    }
  }
  if (plain !== '') tokens.push(plain);
  return tokens;
}

/** A reference as a formula has it. */
function referenceText(reference: Pick<Reference, 'prefix' | 'ends'>): string {
  return reference.prefix + reference.ends.map(endText).join(':');
}

/** Every reference of a formula with the areas it covers; whole columns are left out. */
export function referencesOf(formula: string): Reference[] {
  return tokensOf(formula).filter((token): token is Reference => typeof token !== 'string');
}

/** The formula with every reference changed, and with every text between them as `other` says. */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => Reference,
  other: (text: string) => string = (text) => text,
): string {
  return tokensOf(formula)
    .map((token) => (typeof token === 'string' ? other(token) : referenceText(change(token))))
    .join('');
}

function endText(end: ReferenceEnd): string {
  return `${end.column}${end.absolute ? '$' : ''}${String(end.row)}`;
}

interface Prefix {
  readonly text: string;
  readonly sheets: readonly string[];
  readonly external: boolean;
}

/** `Sheet1!`, `'村 名'!`, `Sheet1:Sheet3!` or `[1]Sheet1!`. A sheet's name can hold neither a colon nor a bracket. */
function prefixAt(formula: string, at: number): Prefix | undefined {
  const quotedName = match(quoted, formula, at);
  if (quotedName !== '') {
    if (formula[at + quotedName.length] !== '!') return undefined;
    const name = quotedName.slice(1, -1).replaceAll("''", "'");
    return { text: `${quotedName}!`, sheets: name.split(':'), external: name.includes('[') };
  }
  const book = formula[at] === '[' ? bracketsAt(formula, at) : '';
  const first = match(word, formula, at + book.length);
  if (first === '') return undefined;
  let name = first;
  if (formula[at + book.length + first.length] === ':') {
    const second = match(word, formula, at + book.length + first.length + 1);
    if (
      second !== '' &&
      formula[at + book.length + first.length + 1 + second.length] === '!' &&
      !cell.test(first)
    ) {
      name = `${first}:${second}`;
    }
  }
  if (formula[at + book.length + name.length] !== '!') return undefined;
  return { text: `${book}${name}!`, sheets: name.split(':'), external: book !== '' };
}

type Found = { readonly ends: Reference['ends']; readonly length: number };

function referenceAt(formula: string, at: number): Found | undefined {
  const first = match(word, formula, at);
  if (first === '') return undefined;
  const colon = /\s*:\s*/y;
  const gap = match(colon, formula, at + first.length);
  const second = gap === '' ? '' : match(word, formula, at + first.length + gap.length);
  const length = first.length + gap.length + second.length;
  const next = formula[at + length] ?? '';
  if (second !== '' && next !== '(' && next !== '!' && next !== '[') {
    for (const pattern of [cell, wholeRow]) {
      const [start, end] = [endAt(pattern, first), endAt(pattern, second)];
      if (start && end) return { ends: [start, end], length };
    }
  }
  const following = formula[at + first.length] ?? '';
  if (following === '(' || following === '!' || following === '[') return undefined;
  const single = endAt(cell, first);
  return single ? { ends: [single], length: first.length } : undefined;
}

function endAt(pattern: RegExp, found: string): ReferenceEnd | undefined {
  const [, column = '', dollar, digits] = pattern.exec(found) ?? [];
  const row = Number(digits);
  if (!(row >= 1 && row <= lastRow)) return undefined;
  if (column !== '' && columnNumber(column.replace('$', '')) === undefined) return undefined;
  return { column, absolute: dollar === '$', row };
}

function lengthOfReference(formula: string, at: number): number {
  return referenceAt(formula, at)?.length ?? match(word, formula, at).length;
}

/** A word, a bracketed reference to a table, or one character. */
function lengthOfOther(formula: string, at: number): number {
  if (formula[at] === '[') return bracketsAt(formula, at).length;
  return match(word, formula, at).length || match(quoted, formula, at).length || 1;
}

/** `[…]` with what is nested in it; inside an apostrophe takes the next character's meaning away. */
function bracketsAt(formula: string, at: number): string {
  let depth = 0;
  for (let index = at; index < formula.length; index += 1) {
    if (formula[index] === "'") index += 1;
    else if (formula[index] === '[') depth += 1;
    else if (formula[index] === ']') depth -= 1;
    if (depth === 0) return formula.slice(at, index + 1);
  }
  return formula.slice(at);
}

function match(pattern: RegExp, formula: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0] ?? '';
}
