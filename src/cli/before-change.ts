import type { Ledger } from '../domain/ledger.ts';
import { refusal } from '../domain/problem.ts';
import { listSaved } from '../store/backup.ts';
import { assertNewest, olderProblem } from '../store/last-saved.ts';
import { loadLedger } from '../store/ledgers.ts';
import { openSigns } from '../store/open-signs.ts';
import { ledgerPath, placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { confirm } from './entry-saving.ts';

/**
 * Minds the marks that editors lay beside a ledger they have open: a save there would overwrite ours, or ours make theirs
 * a conflict. Asked about on a terminal, else refused (`busy`); `--yes` and `--force` go on.
 */
export async function mindEditor(context: Context, workspace: Workspace, judge: string): Promise<void> {
  if (context.force || context.dryRun) return;
  const path = ledgerPath(workspace, judge);
  const [sign] = await openSigns(path);
  if (sign === undefined || context.yes) return;
  if (!context.questions)
    throw refusal('busy', { code: 'editor-open', sign }, { file: placeIn(workspace, path) });
  await confirm(context, context.messages.ask.editorOpen(sign));
}

/** Refuses before anybody is asked anything what would be refused at the end: a change of an older copy; and minds editors. */
export async function mindBeforeChange(
  context: Context,
  workspace: Workspace,
  judge: string,
  ledger: Ledger | undefined,
): Promise<void> {
  if (ledger && (await olderProblem(await listSaved(workspace.home), ledger))) {
    // Another run may have saved since the ledger was read. The note of it follows the file, which therefore tells.
    const now = await loadLedger(workspace, judge, context.kinds);
    const file = placeIn(workspace, ledgerPath(workspace, judge));
    if (now?.ledger.seq === ledger.seq) await assertNewest(workspace.home, ledger, file);
  }
  await mindEditor(context, workspace, judge);
}
