import { addDays, type CalendarDate } from '../calendar-date.ts';
import { choice } from '../fields/choice.ts';
import { count } from '../fields/count.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import type { Words } from '../words.ts';
import type { ClockContext, Due } from './clock.ts';
import { stock, type Figure } from './figure.ts';
import { dayIn, defineKind, type Kind, type Values } from './kind.ts';
import {
  amountField,
  caseNumberField,
  dueField,
  mediatorField,
  organisationField,
  partiesField,
  procedureField,
  subtypeField,
  townField,
  typeField,
} from './shared-fields.ts';

/** Since then suits that meet the conditions are filed first and entrusted with consent (最高法 2024-12-27 意见). */
const FILED_FIRST_SINCE = '2025-01-01';

/** Days by which the parties' consent may lengthen an entrusted mediation since 2025. */
const LONGEST_EXTENSION = 30;

function isCivil(values: Values): boolean {
  return values['nature'] === 'civil';
}

function isPreFiling(values: Values): boolean {
  return values['basis'] === 'preFiling';
}

function isAgreed(values: Values): boolean {
  return values['result'] === 'agreed';
}

/** 委派（委托）调解台账: disputes handed to people's mediation, filed or not (rules of 2024-06-20, 二(三)2). */
export const mediation: Kind = defineKind({
  id: 'mediation',
  name: { zh: '委派委托调解', en: 'mediation by delegation' },
  ledger: { zh: '委派（委托）调解台账', en: 'Ledger of mediation by delegation' },
  otherTitles: ['委派调解', '委托调解', '委派委托调解', '诉前调解'],
  span: {
    type: 'case',
    opened: ['delegatedOn'],
    closed: 'closedOn',
    outcome: 'result',
    closing: ['next'],
  },
  fields: [
    {
      key: 'basis',
      label: { zh: '类别', en: 'basis' },
      otherHeads: ['委派或委托'],
      type: choice([
        { id: 'preFiling', label: { zh: '立案前委派', en: 'before filing' } },
        { id: 'postFiling', label: { zh: '立案后委托', en: 'after filing' } },
      ]),
      required: true,
    },
    { ...caseNumberField, asked: true },
    {
      key: 'nature',
      label: { zh: '案件性质', en: 'nature' },
      type: choice([
        { id: 'civil', label: { zh: '民商事', en: 'civil' } },
        { id: 'privateProsecution', label: { zh: '刑事自诉', en: 'private prosecution' } },
        { id: 'incidentalCivil', label: { zh: '刑事附带民事赔偿', en: 'civil claim in a prosecution' } },
        { id: 'enforcement', label: { zh: '执行和解', en: 'settlement in enforcement' } },
      ]),
      required: true,
    },
    townField,
    {
      key: 'cause',
      label: { zh: '案由', en: 'cause' },
      type: text({ example: { zh: '民间借贷纠纷', en: '民间借贷纠纷' } }),
      holds: 'term',
      required: true,
    },
    typeField,
    subtypeField,
    partiesField,
    { ...amountField, label: { zh: '标的额（元）', en: 'amount (yuan)' }, asked: true },
    { key: 'consentedOn', label: { zh: '当事人同意日期', en: 'consented on' }, type: day() },
    {
      key: 'delegatedOn',
      label: { zh: '委派（委托）日期', en: 'delegated on' },
      otherHeads: ['委托日期'],
      type: day(),
      required: true,
    },
    organisationField,
    { ...mediatorField, asked: true },
    {
      key: 'signedOn',
      label: { zh: '材料签收（平台接受）日期', en: 'papers signed for on' },
      otherHeads: ['签收日期'],
      hint: { zh: '调解期限自这一天起算', en: 'the time limit runs from this day' },
      type: day(),
      notBefore: ['delegatedOn'],
      asked: true,
    },
    { ...procedureField, appliesWhen: (values) => !isPreFiling(values) },
    {
      key: 'excludedDays',
      label: { zh: '诉前鉴定等不计入天数', en: 'days not counted' },
      type: count({ example: { zh: '10', en: '10' }, units: ['天', '日'], most: 3650 }),
    },
    {
      key: 'extendedTo',
      label: { zh: '延期至', en: 'extended to' },
      type: day({ ahead: true }),
      notBefore: ['delegatedOn'],
    },
    {
      ...dueField({ zh: '委托函期限', en: 'due on' }, 'delegatedOn'),
      hint: { zh: '刑事、执行案件按委托函', en: 'of the letter, for criminal and enforcement cases' },
      appliesWhen: (values) => !isCivil(values),
      asked: true,
    },
    {
      key: 'result',
      label: { zh: '调解结果', en: 'result' },
      otherHeads: ['结果'],
      type: choice([
        { id: 'agreed', label: { zh: '调解成功', en: 'agreed' } },
        { id: 'failed', label: { zh: '调解不成', en: 'failed' } },
        { id: 'ended', label: { zh: '终止调解', en: 'ended' } },
      ]),
      asked: true,
    },
    {
      key: 'closedOn',
      label: { zh: '结束日期', en: 'closed on' },
      otherHeads: ['办结日期'],
      type: day(),
      needs: 'result',
      notBefore: ['delegatedOn', 'signedOn'],
      asked: true,
    },
    {
      key: 'next',
      label: { zh: '后续处理', en: 'what follows' },
      type: choice([
        { id: 'confirm', label: { zh: '申请司法确认', en: 'confirmation applied for' } },
        { id: 'writ', label: { zh: '出具调解书', en: 'writ of mediation' } },
        { id: 'withdraw', label: { zh: '撤诉', en: 'withdrawn' } },
        { id: 'file', label: { zh: '登记立案', en: 'filed' } },
        { id: 'trial', label: { zh: '转入审判', en: 'to trial' } },
        { id: 'performed', label: { zh: '自动履行', en: 'performed' } },
        { id: 'settled', label: { zh: '达成执行和解', en: 'settled in enforcement' } },
        { id: 'withdrawProsecution', label: { zh: '撤回自诉', en: 'prosecution withdrawn' } },
        { id: 'resume', label: { zh: '恢复审理（执行）', en: 'resumed' } },
        { id: 'otherClosure', label: { zh: '其他方式结案', en: 'closed otherwise' } },
      ]),
      offeredWhen: (values) => values['result'] !== undefined,
      asked: true,
    },
    {
      key: 'officer',
      label: { zh: '经办人', en: 'officer' },
      type: text({ name: true, example: { zh: '李某', en: 'Li' } }),
      holds: 'judge',
      personal: true,
    },
  ],
  heads: [
    ...['basis', 'caseNumber', 'nature', 'town', 'cause', 'type', 'parties', 'amount', 'delegatedOn'],
    ...[
      'organisation',
      'mediator',
      'signedOn',
      'deadline',
      'extendedTo',
      'result',
      'closedOn',
      'next',
      'officer',
    ],
  ],
  listed: ['delegatedOn', 'town', 'basis', 'result', 'closedOn', 'cause'],
  headline: ['town', 'basis', { zh: '调解：', en: 'mediation:' }, 'cause'],
  gist: 'cause',
  figures: [
    ...stockOf('preFiling', { zh: '委派调解', en: 'before filing' }),
    ...stockOf('postFiling', { zh: '委托调解', en: 'after filing' }),
    {
      group: { zh: '委派（委托）调解', en: 'mediation by delegation' },
      key: 'agreedAmount',
      label: { zh: '协议涉及金额', en: 'amount agreed' },
      unit: '元',
      measure: { of: 'closed', where: isAgreed, sum: 'amount' },
      byType: { zh: '涉及金额（元）', en: 'amount (yuan)' },
    },
  ],
  clocks: [
    {
      id: 'mediationDue',
      what: { zh: '办结委派（委托）调解', en: 'finish the mediation' },
      basis: {
        zh: '最高人民法院关于人民法院特邀调解的规定第二十七条，民事诉讼法第八十五条；刑事、执行案件按委托函',
        en: 'SPC Provisions on Invited Mediation 27, Civil Procedure Law 85; criminal and enforcement cases by the letter',
      },
      due: mediationDue,
      done: (values) => values['closedOn'] !== undefined,
      column: { key: 'deadline', head: { zh: '期限届满日', en: 'ends on' } },
    },
  ],
  checks: [
    {
      name: 'suits are filed first since 2025',
      field: 'basis',
      find: (values) => {
        const delegated = dayIn(values, 'delegatedOn');
        return isPreFiling(values) && delegated && delegated >= FILED_FIRST_SINCE
          ? { code: 'pre-filing-since-2025', day: delegated }
          : undefined;
      },
    },
    {
      name: 'an extension is not over 30 days since 2025',
      field: 'extendedTo',
      find: (values, context) => {
        const [delegated, extendedTo] = [dayIn(values, 'delegatedOn'), dayIn(values, 'extendedTo')];
        if (!delegated || !extendedTo || !isCivil(values) || isPreFiling(values)) return undefined;
        const limit = delegated >= FILED_FIRST_SINCE ? statutoryEnd(values, context) : undefined;
        if (!limit) return undefined;
        const most = addDays(limit.on, LONGEST_EXTENSION);
        return extendedTo > most ? { code: 'extension-too-long', extendedTo, most } : undefined;
      },
    },
  ],
});

