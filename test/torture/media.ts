import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT, type Program, runHere } from './program.ts';
import type { Tally } from './tally.ts';
import type { Wrong } from './verdict.ts';
import { beginning, filesBelow, isHelper, removed, visitOn } from './workspace.ts';

const LEDGER = 'ledgers/li-min.json';

/**
 * Real media that take no more: a small tmpfs, filled until less than the ledger is free, and a limit of the system on the
 * size of files. The command must end with 6 and leave every file as it was. Gives why it could not be tried, if so.
 */
export async function fullMedia(program: Program, tally: Tally): Promise<string | undefined> {
  const full = [
    ...['mkdir small && mount -t tmpfs -o size=256k none small && cp -r home small/ && cd small/home'],
    // Files of four kilobytes until nothing goes, then one is taken away: less than the ledger needs.
    ...['i=0; while head -c 4096 /dev/zero > ../fill$i 2>/dev/null; do i=$((i+1)); done; rm -f ../fill0'],
    ...['cp -r . ../../before'],
    ...['LEDGER_HOME="$PWD" node "$@" 2> ../../said; echo $? > ../../code'],
    ...['rm ../fill*; cp -r . ../../after; cd ../..; umount small'],
  ].join('\n');
  const tooLarge = [
    ...['cp -r home before', 'cp -r home small'],
    ...['(ulimit -f 1; trap "" XFSZ; LEDGER_HOME="$PWD/small" exec node "$@") 2> said; echo $? > code'],
    ...['cp -r small after'],
  ].join('\n');
  await judged(program, tally, 'EFBIG', ['sh', '-c', tooLarge]);
  if (!(await ends('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], '/')))
    return 'no right to mount';
  await judged(program, tally, 'full disk', ['unshare', '-rm', 'sh', '-c', full]);
  return undefined;
}

async function judged(
  program: Program,
  tally: Tally,
  name: string,
  [shell = '', ...words]: readonly string[],
): Promise<void> {
  const more = Array.from({ length: 12 }, (_, at) =>
    visitOn('2024-08-07', `visit-240807-${String(at).padStart(4, '0')}`),
  );
  const folder = await beginning(
    more.map((argv, at) => [...argv.slice(0, -1), `第${String(at)}次走访`]),
    {},
  );
  await mkdir(join(folder, 'user'), { recursive: true });
  const argv = ['-s', BUILT, ...visitOn('2024-09-12', 'visit-240912-eeee')].slice(1);
  program.runs += 1;
  const isRun = await ends(shell, [...words, 'sh', ...argv], folder);
  const files = await filesBelow(folder);
  const wrong: Wrong[] = isRun ? [] : [{ failure: 'stuck', what: 'the script failed' }];
  if (files.get('code')?.trim() !== '6')
    wrong.push({
      failure: 'silent',
      what: `ended with ${files.get('code') ?? 'nothing'}: ${Buffer.from(files.get('said') ?? '', 'latin1').toString()}`,
    });
  if (files.get(`after/${LEDGER}`) !== files.get(`before/${LEDGER}`))
    wrong.push({ failure: 'corrupt', what: LEDGER });
  await runHere(folder, [...visitOn('2024-09-13', 'visit-240913-ffff'), '--home', 'after']);
  const left = [...(await filesBelow(join(folder, 'after'))).keys()].filter(isHelper);
  if (left.length > 0) wrong.push({ failure: 'left', what: left.join(', ') });
  tally.add(name, 'visit add', wrong);
  await removed(folder);
}

function ends(program: string, argv: readonly string[], cwd: string): Promise<boolean> {
  return new Promise((resolve) => {
    const env = {
      PATH: process.env['PATH'],
      HOME: join(cwd, 'user'),
      LEDGER_TODAY: '2024-09-18',
      LANG: 'zh_CN.UTF-8',
    };
    execFile(program, argv, { cwd, env }, (error) => {
      resolve(error === null);
    });
  });
}
