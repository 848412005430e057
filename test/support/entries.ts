import fc from 'fast-check';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { ledgerOf, present } from './builders.ts';

/** What each kind can't be without; an entry of 2024-07-03 in 太平镇. */
const LEAST: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {
  visit: { date: '2024-07-03', village: '马山社区', form: 'visit', findings: '村民反映巷道排水' },
  matter: { receivedOn: '2024-07-03', direction: 'toCourt', raisedBy: '综治中心', content: '请求派员' },
  dispute: { foundOn: '2024-07-03', type: '邻里', summary: '巷道排水' },
  trial: {
    heldOn: '2024-07-03',
    venue: '审判点',
    caseNumber: '（2024）粤5321民初1号',
    cause: '相邻纠纷',
    type: '邻里',
  },
  deputy: { metOn: '2024-07-03', name: '伍某', capacity: ['congress'], opinion: '增加巡回审判' },
  guidance: {
    origin: 'request',
    requestedOn: '2024-07-03',
    requestedBy: '综治中心',
    type: '邻里',
    summary: '界址不清',
    method: ['law'],
  },
  outreach: { heldOn: '2024-07-03', venue: '广场', form: 'lecture', topic: '借贷' },
  mediation: {
    basis: 'preFiling',
    nature: 'civil',
    cause: '借贷',
    type: '合同',
    delegatedOn: '2024-07-03',
    organisation: '调委会',
  },
  confirmation: {
    effectiveOn: '2024-07-01',
    appliedOn: '2024-07-03',
    organisation: '调委会',
    applicants: '梁某',
    type: '合同',
    document: 'ruling',
  },
  service: { date: '2024-07-03', category: 'filing', content: '协助立案' },
};

let made = 0;

/** An entry of a kind, of 2024-07-03 and 太平镇 but for what is said; undefined takes a field away. */
export function anEntry(
  kind: string,
  values: Readonly<Record<string, FieldValue | undefined>> = {},
  envelope: Partial<Entry> = {},
): Entry {
  made += 1;
  const all = { town: '太平镇', ...LEAST[kind], ...values };
  return { id: `${kind}-${String(made)}-made`, kind, rev: 1, values: present(all), ...envelope };
}

/** The keys of the day that opens or is, and of the day that closes with what must stand beside it. */
const DAYS: Readonly<Record<string, readonly [string, string?, string?, string?]>> = {
  visit: ['date'],
  matter: ['receivedOn', 'repliedOn', 'result', '已答复'],
  dispute: ['foundOn', 'closedOn', 'outcome', 'settled'],
  trial: ['heldOn', 'closedOn', 'closure', 'mediated'],
  deputy: ['metOn', 'repliedOn'],
  guidance: ['requestedOn', 'closedOn', 'result', 'agreed'],
  outreach: ['heldOn'],
  mediation: ['delegatedOn', 'closedOn', 'result', 'agreed'],
  confirmation: ['appliedOn', 'closedOn', 'result', 'confirmed'],
  service: ['date'],
};

const opening = fc.constantFrom(
  '2023-08-01',
  '2024-03-31',
  '2024-04-01',
  '2024-06-30',
  '2024-07-01',
  '2024-09-30',
);
const closing = fc.constantFrom(undefined, undefined, '2024-06-30', '2024-07-01', '2024-09-30', '2024-10-01');

/** An entry of any kind, open or closed, near the edges of quarters, some told by a department, some twins of a hearing. */
export const nearEntry: fc.Arbitrary<Entry> = fc
  .record({
    kind: fc.constantFrom(...Object.keys(DAYS)),
    from: opening,
    to: closing,
    town: fc.constantFrom('太平镇', '大江镇', '外地镇'),
    type: fc.constantFrom('邻里', '合同', '其他'),
    subtype: fc.constantFrom(undefined, '民间借贷', '相邻纠纷'),
    number: fc.constantFrom('（2024）粤5321民初1号', '（2024）粤5321民初2号'),
    source: fc.constantFrom(undefined, 'department'),
    amount: fc.constantFrom(undefined, '0.10', '12000.55'),
    name: fc.constantFrom('伍某', '陆某'),
    department: fc.constantFrom(undefined, '立案庭', '民事审判庭'),
  })
  .map(({ kind, from, to, town, type, subtype, number, source, amount, name, department }) => {
    const [opened, closed, outcome, ended] = DAYS[kind] ?? ['date'];
    const isClosed = closed !== undefined && to !== undefined && to >= from;
    return anEntry(kind, {
      town,
      source,
      [opened]: from,
      ...(isClosed ? { [closed]: to } : {}),
      ...(isClosed && outcome !== undefined ? { [outcome]: ended } : {}),
      ...(LEAST[kind]?.['type'] === undefined ? {} : { type, subtype }),
      ...(kind === 'trial' ? { caseNumber: number } : {}),
      ...(kind === 'guidance' || kind === 'mediation' ? { amount } : {}),
      ...(kind === 'confirmation' ? { effectiveOn: from } : {}),
      ...(kind === 'deputy' ? { name } : {}),
      ...(kind === 'matter' ? { department } : {}),
    });
  });

/** Ledgers of some of the judges of `nearRoster` with entries of every kind. */
export const allKindsLedgers: fc.Arbitrary<readonly Ledger[]> = fc
  .uniqueArray(fc.constantFrom('an', 'bai', 'chen', 'gone'), { maxLength: 4 })
  .chain((judges) =>
    fc.tuple(
      ...judges.map((judge) =>
        fc.array(nearEntry, { maxLength: 20 }).map((entries) => ledgerOf(judge, ...entries)),
      ),
    ),
  );
