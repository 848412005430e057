import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { calendarFile, type CalendarEvent } from '../../src/documents/calendar.ts';
import { hostileText } from '../support/arbitraries.ts';
import { day } from '../support/builders.ts';
import { componentsIn, contentLines, foldedLines } from './ics.ts';

const EVENT: CalendarEvent = {
  identity: ['li-min', 'mediationDue', 'mediation-240901-e1e1'],
  day: day('2024-10-08'),
  summary: '办结委派（委托）调解：太平镇立案前委派调解：民间借贷纠纷',
  description:
    '依据：最高人民法院关于人民法院特邀调解的规定第二十七条，民事诉讼法第八十五条\nmediation-240901-e1e1',
};

/** The events of a calendar that was made of these. */
function eventsOf(first: CalendarEvent, ...others: readonly CalendarEvent[]) {
  return componentsIn(calendarFile([first, ...others], 'zh')).events;
}

test('a whole calendar, as it is written', () => {
  expect(new TextDecoder().decode(calendarFile([EVENT], 'zh')).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//liaison-ledger//agenda//ZH',
    'BEGIN:VEVENT',
    'UID:li-min.mediationDue.mediation-240901-e1e1@liaison-ledger',
    'SEQUENCE:0',
    'DTSTAMP:20241008T000000Z',
    'DTSTART;VALUE=DATE:20241008',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    'SUMMARY:办结委派（委托）调解：太平镇立案前委派调解：',
    ' 民间借贷纠纷',
    'TRANSP:TRANSPARENT',
    'DESCRIPTION:依据：最高人民法院关于人民法院特邀调解的',
    ' 规定第二十七条，民事诉讼法第八十五条\\nmediation-240901-e',
    ' 1e1',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Africa/Cairo'])(
  'the same events are the same bytes and days in %s',
  (zone) => {
    const before = calendarFile([EVENT, { ...EVENT, day: day('2024-01-01') }], 'zh');
    vi.stubEnv('TZ', zone);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const bytes = calendarFile([EVENT, { ...EVENT, day: day('2024-01-01') }], 'zh');
    expect(bytes).toEqual(before);
    expect(componentsIn(bytes).events[1]).toMatchObject({
      'DTSTART;VALUE=DATE': '20240101',
      DTSTAMP: '20240101T000000Z',
    });
  },
);

test('what means something in a calendar is escaped', () => {
  const [event] = eventsOf({ ...EVENT, summary: 'a,b;c\\d', description: 'one\ntwo' });
  expect(event).toMatchObject({ SUMMARY: 'a\\,b\\;c\\\\d', DESCRIPTION: 'one\\ntwo' });
});

describe('a UID', () => {
  const uidOf = (...identity: readonly string[]) => eventsOf({ ...EVENT, identity })[0]?.['UID'];

  test('is of ASCII whatever a town is called', () => {
    expect(uidOf('li-min', 'quota', '2024Q3', '太平镇')).toBe(
      'li-min.quota.2024Q3.~592a~5e73~9547@liaison-ledger',
    );
    expect(uidOf('an', 'quota', '', 'A.b;c')).toBe('an.quota..A~2eb~3bc@liaison-ledger');
  });

  test('tells parts apart that would read the same in a row', () => {
    expect(uidOf('a', 'b.c')).not.toBe(uidOf('a.b', 'c'));
  });
});

test('whatever is in a text, lines are of at most 75 octets, no character is torn, and the text comes back', () => {
  const texts = fc.oneof(hostileText, fc.string({ unit: 'grapheme', maxLength: 200 }));
  fc.assert(
    fc.property(texts, texts, (summary, description) => {
      const wellFormed = (text: string) =>
        Buffer.from(text)
          .toString()
          .replace(/\r\n|\r/gu, '\n');
      const bytes = calendarFile([{ ...EVENT, summary, description }], 'zh');
      for (const line of foldedLines(bytes)) {
        expect(line.byteLength).toBeLessThanOrEqual(75);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow();
      }
      const lines = contentLines(bytes);
      const unescaped = (name: string) =>
        (lines.find((line) => line.startsWith(`${name}:`)) ?? `${name}:`)
          .slice(name.length + 1)
          .replace(/\\(.)/gu, (_, character: string) => (character === 'n' ? '\n' : character));
      expect(unescaped('SUMMARY')).toBe(wellFormed(summary));
      expect(unescaped('DESCRIPTION')).toBe(wellFormed(description));
    }),
  );
});
