import { Refusal } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { rosterFromJson } from '../domain/roster-format.ts';
import { readDocument } from './document.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** The roster of a workspace. Throws a Refusal `invalid` with everything that is wrong with it. */
export async function loadRoster(workspace: Workspace): Promise<Roster> {
  return readRoster(workspace.roster, placeIn(workspace, workspace.roster));
}

/** A roster from any file; `file` is the path as people are told it. */
export async function readRoster(path: string, file: string): Promise<Roster> {
  const { value, locate } = await readDocument(path, file);
  const result = rosterFromJson(value, locate);
  if ('findings' in result) throw new Refusal('invalid', result.findings);
  return result.roster;
}
