import { dayInChina, timestampInChina, type CalendarDate } from '../domain/calendar-date.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { refusal } from '../domain/problem.ts';
import { readDay } from '../domain/typed-day.ts';
import type { Language } from '../domain/words.ts';
import type { Environment, Questions } from '../environment.ts';
import type { Messages } from '../messages/messages.ts';
import { findWorkspace, type Workspace } from '../store/workspace.ts';
import type { Border } from './border.ts';
import type { Listed } from './contents.ts';
import { isOn, textOption, type Given } from './given.ts';
import { levelFor, PLAIN, type Style } from './render/style.ts';

/** What a command may use: the environment, and what the global options say. */
export interface Context {
  readonly environment: Environment;
  readonly kinds: readonly Kind[];
  /** The table of contents, for the help. */
  readonly commands: readonly Listed[];
  readonly language: Language;
  readonly messages: Messages;
  /** The day it is in China, or `--today`; asked once. */
  readonly today: CalendarDate;
  /** The instant, for the record only. */
  readonly at: string;
  readonly judge: string | undefined;
  readonly dryRun: boolean;
  readonly style: Style;
  /** Questions to a person, or undefined where nobody can be asked. */
  readonly questions: (() => Promise<Questions>) | undefined;
  /** `--yes`: confirmations are answered before they are asked. */
  readonly yes: boolean;
  /** `--debug`: where a result came from is told too. */
  readonly debug: boolean;
  /** `--force`, of the commands that have it. */
  readonly force: boolean;
  /** What is more than the result may be said: neither `--quiet` nor `--json`. */
  readonly isTalking: boolean;
  workspace(): Promise<Workspace>;
}

/** The context of one run: what commands see of the world lies behind the border. */
export async function contextFor(
  { environment, own }: Border,
  kinds: readonly Kind[],
  commands: readonly Listed[],
  messages: Messages,
  given: Given,
): Promise<Context> {
  const { variables } = environment;
  const { language } = messages;
  const asked = environment.stdinIsTerminal && environment.stderr.isTerminal;
  const silent = isOn(given, 'no-input') || isOn(given, 'json');
  return {
    environment,
    kinds,
    commands,
    language,
    messages,
    today: todayOf(environment, textOption(given, 'today')),
    at: timestampInChina(environment.now()),
    judge: textOption(given, 'judge') ?? (variables['LEDGER_JUDGE'] || undefined),
    dryRun: isOn(given, 'dry-run'),
    style: await styleOf(environment, own, given),
    questions: asked && !silent ? () => environment.questions(language) : undefined,
    yes: isOn(given, 'yes'),
    debug: isOn(given, 'debug'),
    force: isOn(given, 'force'),
    isTalking: !isOn(given, 'quiet') && !isOn(given, 'json'),
    workspace: () =>
      findWorkspace({
        home: textOption(given, 'home') ?? (variables['LEDGER_HOME'] || undefined),
        cwd: environment.cwd,
        userHome: environment.userHome,
      }),
  };
}

function todayOf(environment: Environment, option: string | undefined): CalendarDate {
  const clock = dayInChina(environment.now());
  // A variable that is set to nothing is not set; an option without a day is a mistake, and no reason to take another day.
  const typed = option ?? (environment.variables['LEDGER_TODAY'] || undefined);
  if (typed === undefined) return clock;
  const read = readDay(typed, clock);
  if ('problem' in read)
    throw refusal('misuse', read.problem, { field: option === undefined ? 'LEDGER_TODAY' : '--today' });
  return read.value;
}

/** Colours are loaded only where they are shown. */
async function styleOf(environment: Environment, own: Border['own'], given: Given): Promise<Style> {
  const level = levelFor(environment.stdout, colourWish(given));
  return level === 0 ? PLAIN : (await import('./render/colours.ts')).colours(level, own);
}

function colourWish(given: Given): boolean | undefined {
  if (isOn(given, 'no-color')) return false;
  return isOn(given, 'color') ? true : undefined;
}
