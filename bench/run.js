// Start-up and everyday commands against `node -e 0` in the same run: medians of 15 rounds, each round every command once.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm run bench -- hostile`: hostile and extravagant files instead.
if (process.argv[2] !== undefined) {
  await import(`./${process.argv[2]}.js`);
  process.exit();
}

const ROUNDS = 15;
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'ledger.js');
const home = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
// Set, it adds as much to every start of Node 20 as the program takes, and hides the difference.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** A workspace with one ledger of 200 entries of the sample: of all kinds, or of visits alone. */
function makeWorkspace(folder, wanted) {
  const sample = join(root, 'fixtures', 'sample');
  mkdirSync(join(folder, 'ledgers'), { recursive: true });
  cpSync(join(sample, 'roster.json'), join(folder, 'roster.json'));
  const ledger = JSON.parse(readFileSync(join(sample, 'ledgers', 'li-min.json'), 'utf8'));
  const taken = ledger.entries.filter(wanted);
  const entries = Array.from({ length: 200 }, (_, index) => ({
    ...taken[index % taken.length],
    id: `bench-${String(index).padStart(4, '0')}`,
  }));
  writeFileSync(
    join(folder, 'ledgers', 'li-min.json'),
    `${JSON.stringify({ ...ledger, entries }, null, 2)}\n`,
  );
}

const add = (round) => [
  'visit',
  'add',
  '--date',
  `2024-9-${String((round % 28) + 1)}`,
  '--town',
  '太平镇',
  '--village',
  '马山社区',
  '--form',
  '走访',
  '--findings',
  `第${String(round)}次：村民反映巷道排水引发相邻纠纷两宗`,
  '--json',
];

/** What is measured, and how many times as long as `node -e 0` it may take. */
const measured = [
  { name: 'ledger --version', argv: () => ['--version'], most: 1.6 },
  { name: 'ledger --help', argv: () => ['--help'] },
  { name: 'ledger visit add (200 visits)', argv: add, most: 2.8, folder: 'visits' },
  { name: 'ledger visit add (200 entries of ten kinds)', argv: add },
  { name: 'ledger visit list (200 entries)', argv: () => ['visit', 'list'] },
  { name: 'ledger quota', argv: () => ['quota', '--quarter', '2024Q3'] },
];

function milliseconds(argv, folder = 'all') {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    env: { ...env, LEDGER_HOME: join(home, folder) },
  });
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${String(status)}: ${String(stderr)}`);
  return took;
}

const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

try {
  makeWorkspace(join(home, 'all'), () => true);
  makeWorkspace(join(home, 'visits'), ({ kind }) => kind === 'visit');
  const times = new Map([['node -e 0', []], ...measured.map(({ name }) => [name, []])]);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.get('node -e 0').push(milliseconds(['-e', '0']));
    for (const { name, argv, folder } of measured)
      times.get(name).push(milliseconds([program, ...argv(round)], folder));
  }
  const base = median(times.get('node -e 0'));
  console.log(`node ${process.version}, ${String(ROUNDS)} rounds, medians`);
  for (const [name, all] of times) {
    const most = measured.find((one) => one.name === name)?.most;
    const ratio = median(all) / base;
    const limit = most === undefined ? '' : `  (at most ${most.toFixed(1)})`;
    console.log(
      `${median(all).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2).padStart(5)} x  ${name}${limit}`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
