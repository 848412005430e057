import { keyOf } from '../domain/imports/head-text.ts';
import { likeliest, surelyMeant } from '../domain/imports/likely-fields.ts';
import type { SheetQuestion, SheetRead } from '../domain/imports/read-sheet.ts';
import type { Field } from '../domain/kinds/kind.ts';
import { learntFrom, loadImportHeads, saveImportHeads, type HeadMeaning } from '../store/import-heads.ts';
import { placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { readSheets, type OpenedFile } from './import-reading.ts';
import { show } from './render/show.ts';

/**
 * Reads every sheet of the files; what heads mean that nobody knows is asked on a terminal, and remembered in the workspace for
 * the next time.
 */
export async function readAsking(
  context: Context,
  workspace: Workspace,
  files: readonly OpenedFile[],
  question: Omit<SheetQuestion, 'learnt'>,
): Promise<readonly SheetRead[]> {
  const known = await loadImportHeads(workspace, context.kinds);
  const first = readSheets(files, { ...question, learnt: learntFrom(known) });
  const answered = await askHeads(context, first, question);
  if (answered.length === 0) return first;
  const heads = [...known, ...answered];
  if (!context.dryRun) {
    const lines = await saveImportHeads(workspace, heads, (length) => context.environment.random(length));
    const file = placeIn(workspace, workspace.importHeads);
    const learnt = answered.map(({ kind: id, head, field: key }, at) => {
      const field = context.kinds.find((kind) => kind.id === id)?.fields.find((one) => one.key === key);
      const label = field?.label[context.language];
      return {
        head: show(head),
        line: lines[known.length + at] ?? 1,
        ...(label === undefined ? {} : { field: label }),
      };
    });
    context.environment.stderr.write(`${context.messages.import.learnt(file, learnt)}\n`);
  }
  return readSheets(files, { ...question, learnt: learntFrom(heads) });
}

/** The answer that leaves a column out, for good; no field is called so. */
const LEAVE_OUT = '-';

/** The answer that leaves it out this time. */
const NOT_NOW = '?';

/** Asks on a terminal what the heads mean that nobody knows, each once; nothing where nobody can be asked. */
async function askHeads(
  context: Context,
  sheets: readonly SheetRead[],
  { roster, today }: Pick<SheetQuestion, 'roster' | 'today'>,
): Promise<readonly HeadMeaning[]> {
  if (!context.questions) return [];
  const { messages, language } = context;
  const answered = new Map<string, HeadMeaning>();
  const asked = new Set<string>();
  for (const { kind, sheet, head, free, samples } of sheets.flatMap(({ unknown }) => unknown)) {
    const name = `${kind.id} ${keyOf(head)}`;
    if (asked.has(name)) continue;
    const taken = [...answered.values()].flatMap((one) => (one.kind === kind.id ? [one.field] : []));
    const questions = await context.questions();
    const fields = free.filter(({ key }) => !taken.includes(key));
    const reading = { roster, today, language };
    const sure = surelyMeant(fields, head, samples, reading);
    const chosen = await questions.choose({
      message: messages.import.whichField(show(sheet), show(head), samples.map(asSample)),
      options: optionsFor(context, likeliest(fields, head, samples, reading), sure),
    });
    asked.add(name);
    if (chosen === NOT_NOW) continue;
    answered.set(name, { kind: kind.id, head, field: chosen === LEAVE_OUT ? null : chosen });
  }
  return [...answered.values()];
}

/**
 * What may be answered. First comes what a careless Enter may do: leave the column out this time, of which the import tells, and be
 * asked again; nothing is remembered. Only a field that is nearly sure comes before that, and says so.
 */
function optionsFor(
  { messages, language }: Context,
  fields: readonly Field[],
  sure: Field | undefined,
): readonly { readonly value: string; readonly name: string }[] {
  const words = messages.import;
  const others = fields.filter((field) => field !== sure);
  return [
    ...(sure ? [{ value: sure.key, name: words.likely(sure.label[language]) }] : []),
    { value: NOT_NOW, name: words.notNow },
    ...others.map(({ key, label }) => ({ value: key, name: label[language] })),
    { value: LEAVE_OUT, name: words.leaveOut },
  ];
}

/** The longest sample, in characters. */
const LONGEST_SAMPLE = 20;

function asSample(text: string): string {
  const letters = Array.from(text);
  return show(letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE).join('')}…` : text);
}
