import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { stock } from './figure.ts';
import { dayIn, defineKind, type Kind } from './kind.ts';
import { departmentField, dueField, leaderOpinionField, reportedField, townField } from './shared-fields.ts';

const GROUP = { zh: '联系事项', en: 'matters' };

/** 联系事项转达台账: what court and town ask of each other goes through the liaison judge (rules of 2024-06-20, 二(二)1). */
export const matter: Kind = defineKind({
  id: 'matter',
  name: { zh: '联系事项', en: 'matters passed on' },
  ledger: { zh: '联系事项转达台账', en: 'Ledger of matters passed on' },
  otherTitles: ['联系事项', '事项转达', '事项转办'],
  span: { type: 'case', opened: ['receivedOn'], closed: 'repliedOn', outcome: 'result' },
  fields: [
    {
      key: 'receivedOn',
      label: { zh: '接收日期', en: 'received on' },
      otherHeads: ['收到日期', '来电日期', '登记日期'],
      type: day(),
      required: true,
    },
    townField,
    {
      key: 'direction',
      label: { zh: '转达方向', en: 'direction' },
      type: choice([
        { id: 'toCourt', label: { zh: '镇转法院', en: 'town to court' } },
        { id: 'toTown', label: { zh: '法院转镇', en: 'court to town' } },
      ]),
      required: true,
    },
    {
      key: 'channel',
      label: { zh: '接收方式', en: 'channel' },
      otherHeads: ['联系方式'],
      type: choice([
        { id: 'call', label: { zh: '来电', en: 'call' } },
        { id: 'letter', label: { zh: '来函', en: 'letter' } },
        { id: 'meeting', label: { zh: '面谈', en: 'meeting' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      asked: true,
    },
    {
      key: 'raisedBy',
      label: { zh: '提出单位及联系人', en: 'raised by' },
      otherHeads: ['提出单位', '来电（来函）单位', '联系单位及联系人'],
      type: text({ example: { zh: '太平镇综治中心苏某', en: 'the centre of 太平镇, Su' } }),
      holds: 'people',
      required: true,
      personal: true,
    },
    {
      key: 'content',
      label: { zh: '联系事项', en: 'matter' },
      otherHeads: ['事项', '事项内容', '转达事项'],
      type: text({
        long: true,
        example: { zh: '请求派员参加镇矛盾纠纷研判会', en: 'asks the court to join a meeting on disputes' },
      }),
      required: true,
      personal: true,
    },
    {
      ...departmentField,
      label: { zh: '转达部门（单位）', en: 'passed on to' },
      otherHeads: ['转办部门', '承办部门'],
      asked: true,
    },
    {
      key: 'relayedOn',
      label: { zh: '转达日期', en: 'passed on on' },
      otherHeads: ['转办日期'],
      type: day(),
      notBefore: ['receivedOn'],
      asked: true,
    },
    {
      ...reportedField('receivedOn'),
      hint: { zh: '不需报告的，留空', en: 'leave empty where no report is needed' },
    },
    leaderOpinionField,
    { ...dueField({ zh: '办理时限', en: 'due on' }, 'receivedOn'), asked: true },
    {
      key: 'result',
      label: { zh: '办理结果', en: 'result' },
      otherHeads: ['办理情况', '处理结果', '处理情况'],
      type: text({ long: true, example: { zh: '已派员参会并答复', en: 'a judge took part' } }),
      personal: true,
      asked: true,
    },
    {
      key: 'repliedOn',
      label: { zh: '反馈日期', en: 'replied on' },
      otherHeads: ['答复日期'],
      type: day(),
      needs: 'result',
      notBefore: ['receivedOn', 'relayedOn'],
      asked: true,
    },
  ],
  heads: [
    ...['receivedOn', 'town', 'direction', 'channel', 'raisedBy', 'content', 'department', 'relayedOn'],
    ...['reportedOn', 'dueOn', 'result', 'repliedOn'],
  ],
  listed: ['receivedOn', 'town', 'direction', 'dueOn', 'repliedOn', 'content'],
  reported: 'reportedOn',
  headline: ['direction', 'town', { zh: '联系事项', en: 'matter' }],
  gist: 'content',
  answeredBy: 'department',
  figures: stock({ group: GROUP, table: 'contact' }),
  clocks: [
    {
      id: 'matterDue',
      what: { zh: '反馈联系事项办理结果', en: 'reply to the matter' },
      basis: { zh: '实施细则二（二）1、三（三）2', en: 'implementation rules 二(二)1, 三(三)2' },
      due: (values) => {
        const on = dayIn(values, 'dueOn');
        return on && { on };
      },
      done: (values) => values['repliedOn'] !== undefined,
    },
  ],
});
