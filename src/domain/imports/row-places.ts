import type { FieldValue, ReadContext } from '../fields/field-type.ts';
import type { Field } from '../kinds/kind.ts';
import type { Problem } from '../problem.ts';
import { townNamed, villageNamed, type Town } from '../roster.ts';
import { placeMeant, villageMeant } from './place-text.ts';

/** What the cells of a row say of its place, as they stand there; empty where they say nothing. */
export interface SaidPlaces {
  readonly town: string;
  readonly village: string;
  /** The town that the sheet's title names; it holds where the sheet has no column for it. */
  readonly ofSheet: string | undefined;
}

/** The fields that hold a kind's town and village. */
export interface PlaceFields {
  readonly town: Field | undefined;
  readonly village: Field | undefined;
}

/** The values that the place of a row comes to, and what could not be read. */
export interface ReadPlaces {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly problems: readonly { readonly field: Field; readonly problem: Problem }[];
}

/** Reads town and village of a row, which may stand in one cell, in either column, or with the town in the sheet's title only. */
export function readPlaces(said: SaidPlaces, fields: PlaceFields, context: ReadContext): ReadPlaces {
  const { roster } = context;
  const { town: townField, village: villageField } = fields;
  const both = said.town === '' ? placeMeant(roster, said.village) : placeMeant(roster, said.town);
  const found = both && (said.town !== '' || both.village !== undefined) ? both : undefined;
  const town = said.town !== '' || found ? found?.town : ofTitle(said, context);
  const values: Record<string, FieldValue> = {};
  if (townField && town) values[townField.key] = town.name;
  const village = said.town === '' && found ? (found.village ?? '') : said.village || (found?.village ?? '');
  const problems: { field: Field; problem: Problem }[] = [];
  const isSplit = said.town !== '' && said.village !== '' && found?.village !== undefined;
  const isLost = found?.village !== undefined && !villageField;
  const isAgreed = !isSplit || agree(found.town, found.village, said.village);
  if (townField && said.town !== '' && (!town || isLost || !isAgreed))
    problems.push(...refused(townField, said.town, context));
  if (villageField && village !== '') {
    const read = villageField.type.read(asListed(town, village), context);
    if ('problem' in read) problems.push({ field: villageField, problem: read.problem });
    else values[villageField.key] = read.value;
  }
  return { values, problems };
}

function ofTitle({ ofSheet }: SaidPlaces, { roster }: ReadContext): Town | undefined {
  return ofSheet === undefined ? undefined : townNamed(roster, ofSheet);
}

function agree(town: Town, one: string, other: string): boolean {
  return villageMeant(town, one)?.name === villageMeant(town, other)?.name;
}

/** What the type says of a town that it does not know; one that only contradicts the village is told in the same words. */
function refused(
  field: Field,
  typed: string,
  context: ReadContext,
): readonly { readonly field: Field; readonly problem: Problem }[] {
  const read = field.type.read(typed, context);
  return 'problem' in read ? [{ field, problem: read.problem }] : [];
}

/** A village by the roster's name where only a short form of it is written; a name or alias of the roster stays as it is. */
function asListed(town: Town | undefined, village: string): string {
  if (!town || villageNamed(town, village)) return village;
  return villageMeant(town, village)?.name ?? village;
}
