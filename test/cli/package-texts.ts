import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackage } from '../../src/package/package.ts';
import type { Sandbox } from '../support/sandbox.ts';

/** Ends of what is one text to a reader; the tags within it are only its runs. */
const ENDS = /<\/(?:\w+:)?(?:si|is|c|comment|author|row|definedName|sheet|[a-z]+:p)>|\/>/giu;

/** Every text of every part of a workbook, with attributes, its runs put together and its entities decoded, as `part: text`. */
export async function packageTexts(box: Sandbox, file: string): Promise<readonly string[]> {
  const parts = await readPackage(await readFile(join(box.home, file)));
  return [...parts].flatMap(([name, bytes]) => {
    const xml = new TextDecoder().decode(bytes);
    const attributes = Array.from(xml.matchAll(/="([^"]*)"/gu), ([, value = '']) => value);
    const texts = xml
      .replace(ENDS, '\u0001')
      .replace(/<[^>]*>/gu, '')
      .split('\u0001');
    return [...texts, ...attributes]
      .map(decoded)
      .filter((text) => text.trim() !== '')
      .map((text) => `${name}: ${text}`);
  });
}

/** A text as nobody can hide a name in it: half-width, without blanks, dots and dashes. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}·•・_-]/gu, '');
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/gu, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
