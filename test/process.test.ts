import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from 'esbuild';

const LAUNCHER = fileURLToPath(new URL('../bin/ledger.js', import.meta.url));

/** A folder that goes when the test is over. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'ledger-process-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** Runs the launcher behind a script that changes the world first. */
function launchAfter(script: string): { status: number | null; stdout: string; stderr: string } {
  const file = join(folder(), 'before.cjs');
  writeFileSync(file, script);
  return spawnSync(process.execPath, ['--require', file, LAUNCHER, 'help'], { encoding: 'utf8' });
}

test.each(['20.18.3', '18.20.0', '6.17.1'])('Node %s hears that it is too old', (version) => {
  const old = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const { status, stdout, stderr } = launchAfter(old);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.split('\n')).toEqual([
    `Node.js 版本太低（${version}），需要 20.19 或以上：请到 https://nodejs.org 下载安装后再用。`,
    `Node.js ${version} is too old: ledger needs 20.19 or later, from https://nodejs.org`,
    '',
  ]);
});

let started: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/start.ts', import.meta.url))],
    ...{
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    },
    define: { 'import.meta.dirname': 'module.path' },
  });
  started = outputFiles[0]?.text ?? '';
});

test.each([
  ['in the program’s own work', `process.cwd = () => { throw new TypeError('甲某欠款'); };`],
  ['behind its back', `setTimeout(() => { throw new TypeError('甲某欠款'); });`],
])('an error that nobody catches ends in one line that tells nothing: %s', (_, script) => {
  const file = join(folder(), 'start.cjs');
  writeFileSync(file, `${started}\n${script}\nmodule.exports.start(['help', 'visit'], () => undefined);`);
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', cwd: folder() });
  expect(status).toBe(8);
  expect(stderr).toMatch(/^程序出错了，已停止（TypeError）。.*\n$/);
  expect(stderr).not.toContain('甲某');
});
