import { resolve, sep } from 'node:path';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { Refusal, refusal, type Finding } from '../../domain/problem.ts';
import {
  isReservation,
  planReceiving,
  type ReceivedFile,
  type ReceivingPlan,
} from '../../domain/receiving/plan.ts';
import type { Decisions } from '../../domain/receiving/record.ts';
import type { Roster } from '../../domain/roster.ts';
import { submissionFile } from '../../domain/submission.ts';
import { readDay } from '../../domain/typed-day.ts';
import { readBrought } from '../../store/brought-files.ts';
import { filesMeant } from '../../store/file-patterns.ts';
import { keepReceived, readReceived, readRecords, whileReceiving } from '../../store/received.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Answer, ArgumentSpec, Command } from '../command.ts';
import type { Context } from '../context.ts';
import { REASON_OPTION } from '../entry-options.ts';
import { textOption, type Given } from '../given.ts';
import { decide } from '../receiving-decisions.ts';
import { makeReceipts } from '../receipts.ts';
import { findingLines } from '../render/findings.ts';
import { receivedText, resultJson } from '../render/receiving.ts';
import { savingOf } from '../saving.ts';

const PATHS: ArgumentSpec = { name: { zh: '文件或文件夹', en: 'PATH' }, many: true, optional: true };

/** `ledger receive PATH…`: takes what judges handed in, says what became of every file, and makes receipts to give back. */
export const receive: Command = {
  options: [
    {
      name: 'on',
      value: { zh: '日期', en: 'DATE' },
      help: { zh: '收件日，默认今天', en: 'the day it came; today unless said' },
    },
    {
      name: 'filing-on',
      value: { zh: '日期', en: 'DATE' },
      help: {
        zh: '立案庭收件日，是否逾期以它为准',
        en: 'the day the filing division had it, which decides whether it is late',
      },
    },
    {
      name: 'accept',
      value: { zh: '核对码', en: 'CODE' },
      help: { zh: '几份不一致时，以这一份为准', en: 'where several contradict each other, this one stands' },
    },
    {
      name: 'return',
      value: { zh: '核对码', en: 'CODE' },
      help: { zh: '退回这一份，并生成退回通知', en: 'give this one back, with a notice' },
    },
    REASON_OPTION,
  ],
  arguments: [PATHS],
  examples: ['receive submissions --on 2024-09-19 --filing-on 2024-09-18', 'receive submissions --dry-run'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const on = dayOption(context, given, 'on') ?? context.today;
    const filingOn = dayOption(context, given, 'filing-on');
    const decision = await decide(context, workspace, roster, given, on);
    if (decision) return decision;
    const paths = await pathsIn(context, given);
    const work = async (): Promise<Done> => {
      const before = await readRecords(workspace);
      const { decisions } = before.facts;
      const had = await readReceived(workspace, before, context.kinds, () => true);
      const brought = await readBrought(workspace, paths, context.kinds);
      const plan = planReceiving({
        brought,
        facts: before.facts,
        received: had.submissions,
        roster,
        on,
        filingOn,
        at: context.at,
        nameOf: (submission) => submissionFile(submission, roster.court.code),
      });
      if (context.dryRun) return { plan, decisions, findings: before.findings };
      const files = plan.kept.map(({ submission, name, bytes }) => ({
        quarter: submission.quarter,
        name,
        bytes,
      }));
      const random = (length: number): string => context.environment.random(length);
      const unsure = await keepReceived(workspace, before, files, plan.records, random);
      return { plan, decisions, findings: [...before.findings, ...unsure] };
    };
    const done = context.dryRun
      ? await work()
      : await whileReceiving(workspace, savingOf(context, 'receive'), work);
    return answerTo(context, workspace, roster, done);
  },
};

interface Done {
  readonly plan: ReceivingPlan;
  readonly decisions: Decisions;
  readonly findings: readonly Finding[];
}

async function answerTo(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  { plan, decisions, findings }: Done,
): Promise<Answer> {
  const { messages } = context;
  const { results } = plan;
  const receipts = await makeReceipts(context, workspace, roster, plan, decisions);
  const refused = refusalOf(results);
  if (refused) throw refused;
  const problems = results.filter((one) => isReservation(one)).flatMap((one) => one.findings);
  const warnings = [...findings, ...receipts.warnings];
  return {
    json: { results: results.map(resultJson), receipts: receipts.files },
    ...(receipts.refusal ? { refusal: receipts.refusal } : {}),
    text: receivedText(messages, {
      results,
      receipts: receipts.files,
      dryRun: context.dryRun,
      nameOf: (file) => fromHere(context.environment.cwd, file),
    }),
    notes: findingLines(messages, [...problems, ...warnings]),
    ...(results.some(isReservation) || warnings.some(({ problem }) => problem.code === 'not-confirmed')
      ? { exit: 7 }
      : {}),
  };
}

/** One file at hand that is no good is refused; of several, the others are taken and it is told. */
function refusalOf(results: readonly ReceivedFile[]): Refusal | undefined {
  const [only, ...others] = results;
  if (!only || others.length > 0) return undefined;
  if (only.verdict === 'rejected') {
    const isSeal = only.findings.some(({ problem }) => problem.code === 'seal-broken');
    return new Refusal(isSeal ? 'integrity' : 'invalid', only.findings);
  }
  return only.verdict === 'skipped' ? new Refusal('invalid', only.findings) : undefined;
}

/** A path below the folder in which the command was typed, as it was typed; any other as it is. */
function fromHere(cwd: string, file: string): string {
  return file.startsWith(cwd + sep)
    ? file
        .slice(cwd.length + 1)
        .split(sep)
        .join('/')
    : file;
}

async function pathsIn(context: Context, given: Given): Promise<readonly string[]> {
  const { cwd } = context.environment;
  const found = await Promise.all(given.words.map((word) => filesMeant(resolve(cwd, word))));
  if (found.length === 0)
    throw refusal('misuse', { code: 'argument-missing', argument: PATHS.name, command: 'receive' });
  return found.flat();
}

function dayOption(context: Context, given: Given, name: string): CalendarDate | undefined {
  const typed = textOption(given, name);
  if (typed === undefined) return undefined;
  const read = readDay(typed, context.today);
  if ('problem' in read) throw refusal('misuse', read.problem, { field: `--${name}` });
  return read.value;
}
