import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type CalendarDate } from '../src/domain/calendar-date.ts';
import { asKnownOn, closedOn, openedOn } from '../src/domain/cases.ts';
import { checkLedger } from '../src/domain/checks.ts';
import { snapshotOf } from '../src/domain/consolidation.ts';
import { DISPUTE_TYPES, SUBTYPES } from '../src/domain/dispute-types.ts';
import { dayOf, entryDay, textOf, type Entry } from '../src/domain/entry.ts';
import { countable, figureIn } from '../src/domain/figures.ts';
import type { Figure } from '../src/domain/kinds/figure.ts';
import { fieldOf, kindOf, type Kind } from '../src/domain/kinds/kind.ts';
import { KINDS } from '../src/domain/kinds/kinds.ts';
import { ledgerToText } from '../src/domain/ledger-format.ts';
import { periodOf, quarterAt, type Quarter } from '../src/domain/quarter.ts';
import {
  basisOf,
  judgesNamed,
  leadersOf,
  serves,
  townNamed,
  villageNamed,
  villagesOn,
} from '../src/domain/roster.ts';
import { loadWorkdays } from '../src/store/holidays.ts';
import { readAllLedgers } from '../src/store/ledgers.ts';
import { loadRoster } from '../src/store/rosters.ts';
import { workspaceAt } from '../src/store/workspace.ts';
import { day, quarter } from './support/builders.ts';
import { SAMPLE, sandbox } from './support/sandbox.ts';

const workspace = workspaceAt(SAMPLE);
const roster = await loadRoster(workspace);
const workdays = await loadWorkdays(workspace);
const { read, findings } = await readAllLedgers(workspace, KINDS);
const ledgers = read.map(({ ledger }) => ledger);
const readme = await readFile(join(SAMPLE, 'README.md'), 'utf8');

const QUARTERS = ['2024Q3', '2024Q4', '2025Q1', '2025Q2'].map(quarter);
const NEW_KINDS = KINDS.filter(({ id }) => id !== 'visit');
const CASE_KINDS = KINDS.filter(({ span }) => span.type === 'case');
const LAST_DAY = day('2025-06-30');
/** The day on which the sample's 李敏 has most to do. */
const AGENDA_DAY = day('2024-09-18');

/** An entry and whose it is. */
interface Kept {
  readonly judge: string;
  readonly entry: Entry;
}

const everything: readonly Kept[] = ledgers.flatMap(({ judge, entries }) =>
  entries.map((entry) => ({ judge: judge.id, entry })),
);
const active = everything.filter(({ entry }) => !entry.removed);

/** The active entries of a kind with these values; an empty text stands for a field that has none. */
function entriesWith(kind: string, values: Readonly<Record<string, string>> = {}): readonly Kept[] {
  return active.filter(
    ({ entry }) =>
      entry.kind === kind && Object.entries(values).every(([key, value]) => textOf(entry, key) === value),
  );
}

function has(entry: Entry, ...keys: readonly string[]): boolean {
  return keys.every((key) => entry.values[key] !== undefined);
}

/** The day until which a clock of the entry's kind runs. */
function dueOf(entry: Entry, id: string): CalendarDate | undefined {
  const clock = kindOf(KINDS, entry.kind).clocks?.find((one) => one.id === id);
  return clock?.due(entry.values, { workdays, reportWithinWorkdays: 5 })?.on;
}

const period = (one: Quarter) => periodOf(one, basisOf(roster));
const quarterOfDay = (one: CalendarDate): Quarter => quarterAt(one, basisOf(roster));

