// Hostile and extravagant files, each read in a process of its own: seconds and megabytes, as tables, as an import (read and recognised), as
// a marked copy, as a template that is checked, looked over (care) and made ready for masking. Refused or read as it should be, in under 3 s and 300 MB,
// or the run ends with 1.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [MOST_SECONDS, MOST_MEGABYTES] = [3, 300];
const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'ledger-hostile-'));

const lists = `
  export { HOSTILE_PACKAGES, HOSTILE_PARTS, OTHER_FILES } from './test/support/hostile-files.ts';
  export { EXTRAVAGANT_FILES } from './test/support/extravagant-files.ts';`;
const reader = `
  import { existsSync, readFileSync } from 'node:fs';
  import { readTables } from './src/tables/read-tables.ts';
  import { markedCopy } from './src/tables/marked-copy.ts';
  import { careForTemplate } from './src/workbook/care/template-care.ts';
  import { maskedTemplate } from './src/workbook/masked/masked-template.ts';
  import { checkTemplate } from './src/workbook/template.ts';
  import { read } from './test/domain/imports/tables.ts';
  const [, , mode, path] = process.argv;
  const vocabulary = { singles: [], lists: [{ names: ['走访座谈'], columns: [{ names: ['地点'] }] }] };
  const list = { name: '问题清单', title: '问题清单', heads: ['序号', '工作表', '单元格', '内容', '问题', '应如何改'], author: 'ledger', rows: [] };
  const modes = {
    tables: async (bytes) => (await readTables(path, bytes), []),
    import: async (bytes) => {
      for (const table of (await readTables(path, bytes)).tables) read(table);
      return [];
    },
    marked: async (bytes) => (await markedCopy(path, bytes, [{ sheet: '走访', row: 1, column: 1, sentence: '没有这一天' }], list), []),
    template: (bytes) => checkTemplate(bytes, vocabulary),
    care: async (bytes) => (await careForTemplate(bytes, vocabulary), []),
    masked: async (bytes) => (await maskedTemplate(bytes, { mask: (text) => text, foot: '核对人：', notice: '对外通报版' }), []),
  };
  const began = process.hrtime.bigint();
  let outcome = 'read';
  try {
    const bytes = readFileSync(path);
    const found = await modes[mode](bytes);
    if (found.length > 0) throw { findings: found };
  } catch (thrown) {
    if (!thrown.findings) throw thrown;
    const { problem } = thrown.findings[0];
    outcome = problem.reason ?? problem.code;
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { user, system } = process.cpuUsage();
  // The peak of this process alone; what the system counts for children begins with that of the parent.
  const peak = /VmHWM:\\s+(\\d+) kB/.exec(existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '');
  const megabytes = Number(peak?.[1] ?? process.resourceUsage().maxRSS) / 1024;
  console.log(JSON.stringify({ outcome, seconds, cpu: (user + system) / 1e6, megabytes }));`;

async function bundle(contents, name) {
  const outfile = join(home, name);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
    outfile,
  });
  return outfile;
}

/** Seconds, megabytes and the outcome of one reading, in a process of its own. */
function measured(program, mode, path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, mode, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path}: ${String(status)} ${stderr}`);
  return JSON.parse(stdout);
}

try {
  const files = await import(pathToFileURL(await bundle(lists, 'files.mjs')).href);
  const program = await bundle(reader, 'read.mjs');
  const asImport = ['tables', 'import', 'marked'];
  const all = [...asImport, 'template', 'care', 'masked'];
  const wanted = [
    ...[...files.OTHER_FILES, ...files.HOSTILE_PACKAGES, ...files.HOSTILE_PARTS].map((file) => ({
      ...file,
      modes: file.isContent ? asImport : all,
    })),
    ...files.EXTRAVAGANT_FILES.map((file) => ({
      ...file,
      refused: 'read',
      modes: file.only ? asImport : all,
    })),
  ];
  let failures = 0;
  console.log(`node ${process.version}; at most ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`);
  for (const { name, bytes, refused, modes, ending = 'xlsx' } of wanted) {
    const path = join(home, `file.${ending}`);
    writeFileSync(path, bytes());
    for (const mode of modes) {
      const { outcome, seconds, cpu, megabytes } = measured(program, mode, path);
      // A template is refused for what it lacks, whatever else is wrong with it; who looks it over leaves the refusing to the
      // check. What is refused as an import gets no marked copy, nor what is too large to hold.
      const isAsWanted =
        outcome === refused ||
        ['care', 'marked'].includes(mode) ||
        (!['tables', 'import'].includes(mode) && refused !== 'read' && outcome !== 'read');
      const isBad = seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES || !isAsWanted;
      if (isBad) failures += 1;
      console.log(
        `${isBad ? '!' : ' '} ${seconds.toFixed(2).padStart(6)} s ${cpu.toFixed(2).padStart(6)} s of CPU ${megabytes.toFixed(0).padStart(4)} MB  ${mode.padEnd(8)} ${outcome.padEnd(18)} ${name}`,
      );
    }
  }
  console.log(failures === 0 ? 'all as they should be' : `${String(failures)} not as they should be`);
  if (failures > 0) process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
