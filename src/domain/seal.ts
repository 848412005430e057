import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

/**
 * What proves that a submission is the one that was sealed: SHA-256 over its format's name, a line break, and everything but
 * the seal in the form of RFC 8785. Blanks, line ends and the order of keys don't matter to it. It proves “the same as the
 * receipt”, not “by this judge”.
 */
export interface Seal {
  readonly alg: 'sha256-jcs';
  readonly value: string;
}

/** The value of the seal of a document of a format; a seal that it has is left out. */
export function sealValue(format: string, document: object, sha256: Sha256): string {
  return sha256(`${format}\n${canonicalJson({ ...document, seal: undefined })}`);
}

/** What is noted of one sealed entry, so that a change can be traced to it: the first 16 digits of its SHA-256. */
export function entryDigest(entry: object, sha256: Sha256): string {
  return sha256(canonicalJson(entry)).slice(0, 16);
}

/** Digits and letters that are not taken for one another when they are read over the telephone (Crockford’s base 32). */
const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** 核对码: the first 40 bits of a seal as 8 digits and letters, to be compared by eye or over the telephone. */
export function sealCode(value: string): string {
  const bits = BigInt(`0x${value.slice(0, 10)}`);
  return Array.from({ length: CODE_LENGTH }, (_, index) =>
    CODE_SIGNS.charAt(Number((bits >> BigInt(5 * (CODE_LENGTH - 1 - index))) & 31n)),
  ).join('');
}

/** A seal code as it was typed: small letters, blanks and the letters that stand for digits do not matter. */
export function foldSealCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1');
}
