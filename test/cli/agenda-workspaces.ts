import { sandbox, type Sandbox } from '../support/sandbox.ts';

/** A court with two towns and two liaison judges. */
const ROSTER = {
  format: 'liaison-roster/1',
  court: { name: '新兴县人民法院', code: '粤5321' },
  towns: [{ name: '太平镇', villages: ['马山社区', '禤村村'] }, { name: '大江镇' }],
  judges: [
    { id: 'li-min', name: '李敏', assignments: [{ town: '太平镇', from: '2024-07-01', to: null }] },
    { id: 'wang-hao', name: '王浩', assignments: [{ town: '大江镇', from: '2024-07-01', to: null }] },
  ],
};

const VISIT = { kind: 'visit', town: '太平镇', form: 'visit', findings: '村民反映巷道排水' };
const CONFIRMATION = { kind: 'confirmation', town: '太平镇', organisation: '太平镇人民调解委员会' };

/** What 李敏 had on her hands on 18 September 2024: something of every clock, and something of each that is done. */
export const ENTRIES: readonly Readonly<Record<string, unknown>>[] = [
  { ...VISIT, id: 'visit-240805-a1b2', date: '2024-08-05', village: '马山社区', reportedOn: '2024-08-06' },
  // Five working days, 中秋节 (15 to 17 September) off and the 14th worked for it: due on the 18th.
  { ...VISIT, id: 'visit-240910-7kq2', date: '2024-09-10', village: '禤村村' },
  { ...VISIT, id: 'visit-240902-c3d4', date: '2024-09-02', form: 'talk' },
  {
    id: 'matter-240828-m1m1',
    kind: 'matter',
    receivedOn: '2024-08-28',
    town: '太平镇',
    direction: 'toCourt',
    raisedBy: '太平镇综治中心苏某',
    content: '请求派员参加镇矛盾纠纷研判会',
    dueOn: '2024-09-21',
  },
  {
    id: 'matter-240701-m2m2',
    kind: 'matter',
    receivedOn: '2024-07-01',
    town: '太平镇',
    direction: 'toTown',
    raisedBy: '立案庭',
    content: '协助送达',
    dueOn: '2024-07-10',
    result: '已送达',
    repliedOn: '2024-07-09',
  },
  {
    id: 'dispute-240801-d1d1',
    kind: 'dispute',
    foundOn: '2024-08-01',
    town: '太平镇',
    village: '马山社区',
    type: '邻里',
    parties: '梁某、陈某',
    summary: '两户因巷道排水改道发生争执',
    dueOn: '2024-08-30',
  },
  {
    id: 'mediation-240901-e1e1',
    kind: 'mediation',
    basis: 'preFiling',
    nature: 'civil',
    town: '太平镇',
    cause: '民间借贷纠纷',
    type: '合同',
    parties: '梁某、陈某',
    delegatedOn: '2024-09-01',
    organisation: '太平镇人民调解委员会',
  },
  {
    ...CONFIRMATION,
    id: 'confirmation-240831-f1f1',
    effectiveOn: '2024-08-31',
    applicants: '梁某、陈某',
    type: '邻里',
    document: 'ruling',
  },
  {
    ...CONFIRMATION,
    id: 'confirmation-240913-f2f2',
    effectiveOn: '2024-09-10',
    applicants: '黄某、区某',
    type: '合同',
    document: 'ruling',
    appliedOn: '2024-09-13',
  },
  {
    ...CONFIRMATION,
    id: 'confirmation-240820-f3f3',
    effectiveOn: '2024-08-20',
    applicants: '伍某、苏某',
    type: '合同',
    document: 'writ',
    appliedOn: '2024-08-28',
    acceptedOn: '2024-09-02',
    extendedTo: '2024-11-08',
  },
  {
    id: 'deputy-240620-g1g1',
    kind: 'deputy',
    metOn: '2024-06-20',
    town: '太平镇',
    name: '伍某',
    capacity: ['congress'],
    opinion: '建议增加圩日巡回审判次数',
    channel: 'proposal',
    assignedOn: '2024-06-29',
  },
  {
    id: 'deputy-240625-g2g2',
    kind: 'deputy',
    metOn: '2024-06-25',
    town: '太平镇',
    name: '区某',
    capacity: ['party'],
    opinion: '无',
  },
];

/** A ledger as somebody might write it by hand. */
export function ledgerText(
  judge: { readonly id: string; readonly name: string },
  entries: readonly Readonly<Record<string, unknown>>[],
  over: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({ format: 'liaison-ledger/1', court: ROSTER.court.name, judge, entries, ...over });
}

/** A roster with some of its rules said. */
export function rosterText(rules: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...ROSTER, rules });
}

export const LI = { id: 'li-min', name: '李敏' };
export const WANG = { id: 'wang-hao', name: '王浩' };

/** 李敏's own workspace, or one with other entries. */
export async function agendaWorkspace(
  entries: readonly Readonly<Record<string, unknown>>[] = ENTRIES,
  over: Readonly<Record<string, unknown>> = {},
): Promise<Sandbox> {
  return sandbox({ 'roster.json': rosterText(), 'ledgers/li-min.json': ledgerText(LI, entries, over) });
}

/** The office's, with 王浩's ledger too: he met his quota and handed in, and has one visit to tell of. */
export async function officeWorkspace(): Promise<Sandbox> {
  const box = await agendaWorkspace();
  const visits = ['2024-07-05', '2024-08-05', '2024-09-13'].map((date, at) => ({
    ...VISIT,
    id: `visit-w-${String(at)}`,
    date,
    town: '大江镇',
    ...(at < 2 ? { reportedOn: date } : {}),
  }));
  const mark = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: '2024-09-17T10:00:00+08:00' };
  await box.write('ledgers/wang-hao.json', ledgerText(WANG, visits, { submissions: [mark] }));
  return box;
}
