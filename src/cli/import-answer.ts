import { inSheetOrder } from '../domain/imports/finding-order.ts';
import type { ImportPlan } from '../domain/imports/plan.ts';
import { yearsTaken, type SheetRead } from '../domain/imports/read-sheet.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import type { SavedLedger } from '../store/ledgers.ts';
import type { Answer } from './command.ts';
import { markFiles, type Importing } from './import-marks.ts';
import type { ImportFile } from './import-reading.ts';
import { findingJson, findingLines } from './render/findings.ts';
import { importText } from './render/import.ts';
import { show } from './render/show.ts';

/** What was found in the sheets; where none of them is a ledger, that is told of every file. */
export function foundIn(files: readonly ImportFile[], sheets: readonly SheetRead[]): readonly Finding[] {
  const isEmpty = sheets.every(
    ({ kinds, findings }) => kinds.length === 0 && findings.every(({ severity }) => severity !== 'error'),
  );
  const nothing = files.map(({ place }) => error({ code: 'import-nothing' }, { file: place }));
  return [...(isEmpty ? nothing : []), ...sheets.flatMap(({ findings }) => findings)];
}

/** The answer where errors kept everything from being written: the mistakes, and the copies in which they are marked. */
export async function refusedAnswer(importing: Importing, plan: ImportPlan): Promise<Answer> {
  const { context } = importing;
  const { messages } = context;
  const findings = all(importing, plan);
  const errors = findings.filter(isError);
  const marking = await markFiles(importing, errors);
  const told = [...findings.filter((finding) => !isError(finding)), ...marking.findings];
  return {
    json: {
      added: 0,
      skipped: plan.skipped,
      years: yearsTaken(importing.sheets),
      findings: [...findings, ...marking.findings].map((finding) => findingJson(messages, finding)),
      ...(marking.paths.length > 0 ? { marked: marking.paths } : {}),
    },
    text: '',
    notes: findingLines(messages, told),
    refusal: new Refusal('invalid', errors),
    closing: [
      messages.import.nothing(errors.length),
      ...(marking.paths.length > 0 ? [messages.import.marked(marking.paths.map((path) => show(path)))] : []),
      messages.import.again(plan.added.length > 0 && errors.every(({ where }) => where.cell !== undefined)),
    ],
  };
}

/** The answer where the rows were written, or would have been; rows with errors are left out where that was asked for. */
export async function importedAnswer(
  importing: Importing,
  plan: ImportPlan,
  saved: SavedLedger,
  asked: readonly Finding[],
): Promise<Answer> {
  const { context, sheets } = importing;
  const { messages, kinds, dryRun } = context;
  const findings = all(importing, plan);
  const errors = findings.filter(isError);
  const marking = await markFiles(importing, errors);
  const told = [...findings, ...marking.findings, ...saved.warnings];
  return {
    json: {
      added: plan.added.length,
      skipped: plan.skipped,
      years: yearsTaken(sheets),
      findings: told.map((finding) => findingJson(messages, finding)),
      ...(marking.paths.length > 0 ? { marked: marking.paths } : {}),
    },
    text: importText(messages, kinds, { sheets, plan, findings, marked: marking.paths, dryRun }),
    notes: findingLines(
      messages,
      told.filter((finding) => !asked.includes(finding)),
    ),
    ...(errors.length > 0 || !saved.confirmed ? { exit: 7 } : {}),
  };
}

/** Everything that was found, as somebody meets it who goes through the sheets. */
function all({ findings, sheets }: Importing, plan: ImportPlan): readonly Finding[] {
  return inSheetOrder([...findings, ...plan.findings], sheets);
}

/** Whether a finding keeps its row from being imported. */
export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
