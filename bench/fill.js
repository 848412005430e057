// Filling a template with rows of 14 columns, against writers that fill none in the same run: exceljs's streaming writer and, where
// a C compiler has it (libxlsxwriter-dev), libxlsxwriter in constant memory. Medians of 5 (of a million rows 1, without exceljs):
// `npm run bench -- fill 1000000` takes other numbers of rows.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import { HEADS } from './fill-rows.js';

const roundsOf = (count) => (count < 1_000_000 ? 5 : 1);
const COUNTS = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [10_000, 100_000];
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'ledger-bench-fill-'));

async function template(path) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('走访座谈');
  sheet.addRow(HEADS);
  const row = sheet.addRow(HEADS.map((head) => `{.${head}}`));
  const line = { style: 'thin' };
  row.eachCell((cell, at) => {
    cell.border = { top: line, left: line, bottom: line, right: line };
    cell.font = { name: '仿宋_GB2312', size: 10 };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (at === 2 || at === 12) cell.numFmt = 'yyyy-mm-dd';
  });
  HEADS.forEach((_, at) => (sheet.getColumn(at + 1).width = 16));
  sheet.addRow(['合计']).getCell(8).value = { formula: 'SUM(H2:H2)', result: 0 };
  sheet.addRow(['制表人：']);
  await workbook.xlsx.writeFile(path);
}

/** Compiles the peer in C; false where there is no compiler or library. */
function compilePeer() {
  const argv = ['-O2', '-o', join(work, 'peer'), 'bench/fill-libxlsxwriter.c', '-lxlsxwriter'];
  return spawnSync('cc', argv, { cwd: root }).status === 0;
}

/** One run of the peer in C; what it took is what the system says of it. */
function oncePeer(count) {
  const output = join(work, 'peer.xlsx');
  const began = process.hrtime.bigint();
  const { status } = spawnSync(join(work, 'peer'), [output, String(count)]);
  if (status !== 0) throw new Error('libxlsxwriter failed');
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return { seconds, file: statSync(output).size / 1e6 };
}

function once(who, count) {
  if (who === 'libxlsxwriter') return oncePeer(count);
  const argv = [
    'bench/fill-one.js',
    who,
    pathToFileURL(join(work, 'fill.mjs')).href,
    join(work, 'template.xlsx'),
  ];
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...argv, join(work, `${who}.xlsx`), String(count)],
    { cwd: root, env, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const median = (all, key) =>
  all.map((one) => one[key]).toSorted((one, other) => one - other)[Math.floor(all.length / 2)];

try {
  await build({
    entryPoints: [join(root, 'src', 'workbook', 'fill.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    outfile: join(work, 'fill.mjs'),
    logLevel: 'warning',
  });
  await template(join(work, 'template.xlsx'));
  const peers = compilePeer() ? ['libxlsxwriter'] : [];
  console.log(`node ${process.version}, medians; times as long as each of the others`);
  for (const count of COUNTS) {
    const names = ['ours', ...(count < 1_000_000 ? ['exceljs'] : []), ...peers];
    const all = new Map(names.map((who) => [who, []]));
    for (let round = 0; round < roundsOf(count); round += 1)
      for (const [who, runs] of all) runs.push(once(who, count));
    const ours = median(all.get('ours'), 'seconds');
    for (const [who, runs] of all) {
      const ratio = who === 'ours' ? '' : `  ours ${(ours / median(runs, 'seconds')).toFixed(2)} x`;
      console.log(
        `${String(count).padStart(7)} rows × 14  ${who.padEnd(13)} ${median(runs, 'seconds').toFixed(2).padStart(6)} s  ${(median(runs, 'peak')?.toFixed(0) ?? '?').padStart(4)} MB  ${median(runs, 'file').toFixed(1).padStart(6)} MB file${ratio}`,
      );
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
