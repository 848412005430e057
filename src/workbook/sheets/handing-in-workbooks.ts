import { daysBetween, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Roster } from '../../domain/roster.ts';
import { sealCode } from '../../domain/seal.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { liveEntries, untoldIn, type Submission } from '../../domain/submission.ts';
import { column, named, type ListNames } from '../../marks/names.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';
import type { CellValue, DataList, Named, Single, TemplateData } from '../../marks/template-data.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';

/** What the papers that go with a submission say. */
export interface HandingInFacts {
  readonly submission: Submission;
  /** The judge's towns in the quarter, none where the roster does not know the judge. */
  readonly towns: readonly string[];
  /** 报送期限. */
  readonly due: CalendarDate;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly words: SheetWords;
}

/** What the cover says beside that. */
export interface CoverFacts extends HandingInFacts {
  /** The day on which the cover was made. */
  readonly madeOn: CalendarDate;
  /** How each of the judge's towns stands with its visits. */
  readonly visits: readonly string[];
}

/** What the receipt says beside that. */
export interface ReceiptBookFacts extends HandingInFacts {
  readonly on: CalendarDate;
  readonly filingOn: CalendarDate | undefined;
  readonly daysLate: number;
}

const PREPARED_BY = named('填报人', 'preparedBy');
const TOWNS = named('挂点镇', 'towns');
const DUE = named('报送期限', 'due');
const TIMELINESS = named('报送早晚', 'timeliness');
const PROBLEMS = named('问题及建议', 'problems');
const RECEIVED_ON = named('收件日', 'receivedOn');
const FILING_ON = named('立案庭收件日', 'filingReceivedOn');
const LATENESS = named('收件结论', 'lateness');
const ATTEMPT = named('报送次数', 'attempt');
const CODE = named('核对码', 'code');
const VISITS = named('走访达标', 'visitsDone');
const UNTOLD = column('untold', '其中未登记报告联系领导', '未报告');
const NOTE = column('note', '备注');

/** 报送单: counts and seal code, to sign and hand in with the sealed file (rules, 三(二)). */
export const COVER_WORKBOOK: OfficialTemplate & { data(facts: CoverFacts): TemplateData } = {
  name: '报送单.xlsx',
  purpose: 'cover',
  singles: (kinds) => [...commonNames(kinds), TIMELINESS, PROBLEMS, VISITS],
  lists: () => [listNames('报送清单', 'handedIn', UNTOLD)],
  data: (facts) => {
    const { submission, due, madeOn, visits, words } = facts;
    return {
      singles: [
        ...commonSingles(facts),
        { ...TIMELINESS, value: words.timeliness(daysBetween(madeOn, due)) },
        { ...PROBLEMS, value: words.problemsSaid(submission.problems !== undefined) },
        { ...VISITS, value: visits.length === 0 ? words.noFigure : words.noted(visits) },
      ],
      lists: [
        {
          ...listNames('报送清单', 'handedIn', UNTOLD),
          // Of what no leader is to be told, none is untold.
          rows: rowsOf(facts, (kind) =>
            kind.reported === undefined ? words.noFigure : untoldIn(kind, submission),
          ),
        },
      ],
      none: words.none,
    };
  },
};

/** 报送回执: the same counts and code as the office has them, to give back. */
export const RECEIPT_WORKBOOK: OfficialTemplate & { data(facts: ReceiptBookFacts): TemplateData } = {
  name: '报送回执.xlsx',
  purpose: 'receipt',
  singles: (kinds) => [...commonNames(kinds), RECEIVED_ON, FILING_ON, LATENESS],
  lists: () => [listNames('收件清单', 'received', NOTE)],
  data: (facts) => {
    const { on, filingOn, daysLate, words } = facts;
    return {
      singles: [
        ...commonSingles(facts),
        { ...RECEIVED_ON, value: words.day(on) },
        { ...FILING_ON, value: filingOn === undefined ? words.noFigure : words.day(filingOn) },
        { ...LATENESS, value: words.lateness(daysLate) },
      ],
      lists: [{ ...listNames('收件清单', 'received', NOTE), rows: rowsOf(facts, () => null) }],
      none: words.none,
    };
  },
};

function commonNames(kinds: readonly Kind[]): readonly Named[] {
  return [...quarterSingleNames(kinds), PREPARED_BY, TOWNS, ATTEMPT, CODE, DUE];
}

function commonSingles({ submission, towns, due, roster, kinds, words }: HandingInFacts): readonly Single[] {
  const { quarter, period, asOf, judge, attempt, seal } = submission;
  const rows = new Map(kinds.map(({ id }) => [id, liveEntries(submission, id)]));
  return [
    ...quarterSingles({ quarter, period, asOf, rows }, roster, kinds, words),
    { ...PREPARED_BY, value: judge.name },
    { ...TOWNS, value: towns.length === 0 ? words.offRosterJudge : words.joined(towns) },
    { ...ATTEMPT, value: words.attempt(attempt) },
    { ...CODE, value: sealCode(seal.value) },
    { ...DUE, value: words.day(due) },
  ];
}

function listNames(chinese: string, english: string, last: ReturnType<typeof column>): ListNames {
  return {
    ...named(chinese, english),
    columns: [column('no', '序号'), column('ledger', '台账'), column('entries', '条数'), last],
  };
}

function rowsOf({ submission, kinds }: HandingInFacts, last: (kind: Kind) => CellValue): DataList['rows'] {
  return kinds.map((kind, index) => [
    index + 1,
    kind.ledger.zh,
    liveEntries(submission, kind.id).length,
    last(kind),
  ]);
}
