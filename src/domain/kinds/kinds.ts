import { confirmation } from './confirmation.ts';
import { deputy } from './deputy.ts';
import { dispute } from './dispute.ts';
import { guidance } from './guidance.ts';
import type { Kind } from './kind.ts';
import { matter } from './matter.ts';
import { mediation } from './mediation.ts';
import { outreach } from './outreach.ts';
import { service } from './service.ts';
import { trial } from './trial.ts';
import { visit } from './visit.ts';

/** The ledgers of this court, in the order of the official workbook. */
export const KINDS: readonly Kind[] = [
  visit,
  matter,
  dispute,
  trial,
  deputy,
  guidance,
  outreach,
  mediation,
  confirmation,
  service,
];
