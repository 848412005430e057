// `npm run torture`: see CONTRIBUTING.md. `--short` strikes every file call once; a word behind it names the scenarios to run.
import { reachesOf, ready, strikeAll } from './fault-loop.ts';
import { killedAtRandom, onDeadLock, readersMeanwhile, sideBySide } from './crowd.ts';
import { CHECKS } from './checks.ts';
import { editedMeanwhile } from './editor.ts';
import { fullMedia } from './media.ts';
import { damagedLedgers } from './texts.ts';
import { together } from './pool.ts';
import { BUILT, Program } from './program.ts';
import { nameOf, SCENARIOS } from './scenarios.ts';
import { Tally } from './tally.ts';
import { removed } from './workspace.ts';

/** Runs that wait for a busy file leave the processors to others. */
const AT_ONCE = 5;
const words = process.argv.slice(2);
const isShort = words.includes('--short');
const only = words.find((word) => !word.startsWith('--'));
const began = Date.now();
const program = await Program.prepared();
const tally = new Tally();

const wanted = SCENARIOS.filter((scenario) =>
  only === undefined ? !(isShort && scenario.isCostly) : nameOf(scenario).includes(only),
);
const prepared = [];
for (const scenario of wanted) prepared.push(await ready(program, scenario));
const jobs = prepared.flatMap((one, index) =>
  reachesOf(isShort, index === 0).map((reach) => () => strikeAll(program, one, reach, tally)),
);
if (only === undefined || only === 'crowd') {
  const much = (long: number, short: number): number => (isShort ? short : long);
  jobs.push(
    () => killedAtRandom(program, tally, much(300, 30)),
    () => sideBySide(program, tally, much(8, 4), much(40, 4)),
    ...Array.from({ length: much(25, 1) }, () => () => onDeadLock(program, tally, 12)),
    () => readersMeanwhile(program, tally, much(1000, 30)),
    () => editedMeanwhile(program, tally, much(1, 4)),
    () => damagedLedgers(tally, much(1, 29)),
    async () => {
      const reason = await fullMedia(program, tally);
      if (reason !== undefined) console.log(`full disk: skipped, ${reason}`);
    },
    ...CHECKS.map(({ name, run }) => async () => {
      const found = await run(program, BUILT);
      tally.add(
        'check',
        name,
        found.map((what) => ({ failure: 'corrupt', what })),
      );
    }),
  );
}
await together(AT_ONCE, jobs);
for (const { folder } of prepared) await removed(folder);
await program.remove();

console.log(tally.text());
console.log(
  `${String(program.runs)} runs of the program in ${String(Math.round((Date.now() - began) / 1000))} s`,
);
process.exitCode = tally.failed ? 1 : 0;
