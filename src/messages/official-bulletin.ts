import type { Bulletin, BulletinGroup, BulletinTown } from '../domain/bulletin.ts';
import type { BulletinText, BulletinTownText } from '../domain/bulletin-text.ts';
import { groupTold, isTold, listTold, townGroup } from './bulletin-figures.ts';
import { official } from './official.ts';
import { fullDay, shortDay } from './official-days.ts';

/** The sentences of a 情况通报. It is the court's document, so it is Chinese whatever the screen speaks. */
export function bulletinText(bulletin: Bulletin): BulletinText {
  return {
    overall: overall(bulletin),
    towns: bulletin.towns.map((town, at) => ({ numeral: numeral(at + 1), ...townText(town) })),
    visits: visits(bulletin),
    handedIn: handedIn(bulletin),
    problems: problems(bulletin),
  };
}

const TABLES: readonly (readonly [BulletinGroup['table'], string])[] = [
  ['contact', '走访联络'],
  ['trial', '审判及诉调衔接'],
];

function overall(bulletin: Bulletin): string[] {
  const { groups } = bulletin;
  const told = TABLES.map(([table, name]): string => {
    const shown = groups.filter((group) => group.table === table && isTold(group));
    return shown.length === 0 ? '' : `${name}方面。${shown.map(groupTold).join('')}`;
  });
  const quiet = groups.filter((group) => !isTold(group)).map(({ name }) => name.zh);
  return [
    intro(bulletin),
    ...told,
    quiet.length > 0 ? `本季度没有登记的：${official.joined(quiet)}。` : '',
  ].filter((one) => one !== '');
}

function intro({ quarter, period, asOf, runsOn, compared, townCount, unreportedTowns }: Bulletin): string {
  const periods: readonly (readonly [boolean, string])[] = [
    [compared.lastQuarter, '上季度'],
    [compared.lastYear, '上年同期'],
  ];
  const those = (there: boolean): string =>
    official.joined(periods.filter(([isThere]) => isThere === there).map(([, name]) => name));
  const [set, without] = [those(true), those(false)];
  return [
    `${official.quarter(quarter)}（${fullDay(period.from)}至${sameYear(period) ? shortDay(period.to) : fullDay(period.to)}），全院在${String(townCount)}个镇开展“法官进综治中心”工作。`,
    runsOn ? `数据截至${shortDay(asOf)}，季度尚未结束${set === '' ? '' : `；对比的${set}为整期数据`}。` : '',
    without === '' ? '' : `${without}没有可比数据。`,
    unreportedTowns.length > 0
      ? `${official.joined(unreportedTowns)}的联系法官未报送，以下数据不含其登记。`
      : '',
  ].join('');
}

function sameYear({ from, to }: Bulletin['period']): boolean {
  return from.slice(0, 4) === to.slice(0, 4);
}

function townText({ town, liaisons, unreported, groups }: BulletinTown): Omit<BulletinTownText, 'numeral'> {
  const name = town ?? official.offRosterTown;
  const told = groups
    .map((group) => townGroup(group))
    .filter((one) => one !== '')
    .join('；');
  return {
    town: name,
    title: liaisons.length > 0 ? `${name}（联系法官：${official.joined(liaisons)}）` : name,
    liaisons: official.joined(liaisons),
    told: townTold(told, unreported),
  };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as headings are numbered: 一, 十, 十二, 二十. No county has more towns. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${DIGITS[ones] ?? ''}`;
}

function townTold(told: string, unreported: boolean): string {
  if (!unreported) return told === '' ? '本季度没有登记。' : `${told}。`;
  return told === '' ? '联系法官未报送，数据暂缺。' : `联系法官未报送，其他法官登记的有：${told}。`;
}

function visits({ quota, asOf, runsOn }: Bulletin): string[] {
  const { counts, required, all, met, short, unreported } = quota;
  if (all === 0) return ['本季度没有应当核对走访次数的镇。'];
  const unit = counts === 'town' ? '个镇' : '名联系法官';
  const asked = `按每季度走访不少于${String(required)}次核对，共${String(all)}${unit}`;
  const missing =
    unreported.length > 0
      ? `未报送、无法核对的${String(unreported.length)}${unit}：${official.joined(unreported)}。`
      : '';
  if (runsOn)
    return [
      `${asked}，截至${shortDay(asOf)}有${String(met)}${unit}达到。季度尚未结束，其余待季度结束后核对。${missing}`,
    ];
  if (short.length === 0 && unreported.length === 0) return [`${asked}，全部达到。`];
  const named = short.map(({ name, done }) => `${name}（${String(done)}次）`);
  const told = short.length > 0 ? `，${String(short.length)}${unit}未达到：${official.joined(named)}` : '';
  return [`${asked}，${String(met)}${unit}达到${told}。${missing}`];
}

function handedIn({ handedIn }: Bulletin): string[] {
  const { owing, submitted, drafts, missing, returned, conflict, late } = handedIn;
  if (owing === 0) return ['本季度没有应当报送台账的联系法官。'];
  const counts = [
    `应报送台账、报表的联系法官${String(owing)}人`,
    ...(submitted > 0 ? [`已报送${String(submitted)}人`] : []),
    // Where nobody hands in as such, the ledgers at hand are what the office works with.
    ...(drafts.length > 0
      ? [submitted > 0 ? `有台账尚未报送${people(drafts)}` : `有台账${String(drafts.length)}人`]
      : []),
    ...(returned.length > 0 ? [`退回修改${people(returned)}`] : []),
    ...(conflict.length > 0 ? [`报送内容待确认${people(conflict)}`] : []),
    `未报${people(missing)}`,
  ];
  return [`${counts.join('；')}。${late === undefined ? '' : lateTold(late)}`];
}

function lateTold(late: readonly string[]): string {
  return late.length > 0 ? `已报送的，逾期${people(late)}。` : '已报送的均按时报送。';
}

/** 2人（李敏、何静）, and 0人 of nobody. */
function people(names: readonly string[]): string {
  return `${String(names.length)}人${names.length > 0 ? `（${official.joined(names)}）` : ''}`;
}

function problems({ asOf, groups, departments, deputies }: Bulletin): string[] {
  const open = groups.flatMap(({ name, figures }) =>
    figures
      .filter(({ standing, now }) => standing === 'open' && now > 0)
      .map(({ label, now, unit }) => `${name.zh}${label.zh === '未结' ? '' : label.zh}${String(now)}${unit}`),
  );
  const { overdue } = departments;
  return [
    `截至${shortDay(asOf)}，${open.length > 0 ? `尚未办结的有：${official.joined(open)}` : '没有尚未办结的事项'}。`,
    ...(overdue > 0 ? [`转交部门办理的联系事项中，超过办理时限的${String(overdue)}件。`] : []),
    ...deputies.map(opinionsTold),
  ];
}

function opinionsTold({ name, figures }: BulletinGroup): string {
  const cases = figures.filter(({ standing }) => standing !== undefined);
  if (cases.every(({ now }) => now === 0)) return `本季度没有登记${name.zh}的意见建议。`;
  const told = cases.filter(({ now, standing }) => now > 0 || standing !== 'carried');
  return `${name.zh}${listTold(told)}。`;
}
