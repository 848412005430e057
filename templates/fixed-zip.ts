import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { writePackage } from '../src/package/package.ts';

const contentTypes = '[Content_Types].xml';

/**
 * Packs a workbook's parts anew so that equal parts give equal bytes: sorted, without times, and stored, because other
 * builds of Node compress differently.
 */
export async function fixedZip(parts: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  return (await writePackage(parts, 0)).bytes;
}

/** The inflated parts of a workbook by name, without its folders: the content types first as readers expect them, the others sorted. */
export async function partsOf(workbook: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(workbook));
  const parts: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    parts.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
  }
  return new Map(parts.sort(([one], [other]) => compareNames(one, other)));
}

function compareNames(one: string, other: string): number {
  if (one === contentTypes) return -1;
  if (other === contentTypes) return 1;
  return one < other ? -1 : 1;
}
