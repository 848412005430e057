import type { UnreadableReason } from '../../domain/problems/workbook.ts';
import type { Archive } from '../../package/archive.ts';
import { unreadable } from '../../package/unreadable.ts';
import { readPart } from '../../package/part-reading.ts';

/** Words in the content type of a main part, and what the package is then. */
const kinds: readonly (readonly [RegExp, UnreadableReason])[] = [
  [/sheet\.binary/, 'xlsb'],
  [/(sheet|template|addin)\.macroenabled/, 'xlsm'],
  [/wordprocessingml|presentationml|ms-word|ms-powerpoint/, 'document'],
];

/** Refuses packages of other programs and other formats of Excel, which their main part tells (OPC, content types). */
export async function refuseOtherKinds(archive: Archive): Promise<void> {
  if (archive.nameOf('mimetype') !== undefined && archive.nameOf('content.xml') !== undefined)
    throw unreadable('ods');
  const types = archive.nameOf('[Content_Types].xml');
  // Any other zip: photographs, say.
  if (types === undefined) throw unreadable('other');
  await readPart(archive, types, (token, scan) => {
    if (token !== 'start' || scan.level !== 2) return;
    const type = scan.tag.text('ContentType')?.toLowerCase() ?? '';
    if (!type.endsWith('main') && !/main\+xml$/.test(type)) return;
    for (const [pattern, reason] of kinds) if (pattern.test(type)) throw unreadable(reason);
  });
}
