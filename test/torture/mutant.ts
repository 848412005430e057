import { build, type Plugin } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './checks.ts';

const STORE = join(process.cwd(), 'src', 'store');
/** What `visit add` never loads. */
const UNUSED = ['inquirer', '@xmldom/xmldom', 'yauzl', 'yazl', 'ical-generator', 'papaparse'];

/**
 * Builds the program into a folder, with a change of one file of the store or none, and gives its main script. Throws where
 * the text that is to be changed does not stand there exactly once.
 */
export async function builtWith(folder: string, change: Check['breaks'] | undefined): Promise<string> {
  const main = join(folder, 'main.cjs');
  const program = join(folder, 'program.cjs');
  await build({
    entryPoints: [join(process.cwd(), 'src/start.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: UNUSED,
    logLevel: 'error',
    define: { 'import.meta.dirname': 'module.path' },
    plugins: change ? [changing(change)] : [],
  });
  await writeFile(main, "require('./program.cjs').start(process.argv.slice(2));\n");
  return main;
}

function changing({ file, find, put }: Check['breaks']): Plugin {
  const path = join(STORE, file);
  return {
    name: 'change',
    setup(use) {
      use.onLoad({ filter: /\.ts$/ }, async (asked) => {
        if (asked.path !== path) return undefined;
        const source = await readFile(path, 'utf8');
        if (source.split(find).length !== 2) throw new Error(`“${find}” must stand in ${file} once`);
        return { contents: source.replace(find, () => put), loader: 'ts' };
      });
    },
  };
}
