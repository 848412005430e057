import type { Finding } from '../domain/problem.ts';
import { writeOutputs, type OutputFile } from '../store/outputs.ts';
import type { Workspace } from '../store/workspace.ts';
import type { OptionSpec } from './command.ts';
import type { Context } from './context.ts';
import { isOn, type Given } from './given.ts';

/** `--force`, of every command that writes a file where the user says. */
export const FORCE_OPTION: OptionSpec = {
  name: 'force',
  short: 'f',
  help: { zh: '覆盖不是本程序生成的或改过的文件', en: 'replace a file that is not ours or was changed' },
};

/** Writes files that a command made; a dry run writes none. Gives the warnings of the medium. */
export async function writeFiles(
  context: Context,
  given: Given,
  workspace: Workspace,
  files: readonly OutputFile[],
): Promise<readonly Finding[]> {
  if (context.dryRun) return [];
  const { environment } = context;
  const making = { force: isOn(given, 'force'), random: (length: number) => environment.random(length) };
  return environment.uninterrupted(() => writeOutputs(workspace, files, making));
}
