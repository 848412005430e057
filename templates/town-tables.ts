import type { Figure, Standing } from '../src/domain/kinds/figure.ts';
import { KINDS } from '../src/domain/kinds/kinds.ts';
import { kindOf } from '../src/domain/kinds/kind.ts';
import { day, figure, grouped, long, short, type Column } from './column.ts';
import { comparedRows, type Compared } from './compared-rows.ts';
import type { Frame, Note, SheetPlan } from './official-sheet.ts';
import type { Content } from './row-writer.ts';

/** Three characters of a head, or a change in per cent. */
const figureWidth = 6.15;

/** How many identities a line has room for. */
const onALine = 3;

/** The columns of one table by towns, and what is said of them below it. */
export interface TownTable {
  /** The name of its list. */
  readonly list: string;
  readonly columns: readonly Column[];
  /** That 旧存 and 新收 add up to 办结 and 未结, group by group, as formulas that look: at most so many on a line. */
  readonly identities: readonly Note[];
  /** What counts. */
  readonly note: string;
}

/** 表一 走访联络. The kinds' figures stand in the order of the office's table. */
export const contactTable: TownTable = townTable('表一', 'contact', {
  kinds: ['visit', 'dispute', 'matter', 'deputy', 'outreach', 'service'],
  before: [
    short('联系领导', 7),
    short('挂点法官', 8),
    short('联系法官', 10.6),
    ...grouped('走访座谈', [
      figure('走访次数', '次', figureWidth),
      figure('其中村（社区）', '次', figureWidth),
      figure('座谈次数', '次', figureWidth),
      short('核对结果', 8.6),
    ]),
  ],
  after: [day('立案庭收件日期')],
  note: '注：{走访口径}',
});

/** 表二 审判及诉调衔接. */
export const trialTable: TownTable = townTable('表二', 'trial', {
  kinds: ['trial', 'guidance', 'mediation', 'confirmation'],
  before: [short('挂点法官', 8), short('联系法官', 10.6)],
  after: [],
  note: '注：巡回审判的场次按开庭次数计；旧存、新收、结案、未结按案号计，一案多次开庭计1件。',
});

/** The sheet of a table by towns for the office, over a quarter or a year. */
export function townSheet(
  { list, columns, identities, note }: TownTable,
  sheet: { readonly name: string; readonly title: string; readonly notes: readonly string[] },
  compared: readonly Compared[],
): SheetPlan {
  return {
    ...sheet,
    list,
    columns,
    paper: 'A3',
    rowHeight: 28,
    below: comparedRows(list, columns, compared, { 核对结果: '{达标镇数}' }),
    notes: [...identities, note, ...sheet.notes, '{未报说明}{对比说明}'],
  };
}

interface Parts {
  /** The kinds whose figures it shows, in its order. */
  readonly kinds: readonly string[];
  readonly before: readonly Column[];
  readonly after: readonly Column[];
  readonly note: string;
}

function townTable(list: string, table: 'contact' | 'trial', parts: Parts): TownTable {
  const figures = parts.kinds.flatMap((id) =>
    (kindOf(KINDS, id).figures ?? []).filter((one) => one.table === table),
  );
  const people = [short('序号', 4.6), short('镇', 7), ...parts.before];
  const columns = [...people, ...figures.map(columnOf), ...parts.after, long('备注', 10.2)];
  return { list, columns, identities: identitiesOf(figures, people.length), note: parts.note };
}

function columnOf({ group, label, unit }: Figure): Column {
  return { ...figure(label.zh, unit, figureWidth), group: group.zh };
}

function identitiesOf(figures: readonly Figure[], before: number): readonly Note[] {
  const groups = new Map<string, Partial<Record<Standing, { label: string; column: number }>>>();
  figures.forEach(({ group, label, standing }, at) => {
    if (standing === undefined) return;
    const there = groups.get(group.zh) ?? {};
    there[standing] = { label: label.zh, column: before + at + 1 };
    groups.set(group.zh, there);
  });
  const all = [...groups].flatMap(([group, { carried, opened, closed, open }]) =>
    carried && opened && closed && open ? [identity(group, [carried, opened, closed, open])] : [],
  );
  return Array.from({ length: Math.ceil(all.length / onALine) }, (_, line): Note => {
    const here = all.slice(line * onALine, (line + 1) * onALine);
    const blanks = Array.from({ length: onALine - here.length }, () => null);
    return (frame) => [...here.map((one) => one(frame)), ...blanks];
  });
}

interface Term {
  readonly label: string;
  readonly column: number;
}

/** Words with the numbers of the columns, and what the towns' rows say to it: 相符, or 不符，请核对. */
function identity(group: string, four: readonly [Term, Term, Term, Term]): (frame: Frame) => Content {
  const [carried, opened, closed, open] = four.map(({ label, column }) => `${label}（${String(column)}）`);
  const words = `${group}：${carried ?? ''}＋${opened ?? ''}＝${closed ?? ''}＋${open ?? ''}　`;
  return ({ detail, letter }) => {
    const [a, b, c, d] = four.map(({ column }) => {
      const cell = `${letter(column)}${String(detail)}`;
      return `${cell}:${cell}`;
    });
    const sums = `SUM(${a ?? ''},${b ?? ''})=SUM(${c ?? ''},${d ?? ''})`;
    return { formula: `"${words}"&IF(${sums},"相符","不符，请核对")` };
  };
}
