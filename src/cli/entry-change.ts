import type { Entry } from '../domain/entry.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { entriesReferredTo, type Ledger } from '../domain/ledger.ts';
import { nearest } from '../domain/nearest.ts';
import { refusal, type Finding } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { changeLedger, requireLedger, type LoadedLedger } from '../store/ledgers.ts';
import { loadRoster } from '../store/rosters.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Answer } from './command.ts';
import type { Given } from './given.ts';
import type { Context } from './context.ts';
import { mindBeforeChange } from './before-change.ts';
import { doubtNotes, quotaAfter } from './entry-saving.ts';
import { judgeFor } from './judges.ts';
import { entryJson } from './render/entries.ts';
import { findingJson } from './render/findings.ts';
import { quotaJson } from './render/quota.ts';
import { savingOf } from './saving.ts';

/** The entry that a command works on, and where it stands. */
export interface Target {
  readonly workspace: Workspace;
  readonly roster: Roster;
  readonly seen: LoadedLedger;
  readonly ledger: Ledger;
  readonly entry: Entry;
}

/** Finds the entry that the first word names, in the ledger of the judge the command is about. */
export async function targetOf(context: Context, kind: Kind, given: Given): Promise<Target> {
  const reference = given.words[0] ?? '';
  const workspace = await context.workspace();
  const roster = await loadRoster(workspace);
  const owner = await judgeFor(context, workspace, roster);
  const seen = await requireLedger(workspace, owner.id, context.kinds);
  const { ledger } = seen;
  await mindBeforeChange(context, workspace, owner.id, ledger);
  return { workspace, roster, seen, ledger, entry: entryReferredTo([ledger], kind, reference) };
}

/** So many ids are named where a reference means several entries. */
const NAMED = 10;

/**
 * The one entry of a kind, or of any where none is said, that a reference means, over some ledgers: exact id, else a unique
 * beginning or ending.
 */
export function entryReferredTo(
  ledgers: readonly Ledger[],
  kind: Kind | undefined,
  reference: string,
): Entry {
  const likely = ledgers
    .flatMap((ledger) => entriesReferredTo(ledger, reference))
    .filter((entry) => kind === undefined || entry.kind === kind.id);
  const exact = likely.filter(({ id }) => id === reference);
  const meant = exact.length > 0 ? exact : likely;
  const [found, ...others] = meant;
  if (found && others.length === 0) return found;
  if (found) {
    const ids = [...new Set(meant.map(({ id }) => id))];
    const owners = ledgers.filter(({ entries }) => entries.some((entry) => meant.includes(entry)));
    if (ids.length === 1) {
      throw refusal('misuse', { code: 'judge-needed', judges: owners.map(({ judge }) => judge.id) });
    }
    const named = ids.length > NAMED ? [...ids.slice(0, NAMED), '...'] : ids;
    throw refusal('misuse', { code: 'entry-ambiguous', id: reference, ids: named });
  }
  const ids = ledgers.flatMap((ledger) => ledger.entries.map(({ id }) => id));
  const close = nearest(reference, ids);
  throw refusal('misuse', { code: 'entry-unknown', id: reference, ...(close ? { nearest: close } : {}) });
}

/** Saves a change of one entry and answers with it; `line` says what was done. */
export async function saveChange(
  context: Context,
  kind: Kind,
  { workspace, roster, seen, ledger, entry }: Target,
  change: {
    readonly command: string;
    readonly plan: (ledger: Ledger) => Ledger;
    readonly doubts: readonly Finding[];
    line(after: Entry): string;
  },
): Promise<Answer> {
  const plan = (current: Ledger): Ledger => {
    const now = current.entries.find(({ id }) => id === entry.id);
    // What was shown and confirmed is what is changed: an entry that somebody changed meanwhile is not overwritten.
    if (now?.rev !== entry.rev) throw refusal('busy', { code: 'entry-changed-meanwhile', id: entry.id });
    return change.plan(current);
  };
  const saved = await changeLedger(workspace, ledger.judge.id, plan, {
    ...savingOf(context, `${kind.id} ${change.command}`),
    seen,
  });
  const after = saved.ledger.entries.find(({ id }) => id === entry.id) ?? entry;
  const quota = await quotaAfter(context, workspace, roster, saved.ledger, after);
  const line = change.line(after);
  return {
    json: {
      judge: ledger.judge.id,
      entry: entryJson(kind, after),
      ...(quota ? { quota: quotaJson(quota) } : {}),
      warnings: change.doubts.map((finding) => findingJson(context.messages, finding)),
    },
    text: context.dryRun ? context.messages.saved.dry(line) : line,
    notes: doubtNotes(context, change.doubts, saved.warnings),
    ...(saved.confirmed ? {} : { exit: 7 }),
  };
}
