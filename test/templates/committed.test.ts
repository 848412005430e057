import { readdir, readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { drawAll } from '../../templates/draw.ts';
import { partsOf } from '../../templates/fixed-zip.ts';

const folder = new URL('../../templates/', import.meta.url);
const committed = (fileName: string) => readFile(new URL(encodeURIComponent(fileName), folder));

afterEach(() => {
  vi.unstubAllEnvs();
});

test('every committed template is drawn, and nothing else', async () => {
  const files = (await readdir(folder)).filter((name) => /\.(?:xlsx|docx)$/u.test(name));
  expect([...(await drawAll()).keys()].sort()).toEqual(files.sort());
});

test('the parts of the committed templates are what the program draws', async () => {
  for (const [fileName, bytes] of await drawAll()) {
    expect(await textOfParts(bytes), fileName).toEqual(await textOfParts(await committed(fileName)));
  }
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo'])(
  'the committed bytes are drawn again in %s',
  async (zone) => {
    vi.stubEnv('TZ', zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    for (const [fileName, bytes] of await drawAll()) {
      expect(Buffer.compare(bytes, await committed(fileName)), fileName).toBe(0);
    }
  },
);

async function textOfParts(workbook: Uint8Array) {
  return [...(await partsOf(workbook))].map(([name, content]) => [name, content.toString('utf8')]);
}
