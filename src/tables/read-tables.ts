import type { ReadTables } from '../domain/read-table.ts';
import { unreadable } from '../package/unreadable.ts';
import { kindOfOther } from '../package/signature.ts';

/**
 * What an .xlsx or a CSV says, told apart by the ending of the file's name; a package is read as one whatever its name
 * says. Throws a Refusal `invalid` with one finding: what the file is instead, or why it isn't opened.
 */
export async function readTables(name: string, bytes: Uint8Array): Promise<ReadTables> {
  if (isPackage(bytes) || !isCsvName(name)) {
    const { readXlsx } = await import('./xlsx.ts');
    return readXlsx(bytes);
  }
  const kind = kindOfOther(bytes);
  // Bytes that are no text are told by the reader of texts, which knows what a power cut leaves.
  if (!['text', 'empty', 'other'].includes(kind)) throw unreadable(kind);
  const { readCsv } = await import('./csv.ts');
  const table = readCsv(nameWithoutEnding(name), bytes);
  return { date1904: false, properties: new Map(), tables: [table] };
}

/** Whether the bytes are those of a zip, as an .xlsx is. */
export function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Whether a file of this name is taken as text with separated values. */
export function isCsvName(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name);
}

function nameWithoutEnding(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? name).replace(/\.[^.]*$/, '');
}
