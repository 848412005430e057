import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

const contentTypes = '[Content_Types].xml';

/**
 * Packs a workbook's parts anew so that equal parts give equal bytes: sorted, without times, and stored, because other
 * builds of Node compress differently.
 */
export async function fixedZip(parts: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  const packed = new ZipFile();
  for (const [name, content] of parts) {
    packed.addBuffer(content, name, {
      // DOS times are local: the same local time has the same bytes everywhere.
      mtime: new Date(1980, 0, 1, 12),
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  }
  packed.end();
  return buffer(packed.outputStream);
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
