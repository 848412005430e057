import { inExportOrder } from '../../domain/exported.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { nearest } from '../../domain/nearest.ts';
import { refusal, type Finding } from '../../domain/problem.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { readableLedgers, type Reading } from '../entry-reading.ts';
import { entriesOf, ofQuarter } from '../entry-filters.ts';
import {
  entryDocuments,
  exportedTexts,
  FORMATS,
  type ExportedKind,
  type ExportedText,
  type ExportFormat,
} from '../export-files.ts';
import type { Context } from '../context.ts';
import { textOption, type Given } from '../given.ts';
import { kindsNamed } from '../kinds-named.ts';
import { FORCE_OPTION, writeFiles } from '../output-writing.ts';
import { QUARTER_OPTION, quarterNamed } from '../quarters.ts';
import { findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';
import { isUnconfirmed } from '../workbook-making.ts';

/** `ledger export`: entries for other programs, all that are not removed unless a filter says otherwise. */
export const exportEntries: Command = {
  options: [
    {
      name: 'format',
      value: { zh: '格式', en: 'FORMAT' },
      help: { zh: 'csv、ndjson 或 json；不写为 csv', en: 'csv, ndjson or json; csv unless said' },
    },
    {
      name: 'kind',
      value: { zh: '台账', en: 'KIND' },
      help: {
        zh: '只导出这类台账，几类的用顿号隔开',
        en: 'only this ledger, or several with commas between',
      },
    },
    QUARTER_OPTION,
    {
      name: 'output',
      short: 'o',
      value: { zh: '文件', en: 'FILE' },
      help: {
        zh: '写入文件，几类的 csv 写入文件夹；不要用 >',
        en: 'write a file, or for several ledgers as csv a folder; do not use >',
      },
    },
    FORCE_OPTION,
  ],
  examples: ['export --kind visit --quarter 2024Q3', 'export --format json -o 全部台账.json'],
  run: async (context, given) => {
    const format = formatOf(given);
    const names = (textOption(given, 'kind') ?? '').split(/[,，、]/u).filter((name) => name.trim() !== '');
    const kinds = kindsNamed(context, names, '--kind');
    const reading = await readableLedgers(context);
    const exported = exportedKinds(context, given, kinds, reading);
    const output = textOption(given, 'output');
    const asJson = given.options['json'] === true && output === undefined;
    const texts = await exportedTexts(context, asJson ? 'json' : format, exported, output);
    const notes = [context.messages.export.personal, ...reading.notes];
    const unread = reading.isPartial;
    if (output === undefined) {
      const text = texts.map((one) => one.text).join('');
      const json = { entries: entryDocuments(exported) };
      return { json, text, isExact: true, notes, ...(unread ? { exit: 7 } : {}) };
    }
    const { json, text, warnings } = await written(context, given, reading.workspace, texts);
    return {
      json: { format, files: json },
      text,
      notes: [...notes, ...findingLines(context.messages, warnings)],
      ...(unread || isUnconfirmed(warnings) ? { exit: 7 } : {}),
    };
  },
};

/** The entries of the kinds as the options choose them; of a quarter those that its list shows. */
function exportedKinds(
  context: Context,
  given: Given,
  kinds: readonly Kind[],
  { ledgers, roster }: Reading,
): readonly ExportedKind[] {
  const quarter = quarterNamed(context, roster, given);
  return kinds.map((kind) => {
    const owned = ofQuarter(kind, entriesOf(kind, ledgers), quarter, roster);
    return { kind, owned: inExportOrder(kind, owned) };
  });
}

/** Writes the files, and says how many entries each holds. */
async function written(
  context: Context,
  given: Given,
  workspace: Workspace,
  texts: readonly ExportedText[],
): Promise<{
  readonly json: readonly { readonly path: string; readonly entries: number }[];
  readonly text: string;
  readonly warnings: readonly Finding[];
}> {
  const placed = texts.flatMap(({ path, ...rest }) => (path === undefined ? [] : [{ path, ...rest }]));
  const files = placed.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  const warnings = await writeFiles(context, given, workspace, files);
  const json = placed.map(({ path, entries }) => ({ path: placeIn(workspace, path), entries }));
  const { messages } = context;
  const text = messages.export.written(json.map(({ path, entries }) => ({ path: show(path), entries })));
  return { json, text: context.dryRun ? messages.saved.dry(text) : text, warnings };
}

function formatOf(given: Given): ExportFormat {
  const typed = textOption(given, 'format') ?? 'csv';
  const found = FORMATS.find((format) => format === typed.toLowerCase());
  if (found) return found;
  const close = nearest(typed.toLowerCase(), FORMATS);
  const choices = FORMATS.map((id) => ({ id, label: id }));
  throw refusal(
    'misuse',
    { code: 'choice-invalid', found: typed, choices, ...(close === undefined ? {} : { nearest: close }) },
    { field: '--format' },
  );
}
