// Filling a template with 100,000 rows of 14 columns, against exceljs's streaming writer (which fills none) in the same run: medians of 3.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import { HEADS } from './fill-rows.js';

const ROUNDS = 3;
const COUNTS = [10_000, 100_000];
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

function once(who, count) {
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
  console.log(`node ${process.version}, ${String(ROUNDS)} rounds, medians`);
  for (const count of COUNTS) {
    const all = { ours: [], exceljs: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const who of Object.keys(all)) all[who].push(once(who, count));
    for (const [who, runs] of Object.entries(all)) {
      const ratio = median(runs, 'seconds') / median(all.exceljs, 'seconds');
      console.log(
        `${String(count).padStart(7)} rows × 14  ${who.padEnd(8)} ${median(runs, 'seconds').toFixed(2)} s  ${median(runs, 'peak').toFixed(0).padStart(4)} MB  ${median(runs, 'file').toFixed(1)} MB file  ${ratio.toFixed(2)} x`,
      );
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
