import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { Refusal } from '../../src/domain/problem.ts';
import { assertReadable } from '../../src/store/ledger-size.ts';
import { aLedger, aVisit } from '../support/builders.ts';

const text = '界'.repeat(5_000);

/** A ledger of so many visits, each of which takes some 60 kB of its file. */
function ledgerOf(count: number): ReturnType<typeof aLedger> {
  const values = { findings: text, litigationNotice: text, handling: text, note: text };
  return aLedger({
    entries: Array.from({ length: count }, (_, at) => aVisit(values, { id: `visit-240703-${String(at)}` })),
  });
}

test('a ledger that could be saved and never read again is refused', () => {
  expect(() => {
    assertReadable(ledgerOf(1_100), KINDS, 'ledgers/li-min.json');
  }).not.toThrow();
  const refused = expect(() => {
    assertReadable(ledgerOf(1_130), KINDS, 'ledgers/li-min.json');
  });
  refused.toThrow(Refusal);
});
