import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import { kindOf } from '../../src/domain/kinds/kind.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { anEntry } from '../support/sound-entries.ts';
import { ATTACK, ATTACK_IN_NAME } from '../support/terminal-attacks.ts';

/** A file to be read whose name is an attack, and so are its heads and cells. */
export const HOSTILE_FILE = `${ATTACK_IN_NAME}.csv`;

/** A workspace that can be read in which every text is an attack: roster, ledger, heads that were learnt, names of files. */
export async function hostileWorkspace(): Promise<Sandbox> {
  return sandbox({
    'roster.json': JSON.stringify(ROSTER),
    'ledgers/li-min.json': JSON.stringify({ ...LEDGER, entries: KINDS.flatMap(({ id }) => entriesOf(id)) }),
    [`ledgers/${ATTACK_IN_NAME}.json`]: JSON.stringify(LEDGER),
    'import-heads.json': JSON.stringify({
      format: 'liaison-import-heads/1',
      heads: [{ kind: 'visit', head: ATTACK, field: null }],
    }),
    [`templates/${ATTACK_IN_NAME}.xlsx`]: ATTACK,
    [HOSTILE_FILE]: `日期,镇,${quoted(ATTACK)}\r\n2024-07-03,${quoted(ATTACK)},${quoted(ATTACK)}\r\n`,
  });
}

/** Workspaces that can't be read, by what is wrong: the wrong part is an attack. */
export const BROKEN: readonly (readonly [string, string, (attack: string) => unknown])[] = [
  ['an unknown key of a ledger', 'ledgers/li-min.json', (attack) => ({ ...LEDGER, [attack]: 1 })],
  ['the format of a ledger', 'ledgers/li-min.json', (attack) => ({ ...LEDGER, format: attack })],
  [
    'the judge of a ledger',
    'ledgers/li-min.json',
    (attack) => ({ ...LEDGER, judge: { id: attack, name: attack } }),
  ],
  [
    'another judge of a ledger',
    'ledgers/li-min.json',
    (attack) => ({ ...LEDGER, judge: { id: 'he-jing', name: attack } }),
  ],
  [
    'every value of an entry',
    'ledgers/li-min.json',
    (attack) => ({ ...LEDGER, entries: KINDS.map(({ id }) => allWrong(id, attack)) }),
  ],
  [
    'the kind of an entry',
    'ledgers/li-min.json',
    (attack) => ({ ...LEDGER, entries: [{ id: attack, kind: attack }] }),
  ],
  [
    'the history of an entry',
    'ledgers/li-min.json',
    (attack) => ({ ...LEDGER, entries: [wrongHistory(attack)] }),
  ],
  ['the format of a roster', 'roster.json', (attack) => ({ ...ROSTER, format: attack })],
  ['an unknown key of a roster', 'roster.json', (attack) => ({ ...ROSTER, [attack]: 1 })],
  [
    'ids and days of a roster',
    'roster.json',
    (attack) => ({
      ...ROSTER,
      judges: [{ id: attack, name: attack, role: attack, assignments: [{ town: attack, from: attack }] }],
    }),
  ],
  [
    'heads that were learnt',
    'import-heads.json',
    (attack) => ({
      format: 'liaison-import-heads/1',
      heads: [{ kind: attack, head: attack, field: attack }],
    }),
  ],
  [
    'holidays',
    'holidays.json',
    (attack) => ({ format: 'liaison-holidays/1', years: [attack], off: [attack], worked: [] }),
  ],
];

const ROSTER = {
  format: 'liaison-roster/1',
  court: { name: ATTACK, code: '粤5321' },
  offices: {
    filing: ATTACK,
    research: ATTACK,
    filingClerk: { name: ATTACK, phone: ATTACK },
    researchClerk: { name: ATTACK, phone: ATTACK },
  },
  leadingGroup: { head: ATTACK, deputies: [ATTACK], members: [ATTACK] },
  leaders: [{ id: 'zhao', name: ATTACK, title: ATTACK, assignments: [{ town: ATTACK }] }],
  towns: [
    { name: '太平镇', aliases: ['太平'], villages: ['马山社区'] },
    {
      name: ATTACK,
      aliases: [`又${ATTACK}`],
      centre: { name: ATTACK, contact: ATTACK, phone: ATTACK },
      circuitPoint: { name: ATTACK },
      tribunal: ATTACK,
      villages: [{ name: ATTACK, aliases: [`又${ATTACK}`] }],
    },
  ],
  judges: [
    { id: 'li-min', name: ATTACK, title: ATTACK, assignments: [{ town: '太平镇' }, { town: ATTACK }] },
    { id: 'posted', name: `又${ATTACK}`, title: ATTACK, role: 'posted', assignments: [{ town: ATTACK }] },
  ],
};

const LEDGER = {
  format: 'liaison-ledger/1',
  ledgerId: ATTACK.slice(0, 64),
  court: ATTACK,
  judge: { id: 'li-min', name: ATTACK },
  entries: [],
};

/** Of one kind an entry that is there, one of a town nobody knows, and one that was removed, all with a history. */
function entriesOf(kind: string): readonly object[] {
  const texts = kindOf(KINDS, kind).fields.filter(
    ({ type, key }) => type.offer.type === 'text' || type.offer.type === 'village' || key === 'venue',
  );
  const hostile = Object.fromEntries(texts.map(({ key }) => [key, ATTACK]));
  const entry = (id: string, town: string, more: object = {}): object => ({
    ...document(anEntry(kind, { ...hostile, town }, { id: `${kind}-${id}` })),
    history: history(texts.map(({ key }) => key)),
    rev: 2,
    ...more,
  });
  return [
    entry('here', ATTACK),
    entry('there', '太平镇'),
    entry('lost', `没有的${ATTACK}`),
    entry('gone', ATTACK, { removed: { at: AT, reason: ATTACK } }),
  ];
}

const AT = '2024-07-04T09:15:50+08:00';

function history(fields: readonly string[]): readonly object[] {
  const changes = [...fields, ATTACK.slice(0, 40)].map((field) => ({ field, from: ATTACK, to: ATTACK }));
  return [
    { rev: 1, at: AT, op: 'add', step: 1 },
    { rev: 2, at: AT, op: 'edit', step: 2, reason: ATTACK, changes },
  ];
}

function wrongHistory(attack: string): object {
  return {
    ...document(anEntry('visit')),
    [attack]: attack,
    createdAt: attack,
    removed: { at: attack, reason: attack },
    history: [{ rev: 1, at: attack, op: attack, step: 1, [attack]: 1 }],
  };
}

function allWrong(kind: string, attack: string): object {
  const values = Object.fromEntries(kindOf(KINDS, kind).fields.map(({ key }) => [key, attack]));
  return { id: `${kind}-wrong`, kind, ...values };
}

function document({ id, kind, values }: Entry): Readonly<Record<string, FieldValue>> {
  return { id, kind, ...values };
}

function quoted(text: string): string {
  return `"${text.replaceAll('\u0000', '')}"`;
}
