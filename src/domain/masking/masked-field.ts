import type { ConsolidatedRow } from '../consolidation.ts';
import type { Holds } from '../kinds/holds.ts';
import { showField, type Field, type Kind } from '../kinds/kind.ts';
import { mayName } from './doubtful-names.ts';
import { HIDDEN, OMITTED } from './edition.ts';
import { nameKey } from './folded-text.ts';
import type { PersonReader } from './input-names.ts';
import { isWhollyKnown } from './known-people.ts';
import { partyLetters } from './party-letters.ts';
import { sealedNumber } from './sealed-cases.ts';
import type { HiddenSort, MaskedText } from './spans.ts';
import type { TextMasker } from './text-masker.ts';

/** A field of a row, and what the full version shows of it. */
export interface ShownField {
  readonly kind: Kind;
  readonly field: Field;
  readonly row: ConsolidatedRow;
  readonly shown: string;
}

/** What the fields are masked with. */
export interface Maskers {
  /** Hides everybody who must be hidden. */
  readonly strict: TextMasker;
  /** The same, but a judge's name is a judge's, and within the court a mediator's a mediator's. */
  readonly lenient: TextMasker;
  readonly persons: PersonReader;
  readonly sealed: ReadonlySet<string>;
  /** Towns, villages, offices: all the names that a text may have besides people's; the longest first. */
  readonly places: readonly string[];
}

/** 院内流转版: names, numbers and addresses go, the texts stay. Undefined where the value is none that has to be masked. */
export function inside({ field, shown }: ShownField, maskers: Maskers): MaskedText | undefined {
  const { strict, lenient } = maskers;
  const { type, holds } = field;
  // Who typed a village that the roster doesn't list may have typed an address.
  if (type.offer.type === 'village' || type.offer.type === 'town') return strict(shown);
  if (type.offer.type !== 'text') return undefined;
  if (holds === 'unit' || holds === 'phone' || holds === 'number') return gone(HIDDEN, 'contact');
  if (holds === 'person') return accounted(shown, maskers);
  return (holds === 'judge' || holds === 'mediator' ? lenient : strict)(shown);
}

/**
 * A field of persons, of which nothing is shown that is not accounted for: what stands between two marks goes where some of it can't
 * be read, and all goes where marks may tear names apart.
 */
function accounted(shown: string, { strict, persons }: Maskers): MaskedText {
  const { pieces, isRead, isTorn, names } = persons(shown);
  const all = strict(shown);
  // A place may have a name in it, and keep it from being masked.
  const isTold = names.some((name) => nameKey(all.text).includes(name));
  if (isRead && !isTold) return all;
  if (isTorn || isTold) return { ...gone(HIDDEN, 'name'), isUnread: true };
  const unread = pieces.filter((piece) => !piece.isRead);
  let [text, at] = ['', 0];
  const hidden: HiddenSort[] = [];
  const show = (to: number): void => {
    const masked = strict(shown.slice(at, to));
    text += masked.text;
    hidden.push(...masked.hidden);
  };
  for (const { from, to } of unread) {
    show(from);
    text += HIDDEN;
    hidden.push('name');
    at = to;
  }
  show(shown.length);
  return { text, hidden, isUnread: true };
}

/** 对外通报版: letters for names, towns for places, and no text that somebody wrote freely. */
export function outside(what: ShownField, maskers: Maskers): MaskedText | undefined {
  const { field, shown } = what;
  switch (field.type.offer.type) {
    case 'text':
      return OUTSIDE[field.holds ?? 'free'](what, maskers);
    case 'town':
      return maskers.strict(shown);
    case 'village':
      return gone(OMITTED, 'place');
    case 'case-number':
      return maskers.sealed.has(shown) ? gone(sealedNumber(shown), 'number') : undefined;
    default:
      return undefined;
  }
}

const OUTSIDE: Readonly<Record<Holds | 'free', (what: ShownField, maskers: Maskers) => MaskedText>> = {
  person: (what, { persons }) =>
    gone(what.field.describedBy ? described(what, what.field.describedBy) : letters(what, persons), 'name'),
  people: () => omitted,
  free: () => omitted,
  unit: () => gone(HIDDEN, 'contact'),
  phone: () => gone(HIDDEN, 'contact'),
  number: () => gone(HIDDEN, 'contact'),
  place: ({ row }) => gone(row.town ?? OMITTED, 'place'),
  judge: ({ shown }, { lenient, places }) => recognised(shown, lenient, places),
  mediator: ({ shown }, { strict, places }) => recognised(shown, strict, places),
  // Who works there may be named with the body, by a name that nobody knows for one.
  body: ({ shown }, { strict }) => (mayName(shown) ? omitted : plain(shown, strict)),
  term: ({ shown }, { strict }) => plain(shown, strict),
};

const omitted: MaskedText = { text: OMITTED, hidden: [] };

/** A term or a body's name is short and without digits; what is more was written freely. */
function plain(shown: string, masker: TextMasker): MaskedText {
  return isPlain(shown) ? masker(shown) : omitted;
}

function isPlain(shown: string): boolean {
  return /^[\p{Script=Han}、·（）()〔〕\s]{1,40}$/u.test(shown);
}

/** People are told only where all of a text is recognised: nobody knows whose the rest is. */
function recognised(shown: string, masker: TextMasker, places: readonly string[]): MaskedText {
  return isPlain(shown) && isWhollyKnown(shown, places) ? masker(shown) : omitted;
}

/** 当事人甲、乙, the same letter for the same party in all fields of the entry. */
function letters({ kind, field, row }: ShownField, persons: PersonReader): string {
  const lettered = partyLetters();
  let found = '';
  for (const other of kind.fields) {
    if (other.holds !== 'person') continue;
    const shown = showField(other, row.entry.values, 'zh');
    const text = shown === '' ? '' : lettered(persons(shown));
    if (other === field) found = text;
  }
  return found;
}

/** 一名县人大代表. */
function described({ kind, row }: ShownField, keys: readonly string[]): string {
  const words = keys.map((key) => {
    const field = kind.fields.find((candidate) => candidate.key === key);
    return field ? showField(field, row.entry.values, 'zh') : '';
  });
  return `一名${words.join('') || '人员'}`;
}

function gone(text: string, sort: MaskedText['hidden'][number]): MaskedText {
  return { text, hidden: [sort] };
}
