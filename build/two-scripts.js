// Parts the program into two scripts: what is needed every day, and the rest, which is read when a command first asks for a
// part of it. Both share the modules of the first, so that a refusal thrown by the one is a refusal to the other.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** Modules asked for while the program runs that belong to the first script: what is asked for every day. */
const EVERYDAY = [
  'src/messages/zh.ts',
  'src/cli/commands/entry-add.ts',
  'src/cli/commands/entry-list.ts',
  'src/cli/commands/quota.ts',
];
const ENTRY = 'src/start.ts';

const isOwn = (path) => path.startsWith('src/');

/** What the graph of modules says: those of the first script, and those which the first asks for while it runs. */
async function division(common, libraries) {
  const { metafile } = await build({
    ...common,
    entryPoints: [ENTRY],
    outfile: 'dist/ledger.cjs',
    plugins: [libraries],
    metafile: true,
    write: false,
  });
  const importsOf = (path) => metafile.inputs[path]?.imports ?? [];
  const first = new Set();
  const parts = new Set();
  const visit = (path) => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of importsOf(path)) {
      if (kind !== 'dynamic-import' || EVERYDAY.includes(next)) visit(next);
      else if (isOwn(next)) parts.add(next);
    }
  };
  visit(ENTRY);
  const rest = new Set();
  const visitRest = (path) => {
    if (first.has(path) || rest.has(path)) return;
    rest.add(path);
    for (const { path: next } of importsOf(path)) visitRest(next);
  };
  const later = [...parts].filter((path) => !first.has(path));
  later.forEach(visitRest);
  const imported = [...rest].flatMap((path) => importsOf(path).map(({ path: next }) => next));
  const shared = [...new Set(imported)].filter((path) => isOwn(path) && first.has(path)).sort();
  return { parts: later.sort(), shared };
}

/** The values that a module exports; the house's modules declare each of them with `export` in front. */
function exportsOf(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  return Array.from(
    text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gmu),
    ([, name]) => name,
  );
}

/** The first script's beginning: what `src/start.ts` exports, and the modules that the rest shares with it, when it asks. */
function firstEntry(root, shared) {
  const modules = shared.map((path) => ({ path, names: exportsOf(root, path) }));
  const imports = modules.map(
    ({ path, names }, at) =>
      `import { ${names.map((name) => `${name} as m${at}_${name}`).join(', ')} } from './${path}';`,
  );
  const values = modules.map(
    ({ path, names }, at) =>
      `'${path}': () => ({ ${names.map((name) => `${name}: m${at}_${name}`).join(', ')} })`,
  );
  return `export { start } from './${ENTRY}';\n${imports.join('\n')}\nexport const shared = { ${values.join(',\n')} };`;
}

/** Gives the imports of own modules that the other script holds to the `onImport` of this one. */
const ownImports = (root, onImport) => ({
  name: 'own-imports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, importer, resolveDir, kind, namespace }) => {
      if (namespace !== 'file' || !importer) return undefined;
      const found = relative(root, resolve(resolveDir || dirname(importer), path)).replaceAll('\\', '/');
      return onImport(found, kind) ? { path: found, namespace: 'other-script' } : undefined;
    });
    onResolve({ filter: /^\.\/(?:ledger|more)\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'other-script' }, ({ path }) => ({
      contents: onImport.contents(path),
    }));
  },
});

/**
 * Has what is asked for every day imported at the start: where nothing of a script waits to be asked for, all its modules
 * become one piece of code, which starts quicker.
 */
const atOnce = (root) => ({
  name: 'at-once',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path, namespace }) => {
      if (namespace !== 'file') return undefined;
      const text = readFileSync(path, 'utf8');
      const imports = [];
      const contents = text.replace(/\bimport\('(\.{1,2}\/[^']+)'\)/gu, (asked, name) => {
        const found = relative(root, resolve(dirname(path), name)).replaceAll('\\', '/');
        if (!EVERYDAY.includes(found)) return asked;
        imports.push(`import * as everyday${imports.length} from '${name}';`);
        return `Promise.resolve(everyday${imports.length - 1})`;
      });
      return imports.length === 0
        ? undefined
        : { contents: `${imports.join('\n')}\n${contents}`, loader: 'ts' };
    });
  },
});

/** Builds `dist/ledger.cjs` and `dist/more.cjs`. */
export async function buildTwoScripts(root, common, libraries) {
  const { parts, shared } = await division(common, libraries);
  const laterParts = Object.assign((path, kind) => kind === 'dynamic-import' && parts.includes(path), {
    contents: (path) => `module.exports = require('./more.cjs').parts['${path}']();`,
  });
  await build({
    ...common,
    stdin: { contents: firstEntry(root, shared), resolveDir: root },
    outfile: 'dist/ledger.cjs',
    plugins: [atOnce(root), ownImports(root, laterParts), libraries],
  });
  const sharedModules = Object.assign((path) => shared.includes(path), {
    contents: (path) => `module.exports = require('./ledger.cjs').shared['${path}']();`,
  });
  const getters = parts.map((path) => `'${path}': () => require('./${path}')`);
  await build({
    ...common,
    stdin: { contents: `export const parts = { ${getters.join(',\n')} };`, resolveDir: root },
    outfile: 'dist/more.cjs',
    plugins: [ownImports(root, sharedModules), libraries],
  });
}
