import type { ReadValue } from '../domain/read-table.ts';
import type { Archive } from '../package/archive.ts';
import type { Budget } from './budget.ts';
import { readPart } from '../package/part-reading.ts';
import { StringItem } from './string-item.ts';

const partLimit = 200_000_000;

/** The texts that cells name by their index. An empty one is no content. */
export type SharedStrings = readonly (ReadValue | undefined)[];

/** Reads the table of shared strings. A text that is there twice is kept twice: programs write each once. */
export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  budget: Budget,
): Promise<SharedStrings> {
  const strings: (ReadValue | undefined)[] = [];
  if (part === undefined) return strings;
  const item = new StringItem();
  await readPart(
    archive,
    part,
    (token, scan) => {
      if (scan.level > 2) item.take(token, scan);
      else if (
        scan.level === 2 &&
        scan.name === 'si' &&
        token !== 'text' &&
        (token === 'end' || scan.isEmpty)
      ) {
        const text = item.done();
        budget.value(text);
        strings.push(text === '' ? undefined : { type: 'text', text });
      }
    },
    partLimit,
  );
  return strings;
}
