import { daysBetween } from './calendar-date.ts';
import { casesOf, isIn, type Case } from './cases.ts';
import type { ConsolidatedRow } from './consolidation.ts';
import { textOf } from './entry.ts';
import type { Kind } from './kinds/kind.ts';
import { contains } from './quarter.ts';
import { foldName, type Roster } from './roster.ts';
import { timeLimits } from './time-limits.ts';
import type { SpanFigures } from './town-figures.ts';
import type { Workdays } from './workdays.ts';

/** What a department was asked, and how soon it answered (rules of 2024-06-20, 三(三)2), a row of 联系事项按部门. */
export interface DepartmentFigures {
  /** Empty where no department was named. */
  readonly department: string;
  readonly carried: number;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  /** Closed after their time limit, or open on the as-of day past it. */
  readonly overdue: number;
  /** Mean days from opening to reply of those closed in the period; undefined where there were none. */
  readonly meanDays: number | undefined;
}

/** The departments of a period and all of them together. */
export interface DepartmentSummary {
  /** By the number of matters, then by name; what names no department last. */
  readonly rows: readonly DepartmentFigures[];
  readonly total: DepartmentFigures;
}

/** What a time limit is worked out with. */
export interface LimitContext {
  readonly roster: Roster;
  readonly workdays: Workdays;
}

/** Counts the cases of every kind that a department has to answer. */
export function figuresByDepartment(
  kinds: readonly Kind[],
  span: SpanFigures,
  context: LimitContext,
): DepartmentSummary {
  const asked = kinds.flatMap((kind) => askedIn(kind, span, context));
  const byName = new Map<string, Asked[]>();
  for (const one of asked) {
    const key = foldName(one.department);
    const there = byName.get(key);
    if (there) there.push(one);
    else byName.set(key, [one]);
  }
  const rows = [...byName.values()].map((group) => {
    // One department written in two ways goes by the first of them.
    const [name = ''] = group.map(({ department }) => department).sort();
    return figuresOf(name, group, span);
  });
  return { rows: rows.sort(byNumberThenName), total: figuresOf('', asked, span) };
}

interface Asked {
  readonly department: string;
  readonly of: Case<ConsolidatedRow>;
  readonly isOverdue: boolean;
}

function askedIn(kind: Kind, { snapshot, period }: SpanFigures, context: LimitContext): readonly Asked[] {
  const { answeredBy } = kind;
  if (answeredBy === undefined) return [];
  return casesOf(kind, snapshot.rows.get(kind.id) ?? [])
    .filter((one) => isIn(one, period))
    .map((one) => {
      const limit = limitOf(kind, one, context);
      return {
        department: textOf(one.last.entry, answeredBy).trim(),
        of: one,
        isOverdue: limit !== undefined && (one.closed ?? period.to) > limit,
      };
    });
}

/** The first day on which one of the kind's time limits ends. */
function limitOf(
  kind: Kind,
  { last: { entry } }: Case<ConsolidatedRow>,
  context: LimitContext,
): string | undefined {
  return timeLimits(kind, entry, context)
    .map(({ due }) => due.on)
    .sort()[0];
}

function figuresOf(department: string, asked: readonly Asked[], { period }: SpanFigures): DepartmentFigures {
  const cases = asked.map(({ of }) => of);
  const days = cases.flatMap(({ opened, closed }) =>
    closed !== undefined && contains(period, closed) ? [daysBetween(opened, closed)] : [],
  );
  return {
    department,
    carried: cases.filter(({ opened }) => opened < period.from).length,
    opened: cases.filter(({ opened }) => contains(period, opened)).length,
    closed: days.length,
    open: cases.filter(({ closed }) => closed === undefined || closed > period.to).length,
    overdue: asked.filter(({ isOverdue }) => isOverdue).length,
    meanDays: days.length === 0 ? undefined : days.reduce((sum, one) => sum + one, 0) / days.length,
  };
}

function byNumberThenName(one: DepartmentFigures, other: DepartmentFigures): number {
  if ((one.department === '') !== (other.department === '')) return one.department === '' ? 1 : -1;
  const number = ({ carried, opened }: DepartmentFigures): number => carried + opened;
  return number(other) - number(one) || (one.department < other.department ? -1 : 1);
}
