import { addDays } from '../calendar-date.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import type { Due, ClockContext } from './clock.ts';
import { stock, type Figure } from './figure.ts';
import { dayIn, defineKind, type Kind, type Values } from './kind.ts';
import {
  amountField,
  caseNumberField,
  mediatorField,
  organisationField,
  subtypeField,
  townField,
  typeField,
} from './shared-fields.ts';

const SHARED = { group: { zh: '司法确认', en: 'confirmations' }, table: 'trial' } as const;

/** What can't be confirmed: relations of persons, and whose a thing or a work is (民诉解释 355, 358). */
const EXCLUDED = ['离婚', '解除婚姻', '收养', '亲子', '确权'] as const;

function isRuling(values: Values): boolean {
  return values['document'] === 'ruling';
}

function isApplied(values: Values): boolean {
  return values['appliedOn'] !== undefined;
}

function ofWhich(result: string, label: Figure['label']): Figure {
  const where = (values: Values): boolean => values['result'] === result;
  return { ...SHARED, key: result, label, unit: '件', measure: { of: 'closed', where } };
}

/** 司法确认台账: agreements of people's mediation that the court confirms (rules of 2024-06-20, 二(三)3). */
export const confirmation: Kind = defineKind({
  id: 'confirmation',
  name: { zh: '司法确认', en: 'judicial confirmations' },
  ledger: { zh: '司法确认台账', en: 'Ledger of judicial confirmations' },
  otherTitles: ['司法确认', '司法确认案件'],
  span: {
    type: 'case',
    opened: ['appliedOn'],
    known: 'effectiveOn',
    closed: 'closedOn',
    outcome: 'result',
    closing: ['performance'],
  },
  fields: [
    {
      key: 'effectiveOn',
      label: { zh: '协议生效日期', en: 'effective on' },
      otherHeads: ['协议日期', '生效日期'],
      type: day(),
      required: true,
    },
    townField,
    organisationField,
    { ...mediatorField, asked: true },
    {
      key: 'applicants',
      label: { zh: '申请人', en: 'applicants' },
      type: text({ name: true, example: { zh: '梁某、陈某', en: 'Liang and Chen' } }),
      holds: 'person',
      required: true,
      personal: true,
    },
    typeField,
    subtypeField,
    {
      key: 'document',
      label: { zh: '文书类型', en: 'document' },
      type: choice([
        { id: 'ruling', label: { zh: '裁定书', en: 'ruling' } },
        { id: 'writ', label: { zh: '调解书', en: 'writ of mediation' } },
      ]),
      required: true,
    },
    {
      key: 'appliedOn',
      label: { zh: '申请日期', en: 'applied on' },
      hint: { zh: '还没有申请的，留空', en: 'leave empty where not yet applied for' },
      type: day(),
      // Whatever the court decides, it was asked to.
      required: ({ result }) => result !== undefined && result !== 'notApplied',
      notBefore: ['effectiveOn'],
      asked: true,
    },
    { ...caseNumberField, offeredWhen: isApplied, asked: true },
    {
      key: 'acceptedOn',
      label: { zh: '受理日期', en: 'accepted on' },
      type: day(),
      needs: 'appliedOn',
      notBefore: ['appliedOn'],
      asked: true,
    },
    {
      key: 'extendedTo',
      label: { zh: '延期至', en: 'extended to' },
      type: day({ ahead: true }),
      offeredWhen: (values) => values['acceptedOn'] !== undefined,
      notBefore: ['acceptedOn'],
    },
    {
      key: 'result',
      label: { zh: '审查结果', en: 'result' },
      otherHeads: ['结果', '确认结果'],
      type: choice([
        { id: 'confirmed', label: { zh: '确认有效', en: 'confirmed' } },
        { id: 'mediated', label: { zh: '出具调解书', en: 'writ issued' } },
        { id: 'dismissed', label: { zh: '驳回申请', en: 'dismissed' } },
        { id: 'rejected', label: { zh: '不予受理', en: 'not accepted' } },
        { id: 'withdrawn', label: { zh: '撤回申请', en: 'withdrawn' } },
        { id: 'notApplied', label: { zh: '未申请', en: 'never applied for' } },
      ]),
      asked: true,
    },
    {
      key: 'closedOn',
      label: { zh: '文书（办结）日期', en: 'closed on' },
      otherHeads: ['裁定日期'],
      type: day(),
      needs: 'result',
      notBefore: ['effectiveOn', 'appliedOn', 'acceptedOn'],
      asked: true,
    },
    amountField,
    {
      key: 'performance',
      label: { zh: '履行情况', en: 'performance' },
      type: text({ long: true, example: { zh: '已履行完毕', en: 'all has been paid' } }),
      personal: true,
    },
    {
      key: 'reviewJudge',
      label: { zh: '审查法官', en: 'reviewing judge' },
      type: text({ name: true, example: { zh: '陈某', en: 'Chen' } }),
      holds: 'judge',
      personal: true,
    },
  ],
  heads: [
    ...[
      'caseNumber',
      'town',
      'organisation',
      'mediator',
      'applicants',
      'type',
      'document',
      'effectiveOn',
      'applyBy',
    ],
    ...['appliedOn', 'acceptedOn', 'result', 'closedOn', 'amount', 'performance', 'reviewJudge'],
  ],
  listed: ['effectiveOn', 'town', 'appliedOn', 'result', 'closedOn', 'type'],
  headline: ['town', 'type', { zh: '纠纷司法确认', en: 'confirmation' }],
  gist: 'applicants',
  figures: stock(SHARED, {
    openedByType: { zh: '司法确认', en: 'confirmations' },
    opened: { zh: '申请', en: 'applied for' },
    ofWhich: [
      ofWhich('confirmed', { zh: '其中确认有效', en: 'of which confirmed' }),
      ofWhich('mediated', { zh: '其中出具调解书', en: 'of which by writ' }),
    ],
  }),
  clocks: [
    {
      id: 'applyBy',
      what: { zh: '申请司法确认', en: 'apply for confirmation' },
      basis: {
        zh: '民事诉讼法第二百零五条：自调解协议生效之日起三十日内；第八十五条',
        en: 'Civil Procedure Law 205: within 30 days of the agreement’s taking effect; 85',
      },
      due: applyBy,
      done: (values) => isApplied(values) || values['closedOn'] !== undefined,
      column: { key: 'applyBy', head: { zh: '申请期限届满日', en: 'apply by' } },
    },
    {
      id: 'acceptBy',
      what: { zh: '决定是否受理司法确认申请', en: 'decide whether to accept the application' },
      basis: { zh: '法释〔2011〕5号第四条：收到申请后三日内', en: '法释〔2011〕5号 4: within 3 days' },
      due: (values, { workdays }) => {
        const from = dayIn(values, 'appliedOn');
        return from && { on: workdays.onOrAfter(addDays(from, 3)) };
      },
      done: (values) => values['acceptedOn'] !== undefined || values['closedOn'] !== undefined,
    },
    {
      id: 'reviewBy',
      what: { zh: '审结司法确认案件', en: 'finish the review' },
      basis: {
        zh: '民事诉讼法第一百八十七条：立案之日起三十日内；法释〔2011〕5号第五条：十五日内（预警）',
        en: 'Civil Procedure Law 187: within 30 days; 法释〔2011〕5号 5: 15 days (warning)',
      },
      due: (values, { workdays }) => {
        const from = dayIn(values, 'acceptedOn');
        if (!from) return undefined;
        const on = dayIn(values, 'extendedTo') ?? workdays.onOrAfter(addDays(from, 30));
        return { on, warnOn: workdays.onOrAfter(addDays(from, 15)) };
      },
      done: (values) => values['closedOn'] !== undefined,
    },
  ],
  checks: [
    {
      name: 'relations of persons and ownership are not confirmed',
      field: 'type',
      find: (values) => {
        const texts = Object.values(values).filter((value) => typeof value === 'string');
        const word = EXCLUDED.find((excluded) => texts.some((text) => text.includes(excluded)));
        return word === undefined ? undefined : { code: 'confirmation-excluded', word };
      },
    },
    {
      name: 'applied for in time',
      field: 'appliedOn',
      find: (values, context) => {
        const [applied, due] = [dayIn(values, 'appliedOn'), applyBy(values, context)];
        if (!applied || !due || applied <= due.on) return undefined;
        return { code: 'applied-late', appliedOn: applied, applyBy: due.on };
      },
    },
  ],
});

/** Only a ruling has a term for the application: a writ is made where a case was filed. */
function applyBy(values: Values, { workdays }: ClockContext): Due | undefined {
  const from = dayIn(values, 'effectiveOn');
  return from && isRuling(values) ? { on: workdays.onOrAfter(addDays(from, 30)) } : undefined;
}
