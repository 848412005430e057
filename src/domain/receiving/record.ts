import type { CalendarDate } from '../calendar-date.ts';
import {
  choiceShape,
  dayShape,
  digestShape,
  judgeIdShape,
  listOf,
  objectOf,
  optional,
  quarterShape,
  textShape,
  timestampShape,
  wholeNumberShape,
  type Of,
} from '../shape.ts';

/** The format of a line of `submissions/received.jsonl` that this version reads and writes. */
export const RECEIVED_FORMAT = 'liaison-received/1';

/** What became of a file that was brought. */
export const VERDICTS = [
  'accepted',
  'superseded',
  'duplicate',
  'rejected',
  'conflict',
  'quarantined',
  'skipped',
] as const;

/** What became of a file that was brought. */
export type Verdict = (typeof VERDICTS)[number];

const head = { format: choiceShape(RECEIVED_FORMAT), at: timestampShape };

/** A file that came: of a sealed one where its copy lies, of any other only what was wrong with it. */
export const receivedShape = objectOf({
  ...head,
  event: choiceShape('received'),
  /** 收件日 here. */
  on: dayShape,
  /** 立案庭收件日, where it is known by then. */
  filingOn: optional(dayShape),
  /** The name it came under. */
  came: textShape(255),
  /** Its copy, below `submissions`; only what is sealed has one. */
  file: optional(textShape(255)),
  seal: optional(digestShape),
  /** SHA-256 of the bytes of what is not kept. */
  sha256: optional(digestShape),
  judge: optional(judgeIdShape),
  quarter: optional(quarterShape),
  attempt: optional(wholeNumberShape(1, 999)),
  verdict: choiceShape(...VERDICTS),
  /** The code of the problem. */
  reason: optional(textShape(60)),
});

/** The day on which the filing division had a submission that was received before, learned later. */
export const filedShape = objectOf({
  ...head,
  event: choiceShape('filed'),
  seal: digestShape,
  filingOn: dayShape,
});

/** That of several which can't both stand this one does; `over` are the seals of the others. */
export const acceptShape = objectOf({
  ...head,
  event: choiceShape('accept'),
  on: dayShape,
  seal: digestShape,
  over: listOf(digestShape),
});

/** 退回: that a submission was given back for its content. */
export const returnShape = objectOf({
  ...head,
  event: choiceShape('return'),
  on: dayShape,
  seal: digestShape,
  reason: textShape(1000),
});

/** The shapes of a line, by its event. */
export const RECORD_SHAPES = {
  received: receivedShape,
  filed: filedShape,
  accept: acceptShape,
  return: returnShape,
} as const;

/** One line of the record of what came, when, and what was decided. */
export type ReceivedRecord =
  Of<typeof receivedShape> | Of<typeof filedShape> | Of<typeof acceptShape> | Of<typeof returnShape>;

/** The shape for an event; undefined for one that this version does not know. */
export function recordShape(event: unknown) {
  return Object.entries(RECORD_SHAPES).find(([name]) => name === event)?.[1];
}

/** One line of the record, with its line break. */
export function recordToLine(record: ReceivedRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** What the record says of the sealed submissions it names. */
export interface ReceivedFacts {
  /** By seal: where the copy lies below `submissions`, and the first day on which it came. */
  readonly files: ReadonlyMap<string, { readonly file: string; readonly on: CalendarDate }>;
  /** 立案庭收件日 by seal, the first that is known. */
  readonly filed: ReadonlyMap<string, CalendarDate>;
  readonly decisions: Decisions;
}

/** What people decided about sealed submissions, in the order of the record. */
export interface Decisions {
  readonly accepted: readonly { readonly seal: string; readonly over: readonly string[] }[];
  /** By seal. */
  readonly returned: ReadonlyMap<string, { readonly on: CalendarDate; readonly reason: string }>;
}

/** Sums the record up. Whatever order files came in, the first day of each counts. */
export function factsOf(records: readonly ReceivedRecord[]): ReceivedFacts {
  const files = new Map<string, { file: string; on: CalendarDate }>();
  const filed = new Map<string, CalendarDate>();
  const accepted: { seal: string; over: readonly string[] }[] = [];
  const returned = new Map<string, { on: CalendarDate; reason: string }>();
  const noteFiled = (seal: string, day: CalendarDate): void => {
    const known = filed.get(seal);
    if (known === undefined || day < known) filed.set(seal, day);
  };
  for (const record of records) {
    if (record.event === 'received') {
      const { seal, file, on, filingOn } = record;
      if (seal === undefined || file === undefined) continue;
      const known = files.get(seal);
      files.set(seal, { file: known?.file ?? file, on: known && known.on < on ? known.on : on });
      if (filingOn !== undefined) noteFiled(seal, filingOn);
    } else if (record.event === 'filed') noteFiled(record.seal, record.filingOn);
    else if (record.event === 'accept') accepted.push({ seal: record.seal, over: record.over });
    else returned.set(record.seal, { on: record.on, reason: record.reason });
  }
  return { files, filed, decisions: { accepted, returned } };
}
