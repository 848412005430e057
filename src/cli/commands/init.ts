import { join, resolve } from 'node:path';
import { emptyLedger } from '../../domain/ledger.ts';
import { ledgerToText } from '../../domain/ledger-format.ts';
import { refusal } from '../../domain/problem.ts';
import { assertFree, makeWorkspace, type WorkspacePlan } from '../../store/new-workspace.ts';
import { readRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { isOn, textOption, type Given } from '../given.ts';
import { chooseJudge, liaisonIds, ownerNamed } from '../judges.ts';
import { findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';

type Purpose = 'judge' | 'office' | 'sample';

/** `ledger init`: makes a workspace, by flags or by questions. It never overwrites. */
export const init: Command = {
  options: [
    {
      name: 'roster',
      value: { zh: '名册文件', en: 'FILE' },
      help: {
        zh: '挂点名册（roster.json），向研究室索取',
        en: 'the roster (roster.json), from the research office',
      },
    },
    { name: 'office', help: { zh: '研究室用：汇总各人的台账', en: 'for the research office' } },
    { name: 'sample', help: { zh: '用样例试一试', en: 'a filled sample to try' } },
  ],
  examples: ['init --sample --home demo', 'init --roster roster.json --judge li-min --home mine'],
  run: async (context, given) => {
    const purpose = await purposeOf(context, given);
    const named = textOption(given, 'home');
    const home = await homeOf(context, named);
    await assertFree(home);
    const plan = await planFor(context, given, purpose);
    const { environment } = context;
    const warnings = context.dryRun
      ? []
      : await environment.uninterrupted(() => makeWorkspace(home, plan, environment.random(8)));
    const { messages } = context;
    const line = messages.init.made(show(home));
    return {
      ...(warnings.length > 0 ? { exit: 7 } : {}),
      notes: findingLines(messages, warnings),
      json: { home, purpose },
      text: [
        context.dryRun ? messages.saved.dry(line) : line,
        messages.init.next(purpose, home === usualHome(context) ? undefined : quoted(named ?? home)),
      ].join('\n'),
    };
  },
};

async function purposeOf(context: Context, given: Given): Promise<Purpose> {
  const wishes: readonly (readonly [Purpose, boolean])[] = [
    ['sample', isOn(given, 'sample')],
    ['office', isOn(given, 'office')],
    ['judge', context.judge !== undefined && !isOn(given, 'sample') && !isOn(given, 'office')],
  ];
  const [wish, ...others] = wishes.filter(([, wished]) => wished);
  if (wish && others.length === 0) return wish[0];
  if (wish || !context.questions)
    throw refusal('misuse', {
      code: 'init-choice',
      given: wishes.filter(([, on]) => on).map(([name]) => name),
    });
  const questions = await context.questions();
  const { what, choices } = context.messages.init;
  const options = (['judge', 'office', 'sample'] as const).map((value) => ({ value, name: choices[value] }));
  const chosen = await questions.choose({ message: what, options });
  return options.find(({ value }) => value === chosen)?.value ?? 'sample';
}

/** Where the workspace comes to lie: as named, else `ledger` in the user's home, where every command finds it. */
async function homeOf(context: Context, named: string | undefined): Promise<string> {
  const { cwd, variables } = context.environment;
  if (named !== undefined) return resolve(cwd, named);
  const usual = usualHome(context);
  if (variables['LEDGER_HOME'] || !context.questions) return usual;
  const questions = await context.questions();
  const typed = await questions.text({
    message: context.messages.init.place,
    initial: usual,
    validate: () => undefined,
  });
  return resolve(cwd, typed.trim() || usual);
}

/** Where every command looks for a workspace without being told. */
function usualHome({ environment: { cwd, userHome, variables } }: Context): string {
  const named = variables['LEDGER_HOME'];
  return named ? resolve(cwd, named) : join(userHome, 'ledger');
}

/** A path as it is typed behind an option. */
function quoted(path: string): string {
  return path.includes(' ') ? `"${show(path)}"` : show(path);
}

async function planFor(context: Context, given: Given, purpose: Purpose): Promise<WorkspacePlan> {
  const { cwd, programFolder } = context.environment;
  if (purpose === 'sample') return { from: 'sample', folder: join(programFolder, 'fixtures', 'sample') };
  const typed = textOption(given, 'roster') ?? (await askRoster(context));
  const file = resolve(cwd, typed);
  const roster = await readRoster(file, typed);
  if (purpose === 'office') return { from: 'roster', file };
  const judge =
    context.judge === undefined
      ? await chooseJudge(context, roster, liaisonIds(roster))
      : ownerNamed(context.judge, roster, []);
  const ledger = emptyLedger(roster.court.name, judge, context.environment.random(16));
  return { from: 'roster', file, ledger: { judge: judge.id, text: ledgerToText(ledger, context.kinds) } };
}

async function askRoster(context: Context): Promise<string> {
  const { rosterFile } = context.messages.init;
  if (!context.questions) {
    throw refusal('misuse', {
      code: 'option-missing',
      option: '--roster',
      label: rosterFile,
      example: 'roster.json',
    });
  }
  const questions = await context.questions();
  const required = context.messages.ask.required(rosterFile);
  return questions.text({
    message: rosterFile,
    validate: (typed) => (typed.trim() === '' ? required : undefined),
  });
}