describe('the files', () => {
  test('are twelve ledgers that can be read', () => {
    expect(findings).toEqual([]);
    expect(ledgers).toHaveLength(12);
  });

  test.each(read.map(({ file, ledger }) => [file, ledger] as const))(
    '%s is saved byte for byte as it stands',
    async (file, ledger) => {
      expect(ledgerToText(ledger, KINDS)).toBe(await readFile(join(SAMPLE, file), 'utf8'));
    },
  );

  test('number every change once, as many as the ledger has had', () => {
    for (const { judge, entries, seq } of ledgers) {
      const steps = entries.flatMap(({ history = [] }) => history.map(({ step }) => step));
      const inOrder = steps.toSorted((one, other) => one - other);
      expect(inOrder, judge.id).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
    }
  });

  test('remember of every entry how it came to be what it is', () => {
    for (const { entry } of everything) {
      const { history = [], rev, createdAt, updatedAt } = entry;
      const times = history.map(({ at }) => at);
      expect(
        history.map((item) => item.rev),
        entry.id,
      ).toEqual(Array.from({ length: rev }, (_, index) => index + 1));
      expect(times, entry.id).toEqual(times.toSorted());
      expect([times[0], times.at(-1)], entry.id).toEqual([createdAt, updatedAt]);
      expect(history[0]?.op, entry.id).toBe('add');
      expect(history.at(-1)?.op === 'remove', entry.id).toBe(entry.removed !== undefined);
      for (const { field, to } of history.at(-1)?.changes ?? [])
        expect(entry.values[field] ?? null, entry.id).toEqual(to);
    }
  });
});

