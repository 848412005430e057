import type { BulletinFigure, BulletinGroup } from '../domain/bulletin.ts';

/** Whether there is, or was in a period it is set against, anything to tell of. */
export function isTold({ figures }: BulletinGroup): boolean {
  return figures.some(({ now, lastQuarter, lastYear }) => now + (lastQuarter ?? 0) + (lastYear ?? 0) > 0);
}

/** 矛盾纠纷新收13件（较上季度增加3件，上升30%），办结6件，未结7件。 What is 0 and no head of the others is left out. */
export function groupTold({ name, figures }: BulletinGroup): string {
  if (figures.every(({ now }) => now === 0))
    return `${name.zh}本季度没有登记${beforeTold('上季度', figures, 'lastQuarter')}${beforeTold('上年同期', figures, 'lastYear')}。`;
  const shown = figures.filter(({ now, isLeading, standing }) => now > 0 || isLeading || standing === 'open');
  return `${named(name.zh, figures)}${listTold(shown, (figure) => (figure.isLeading ? changesTold(figure) : ''))}。`;
}

/** What there was in a period before, where there is nothing now. */
function beforeTold(
  name: string,
  figures: readonly BulletinFigure[],
  period: 'lastQuarter' | 'lastYear',
): string {
  const was = figures
    .filter((figure) => figure.isLeading && (figure[period] ?? 0) > 0)
    .map((figure) => counted({ ...figure, now: figure[period] ?? 0 }));
  return was.length === 0 ? '' : `，${name}${was.join('、')}`;
}

/** The numbers of a group; of several 其中 one behind the other the first says so for all. */
export function listTold(
  figures: readonly BulletinFigure[],
  remark: (figure: BulletinFigure) => string = () => '',
): string {
  const isPart = (figure: BulletinFigure | undefined): boolean =>
    figure?.label.zh.startsWith('其中') === true;
  return figures
    .map((figure, at) => {
      const told = counted(figure);
      const remarked = remark(figure);
      const said = isPart(figure) && isPart(figures[at - 1]) ? told.replace('其中', '') : told;
      return `${said}${remarked === '' ? '' : `（${remarked}）`}`;
    })
    .join('，');
}

/** 走访2次 says itself what it is about; 新收2件 does not. */
function named(name: string, [first]: readonly BulletinFigure[]): string {
  return first && name.startsWith(first.label.zh) ? '' : name;
}

/** 新收11件 · 受众120人次 · 3场: a head that only says what is counted adds nothing to the unit. */
export function counted({ label: { zh }, unit, now }: BulletinFigure): string {
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

/** What there was, without what there was not: twelve towns are read one below the other. */
export function townGroup({ name, figures }: BulletinGroup): string {
  const shown = figures.filter(({ now }) => now > 0);
  return shown.length === 0 ? '' : `${named(name.zh, shown)}${listTold(shown)}`;
}
