import { partsOf } from '../domain/calendar-date.ts';
import { planImport, type ImportPlan } from '../domain/imports/plan.ts';
import { addEntries, emptyLedger, type Ledger } from '../domain/ledger.ts';
import { Refusal, refusal, type Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { readYear } from '../domain/typed-year.ts';
import { official } from '../messages/official.ts';
import { changeLedger, loadLedger, type LoadedLedger } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import { mindBeforeChange } from './before-change.ts';
import type { Answer } from './command.ts';
import type { Context } from './context.ts';
import { isOn, textOption, type Given } from './given.ts';
import { foundIn, importedAnswer, isError, refusedAnswer } from './import-answer.ts';
import type { Importing } from './import-marks.ts';
import { confirmImport } from './import-doubts.ts';
import { openFiles } from './import-reading.ts';
import { readAsking } from './import-questions.ts';
import { judgeFor, type Owner } from './judges.ts';
import { savingOf } from './saving.ts';
import { workdaysOf } from './workdays.ts';

/** Reads the files, plans what of them becomes entries, and saves it; the whole of `ledger import`, loaded only by it. */
export async function runImport(context: Context, given: Given): Promise<Answer> {
  const { today, language, kinds, environment } = context;
  const { owner, seen, roster, importing } = await readAll(context, given);
  const { workspace, sheets, findings } = importing;
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const workdays = await workdaysOf(workspace);
  const random = (length: number): string => environment.random(length);
  const planFor = (ledger: Ledger): ImportPlan =>
    planImport(rows, ledger, { kinds, roster, workdays, today, language, random });
  const before = seen?.ledger ?? emptyLedger(roster.court.name, owner, random(16));
  let plan = planFor(before);
  const isStrict = !isOn(given, 'skip-errors');
  if (isStrict && [findings, plan.findings].some((some) => some.some(isError)))
    return refusedAnswer(importing, plan);
  const asked = await confirmImport(context, [...findings, ...plan.findings]);
  const change = (ledger: Ledger): Ledger => {
    // Another run may have changed it since, and may have imported the same.
    if (ledger !== before) plan = planFor(ledger);
    if (isStrict && plan.findings.some(isError)) throw new Refusal('invalid', plan.findings.filter(isError));
    return addEntries(ledger, plan.added, { at: context.at });
  };
  const saving = { ...savingOf(context, 'import'), seen, fresh: () => before };
  const saved = await changeLedger(workspace, owner.id, change, saving);
  return importedAnswer(importing, plan, saved, asked);
}

interface Read {
  readonly owner: Owner;
  /** The judge's ledger, where there is one. */
  readonly seen: LoadedLedger | undefined;
  readonly roster: Roster;
  readonly importing: Importing;
}

/** Everything that is read. Of the files only what their rows say is kept: a large one need not be held twice. */
async function readAll(context: Context, given: Given): Promise<Read> {
  const { today, language, kinds } = context;
  const year = yearOf(context, given);
  const workspace = await context.workspace();
  const roster = await loadRoster(workspace);
  const { files: opened, findings: unread } = await openFiles(context, workspace, given.words);
  const named = await judgeOr(unread, () => judgeFor(context, workspace, roster));
  const seen = await loadLedger(workspace, named.id, kinds);
  await mindBeforeChange(context, workspace, named.id, seen?.ledger);
  // Of a judge who has left the roster only the ledger knows the name.
  const owner = named.name === named.id && seen ? seen.ledger.judge : named;
  const entryIds = new Set(seen?.ledger.entries.map(({ id }) => id));
  const { notCounted } = official;
  const question = { kinds, roster, owner, entryIds, today, language, year, notCounted };
  const sheets = await readAsking(context, workspace, opened, question);
  const files = opened.map(({ path, place, bytes }) => ({ path, place, bytes }));
  const findings = [...unread, ...foundIn(files, sheets)];
  return { owner, seen, roster, importing: { context, given, workspace, files, sheets, findings } };
}

/** The judge; where none can be told, that is told together with what is wrong with the files. */
async function judgeOr(unread: readonly Finding[], judge: () => Promise<Owner>): Promise<Owner> {
  try {
    return await judge();
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.kind !== 'misuse') throw thrown;
    throw new Refusal('misuse', [...thrown.findings, ...unread], { cause: thrown });
  }
}

/** `--year`, which wins over what the sheets themselves tell. */
function yearOf({ today }: Context, given: Given): number | undefined {
  const typed = textOption(given, 'year');
  if (typed === undefined) return undefined;
  const read = readYear(typed, partsOf(today).year);
  if ('problem' in read) throw refusal('misuse', read.problem, { field: '--year' });
  return read.value;
}
