import { Buffer } from 'node:buffer';
import type { MaskText } from './masked-texts.ts';
import { readPackage } from '../package.ts';

/** Texts told in runs, whose tags part the characters of a name. */
const IN_RUNS = /<((?:\w+:)?(?:si|is|text|p))(?:\s[^>]*)?>([\s\S]*?)<\/\1>/gu;
const LEAF = />([^<>]+)</gu;
const FORMULA = /<((?:\w+:)?(?:f|formula1?|formula2|sqref|definedName))(?:\s[^>]*)?>[^<]*<\/\1>/gu;
const TEXT_ATTRIBUTE =
  /\s(?:descr|title|tooltip|display|prompt|promptTitle|error|errorTitle|comment|name|displayName|userName|Target)="([^"]*)"/gu;

/**
 * The parts of a finished package in which a name or number stands that the edition must not show; none, where it may go out. Looked
 * for in the bytes that were made, not in what they were made from; a part that can't be looked into is one too.
 */
export async function leakingParts(bytes: Uint8Array, mask: MaskText): Promise<readonly string[]> {
  const parts = await readPackage(bytes);
  return [...parts]
    .filter(
      ([name, part]) => isClosed(name) || (/\.(?:xml|rels|vml)$/iu.test(name) && leaks(name, part, mask)),
    )
    .map(([name]) => name);
}

/** A document within the workbook, a program, or a store of what other sheets and times said: nobody has looked into it. */
function isClosed(name: string): boolean {
  return /\/embeddings\/|\/activeX\/|\/pivotCache\/|\/revisions\/|\/connections\.xml$|vbaProject|\.(?:docx?|xlsx?|pptx?|pdf)$/iu.test(
    name,
  );
}

function leaks(name: string, part: Uint8Array, mask: MaskText): boolean {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8');
  const isTold = (text: string): boolean => text !== '' && mask(text) !== text;
  // A font or a style is named by programs.
  if (/theme\d*\.xml$|styles\.xml$/iu.test(name)) return false;
  for (const [, , inner = ''] of xml.matchAll(IN_RUNS))
    if (isTold(decoded(inner.replaceAll(/<[^>]*>/gu, '')))) return true;
  const rest = xml.replaceAll(IN_RUNS, '').replaceAll(FORMULA, literalsOf);
  for (const [, text = ''] of rest.matchAll(LEAF))
    if (!/^[\d.eE+\s-]*$/u.test(text) && isTold(decoded(text))) return true;
  for (const [, value = ''] of rest.matchAll(TEXT_ATTRIBUTE)) if (isTold(decoded(value))) return true;
  return false;
}

/** Of a formula only its texts are looked at: a reference is full of digits. */
function literalsOf(formula: string): string {
  return Array.from(
    formula.matchAll(/(?:"|&quot;)(.*?)(?:"|&quot;)/gu),
    ([, literal = '']) => `<t>${literal}</t>`,
  ).join('');
}

function decoded(text: string): string {
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
