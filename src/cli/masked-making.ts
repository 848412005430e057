import { Buffer } from 'node:buffer';
import type { Consolidation } from '../domain/consolidation.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { EDITION_NAMES, type Edition } from '../domain/masking/edition.ts';
import { maskingOf, type Masking } from '../domain/masking/masking.ts';
import { reviewOf, type Review } from '../domain/masking/review.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Roster } from '../domain/roster.ts';
import { messagesFor } from '../messages/languages.ts';
import { official } from '../messages/official.ts';
import type { Context } from './context.ts';
import { reviewed } from './masking.ts';
import { reviewFile } from './render/review-list.ts';
import { filesOf } from './unread-files.ts';
import type { Making } from './workbook-making.ts';

/** A masked edition that is being made. */
export interface MaskedMaking {
  readonly masking: Masking;
  readonly review: Review;
  readonly making: Making;
}

/**
 * What turns the workbooks of a consolidation into an edition: its masks, the list of texts for review, the templates made fit for
 * it, and the last look at every finished package. Refused where a ledger could not be read.
 */
export async function maskedMaking(
  context: Context,
  edition: Edition,
  consolidation: Consolidation,
  roster: Roster,
  everything: readonly Ledger[],
  unread: readonly Finding[],
): Promise<MaskedMaking> {
  const { kinds } = context;
  const masking = masksFor(edition, kinds, consolidation, roster, everything, unread);
  const review = reviewOf(masking, kinds, consolidation.rows);
  const { quarter, year } = consolidation;
  const term = year === undefined ? official.quarter(quarter) : official.year(year);
  const { maskedTemplate } = await import('../workbook/masked/masked-template.ts');
  const mask = (text: string): string => masking.text(text).text;
  const { foot, notice } = official.masked;
  const list = reviewFile(await messagesFor('zh'), review, term);
  return {
    masking,
    review,
    making: {
      prepare: (template) => maskedTemplate(template, { mask, foot, notice: notice[edition] }),
      inspect: (bytes) => refuseTelling(bytes, mask),
      beside:
        review.items.length > 0
          ? [{ file: `核对清单-${EDITION_NAMES[edition]}.txt`, bytes: Buffer.from(list) }]
          : [],
      ask: () => reviewed(context, review),
    },
  };
}

/** The masks of an edition of a consolidation. Refused where a ledger could not be read. */
export function masksFor(
  edition: Edition,
  kinds: readonly Kind[],
  { sources }: Consolidation,
  roster: Roster,
  everything: readonly Ledger[],
  unread: readonly Finding[],
): Masking {
  refuseUnread(unread);
  // Who is named anywhere, also in what is not counted: before a correction, in another quarter, in an attempt set aside.
  const merged = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const ledgers = [...merged, ...everything.filter((ledger) => !merged.includes(ledger))];
  return maskingOf({ edition, ledgers, roster, kinds });
}

/** Refuses a finished package in which anything still tells what the edition must not. */
export async function refuseTelling(bytes: Uint8Array, mask: (text: string) => string): Promise<void> {
  const { leakingParts } = await import('../workbook/masked/leaks.ts');
  const parts = await leakingParts(bytes, mask);
  if (parts.length === 0) return;
  throw new Refusal(
    'invalid',
    parts.map((part) => error({ code: 'masked-part-tells', part })),
  );
}

/** Who is named only in a ledger that can't be read would stay unmasked in the others' texts. */
function refuseUnread(unread: readonly Finding[]): void {
  const files = unread.flatMap(filesOf);
  if (unread.length === 0) return;
  throw new Refusal('invalid', [
    ...unread,
    error({ code: 'masked-ledger-unread', files: [...new Set(files)] }),
  ]);
}