function stockOf(basis: 'preFiling' | 'postFiling', group: Words): readonly Figure[] {
  const shared = { group, table: 'trial' } as const;
  const where = (values: Values): boolean => values['basis'] === basis;
  const ofWhich: Figure = {
    ...shared,
    key: `${basis}Agreed`,
    label: { zh: '其中成功', en: 'of which agreed' },
    unit: '件',
    measure: { of: 'closed', where: (values) => where(values) && isAgreed(values) },
  };
  return stock(shared, { prefix: basis, where, ofWhich: [ofWhich], openedByType: group });
}

/** Criminal and enforcement cases have no statutory length: the letter sets the day. */
function mediationDue(values: Values, context: ClockContext): Due | undefined {
  if (!isCivil(values)) {
    const on = dayIn(values, 'dueOn');
    return on && { on };
  }
  const extendedTo = dayIn(values, 'extendedTo');
  return extendedTo ? { on: extendedTo } : statutoryEnd(values, context);
}

/** 30 days before filing, and the days that do not count; after it 15 in ordinary and 7 in summary and small-claims procedure. */
function statutoryEnd(values: Values, { workdays }: ClockContext): Due | undefined {
  const [signed, delegated] = [dayIn(values, 'signedOn'), dayIn(values, 'delegatedOn')];
  const from: CalendarDate | undefined = signed ?? delegated;
  if (!from) return undefined;
  const { procedure, excludedDays } = values;
  const isLong = procedure === 'ordinary' || procedure === 'special';
  const days = isPreFiling(values) ? 30 : isLong ? 15 : 7;
  const excluded = isPreFiling(values) && typeof excludedDays === 'number' ? excludedDays : 0;
  const on = workdays.onOrAfter(addDays(from, days + excluded));
  const notes: Words[] = [
    ...(signed
      ? []
      : [
          {
            zh: '未填材料签收日期，自委派（委托）之日起算',
            en: 'counted from the delegation: no day of signature',
          },
        ]),
    ...(isPreFiling(values) || procedure !== undefined
      ? []
      : [{ zh: '未填适用程序，按7日计算', en: 'counted as 7 days: no procedure' }]),
  ];
  if (notes.length === 0) return { on };
  return { on, note: { zh: notes.map(({ zh }) => zh).join('；'), en: notes.map(({ en }) => en).join('; ') } };
}