describe('the entries', () => {
  test('raise no doubt but the one that the README names', () => {
    const found = ledgers.flatMap((ledger) =>
      checkLedger(ledger, { kinds: KINDS, roster, workdays, today: day('2025-07-10'), language: 'zh' }),
    );
    expect(found.map(({ severity, problem, where }) => [severity, problem.code, where.entry])).toEqual([
      ['warning', 'applied-late', 'confirmation-250310-i7d5'],
    ]);
  });

  test('lie in the four quarters, on days on which the judge served the town', () => {
    for (const { judge, entry } of everything) {
      const on = entryDay(kindOf(KINDS, entry.kind), entry);
      expect(on && QUARTERS.includes(quarterOfDay(on)), entry.id).toBe(true);
      const [person] = judgesNamed(roster, judge);
      expect(person && on && serves(person, textOf(entry, 'town'), on), entry.id).toBe(true);
    }
  });

  test('are dated as their ids say', () => {
    for (const { entry } of everything) {
      const on = entryDay(kindOf(KINDS, entry.kind), entry) ?? '';
      expect(entry.id).toMatch(
        new RegExp(`^${entry.kind}-${on.slice(2).replaceAll('-', '')}-[a-z0-9]{4}$`, 'u'),
      );
    }
  });

  test('are at villages of their own town', () => {
    for (const { entry } of everything.filter((one) => has(one.entry, 'village'))) {
      const town = townNamed(roster, textOf(entry, 'town'));
      const village = town && villageNamed(town, textOf(entry, 'village'));
      const on = entryDay(kindOf(KINDS, entry.kind), entry);
      expect(town && on && village && villagesOn(town, on), entry.id).toContain(village?.name);
    }
  });

  test.each(NEW_KINDS.map((kind) => [kind.id, kind] as const))(
    'of kind %s are ten at least, in eight towns and every quarter',
    (id, kind) => {
      const rows = entriesWith(id);
      expect(rows.length).toBeGreaterThanOrEqual(10);
      expect(new Set(rows.map(({ entry }) => textOf(entry, 'town'))).size).toBeGreaterThanOrEqual(8);
      const quarters = rows.map(({ entry }) => quarterOfDay(entryDay(kind, entry) ?? LAST_DAY));
      expect([...new Set(quarters)].sort()).toEqual(QUARTERS);
    },
  );

  test('bear a case number of this court in one case only', () => {
    const numbered = everything.filter(({ entry }) => has(entry, 'caseNumber'));
    for (const { entry } of numbered) expect(textOf(entry, 'caseNumber')).toMatch(/^（202[45]）粤5321/u);
    const ofTrials = new Set(entriesWith('trial').map(({ entry }) => textOf(entry, 'caseNumber')));
    const others = numbered.filter(({ entry }) => entry.kind !== 'trial');
    const numbers = others.map(({ entry }) => textOf(entry, 'caseNumber'));
    expect(new Set(numbers).size).toBe(numbers.length);
    // One case was entrusted first and then tried.
    expect(numbers.filter((number) => ofTrials.has(number))).toEqual(['（2024）粤5321民初1436号']);
  });

  test('are on the whole as many as the README says', () => {
    expect(readme).toContain(` ${String(everything.length)} entries of all ten kinds`);
    for (const { id } of KINDS) {
      const all = everything.filter(({ entry }) => entry.kind === id);
      const removed = all.filter(({ entry }) => entry.removed);
      expect(readme).toContain(`| \`${id}\` | ${String(all.length)} | ${String(removed.length)} |`);
    }
  });

  test('that the README points to are there', () => {
    const ids = new Set(everything.map(({ entry }) => entry.id));
    const named = [...readme.matchAll(/`([a-z]+-\d{6}-[a-z0-9]{4})`/gu)].map(([, id]) => id ?? '');
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each(CASE_KINDS.map((kind) => [kind.id, kind] as const))(
  '旧存、新收、办结、未结 of %s',
  (_id, kind) => {
    test.each(QUARTERS)('%s: what was carried over and opened is closed or open, in every town', (one) => {
      for (const { name } of roster.towns) {
        const { carried, opened, closed, open } = stockOf(kind, one, name);
        expect(carried + opened, name).toBe(closed + open);
      }
    });

    test.each(QUARTERS.slice(1))('%s carries over what the quarter before left open', (one) => {
      const before = QUARTERS[QUARTERS.indexOf(one) - 1] ?? one;
      for (const { name } of roster.towns)
        expect(stockOf(kind, one, name).carried, name).toBe(stockOf(kind, before, name).open);
    });

    test('cases are carried over', () => {
      const carried = QUARTERS.map((one) => roster.towns.map(({ name }) => stockOf(kind, one, name).carried));
      expect(carried.flat().filter((count) => count > 0).length).toBeGreaterThan(0);
      const later = entriesWith(kind.id).filter(({ entry }) => {
        const [from, to] = [openedOn(kind, entry), closedOn(kind, entry)];
        return from && to && quarterOfDay(from) < quarterOfDay(to);
      });
      expect(later.length).toBeGreaterThan(0);
    });
  },
);

test('cases open on a quarter’s first day, and close on its first and on its last', () => {
  const days = CASE_KINDS.flatMap((kind) =>
    entriesWith(kind.id).map(({ entry }) => [openedOn(kind, entry), closedOn(kind, entry)] as const),
  );
  const starts = QUARTERS.map((one) => period(one).from);
  const ends = QUARTERS.map((one) => period(one).to);
  expect(days.some(([opened]) => opened && starts.includes(opened))).toBe(true);
  expect(days.some(([opened, closed]) => closed && opened !== closed && starts.includes(closed))).toBe(true);
  expect(days.some(([, closed]) => closed && ends.includes(closed))).toBe(true);
});

test('what was removed is in no figure', () => {
  const { rows } = snapshotOf({ ledgers, kinds: KINDS, roster, asOf: LAST_DAY });
  const shown = [...rows.values()].flat().map(({ entry }) => entry.id);
  expect(shown.toSorted()).toEqual(active.map(({ entry }) => entry.id).sort());
});

/** The four figures of a town and a quarter, as they stood on its last day. */
function stockOf(kind: Kind, one: Quarter, town: string) {
  const snapshot = snapshotOf({ ledgers, kinds: KINDS, roster, asOf: period(one).to });
  const cases = countable(kind, snapshot.rows.get(kind.id) ?? []);
  const count = (of: 'carried' | 'opened' | 'closed' | 'open'): number => {
    const words = { zh: of, en: of };
    const figure: Figure = { key: of, group: words, label: words, unit: '件', measure: { of } };
    return figureIn(cases, figure, period(one), (row) => row.town === town) ?? NaN;
  };
  return {
    carried: count('carried'),
    opened: count('opened'),
    closed: count('closed'),
    open: count('open'),
  };
}

describe('confirmations', () => {
  test('one was applied for on day 31, one day after a last day that is worked', () => {
    const late = entriesWith('confirmation', { document: 'ruling' }).filter(({ entry }) => {
      const [from, applied] = [dayOf(entry, 'effectiveOn'), dayOf(entry, 'appliedOn')];
      return from && applied && daysBetween(from, applied) === 31 && workdays.isWorkday(addDays(from, 30));
    });
    expect(late.map(({ entry }) => entry.id)).toEqual(['confirmation-250310-i7d5']);
  });

  test('one was applied for on the working day to which the last day moves', () => {
    const [moved] = entriesWith('confirmation').filter(({ entry }) => entry.id.endsWith('-n8r3'));
    expect(moved && daysBetween(day('2024-08-23'), day('2024-09-23'))).toBe(31);
    expect(moved && dueOf(moved.entry, 'applyBy')).toBe('2024-09-23');
    expect(moved && textOf(moved.entry, 'appliedOn')).toBe('2024-09-23');
  });

  test('one agreement was never taken to confirmation, and opens no case', () => {
    const never = entriesWith('confirmation', { result: 'notApplied', appliedOn: '' });
    expect(never).toHaveLength(1);
    const kind = kindOf(KINDS, 'confirmation');
    for (const { entry } of never)
      expect([has(entry, 'closedOn'), openedOn(kind, entry)]).toEqual([true, undefined]);
  });

  test('one agreement of June 2025 still waits for an application, in time', () => {
    const waiting = entriesWith('confirmation', { appliedOn: '', closedOn: '' });
    expect(waiting.some(({ entry }) => (dueOf(entry, 'applyBy') ?? '') > LAST_DAY)).toBe(true);
  });

  test('end in every way, and by both documents', () => {
    const { offer } = fieldOf(kindOf(KINDS, 'confirmation'), 'result').type;
    const ways = offer.type === 'choice' ? offer.choices.map(({ id }) => id) : [];
    const results = new Set(entriesWith('confirmation').map(({ entry }) => textOf(entry, 'result')));
    expect(ways.filter((way) => !results.has(way))).toEqual([]);
    expect(entriesWith('confirmation', { document: 'writ' }).length).toBeGreaterThan(0);
    expect(entriesWith('confirmation').some(({ entry }) => has(entry, 'extendedTo'))).toBe(true);
  });
});

describe('mediations', () => {
  test('the thirty days of one end in the National Day holiday', () => {
    const [one] = entriesWith('mediation', { basis: 'preFiling', nature: 'civil', signedOn: '2024-09-01' });
    expect(one && addDays(day('2024-09-01'), 30)).toBe('2024-10-01');
    expect(one && dueOf(one.entry, 'mediationDue')).toBe('2024-10-08');
  });

  test('the seven days of one end in the Spring Festival holiday', () => {
    const [one] = entriesWith('mediation', {
      basis: 'postFiling',
      procedure: 'summary',
      signedOn: '2025-01-24',
    });
    expect(one && dueOf(one.entry, 'mediationDue')).toBe('2025-02-05');
  });

  test.each(['privateProsecution', 'incidentalCivil', 'enforcement'])(
    'one is of nature %s and has the day of its letter',
    (nature) => {
      expect(entriesWith('mediation', { nature }).some(({ entry }) => has(entry, 'dueOn'))).toBe(true);
    },
  );

  test('one was extended, and ended in the time that was added', () => {
    const extended = entriesWith('mediation').filter(({ entry }) => has(entry, 'extendedTo'));
    expect(extended.length).toBeGreaterThan(0);
    for (const { entry } of extended) expect(dueOf(entry, 'mediationDue')).toBe(textOf(entry, 'extendedTo'));
    expect(extended.some(({ entry }) => textOf(entry, 'closedOn') <= textOf(entry, 'extendedTo'))).toBe(true);
  });

  test('before filing there is none from 2025 on', () => {
    const delegated = entriesWith('mediation', { basis: 'preFiling' });
    expect(delegated).not.toHaveLength(0);
    for (const { entry } of delegated)
      expect(textOf(entry, 'delegatedOn') < '2025-01-01', entry.id).toBe(true);
  });
});

describe('trials', () => {
  test('three at least were told of by departments', () => {
    const told = entriesWith('trial', { source: 'department' });
    expect(told.length).toBeGreaterThanOrEqual(3);
    for (const { entry } of told) expect(textOf(entry, 'sourceDepartment')).not.toBe('');
  });

  test('one hearing stands in one judge’s own ledger and was told to another, one was told to two; each counts once', () => {
    const snapshot = snapshotOf({ ledgers, kinds: KINDS, roster, asOf: LAST_DAY });
    const rows = snapshot.rows.get('trial') ?? [];
    const key = ({ values }: Entry): string => `${String(values['caseNumber'])} ${String(values['heldOn'])}`;
    const twice = [...new Set(rows.map(({ entry }) => key(entry)))]
      .map((hearing) => rows.filter(({ entry }) => key(entry) === hearing))
      .filter((group) => group.length > 1)
      .map((group) =>
        group
          .map(({ judge, counted, entry }) => [judge.id, textOf(entry, 'source'), counted])
          .toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
      );
    expect(twice).toEqual(
      expect.arrayContaining([
        [
          ['luo-fang', '', true],
          ['zhong-wj', 'department', false],
        ],
        [
          ['chen-jh', 'department', true],
          ['pan-ying', 'department', false],
        ],
      ]),
    );
    expect(twice).toHaveLength(2);
  });

  test('one case has two hearings, the second of which closes it in the quarter after the first', () => {
    const [first, second] = entriesWith('trial', { caseNumber: '（2024）粤5321民初1342号' });
    expect([first?.judge, second?.judge]).toEqual(['liang-hao', 'liang-hao']);
    expect(first && has(first.entry, 'closedOn')).toBe(false);
    const closed = second && dayOf(second.entry, 'closedOn');
    const opened = first && dayOf(first.entry, 'heldOn');
    expect(opened && quarterOfDay(opened)).toBe('2024Q4');
    expect(closed && quarterOfDay(closed)).toBe('2025Q1');
  });
});

describe('deputies', () => {
  const kind = kindOf(KINDS, 'deputy');

  test('an opinion of 无 is no case', () => {
    const none = entriesWith('deputy', { opinion: '无' });
    expect(none.length).toBeGreaterThan(0);
    for (const { entry } of none) expect(openedOn(kind, entry)).toBeUndefined();
  });

  test('proposals have their number and day, and one is complex', () => {
    const proposals = entriesWith('deputy', { channel: 'proposal' });
    expect(proposals.length).toBeGreaterThan(1);
    for (const { entry } of proposals) expect(has(entry, 'number', 'assignedOn'), entry.id).toBe(true);
    const [complex] = proposals.filter(({ entry }) => entry.values['complex'] === true);
    expect(complex && dueOf(complex.entry, 'proposalDue')).toBe('2025-08-20');
  });

  test('a motion has its category', () => {
    const [motion] = entriesWith('deputy', { channel: 'motion' });
    expect(motion && has(motion.entry, 'category', 'repliedOn')).toBe(true);
  });
});

test('guidance comes from all three sources, and one request is still open', () => {
  for (const origin of ['request', 'initiative', 'training'])
    expect(entriesWith('guidance', { origin }).length, origin).toBeGreaterThan(0);
  expect(entriesWith('guidance', { origin: 'request', guidedOn: '', closedOn: '' })).toHaveLength(1);
});

test('a leader was replaced in mid-year, and both went to the town', () => {
  const trips = entriesWith('service', { category: 'leader', town: '大江镇' }).map(({ entry }) => {
    const on = dayOf(entry, 'date') ?? LAST_DAY;
    const [leader] = leadersOf(roster, '大江镇', { from: on, to: on });
    return [leader?.person.id, textOf(entry, 'content').includes(leader?.person.name ?? '?')];
  });
  expect(trips).toEqual([
    ['deng', true],
    ['mo', true],
  ]);
});

describe('disputes', () => {
  test('one in which policy weighs was steered to people’s mediation and settled', () => {
    const settled = entriesWith('dispute', {
      policyHeavy: 'true',
      means: 'peopleMediation',
      outcome: 'settled',
    });
    expect(settled.some(({ entry }) => has(entry, 'closedOn'))).toBe(true);
  });

  test.each(SUBTYPES.map(({ name, within }) => [name.zh, within]))('one is of %s', (subtype, type) => {
    expect(entriesWith('dispute', { subtype, type }).length).toBeGreaterThan(0);
  });

  test('have outcomes of every sort; those that keep a dispute open outlast the day that was set', () => {
    for (const outcome of ['settled', 'transferred', 'stable', 'unsettled'])
      expect(entriesWith('dispute', { outcome }).length, outcome).toBeGreaterThan(0);
    for (const outcome of ['stable', 'unsettled']) {
      const open = entriesWith('dispute', { outcome, closedOn: '' });
      expect(
        open.some(({ entry }) => has(entry, 'dueOn') && textOf(entry, 'dueOn') < LAST_DAY),
        outcome,
      ).toBe(true);
    }
  });

  test('are of at least ten of the official types', () => {
    const types = new Set(entriesWith('dispute').map(({ entry }) => textOf(entry, 'type')));
    expect(DISPUTE_TYPES.filter(({ id }) => types.has(id)).length).toBeGreaterThanOrEqual(10);
  });
});

test('on 2024-09-18 李敏 has something overdue, and more that is due within a week', () => {
  const todo = active.flatMap(({ judge, entry }) => {
    const kind = kindOf(KINDS, entry.kind);
    const seen = judge === 'li-min' ? asKnownOn(kind, entry, AGENDA_DAY) : undefined;
    if (!seen) return [];
    return (kind.clocks ?? [])
      .filter(({ done }) => !done(seen.values))
      .map(({ id }) => [id, dueOf(seen, id) ?? ''])
      .filter(([, on = '']) => on !== '' && on <= addDays(AGENDA_DAY, 7));
  });
  expect(todo).toEqual(
    expect.arrayContaining([
      ['matterDue', '2024-09-12'],
      ['disputeDue', '2024-09-24'],
      ['mediationDue', '2024-09-23'],
      ['mediationDue', '2024-09-20'],
      ['applyBy', '2024-09-23'],
      ['applyBy', '2024-09-25'],
    ]),
  );
  expect(todo).toHaveLength(6);
});

describe('matters', () => {
  test.each(['toCourt', 'toTown'])('%s: of several departments', (direction) => {
    const departments = entriesWith('matter', { direction }).map(({ entry }) => textOf(entry, 'department'));
    expect(new Set(departments).size).toBeGreaterThanOrEqual(4);
  });

  test.each(['toCourt', 'toTown'])('%s: some were answered late', (direction) => {
    const late = entriesWith('matter', { direction }).filter(
      ({ entry }) => has(entry, 'repliedOn', 'dueOn') && textOf(entry, 'repliedOn') > textOf(entry, 'dueOn'),
    );
    expect(late.length).toBeGreaterThan(1);
  });
});

describe.each(NEW_KINDS.map(({ id }) => id))('the entries of %s that examples name', (kind) => {
  const endsWith = (ending: string): readonly Kept[] =>
    everything.filter(({ entry }) => entry.kind === kind && entry.id.endsWith(ending));

  test('one ends in 7kq2; it is 李敏’s, and is as it was on 2024-09-18', () => {
    const [one, ...others] = endsWith('7kq2');
    expect([one?.judge, one?.entry.removed, others]).toEqual(['li-min', undefined, []]);
    expect(one && asKnownOn(kindOf(KINDS, kind), one.entry, AGENDA_DAY)).toEqual(one?.entry);
    expect(one && has(one.entry, 'reportedOn')).toBe(false);
  });

  test('it takes a note without a doubt', async () => {
    const box = await sandbox('sample');
    const typed = [kind, 'edit', '7kq2', '--judge', 'li-min', '--note', '与综治中心主任同行'];
    expect(await box.run(typed)).toMatchObject({ code: 0, stderr: '' });
  });

  test('one ends in u9c4; it is 陈嘉恒’s, and was removed for a reason', () => {
    const [one, ...others] = endsWith('u9c4');
    expect([one?.judge, others]).toEqual(['chen-jh', []]);
    const { removed, history = [] } = one?.entry ?? {};
    expect(removed?.reason.length).toBeGreaterThan(0);
    expect(history.at(-1)).toMatchObject({ op: 'remove', at: removed?.at, reason: removed?.reason });
  });
});
