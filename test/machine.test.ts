import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE } from './support/sandbox.ts';

const PROGRAM = join(process.cwd(), 'bin', 'ledger.js');
const ENV = { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' };
const ID = 'visit-240705-mach';
const ADD = [
  ...[
    'visit',
    'add',
    '--judge',
    'li-min',
    '--date',
    '2024-07-05',
    '--town',
    '太平镇',
    '--village',
    '马山社区',
  ],
  ...['--form', '走访', '--findings', '村民反映巷道排水引发相邻纠纷', '--id', ID, '--json'],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-machine-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function home(name: string): Promise<string> {
  const made = join(folder, name);
  await cp(SAMPLE, made, { recursive: true });
  return made;
}

const shell = (line: string, ...given: readonly string[]) =>
  spawnSync('bash', ['--norc', '-c', line, 'bash', process.execPath, PROGRAM, ...given], {
    env: ENV,
    encoding: 'utf8',
  });

test('who closes the output before it comes loses nothing, and sees no trace of the program’s inside', async () => {
  const at = await home('closed');
  const done = shell('set -o pipefail; "$@" | true', ...ADD, '--home', at);
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(await readFile(join(at, 'ledgers/li-min.json'), 'utf8')).toContain(ID);
});

test('a dozen files open at once are enough to merge all ledgers', async () => {
  const at = await home('files');
  const merge = ['consolidate', '--quarter', '2024Q3', '--home', at, '--dry-run', '--json'];
  const free = shell('"$@"', ...merge);
  const bound = shell('ulimit -n 24; "$@"', ...merge);
  expect([bound.status, bound.stdout]).toEqual([free.status, free.stdout]);
  expect(bound.stdout).toContain('汇总台账.xlsx');
});

test('a path that no system takes is no bug', () => {
  const long = `/${'长'.repeat(80)}`.repeat(20);
  const done = shell('"$@"', 'visit', 'list', '--home', long);
  expect(done.status).toBe(2);
  expect(done.stderr).toContain('没有找到工作文件夹');
});

const canTrace = spawnSync('strace', ['-o', '/dev/null', process.execPath, '-e', '0']).status === 0;

describe.skipIf(!canTrace)('killed within the call itself (needs strace and the right to trace)', () => {
  test.each(['rename', 'fsync', 'link', 'unlink'])('%s', async (call) => {
    let struck = 0;
    for (let number = 1, isStruck = true; isStruck; number += 1) {
      const at = await home(`${call}-${String(number)}`);
      const command = [PROGRAM, ...ADD, '--home', at];
      const inject = `inject=${call}:signal=KILL:when=${String(number)}`;
      isStruck = await isKilled(
        ['-f', '-qq', '-e', `trace=${call}`, '-e', inject, '-o', '/dev/null'],
        command,
      );
      struck += isStruck ? 1 : 0;
      const again = spawnSync(process.execPath, command, { env: ENV, encoding: 'utf8' });
      expect([again.status, again.stderr]).toEqual([0, '']);
      expect((await readFile(join(at, 'ledgers/li-min.json'), 'utf8')).split(ID)).toHaveLength(2);
      const check = spawnSync(process.execPath, [PROGRAM, 'check', '--home', at], {
        env: ENV,
        encoding: 'utf8',
      });
      expect(check.stdout).toMatch(/^错误0项/mu);
    }
    expect(struck).toBeGreaterThan(0);
  });
});

/** Whether a run of the program under strace was killed. */
function isKilled(strace: readonly string[], command: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('strace', [...strace, process.execPath, ...command], { env: ENV }, (failed) => {
      resolve(failed !== null && failed.signal === 'SIGKILL');
    });
  });
}
