import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import type { Words } from '../words.ts';
import type { Figure } from './figure.ts';
import { defineKind, type Kind, type Values } from './kind.ts';
import { caseNumberField, townField, villageField } from './shared-fields.ts';

function isFiling(values: Values): boolean {
  return values['category'] === 'filing';
}

function figureOf(category: string, group: Words, label: Words, unit: string): Figure {
  const where = (values: Values): boolean => values['category'] === category;
  return { key: category, group, label, unit, measure: { of: 'entries', where }, table: 'contact' };
}

/** 指引网上立案及其他工作台账: help with filing online, the leaders' own trips, other work (rules of 2024-06-20, 一(二), 二(一)3, 二(二)5). */
export const service: Kind = defineKind({
  id: 'service',
  name: { zh: '网上立案及其他', en: 'online filing and other work' },
  ledger: { zh: '指引网上立案及其他工作台账', en: 'Ledger of online filing and other work' },
  otherTitles: ['指引网上立案', '网上立案', '网上立案指引', '其他工作'],
  span: { type: 'event', day: 'date' },
  fields: [
    { key: 'date', label: { zh: '日期', en: 'date' }, type: day(), required: true },
    townField,
    villageField,
    {
      key: 'category',
      label: { zh: '事项类别', en: 'category' },
      otherHeads: ['类别', '工作类别'],
      type: choice([
        { id: 'filing', label: { zh: '指引网上立案', en: 'help with filing online' } },
        { id: 'leader', label: { zh: '联系领导下沉调研（指导）', en: 'the leader’s own trip' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      required: true,
    },
    {
      key: 'served',
      label: { zh: '服务对象', en: 'served' },
      otherHeads: ['当事人', '对象'],
      type: text({ name: true, example: { zh: '村民伍某', en: 'a villager, Wu' } }),
      holds: 'person',
      personal: true,
      asked: true,
    },
    {
      key: 'content',
      label: { zh: '事项内容', en: 'content' },
      otherHeads: ['内容', '工作内容', '事项'],
      type: text({
        long: true,
        example: { zh: '协助通过“粤公正”小程序提交立案材料', en: 'helped to hand in a claim online' },
      }),
      required: true,
      personal: true,
    },
    {
      key: 'reason',
      label: { zh: '情形', en: 'reason' },
      type: choice([
        { id: 'remote', label: { zh: '地处偏远', en: 'remote' } },
        { id: 'transport', label: { zh: '交通不便', en: 'hard to reach' } },
        { id: 'hardship', label: { zh: '其他困难', en: 'other hardship' } },
      ]),
      appliesWhen: isFiling,
      asked: true,
    },
    {
      key: 'viaCentre',
      label: { zh: '通过综治中心联系', en: 'through the centre' },
      type: yesNo(),
      appliesWhen: isFiling,
      asked: true,
    },
    {
      key: 'filed',
      label: { zh: '立案情况', en: 'filed' },
      type: choice([
        { id: 'filed', label: { zh: '已立案', en: 'filed' } },
        { id: 'supplement', label: { zh: '补正', en: 'to be completed' } },
        { id: 'refused', label: { zh: '未立案', en: 'not filed' } },
      ]),
      appliesWhen: isFiling,
      asked: true,
    },
    { ...caseNumberField, offeredWhen: isFiling },
    {
      key: 'handling',
      label: { zh: '办理情况', en: 'handling' },
      otherHeads: ['处理情况', '办理结果'],
      type: text({ long: true, example: { zh: '已立案并告知案号', en: 'filed, and the number told' } }),
      personal: true,
      asked: true,
    },
  ],
  heads: [
    ...[
      'date',
      'town',
      'village',
      'category',
      'served',
      'content',
      'reason',
      'filed',
      'caseNumber',
      'handling',
    ],
  ],
  listed: ['date', 'town', 'category', 'filed', 'content'],
  headline: [{ zh: '在', en: '' }, 'town', 'village', 'category'],
  gist: 'content',
  figures: [
    figureOf('filing', { zh: '网上立案指引', en: 'online filing' }, { zh: '件', en: 'cases' }, '件'),
    figureOf('leader', { zh: '联系领导下沉', en: 'leaders’ trips' }, { zh: '次', en: 'times' }, '次'),
    figureOf('other', { zh: '其他', en: 'other work' }, { zh: '件', en: 'items' }, '件'),
  ],
});
