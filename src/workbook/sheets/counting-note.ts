import type { Consolidation } from '../../domain/consolidation.ts';
import { rulesFor, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { Single } from '../../marks/template-data.ts';
import { named } from '../../marks/names.ts';

/** 走访口径: what counts as a visit. */
export const COUNTING_NOTE = named('走访口径', 'countingNote');

/** What counts as a visit by the rules of the quarter, in words. */
export function countingNote({
  consolidation,
  roster,
  words,
}: {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly words: SheetWords;
}): Single {
  const {
    visitForms: forms,
    countDistinct: distinct,
    visitsPerQuarter: required,
  } = rulesFor(roster, consolidation.quarter);
  return { ...COUNTING_NOTE, value: words.counting({ forms, distinct, required }) };
}
