import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Op } from '../domain/entry.ts';
import type { Edition } from '../domain/masking/edition.ts';
import type { YearSource } from '../domain/imports/sheet-title.ts';
import type { HiddenSort } from '../domain/masking/spans.ts';
import type { Problem, ProblemCode } from '../domain/problem.ts';
import type { ValueKind } from '../domain/problems/ledger.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { QuotaRow } from '../domain/quota.ts';
import type { Verdict } from '../domain/receiving/record.ts';
import type { SubmissionState } from '../domain/receiving/status.ts';
import type { SubmissionDay } from '../domain/submission-day.ts';
import type { Direction } from '../domain/undoing.ts';
import type { Language } from '../domain/words.ts';
import type { UnusualDay } from '../domain/workdays.ts';

/** The words of one problem: what was found, what is expected (with an example), and what to do next. */
export interface ProblemWords {
  readonly what: string;
  readonly expected?: string;
  readonly next?: string;
}

/** Every problem by its code, so that a language without words for one does not compile. */
export type ProblemMap = { [Each in Problem as Each['code']]: Each };

/** The groups of commands in the help. */
export type CommandGroup = 'record' | 'remind' | 'report' | 'office' | 'upkeep';

/** What `doctor` looks at. */
export type DoctorSubject =
  'program' | 'console' | 'folder' | 'saving' | 'disk' | 'clock' | 'roster' | 'templates' | 'locks';

