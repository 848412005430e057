import type { AppraisalRow } from '../../domain/appraisal.ts';
import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { CellValue, DataList, TemplateData } from '../../marks/template-data.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { stateText } from './submission-list.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** What the workbook of appraisal facts says. */
export interface AppraisalFacts {
  /** Of the quarter or the year. */
  readonly consolidation: Consolidation;
  readonly rows: readonly AppraisalRow[];
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly words: SheetWords;
}

/** 考核参考数据: facts for the yearly appraisal (rules, 三(四)), a row for each judge's quarter. */
export const APPRAISAL_WORKBOOK: OfficialTemplate & { data(facts: AppraisalFacts): TemplateData } = {
  name: '考核参考数据.xlsx',
  purpose: 'appraisal',
  singles: quarterSingleNames,
  lists: (kinds) => [appraisalNames(kinds)],
  data: (facts) => ({
    singles: quarterSingles(facts.consolidation, facts.roster, facts.kinds, facts.words),
    lists: [appraisalList(facts)],
    none: facts.words.none,
  }),
};

function appraisalNames(kinds: readonly Kind[]): ListNames {
  return {
    ...named('考核参考数据', 'appraisal'),
    columns: [
      column('no', '序号'),
      column('ledgerJudge', '联系法官'),
      column('towns', '挂点镇'),
      column('quarter', '所属季度', '季度'),
      column('visits', '走访（次）完成', '走访次数'),
      column('required', '走访（次）要求', '应走访次数'),
      column('state', '报送状态'),
      column('receivedOn', '收件日'),
      column('daysLate', '逾期（天）', '逾期天数'),
      column('inTime', '走访报告领导（次）及时', '及时报告'),
      column('late', '走访报告领导（次）逾期', '逾期报告'),
      column('untold', '走访报告领导（次）未报告', '未报告'),
      column('overdue', '超期未办（项）', '超期未办'),
      ...kinds.map(({ id, name: { zh } }) => column(id, `登记数（条）${zh}`, zh)),
    ],
  };
}

function appraisalList({ rows, kinds, words }: AppraisalFacts): DataList {
  return {
    ...appraisalNames(kinds),
    rows: rows.map(({ judge, towns, quarter, status, counted }, index): readonly CellValue[] => {
      const { receivedOn, daysLate } = status;
      const of = (count: (counts: NonNullable<typeof counted>) => number): CellValue =>
        counted ? count(counted) : words.unreported;
      return [
        index + 1,
        judge.name,
        words.joined(towns),
        words.quarter(quarter),
        of(({ visits }) => visits),
        of(({ required }) => required),
        stateText(status, words),
        receivedOn === undefined ? null : { day: receivedOn },
        receivedOn === undefined ? null : daysLate,
        of(({ reports }) => reports.inTime),
        of(({ reports }) => reports.late),
        of(({ reports }) => reports.open),
        of(({ overdue }) => overdue),
        ...kinds.map(({ id }) => of(({ entries }) => entries[id] ?? 0)),
      ];
    }),
  };
}
