import { choice } from '../fields/choice.ts';
import { count, PEOPLE } from '../fields/count.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { stock } from './figure.ts';
import { defineKind, type Kind } from './kind.ts';
import {
  caseNumberField,
  departmentField,
  partiesField,
  procedureField,
  subtypeField,
  townField,
  typeField,
} from './shared-fields.ts';

const SHARED = { group: { zh: '巡回审判', en: 'circuit trials' }, table: 'trial' } as const;

/** 巡回审判台账: hearings at the circuit-trial points (rules of 2024-06-20, 二(一)). Several hearings of one number are one case. */
export const trial: Kind = defineKind({
  id: 'trial',
  name: { zh: '巡回审判', en: 'circuit trials' },
  ledger: { zh: '巡回审判台账', en: 'Ledger of circuit trials' },
  otherTitles: ['巡回审判', '巡回审理', '巡回开庭'],
  span: {
    type: 'case',
    opened: ['heldOn'],
    closed: 'closedOn',
    outcome: 'closure',
    sharedBy: 'caseNumber',
  },
  fields: [
    {
      key: 'heldOn',
      label: { zh: '巡回审理日期', en: 'held on' },
      otherHeads: ['审理日期', '开庭日期', '巡回日期'],
      type: day(),
      required: true,
    },
    townField,
    {
      key: 'venue',
      label: { zh: '巡回地点', en: 'venue' },
      otherHeads: ['地点', '审理地点', '开庭地点'],
      type: text({ example: { zh: '太平镇巡回审判点', en: '太平镇巡回审判点' } }),
      holds: 'place',
      required: true,
    },
    { ...caseNumberField, required: true },
    {
      key: 'cause',
      label: { zh: '案由', en: 'cause' },
      type: text({ example: { zh: '民间借贷纠纷', en: '民间借贷纠纷' } }),
      holds: 'term',
      required: true,
    },
    typeField,
    subtypeField,
    partiesField,
    { ...departmentField, asked: true },
    {
      key: 'trialJudge',
      label: { zh: '承办法官', en: 'trial judge' },
      otherHeads: ['主审法官', '审判员', '承办人'],
      type: text({ name: true, example: { zh: '陈某', en: 'Chen' } }),
      holds: 'judge',
      personal: true,
      asked: true,
    },
    procedureField,
    {
      key: 'centreInvited',
      label: { zh: '邀请综治中心人员协助', en: 'centre invited' },
      type: yesNo(),
      asked: true,
    },
    {
      key: 'mediators',
      label: { zh: '协助调解人员', en: 'mediators' },
      otherHeads: ['协助人员'],
      type: text({ name: true, example: { zh: '镇综治中心苏某', en: 'Su of the centre' } }),
      holds: 'mediator',
      personal: true,
      asked: true,
    },
    {
      key: 'observers',
      label: { zh: '旁听人次', en: 'observers' },
      otherHeads: ['旁听群众人数'],
      type: count({ example: { zh: '30', en: '30' }, units: PEOPLE }),
      asked: true,
    },
    {
      key: 'mediatedOnSite',
      label: { zh: '就地调解', en: 'mediated on site' },
      head: { zh: '是否就地调解', en: 'mediated on site' },
      type: yesNo(),
      asked: true,
    },
    {
      key: 'closure',
      label: { zh: '结案方式', en: 'closure' },
      type: choice([
        { id: 'mediated', label: { zh: '调解', en: 'mediated' } },
        { id: 'withdrawn', label: { zh: '准许撤诉', en: 'withdrawn' } },
        { id: 'judged', label: { zh: '判决', en: 'judged' } },
        { id: 'ruled', label: { zh: '裁定', en: 'ruled' } },
        { id: 'other', label: { zh: '其他', en: 'other' } },
      ]),
      asked: true,
    },
    {
      key: 'closedOn',
      label: { zh: '结案日期', en: 'closed on' },
      type: day(),
      needs: 'closure',
      notBefore: ['heldOn'],
      asked: true,
    },
    {
      key: 'followUp',
      label: { zh: '回访情况', en: 'follow-up' },
      type: text({ long: true, example: { zh: '已回访，履行完毕', en: 'called on; all has been paid' } }),
      personal: true,
    },
  ],
  heads: [
    ...['heldOn', 'town', 'venue', 'caseNumber', 'cause', 'type', 'parties', 'department', 'trialJudge'],
    ...['procedure', 'mediators', 'observers', 'mediatedOnSite', 'closure', 'closedOn', 'followUp'],
  ],
  listed: ['heldOn', 'town', 'caseNumber', 'closure', 'closedOn', 'cause'],
  headline: [{ zh: '在', en: 'hearing in' }, 'town', { zh: '巡回审理', en: '' }, 'caseNumber'],
  gist: 'caseNumber',
  tellsCase: ({ closure, mediatedOnSite }) => closure !== 'mediated' && mediatedOnSite !== true,
  figures: [
    {
      ...SHARED,
      key: 'hearings',
      label: { zh: '场次', en: 'hearings' },
      unit: '场',
      measure: { of: 'entries' },
    },
    ...stock(SHARED, {
      openedByType: { zh: '巡回审判', en: 'circuit trials' },
      closed: { zh: '结案', en: 'closed' },
      ofWhich: [
        {
          ...SHARED,
          key: 'mediatedOnSite',
          label: { zh: '其中就地调解', en: 'of which mediated on site' },
          unit: '件',
          measure: {
            of: 'closed',
            where: (values) =>
              values['mediatedOnSite'] === true &&
              ['mediated', 'withdrawn'].includes(String(values['closure'])),
          },
        },
      ],
    }),
    {
      ...SHARED,
      key: 'observers',
      label: { zh: '旁听人次', en: 'observers' },
      unit: '人次',
      measure: { of: 'entries', sum: 'observers' },
    },
  ],
});
