import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './fault.ts';
import { ready, strike } from './fault-loop.ts';
import type { Program } from './program.ts';
import { beginning, copied, filesBelow, removed, visitOn } from './workspace.ts';

/** What the store does so that a promise holds, and the change of its source that would break the promise. */
export interface Check {
  readonly name: string;
  readonly breaks: { readonly file: string; readonly find: string; readonly put: string };
  /** What is wrong with a program (its main script). */
  readonly run: (program: Program, main: string) => Promise<readonly string[]>;
}

const LEDGER = 'home/ledgers/li-min.json';
const ADD = visitOn('2024-09-12', 'visit-240912-eeee');

export const CHECKS: readonly Check[] = [
  {
    name: 'bytes are on the medium before they get their name',
    breaks: { file: 'durable-file.ts', find: 'if (forced) await handle.sync();', put: '' },
    run: async (program, main) =>
      withCalls(program, main, (calls) =>
        renamesForced(calls).flatMap(({ path }, at) => {
          const before = calls.slice(
            0,
            calls.indexOf(renamesForced(calls)[at] ?? { number: 0, name: '', path }),
          );
          const made = before.findLast(({ name }) => name === 'create')?.path;
          const own = before.filter((call) => call.path === made).map(({ name }) => name);
          return own.lastIndexOf('fsync') > own.lastIndexOf('write') ? [] : [`${path} was not forced`];
        }),
      ),
  },
  {
    name: 'a name is on the medium before anybody is told',
    breaks: {
      file: 'durable-file.ts',
      find: "const handle = await open(folder, 'r');",
      put: "return undefined; const handle = await open(folder, 'r');",
    },
    run: async (program, main) =>
      withCalls(program, main, (calls) =>
        renamesForced(calls).flatMap(({ path, number }) => {
          const folder = path.slice(0, path.lastIndexOf('/'));
          const isForced = calls.some(
            (call) => call.number > number && call.name === 'fsync' && call.path === folder,
          );
          return isForced ? [] : [`the name ${path} was not forced`];
        }),
      ),
  },
  {
    name: 'a write that loses bytes never becomes the ledger',
    breaks: { file: 'durable-file.ts', find: 'if (size !== bytes.length)', put: 'if (false)' },
    run: async (program, main) => {
      const prepared = await ready(program, { argv: ADD });
      const found: string[] = [];
      for (let at = 1, more = true; more; at += 1) {
        const { fired, wrong } = await strike(program, prepared, { mode: 'lying', at }, main);
        found.push(...wrong.map(({ failure, what }) => `${failure}: ${what}`));
        more = fired;
      }
      await removed(prepared.folder);
      return found;
    },
  },
  {
    name: 'what another program saved since is not overwritten',
    breaks: {
      file: 'atomic-file.ts',
      find: 'if (!(await isStill(target.path, options.expected)))',
      put: 'if (false)',
    },
    run: async (program, main) =>
      inFolder(async (folder) => {
        const content = (await readFile(join(folder, LEDGER), 'utf8')).replaceAll('巷道排水', '界址不清');
        const deed = { mode: 'edit', file: join(folder, LEDGER), content } as const;
        const { code } = await program.run(
          folder,
          ADD,
          { ...deed, at: { call: 'access', onto: LEDGER } },
          main,
        );
        const files = await filesBelow(folder);
        const own = [...files].find(([path]) => path.includes('.conflict-'))?.[1] ?? '';
        return [
          ...(code === 5 ? [] : [`ended with ${String(code)}`]),
          ...(files.get(LEDGER) === Buffer.from(content).toString('latin1')
            ? []
            : ['what was saved since is gone']),
          ...(own.includes('visit-240912-eeee') ? [] : ['our own version was not kept']),
        ];
      }),
  },
  {
    name: 'of two that find a dead lock only one removes it',
    breaks: {
      file: 'lock.ts',
      find: 'while (!(await take(guard(number), record, holder.id))) {',
      put: 'while (false) {',
    },
    run: async (program, main) => inFolder((folder) => parkedBreaker(program, main, folder)),
  },
];

/** A breaker stands still between its look at the dead lock and its removal; a second one must not get past it. */
async function parkedBreaker(program: Program, main: string, folder: string): Promise<readonly string[]> {
  const lock = '.li-min.lock';
  await program.run(folder, ADD, { mode: 'kill-after', at: { call: 'link', onto: lock } }, main);
  const place = (name: string): string => join(folder, 'out', name);
  const parked = (name: string, call: string, onto: string) =>
    ({ mode: 'park', parked: place(`${name}-parked`), go: place(`${name}-go`), at: { call, onto } }) as const;
  const first = program.run(folder, ADD, parked('first', 'unlink', lock), main);
  await until(() => existsSync(place('first-parked')), 20_000);
  const other = visitOn('2024-09-13', 'visit-240913-ffff');
  const second = program.run(folder, other, parked('second', 'rename', LEDGER), main);
  const isPast = await until(() => existsSync(place('second-parked')), 4_000);
  await writeFile(place('first-go'), '');
  const { code } = await first;
  await writeFile(place('second-go'), '');
  const ended = await second;
  const ledger = await readFile(join(folder, LEDGER), 'utf8');
  return [
    ...(isPast ? ['the second one broke the lock under the first one’s hands'] : []),
    ...(code === 0 && !ledger.includes('visit-240912-eeee') ? ['the first one’s entry is lost'] : []),
    ...(ended.code === 0 && !ledger.includes('visit-240913-ffff') ? ['the second one’s entry is lost'] : []),
  ];
}

async function until(isTrue: () => boolean, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    if (isTrue()) return true;
    await sleep(20);
  }
  return isTrue();
}

/** Where a ledger or a backup gets its name. */
function renamesForced(calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ name, path }) => name === 'rename' && path.endsWith('.json'));
}

async function withCalls(
  program: Program,
  main: string,
  judged: (calls: readonly Call[]) => readonly string[],
): Promise<readonly string[]> {
  return inFolder(async (folder) => {
    const { code, calls } = await program.run(folder, ADD, undefined, main);
    const isSeen = renamesForced(calls).length === 2;
    return code === 0 && isSeen ? judged(calls) : [`ended with ${String(code)}`];
  });
}

async function inFolder(work: (folder: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const made = await beginning([], {});
  const folder = await copied(made);
  try {
    return await work(folder);
  } finally {
    await removed(made);
    await removed(folder);
  }
}
