import type { DataList } from '../../marks/template-data.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** A finding in words, as the sheet lists it. */
export interface FindingRow {
  readonly severity: string;
  readonly code: string;
  readonly judge: string;
  readonly entry: string;
  readonly place: string;
  readonly what: string;
  readonly next: string;
}

/** 数据核对清单: the names of its columns. */
export const FINDINGS: ListNames = {
  ...named('数据核对清单', 'findings'),
  columns: [
    column('no', '序号'),
    column('severity', '级别'),
    column('code', '代码'),
    column('ledgerJudge', '联系法官'),
    column('entry', '登记编号'),
    column('place', '位置'),
    column('what', '核对事项'),
    column('next', '处理建议'),
  ],
};

/** One row a finding, in the order given. */
export function findingList(findings: readonly FindingRow[]): DataList {
  const rows = findings.map(({ severity, code, judge, entry, place, what, next }, index) => [
    index + 1,
    severity,
    code,
    judge || null,
    entry || null,
    place || null,
    what,
    next || null,
  ]);
  return { ...FINDINGS, rows };
}
