import { partsOf, type CalendarDate } from '../domain/calendar-date.ts';
import { quarterParts } from '../domain/quarter.ts';
import type { SheetWords } from '../domain/sheet-words.ts';

const NUMERALS = ['', '一', '二', '三', '四'];
const FORMS: Readonly<Record<string, string>> = { visit: '走访', talk: '座谈', other: '其他' };

/** The words of the official workbooks. They are the court's documents, so they are Chinese whatever the screen speaks. */
export const official: SheetWords = {
  none: '无',
  unreported: '未报',
  quarter: (quarter) => {
    const { year, number } = quarterParts(quarter);
    return `${String(year)}年第${NUMERALS[number] ?? ''}季度`;
  },
  day: fullDay,
  period: (from, to) => `${fullDay(from)}至${fullDay(to)}`,
  verdict: (row, asOf) => {
    if (row.met) return `已达${String(row.required)}次`;
    if (row.daysLeft === 0) return `未达${String(row.required)}次`;
    return `截至${shortDay(asOf)}尚差${String(row.missing)}次`;
  },
  served: (name, from, to) => {
    if (from !== undefined && to !== undefined) return `${name}（${shortDay(from)}至${shortDay(to)}）`;
    if (from !== undefined) return `${name}（自${shortDay(from)}）`;
    return to === undefined ? name : `${name}（至${shortDay(to)}）`;
  },
  joined: (items) => items.join('、'),
  metTowns: (met, all) => `${String(met)}/${String(all)}`,
  unreportedTowns: (towns) => `未报送：${towns.join('、')}。未报送的镇不计为0次。`,
  counting: ({ forms, distinct, required }) => {
    const counted = forms.map((form) => FORMS[form] ?? form).join('、');
    const once = distinct ? '同日同地的多次走访（含两名法官同行）计1次；' : '';
    return `每季走访不少于${String(required)}次，计入方式为${counted}；${once}部门自行开展并告知的不计入。`;
  },
  notes: {
    raw: (raw, done) => `登记${String(raw)}次，同日同地合并后计${String(done)}次`,
    further: (count) => `另有${String(count)}次见走访座谈台账`,
    noVillage: '本季未走访村（社区）',
    shared: '本镇另有联系法官的台账未报，次数可能不全',
  },
  noted: (notes) => notes.join('；'),
  toldBy: (label, department) => `${label}（${department}）`,
  states: { ledger: '未报送（有台账）', missing: '未报', unreadable: '台账无法读取' },
  sources: { ledger: '现有台账', missing: '无', unreadable: '未纳入汇总' },
  submissions: (due, here, missing) =>
    `应报${String(due)}人，有台账${String(here)}人，未报${String(missing)}人`,
  offRosterJudge: '不在挂点名册',
  offRosterTown: '名册外',
};

function fullDay(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

function shortDay(date: CalendarDate): string {
  const { month, day } = partsOf(date);
  return `${String(month)}月${String(day)}日`;
}
