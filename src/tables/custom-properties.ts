import type { Archive } from '../package/archive.ts';
import { readPart } from '../package/part-reading.ts';

/** The custom properties of a workbook, by name, as texts. */
export async function readCustomProperties(
  archive: Archive,
  part: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const properties = new Map<string, string>();
  if (part === undefined) return properties;
  let name = '';
  let value = '';
  await readPart(archive, part, (token, scan) => {
    if (token === 'text') {
      if (scan.level === 3) value += scan.text();
    } else if (scan.level === 2 && token === 'start') {
      name = scan.tag.text('name') ?? '';
      value = '';
    } else if (scan.level === 2) properties.set(name, value);
  });
  return properties;
}
