// Runs the built program on a copy of the sample and keeps what V8 compiled for it, so that later starts need not.
'use strict';
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const scripts = new Map();

/** Runs one of the program's scripts, as `bin/ledger.js` does, and keeps it. */
function load(name) {
  const known = scripts.get(name);
  if (known) return known.module.exports;
  const filename = join(dist, name.replace(/^\.\//, ''));
  const script = new Script(readFileSync(filename, 'latin1'), { filename });
  const module = { exports: {}, filename, path: dist };
  scripts.set(name, { script, module });
  const others = createRequire(filename);
  const requireFrom = (other) => (/^\.\/(?:ledger|more)\.cjs$/.test(other) ? load(other) : others(other));
  script.runInThisContext()(module.exports, requireFrom, module);
  return module.exports;
}

/** Keeps what was compiled of a script until now. */
function keep(name) {
  const { script } = scripts.get(name);
  writeFileSync(join(dist, name.replace(/cjs$/, 'cache')), script.createCachedData());
}

const home = mkdtempSync(join(tmpdir(), 'ledger-'));
cpSync(join(__dirname, '..', 'fixtures', 'sample'), home, { recursive: true });
const visit = [
  '--judge',
  'li-min',
  '--date',
  '2024-7-4',
  '--town',
  '太平镇',
  '--village',
  '马山社区',
  '--form',
  '走访',
];
/** What is run every day; the first script keeps what these need, and no more. */
const everyday = [
  ['visit', 'add', ...visit, '--findings', '村民反映巷道排水引发相邻纠纷两宗'],
  ['visit', 'add', ...visit, '--findings', '村民反映宅基地边界纠纷一宗', '--json'],
  ['visit', 'list', '--judge', 'li-min'],
  ['quota', '--quarter', '2024Q3'],
];
/** What needs the second script. */
const further = [['consolidate', '--quarter', '2024Q3']];

const end = (code) => {
  if (code !== 0) throw new Error(`the built program ended with ${code}`);
};
(async () => {
  const { start } = load('./ledger.cjs');
  const run = (argv) => start([...argv, '--home', home, '--lang', 'zh'], end);
  for (const argv of everyday) await run(argv);
  keep('./ledger.cjs');
  for (const argv of further) await run(argv);
  keep('./more.cjs');
  rmSync(home, { recursive: true, force: true });
})();
