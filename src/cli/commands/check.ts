import { checkLedger } from '../../domain/checks.ts';
import { Refusal, warning, type Finding } from '../../domain/problem.ts';
import { checkRoster } from '../../domain/roster-checks.ts';
import { workdaysFrom } from '../../domain/workdays.ts';
import type { Roster } from '../../domain/roster.ts';
import { ledgerNames, readAllLedgers } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { ownerNamed } from '../judges.ts';
import { workdaysOf } from '../workdays.ts';
import { findingsAnswer, findingsOf, STRICT_OPTION } from '../findings-answer.ts';

/** `ledger check`: reads every file of the workspace and asks every check; silent when all is well. */
export const check: Command = {
  options: [STRICT_OPTION],
  arguments: [{ name: { zh: '联系法官代号', en: 'NAME' }, many: true, optional: true }],
  examples: ['check', 'check li-min --strict'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const file = placeIn(workspace, workspace.roster);
    let roster: Roster | undefined;
    const ofRoster = await findingsOf(async () => {
      roster = await loadRoster(workspace);
      return checkRoster(roster, context.today).map((finding) => ({
        ...finding,
        where: { file, ...finding.where },
      }));
    });
    const ofLedgers = await ledgerFindings(context, workspace, roster);
    const names = await ownersNamed(given.words, workspace, roster);
    const wanted = (finding: Finding): boolean =>
      names.length === 0 ||
      names.some((name) => finding.where.file === `ledgers/${name}.json` || finding.where.judge === name);
    // Without a sound roster no ledger can be checked, whoever it belongs to.
    const always = ofRoster.filter(({ severity }) => severity === 'error');
    const named = [...ofRoster, ...ofLedgers].filter(
      (finding) => wanted(finding) && !always.includes(finding),
    );
    return findingsAnswer(context, given, [...always, ...named]);
  },
};

/** The ids of the judges that were named. A name that nobody bears is refused: silence would say that all is well. */
async function ownersNamed(
  names: readonly string[],
  workspace: Workspace,
  roster: Roster | undefined,
): Promise<readonly string[]> {
  const ledgers = await ledgerNames(workspace);
  return names.map((name) => (roster ? ownerNamed(name, roster, ledgers).id : name));
}

async function ledgerFindings(
  context: Context,
  workspace: Workspace,
  roster: Roster | undefined,
): Promise<readonly Finding[]> {
  const { read, findings } = await readAllLedgers(workspace, context.kinds);
  if (read.length === 0 && findings.length === 0) return [warning({ code: 'no-ledgers' })];
  if (!roster) return findings;
  const known = roster;
  const { kinds, today, language } = context;
  const ofHolidays: Finding[] = [];
  const workdays = await workdaysOf(workspace).catch((thrown: unknown) => {
    if (!(thrown instanceof Refusal) || thrown.kind !== 'invalid') throw thrown;
    ofHolidays.push(...thrown.findings);
    return workdaysFrom([]);
  });
  const checked = read.flatMap(({ file, ledger }) =>
    checkLedger(ledger, { kinds, roster: known, workdays, today, language }).map((finding) => ({
      ...finding,
      where: { file, ...finding.where },
    })),
  );
  return [...findings, ...ofHolidays, ...checked];
}
