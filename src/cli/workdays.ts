import type { Kind } from '../domain/kinds/kind.ts';
import { workdaysFrom, type Workdays } from '../domain/workdays.ts';
import type { Workspace } from '../store/workspace.ts';

/** The worked days of the workspace. */
export async function workdaysOf(workspace: Workspace): Promise<Workdays> {
  const { loadWorkdays } = await import('../store/holidays.ts');
  return loadWorkdays(workspace);
}

/** The worked days for adding and changing entries of a kind; one without checks or time limits of cases is spared the tables. */
export async function workdaysFor(workspace: Workspace, kind: Kind): Promise<Workdays> {
  const hasLimits = kind.span.type === 'case' && kind.clocks !== undefined;
  return kind.checks === undefined && !hasLimits ? workdaysFrom([]) : workdaysOf(workspace);
}
