#!/usr/bin/env node
'use strict';
// Starting is most of what a command costs. The program is one script that is run with the code V8 compiled for it when it was
// built; where that does not fit this Node, V8 compiles it anew and all is the same, a little later.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2])) {
  // The one question that needs nothing of the program is answered without loading it.
  console.log(require('../package.json').version);
} else {
  const { Script } = require('node:vm');
  const dist = join(__dirname, '..', 'dist');
  const filename = join(dist, 'ledger.cjs');
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: read(join(dist, 'ledger.cache')),
  });
  const module = { exports: {}, filename };
  const requireFrom = (name) => require(name.startsWith('./') ? join(dist, name) : name);
  script.runInThisContext()(module.exports, requireFrom, module);
  module.exports.start(process.argv.slice(2));
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
