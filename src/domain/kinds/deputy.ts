import { addMonths } from '../calendar-date.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { several } from '../fields/several.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { stock } from './figure.ts';
import { dayIn, defineKind, type Kind, type Values } from './kind.ts';
import { departmentField, dueField, townField } from './shared-fields.ts';

const GROUP = { zh: '两代表一委员', en: 'deputies' };
const SHARED = { group: GROUP, table: 'contact' } as const;

/** Whether something was put forward: “无” is a contact and no case. */
function hasOpinion(values: Values): boolean {
  return !/^暂?(?:无|無|没有|沒有|没|沒)(?:意见|建议|意见建议|意见和建议)?[。.]?$/u.test(
    String(values['opinion'] ?? '').trim(),
  );
}

function isProposal(values: Values): boolean {
  return values['channel'] === 'proposal';
}

function isReplied(values: Values): boolean {
  return values['repliedOn'] !== undefined;
}

/** 两代表一委员联络台账: deputies and members, and their opinions of the court (rules of 2024-06-20, 二(二)3). */
export const deputy: Kind = defineKind({
  id: 'deputy',
  name: { zh: '代表委员', en: 'deputies' },
  ledger: { zh: '两代表一委员联络台账', en: 'Ledger of contacts with deputies' },
  otherTitles: ['代表委员联络', '代表委员', '两代表一委员', '代表委员联系'],
  span: {
    type: 'case',
    opened: ['metOn'],
    closed: 'repliedOn',
    closing: ['category', 'satisfaction'],
    isCase: hasOpinion,
  },
  fields: [
    {
      key: 'metOn',
      label: { zh: '联系日期', en: 'met on' },
      otherHeads: ['联络日期', '走访日期'],
      type: day(),
      required: true,
    },
    townField,
    {
      key: 'name',
      label: { zh: '姓名', en: 'name' },
      otherHeads: ['代表姓名', '委员姓名', '代表委员姓名', '代表（委员）姓名'],
      type: text({ name: true, example: { zh: '伍某', en: 'Wu' } }),
      holds: 'person',
      describedBy: ['level', 'capacity'],
      required: true,
      personal: true,
    },
    {
      key: 'capacity',
      label: { zh: '身份', en: 'capacity' },
      otherHeads: ['代表身份', '类别'],
      type: several([
        { id: 'party', label: { zh: '党代表', en: 'party delegate' } },
        { id: 'congress', label: { zh: '人大代表', en: 'congress deputy' } },
        { id: 'cppcc', label: { zh: '政协委员', en: 'CPPCC member' } },
      ]),
      required: true,
    },
    {
      key: 'level',
      label: { zh: '级别', en: 'level' },
      otherHeads: ['代表级别', '层级'],
      type: choice([
        { id: 'national', label: { zh: '全国', en: 'national' } },
        { id: 'province', label: { zh: '省', en: 'province' } },
        { id: 'city', label: { zh: '市', en: 'city' } },
        { id: 'county', label: { zh: '县', en: 'county' } },
        { id: 'town', label: { zh: '镇', en: 'town' } },
      ]),
      asked: true,
    },
    {
      key: 'organisation',
      label: { zh: '所在单位', en: 'organisation' },
      otherHeads: ['单位', '工作单位', '单位及职务'],
      type: text({ name: true, example: { zh: '马山社区党总支', en: '马山社区党总支' } }),
      holds: 'unit',
      personal: true,
      asked: true,
    },
    {
      key: 'phone',
      label: { zh: '联系方式', en: 'phone' },
      otherHeads: ['电话', '联系电话', '手机'],
      type: text({ example: { zh: '镇人大办转', en: 'through the town’s office' } }),
      holds: 'phone',
      personal: true,
    },
    {
      key: 'opinion',
      label: { zh: '对法院工作的意见建议', en: 'opinion' },
      otherHeads: ['意见建议', '意见和建议', '建议'],
      hint: { zh: '没有意见建议的，写“无”', en: 'write 无 where there was none' },
      type: text({
        long: true,
        example: { zh: '建议增加圩日巡回审判次数', en: 'more circuit trials on market days' },
      }),
      required: true,
      personal: true,
    },
    {
      key: 'channel',
      label: { zh: '提出渠道', en: 'channel' },
      type: choice([
        { id: 'contact', label: { zh: '走访联系', en: 'contact' } },
        { id: 'proposal', label: { zh: '人大代表建议', en: 'congress proposal' } },
        { id: 'motion', label: { zh: '政协提案', en: 'CPPCC motion' } },
        { id: 'party', label: { zh: '党代表提议', en: 'party proposal' } },
      ]),
      offeredWhen: hasOpinion,
      asked: true,
    },
    {
      key: 'number',
      label: { zh: '编号', en: 'number' },
      head: { zh: '建议（提案）编号', en: 'number of the proposal' },
      type: text({ example: { zh: '第12号', en: '第12号' } }),
      holds: 'number',
      offeredWhen: (values) => values['channel'] !== undefined && values['channel'] !== 'contact',
    },
    {
      key: 'assignedOn',
      label: { zh: '交办日期', en: 'assigned on' },
      type: day(),
      offeredWhen: hasOpinion,
      asked: true,
    },
    {
      key: 'complex',
      label: { zh: '涉及面广、处理难度大', en: 'complex' },
      type: yesNo(),
      offeredWhen: isProposal,
      asked: true,
    },
    { ...departmentField, offeredWhen: hasOpinion, asked: true },
    {
      key: 'handling',
      label: { zh: '办理情况', en: 'handling' },
      type: text({ long: true, example: { zh: '已转立案庭研究', en: 'passed to the filing division' } }),
      personal: true,
      offeredWhen: hasOpinion,
    },
    {
      ...dueField({ zh: '办理时限', en: 'due on' }, 'metOn'),
      offeredWhen: (values) => hasOpinion(values) && !isProposal(values),
    },
    {
      key: 'repliedOn',
      label: { zh: '答复日期', en: 'replied on' },
      type: day(),
      offeredWhen: hasOpinion,
      notBefore: ['metOn', 'assignedOn'],
      asked: true,
    },
    {
      key: 'category',
      label: { zh: '办理类别', en: 'category' },
      type: choice([
        { id: 'A', label: { zh: '已解决', en: 'solved' } },
        { id: 'B', label: { zh: '列入计划', en: 'planned' } },
        { id: 'C', label: { zh: '留作参考', en: 'noted' } },
      ]),
      appliesWhen: (values) => isProposal(values) || values['channel'] === 'motion',
      offeredWhen: isReplied,
      asked: true,
    },
    {
      key: 'satisfaction',
      label: { zh: '满意度', en: 'satisfaction' },
      type: choice([
        { id: 'satisfied', label: { zh: '满意', en: 'satisfied' } },
        { id: 'fair', label: { zh: '基本满意', en: 'fairly satisfied' } },
        { id: 'dissatisfied', label: { zh: '不满意', en: 'dissatisfied' } },
        { id: 'unrated', label: { zh: '未评价', en: 'not rated' } },
      ]),
      offeredWhen: isReplied,
    },
  ],
  heads: [
    ...[
      'metOn',
      'town',
      'name',
      'capacity',
      'level',
      'organisation',
      'phone',
      'opinion',
      'channel',
      'department',
    ],
    ...['handling', 'repliedOn', 'category', 'satisfaction'],
  ],
  listed: ['metOn', 'town', 'name', 'capacity', 'repliedOn', 'opinion'],
  headline: [{ zh: '联系', en: '' }, 'town', 'capacity'],
  gist: 'name',
  figures: [
    {
      ...SHARED,
      key: 'contacts',
      label: { zh: '联系人次', en: 'contacts' },
      unit: '人次',
      measure: { of: 'entries', distinct: (values) => String(values['name'] ?? '') },
    },
    ...stock(SHARED, {
      opened: { zh: '意见建议', en: 'opinions' },
      closed: { zh: '已答复', en: 'answered' },
      open: { zh: '未答复', en: 'not answered' },
    }),
  ],
  clocks: [
    {
      id: 'proposalDue',
      what: { zh: '答复代表委员意见建议', en: 'answer the deputy' },
      basis: {
        zh: '代表法第五十一条：自交办之日起三个月，涉及面广、处理难度大的六个月；其他渠道按登记的时限',
        en: 'Deputies Law 51: three months from assignment, six where complex; others by the day that was set',
      },
      due: (values) => {
        if (!hasOpinion(values)) return undefined;
        const from = isProposal(values) ? dayIn(values, 'assignedOn') : undefined;
        if (from) return { on: addMonths(from, values['complex'] === true ? 6 : 3) };
        const on = dayIn(values, 'dueOn');
        return on && { on };
      },
      done: isReplied,
    },
  ],
  checks: [
    {
      name: 'the CPPCC has no members at the level of towns',
      field: 'level',
      find: ({ capacity, level }) =>
        level === 'town' && typeof capacity === 'object' && capacity.includes('cppcc')
          ? { code: 'town-level-cppcc' }
          : undefined,
    },
  ],
});
