import { unreadable } from './unreadable.ts';

const own: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Characters that XML 1.0 forbids, as such and as references. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * The text that markup stands for: line breaks as one LF (XML 1.0, 2.11), XML's own five entities and references to
 * characters resolved. Any other entity is refused, for only a document type could say what it means.
 */
export function decodeMarkup(markup: string): string {
  const text = unbroken(markup);
  return text.includes('&')
    ? text.replace(/&([^;&]{0,12};?)/g, (_, reference: string) => resolved(reference))
    : text;
}

/** The text with line breaks as one LF; refused where it holds what XML forbids. */
export function unbroken(text: string): string {
  if (forbidden.test(text)) throw unreadable('broken-part');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function resolved(reference: string): string {
  if (!reference.endsWith(';')) throw unreadable('entity');
  const name = reference.slice(0, -1);
  const known = own[name];
  if (known !== undefined) return known;
  const match = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (!match) throw unreadable('entity');
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const character = isCharacter ? String.fromCodePoint(code) : '\u0000';
  if (forbidden.test(character)) throw unreadable('broken-part');
  return character;
}

/** `_x000D_` stands for its character (ECMA-376 22.9.2.19); line breaks of a cell are LF, however they were written. */
export function unescapeCellText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
}
