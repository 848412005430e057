import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Language } from '../domain/words.ts';

/** One day in a calendar. */
export interface CalendarEvent {
  /** What the event is about, the same whenever it is made: a calendar replaces the event that it has of these parts. */
  readonly identity: readonly string[];
  readonly day: CalendarDate;
  readonly summary: string;
  readonly description: string;
}

/**
 * A calendar of whole days (RFC 5545), the same bytes for the same events: nothing in it is of the moment or the machine.
 * Such days have no zone. Without events there is no calendar, since the standard asks for at least one.
 */
export function calendarFile(
  events: readonly [CalendarEvent, ...CalendarEvent[]],
  language: Language,
): Uint8Array {
  const calendar = new ICalCalendar({
    prodId: { company: 'liaison-ledger', product: 'agenda', language: language.toUpperCase() },
    events: events.map(({ identity, day, summary, description }) => ({
      id: uidOf(identity),
      start: day,
      allDay: true,
      // When the event was last changed; of the moment it would differ in every run.
      stamp: `${day}T00:00:00Z`,
      summary,
      description,
      // A day on which something is due is still free for appointments.
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  });
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

/** A UID of ASCII characters whatever the parts are called: names of towns as the code points of their characters. */
function uidOf(identity: readonly string[]): string {
  const parts = identity.map((part) =>
    part.replace(/[^\w-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`),
  );
  return `${parts.join('.')}@liaison-ledger`;
}
