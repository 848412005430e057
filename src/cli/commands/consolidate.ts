import { join, resolve } from 'node:path';
import { checkLedger } from '../../domain/checks.ts';
import { consolidate as merge, type Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { Refusal, refusal, type Finding } from '../../domain/problem.ts';
import { periodOf, type Quarter } from '../../domain/quarter.ts';
import { basisOf, judgesNamed, type Roster } from '../../domain/roster.ts';
import { readDay } from '../../domain/typed-day.ts';
import type { Language } from '../../domain/words.ts';
import { official } from '../../messages/official.ts';
import { messagesFor } from '../../messages/languages.ts';
import { wordsOf } from '../../messages/messages.ts';
import { readAllLedgers } from '../../store/ledgers.ts';
import { writeOutputs, type OutputFile } from '../../store/outputs.ts';
import { loadRoster } from '../../store/rosters.ts';
import { inFile } from '../../store/document.ts';
import { findTemplate, readTemplate } from '../../store/templates.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { FindingRow } from '../../workbook/sheets/finding-list.ts';
import type { QuarterFacts } from '../../workbook/sheets/quarter-workbooks.ts';
import type { Command } from '../command.ts';
import { isOn, textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { QUARTER_OPTION, quarterNamed } from '../quarters.ts';
import { consolidationText, type MadeWorkbook } from '../render/consolidation.ts';
import { findingJson, findingLines, whereText } from '../render/findings.ts';

/** `ledger consolidate --quarter Q`: merges all ledgers into the official workbooks of a quarter. */
export const consolidate: Command = {
  options: [
    QUARTER_OPTION,
    {
      name: 'as-of',
      value: { zh: '截至日', en: 'DATE' },
      help: { zh: '数据截至这一天；之后的不计', en: 'leave out what lies after this day' },
    },
    {
      name: 'strict',
      help: { zh: '有读不了的台账就不汇总', en: 'merge nothing where a ledger cannot be read' },
    },
    {
      name: 'output',
      short: 'o',
      value: { zh: '文件夹', en: 'DIR' },
      help: { zh: '工作簿放到这个文件夹', en: 'put the workbooks into this folder' },
    },
    {
      name: 'force',
      short: 'f',
      help: { zh: '覆盖别人改过的工作簿', en: 'replace workbooks that were changed by hand' },
    },
  ],
  examples: ['consolidate --quarter 2024Q3', 'consolidate --quarter 2024Q3 --json'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = wantedQuarter(context, roster, given);
    const { read, findings: unread } = await readAllLedgers(workspace, context.kinds);
    if (isOn(given, 'strict') && unread.length > 0) throw new Refusal('invalid', unread);
    const asOf = asOfDay(context, roster, quarter, given);
    const consolidation = merge({ quarter, asOf, roster, kinds: context.kinds, ledgers: read });
    const unreadable = unreadableJudges(unread);
    const findingsIn = (language: Language): readonly Finding[] =>
      ordered([
        ...unread,
        // Whose file is there and can't be read has not failed to report.
        ...consolidation.findings.filter(
          ({ problem }) => problem.code !== 'ledger-missing' || !unreadable.includes(problem.judge),
        ),
        ...entryFindings(context, roster, consolidation, language),
      ]);
    const facts: QuarterFacts = {
      consolidation,
      roster,
      kinds: context.kinds,
      unreadable,
      findings: await findingRows(findingsIn('zh'), roster, context.kinds),
      words: official,
    };
    const folder = outputFolder(context, workspace, quarter, given);
    const { workbooks, warnings } = await makeWorkbooks(
      context,
      workspace,
      facts,
      folder,
      isOn(given, 'force'),
    );
    const all = [...findingsIn(context.language), ...warnings];
    return {
      json: {
        quarter,
        asOf,
        sources: consolidation.sources.map(({ judge, source, file, ledger }) => ({
          judge: judge.id,
          source,
          ...(file === undefined ? {} : { file }),
          entries: ledger ? rowsOf(consolidation, judge.id) : 0,
        })),
        totals: Object.fromEntries([...consolidation.rows].map(([kind, rows]) => [kind, rows.length])),
        findings: all.map((finding) => findingJson(context.messages, finding)),
        workbooks,
      },
      text: consolidationText(context.messages, context.kinds, {
        consolidation,
        workbooks,
        findings: all.length,
        unread: unread.flatMap(filesOf),
        unreadable,
        dryRun: context.dryRun,
      }),
      notes: findingLines(context.messages, [...unread, ...warnings]),
      ...(unread.length > 0 ? { exit: 7 } : {}),
    };
  },
};

function wantedQuarter(context: Context, roster: Roster, given: Given): Quarter {
  const quarter = quarterNamed(context, roster, given);
  const { language, today } = context;
  if (quarter === undefined) {
    const { help } = QUARTER_OPTION;
    throw refusal('misuse', {
      code: 'option-missing',
      option: '--quarter',
      label: help[language],
      example: '2024Q3',
    });
  }
  const period = periodOf(quarter, basisOf(roster));
  if (period.from > today)
    throw refusal('misuse', { code: 'quarter-ahead', quarter, from: period.from, today });
  return quarter;
}

/** 截至日: the quarter's last day if that is past, else today, or what was asked for. */
function asOfDay(context: Context, roster: Roster, quarter: Quarter, given: Given) {
  const { to } = periodOf(quarter, basisOf(roster));
  const typed = textOption(given, 'as-of');
  if (typed === undefined) return context.today < to ? context.today : to;
  const read = readDay(typed, context.today);
  if ('problem' in read) throw refusal('misuse', read.problem, { field: '--as-of' });
  if (read.value > context.today) {
    throw refusal(
      'misuse',
      { code: 'day-ahead', found: read.value, today: context.today },
      { field: '--as-of' },
    );
  }
  return read.value < to ? read.value : to;
}

/** What is doubtful in the entries of the quarter, and in the ledgers themselves. */
function entryFindings(
  context: Context,
  roster: Roster,
  consolidation: Consolidation,
  language: Language,
): readonly Finding[] {
  const shown = new Set(
    [...consolidation.rows.values()].flat().map(({ judge, entry }) => `${judge.id}/${entry.id}`),
  );
  return consolidation.sources.flatMap(({ ledger, file }) => {
    if (!ledger) return [];
    const findings = checkLedger(ledger, context.kinds, roster, context.today, language);
    return findings
      .filter(({ where }) => where.entry === undefined || shown.has(`${ledger.judge.id}/${where.entry}`))
      .map((finding) => ({
        ...finding,
        where: { ...(file === undefined ? {} : { file }), ...finding.where },
      }));
  });
}

/** The order of findings never depends on the order of files. */
function ordered(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ severity, problem, where }: Finding): string =>
    [
      severity,
      where.judge ?? where.file ?? '',
      where.entry ?? '',
      problem.code,
      where.field ?? '',
      JSON.stringify(problem),
    ].join('\n');
  return findings
    .map((finding) => ({ finding, sort: key(finding) }))
    .sort((one, other) => (one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : 0))
    .map(({ finding }) => finding);
}

