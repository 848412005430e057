import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { several } from '../fields/several.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { stock } from './figure.ts';
import { defineKind, type Kind, type Values } from './kind.ts';
import { amountField, partiesField, subtypeField, townField, typeField } from './shared-fields.ts';

const SHARED = { group: { zh: '指导调解', en: 'guidance' }, table: 'trial' } as const;

function isRequest(values: Values): boolean {
  return values['origin'] === 'request';
}

/** A training of mediators has no dispute. */
function isOfDispute(values: Values): boolean {
  return values['origin'] !== 'training';
}

function isAgreed(values: Values): boolean {
  return values['result'] === 'agreed';
}

/** 指导人民调解台账: guidance that a centre asked for, or the court gave of itself (rules of 2024-06-20, 二(二)4, 二(三)1). */
export const guidance: Kind = defineKind({
  id: 'guidance',
  name: { zh: '指导调解', en: 'guidance of mediation' },
  ledger: { zh: '指导人民调解台账', en: 'Ledger of guidance of people’s mediation' },
  otherTitles: ['指导调解', '指导人民调解', '调解指导'],
  span: {
    type: 'case',
    opened: ['requestedOn', 'guidedOn'],
    closed: 'closedOn',
    outcome: 'result',
    closing: ['amount', 'confirmationApplied'],
  },
  fields: [
    {
      key: 'origin',
      label: { zh: '指导来源', en: 'origin' },
      type: choice([
        { id: 'request', label: { zh: '综治中心申请', en: 'asked for by the centre' } },
        { id: 'initiative', label: { zh: '法院主动指导', en: 'of the court itself' } },
        { id: 'training', label: { zh: '调解员培训', en: 'training of mediators' } },
      ]),
      required: true,
    },
    {
      key: 'requestedOn',
      label: { zh: '申请日期', en: 'asked for on' },
      type: day(),
      required: isRequest,
      appliesWhen: isRequest,
    },
    {
      key: 'requestedBy',
      label: { zh: '申请单位', en: 'asked for by' },
      type: text({ name: true, example: { zh: '太平镇综治中心', en: '太平镇综治中心' } }),
      holds: 'body',
      required: isRequest,
      appliesWhen: isRequest,
    },
    townField,
    { ...typeField, required: isOfDispute, offeredWhen: isOfDispute },
    { ...subtypeField, offeredWhen: isOfDispute },
    { ...partiesField, offeredWhen: isOfDispute },
    {
      key: 'summary',
      label: { zh: '纠纷简要情况', en: 'summary' },
      otherHeads: ['简要案情', '纠纷情况', '基本情况'],
      type: text({
        long: true,
        example: { zh: '承包地界址不清，双方多次争执', en: 'the bounds of a leased field are unclear' },
      }),
      required: isOfDispute,
      offeredWhen: isOfDispute,
      personal: true,
    },
    {
      key: 'method',
      label: { zh: '指导方式', en: 'method' },
      type: several([
        { id: 'law', label: { zh: '法律指导', en: 'law' } },
        { id: 'policy', label: { zh: '政策指引', en: 'policy' } },
        { id: 'precedent', label: { zh: '判例支撑', en: 'precedent' } },
        { id: 'experience', label: { zh: '资源经验支持', en: 'experience' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      required: true,
    },
    {
      key: 'guidedOn',
      label: { zh: '指导日期', en: 'guided on' },
      type: day(),
      required: (values) => !isRequest(values),
      notBefore: ['requestedOn'],
      asked: true,
    },
    {
      key: 'guide',
      label: { zh: '指导法官（法官助理）', en: 'guiding judge' },
      otherHeads: ['指导人', '指导人员'],
      type: text({ name: true, example: { zh: '陈某', en: 'Chen' } }),
      holds: 'judge',
      personal: true,
      asked: true,
    },
    {
      key: 'mediator',
      label: { zh: '调解组织及调解员', en: 'mediation body and mediator' },
      otherHeads: ['调解组织', '调解员'],
      type: text({
        name: true,
        example: { zh: '太平镇人民调解委员会 苏某', en: '太平镇人民调解委员会, Su' },
      }),
      holds: 'mediator',
      personal: true,
      asked: true,
    },
    {
      key: 'result',
      label: { zh: '调解结果', en: 'result' },
      otherHeads: ['结果', '指导结果'],
      type: choice([
        { id: 'agreed', label: { zh: '达成协议', en: 'agreed' } },
        { id: 'failed', label: { zh: '未达成协议', en: 'not agreed' } },
        { id: 'ended', label: { zh: '终止调解', en: 'ended' } },
        { id: 'advice', label: { zh: '提供意见', en: 'advice given' } },
      ]),
      asked: true,
    },
    {
      key: 'closedOn',
      label: { zh: '结束日期', en: 'closed on' },
      otherHeads: ['办结日期'],
      type: day(),
      needs: 'result',
      notBefore: ['requestedOn', 'guidedOn'],
      asked: true,
    },
    { ...amountField, offeredWhen: isOfDispute },
    {
      key: 'confirmationApplied',
      label: { zh: '已申请司法确认', en: 'confirmation applied for' },
      head: { zh: '是否申请司法确认', en: 'confirmation applied for' },
      type: yesNo(),
      offeredWhen: isAgreed,
      asked: true,
    },
  ],
  heads: [
    ...[
      'origin',
      'requestedOn',
      'town',
      'requestedBy',
      'type',
      'parties',
      'summary',
      'method',
      'guidedOn',
      'guide',
    ],
    ...['mediator', 'result', 'closedOn', 'amount', 'confirmationApplied'],
  ],
  listed: ['requestedOn', 'guidedOn', 'town', 'type', 'result', 'summary'],
  headline: ['origin', 'town', 'type', { zh: '指导调解', en: 'guidance' }],
  gist: 'summary',
  figures: [
    ...stock(SHARED, {
      openedByType: { zh: '指导调解', en: 'guidance' },
      ofWhich: [
        {
          ...SHARED,
          key: 'agreed',
          label: { zh: '其中达成协议', en: 'of which agreed' },
          unit: '件',
          measure: { of: 'closed', where: isAgreed },
        },
      ],
    }),
    {
      group: SHARED.group,
      key: 'agreedAmount',
      label: { zh: '协议涉及金额', en: 'amount agreed' },
      unit: '元',
      measure: { of: 'closed', where: isAgreed, sum: 'amount' },
      byType: { zh: '涉及金额（元）', en: 'amount (yuan)' },
    },
  ],
});
