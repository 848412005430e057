import type { Finding } from '../../domain/problem.ts';
import type { Roster } from '../../domain/roster.ts';
import { ledgerNames } from '../../store/ledgers.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { findingsAnswer, STRICT_OPTION } from '../findings-answer.ts';
import { ownerNamed } from '../judges.ts';
import { workspaceFindings } from '../workspace-findings.ts';

/** `ledger check`: reads every file of the workspace and asks every check; silent when all is well. */
export const check: Command = {
  options: [STRICT_OPTION],
  arguments: [{ name: { zh: '联系法官代号', en: 'NAME' }, many: true, optional: true }],
  examples: ['check', 'check li-min --strict'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const { roster, ofRoster, ofStore } = await workspaceFindings(context, workspace);
    const names = await ownersNamed(given.words, workspace, roster);
    // Without a sound roster no ledger can be checked, whoever it belongs to.
    const always = ofRoster.filter(({ severity }) => severity === 'error');
    const others = ofRoster.filter((finding) => !always.includes(finding));
    const wanted = [...others, ...ofStore].filter((finding) => concerns(finding, names));
    return findingsAnswer(context, given, [...always, ...wanted]);
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

/** Whether a finding is about one of the judges, or about everybody, or none was named. */
function concerns({ where }: Finding, names: readonly string[]): boolean {
  if (names.length === 0 || (where.file === undefined && where.judge === undefined)) return true;
  return names.some((name) => where.file === `ledgers/${name}.json` || where.judge === name);
}
