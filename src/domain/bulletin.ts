import type { CalendarDate } from './calendar-date.ts';
import type { Consolidation } from './consolidation.ts';
import { figuresByDepartment, type DepartmentFigures } from './department-figures.ts';
import { figureId } from './figures.ts';
import { handedInOf, type HandedIn } from './handed-in.ts';
import type { StatusRow } from './receiving/status.ts';
import { deputy } from './kinds/deputy.ts';
import type { Figure, Standing } from './kinds/figure.ts';
import type { Kind } from './kinds/kind.ts';
import { visit } from './kinds/visit.ts';
import type { Period, Quarter } from './quarter.ts';
import { quotaStanding } from './quota-standing.ts';
import { judgeName, liaisonsOf, type Roster } from './roster.ts';
import type { Summary } from './summary.ts';
import type { CountyFigures, TownFigures } from './town-figures.ts';
import type { Words } from './words.ts';
import type { Workdays } from './workdays.ts';

/** One number of a bulletin, and what it was before. */
export interface BulletinFigure {
  readonly label: Words;
  readonly unit: string;
  readonly standing?: Standing;
  readonly now: number;
  /** undefined where there is nothing to compare with. */
  readonly lastQuarter: number | undefined;
  readonly lastYear: number | undefined;
  /** Of the several numbers of a group, one that is set against those before. */
  readonly isLeading: boolean;
}

/** The numbers of one piece of work: 矛盾纠纷, say. */
export interface BulletinGroup {
  /** The table by towns that has them: 表一 or 表二. */
  readonly table: 'contact' | 'trial';
  readonly name: Words;
  readonly figures: readonly BulletinFigure[];
}

/** What one town did. */
export interface BulletinTown {
  /** undefined is 名册外. */
  readonly town: string | undefined;
  readonly liaisons: readonly string[];
  /** 未报: what stands in the groups was registered by others. */
  readonly unreported: boolean;
  readonly groups: readonly BulletinGroup[];
}

/** Visits against the quota: towns or, where the court counts so, judges. */
export interface BulletinQuota {
  readonly counts: 'town' | 'judge';
  readonly required: number;
  readonly all: number;
  readonly met: number;
  /** Only after the quarter's end: before it nobody has missed anything. */
  readonly short: readonly { readonly name: string; readonly done: number; readonly required: number }[];
  readonly unreported: readonly string[];
}

/** Everything that a 情况通报 of a quarter tells by itself: numbers, names of towns and judges, never a text of an entry. */
export interface Bulletin {
  readonly quarter: Quarter;
  readonly period: Period;
  readonly asOf: CalendarDate;
  /** Whether the quarter goes on after the as-of day. */
  readonly runsOn: boolean;
  readonly compared: { readonly lastQuarter: boolean; readonly lastYear: boolean };
  readonly townCount: number;
  readonly groups: readonly BulletinGroup[];
  readonly towns: readonly BulletinTown[];
  readonly unreportedTowns: readonly string[];
  readonly quota: BulletinQuota;
  readonly handedIn: HandedIn;
  readonly departments: DepartmentFigures;
  /** What deputies said, in numbers. */
  readonly deputies: readonly BulletinGroup[];
}

/** What a bulletin is worked out from. */
export interface BulletinQuestion {
  readonly consolidation: Consolidation;
  readonly summary: Summary;
  /** Where every judge who owes the quarter stands. */
  readonly status: readonly StatusRow[];
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly workdays: Workdays;
}

/** The facts of a quarter's bulletin: the figures of 表一 and 表二, set against the quarter before and the same of last year. */
export function bulletinOf(question: BulletinQuestion): Bulletin {
  const { consolidation, summary, status, roster, kinds, workdays } = question;
  const { quarter, period, asOf } = consolidation;
  const [lastQuarter, lastYear] = [
    summary.compared.get('lastQuarter')?.total,
    summary.compared.get('lastYearQuarter')?.total,
  ];
  const groups = groupsOf(kinds, summary.total, lastQuarter, lastYear);
  const runsOn = asOf < period.to;
  return {
    quarter,
    period,
    asOf,
    runsOn,
    compared: { lastQuarter: lastQuarter !== undefined, lastYear: lastYear !== undefined },
    townCount: roster.towns.length,
    groups: groups.map(({ group }) => group),
    towns: summary.towns.map((town) => townOf(town, question)),
    unreportedTowns: summary.total.unreported.map(({ town }) => town),
    quota: quotaOf(consolidation, roster, runsOn),
    handedIn: handedInOf(status),
    departments: figuresByDepartment(kinds, summary, { roster, workdays }).total,
    deputies: groups.filter(({ kind }) => kind.id === deputy.id).map(({ group }) => group),
  };
}

