import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decisions } from '../../../src/domain/receiving/record.ts';
import {
  contradicting,
  sealOf,
  standingOf,
  type ReceivedSubmission,
} from '../../../src/domain/receiving/standing.ts';
import { day, quarter } from '../../support/builders.ts';

const NOTHING: Decisions = { accepted: [], returned: new Map() };

/** A seal of 64 digits out of a short name. */
function seal(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0');
}

function received(
  name: string,
  attempt: number,
  supersedes: readonly string[] = [],
  days: { readonly on?: string; readonly filingOn?: string } = {},
): ReceivedSubmission {
  return {
    file: `2024Q3/${name}.json`,
    on: day(days.on ?? '2024-09-18'),
    ...(days.filingOn === undefined ? {} : { filingOn: day(days.filingOn) }),
    submission: {
      format: 'liaison-submission/1',
      court: '新兴县人民法院',
      judge: { id: 'li-min', name: '李敏' },
      quarter: quarter('2024Q3'),
      attempt,
      supersedes: supersedes.map(seal),
      rules: {},
      period: { from: day('2024-07-01'), to: day('2024-09-30') },
      asOf: day('2024-09-18'),
      createdAt: '2024-09-18T10:00:00+08:00',
      toolVersion: '0',
      entries: [],
      counts: {},
      entryDigests: {},
      seal: { alg: 'sha256-jcs', value: seal(name) },
    },
  };
}

function standing(files: readonly ReceivedSubmission[], decisions: Decisions = NOTHING) {
  const { state, counted, attempts, handedIn } = standingOf(files, decisions);
  return {
    state,
    counted: counted?.file,
    places: attempts.map(({ received: one, place }) => `${one.file.slice(7, -5)} ${place}`),
    handedIn: handedIn && `${handedIn.on} ${handedIn.by}`,
  };
}

const one = received('one', 1);
const two = received('two', 2, ['one']);
const three = received('three', 3, ['one', 'two']);
const twin = received('twin', 1);

test('the highest attempt that knows the others counts, and one that never came is no matter', () => {
  expect(standing([one, two, three])).toMatchObject({
    state: 'submitted',
    counted: three.file,
    places: ['one superseded', 'two superseded', 'three counted'],
  });
  expect(standing([three])).toMatchObject({ state: 'submitted', counted: three.file });
  expect(standing([one, three])).toMatchObject({ counted: three.file });
});

test('two of one attempt contradict each other, and neither counts', () => {
  expect(standing([one, twin])).toEqual({
    state: 'conflict',
    counted: undefined,
    places: ['one conflict', 'twin conflict'],
    handedIn: undefined,
  });
});

test('an attempt that does not know one that came is in conflict; the last below goes on counting', () => {
  const stranger = received('stranger', 3, ['one']);
  expect(standing([one, two, stranger])).toMatchObject({
    state: 'conflict',
    counted: two.file,
    places: ['one superseded', 'two counted', 'stranger conflict'],
  });
});

test('a decision sets aside those that it was made over, and only those', () => {
  expect(contradicting(one, [one, twin, two])).toEqual([seal('twin')]);
  const accepted: Decisions = { ...NOTHING, accepted: [{ seal: seal('one'), over: [seal('twin')] }] };
  expect(standing([one, twin], accepted)).toMatchObject({
    state: 'submitted',
    counted: one.file,
    places: ['one counted', 'twin superseded'],
  });
  const third = received('third', 1);
  expect(standing([one, twin, third], accepted)).toMatchObject({ state: 'conflict', counted: undefined });
  const back: Decisions = {
    ...accepted,
    accepted: [...accepted.accepted, { seal: seal('twin'), over: [seal('one')] }],
  };
  expect(standing([one, twin], back)).toMatchObject({ counted: twin.file });
});

test('one that was returned counts for nothing until the next attempt answers it', () => {
  const returned: Decisions = {
    ...NOTHING,
    returned: new Map([[seal('two'), { on: day('2024-09-19'), reason: '日期有误' }]]),
  };
  expect(standing([one, two], returned)).toMatchObject({
    state: 'returned',
    counted: one.file,
    places: ['one counted', 'two returned'],
  });
  expect(standing([one, two, three], returned)).toMatchObject({ state: 'submitted', counted: three.file });
});

test('the first day decides, by the filing division where it is known', () => {
  const late = received('one', 1, [], { on: '2024-09-25' });
  const filed = received('two', 2, ['one'], { on: '2024-09-26', filingOn: '2024-09-19' });
  expect(standing([late])).toMatchObject({ handedIn: '2024-09-25 office' });
  expect(standing([late, filed])).toMatchObject({ handedIn: '2024-09-19 filing' });
});

test('the order in which files lie there decides nothing', () => {
  const files = [
    one,
    two,
    three,
    twin,
    received('stranger', 2, ['twin']),
    received('far', 4, ['one', 'two', 'three']),
  ];
  const decisions: Decisions = {
    accepted: [{ seal: seal('one'), over: [seal('twin'), seal('stranger')] }],
    returned: new Map([[seal('far'), { on: day('2024-09-19'), reason: 'x' }]]),
  };
  fc.assert(
    fc.property(
      fc
        .subarray(files)
        .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
      fc.constantFrom(NOTHING, decisions),
      ([some, shuffled], decided) => {
        expect(standing(shuffled, decided)).toEqual(standing(some, decided));
        const { attempts } = standingOf(some, decided);
        expect(attempts.map(({ received: each }) => sealOf(each)).sort()).toEqual(some.map(sealOf).sort());
        expect(attempts.filter(({ place }) => place === 'counted').length).toBeLessThanOrEqual(1);
      },
    ),
  );
});
