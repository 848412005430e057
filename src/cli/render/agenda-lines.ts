import type { AgendaItem, EntryItem } from '../../domain/agenda.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Messages } from '../../messages/messages.ts';
import { itemWords } from './agenda.ts';
import { show } from './show.ts';
import type { Style } from './style.ts';
import { pad } from './table.ts';
import { displayWidth } from './width.ts';
import { wrapped } from './wrap.ts';

/** How the agenda is laid out. */
export interface AgendaLayout {
  readonly today: CalendarDate;
  /** So many days ahead were asked for. */
  readonly days: number;
  /** Columns of the screen. */
  readonly columns: number;
  /** Each line says whose it is. */
  readonly withJudge: boolean;
  readonly withBasis: boolean;
  nameOf(judge: string): string;
  /** The shortest way to name the entry to a command. */
  referenceOf(item: EntryItem): string;
}

/** The items in groups, the most urgent first, one a line with what should be known of its day below it. */
export function agendaLines(
  messages: Messages,
  style: Style,
  items: readonly AgendaItem[],
  layout: AgendaLayout,
): readonly string[] {
  const { groups } = messages.agenda;
  const { days } = layout;
  const near = Math.min(days, NEAR);
  const rows = sharingLines(items).map((shared) => rowOf(messages, shared, layout));
  const widest = (text: (row: Row) => string): number =>
    Math.max(0, ...rows.map((row) => displayWidth(text(row))));
  const widths = {
    day: widest(({ day }) => day),
    left: widest(({ left }) => left),
    judge: widest(({ judge }) => judge),
  };
  const group = (from: number, to: number, title: (count: number) => string): readonly string[] => {
    const own = rows.filter(({ items: [{ daysLeft }] }) => daysLeft >= from && daysLeft <= to);
    if (own.length === 0) return [];
    const count = own.reduce((sum, row) => sum + row.items.length, 0);
    return ['', title(count), ...own.flatMap((row) => linesOf(row, widths, layout))];
  };
  return [
    ...group(-Infinity, -1, (count) => style.bad(groups.overdue(count))),
    ...group(0, 0, (count) => style.doubtful(groups.today(count))),
    ...group(1, near, (count) => style.heading(groups.within(near, count))),
    ...group(near + 1, days, (count) => style.heading(groups.within(days, count))),
    ...group(Math.max(days, 0) + 1, Infinity, (count) => style.heading(groups.warned(count))),
  ];
}

/** A week is what one plans for. */
const NEAR = 7;

/** What stands on one line: an item, or the same one of several judges. */
type Shared = readonly [AgendaItem, ...AgendaItem[]];

interface Row {
  readonly items: Shared;
  readonly day: string;
  readonly left: string;
  readonly judge: string;
  /** What is to be done with what, and the reference of the entry; then, each on lines of its own, what should be known of it. */
  readonly texts: readonly string[];
}

/** All who still have to hand in a quarter share a line: a dozen lines that differ by a name would bury the others. */
function sharingLines(items: readonly AgendaItem[]): readonly Shared[] {
  const lines: [AgendaItem, ...AgendaItem[]][] = [];
  for (const item of items) {
    const line = lines.find(
      ([first]) => first.about === 'submission' && item.about === 'submission' && first.due === item.due,
    );
    if (line) line.push(item);
    else lines.push([item]);
  }
  return lines;
}

function rowOf(messages: Messages, items: Shared, layout: AgendaLayout): Row {
  const { agenda, list, sentence } = messages;
  const [item] = items;
  const { what, headline, basis, note } = itemWords(messages, item, layout.today);
  const names = items.map(({ judge }) => show(layout.nameOf(judge)));
  const isShared = names.length > 1;
  const text = [what, isShared ? list.join(names) : headline]
    .filter((part) => part !== '')
    .join(sentence.colon);
  return {
    items,
    day: agenda.day(item.due, layout.today),
    left: agenda.left(item.daysLeft),
    judge: !layout.withJudge ? '' : isShared ? agenda.judges(names.length) : (names[0] ?? ''),
    texts: [
      item.about === 'entry' ? agenda.entry(text, layout.referenceOf(item)) : text,
      ...(note === undefined ? [] : [agenda.note(note)]),
      ...(layout.withBasis ? [agenda.fromBasis(basis)] : []),
    ],
  };
}

function linesOf(
  { day, left, judge, texts }: Row,
  widths: { readonly day: number; readonly left: number; readonly judge: number },
  { columns, withJudge }: AgendaLayout,
): readonly string[] {
  const before = [
    `  ${pad(day, widths.day)}`,
    pad(left, widths.left),
    ...(withJudge ? [pad(judge, widths.judge)] : []),
    '',
  ].join('  ');
  const indent = ' '.repeat(displayWidth(before));
  const room = Math.max(columns - indent.length, LEAST_ROOM);
  const lines = texts.flatMap((text) => wrapped(text, room));
  return lines.map((line, index) => (index === 0 ? before : indent) + line);
}

/** However narrow the screen is. */
const LEAST_ROOM = 20;
