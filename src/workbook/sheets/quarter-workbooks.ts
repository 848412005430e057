import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { rulesFor, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { Named, TemplateData } from '../template-data.ts';
import { FINDINGS, findingList, type FindingRow } from './finding-list.ts';
import { ledgerList, ledgerListNames } from './ledger-list.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { SUBMISSIONS, submissionList } from './submission-list.ts';
import { isUnreported, VISIT_CHECK, visitCheckList } from './visit-check-list.ts';
import { named, type ListNames } from './vocabulary.ts';

/** Everything that the workbooks of a quarter say. */
export interface QuarterFacts {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  /** Judges whose ledger is there and can't be read. */
  readonly unreadable: readonly string[];
  readonly findings: readonly FindingRow[];
  readonly words: SheetWords;
}

/** A workbook of the quarter: its file, the names a template of it may use, and what fills it. */
export interface QuarterWorkbook {
  readonly name: string;
  readonly purpose: 'ledgers' | 'summary';
  singles(kinds: readonly Kind[]): readonly Named[];
  lists(kinds: readonly Kind[]): readonly ListNames[];
  data(facts: QuarterFacts): TemplateData;
}

const MET_TOWNS = named('达标镇数', 'metTowns');
const UNREPORTED_NOTE = named('未报说明', 'unreportedNote');
const COUNTING_NOTE = named('走访口径', 'countingNote');
const SUBMISSION_NOTE = named('报送说明', 'submissionNote');

/** 汇总台账: the ledgers over all judges, a sheet each. */
const ledgers: QuarterWorkbook = {
  name: '汇总台账.xlsx',
  purpose: 'ledgers',
  singles: quarterSingleNames,
  lists: (kinds) => kinds.map(ledgerListNames),
  data: ({ consolidation, roster, kinds, words }) => ({
    singles: quarterSingles(consolidation, roster, kinds, words),
    lists: kinds.map((kind) => ledgerList(kind, consolidation, roster, words)),
    none: words.none,
  }),
};

/** 季度汇总表: visits against the quota, who handed in, and what is to be looked at. */
const summary: QuarterWorkbook = {
  name: '季度汇总表.xlsx',
  purpose: 'summary',
  singles: (kinds) => [
    ...quarterSingleNames(kinds),
    MET_TOWNS,
    UNREPORTED_NOTE,
    COUNTING_NOTE,
    SUBMISSION_NOTE,
  ],
  lists: () => [VISIT_CHECK, SUBMISSIONS, FINDINGS],
  data: (facts) => {
    const { consolidation, roster, kinds, words } = facts;
    return {
      singles: [...quarterSingles(consolidation, roster, kinds, words), ...summarySingles(facts)],
      lists: [
        visitCheckList(consolidation, roster, words),
        submissionList(consolidation, roster, facts.unreadable, words),
        findingList(facts.findings),
      ],
      none: words.none,
    };
  },
};

/** The workbooks that `consolidate` makes of a quarter. */
export const QUARTER_WORKBOOKS: readonly QuarterWorkbook[] = [ledgers, summary];

function summarySingles({ consolidation, roster, words }: QuarterFacts) {
  const { quota, quarter, sources } = consolidation;
  const rules = rulesFor(roster, quarter);
  const unreported = quota.filter((row) => isUnreported(row, consolidation)).map(({ town }) => town ?? '');
  const here = sources.filter(({ source }) => source === 'ledger').length;
  const counting = {
    forms: rules.visitForms,
    distinct: rules.countDistinct,
    required: rules.visitsPerQuarter,
  };
  return [
    { ...MET_TOWNS, value: words.metTowns(quota.filter(({ met }) => met).length, quota.length) },
    { ...UNREPORTED_NOTE, value: unreported.length > 0 ? words.unreportedTowns(unreported) : '' },
    { ...COUNTING_NOTE, value: words.counting(counting) },
    { ...SUBMISSION_NOTE, value: words.submissions(sources.length, here, sources.length - here) },
  ];
}
