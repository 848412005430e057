import { quarterParts, type Quarter } from '../domain/quarter.ts';
import type { HandedInFacts, SheetWords } from '../domain/sheet-words.ts';
import { fullDay, shortDay } from './official-days.ts';

const NUMERALS = ['', '一', '二', '三', '四'];
const FORMS: Readonly<Record<string, string>> = { visit: '走访', talk: '座谈', other: '其他' };

/** The words of the official workbooks. They are the court's documents, so they are Chinese whatever the screen speaks. */
export const official: SheetWords = {
  none: '无',
  unreported: '未报',
  notCounted: '〔不计数〕',
  supplement: '〔补报〕',
  noFigure: '—',
  quarter: (quarter) => `${String(quarterParts(quarter).year)}年${quarterOfYear(quarter)}`,
  year: (year) => `${String(year)}年度`,
  quarterOfYear,
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
  submissionCopy: (judge, quarter, attempt) =>
    `报送件_${judge}_${String(quarterParts(quarter).year)}年${quarterOfYear(quarter)}_第${String(attempt)}次.txt`,
  receipt: (receipt) => {
    const { counts, filingOn, on, due, daysLate, office } = receipt;
    const total = counts.reduce((sum, { entries }) => sum + entries, 0);
    return [
      `${receipt.court}“法官进综治中心”台账、报表报送回执`,
      '',
      ...handedIn(receipt),
      ...counts.map(({ ledger, entries }) => `　　${ledger}：${String(entries)}条`),
      `　　合计：${String(total)}条`,
      filingOn === undefined
        ? `收件日：${fullDay(on)}（按研究室收件日计）`
        : `立案庭收件日：${fullDay(filingOn)}（研究室收件日：${fullDay(on)}）`,
      `报送期限：${fullDay(due)}，${lateness(daysLate)}报送`,
      '',
      '核对码与报送时显示的一致，即为同一份内容。',
      `收件部门：${office}　　　收件人：　　　　　　日期：`,
    ];
  },
  returnNotice: (notice) => [
    `${notice.court}“法官进综治中心”台账、报表退回通知`,
    '',
    ...handedIn(notice),
    `收件日：${fullDay(notice.on)}`,
    `退回日期：${fullDay(notice.returnedOn)}`,
    `退回原因：${notice.reason}`,
    '',
    '请改正后重新报送（程序自动生成下一次报送件）。',
    `退回部门：${notice.office}　　　经办人：　　　　　　日期：`,
  ],
  besideSubmission: (sort, judge, quarter, attempt) =>
    `${{ cover: '报送单', receipt: '回执', return: '退回通知' }[sort]}_${judge}_${String(quarterParts(quarter).year)}年${quarterOfYear(quarter)}_第${String(attempt)}次`,
  attempt: (attempt) => `第${String(attempt)}次`,
  timeliness: (daysLeft) => {
    if (daysLeft === 0) return '期限当日';
    return daysLeft > 0 ? `提前${String(daysLeft)}天` : `逾期${String(-daysLeft)}天`;
  },
  lateness,
  problemsSaid: (said) => (said ? '有，随报送件一并报送' : '无'),
  townVerdict: (town, verdict) => `${town}${verdict}`,
  metTowns: (met, all) => `${String(met)}/${String(all)}`,
  unreportedTowns: (towns) => `未报送：${towns.join('、')}。未报送的镇不计为0。`,
  unreportedIn: (town, quarters) => `${town}（${quarters.map(quarterOfYear).join('、')}）`,
  unreportedTown: (town) => `${town}（未报）`,
  trendQuarter: (quarter, unreported, runsOn) => {
    const notes = [
      ...(runsOn === undefined ? [] : [`截至${shortDay(runsOn)}`]),
      ...(unreported === 0 ? [] : [`${String(unreported)}个镇未报`]),
    ];
    const name = `${String(quarterParts(quarter).year)}年${quarterOfYear(quarter)}`;
    return notes.length === 0 ? name : `${name}（${notes.join('，')}）`;
  },
  compared: { lastQuarter: '上季度', lastYearQuarter: '上年同期', yearToDate: '本年累计', lastYear: '上年' },
  total: '合计',
  running: (asOf) => `数据截至${fullDay(asOf)}，统计期尚未结束；对比的各期为整期数据。`,
  metQuarters: (met, of) => `${String(met)}/${String(of)}季达标`,
  ofWhich: (name) => `其中：${name}`,
  untyped: '未分类',
  noDepartment: '未填部门',
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
    colleague: '本镇本季另有联系法官，其登记不在内',
    others: '联系法官未报，所列为其他法官的登记',
    unreportedIn: (quarters) => `${quarters.map(quarterOfYear).join('、')}未报，未计入`,
    without: (towns, quarter) => {
      const [first, second, third] = towns;
      const named = [first, second, third].filter((town) => town !== undefined).join('、');
      const all = towns.length > 3 ? `${named}等${String(towns.length)}个镇` : named;
      return `${quarter === undefined ? '' : quarterOfYear(quarter)}未报：${all}`;
    },
  },
  noted: (notes) => notes.join('；'),
  toldBy: (label, department) => `${label}（${department}）`,
  states: {
    submission: '已报',
    ledger: '未报送（有台账）',
    missing: '未报',
    unreadable: '台账无法读取',
    returned: '已退回',
    conflict: '待确认',
  },
  sources: { submission: '报送件', ledger: '现有台账', missing: '无', unreadable: '未纳入汇总' },
  submittedAs: (state, attempt) => `${state}（第${String(attempt)}次）`,
  late: (days) => `逾期${String(days)}天`,
  byOffice: '按研究室收件日计',
  upTo: (asOf) => `数据截至${shortDay(asOf)}`,
  carried: '沿用上次报送的未结登记',
  changes: { added: '补报', changed: '修改', removed: '删除' },
  submissions: ({ due, submitted, here, missing }) =>
    [
      `应报${String(due)}人`,
      ...(submitted > 0 ? [`已报${String(submitted)}人`] : []),
      ...(submitted > 0 && here === 0 ? [] : [`有台账${String(here)}人`]),
      `未报${String(missing)}人`,
    ].join('，'),
  offRosterJudge: '不在挂点名册',
  offRosterTown: '名册外',
  masked: {
    foot: '本版由程序处理，流转前须人工核对。核对人：　　　　　　日期：',
    notice: { internal: '院内流转版　内部资料　注意保管', external: '对外通报版' },
    noFindings: '对外通报版不列数据核对事项。',
    notShown: '（对外通报版不列）',
  },
};

/** The lines that name what was handed in. */
function lateness(daysLate: number): string {
  return daysLate > 0 ? `逾期${String(daysLate)}天` : '按期';
}

function handedIn({ judge, towns, quarter, asOf, attempt, code }: HandedInFacts): readonly string[] {
  return [
    `报送人（联系法官）：${judge}${towns.length > 0 ? `　　挂点镇：${towns.join('、')}` : ''}`,
    `季度：${String(quarterParts(quarter).year)}年${quarterOfYear(quarter)}（数据截至${fullDay(asOf)}）　　第${String(attempt)}次报送`,
    `核对码：${code}`,
  ];
}

function quarterOfYear(quarter: Quarter): string {
  return `第${NUMERALS[quarterParts(quarter).number] ?? ''}季度`;
}
