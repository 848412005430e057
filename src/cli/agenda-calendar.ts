import { resolve } from 'node:path';
import { identityOf, type AgendaItem } from '../domain/agenda.ts';
import type { Finding } from '../domain/problem.ts';
import { judgeName } from '../domain/roster.ts';
import { writeOutputs } from '../store/outputs.ts';
import { placeIn } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { ownerOf, type Reading } from './entry-reading.ts';
import { isOn, textOption, type Given } from './given.ts';
import { itemWords } from './render/agenda.ts';
import { show } from './render/show.ts';

/** What became of the calendar that was asked for. */
export interface Made {
  readonly file?: string;
  readonly lines: readonly string[];
  /** What the medium said; nothing where it confirmed. */
  readonly warnings: readonly Finding[];
}

/** Writes the agenda as a calendar, if one was asked for: a file that the tool did not make is only replaced by force. */
export async function makeCalendar(
  context: Context,
  given: Given,
  { workspace, roster, ledgers }: Reading,
  items: readonly AgendaItem[],
): Promise<Made> {
  const typed = textOption(given, 'ics');
  if (typed === undefined) return { lines: [], warnings: [] };
  const { messages, today, language, environment } = context;
  const withJudge = ownerOf(ledgers) === undefined;
  const [first, ...others] = items.map((item) => {
    const { what, headline, basis, note } = itemWords(messages, item, today);
    const name = judgeName(roster, item.judge);
    const { colon } = messages.sentence;
    return {
      identity: identityOf(item),
      day: item.due,
      summary: [...(withJudge ? [show(name)] : []), what, headline].filter((part) => part !== '').join(colon),
      description: [
        messages.agenda.fromBasis(basis),
        note,
        item.about === 'entry' ? item.entry.id : undefined,
      ]
        .filter((line) => line !== undefined)
        .join('\n'),
    };
  });
  if (!first) return { lines: [messages.agenda.notMade], warnings: [] };
  const { calendarFile } = await import('../documents/calendar.ts');
  const path = resolve(environment.cwd, typed);
  const file = placeIn(workspace, path);
  const line = messages.agenda.made(show(file), items.length);
  if (context.dryRun) return { file, lines: [messages.saved.dry(line)], warnings: [] };
  const random = (length: number): string => environment.random(length);
  const bytes = calendarFile([first, ...others], language);
  const making = { force: isOn(given, 'force'), random };
  const warnings = await environment.uninterrupted(() => writeOutputs(workspace, [{ path, bytes }], making));
  return { file, lines: [line], warnings };
}
