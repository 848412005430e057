// Bundles src into dist: the program is two scripts with their compiled code beside them, and what is heavy of the libraries
// lies in files of its own; all but the first script are read only when a command needs them.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildTwoScripts } from './two-scripts.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Libraries that only some commands need, each in a file of its own. They share nothing with the program but plain values. */
const LAZY = ['inquirer', '@xmldom/xmldom', 'yauzl', 'chalk', 'ical-generator', 'papaparse'];
const fileOf = (library) => `${library.replace(/\W+/g, '-').replace(/^-/, '')}.cjs`;

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  // What loads the program's scripts says where they lie.
  define: { 'import.meta.dirname': 'module.path' },
  logLevel: 'warning',
};

const lazyLibraries = {
  name: 'lazy-libraries',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${LAZY.join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path: `./${fileOf(path)}`, external: true }));
    // commander can start other programs, which this one never does; loading that part of Node costs a third of the start.
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child_process', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export const spawn = undefined;' }));
  },
};

rmSync(`${root}dist`, { recursive: true, force: true });
await buildTwoScripts(root, common, lazyLibraries);
for (const library of LAZY) {
  await build({
    ...common,
    stdin: {
      contents: `export * from '${library}'; export { default } from '${library}';`,
      resolveDir: root,
    },
    outfile: `dist/${fileOf(library)}`,
    logLevel: 'error',
  });
}
// Patterns keep their Chinese as it is; in ASCII a script is read as one byte a character, which is quicker.
const ascii = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
for (const name of ['ledger', 'more']) {
  const file = `${root}dist/${name}.cjs`;
  const script = readFileSync(file, 'utf8').replace(/[^\x00-\x7f]/g, ascii);
  writeFileSync(file, `(function (exports, require, module) {${script}\n})`);
}
// In a process of its own, since compiled code fits only the flags it was compiled under.
execFileSync(process.execPath, [`${root}build/cache.cjs`], { stdio: ['ignore', 'ignore', 'inherit'] });