/** Every word a user sees, in one language; labels, choices and heads of a kind stand in its definition. */
export interface Messages {
  readonly language: Language;
  readonly problems: { readonly [Code in ProblemCode]: (problem: ProblemMap[Code]) => ProblemWords };
  /** What a value is expected to be, with an example. */
  readonly expects: Readonly<Record<ValueKind, string>>;
  /** Kind and length of a value that was found: `text:18` is text of 18 characters. */
  found(description: string): string;
  readonly severity: Readonly<Record<'error' | 'warning', string>>;
  /** Where something was found, in front of a message. */
  readonly where: {
    line(line: number, column: number | undefined): string;
    entry(id: string): string;
    field(name: string): string;
    sheetCell(sheet: string, cell: string | undefined): string;
    judge(id: string): string;
  };
  readonly list: { join(items: readonly string[]): string; more(count: number): string };
  readonly sentence: { join(parts: readonly string[]): string; colon: string };
  /** A day; with its year where that is not today's, so that one typed without a year is seen for what it became. */
  day(date: CalendarDate, today?: CalendarDate): string;
  quarter(quarter: Quarter): string;
  readonly ask: {
    readonly judge: string;
    readonly optional: string;
    readonly townItself: string;
    readonly review: string;
    readonly save: string;
    readonly change: string;
    readonly changeWhich: string;
    readonly drop: string;
    readonly done: string;
    readonly reason: string;
    readonly reasonRequired: string;
    readonly yes: string;
    readonly no: string;
    /** A question with what can be typed to answer it. */
    confirmed(question: string): string;
    /** Where the answer was neither. */
    readonly yesOrNo: string;
    readonly goOn: string;
    readonly changeFirst: string;
    removeWhich(headline: string): string;
    /** `sign` is the file that an editor laid beside the ledger. */
    editorOpen(sign: string): string;
    withHint(label: string, hint: string): string;
    required(label: string): string;
    asTyped(text: string): string;
    /** In place of a list that nothing of what was typed is in; choosing it asks again. */
    notListed(text: string): string;
    readonly leaveEmpty: string;
    readonly keys: Readonly<Record<'navigate' | 'select' | 'some', string>>;
  };
  readonly saved: {
    /** While another program or another run keeps us from writing. */
    readonly waiting: string;
    /** With the reference by which commands know the entry; in a rehearsal it has none yet. */
    added(day: string, headline: string, reference: string | undefined): string;
    edited(headline: string, fields: readonly string[]): string;
    removed(headline: string, restore: string): string;
    restored(headline: string): string;
    reported(headline: string, day: string): string;
    readonly unchanged: string;
    readonly already: string;
    /** In front of what a dry run would have done. */
    dry(text: string): string;
    quota(row: QuotaRow, quarter: Quarter, current: boolean): string;
    nextReport(command: string): string;
    /** What must be done next, and the last day for it. */
    limit(what: string, due: CalendarDate, today: CalendarDate): string;
  };
  readonly entries: {
    count(shown: number, total: number): string;
    readonly none: string;
    readonly id: string;
    readonly judge: string;
    readonly history: string;
    readonly removed: string;
    readonly op: Readonly<Record<Op, string>>;
    historyLine(rev: number, at: string, op: string, reason: string | undefined): string;
    change(label: string, from: string, to: string): string;
    readonly nothing: string;
  };
  /** What commands did to a ledger, one step a command. */
  readonly steps: {
    readonly heads: Readonly<Record<'step' | 'at' | 'what' | 'entries' | 'about', string>>;
    /** 撤销第12步 */
    back(direction: Direction, step: number): string;
    /** Behind a step that was undone. */
    readonly isUndone: string;
    /** The first of several entries of a step. */
    first(headline: string, count: number): string;
    /** Above what undo or redo changes. */
    preview(direction: Direction, step: number, at: string, op: string): string;
    takenOut(reason: string): string;
    readonly putBack: string;
    ask(direction: Direction, entries: number): string;
    /** What was done, and the command that takes it back. */
    done(direction: Direction, step: number, op: string, about: string, reverse: string): string;
    readonly none: string;
    /** Below the list. */
    next(step: number, command: string): string;
  };
  readonly merge: {
    /** How many of the other ledger's entries are new, newer, older and the same. */
    plan(counts: Readonly<Record<'added' | 'newer' | 'older' | 'same', number>>): string;
    resolved(conflicts: number, prefer: 'mine' | 'theirs'): string;
    readonly goOn: string;
    /** The other PC erased values by law, which the backups here still tell. */
    erased(commands: readonly string[]): string;
    done(changed: number): string;
    readonly nothing: string;
  };
  readonly submit: {
    /** Above what will be handed in. */
    heading(quarter: Quarter, attempt: number, asOf: CalendarDate): string;
    quota(town: string, verdict: string): string;
    unreported(entries: number): string;
    problems(text: string): string;
    findings(count: number): string;
    ask(attempt: number): string;
    done(attempt: number, entries: number, code: string): string;
    /** The last attempt told the same. */
    same(attempt: number, code: string): string;
    files(file: string, copy: string): string;
    /** The quarter before was handed in anew first, with what was entered since. */
    supplement(quarter: Quarter, attempt: number, entries: number, code: string): string;
    /** `left` is negative once the last day for it is over. */
    /** Where the cover sheets are, and what to do with them. */
    cover(files: readonly string[]): string;
    due(on: CalendarDate, left: number): string;
  };
  readonly receive: {
    /** What became of a file, in a line: `李敏 2024年第三季度 第1次（…json）：已接收，核对码 …`. */
    line(file: string, about: string | undefined, verdict: string): string;
    about(judge: string, quarter: Quarter, attempt: number, code: string): string;
    readonly verdicts: Readonly<Record<Verdict, string>>;
    /** How many files of each verdict there were. */
    summary(counts: readonly (readonly [Verdict, number])[]): string;
    /** Another office's record was read. */
    readonly record: string;
    readonly nothing: string;
    receipts(folder: string, files: number): string;
    /** Which of several that contradict each other is to stand, with their seal codes. */
    choose(judge: string, codes: readonly string[]): string;
    askAccept(judge: string, quarter: Quarter, attempt: number, others: number): string;
    askReturn(judge: string, quarter: Quarter, attempt: number): string;
    accepted(judge: string, quarter: Quarter, attempt: number): string;
    returned(judge: string, quarter: Quarter, attempt: number): string;
    notice(file: string): string;
    /** What to do next. */
    next(quarter: Quarter): string;
  };
  readonly status: {
    title(quarter: Quarter, due: CalendarDate): string;
    readonly heads: Readonly<
      Record<'judge' | 'towns' | 'state' | 'attempt' | 'received' | 'late' | 'entries' | 'code', string>
    >;
    readonly states: Readonly<Record<SubmissionState, string>>;
    /** Behind a day: out of whose record it is. */
    readonly by: Readonly<Record<'filing' | 'office', string>>;
    readonly joined: string;
    readonly none: string;
    attempt(attempt: number): string;
    late(days: number): string;
    counts(counts: {
      readonly owing: number;
      readonly submitted: number;
      readonly returned: readonly string[];
      readonly conflict: readonly string[];
      readonly missing: readonly string[];
    }): string;
    judge(name: string, towns: readonly string[]): string;
    /** 催报, to be copied into a message. */
    callUp(call: {
      readonly quarter: Quarter;
      readonly asOf: CalendarDate;
      readonly due: CalendarDate;
      readonly names: readonly string[];
    }): string;
  };
  readonly appraise: {
    readonly heads: Readonly<
      Record<'judge' | 'quarter' | 'visits' | 'state' | 'late' | 'reports' | 'overdue' | 'entries', string>
    >;
    readonly unreported: string;
    /** Visits that the contact leader was told of in time, late, and not yet. */
    reports(reports: { readonly inTime: number; readonly late: number; readonly open: number }): string;
    /** What it is, and what it is not. */
    readonly facts: string;
  };
  readonly redact: {
    readonly field: string;
    ask(label: string, headline: string): string;
    done(label: string, headline: string, backups: number): string;
    readonly also: string;
    /** Entries and fields, in words, that hold the same text. */
    elsewhere(places: readonly string[]): string;
    /** Files that still hold the value and were not changed. */
    still(files: readonly string[]): string;
  };
  readonly search: { readonly heads: Readonly<Record<'kind' | 'day' | 'headline' | 'found', string>> };
  readonly quota: {
    title(quarter: Quarter, from: CalendarDate, to: CalendarDate): string;
    readonly heads: Readonly<
      Record<'town' | 'judges' | 'done' | 'required' | 'missing' | 'talks' | 'verdict', string>
    >;
    /** 已达3次 · 截至9月18日尚差1次 · 未达3次, the last only after the quarter's end. */
    verdict(row: QuotaRow, asOf: CalendarDate): string;
    readonly unreported: string;
    summary(met: number, all: number, daysLeft: number): string;
    readonly none: string;
  };
  readonly agenda: {
    /** `name` is the judge's; undefined where it is everybody's. */
    title(name: string | undefined, today: CalendarDate): string;
    /** 9月20日 周五, with the year where it is not this one. */
    day(date: CalendarDate, today: CalendarDate): string;
    /** 超期8天 · 今天 · 还有2天 */
    left(daysLeft: number): string;
    readonly groups: {
      overdue(count: number): string;
      today(count: number): string;
      within(days: number, count: number): string;
      /** Due later than was asked for, but warned of by now. */
      warned(count: number): string;
    };
    /** What is to be done, with the reference by which a command knows the entry. */
    entry(what: string, reference: string): string;
    note(note: string): string;
    judges(count: number): string;
    missing(row: QuotaRow): string;
    handIn(quarter: Quarter): string;
    supplement(quarter: Quarter, entries: number): string;
    readonly basis: Readonly<Record<'quota' | 'submission', string>>;
    fromBasis(basis: string): string;
    /** `act` is what is to be done before a rest day; nothing where that day is over. */
    unusual(day: UnusualDay, act: 'handIn' | 'do' | undefined): string;
    moved(submission: SubmissionDay): string;
    readonly shared: string;
    notes(notes: readonly string[]): string;
    none(days: number): string;
    count(count: number, overdue: number): string;
    next(command: string): string;
    readonly one: string;
    made(path: string, count: number): string;
    readonly notMade: string;
    /** The clocks of one entry, as `show` prints them. */
    readonly limits: string;
    readonly done: string;
    open(left: string): string;
  };
  readonly roster: {
    readonly heads: Readonly<
      Record<'town' | 'leaders' | 'posted' | 'liaisons' | 'villages' | 'circuitPoint', string>
    >;
    /** A name with its days where it served for a part of the period only. */
    served(name: string, from: CalendarDate | undefined, to: CalendarDate | undefined): string;
    title(court: string, quarter: Quarter): string;
    summary(towns: number, liaisons: number, points: number): string;
  };
  readonly import: {
    /** Before how many rows of which kinds a file has. */
    read(file: string): string;
    result(added: number, skipped: number, refused: number): string;
    /** So many days without a year were taken to be of this one, by what told it. */
    year(days: number, year: number, from: YearSource): string;
    leftOut(counts: { readonly rows: number; readonly columns: number; readonly sheets: number }): string;
    marked(paths: readonly string[]): string;
    /** The sheet that the copy has in front. */
    readonly list: {
      readonly name: string;
      title(file: string): string;
      readonly heads: readonly [string, string, string, string, string, string];
    };
    /** What to do once rows were written: `kind` is the id of one of them; in a dry run, without the option. */
    next(kind: string): string;
    readonly nextDry: string;
    /** Behind the errors, where nothing was written. */
    nothing(errors: number): string;
    /** What to do once the mistakes are put right; `skip` where only rows are wrong, and others could be imported. */
    again(skip: boolean): string;
    /** `samples` are texts that stand in the column. */
    whichField(sheet: string, head: string, samples: readonly string[]): string;
    /** A field that the column is nearly sure to hold. */
    likely(field: string): string;
    readonly notNow: string;
    readonly leaveOut: string;
    /** What was remembered, with its line of the file; without a field the column is left out. */
    learnt(
      file: string,
      heads: readonly { readonly head: string; readonly line: number; readonly field?: string }[],
    ): string;
  };
  readonly backup: {
    /** Whose backups they are, and what lies where the ledger should. */
    current(
      name: string,
      state: { readonly seq: number; readonly entries: number } | 'missing' | 'damaged',
    ): string;
    readonly heads: Readonly<Record<'seq' | 'day' | 'changed' | 'entries' | 'bytes' | 'state', string>>;
    readonly states: Readonly<Record<'sound' | 'damaged' | 'lastOfDay' | 'submitted', string>>;
    readonly none: string;
    next(reference: string, judge: string): string;
    nothingSound(state: 'missing' | 'damaged'): string;
    /** What becomes of which entries, by their ids. */
    readonly differences: Readonly<
      Record<'added' | 'removed' | 'changed', (ids: readonly string[]) => string>
    >;
    ask(seq: number): string;
    readonly same: string;
    restored(from: number, to: number): string;
    /** The version saved last lies nowhere any more. */
    lost(seq: number): string;
    kept(path: string): string;
  };
  readonly unlock: {
    readonly none: string;
    found(file: string): string;
    holder(holder: {
      readonly command: string;
      readonly host: string;
      readonly pid: number;
      readonly startedAt: string;
      readonly here: boolean;
      readonly alive: boolean;
    }): string;
    /** `text` is the beginning of what lies there. */
    unreadable(text: string): string;
    readonly ask: string;
    removed(file: string): string;
  };
  readonly repair: {
    readonly none: string;
    /** What the file says once it is read in this encoding. */
    ledger(file: string, entries: number, name: string): string;
    roster(file: string, towns: number, judges: number): string;
    other(file: string): string;
    ask(encoding: string): string;
    done(file: string, kept: string): string;
  };
  readonly check: { counts(errors: number, warnings: number): string };
  readonly doctor: {
    readonly states: Readonly<Record<'good' | 'doubtful' | 'bad' | 'skipped', string>>;
    readonly subjects: Readonly<Record<DoctorSubject, string>>;
    readonly found: { console(columns: string): string; disk(free: string): string };
    /** How many more there are, and the command that lists them, where there is one. */
    more(count: number, command: string | undefined): string;
    readonly commands: Readonly<Partial<Record<DoctorSubject, string>>>;
  };
  readonly consolidate: {
    /** What was merged, before how many rows of which kinds it came to. */
    merged(
      term: { readonly quarter: Quarter; readonly year?: number },
      read: { readonly submissions: number; readonly ledgers: number },
    ): string;
    readonly totalsEnd: string;
    readonly noRows: string;
    total(name: string, rows: number): string;
    unreported(names: readonly string[]): string;
    unread(files: readonly string[]): string;
    shortTown(town: string, done: number): string;
    short(towns: readonly string[], asOf: CalendarDate, over: boolean): string;
    readonly allMet: string;
    findings(count: number, year: number | undefined): string;
    workbooks(dryRun: boolean): string;
  };
  readonly masking: {
    readonly sorts: Readonly<Record<HiddenSort, string>>;
    /** 姓名3处 */
    counted(sort: string, count: number): string;
    /** Before the texts that are listed for a person to look at. */
    heading(edition: Edition, texts: number): string;
    item(item: {
      readonly number: number;
      readonly ledger: string;
      readonly entry: string;
      readonly judge: string;
      readonly field: string;
      readonly hidden: readonly string[];
      /** It may still name somebody. */
      readonly isDoubtful: boolean;
      /** It is a field of persons that can't be read: the names in it may stand in other texts. */
      readonly isUnread: boolean;
    }): string;
    doubtful(count: number): string;
    further(count: number): string;
    /** Texts that the edition shows as the ledgers say them are not listed on a terminal. */
    unchanged(count: number): string;
    hiddenAll(counts: readonly string[]): string;
    ask(edition: Edition): string;
    readonly answers: Readonly<Record<'all' | 'list' | 'none', string>>;
    /** What was made, in front of the counts. */
    made(edition: Edition): string;
    /** Where the list of texts is. */
    listAt(path: string, texts: number, dryRun: boolean): string;
    /** After the list alone was written. */
    listOnly(path: string): string;
    readonly fileNotice: string;
    fileTitle(term: string, edition: string, texts: number): string;
    readonly fileHint: string;
    before(text: string): string;
    after(text: string): string;
  };
  readonly report: {
    heading(quarter: Quarter, asOf: CalendarDate): string;
    /** Before how many rows of which kinds a judge has. */
    judge(name: string): string;
    /** What to do with the workbooks. */
    readonly next: string;
  };
  readonly export: {
    /** Everything is in it as it was written, persons' names too. */
    readonly personal: string;
    written(files: readonly { readonly path: string; readonly entries: number }[]): string;
  };
  readonly form: {
    /** A workbook with so many blank sheets. */
    made(path: string, sheets: number): string;
  };
  readonly bulletin: {
    /** `runsOn` is the as-of day of a quarter that goes on. */
    drafted(quarter: Quarter, runsOn: CalendarDate | undefined, dryRun: boolean): string;
    readonly next: string;
  };
  readonly template: {
    exported(paths: readonly string[]): string;
    readonly heads: Readonly<Record<'file' | 'from' | 'purpose', string>>;
    readonly from: Readonly<Record<'built-in' | 'workspace', string>>;
    readonly purpose: Readonly<
      Record<
        | 'ledgers'
        | 'summary'
        | 'year-ledgers'
        | 'year-summary'
        | 'judge-ledgers'
        | 'judge-report'
        | 'cover'
        | 'receipt'
        | 'appraisal'
        | 'bulletin',
        string
      >
    >;
    singles(file: string): string;
    list(name: string, others: readonly string[]): string;
    readonly fieldHeads: Readonly<Record<'mark' | 'other', string>>;
  };
  readonly init: {
    readonly what: string;
    readonly choices: Readonly<Record<'judge' | 'office' | 'sample', string>>;
    readonly rosterFile: string;
    readonly place: string;
    made(path: string): string;
    next(what: 'judge' | 'office' | 'sample', home: string | undefined): string;
  };
  readonly help: {
    readonly usage: string;
    readonly options: string;
    readonly globals: string;
    readonly examples: string;
    readonly groups: Readonly<Record<CommandGroup, string>>;
    readonly topics: string;
    /** What the verbs behind a family's word mean. */
    readonly verbs: string;
    readonly intro: string;
    readonly more: string;
  };
}

/** The words of a problem. */
export function wordsOf<Code extends ProblemCode>(
  messages: Messages,
  problem: { [Each in Code]: ProblemMap[Each] & { readonly code: Each } }[Code],
): ProblemWords {
  const words: (problem: ProblemMap[Code]) => ProblemWords = messages.problems[problem.code];
  return words(problem);
}