async function findingRows(
  findings: readonly Finding[],
  roster: Roster,
  kinds: readonly Kind[],
): Promise<readonly FindingRow[]> {
  const zh = await messagesFor('zh');
  return findings.map(({ severity, problem, where: { judge, entry, field, ...place } }) => {
    const { what, expected, next } = wordsOf(zh, problem);
    return {
      severity: zh.severity[severity],
      code: problem.code,
      judge: judge === undefined ? '' : (judgesNamed(roster, judge)[0]?.name ?? judge),
      entry: entry ?? '',
      place: whereText(zh, { ...place, ...(field === undefined ? {} : { field: labelOf(kinds, field) }) }),
      what,
      next: zh.sentence.join([expected, next].filter((part) => part !== undefined)),
    };
  });
}

/** The files that a finding about an unreadable ledger is about. */
function filesOf({ problem, where }: Finding): readonly string[] {
  if (problem.code === 'judge-in-two-files') return problem.files;
  return where.file === undefined ? [] : [where.file];
}

/** A field as clerks know it, by its label. */
function labelOf(kinds: readonly Kind[], key: string): string {
  const field = kinds.flatMap(({ fields }) => fields).find((candidate) => candidate.key === key);
  return field?.label.zh ?? key;
}

function unreadableJudges(unread: readonly Finding[]): readonly string[] {
  return unread.map(({ where }) => where.judge ?? /([^/]+)\.json$/.exec(where.file ?? '')?.[1] ?? '');
}

function rowsOf({ rows }: Consolidation, judge: string): number {
  return [...rows.values()].flat().filter((row) => row.judge.id === judge).length;
}

function outputFolder(context: Context, workspace: Workspace, quarter: Quarter, given: Given): string {
  const wish = textOption(given, 'output');
  return wish === undefined ? join(workspace.reports, quarter) : resolve(context.environment.cwd, wish);
}

async function makeWorkbooks(
  context: Context,
  workspace: Workspace,
  facts: QuarterFacts,
  folder: string,
  force: boolean,
): Promise<{ workbooks: readonly MadeWorkbook[]; warnings: readonly Finding[] }> {
  const { QUARTER_WORKBOOKS } = await import('../../workbook/sheets/quarter-workbooks.ts');
  const { fillTemplate } = await import('../../workbook/fill.ts');
  const files: OutputFile[] = [];
  const workbooks: MadeWorkbook[] = [];
  const warnings: Finding[] = [];
  for (const workbook of QUARTER_WORKBOOKS) {
    const template = await findTemplate(workbook.name, workspace, context.environment.programFolder);
    const bytes = await readTemplate(template);
    const filled = await inFile(template.file, () => fillTemplate(bytes, workbook.data(facts)));
    const path = join(folder, workbook.name);
    files.push({ path, bytes: filled.bytes });
    workbooks.push({ path: placeIn(workspace, path), digest: filled.digest });
    warnings.push(
      ...filled.findings.map((finding) => ({ ...finding, where: { file: template.file, ...finding.where } })),
    );
  }
  if (context.dryRun) return { workbooks, warnings };
  const { environment } = context;
  const random = (length: number): string => environment.random(length);
  const notes = await environment.uninterrupted(() => writeOutputs(workspace, files, { force, random }));
  return { workbooks, warnings: [...warnings, ...notes] };
}
