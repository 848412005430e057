import { Refusal, refusal } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { listSaved } from '../store/backup.ts';
import { ledgerNames } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { chooseJudge, ownerNamed, type Owner } from './judges.ts';

/**
 * The judge whose ledger is to be looked after: one that has a ledger, or had one. Where the roster can't be read either,
 * judges are known by their ids alone.
 */
export async function judgeToRecover(context: Context, workspace: Workspace): Promise<Owner> {
  const saved = await listSaved(workspace.home);
  const judges = [...new Set([...(await ledgerNames(workspace)), ...saved.judges])].sort();
  const [roster, unread] = await rosterIfSound(workspace);
  const { judge } = context;
  if (judge !== undefined) {
    if (roster) return ownerNamed(judge, roster, judges);
    if (judges.includes(judge)) return { id: judge, name: judge };
    throw unread;
  }
  const [only, ...others] = judges;
  if (only !== undefined && others.length === 0)
    return roster ? ownerNamed(only, roster, judges) : { id: only, name: only };
  if (roster && judges.length > 0) return chooseJudge(context, roster, judges);
  throw refusal('misuse', { code: 'judge-needed', judges });
}

/** The roster, or why it can't be read. */
async function rosterIfSound(
  workspace: Workspace,
): Promise<readonly [Roster, undefined] | readonly [undefined, Refusal]> {
  try {
    return [await loadRoster(workspace), undefined];
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return [undefined, thrown];
  }
}
