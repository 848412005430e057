import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Program, runHere } from './program.ts';
import type { Tally } from './tally.ts';
import type { Wrong } from './verdict.ts';
import { beginning, removed, visitOn } from './workspace.ts';

const LEDGER = 'home/ledgers/li-min.json';

/** The so-many-th entry, of a day of its own: nothing about it is doubtful. */
function visit(number: number): { readonly id: string; readonly argv: readonly string[] } {
  const id = `visit-240901-${String(number).padStart(4, '0')}`;
  const findings = `第${String(number)}次：村民反映巷道排水`;
  const argv = visitOn(`2024-09-${String((number % 17) + 1).padStart(2, '0')}`, id);
  return { id, argv: [...argv.slice(0, -1), findings] };
}

/** Runs work in a workspace of its own; afterwards everything acknowledged must be there and the next command work. */
async function inWorkspace(
  work: (folder: string, acknowledged: string[]) => Promise<readonly Wrong[]>,
): Promise<readonly Wrong[]> {
  const folder = await beginning([], {});
  const acknowledged: string[] = [];
  const wrong = [...(await work(folder, acknowledged))];
  const ledger = await readFile(join(folder, LEDGER), 'utf8');
  for (const id of acknowledged)
    if (!ledger.includes(`"${id}"`)) wrong.push({ failure: 'lost', what: `${id} was acknowledged` });
  const next = await runHere(folder, visit(9999).argv);
  if (next.code !== 0) wrong.push({ failure: 'stuck', what: next.stderr });
  const check = await runHere(folder, ['check', 'li-min']);
  if (check.code !== 0) wrong.push({ failure: 'corrupt', what: check.stdout + check.stderr });
  await removed(folder);
  return wrong;
}

/** Commands that are killed at random moments, one after the other on one ledger. */
export async function killedAtRandom(program: Program, tally: Tally, rounds: number): Promise<void> {
  const wrong = await inWorkspace(async (folder, acknowledged) => {
    const began = Date.now();
    await program.runPlain(folder, visit(0).argv);
    const usual = Date.now() - began;
    for (let round = 1; round <= rounds; round += 1) {
      const { id, argv } = visit(round);
      // Most of the time is the start of Node; the files are at its end.
      const { code } = await program.runPlain(folder, argv, Math.ceil(usual * (0.5 + Math.random() * 0.6)));
      if (code === 0) acknowledged.push(id);
    }
    return [];
  });
  tally.add('killed at random', 'visit add', wrong, rounds);
}

/** Writers side by side on one ledger, each so many commands. */
export async function sideBySide(
  program: Program,
  tally: Tally,
  writers: number,
  each: number,
): Promise<void> {
  const wrong = await inWorkspace(async (folder, acknowledged) => {
    const refused: Wrong[] = [];
    const writer = async (number: number): Promise<void> => {
      for (let at = 0; at < each; at += 1) {
        const { id, argv } = visit(number * each + at);
        const { code, stderr } = await program.runPlain(folder, argv);
        if (code === 0) acknowledged.push(id);
        else if (code !== 5) refused.push({ failure: 'stuck', what: stderr });
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)));
    return refused;
  });
  tally.add(`${String(writers)} writers`, 'visit add', wrong, writers * each);
}

/** Writers who all find the lock of a run that died. */
export async function onDeadLock(program: Program, tally: Tally, writers: number): Promise<void> {
  const wrong = await inWorkspace(async (folder, acknowledged) => {
    const at = { call: 'link', onto: '.li-min.lock' };
    await program.run(folder, visit(9998).argv, { mode: 'kill-after', at });
    const all = Array.from({ length: writers }, (_, number) => visit(number));
    const ended = await Promise.all(
      all.map(async ({ id, argv }) => ({ id, ...(await program.runPlain(folder, argv)) })),
    );
    acknowledged.push(...ended.filter(({ code }) => code === 0).map(({ id }) => id));
    const failed = ended.filter(({ code }) => code !== 0 && code !== 5);
    if (acknowledged.length === 0) return [{ failure: 'stuck', what: 'nobody got past the dead lock' }];
    return failed.map(({ stderr }) => ({ failure: 'stuck', what: stderr }));
  });
  tally.add(`dead lock, ${String(writers)} writers`, 'visit add', wrong, writers);
}

/** Readers while a ledger is replaced again and again: each sees a whole version. */
export async function readersMeanwhile(program: Program, tally: Tally, commits: number): Promise<void> {
  let reads = 0;
  const wrong = await inWorkspace(async (folder, acknowledged) => {
    const torn: Wrong[] = [];
    let isOver = false;
    const reader = async (): Promise<void> => {
      while (!isOver) {
        const { code, stderr } = await program.runPlain(folder, [
          'visit',
          'list',
          '--judge',
          'li-min',
          '--json',
        ]);
        reads += 1;
        if (code !== 0) torn.push({ failure: 'corrupt', what: stderr });
      }
    };
    const readers = [reader(), reader()];
    for (let at = 0; at < commits; at += 1) {
      const { id, argv } = visit(at);
      const { code, stderr } = await runHere(folder, argv);
      if (code === 0) acknowledged.push(id);
      else torn.push({ failure: 'stuck', what: stderr });
    }
    isOver = true;
    await Promise.all(readers);
    return torn;
  });
  tally.add(`readers during ${String(commits)} commits`, 'visit list', wrong, reads);
}