function townOf(row: TownFigures, { consolidation, roster, kinds }: BulletinQuestion): BulletinTown {
  const { town, unreported } = row;
  const served = town === undefined ? [] : liaisonsOf(roster, town, consolidation.period);
  return {
    town,
    liaisons: [...new Set(served.map(({ person }) => person.name))],
    unreported,
    groups: groupsOf(kinds, row).map(({ group }) => group),
  };
}

function quotaOf(consolidation: Consolidation, roster: Roster, runsOn: boolean): BulletinQuota {
  const { quota } = consolidation;
  const { met, short, unreported } = quotaStanding(consolidation);
  const nameOf = ({ town, judges: [judge = ''] }: (typeof quota)[number]): string =>
    town ?? judgeName(roster, judge);
  return {
    counts: quota.some(({ town }) => town === null) ? 'judge' : 'town',
    required: Math.max(0, ...quota.map(({ required }) => required)),
    all: quota.length,
    met: met.length,
    short: runsOn ? [] : short.map((row) => ({ name: nameOf(row), done: row.done, required: row.required })),
    unreported: unreported.map(nameOf),
  };
}

type Counted = Pick<CountyFigures, 'visits' | 'figures'>;

interface KindGroup {
  readonly kind: Kind;
  readonly group: BulletinGroup;
}

/** The groups of both tables in their order, visits in front. */
function groupsOf(
  kinds: readonly Kind[],
  now: Counted,
  lastQuarter?: Counted,
  lastYear?: Counted,
): readonly KindGroup[] {
  const spans = { now, lastQuarter, lastYear };
  const inTables = (['contact', 'trial'] as const).flatMap((table) =>
    kinds.flatMap((kind) => {
      const shown = (kind.figures ?? []).filter((figure) => figure.table === table);
      const names = [...new Set(shown.map(({ group }) => group.zh))];
      return names.map((name) =>
        figureGroup(
          kind,
          table,
          shown.filter(({ group }) => group.zh === name),
          spans,
        ),
      );
    }),
  );
  return [{ kind: visit, group: visitGroup(spans) }, ...inTables];
}

interface Spans {
  readonly now: Counted;
  readonly lastQuarter: Counted | undefined;
  readonly lastYear: Counted | undefined;
}

/** What `of` finds in each of the periods; a rate, which could be missing, stands in neither table. */
function inSpans(spans: Spans, of: (counted: Counted) => number | undefined) {
  const before = (span: Counted | undefined): number | undefined => span && (of(span) ?? 0);
  return {
    now: of(spans.now) ?? 0,
    lastQuarter: before(spans.lastQuarter),
    lastYear: before(spans.lastYear),
  };
}

function visitGroup(spans: Spans): BulletinGroup {
  const figure = (of: 'done' | 'inVillages' | 'talks', label: Words): BulletinFigure => ({
    label,
    unit: '次',
    ...inSpans(spans, ({ visits }) => visits[of]),
    isLeading: of !== 'inVillages',
  });
  return {
    table: 'contact',
    name: visit.name,
    figures: [
      figure('done', { zh: '走访', en: 'visits' }),
      figure('inVillages', { zh: '其中到村（社区）', en: 'of which in villages' }),
      figure('talks', { zh: '座谈', en: 'talks' }),
    ],
  };
}

function figureGroup(
  kind: Kind,
  table: BulletinGroup['table'],
  figures: readonly Figure[],
  spans: Spans,
): KindGroup {
  const [first] = figures;
  return {
    kind,
    group: {
      table,
      name: first?.group ?? kind.name,
      figures: figures.map((figure) => {
        const { label, unit, standing } = figure;
        const id = figureId(kind, figure);
        return {
          label,
          unit,
          ...(standing === undefined ? {} : { standing }),
          ...inSpans(spans, (counted) => counted.figures.get(id)),
          isLeading:
            standing === 'opened' || standing === 'closed' || (figure === first && standing === undefined),
        };
      }),
    },
  };
}
