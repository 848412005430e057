import { agenda as agendaOf, type AgendaItem, type EntryItem } from '../../domain/agenda.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { shortReference } from '../../domain/ledger.ts';
import { refusal } from '../../domain/problem.ts';
import { judgeName } from '../../domain/roster.ts';
import { foldTyped } from '../../domain/typed-text.ts';
import { ledgerNames } from '../../store/ledgers.ts';
import type { Command } from '../command.ts';
import { makeCalendar } from '../agenda-calendar.ts';
import { colleaguesOf, ownerOf, readableLedgers, type Reading } from '../entry-reading.ts';
import type { Context } from '../context.ts';
import { textOption, type Given } from '../given.ts';
import { itemJson } from '../render/agenda.ts';
import { agendaLines } from '../render/agenda-lines.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';
import { workdaysOf } from '../workdays.ts';

/** `ledger agenda`: what is overdue or due soon, of one judge or of all; also as a calendar file. */
export const agenda: Command = {
  options: [
    {
      name: 'days',
      value: { zh: '天数', en: 'N' },
      help: {
        zh: '列出多少天内到期的，0至366；不写为30',
        en: 'how many days ahead, 0 to 366; 30 unless said',
      },
    },
    {
      name: 'ics',
      value: { zh: '文件', en: 'FILE' },
      help: { zh: '另存为日历文件（.ics）', en: 'write a calendar file (.ics) too' },
    },
    {
      name: 'force',
      short: 'f',
      help: { zh: '覆盖已有的文件', en: 'replace a file that is there' },
    },
  ],
  examples: ['agenda --judge li-min --today 2024-09-18', 'agenda --days 7 --today 2024-09-18'],
  run: async (context, given) => {
    const { messages, today, kinds } = context;
    const days = daysFor(given);
    const reading = await readableLedgers(context);
    const { workspace, roster, ledgers, notes } = reading;
    const { items, findings } = agendaOf({
      kinds,
      roster,
      ledgers,
      colleagues: await colleaguesOf(context, reading),
      workdays: await workdaysOf(workspace),
      today,
      days,
    });
    const hasOthers = (await ledgerNames(workspace)).length > 1;
    const made = await makeCalendar(context, given, reading, items);
    return {
      json: {
        items: items.map((item) => itemJson(messages, item, today)),
        ...(findings.length === 0 ? {} : { warnings: findings.map((one) => findingJson(messages, one)) }),
        ...(made.file === undefined ? {} : { file: made.file }),
      },
      text: [textOf(context, reading, { items, days, hasOthers }), ...made.lines].join('\n'),
      notes: [...notes, ...findingLines(messages, [...findings, ...made.warnings])],
      exit: reading.isPartial || made.warnings.length > 0 ? 7 : 0,
    };
  },
};

function daysFor(given: Given): number {
  const typed = textOption(given, 'days');
  if (typed === undefined) return USUAL_DAYS;
  const folded = foldTyped(typed);
  if (!/^\d{1,3}$/.test(folded) || Number(folded) > MOST_DAYS) {
    const range = { least: 0, most: MOST_DAYS };
    throw refusal('misuse', { code: 'number-invalid', found: typed, range }, { field: '--days' });
  }
  return Number(folded);
}

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

function textOf(
  context: Context,
  { roster, ledgers }: Reading,
  { items, days, hasOthers }: { items: readonly AgendaItem[]; days: number; hasOthers: boolean },
): string {
  const { messages, style, today, environment } = context;
  const words = messages.agenda;
  const nameOf = (id: string): string => judgeName(roster, id);
  const owner = ownerOf(ledgers);
  const title = words.title(owner === undefined ? undefined : show(nameOf(owner)), today);
  if (items.length === 0) return `${title}${messages.sentence.colon}${words.none(days)}`;
  const referenceOf = (item: EntryItem): string => shortReference(ledgers, item.entry);
  const { isTerminal, columns } = environment.stdout;
  const layout = {
    today,
    days,
    columns: isTerminal ? Math.min(columns, MOST_COLUMNS) : MOST_COLUMNS,
    withJudge: owner === undefined,
    withBasis: context.debug,
    nameOf,
    referenceOf,
  };
  const first = items.find((item) => item.about === 'entry');
  const next =
    owner === undefined
      ? [words.one]
      : first
        ? [words.next(closing(first, referenceOf(first), hasOthers ? owner : undefined, today))]
        : [];
  const overdue = items.filter((item) => item.overdue).length;
  return [
    style.heading(title),
    ...agendaLines(messages, style, items, layout),
    '',
    messages.sentence.join([words.count(items.length, overdue), ...next]),
  ].join('\n');
}

/** More is hard to read in one line, however wide the screen is. */
const MOST_COLUMNS = 90;

/** The command by which an item is noted as done: `report` where telling the contact leader is all that is missing. */
function closing(item: EntryItem, reference: string, judge: string | undefined, today: CalendarDate): string {
  const { kind, entry, clock } = item;
  const { reported } = kind;
  const isReport = reported !== undefined && clock.done({ ...entry.values, [reported]: today });
  const owner = judge === undefined ? [] : ['--judge', judge];
  return ['ledger', kind.id, isReport ? 'report' : 'edit', reference, ...owner].join(' ');
}
