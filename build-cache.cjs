// Runs the built program on a copy of the sample and keeps what V8 compiled for it, so that later starts need not.
'use strict';
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'dist', 'ledger.cjs');
const script = new Script(readFileSync(filename, 'latin1'), { filename });
const program = { exports: {}, filename };
script.runInThisContext()(program.exports, createRequire(filename), program);

const home = mkdtempSync(join(tmpdir(), 'ledger-'));
cpSync(join(__dirname, 'fixtures', 'sample'), home, { recursive: true });
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
const runs = [
  ['visit', 'add', ...visit, '--findings', '村民反映巷道排水引发相邻纠纷两宗'],
  ['visit', 'add', ...visit, '--findings', '村民反映宅基地边界纠纷一宗', '--json'],
  ['visit', 'list', '--judge', 'li-min'],
  ['quota', '--quarter', '2024Q3'],
];

const end = (code) => {
  if (code !== 0) throw new Error(`the built program ended with ${code}`);
};
(async () => {
  for (const run of runs) await program.exports.start([...run, '--home', home, '--lang', 'zh'], end);
  rmSync(home, { recursive: true, force: true });
  writeFileSync(join(__dirname, 'dist', 'ledger.cache'), script.createCachedData());
})();
