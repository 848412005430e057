import type { Finding } from '../../domain/problem.ts';
import type { DoctorSubject, Messages } from '../../messages/messages.ts';
import { findingText } from './findings.ts';
import { show } from './show.ts';
import type { Style } from './style.ts';
import { pad } from './table.ts';
import { displayWidth } from './width.ts';
import { wrapped } from './wrap.ts';

/** A line of the table as it is to be printed. */
export interface DoctorLine {
  readonly subject: DoctorSubject;
  readonly found?: string;
  readonly skipped?: true;
  readonly findings: readonly Finding[];
}

/** How a line came out. */
export type DoctorState = 'good' | 'doubtful' | 'bad' | 'skipped';

/** At most so many findings are told of one line; a command shows all of them. */
const SHOWN = 3;

/** Text is no wider than this, however wide the window is. */
const WIDEST = 100;

/** How a line came out: by the worst of its findings. */
export function doctorState({ skipped, findings }: DoctorLine): DoctorState {
  if (findings.some(({ severity }) => severity === 'error')) return 'bad';
  if (findings.length > 0) return 'doubtful';
  return skipped === true ? 'skipped' : 'good';
}

/** The table: a word for the state, what was looked at, what was found; below it what is wrong, in whole lines. */
export function doctorTable(
  messages: Messages,
  style: Style,
  lines: readonly DoctorLine[],
  columns: number,
): string {
  const { states, subjects } = messages.doctor;
  const stateWidth = widest(Object.values(states));
  const subjectWidth = widest(lines.map(({ subject }) => subjects[subject]));
  const indent = ' '.repeat(stateWidth + 2);
  const room = Math.min(columns, WIDEST) - stateWidth - 2;
  return lines
    .flatMap((line) => {
      const state = doctorState(line);
      const subject = pad(subjects[line.subject], subjectWidth);
      const found = line.found === undefined ? '' : show(foundText(messages, line.subject, line.found));
      const head = `${PAINT[state](style, pad(states[state], stateWidth))}  ${subject}  ${found}`.trimEnd();
      const told = line.findings.slice(0, SHOWN).map((finding) => findingText(messages, finding));
      const rest = line.findings.length - told.length;
      const more = rest > 0 ? [messages.doctor.more(rest, messages.doctor.commands[line.subject])] : [];
      return [
        head,
        ...[...told, ...more].flatMap((text) => wrapped(text, room).map((part) => indent + part)),
      ];
    })
    .join('\n');
}

function foundText(messages: Messages, subject: DoctorSubject, found: string): string {
  return subject === 'console' || subject === 'disk' ? messages.doctor.found[subject](found) : found;
}

const PAINT: Readonly<Record<DoctorState, (style: Style, text: string) => string>> = {
  good: (style, text) => style.good(text),
  doubtful: (style, text) => style.doubtful(text),
  bad: (style, text) => style.bad(text),
  skipped: (style, text) => style.muted(text),
};

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(displayWidth));
}
