import type { ConsolidatedRow } from '../consolidation.ts';
import { showField, type Field, type Kind } from '../kinds/kind.ts';
import { HIDDEN, type Edition } from './edition.ts';
import { inside, outside } from './masked-field.ts';
import { nameKey } from './folded-text.ts';
import { inputNames, personReader, placeNames, type InputNames, type MaskedInput } from './input-names.ts';
import { nameMasks } from './name-masks.ts';
import { sealedCases } from './sealed-cases.ts';
import type { MaskedText } from './spans.ts';
import { textMasker } from './text-masker.ts';

/** What a masked edition shows in the place of what the ledgers say. */
export interface Masking {
  readonly edition: Edition;
  /** A field's text as the edition shows it; undefined where its value is none that has to be masked. */
  field(kind: Kind, field: Field, row: ConsolidatedRow): MaskedText | undefined;
  /** A text of a sheet's own, such as a list of judges: they and mediators are named, everybody else is not. */
  text(text: string): MaskedText;
  /** The place of a visit: outside of the court the town alone. */
  place(village: string, town: string): string;
}

/** Masks of one input; the same input gives the same masks, whatever the order of its files. */
export function maskingOf(input: MaskedInput): Masking {
  const { edition, ledgers, kinds } = input;
  const persons = personReader(input.roster);
  const names = inputNames(input, persons);
  const { officials, mediators } = names;
  const masks = masksOf(names);
  const general = edition === 'external' ? generalVillages(input) : new Map<string, string>();
  const kept = [...keptWords(input), ...[...officials].filter((name) => !names.hidden.has(name))];
  const strict = textMasker({ names: masks, kept, general });
  const ofOthers = new Map([...masks].filter(([name]) => !officials.has(name) && !mediators.has(name)));
  const lenient = textMasker({
    names: ofOthers,
    kept: [...kept, ...officials, ...mediators, ...sheetWords(kinds)],
    general,
  });
  const sealed = edition === 'external' ? sealedCases(ledgers, kinds) : new Set<string>();
  const places = [...keptWords(input), ...placeNames(input.roster)]
    .map(nameKey)
    .filter((name) => name !== '')
    .toSorted((one, other) => other.length - one.length);
  const maskers = { strict, lenient, persons, sealed, places };
  return {
    edition,
    text: lenient,
    place: (village, town) => (edition === 'external' ? lenient(town).text : lenient(village || town).text),
    field: (kind, field, row) => {
      const shown = showField(field, row.entry.values, 'zh');
      if (shown === '') return undefined;
      return (edition === 'internal' ? inside : outside)({ kind, field, row, shown }, maskers);
    },
  };
}

/** The mask of every name; half of a name has that of the whole, and what only may be a name is taken out. */
function masksOf({ hidden, halves, candidates, officials, taken }: InputNames): ReadonlyMap<string, string> {
  const masks = new Map(nameMasks(hidden, taken));
  for (const [half, whole] of halves) if (!masks.has(half)) masks.set(half, masks.get(whole) ?? HIDDEN);
  for (const name of candidates) if (!masks.has(name) && !officials.has(name)) masks.set(name, HIDDEN);
  return masks;
}

/** What no person's name may tear apart: places, and the court's own names. */
function keptWords({ edition, roster }: MaskedInput): readonly string[] {
  const { court, offices, towns } = roster;
  const own = [
    court.name,
    offices.filing,
    offices.research,
    ...towns.flatMap(({ centre, tribunal }) => [centre?.name ?? '', tribunal]),
  ];
  const places = towns.flatMap((town) => [town, ...(edition === 'internal' ? town.villages : [])]);
  return [...own, ...places.flatMap(({ name, aliases }) => [name, ...aliases])].filter((word) => word !== '');
}

/** What sheets say of themselves: where somebody wrote 登记 for a name, 登记来源 is still a head. */
function sheetWords(kinds: readonly Kind[]): readonly string[] {
  return kinds.flatMap(({ name, ledger, fields }) => [
    name.zh,
    ledger.zh,
    ...fields.flatMap(({ label, head, type: { offer } }) => [
      label.zh,
      head?.zh ?? '',
      ...(offer.type === 'choice' || offer.type === 'several'
        ? offer.choices.map((choice) => choice.label.zh)
        : []),
    ]),
  ]);
}

/** Outside of the court only towns are named. */
function generalVillages(input: MaskedInput): ReadonlyMap<string, string> {
  const { roster, ledgers, kinds } = input;
  const typed = ledgers.flatMap(({ entries }) =>
    entries.flatMap(({ kind: id, values }) =>
      (kinds.find((kind) => kind.id === id)?.fields ?? [])
        .filter(({ type }) => type.offer.type === 'village')
        .map(({ key }) => String(values[key] ?? '')),
    ),
  );
  const towns = new Set(roster.towns.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey));
  const listed = placeNames(roster).filter((name) => /(?:村|社区|居委会?)$/u.test(name));
  const villages = [...listed, ...typed].filter((name) => name.length > 2 && !towns.has(nameKey(name)));
  return new Map(villages.map((name) => [name, '某村（社区）']));
}
