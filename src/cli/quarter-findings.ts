import { checkLedger } from '../domain/checks.ts';
import type { Consolidation } from '../domain/consolidation.ts';
import type { Entry } from '../domain/entry.ts';
import { warning, type Finding } from '../domain/problem.ts';
import { timeLimits } from '../domain/time-limits.ts';
import type { Roster } from '../domain/roster.ts';
import type { Language } from '../domain/words.ts';
import type { Workdays } from '../domain/workdays.ts';
import type { Context } from './context.ts';

/** What is doubtful in the entries of the quarter, and in the ledgers themselves. */
export function entryFindings(
  context: Context,
  roster: Roster,
  workdays: Workdays,
  consolidation: Consolidation,
  language: Language,
): readonly Finding[] {
  const shown = new Set(
    [...consolidation.rows.values()].flat().map(({ judge, entry }) => `${judge.id}/${entry.id}`),
  );
  const ofHolidays = unknownYears(context, roster, workdays, consolidation).map((year) =>
    warning({ code: 'holidays-unknown', year }),
  );
  const ofLedgers = consolidation.sources.flatMap(({ ledger, file }) => {
    if (!ledger) return [];
    // As of the as-of day, so that the same ledgers say the same whatever day it is today.
    const known = { ...ledger, entries: knownEntries(consolidation, ledger.judge.id) };
    const { kinds } = context;
    const findings = checkLedger(known, { kinds, roster, workdays, today: consolidation.asOf, language });
    return findings
      .filter(({ where }) => where.entry === undefined || shown.has(`${ledger.judge.id}/${where.entry}`))
      .map((finding) => ({
        ...finding,
        where: { ...(file === undefined ? {} : { file }), ...finding.where },
      }));
  });
  return [...ofHolidays, ...ofLedgers];
}

/** The years that a day on one of the sheets rests on and whose holidays are not known: those days count weekends only. */
function unknownYears(
  { kinds }: Context,
  roster: Roster,
  workdays: Workdays,
  { rows }: Consolidation,
): readonly string[] {
  const years = kinds.flatMap((kind) =>
    (rows.get(kind.id) ?? [])
      .flatMap(({ entry }) => timeLimits(kind, entry, { roster, workdays }))
      .filter(({ clock }) => clock.column !== undefined)
      .flatMap((limit) => limit.unknownYears),
  );
  return [...new Set(years)].sort();
}

function knownEntries({ snapshot }: Consolidation, judge: string): readonly Entry[] {
  const rows = [...snapshot.rows.values()].flat();
  return rows.filter((row) => row.judge.id === judge).map(({ entry }) => entry);
}

/** The order of findings never depends on the order of files. */
export function ordered(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ severity, problem, where }: Finding): string =>
    [
      severity,
      where.judge ?? where.file ?? '',
      where.entry ?? '',
      problem.code,
      where.field ?? '',
      JSON.stringify(problem),
    ].join('\n');
  return findings
    .map((finding) => ({ finding, sort: key(finding) }))
    .sort((one, other) => (one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : 0))
    .map(({ finding }) => finding);
}
