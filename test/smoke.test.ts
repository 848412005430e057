import { execFile, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { SAMPLE } from './support/sandbox.ts';

// The built program, as `npm ci` leaves it, in processes of its own.

const program = fileURLToPath(new URL('../bin/ledger.js', import.meta.url));
const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-smoke-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function home(name: string): Promise<string> {
  const path = join(folder, name);
  await cp(SAMPLE, path, { recursive: true });
  return path;
}

async function ledger(
  argv: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const environment = { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8', ...variables };
  return (await run(process.execPath, [program, ...argv], { env: environment })).stdout;
}

test('it tells its version', async () => {
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const printed = await ledger(['--version']);
  expect(printed).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(manifest).toMatchObject({ version: printed.trim() });
});

test('Chinese days, quarters and words are understood as they are by the sources', async () => {
  const at = await home('chinese');
  const added = await ledger([
    'visit',
    'add',
    '--home',
    at,
    '--judge',
    '李敏',
    '--date',
    '2024年７月３日',
    '--town',
    '太平',
    '--form',
    '走访',
    '--findings',
    '村民反映水渠。',
  ]);
  expect(added).toMatch(
    /^已保存：2024年7月3日走访太平镇（编号 [a-z0-9]{4}）。2024年第三季度已走访5次，已达标。下一步：报告联系领导后登记报告日期（visit report [a-z0-9]{4}）。\n$/u,
  );
  const quota = await ledger(['quota', '--home', at, '--quarter', '2024年第三季度']);
  expect(quota).toContain('12个中9个已达标。');
});

test.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'America/Sao_Paulo'])(
  'the workbooks are the same, byte for byte, with the clock in %s',
  async (zone) => {
    const at = await home(`zone-${zone.replace('/', '-')}`);
    const printed = await ledger(['consolidate', '--home', at, '--quarter', '2024Q3', '--json'], {
      TZ: zone,
    });
    expect(JSON.parse(printed)).toMatchObject({ totals: { visit: 46 } });
    const bytes = await readFile(join(at, 'reports/2024Q3/汇总台账.xlsx'));
    const same = await home(`same-${zone.replace('/', '-')}`);
    const again = await ledger(['consolidate', '--home', same, '--quarter', '2024Q3', '--json'], {
      TZ: 'Asia/Kolkata',
    });
    expect(again).toBe(printed);
    expect((await readFile(join(same, 'reports/2024Q3/汇总台账.xlsx'))).equals(bytes)).toBe(true);
  },
);

// A device that is always full, as Linux has one.
test.runIf(existsSync('/dev/full'))('an answer that could not be printed is no bug', async () => {
  const full = openSync('/dev/full', 'w');
  const env = { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' };
  const at = await home('full');
  for (const [argv, stderr] of [
    [['quota', '--home', at, '--quarter', '2024Q3'], 'pipe'],
    [['quota', '--home', at, '--quarter', '2024Q3'], full],
  ] as const) {
    const done = spawnSync(process.execPath, [program, ...argv], {
      env,
      stdio: ['ignore', full, stderr],
      encoding: 'utf8',
    });
    expect(done.status).toBe(6);
    if (stderr === 'pipe') expect(done.stderr).toMatch(/^结果没有完整输出：磁盘已满（ENOSPC）/);
  }
  closeSync(full);
});
