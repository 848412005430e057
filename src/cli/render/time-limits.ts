import { daysBetween, type CalendarDate } from '../../domain/calendar-date.ts';
import type { TimeLimit } from '../../domain/time-limits.ts';
import type { Messages } from '../../messages/messages.ts';
import { pad } from './table.ts';
import { displayWidth } from './width.ts';

/** The clocks of an entry, under one head: what, by when, whether it is done, and what the day rests on. */
export function limitLines(
  messages: Messages,
  limits: readonly TimeLimit[],
  today: CalendarDate,
): readonly string[] {
  const { agenda, language, sentence } = messages;
  if (limits.length === 0) return [];
  const width = Math.max(...limits.map(({ clock }) => displayWidth(clock.what[language])));
  return [
    `${agenda.limits}${sentence.colon}`.trimEnd(),
    ...limits.flatMap((limit) => {
      const { clock, due, done } = limit;
      const state = done ? agenda.done : agenda.open(agenda.left(daysBetween(today, due.on)));
      const note = noteOf(messages, limit);
      return [
        `  ${pad(clock.what[language], width)}  ${due.on}  ${state}`,
        `    ${agenda.fromBasis(clock.basis[language])}`,
        ...(note === undefined ? [] : [`    ${agenda.note(note)}`]),
      ];
    }),
  ];
}

/** A clock of an entry as JSON. */
export function limitJson(
  messages: Messages,
  limit: TimeLimit,
  today: CalendarDate,
): Record<string, unknown> {
  const { clock, due, done } = limit;
  const note = noteOf(messages, limit);
  return {
    clock: clock.id,
    what: clock.what[messages.language],
    due: due.on,
    done,
    overdue: !done && due.on < today,
    basis: clock.basis[messages.language],
    ...(note === undefined ? {} : { note }),
  };
}

function noteOf(messages: Messages, { due, unusual }: TimeLimit): string | undefined {
  const notes = [
    ...(due.note ? [due.note[messages.language]] : []),
    ...(unusual ? [messages.agenda.unusual(unusual, undefined)] : []),
  ];
  return notes.length === 0 ? undefined : messages.agenda.notes(notes);
}
