import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from './fault.ts';
import type { Program } from './program.ts';
import type { Tally } from './tally.ts';
import type { Wrong } from './verdict.ts';
import { beginning, copied, filesBelow, removed, visitOn } from './workspace.ts';

const LEDGER = 'home/ledgers/li-min.json';
const ID = 'visit-240912-eeee';
/** Between the last look and the rename no system lets anything be guarded: so few calls may lie there. */
const WINDOW = 3;

/** Another program saves the ledger at each file call in turn: its version and ours are both kept, or one built on the other. */
export async function editedMeanwhile(program: Program, tally: Tally, step: number): Promise<void> {
  const made = await beginning([], {});
  const edited = (await readFile(join(made, LEDGER), 'utf8')).replaceAll('巷道排水', '界址不清');
  const marks = { file: '', content: edited, mode: 'edit' } as const;
  let unguarded = 0;
  for (let at = 1, more = true; more; at += step) {
    const folder = await copied(made);
    const { code, fired, calls } = await program.run(folder, visitOn('2024-09-12', ID), {
      ...marks,
      file: join(folder, LEDGER),
      at,
    });
    const files = [...(await filesBelow(folder))].filter(([path]) => path.includes('.json'));
    const wrong: Wrong[] = [];
    const isKept = files.some(([, text]) => Buffer.from(text, 'latin1').toString().includes('界址不清'));
    if (fired && !isKept) {
      if (isInWindow(calls, at)) unguarded += 1;
      else wrong.push({ failure: 'lost', what: `call ${String(at)}: what was saved meanwhile` });
    }
    const isLater = calls.some(
      ({ name, path, number }) => name === 'rename' && path === LEDGER && number < at,
    );
    if (code === 0 && !isLater && !files.some(([, text]) => text.includes(ID)))
      wrong.push({ failure: 'lost', what: `call ${String(at)}: our own version` });
    if (code !== 0 && code !== 5)
      wrong.push({ failure: 'denied', what: `call ${String(at)}: ${String(code)}` });
    if (fired) tally.add('edited meanwhile', 'visit add', wrong);
    more = fired;
    await removed(folder);
  }
  if (unguarded > WINDOW)
    tally.add(
      'edited meanwhile',
      'visit add',
      [{ failure: 'lost', what: `at ${String(unguarded)} calls unseen` }],
      0,
    );
  await removed(made);
}

/** Behind the last look at the ledger, and before it is replaced. */
function isInWindow(calls: readonly Call[], at: number): boolean {
  const replaced = calls.find(({ name, path }) => name === 'rename' && path === LEDGER)?.number ?? 0;
  const looked = calls.findLast(
    ({ name, path, number }) => name === 'read' && path === LEDGER && number < replaced,
  );
  return looked !== undefined && at > looked.number && at <= replaced;
}
