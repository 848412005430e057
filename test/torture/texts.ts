import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runHere } from './program.ts';
import type { Tally } from './tally.ts';
import type { Wrong } from './verdict.ts';
import { beginning, removed } from './workspace.ts';

const READING: readonly (readonly string[])[] = [
  ['visit', 'list', '--judge', 'li-min'],
  ['check'],
  ['quota'],
];
/** What a ledger says of people and places there, none of which a message may repeat. */
const PERSONAL = /巷道排水|重复登记/u;

/** Every prefix of a ledger, and every byte of it with one bit turned: reading commands refuse it in words, or read it. */
export async function damagedLedgers(tally: Tally, step: number): Promise<void> {
  const folder = await beginning([], {});
  const path = join(folder, 'home/ledgers/li-min.json');
  const sound = await readFile(path);
  for (let at = 0; at < sound.length; at += step) {
    const flipped = Buffer.from(sound);
    flipped[at] = (sound[at] ?? 0) ^ (1 << (at % 8));
    await judged(folder, path, 'cut', at, sound.subarray(0, at), tally);
    await judged(folder, path, 'bit turned', at, flipped, tally);
  }
  await removed(folder);
}

async function judged(
  folder: string,
  path: string,
  how: string,
  at: number,
  bytes: Buffer,
  tally: Tally,
): Promise<void> {
  await writeFile(path, bytes);
  const argv = READING[at % READING.length] ?? [];
  const { code, stdout, stderr } = await runHere(folder, argv);
  const wrong: Wrong[] = [];
  const where = `byte ${String(at)}: `;
  if (![0, 1, 2, 3, 4, 7].includes(Number(code)))
    wrong.push({ failure: 'silent', what: `${where}ended with ${String(code)}: ${stderr}` });
  if (/[\p{Cc}\p{Cf}]/u.test((stdout + stderr).replaceAll('\n', '')))
    wrong.push({ failure: 'corrupt', what: `${where}a control character on the screen` });
  if (PERSONAL.test(stderr)) wrong.push({ failure: 'denied', what: `${where}content in a message` });
  if (code !== 0 && stdout + stderr === '') wrong.push({ failure: 'silent', what: `${where}no word` });
  tally.add(how, argv.slice(0, 2).join(' ').replace(/ -.*/u, ''), wrong);
}
