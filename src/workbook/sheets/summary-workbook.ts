import type { Source } from '../../domain/consolidation.ts';
import { figuresByDepartment } from '../../domain/department-figures.ts';
import { owesLedger } from '../../domain/roster.ts';
import { COMPARED, summarize, type Summary } from '../../domain/summary.ts';
import { trendOf } from '../../domain/trend.ts';
import { servingPeriod } from '../../domain/town-figures.ts';
import { figuresByType } from '../../domain/type-figures.ts';
import type { DataList, Single } from '../../marks/template-data.ts';
import { chartListNames, chartLists } from './chart-lists.ts';
import { COUNTING_NOTE, countingNote } from './counting-note.ts';
import { DEPARTMENTS, DEPARTMENTS_TOTAL, departmentLists } from './department-list.ts';
import { FINDINGS, findingList, type FindingRow } from './finding-list.ts';
import type { QuarterFacts, QuarterWorkbook } from './quarter-facts.ts';
import { CHANGES, handingInLists, PROBLEMS, SUPPLEMENTS } from './handing-in-lists.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { submissionList, submissionNames } from './submission-list.ts';
import { comparisonNames, comparisonRow, TOWN_TABLES, townTable, townTableNames } from './town-tables.ts';
import { typeListNames, typeLists, typeTotalNames } from './type-list.ts';
import { VISIT_CHECK, visitCheckList } from './visit-check-list.ts';
import { VISIT_CHECK_YEAR, visitYearList } from './visit-year-list.ts';
import { named } from './vocabulary.ts';

const MET_TOWNS = named('达标镇数', 'metTowns');
const UNREPORTED_NOTE = named('未报说明', 'unreportedNote');
const COMPARED_NOTE = named('对比说明', 'comparedNote');
const SUBMISSION_NOTE = named('报送说明', 'submissionNote');

/** 季度汇总表 or 年度汇总表: the tables by town, type and department, visits against the quota, who handed in, and what is to be looked at. */
export function summaryWorkbook(term: 'quarter' | 'year'): QuarterWorkbook {
  return {
    name: { quarter: '季度汇总表.xlsx', year: '年度汇总表.xlsx' }[term],
    purpose: term === 'quarter' ? 'summary' : 'year-summary',
    singles: (kinds) => [
      ...quarterSingleNames(kinds),
      MET_TOWNS,
      UNREPORTED_NOTE,
      COMPARED_NOTE,
      COUNTING_NOTE,
      SUBMISSION_NOTE,
    ],
    lists: (kinds) => [
      ...TOWN_TABLES.flatMap((table) => [
        townTableNames(table, kinds),
        ...comparisonNames(table, term, kinds),
      ]),
      typeListNames(kinds),
      typeTotalNames(kinds),
      term === 'quarter' ? VISIT_CHECK : VISIT_CHECK_YEAR,
      DEPARTMENTS,
      DEPARTMENTS_TOTAL,
      submissionNames(kinds),
      ...(term === 'quarter' ? [SUPPLEMENTS, CHANGES, PROBLEMS] : []),
      FINDINGS,
      ...(term === 'quarter' ? chartListNames(kinds) : []),
    ],
    data: (facts) => {
      const { consolidation, roster, kinds, words, masking } = facts;
      const summary = summarize(consolidation, roster, kinds);
      const types = figuresByType(kinds, summary, before(summary));
      return {
        singles: [...quarterSingles(consolidation, roster, kinds, words), ...summarySingles(facts, summary)],
        lists: [
          ...townLists(facts, summary),
          ...typeLists(types, kinds, words),
          consolidation.year === undefined
            ? visitCheckList(consolidation, roster, words, masking)
            : visitYearList(consolidation, consolidation.year, roster, words),
          ...departmentLists(figuresByDepartment(kinds, summary, facts), words),
          submissionList(facts),
          ...(term === 'quarter' ? handingInLists(facts) : []),
          findingList(shownFindings(facts)),
          ...(term === 'quarter'
            ? chartLists({ ...facts, types, trend: trendOf(consolidation, roster, kinds) })
            : []),
        ],
        none: words.none,
      };
    },
  };
}

/** What is to be looked at in the ledgers is the court's own affair. */
function shownFindings({ findings, words, masking }: QuarterFacts): readonly FindingRow[] {
  if (masking?.edition !== 'external') return findings;
  return [
    { severity: '', code: '', judge: '', entry: '', place: '', what: words.masked.noFindings, next: '' },
  ];
}

/** The period that 环比增减 looks back to; of a year, the year before. */
function before({ compared }: Summary) {
  return compared.get('lastQuarter') ?? compared.get('lastYear');
}

function townLists(
  { consolidation, roster, kinds, words }: QuarterFacts,
  summary: Summary,
): readonly DataList[] {
  const { asOf, year, quarters } = consolidation;
  const period = servingPeriod(roster, quarters, consolidation.period);
  const facts = { roster, kinds, period, asOf, isYear: year !== undefined, words };
  return TOWN_TABLES.flatMap((table) => [
    townTable(table, summary.towns, facts),
    ...COMPARED[year === undefined ? 'quarter' : 'year'].map((comparison) =>
      comparisonRow(table, comparison, summary.compared.get(comparison), facts),
    ),
  ]);
}

function summarySingles(
  facts: QuarterFacts,
  { total, period: counted, quarters }: Summary,
): readonly Single[] {
  const { consolidation, roster, words } = facts;
  const { sources, period } = consolidation;
  const unreported = total.unreported.map((one) =>
    quarters.length > 1 ? words.unreportedIn(one.town, one.quarters) : one.town,
  );
  const due = sources.filter(({ judge }) => owesLedger(roster, judge.id, period));
  const from = (wanted: Source['source']): number => due.filter(({ source }) => source === wanted).length;
  const counts = {
    due: due.length,
    submitted: from('submission'),
    here: from('ledger'),
    missing: from('missing'),
  };
  return [
    { ...MET_TOWNS, value: words.metTowns(total.met.done, total.met.all) },
    { ...UNREPORTED_NOTE, value: unreported.length > 0 ? words.unreportedTowns(unreported) : '' },
    { ...COMPARED_NOTE, value: counted.to < period.to ? words.running(counted.to) : '' },
    countingNote(facts),
    { ...SUBMISSION_NOTE, value: words.submissions(counts) },
  ];
}
