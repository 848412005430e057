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
  otherTitles: ['走访', '走访情况', '走访联络', '走访座谈情况', '下村走访'],
  span: { type: 'event', day: 'date' },
  fields: [
    {
      key: 'date',
      label: { zh: '日期', en: 'date' },
      otherHeads: ['走访日期', '座谈日期', '走访座谈日期'],
      type: day(),
      required: true,
    },
    {
      key: 'town',
      label: { zh: '挂点镇', en: 'town' },
      otherHeads: ['走访镇', '走访地点', '地点', '镇村', '走访镇村'],
      type: town(),
      required: true,
    },
    {
      ...villageField,
      hint: { zh: '只到镇里的，留空', en: 'leave empty where only the town itself was visited' },
    },
    {
      key: 'form',
      label: { zh: '方式', en: 'form' },
      otherHeads: ['走访方式', '走访形式', '形式'],
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
      otherHeads: ['座谈对象', '对象', '走访人员及对象'],
      type: text({ example: { zh: '村党支部书记、网格员', en: 'the village secretary and a grid worker' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'participants',
      label: { zh: '参加人员', en: 'participants' },
      otherHeads: ['参与人员', '参加人', '陪同人员', '同行人员'],
      type: text({ example: { zh: '李敏、综治中心工作人员', en: 'Li Min, staff of the centre' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'findings',
      label: { zh: '社情民意及矛盾纠纷情况', en: 'findings' },
      otherHeads: [
        '走访情况',
        '走访座谈情况',
        '走访内容',
        '主要情况',
        '主要内容',
        '情况',
        '发现的问题',
        '发现问题',
        '反映的问题',
        '收集的问题',
        '社情民意',
        '社情民意情况',
        '矛盾纠纷情况',
      ],
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
      otherHeads: ['通报情况', '涉诉纠纷通报情况', '涉诉纠纷情况'],
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
      otherHeads: ['处理转办情况', '转办情况', '处理结果', '处理措施', '办理情况'],
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
