import { choice } from '../fields/choice.ts';
import { count, PEOPLE } from '../fields/count.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { stock } from './figure.ts';
import { dayIn, defineKind, type Kind } from './kind.ts';
import { dueField, partiesField, subtypeField, townField, typeField, villageField } from './shared-fields.ts';

const SHARED = { group: { zh: '矛盾纠纷', en: 'disputes' }, table: 'contact' } as const;

/** The outcomes that strike a dispute off; one that is kept quiet or unsettled stays open. */
const ENDING: readonly string[] = ['settled', 'transferred'];

/** 矛盾纠纷排查化解台账: disputes found in the towns, and what became of them (rules of 2024-06-20, 二(一)1, 二(二)2, 二(三)4). */
export const dispute: Kind = defineKind({
  id: 'dispute',
  name: { zh: '矛盾纠纷', en: 'disputes' },
  ledger: { zh: '矛盾纠纷排查化解台账', en: 'Ledger of disputes' },
  otherTitles: ['矛盾纠纷', '矛盾纠纷排查', '矛盾纠纷化解', '纠纷排查', '纠纷排查化解'],
  span: { type: 'case', opened: ['foundOn'], closed: 'closedOn', outcome: 'outcome', ending: ENDING },
  fields: [
    {
      key: 'foundOn',
      label: { zh: '排查日期', en: 'found on' },
      otherHeads: ['发现日期', '登记日期'],
      type: day(),
      required: true,
    },
    townField,
    villageField,
    typeField,
    subtypeField,
    partiesField,
    {
      key: 'people',
      label: { zh: '涉及人数', en: 'people concerned' },
      otherHeads: ['人数'],
      type: count({ example: { zh: '5', en: '5' }, units: PEOPLE }),
      asked: true,
    },
    {
      key: 'summary',
      label: { zh: '简要案情', en: 'summary' },
      otherHeads: ['纠纷简要情况', '纠纷情况', '基本情况', '案情', '案情简介', '主要情况'],
      type: text({
        long: true,
        example: { zh: '两户因巷道排水改道发生争执', en: 'two households quarrel over drainage' },
      }),
      required: true,
      personal: true,
    },
    {
      key: 'policyHeavy',
      label: { zh: '政策性强', en: 'policy-heavy' },
      hint: {
        zh: '政策性强、单纯通过诉讼难以解决的，选“是”',
        en: 'yes where policy decides and a suit alone would not solve it',
      },
      type: yesNo(),
      asked: true,
    },
    {
      key: 'responsible',
      label: { zh: '责任单位（责任人）', en: 'responsible' },
      otherHeads: ['责任人'],
      type: text({ example: { zh: '太平镇综治中心（苏某）', en: 'the centre of 太平镇 (Su)' } }),
      holds: 'people',
      personal: true,
      asked: true,
    },
    {
      key: 'measures',
      label: { zh: '化解措施', en: 'measures' },
      otherHeads: ['调处措施', '处理措施', '措施'],
      type: text({
        long: true,
        example: { zh: '会同村委会现场勘查并调解', en: 'looked at the place and mediated' },
      }),
      personal: true,
      asked: true,
    },
    {
      key: 'means',
      label: { zh: '化解方式', en: 'means' },
      otherHeads: ['调处方式', '处理方式'],
      type: choice([
        { id: 'onSite', label: { zh: '就地调解', en: 'mediated on the spot' } },
        { id: 'peopleMediation', label: { zh: '引导人民调解', en: 'steered to people’s mediation' } },
        { id: 'litigation', label: { zh: '引导诉讼', en: 'steered to a suit' } },
        { id: 'transfer', label: { zh: '转办其他单位', en: 'passed to another body' } },
        { id: 'advice', label: { zh: '释法劝导', en: 'explained the law' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      asked: true,
    },
    { ...dueField({ zh: '化解时限', en: 'due on' }, 'foundOn'), asked: true },
    {
      key: 'supervision',
      label: { zh: '交办督办情况', en: 'supervision' },
      type: choice([
        { id: 'none', label: { zh: '无', en: 'none' } },
        { id: 'assigned', label: { zh: '交办', en: 'assigned' } },
        { id: 'supervised', label: { zh: '督办', en: 'supervised' } },
        { id: 'listed', label: { zh: '挂牌督办', en: 'listed' } },
      ]),
    },
    {
      key: 'outcome',
      label: { zh: '化解情况', en: 'outcome' },
      otherHeads: ['化解结果', '处理结果', '调处结果'],
      type: choice([
        { id: 'settled', label: { zh: '已化解', en: 'settled' } },
        { id: 'transferred', label: { zh: '已移交', en: 'transferred' } },
        { id: 'stable', label: { zh: '稳控中', en: 'kept stable' } },
        { id: 'unsettled', label: { zh: '未化解', en: 'unsettled' } },
      ]),
      asked: true,
    },
    {
      key: 'closedOn',
      label: { zh: '销号日期', en: 'closed on' },
      otherHeads: ['办结日期', '化解日期'],
      type: day(),
      needs: 'outcome',
      appliesWhen: (values) => values['outcome'] === undefined || ENDING.includes(String(values['outcome'])),
      notBefore: ['foundOn'],
      asked: true,
    },
  ],
  heads: [
    ...[
      'foundOn',
      'town',
      'village',
      'type',
      'parties',
      'people',
      'summary',
      'responsible',
      'measures',
      'means',
    ],
    ...['dueOn', 'supervision', 'outcome', 'closedOn'],
  ],
  listed: ['foundOn', 'town', 'village', 'type', 'outcome', 'summary'],
  headline: [{ zh: '排查', en: 'dispute in' }, 'town', 'village', 'type', { zh: '纠纷', en: '' }],
  gist: 'summary',
  figures: [
    ...stock(SHARED, {
      leads: true,
      byType: { zh: '排查', en: 'found' },
      ofWhich: [
        {
          ...SHARED,
          key: 'toPeopleMediation',
          label: { zh: '其中引导人民调解', en: 'of which people’s mediation' },
          unit: '件',
          measure: { of: 'closed', where: (values) => values['means'] === 'peopleMediation' },
        },
      ],
    }),
    {
      group: SHARED.group,
      key: 'settledRate',
      label: { zh: '化解率', en: 'rate settled' },
      unit: '%',
      measure: { of: 'rate', where: (values) => values['outcome'] === 'settled' },
      byType: { zh: '化解率', en: 'rate settled' },
    },
  ],
  clocks: [
    {
      id: 'disputeDue',
      what: { zh: '化解矛盾纠纷', en: 'settle the dispute' },
      basis: { zh: '登记的化解时限', en: 'the day that was set' },
      due: (values) => {
        const on = dayIn(values, 'dueOn');
        return on && { on };
      },
      done: (values) => values['closedOn'] !== undefined && ENDING.includes(String(values['outcome'])),
    },
  ],
  checks: [
    {
      name: 'policy-heavy disputes are steered to mediation (二(三)4)',
      field: 'means',
      find: (values) =>
        values['policyHeavy'] === true && values['means'] === 'litigation'
          ? { code: 'policy-heavy-litigation' }
          : undefined,
    },
  ],
});
