import { nearest } from '../domain/nearest.ts';
import { refusal } from '../domain/problem.ts';
import { judgeName, judgesNamed, type Roster } from '../domain/roster.ts';
import { listSaved } from '../store/backup.ts';
import { ledgerNames } from '../store/ledgers.ts';
import type { Workspace } from '../store/workspace.ts';
import { show } from './render/show.ts';
import type { Context } from './context.ts';

/** Whose ledger a command works on. */
export interface Owner {
  readonly id: string;
  readonly name: string;
}

/**
 * The judge a command is about: the one that was named, else the owner of the workspace's only ledger, else, on a
 * terminal, the one that is chosen.
 */
export async function judgeFor(context: Context, workspace: Workspace, roster: Roster): Promise<Owner> {
  const present = await ledgerNames(workspace);
  // Where the only ledger is gone, its judge is still meant, and is told so.
  const ledgers = present.length > 0 ? present : (await listSaved(workspace.home)).judges;
  if (context.judge !== undefined) return ownerNamed(context.judge, roster, ledgers);
  const [only, ...others] = ledgers;
  if (only !== undefined && others.length === 0) return ownerNamed(only, roster, ledgers);
  const judges = ledgers.length > 0 ? ledgers : liaisonIds(roster);
  if (judges.length === 0) throw refusal('misuse', { code: 'judge-needed', judges });
  return chooseJudge(context, roster, judges);
}

/** Asks which of some judges is meant. */
export async function chooseJudge(
  context: Context,
  roster: Roster,
  judges: readonly string[],
): Promise<Owner> {
  if (!context.questions) throw refusal('misuse', { code: 'judge-needed', judges });
  const questions = await context.questions();
  const chosen = await questions.choose({
    message: context.messages.ask.judge,
    options: judges.map((id) => ({
      value: id,
      name: `${show(judgeName(roster, id))} (${id})`,
    })),
  });
  return ownerNamed(chosen, roster, judges);
}

/** The judge that `--judge` names, or undefined where none is named: then a command that only reads is about all. */
export async function judgeNamed(
  context: Context,
  workspace: Workspace,
  roster: Roster,
): Promise<Owner | undefined> {
  return context.judge === undefined
    ? undefined
    : ownerNamed(context.judge, roster, await ledgerNames(workspace));
}

/** The liaison judge that an id or a name means; a judge who left the roster is known by the ledger that is still there. */
export function ownerNamed(judge: string, roster: Roster, ledgers: readonly string[]): Owner {
  const [found, ...others] = judgesNamed(roster, judge);
  if (found && others.length > 0) {
    throw refusal('misuse', {
      code: 'judge-ambiguous',
      judge,
      judges: [found, ...others].map(({ id }) => id),
    });
  }
  if (found?.role === 'posted') throw refusal('misuse', { code: 'judge-not-liaison', judge: found.name });
  if (found) return { id: found.id, name: found.name };
  // A ledger whose judge has left the roster can still be read and put right.
  if (ledgers.includes(judge)) return { id: judge, name: judge };
  const known = liaisonIds(roster);
  const close = nearest(judge, [...known, ...roster.judges.map(({ name }) => name)]);
  throw refusal('misuse', { code: 'judge-unknown', judge, known, ...(close ? { nearest: close } : {}) });
}

/** The ids of all liaison judges of the roster. */
export function liaisonIds(roster: Roster): readonly string[] {
  return roster.judges.filter(({ role }) => role === 'liaison').map(({ id }) => id);
}
