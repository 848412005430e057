import { stepCommand } from '../step-command.ts';

/** `ledger redo`: brings back the step that was undone last. */
export const redo = stepCommand('redo', ['redo --judge li-min --dry-run', 'redo --judge li-min --yes']);
