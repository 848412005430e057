#!/usr/bin/env node
'use strict';
// Starting is most of what a command costs. The program is two scripts, the second for what is seldom needed, and each is run
// with the code V8 compiled for it when it was built; where that does not fit this Node, V8 compiles it anew and all is the
// same, a little later.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// Written so that any Node can read it, since what is too old must hear that and no error of syntax.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node.js 版本太低（${process.versions.node}），需要 20.19 或以上：请到 https://nodejs.org 下载安装后再用。`,
  );
  console.error(
    `Node.js ${process.versions.node} is too old: ledger needs 20.19 or later, from https://nodejs.org`,
  );
  process.exit(2);
}

const OWN = /^\.\/(?:ledger|more)\.cjs$/;
const dist = join(__dirname, '..', 'dist');
const modules = new Map();

if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2])) {
  // The one question that needs nothing of the program is answered without loading it.
  console.log(require('../package.json').version);
} else {
  load('./ledger.cjs').start(process.argv.slice(2));
}

function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  const { Script } = require('node:vm');
  const filename = join(dist, name);
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: read(filename.replace(/cjs$/, 'cache')),
  });
  const module = { exports: {}, filename, path: dist };
  modules.set(name, module);
  script.runInThisContext()(module.exports, requireFrom, module);
  return module.exports;
}

function requireFrom(name) {
  if (OWN.test(name)) return load(name);
  return require(name.startsWith('./') ? join(dist, name) : name);
}

function read(path) {
  try {
    return readFileSync(path);
  } catch (missing) {
    return undefined;
  }
}
