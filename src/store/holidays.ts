import tables from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { isCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { readFormat } from '../domain/format.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import {
  choiceShape,
  dayShape,
  findingsIn,
  listOf,
  objectOf,
  textShape,
  type Locate,
} from '../domain/shape.ts';
import { workdaysFrom, type HolidayTable, type Workdays } from '../domain/workdays.ts';
import { readDocument } from './document.ts';
import { isThere, placeIn, type Workspace } from './workspace.ts';

const HOLIDAYS_FORMAT = 'liaison-holidays/1';

/** `holidays.json`: the years it speaks of, the days off, and the weekend days that are worked for them. */
const holidays = objectOf({
  format: choiceShape(HOLIDAYS_FORMAT),
  years: listOf(textShape(4, 'text', /^\d{4}$/)),
  off: listOf(dayShape),
  worked: listOf(dayShape),
});

/**
 * The worked days by the State Council's arrangements that ship with the program and, for the years it names, by the
 * workspace's own `holidays.json`. Throws a Refusal `invalid` where that can't be read.
 */
export async function loadWorkdays(workspace: Workspace): Promise<Workdays> {
  const path = workspace.holidays;
  if (!(await isThere(path))) return workdaysFrom([SHIPPED]);
  const { value, locate } = await readDocument(path, placeIn(workspace, path));
  const format = readFormat(value, HOLIDAYS_FORMAT);
  if (format) throw new Refusal('invalid', [error(format, locate.value(['format']))]);
  if (!holidays.accepts(value)) throw new Refusal('invalid', findingsIn(holidays, value, locate));
  const strays = [...outside(value, 'off', locate), ...outside(value, 'worked', locate)];
  if (strays.length > 0) throw new Refusal('invalid', strays);
  return workdaysFrom([SHIPPED, value]);
}

/** A day of a year that the file does not speak of would move nothing, and nobody would notice. */
function outside(table: HolidayTable, key: 'off' | 'worked', locate: Locate): readonly Finding[] {
  return table[key].flatMap((day, index) =>
    table.years.includes(day.slice(0, 4))
      ? []
      : [error({ code: 'holiday-outside-years', day }, locate.value([key, index]))],
  );
}

const SHIPPED: HolidayTable = {
  years: [...new Set(Object.keys(tables.holidays).map((day) => day.slice(0, 4)))],
  off: daysOf(tables.holidays),
  worked: daysOf(tables.workdays),
};

function daysOf(table: object): readonly CalendarDate[] {
  return Object.keys(table).filter(isCalendarDate);
}
