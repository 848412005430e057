import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const faultyModule = join(here, 'faulty-fs.ts');

/**
 * Bundles a script of this folder into JavaScript that plain Node runs; with faults, every call of files.ts goes
 * through faulty-fs.ts. Returns the file's path and what removes it.
 */
export async function bundled(
  script: string,
  faults: boolean,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bundle-'));
  const path = join(folder, 'script.mjs');
  await build({
    ...{
      entryPoints: [join(here, script)],
      outfile: path,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    },
    plugins: [
      {
        name: 'faults',
        setup(use) {
          use.onResolve({ filter: /\/files\.ts$/ }, ({ importer }) =>
            faults && importer !== faultyModule && /[/\\]store[/\\]/u.test(importer)
              ? { path: faultyModule }
              : undefined,
          );
        },
      },
    ],
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
