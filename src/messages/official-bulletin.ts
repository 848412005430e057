import type { Bulletin, BulletinFigure, BulletinGroup, BulletinTown } from '../domain/bulletin.ts';
import type { BulletinText, BulletinTownText } from '../domain/bulletin-text.ts';
import { official } from './official.ts';
import { shortDay } from './official-days.ts';

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

function overall({
  quarter,
  period,
  asOf,
  runsOn,
  compared,
  townCount,
  groups,
  unreportedTowns,
}: Bulletin): string[] {
  const sets = [...(compared.lastQuarter ? ['上季度'] : []), ...(compared.lastYear ? ['上年同期'] : [])];
  const without = [...(compared.lastQuarter ? [] : ['上季度']), ...(compared.lastYear ? [] : ['上年同期'])];
  const intro = [
    `${official.quarter(quarter)}（${official.period(period.from, period.to)}），全院在${String(townCount)}个镇开展“法官进综治中心”工作。`,
    runsOn
      ? `数据截至${shortDay(asOf)}，季度尚未结束${sets.length > 0 ? `；对比的${sets.join('、')}为整期数据` : ''}。`
      : '',
    without.length > 0 ? `${without.join('、')}没有可比数据。` : '',
    unreportedTowns.length > 0
      ? `${unreportedTowns.join('、')}未报送，以下数据不含上述${String(unreportedTowns.length)}个镇联系法官的登记。`
      : '',
  ].join('');
  const quiet = groups.filter((group) => !isTold(group));
  return [
    intro,
    ...groups.filter(isTold).map((group) => `${group.name.zh}：${figuresTold(group)}。`),
    ...(quiet.length > 0 ? [`本季度没有登记的：${quiet.map(({ name }) => name.zh).join('、')}。`] : []),
  ];
}

/** Whether there is, or was in a period it is set against, anything to tell of. */
function isTold({ figures }: BulletinGroup): boolean {
  return figures.some(({ now, lastQuarter, lastYear }) => now + (lastQuarter ?? 0) + (lastYear ?? 0) > 0);
}

function figuresTold({ figures }: BulletinGroup): string {
  return figures
    .filter((figure) => figure.now > 0 || figure.isLeading || figure.standing !== undefined)
    .map((figure) => {
      const changes = figure.isLeading ? changesTold(figure) : '';
      return `${counted(figure)}${changes === '' ? '' : `（${changes}）`}`;
    })
    .join('，');
}

/** 新收11件 · 受众120人次 · 3场: a head that only says what is counted adds nothing to the unit. */
function counted({ label: { zh }, unit, now }: BulletinFigure): string {
  const said = zh.endsWith(unit) ? zh.slice(0, -unit.length) : zh;
  const isUnit = zh === `${unit}数` || zh === `${unit}次`;
  return `${isUnit ? '' : said}${String(now)}${unit}`;
}

/** 较上季度增加3件，上升37.5%；与上年同期持平. Where both are 0 there is nothing to say. */
function changesTold({ now, unit, lastQuarter, lastYear }: BulletinFigure): string {
  return [changeTold('上季度', now, lastQuarter, unit), changeTold('上年同期', now, lastYear, unit)]
    .filter((one) => one !== '')
    .join('；');
}

function changeTold(name: string, now: number, before: number | undefined, unit: string): string {
  if (before === undefined || (before === 0 && now === 0)) return '';
  if (now === before) return `与${name}持平`;
  if (before === 0) return `${name}为0${unit}`;
  const difference = Math.abs(now - before);
  const [more, up] = now > before ? ['增加', '上升'] : ['减少', '下降'];
  return `较${name}${more}${String(difference)}${unit}，${up}${percent(difference, before)}`;
}

/** To a tenth, reckoned in whole numbers so that a half is always rounded up. */
function percent(part: number, whole: number): string {
  return `${String(Math.round((part * 1000) / whole) / 10)}%`;
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

/** What there was, without what there was not: twelve towns are read one below the other. */
function townGroup({ name, figures }: BulletinGroup): string {
  const shown = figures.filter(({ now }) => now > 0);
  const [first] = shown;
  if (!first) return '';
  const told = shown.map(counted);
  // 走访2次 says itself what it is about.
  return name.zh.startsWith(first.label.zh) ? told.join('，') : `${name.zh}${told.join('，')}`;
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
      `${asked}，截至${shortDay(asOf)}已达到的${String(met)}${unit}。季度尚未结束，是否达到待季度结束后核对。${missing}`,
    ];
  if (short.length === 0 && unreported.length === 0) return [`${asked}，全部达到。`];
  const named = short.map(({ name, done }) => `${name}（${String(done)}次）`);
  const told = short.length > 0 ? `未达到的${String(short.length)}${unit}：${official.joined(named)}。` : '';
  return [`${asked}，达到的${String(met)}${unit}。${told}${missing}`];
}

function handedIn({ handedIn: { owing, submitted, missing, late, returned } }: Bulletin): string[] {
  if (owing === 0) return ['本季度没有应当报送台账的联系法官。'];
  const sentences = [
    `应报送台账、报表的联系法官${String(owing)}人，已收到${String(submitted)}人，未报${String(missing.length)}人${colonNames(missing)}。`,
    late === undefined ? '' : lateTold(late, submitted),
    returned.length > 0 ? `退回修改${String(returned.length)}人${colonNames(returned)}。` : '',
  ];
  return [sentences.join('')];
}

function lateTold(late: readonly string[], submitted: number): string {
  if (late.length > 0) return `逾期报送${String(late.length)}人${colonNames(late)}。`;
  return submitted > 0 ? '已报送的均按时报送。' : '';
}

function colonNames(names: readonly string[]): string {
  return names.length > 0 ? `：${official.joined(names)}` : '';
}

function problems({ asOf, groups, departments, deputies }: Bulletin): string[] {
  const open = groups.flatMap(({ name, figures }) =>
    figures
      .filter(({ standing, now }) => standing === 'open' && now > 0)
      .map((figure) => `${name.zh}${counted(figure)}`),
  );
  const told = deputies.filter(({ figures }) => figures.some(({ now }) => now > 0));
  const { overdue } = departments;
  return [
    `截至${shortDay(asOf)}，${open.length > 0 ? `尚未办结的有：${open.join('，')}` : '没有尚未办结的事项'}。`,
    ...(overdue > 0 ? [`转交部门办理的联系事项中，超过办理时限的${String(overdue)}件。`] : []),
    ...(told.length > 0
      ? told.map((group) => `${group.name.zh}：${group.figures.map(counted).join('，')}。`)
      : ['本季度没有登记代表、委员的意见建议。']),
  ];
}
