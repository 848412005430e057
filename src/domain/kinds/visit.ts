import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { town } from '../fields/place.ts';
import { text } from '../fields/text.ts';
import { dayIn, defineKind, FROM_DEPARTMENT, type Kind } from './kind.ts';
import { leaderOpinionField, reportedField, villageField } from './shared-fields.ts';

/** 走访座谈台账: visits and talks at the towns and their villages (rules of 2024-06-20, 二(二)2). */
export const visit: Kind = defineKind({
  id: 'visit',
  name: { zh: '走访座谈', en: 'visits and talks' },
  ledger: { zh: '走访座谈台账', en: 'Ledger of visits and talks' },
  span: { type: 'event', day: 'date' },
  fields: [
    { key: 'date', label: { zh: '日期', en: 'date' }, type: day(), required: true },
    { key: 'town', label: { zh: '挂点镇', en: 'town' }, type: town(), required: true },
    {
      ...villageField,
      hint: { zh: '只到镇里的，留空', en: 'leave empty where only the town itself was visited' },
    },
    {
      key: 'form',
      label: { zh: '方式', en: 'form' },
      type: choice([
        { id: 'visit', label: { zh: '走访', en: 'visit' } },
        { id: 'talk', label: { zh: '座谈', en: 'talk' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      required: true,
    },
    {
      key: 'met',
      label: { zh: '走访（座谈）对象', en: 'people met' },
      type: text({ example: { zh: '村党支部书记、网格员', en: 'the village secretary and a grid worker' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'participants',
      label: { zh: '参加人员', en: 'participants' },
      type: text({ example: { zh: '李敏、综治中心工作人员', en: 'Li Min, staff of the centre' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'findings',
      label: { zh: '社情民意及矛盾纠纷情况', en: 'findings' },
      type: text({
        long: true,
        example: {
          zh: '村民反映巷道排水引发相邻纠纷两宗',
          en: 'two disputes between neighbours over drainage',
        },
      }),
      required: true,
      personal: true,
    },
    {
      key: 'litigationNotice',
      label: { zh: '通报涉诉纠纷情况', en: 'notice of litigation' },
      hint: {
        zh: '只通报可公开的涉诉信息，不写合议、审委会讨论情况',
        en: 'only what may be made public; nothing of the court’s deliberations',
      },
      type: text({
        long: true,
        example: { zh: '通报本季涉该镇民间借贷案件3件', en: 'three loan cases of this quarter' },
      }),
      personal: true,
      asked: true,
    },
    {
      key: 'handling',
      label: { zh: '处理（转办）情况', en: 'handling' },
      type: text({ long: true, example: { zh: '已转镇综治中心跟进', en: 'passed to the town’s centre' } }),
      personal: true,
      asked: true,
    },
    reportedField('date'),
    leaderOpinionField,
  ],
  heads: [
    'date',
    'town',
    'village',
    'form',
    'met',
    'participants',
    'findings',
    'litigationNotice',
    'handling',
    'reportedOn',
    'leaderOpinion',
  ],
  listed: ['date', 'town', 'village', 'form', 'reportedOn', 'findings'],
  reported: 'reportedOn',
  headline: ['form', 'town', 'village'],
  gist: 'findings',
  figures: [
    {
      key: 'notices',
      group: { zh: '通报涉诉纠纷', en: 'notices of litigation' },
      label: { zh: '次数', en: 'times' },
      unit: '次',
      measure: { of: 'entries', where: (values) => values['litigationNotice'] !== undefined },
      table: 'contact',
    },
  ],
  clocks: [
    {
      id: 'visitReport',
      what: { zh: '报告联系领导走访情况', en: 'tell the contact leader of the visit' },
      basis: { zh: '实施细则二（二）2', en: 'implementation rules 二(二)2' },
      due: (values, { workdays, reportWithinWorkdays }) => {
        const day = dayIn(values, 'date');
        return day && { on: workdays.add(day, reportWithinWorkdays) };
      },
      // What a department did on its own trip, that department reports.
      done: (values) => values['reportedOn'] !== undefined || values['source'] === FROM_DEPARTMENT,
    },
  ],
});
