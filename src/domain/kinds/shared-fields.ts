import { disputeType } from '../dispute-types.ts';
import { amount } from '../fields/amount.ts';
import { caseNumber } from '../fields/case-number.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { town, village } from '../fields/place.ts';
import { text } from '../fields/text.ts';
import type { Field } from './kind.ts';

/** The town, which every entry has. */
export const townField: Field = {
  key: 'town',
  label: { zh: '镇', en: 'town' },
  type: town(),
  required: true,
};

/** The village, where the entry was about one; it is asked for behind the town, whose villages are offered. */
export const villageField: Field = {
  key: 'village',
  label: { zh: '村（社区）', en: 'village' },
  hint: { zh: '只到镇里的，留空', en: 'leave empty where only the town itself was concerned' },
  type: village(),
  asked: true,
};

/** 纠纷类型, and what the rules or the judge call it within that class. */
export const typeField: Field = {
  key: 'type',
  label: { zh: '纠纷类型', en: 'type of dispute' },
  otherHeads: ['纠纷类别', '案件类型'],
  type: disputeType(),
  required: true,
};
export const subtypeField: Field = {
  key: 'subtype',
  label: { zh: '子类', en: 'subtype' },
  hint: { zh: '如相邻纠纷、民间借贷', en: 'such as 相邻纠纷, 民间借贷' },
  type: text({ example: { zh: '民间借贷', en: '民间借贷' } }),
  holds: 'term',
};

export const partiesField: Field = {
  key: 'parties',
  label: { zh: '当事人', en: 'parties' },
  otherHeads: ['双方当事人', '纠纷当事人'],
  type: text({ name: true, example: { zh: '梁某、陈某', en: 'Liang and Chen' } }),
  holds: 'person',
  personal: true,
  asked: true,
};

export const caseNumberField: Field = {
  key: 'caseNumber',
  label: { zh: '案号', en: 'case number' },
  otherHeads: ['案件号', '案件编号'],
  type: caseNumber(),
};

export const procedureField: Field = {
  key: 'procedure',
  label: { zh: '适用程序', en: 'procedure' },
  type: choice([
    { id: 'smallClaims', label: { zh: '小额诉讼程序', en: 'small claims' } },
    { id: 'summary', label: { zh: '简易程序', en: 'summary' } },
    { id: 'ordinary', label: { zh: '普通程序', en: 'ordinary' } },
    { id: 'special', label: { zh: '特别程序', en: 'special' } },
  ]),
  asked: true,
};

export const organisationField: Field = {
  key: 'organisation',
  label: { zh: '调解组织', en: 'mediation body' },
  type: text({ name: true, example: { zh: '太平镇人民调解委员会', en: '太平镇人民调解委员会' } }),
  holds: 'body',
  required: true,
};

export const mediatorField: Field = {
  key: 'mediator',
  label: { zh: '调解员', en: 'mediator' },
  type: text({ name: true, example: { zh: '苏某', en: 'Su' } }),
  holds: 'mediator',
  personal: true,
};

/** An amount that a settlement is about. */
export const amountField: Field = {
  key: 'amount',
  label: { zh: '涉及金额（元）', en: 'amount (yuan)' },
  otherHeads: ['金额', '标的', '标的额', '标的金额', '涉案金额', '涉案标的', '涉案标的额'],
  hint: { zh: '如 12000、1.2万', en: 'such as 12000 or 1.2万' },
  type: amount(),
};

/** 承办部门: who has to deal with it at the court. */
export const departmentField: Field = {
  key: 'department',
  label: { zh: '承办部门', en: 'department in charge' },
  type: text({ name: true, example: { zh: '民事审判庭', en: '民事审判庭' } }),
  holds: 'body',
};

/** A time limit that somebody set, which may lie ahead. */
export function dueField(label: { zh: string; en: string }, after: string): Field {
  return { key: 'dueOn', label, type: day({ ahead: true }), notBefore: [after] };
}

/** 报告联系领导日期 (rules of 2024-06-20, 二(二)1 and 2). */
export function reportedField(after: string): Field {
  return {
    key: 'reportedOn',
    label: { zh: '报告联系领导日期', en: 'reported on' },
    otherHeads: ['报告领导日期', '报告日期'],
    hint: { zh: '尚未报告的，留空', en: 'leave empty where not yet reported' },
    type: day(),
    notBefore: [after],
    asked: true,
  };
}

export const leaderOpinionField: Field = {
  key: 'leaderOpinion',
  label: { zh: '联系领导意见', en: 'leader’s opinion' },
  otherHeads: ['领导意见', '领导批示'],
  type: text({ long: true, example: { zh: '请跟进化解情况', en: 'please follow it up' } }),
  personal: true,
};
