import { isUtf8 } from 'node:buffer';
import { readPackage } from '../../package/package.ts';
import { bytesTold, isPicture } from './bytes-told.ts';
import type { MaskText } from './masked-texts.ts';
import { xmlTold } from './xml-told.ts';

/**
 * The parts of a finished package in which a name or number stands that the edition must not show; none, where it may go out. Looked
 * for in the bytes that were made, not in what they were made from; a part that can't be looked into is one too.
 */
export async function leakingParts(bytes: Uint8Array, mask: MaskText): Promise<readonly string[]> {
  const isTold = (text: string): boolean => text !== '' && mask(text) !== text;
  const parts = await readPackage(bytes);
  return [...parts]
    .filter(([name, part]) => isClosed(name) || leaks(name, part, isTold))
    .map(([name]) => name);
}

/** A document within the workbook, a program, or a store of what other sheets and times said: nobody has looked into it. */
function isClosed(name: string): boolean {
  return /\/embeddings\/|\/activeX\/|\/pivotCache\/|\/revisions\/|\/connections\.xml$|vbaProject|\.(?:docx?|xlsx?|pptx?|pdf)$/iu.test(
    name,
  );
}

function leaks(name: string, part: Uint8Array, isTold: (text: string) => boolean): boolean {
  if (isTold(name)) return true;
  if (/\.(?:xml|rels|vml|svg)$/iu.test(name) && isUtf8(part) && !part.includes(0))
    return some(xmlTold(new TextDecoder().decode(part)), isTold);
  return !isPicture(name, part) && some(bytesTold(part), isTold);
}

function some(texts: Iterable<string>, isTold: (text: string) => boolean): boolean {
  for (const text of texts) if (isTold(text)) return true;
  return false;
}
