import { figuresByDepartment } from '../../domain/department-figures.ts';
import { summarize, type Summary } from '../../domain/summary.ts';
import { trendOf } from '../../domain/trend.ts';
import { figuresByType } from '../../domain/type-figures.ts';
import { chartListNames, chartLists } from './chart-lists.ts';
import { DEPARTMENTS, DEPARTMENTS_TOTAL, departmentLists } from './department-list.ts';
import { FINDINGS, findingList, type FindingRow } from './finding-list.ts';
import type { QuarterFacts, QuarterWorkbook } from './quarter-facts.ts';
import { CHANGES, handingInLists, PROBLEMS, SUPPLEMENTS } from './handing-in-lists.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { SUMMARY_SINGLES, summarySingles } from './summary-singles.ts';
import { submissionList, submissionNames } from './submission-list.ts';
import { townListNames, townLists } from './town-lists.ts';
import { typeListNames, typeLists, typeTotalNames } from './type-list.ts';
import { VISIT_CHECK, visitCheckList } from './visit-check-list.ts';
import { VISIT_CHECK_YEAR, visitYearList } from './visit-year-list.ts';

/** 季度汇总表 or 年度汇总表: the tables by town, type and department, visits against the quota, who handed in, and what is to be looked at. */
export function summaryWorkbook(term: 'quarter' | 'year'): QuarterWorkbook {
  return {
    name: { quarter: '季度汇总表.xlsx', year: '年度汇总表.xlsx' }[term],
    purpose: term === 'quarter' ? 'summary' : 'year-summary',
    singles: (kinds) => [...quarterSingleNames(kinds), ...SUMMARY_SINGLES],
    lists: (kinds) => [
      ...townListNames(term, kinds),
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
