import type { Source } from '../../domain/consolidation.ts';
import { owesLedger } from '../../domain/roster.ts';
import type { Summary } from '../../domain/summary.ts';
import { named } from '../../marks/names.ts';
import type { Named, Single } from '../../marks/template-data.ts';
import { COUNTING_NOTE, countingNote } from './counting-note.ts';
import type { QuarterFacts } from './quarter-facts.ts';

const MET_TOWNS = named('达标镇数', 'metTowns');
const UNREPORTED_NOTE = named('未报说明', 'unreportedNote');
const COMPARED_NOTE = named('对比说明', 'comparedNote');
const SUBMISSION_NOTE = named('报送说明', 'submissionNote');

/** The names of the single values that a summary has beside those of its quarter or year. */
export const SUMMARY_SINGLES: readonly Named[] = [
  MET_TOWNS,
  UNREPORTED_NOTE,
  COMPARED_NOTE,
  COUNTING_NOTE,
  SUBMISSION_NOTE,
];

/** What a summary says beside its tables: who is missing from it, what it is set against, what counts. */
export function summarySingles(
  facts: Pick<QuarterFacts, 'consolidation' | 'roster' | 'words'>,
  { total, period: counted, quarters }: Summary,
): readonly Single[] {
  const { consolidation, roster, words } = facts;
  const { sources, period } = consolidation;
  const unreported = total.unreported.map((one) =>
    quarters.length > 1 ? words.unreportedIn(one.town, one.quarters) : one.town,
  );
  const due = sources.filter(({ judge }) => owesLedger(roster, judge.id, period));
  const from = (wanted: Source['source']): number => due.filter(({ source }) => source === wanted).length;
  const counts = {
    due: due.length,
    submitted: from('submission'),
    here: from('ledger'),
    missing: from('missing'),
  };
  return [
    { ...MET_TOWNS, value: words.metTowns(total.met.done, total.met.all) },
    { ...UNREPORTED_NOTE, value: unreported.length > 0 ? words.unreportedTowns(unreported) : '' },
    { ...COMPARED_NOTE, value: counted.to < period.to ? words.running(counted.to) : '' },
    countingNote(facts),
    { ...SUBMISSION_NOTE, value: words.submissions(counts) },
  ];
}
