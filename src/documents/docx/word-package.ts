import { Buffer } from 'node:buffer';
import { Refusal, refusal } from '../../domain/problem.ts';
import { openArchive, type Archive, type ArchiveLimits } from '../../package/archive.ts';
import type { Parts } from '../../package/package.ts';
import { readPart } from '../../package/part-reading.ts';
import { relationsOf } from '../../package/relations.ts';
import { unreadable } from '../../package/unreadable.ts';
import { parsePart, rootOf, type Document, type Element } from '../../package/xml.ts';

/** An office's document has a score of parts; its pictures are what is large. */
const limits: ArchiveLimits = { parts: 500, part: 40_000_000, sum: 100_000_000, sumOf: 'inflated' };
/** Elements of all parts that are held as trees, each a thousand bytes of memory. */
const elementLimit = 150_000;

/** A part of a document in which people read text: the document itself, a header, a footer, notes. */
export interface TextPart {
  readonly name: string;
  readonly document: Document;
  readonly root: Element;
}

/** A Word document as a package: all its parts, and those that hold text. */
export interface WordPackage {
  readonly parts: Parts;
  readonly texts: readonly TextPart[];
}

/** The relationships that lead from the document to parts with text of their own (ECMA-376 11.3). */
const TEXTS = new Set(['header', 'footer', 'footnotes', 'endnotes']);

/**
 * Opens a Word document (ECMA-376, WordprocessingML), which anybody may have made: in bounds of memory and time, whatever it
 * holds. Throws a Refusal `invalid` with a `document-unreadable`.
 */
export async function openWord(bytes: Uint8Array): Promise<WordPackage> {
  try {
    const archive = await openArchive(bytes, limits);
    const parts = await partsOf(archive);
    const main = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
    const document = textPart(parts, main);
    if (document?.root.localName !== 'document') throw unreadable('other');
    const others = relationsOf(parts, main)
      .filter(({ kind }) => TEXTS.has(kind))
      .flatMap(({ target }) => textPart(parts, target) ?? []);
    return { parts, texts: [document, ...others] };
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.kind !== 'invalid') throw cause;
    throw inItsOwnWords(cause);
  }
}

/** What is wrong with a package is told in the words of workbooks; who looks at a document has none. */
function inItsOwnWords(cause: Refusal): Refusal {
  const isTooLarge = cause.findings.some(({ problem }) =>
    ['workbook-too-large', 'workbook-too-full'].includes(problem.code),
  );
  return refusal(
    'invalid',
    { code: 'document-unreadable', reason: isTooLarge ? 'too-large' : 'no-document' },
    {},
    { cause },
  );
}

async function partsOf(archive: Archive): Promise<Parts> {
  const parts: Parts = new Map();
  let elements = 0;
  for (const name of archive.names) {
    if (/\.(?:xml|rels)$/iu.test(name)) {
      // Endless depth, document types and trees too large for memory are refused before there is a tree.
      await readPart(archive, name, (token) => {
        elements += token === 'start' ? 1 : 0;
        if (elements > elementLimit) throw refusal('invalid', { code: 'workbook-too-full' });
      });
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of archive.pieces(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces));
  }
  return parts;
}

function textPart(parts: Parts, name: string): TextPart | undefined {
  const bytes = parts.get(name);
  if (!bytes) return undefined;
  const document = parsePart(bytes);
  return { name, document, root: rootOf(document) };
}
