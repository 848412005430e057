import { checkRoster } from '../../domain/roster-checks.ts';
import { loadRoster } from '../../store/rosters.ts';
import { placeIn } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { findingsAnswer, findingsOf, STRICT_OPTION } from '../findings-answer.ts';

/** `ledger roster check`: what contradicts itself, and what a town still lacks. */
export const rosterCheck: Command = {
  options: [STRICT_OPTION],
  examples: ['roster check', 'roster check --json'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const file = placeIn(workspace, workspace.roster);
    const findings = await findingsOf(async () => checkRoster(await loadRoster(workspace), context.today));
    return findingsAnswer(
      context,
      given,
      findings.map((finding) => ({ ...finding, where: { file, ...finding.where } })),
    );
  },
};
