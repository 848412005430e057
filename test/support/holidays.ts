import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workdays } from '../../src/domain/workdays.ts';
import { loadWorkdays } from '../../src/store/holidays.ts';
import { workspaceAt } from '../../src/store/workspace.ts';

/** The worked days by the tables that ship with the program, as a workspace without its own has them. */
export const SHIPPED: Workdays = await loadWorkdays(workspaceAt(join(tmpdir(), 'no-workspace-of-anybody')));
