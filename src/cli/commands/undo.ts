import { stepCommand } from '../step-command.ts';

/** `ledger undo`: takes back the last step as a new version; nothing is erased. */
export const undo = stepCommand('undo', ['undo --judge li-min --dry-run', 'undo --judge li-min --yes']);
