import { EVERYWHERE, MODES, type Call, type Fault, type Mode } from './fault.ts';
import { type Ended, type Program, runHere } from './program.ts';
import { nameOf, type Scenario } from './scenarios.ts';
import type { Tally } from './tally.ts';
import { isDone, verdictOn, type Reference, type Wrong } from './verdict.ts';
import { aged, beginning, copied, filesBelow, isHelper, removed, tidied, visitOn } from './workspace.ts';

/** A scenario that is ready to be struck: its folder, and what comes of it without a fault. */
interface Ready {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly reference: Reference;
  readonly calls: readonly Call[];
}

/** Where a loop strikes: which modes, and of the calls each mode counts either all, or by turns of the modes each once. */
export interface Reach {
  readonly modes: readonly Mode[];
  readonly byTurns: boolean;
}

/** Everything, or for the short form every file call once, by the modes in turn. */
export function reachesOf(isShort: boolean, isFirst: boolean): readonly Reach[] {
  if (!isShort) return MODES.map((mode) => ({ modes: [mode], byTurns: false }));
  const special = MODES.filter((mode) => !EVERYWHERE.includes(mode));
  return [
    { modes: EVERYWHERE, byTurns: true },
    ...(isFirst ? special.map((mode) => ({ modes: [mode], byTurns: false })) : []),
  ];
}

/** Runs a scenario without a fault, twice, so that what differs from run to run shows itself. */
export async function ready(program: Program, scenario: Scenario): Promise<Ready> {
  const folder = await beginning(scenario.before ?? [], scenario.given ?? {});
  await scenario.spoil?.(folder);
  const old = await filesBelow(folder);
  const copy = await copied(folder);
  const { calls, ...ended } = await program.run(copy, scenario.argv);
  const done = await filesBelow(copy);
  await removed(copy);
  const expected = scenario.exit ?? 0;
  if (ended.code !== expected)
    throw new Error(`${nameOf(scenario)} ended with ${String(ended.code)}: ${ended.stderr}`);
  const reference = { old, done, ended, goesOn: scenario.goesOn ?? false, erases: scenario.erases ?? false };
  return { scenario, folder, reference, calls };
}

/** Strikes at call after call until a run is over before the fault is due. */
export async function strikeAll(
  program: Program,
  prepared: Ready,
  { modes, byTurns }: Reach,
  tally: Tally,
): Promise<void> {
  for (let at = 1; ; at += 1) {
    const mode = modes[byTurns ? (at - 1) % modes.length : 0];
    if (mode === undefined) return;
    if (byTurns && prepared.scenario.slow && !isWriting(prepared.calls, at)) {
      if (at > prepared.calls.length) return;
      continue;
    }
    const { fired, wrong } = await strike(program, prepared, { mode, at });
    if (!fired && wrong.length === 0) return;
    tally.add(
      mode,
      nameOf(prepared.scenario),
      wrong.map((one) => ({ ...one, what: `call ${String(at)}: ${one.what}` })),
    );
    if (!fired) return;
  }
}

/** From the first thing that is made on. */
function isWriting(calls: readonly Call[], at: number): boolean {
  const first = calls.findIndex(({ name }) => name === 'create' || name === 'mkdir' || name === 'cp');
  return at > first && at <= calls.length;
}

/** One run that is struck, and everything that must be true behind it. */
export async function strike(
  program: Program,
  { scenario, folder, reference }: Ready,
  fault: Fault & { readonly mode: Mode },
  main?: string,
): Promise<{ readonly fired: boolean; readonly wrong: readonly Wrong[]; readonly ended: Ended }> {
  const copy = await copied(folder);
  try {
    const ended = await program.run(copy, scenario.argv, fault, main);
    const after = await filesBelow(copy);
    const wrong = [...verdictOn(reference, after, ended, fault.mode)];
    await aged(copy, after.keys());
    if (isDone(reference, after)) {
      if (scenario.once === undefined) wrong.push(...(await again(copy, scenario, reference, false)));
    } else {
      wrong.push(...(await again(copy, scenario, reference, true)));
    }
    if (scenario.keepsOld || ended.code === 5 || ended.code === 6) await tidied(copy);
    wrong.push(...(await afterwards(copy, scenario.home ?? 'home')));
    return { fired: ended.fired, wrong, ended };
  } finally {
    await removed(copy);
  }
}

/** The same command once more: where it had not been done, it is now. */
async function again(
  copy: string,
  { argv }: Scenario,
  reference: Reference,
  mustDo: boolean,
): Promise<readonly Wrong[]> {
  const { code, stderr } = await runHere(copy, argv);
  if (!mustDo) return [];
  const isWell = code === reference.ended.code && isDone(reference, await filesBelow(copy));
  return isWell
    ? []
    : [{ failure: 'stuck', what: `the same again ended with ${String(code)}: ${stderr.trim()}` }];
}

/** The next command works on either ledger, `check` is silent, and nothing is left of what was being written. */
async function afterwards(copy: string, home: string): Promise<readonly Wrong[]> {
  const wrong: Wrong[] = [];
  for (const [judge, id] of [
    ['li-min', 'visit-240913-ffff'],
    ['he-jing', 'visit-240913-gggg'],
  ] as const) {
    const next = await runHere(copy, [...visitOn('2024-09-13', id, judge), '--home', home]);
    if (next.code !== 0) wrong.push({ failure: 'stuck', what: `the next command: ${next.stderr.trim()}` });
  }
  const check = await runHere(copy, ['check']);
  if (check.code !== 0 || check.stdout + check.stderr !== '')
    wrong.push({ failure: 'stuck', what: `check: ${check.stdout}${check.stderr}` });
  const left = [...(await filesBelow(copy)).keys()].filter(isHelper);
  if (left.length > 0) wrong.push({ failure: 'left', what: left.join(', ') });
  return wrong;
}
