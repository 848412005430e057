import { areaOf } from '../formulas/reference.ts';
import { FORMAT_CODE, FORMULAS, HASHES, HEADERS, LITERAL, TOLD_IN_RUNS } from './told-texts.ts';

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/gu;
const REMARKS = /<!--([\s\S]*?)-->|<\?([\s\S]*?)\?>/gu;
const TAG = /<([^\s<>/"'=!?]+)(?![^\s<>/"'=!?])((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;
const ATTRIBUTE = /([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const LEAF = />([^<]+)</gu;
const IN_RUNS = elements(TOLD_IN_RUNS, String.raw`[\s\S]*?`);
const CODES = elements([...FORMULAS, FORMAT_CODE], '[^<]*');
const IN_HEADERS = elements(HEADERS, '[^<]*');
/** Codes of a header: a font, a colour, a size, bold, the page. */
const HEADER_CODES = /&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])/gu;

/**
 * Every text that an XML part tells, as it is to be looked at: what stands in elements, with runs put together, all values of
 * attributes, remarks, and numbers so long that they may be somebody's. What by its shape is no text is left out: references,
 * numbers of a usual length, colours, identifiers.
 */
export function* xmlTold(part: string): Generator<string> {
  const whole = part.replaceAll(CDATA, (_, text: string) => escaped(text));
  for (const [, remark, instruction] of whole.matchAll(REMARKS)) {
    const said = remark ?? instruction ?? '';
    if (!/^xml\s/u.test(said)) yield said;
  }
  const xml = whole.replaceAll(REMARKS, '');
  for (const [, element = '', attributes = ''] of xml.matchAll(TAG)) {
    if (!isAscii(element)) yield element;
    if (attributes !== '') yield* attributesTold(attributes);
  }
  for (const [, , inner = ''] of xml.matchAll(IN_RUNS)) yield decoded(inner.replaceAll(/<[^>]*>/gu, ''));
  const rest = xml.replaceAll(IN_RUNS, '');
  for (const [, , inner = ''] of rest.matchAll(CODES)) yield* codeTold(decoded(inner));
  for (const [, , inner = ''] of rest.matchAll(IN_HEADERS)) yield decoded(inner).replaceAll(HEADER_CODES, '');
  for (const [, text = ''] of rest.replaceAll(CODES, '').matchAll(LEAF)) yield* valueTold(decoded(text));
}

function* attributesTold(attributes: string): Generator<string> {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const local = name.split(':').at(-1) ?? name;
    if (!isAscii(name)) yield name;
    const value = decoded(double ?? single ?? '');
    if (HASHES.has(local) || isNoText(value)) continue;
    if (local === FORMAT_CODE) {
      yield* codeTold(value);
      continue;
    }
    const plain = value.replaceAll(IDENTIFIER, '').replaceAll(MEASURE, '').replace(REFERENCE_OF_SHEET, '');
    yield plain;
    if (plain.includes('%')) yield unescapedAddress(plain);
  }
}

const IDENTIFIER = /\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?/giu;
const MEASURE = /\d+\.\d+(?:pt|px|in|cm|mm|em|%)/gu;
const REFERENCE_OF_SHEET = /(?<=!)\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/u;

/** By its shape: a number no longer than a telephone number of a house, a colour or typeface in hexadecimal digits, references to cells. */
function isNoText(value: string): boolean {
  return (
    value.length < 2 ||
    /^[-+]?\d{0,10}(?:\.\d+)?(?:e[-+]?\d+)?$/iu.test(value) ||
    /^(?:[0-9A-F]{6}|[0-9A-F]{8}|[0-9A-F]{20})$/u.test(value) ||
    (/^[A-Z$]/u.test(value) && value.split(/[ ,]/u).every((piece) => areaOf(piece) !== undefined))
  );
}

/** Texts in quotes, also those that `&` joins; names of sheets and the like; long numbers. Other digits are those of references. */
function* codeTold(code: string): Generator<string> {
  const joined = code.replaceAll(/"\s*&\s*"/gu, '');
  for (const [literal] of joined.matchAll(LITERAL)) yield literal;
  const signs = joined.replaceAll(LITERAL, ' ');
  yield signs.replaceAll(/[\d$.]+/gu, ' ');
  for (const [digits] of signs.matchAll(/(?<![\w$.])\d{11,}(?![\w.])/gu))
    if (!/^0+$/u.test(digits)) yield digits;
}

/** A telephone or identity number may have been typed as a number: 13800138000, 4.45321199001011E+17. */
function* valueTold(text: string): Generator<string> {
  const number = Math.trunc(Math.abs(Number(text)));
  if (Number.isNaN(number)) yield text;
  else if (number >= 1e10 && number < 1e20) yield String(BigInt(number));
}

/** The texts of an address of the net are often written `%E6%A2%81`. */
function unescapedAddress(address: string): string {
  return address.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
    return new TextDecoder().decode(bytes);
  });
}

function elements(names: readonly string[], inner: string): RegExp {
  return new RegExp(
    String.raw`<((?:[\w.-]+:)?(?:${names.join('|')}))(?:\s[^>]*)?(?<!/)>(${inner})</\1\s*>`,
    'gu',
  );
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/u.test(text);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(
      /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu,
      (whole, hex: string | undefined, decimal: string | undefined) => {
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      },
    )
    .replaceAll('&amp;', '&');
}
