// Bundles src into dist: one small file to start with, and chunks that are read only when a command needs them.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const dist = fileURLToPath(new URL('dist', import.meta.url));

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: { ledger: 'src/ledger.ts' },
  outdir: 'dist',
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  chunkNames: 'chunk-[hash]',
  define: { LEDGER_VERSION: JSON.stringify(version) },
  // Some libraries are CommonJS inside and ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
