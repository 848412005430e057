import { choice } from '../fields/choice.ts';
import { count, PEOPLE } from '../fields/count.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { defineKind, type Kind, type Values } from './kind.ts';
import { townField, villageField } from './shared-fields.ts';

const PUBLICITY = { group: { zh: '法治宣传', en: 'publicity' }, table: 'contact' } as const;

/** Legal advice has a figure of its own; all else is publicity. */
function isPublicity(values: Values): boolean {
  return values['form'] !== 'advice';
}

/** 法治宣传、法律咨询台账 (rules of 2024-06-20, 二(二)4). */
export const outreach: Kind = defineKind({
  id: 'outreach',
  name: { zh: '普法咨询', en: 'publicity and advice' },
  ledger: { zh: '法治宣传、法律咨询台账', en: 'Ledger of publicity and legal advice' },
  otherTitles: ['法治宣传', '法律咨询', '法治宣传法律咨询', '普法宣传', '普法'],
  span: { type: 'event', day: 'heldOn' },
  fields: [
    {
      key: 'heldOn',
      label: { zh: '日期', en: 'held on' },
      otherHeads: ['活动日期', '宣传日期', '开展日期'],
      type: day(),
      required: true,
    },
    townField,
    villageField,
    {
      key: 'venue',
      label: { zh: '地点', en: 'venue' },
      otherHeads: ['活动地点', '宣传地点'],
      type: text({ example: { zh: '太平圩文化广场', en: '太平圩文化广场' } }),
      holds: 'place',
      required: true,
    },
    {
      key: 'form',
      label: { zh: '活动形式', en: 'form' },
      otherHeads: ['形式', '宣传形式', '活动方式'],
      type: choice([
        { id: 'lecture', label: { zh: '法治讲座', en: 'lecture' } },
        { id: 'advice', label: { zh: '法律咨询', en: 'legal advice' } },
        { id: 'caseTalk', label: { zh: '以案释法', en: 'case talk' } },
        { id: 'market', label: { zh: '圩日（集市）宣传', en: 'market day' } },
        { id: 'village', label: { zh: '送法进村（社区）', en: 'in the village' } },
        { id: 'school', label: { zh: '送法进校园', en: 'at school' } },
        { id: 'enterprise', label: { zh: '送法进企业', en: 'at an enterprise' } },
        { id: 'moot', label: { zh: '模拟法庭', en: 'moot court' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      required: true,
    },
    {
      key: 'topic',
      label: { zh: '主题', en: 'topic' },
      otherHeads: ['活动主题', '宣传主题', '活动名称'],
      type: text({ example: { zh: '防范民间借贷风险', en: 'the risks of private loans' } }),
      required: true,
    },
    {
      key: 'speakers',
      label: { zh: '主讲（参加）人员', en: 'speakers' },
      otherHeads: ['主讲人'],
      type: text({ name: true, example: { zh: '陈某、李某', en: 'Chen and Li' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'audience',
      label: { zh: '受众对象', en: 'audience' },
      otherHeads: ['对象', '宣传对象'],
      type: text({ example: { zh: '村民、个体工商户', en: 'villagers and traders' } }),
      holds: 'people',
      asked: true,
    },
    {
      key: 'attendance',
      label: { zh: '受众人次', en: 'attendance' },
      otherHeads: ['参加人数', '宣传人数'],
      type: count({ example: { zh: '60', en: '60' }, units: PEOPLE }),
      asked: true,
    },
    {
      key: 'leaflets',
      label: { zh: '发放资料（份）', en: 'leaflets' },
      otherHeads: ['资料份数', '发放宣传资料'],
      type: count({ example: { zh: '100', en: '100' }, units: ['份', '张', '本', '册', '件'] }),
      asked: true,
    },
    {
      key: 'consultations',
      label: { zh: '解答咨询（人次）', en: 'consultations' },
      otherHeads: ['咨询人数'],
      type: count({ example: { zh: '12', en: '12' }, units: PEOPLE }),
      asked: true,
    },
    {
      key: 'summary',
      label: { zh: '活动简要情况', en: 'summary' },
      otherHeads: ['活动情况', '简要情况'],
      type: text({
        long: true,
        example: { zh: '结合辖区案例讲解借条书写要点', en: 'how to write a note of hand' },
      }),
      personal: true,
      asked: true,
    },
  ],
  heads: [
    ...[
      'heldOn',
      'town',
      'village',
      'venue',
      'form',
      'topic',
      'speakers',
      'audience',
      'attendance',
      'leaflets',
    ],
    ...['consultations', 'summary'],
  ],
  listed: ['heldOn', 'town', 'form', 'attendance', 'topic'],
  headline: [{ zh: '在', en: '' }, 'town', 'village', { zh: '开展', en: '' }, 'form'],
  gist: 'topic',
  figures: [
    {
      ...PUBLICITY,
      key: 'events',
      label: { zh: '场次', en: 'events' },
      unit: '场',
      measure: { of: 'entries', where: isPublicity },
    },
    {
      ...PUBLICITY,
      key: 'attendance',
      label: { zh: '受众人次', en: 'attendance' },
      unit: '人次',
      measure: { of: 'entries', where: isPublicity, sum: 'attendance' },
    },
    {
      key: 'consultations',
      group: { zh: '法律咨询', en: 'legal advice' },
      label: { zh: '人次', en: 'consultations' },
      unit: '人次',
      measure: { of: 'entries', sum: 'consultations' },
      table: 'contact',
    },
  ],
});
